// Cells that hold HTML or links of Markdown, as plain text and links. Nothing is rendered, run or fetched:
// tags are cut out, references decoded, and only web addresses kept. Linear.
import { isWebUrl, normalUrl } from '../../domain/document/link.ts'

export interface CellLink {
  readonly url: string
  readonly title?: string
}

export interface CellText {
  readonly text: string
  readonly links: readonly CellLink[]
  /** What was left out. */
  readonly lost: readonly ('images' | 'scripts' | 'links-of-no-web-address')[]
}

const markup =
  /<(?:\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|div|dl|dt|em|embed|figure|figcaption|font|h[1-6]|hr|i|iframe|img|li|mark|object|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul|video|audio|source)\b|!--)/i
const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i
const markdownLink = /\[[^[\]\n]{1,300}\]\(\s*[^\s()<>]{1,2000}(?:\([^\s()]{0,200}\))?\s*\)/

/**
 * @example plainCell('<p>a <a href="https://b.example">b</a></p>') → { text: 'a b', links: [{ url: 'https://b.example/', title: 'b' }], lost: [] }
 */
export function plainCell(cell: string): CellText {
  if (markup.test(cell)) return withMarkdown(fromHtml(cell))
  const text = reference.test(cell) ? decodeReferences(cell) : cell
  return withMarkdown({ text: text.trim(), links: [], lost: [] })
}

/** Cells of Markdown have tags such as <br> beside its links. */
function withMarkdown(read: CellText): CellText {
  if (!markdownLink.test(read.text)) return read
  const { text, links, lost } = fromMarkdown(read.text)
  return {
    text,
    links: distinct([...read.links, ...links]),
    lost: [...new Set([...read.lost, ...lost])],
  }
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  middot: '·',
  bull: '•',
  times: '×',
  copy: '©',
  reg: '®',
  deg: '°',
  euro: '€',
  pound: '£',
  yen: '¥',
  eacute: 'é',
  egrave: 'è',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
  ccedil: 'ç',
  ntilde: 'ñ',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  agrave: 'à',
  ecirc: 'ê',
  ocirc: 'ô',
  Eacute: 'É',
  Uuml: 'Ü',
  Ouml: 'Ö',
  Auml: 'Ä',
  shy: '',
  zwnj: '',
  zwj: '',
}

/** Character references of HTML; unknown ones stay as they are written. */
export const decodeReferences = (text: string): string =>
  text.replaceAll(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    const isCharacter = code > 31 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff)
    return isCharacter ? String.fromCodePoint(code) : code === 10 || code === 9 ? ' ' : ''
  })

/** Tags that end a line. */
const blocks =
  /^(?:address|article|blockquote|br|center|dd|div|dl|dt|figure|figcaption|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul)$/
const attribute =
  /([a-z][a-z0-9-]{0,40})\s{0,20}=\s{0,20}(?:"([^"]{0,4000})"|'([^']{0,4000})'|([^\s"'<>`]{1,4000}))/gi

function fromHtml(html: string): CellText {
  const texts: string[] = []
  const links: CellLink[] = []
  const lost = new Set<CellText['lost'][number]>()
  let open: { readonly url: string; readonly from: number } | null = null
  const addLink = (url: string, title: string) => {
    if (isWebUrl(url)) links.push({ url, ...(title !== '' && title !== url && { title }) })
    else if (url !== '' && !url.startsWith('#')) lost.add('links-of-no-web-address')
  }
  let lower: string | null = null
  const close = () => {
    if (open !== null)
      addLink(open.url, tidyText(texts.slice(open.from).join('')).replaceAll('\n', ' '))
    open = null
  }
  for (let at = 0; at < html.length;) {
    const next = html.indexOf('<', at)
    texts.push(
      decodeReferences(html.slice(at, next === -1 ? html.length : next).replaceAll(/\s+/g, ' ')),
    )
    if (next === -1) break
    const tag = tagAt(html, next)
    if (tag === null) {
      texts.push('<')
      at = next + 1
      continue
    }
    at = tag.end
    if (blocks.test(tag.name)) texts.push('\n')
    if (tag.name === 'td' || tag.name === 'th') texts.push(' ')
    if (tag.name === 'a') {
      close()
      const href = tag.isEnd ? '' : attributesOf(tag.inside).get('href')
      if (href !== undefined && href !== '') open = { url: href, from: texts.length }
    } else if (!tag.isEnd && (tag.name === 'script' || tag.name === 'style')) {
      lost.add('scripts')
      lower ??= html.toLowerCase()
      const end = lower.indexOf(`</${tag.name}`, at)
      at = end === -1 ? html.length : end
    } else if (!tag.isEnd && /^(?:img|iframe|embed|video|audio|source|object)$/.test(tag.name)) {
      lost.add('images')
      const given = attributesOf(tag.inside)
      if (tag.name === 'img') texts.push(given.get('alt') ?? '')
      const src = given.get('src') ?? given.get('data') ?? ''
      if (tag.name !== 'img' && src !== '') addLink(src.startsWith('//') ? `https:${src}` : src, '')
    }
  }
  close()
  return { text: tidyText(texts.join('')), links: distinct(links), lost: [...lost] }
}

interface Tag {
  readonly name: string
  readonly isEnd: boolean
  readonly inside: string
  readonly end: number
}

/** A tag or comment that begins here; null for a sign that stands for itself. */
function tagAt(html: string, start: number): Tag | null {
  if (html.startsWith('<!--', start)) {
    const end = html.indexOf('-->', start + 4)
    return { name: '', isEnd: false, inside: '', end: end === -1 ? html.length : end + 3 }
  }
  const head = /^<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/i.exec(html.slice(start, start + 40))
  if (head === null) return null
  const end = html.indexOf('>', start)
  if (end === -1) return null
  return {
    name: (head[2] ?? '').toLowerCase(),
    isEnd: head[1] === '/',
    inside: html.slice(start + head[0].length, end),
    end: end + 1,
  }
}

const attributesOf = (inside: string): ReadonlyMap<string, string> =>
  new Map(
    Array.from(inside.matchAll(attribute), ([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decodeReferences(double ?? single ?? bare ?? '').trim(),
    ]),
  )

function fromMarkdown(text: string): CellText {
  const links: CellLink[] = []
  const lost = new Set<CellText['lost'][number]>()
  const plain = text.replaceAll(
    /(!?)\[([^[\]\n]{1,300})\]\(\s*([^\s()<>]{1,2000}(?:\([^\s()]{0,200}\))?)\s*\)/g,
    (whole, bang: string, words: string, url: string) => {
      if (bang !== '') {
        lost.add('images')
        return words
      }
      if (!isWebUrl(url)) {
        if (!/^(?:[a-z][a-z0-9+.-]*:|www\.|\/)/i.test(url)) return whole
        lost.add('links-of-no-web-address')
        return words
      }
      links.push({ url, ...(words !== url && { title: words }) })
      return words
    },
  )
  return { text: plain.trim(), links: distinct(links), lost: [...lost] }
}

const tidyText = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/[ \t\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')

/** Each address once, in the form that is stored. */
function distinct(links: readonly CellLink[]): CellLink[] {
  const seen = new Map<string, CellLink>()
  for (const { url, ...rest } of links) {
    const normal = normalUrl(url)
    if (!seen.has(normal)) seen.set(normal, { url: normal, ...rest })
  }
  return [...seen.values()]
}
