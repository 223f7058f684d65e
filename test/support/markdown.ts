// The parts of Markdown that the documentation tests read: code blocks, headings with their
// anchors, links and tables. For our own pages; not a Markdown parser.

export interface CodeBlock {
  readonly language: string
  readonly code: string
  /** Line of the opening fence, from 1. */
  readonly line: number
}

export function codeBlocks(page: string): CodeBlock[] {
  const blocks: CodeBlock[] = []
  let open: { language: string; line: number; code: string[] } | undefined
  for (const [index, text] of page.split('\n').entries()) {
    const fence = /^```(\w*)$/.exec(text)
    if (fence === null) open?.code.push(text)
    else if (open === undefined) open = { language: fence[1] ?? '', line: index + 1, code: [] }
    else {
      blocks.push({ ...open, code: open.code.join('\n') })
      open = undefined
    }
  }
  return blocks
}

/** The page without its code blocks, so that a shell comment is not taken for a heading. */
const prose = (page: string): string => page.replaceAll(/^```[\s\S]*?^```$/gm, '')

/** The anchors of all headings, as GitHub makes them. */
export function anchors(page: string): string[] {
  const seen = new Map<string, number>()
  return Array.from(prose(page).matchAll(/^#{1,6} (.+)$/gm), ([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-')
    const times = seen.get(slug) ?? 0
    seen.set(slug, times + 1)
    return times === 0 ? slug : `${slug}-${times}`
  })
}

/** The targets of all links. */
export const linkTargets = (page: string): string[] =>
  Array.from(
    prose(page)
      .replaceAll(/`[^`\n]*`/g, '')
      .matchAll(/\]\(([^()\s]+)\)/g),
    ([, target = '']) => target,
  )

/** The text under a heading of the second or third level, up to the next of the same or a higher one. */
export function section(page: string, heading: string): string {
  const lines = page.split('\n')
  const start = lines.findIndex((line) => /^#{2,3} /.test(line) && line.endsWith(` ${heading}`))
  if (start < 0) throw new Error(`no section ${heading}`)
  const depth = /^#+/.exec(lines[start] ?? '')?.[0].length ?? 2
  const end = lines.findIndex(
    (line, index) => index > start && /^#{1,3} /.test(line) && line.search(/ /) <= depth,
  )
  return lines.slice(start + 1, end < 0 ? undefined : end).join('\n')
}

/** The cells of the rows of all tables in a text, without heads, with their code marks. */
export function tableRows(text: string): string[][] {
  const lines = text.split('\n')
  const isRow = (line: string): boolean => line.startsWith('|')
  return lines.flatMap((line, index) => {
    const isHead = isRow(line) && /^\|[-|]+\|$/.test(lines[index + 1] ?? '')
    if (!isRow(line) || isHead || /^\|[-|]+\|$/.test(line)) return []
    return [
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    ]
  })
}

/** Everything in code marks. */
export const codeWords = (text: string): string[] =>
  Array.from(text.matchAll(/`([^`\n]+)`/g), ([, word = '']) => word)
