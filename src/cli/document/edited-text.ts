// The text of a document after a change: what did not change stays as it was written, line by line, so
// that a comparison of two versions of the file shows the change and nothing else.
import { valueOffsets } from '../../domain/document/json.ts'
import { pointerOf } from '../../domain/document/pointer.ts'
import { sameValue } from '../../domain/merge/same-value.ts'

/**
 * `before` is the content of `text`, a document, whose byte order mark, line ends and indentation what is
 * written anew takes over.
 * @example editedText('{ "a": [1,\n 2] }', { a: [1, 2] }, { a: [1, 2], b: 3 }) → '{\n  "a": [1,\n 2],\n  "b": 3\n}\n'
 */
export function editedText(text: string, before: object, after: object): string {
  const [, mark = '', own = ''] = /^(\uFEFF?)(.*)$/s.exec(text) ?? []
  const unit = /\n([\t ]+)\S/.exec(own)?.[1] ?? '  '
  const edited = mark + editedLines(own, before, { after, unit })
  return own.includes('\r\n') ? edited.replaceAll(/\r?\n/g, '\r\n') : edited
}

interface Edit {
  readonly after: object
  /** The white space of one step of indentation. */
  readonly unit: string
}

function editedLines(text: string, before: object, { after, unit }: Edit): string {
  const offsets = valueOffsets(text)
  const old = new Map<string, unknown>(Object.entries(before))
  const written = (path: readonly (string | number)[]): string | null => {
    const start = offsets.get(pointerOf(path))
    return start === undefined ? null : text.slice(start, endOf(text, start))
  }
  const fields = Object.entries(after).map(([name, value]) => {
    const own = old.get(name)
    const kept = sameValue(own, value) ? written([name]) : null
    return `${unit}${JSON.stringify(name)}: ${kept ?? printed(name, own, value)}`
  })
  return `{\n${fields.join(',\n')}\n}\n`

  function printed(name: string, own: unknown, value: unknown): string {
    if (!Array.isArray(value) || value.length === 0) return indented(value, 1, unit)
    const known = new Map(
      (Array.isArray(own) ? (own as unknown[]) : []).map((one, index) => [
        idOf(one),
        { one, index },
      ]),
    )
    const items = value.map((item: unknown) => {
      const found = known.get(idOf(item))
      const kept =
        found !== undefined && sameValue(found.one, item) ? written([name, found.index]) : null
      return `${unit}${unit}${kept ?? indented(item, 2, unit)}`
    })
    return `[\n${items.join(',\n')}\n${unit}]`
  }
}

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value

const indented = (value: unknown, steps: number, unit: string): string =>
  JSON.stringify(value, null, unit).replaceAll('\n', `\n${unit.repeat(steps)}`)

/** The offset behind a value of valid JSON. */
function endOf(text: string, start: number): number {
  const value = /"(?:[^"\\]|\\.)*"|[[\]{}]|[^\s"[\]{},:]+/gs
  value.lastIndex = start
  let depth = 0
  for (let match = value.exec(text); match !== null; match = value.exec(text)) {
    if (/^[[{]$/.test(match[0])) depth += 1
    if (/^[\]}]$/.test(match[0])) depth -= 1
    if (depth === 0) return value.lastIndex
  }
  return text.length
}
