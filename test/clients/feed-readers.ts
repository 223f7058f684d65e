// How each feed reader is run without a screen, and what it makes of a title.
import { spawnSync, type SpawnSyncOptionsWithStringEncoding } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { all, childrenOf, only, readXml, textOf, type XmlElement } from '../support/xml-reader.ts'

/** An entry as a reader shows it; what it does not show is absent. */
export interface ShownEntry {
  readonly id: string
  readonly title: string
  /** Seconds since 1970. */
  readonly instant?: number
  readonly categories?: readonly string[]
  /** HTML. */
  readonly content?: string
}

export interface ServedFeed {
  readonly url: string
  readonly format: 'atom' | 'rss'
  readonly text: string
}

export interface FeedReader {
  readonly name: string
  /** A program that succeeds where the reader is installed. */
  readonly probe: readonly [program: string, ...args: string[]]
  readonly read: (feed: ServedFeed) => ShownEntry[]
  /** How it shows a title, or cited words, where it changes any. */
  readonly shows?: (text: string, where: 'atom' | 'rss' | 'content') => string
  /** It shows the term of a category of Atom, not the label. */
  readonly showsTerms?: boolean
}

const python = '/usr/bin/python3'

export const feedReaders: readonly FeedReader[] = [
  { name: 'xmllint', probe: ['xmllint', '--version'], read: xmllint },
  {
    name: 'sfeed',
    probe: ['sh', '-c', 'command -v sfeed'],
    read: sfeed,
    // One line an entry: in a title white space is a blank; other control characters go.
    shows: (text, where) =>
      withoutControls(where === 'content' ? text : text.replace(/[\t\n]/g, ' ')),
    showsTerms: true,
  },
  {
    name: 'newsboat',
    probe: ['sh', '-c', 'command -v newsboat'],
    read: newsboat,
    shows: (text, where) => (where === 'content' ? text : text.replaceAll('\n', ' ')),
  },
  {
    name: 'feedparser',
    probe: [python, '-c', 'import feedparser'],
    read: feedparser,
    // It takes U+0085 for a byte of windows-1252, and a title of RSS that spells an entity for HTML.
    shows(text, where) {
      const shown = text.replaceAll('\u0085', '…')
      return where === 'rss' ? shown.replaceAll('&amp;', '&') : shown
    },
  },
]

/** The texts of the quotations in the content of an entry. */
export function quotesOf(content: string): string[] {
  const quotes = content.matchAll(/<blockquote(?: [^>]*)?>((?:[^<]|<br *\/?>)*)<\/blockquote>/g)
  // The line end stands behind its element.
  return Array.from(quotes, ([, quote = '']) => expand(quote.replaceAll(/<br *\/?>/g, '')))
}

function run(
  program: string,
  args: string[],
  options: Partial<SpawnSyncOptionsWithStringEncoding>,
) {
  const done = spawnSync(program, args, { ...options, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr || String(done.error)}`)
  return done.stdout
}

/** What xmllint has parsed, written by it in canonical form. */
function xmllint({ text, format }: ServedFeed): ShownEntry[] {
  const canonical = readXml(run('xmllint', ['--nonet', '--c14n', '-'], { input: text }))
  const isAtom = format === 'atom'
  return all(canonical, isAtom ? 'entry' : 'item').map((entry) => ({
    id: only(entry, isAtom ? 'id' : 'guid'),
    title: titleText(childrenOf(entry, 'title')[0]!),
    instant: Math.floor(Date.parse(only(entry, isAtom ? 'updated' : 'pubDate')) / 1000),
    categories: childrenOf(entry, 'category').map((category) =>
      isAtom ? (category.attributes['label'] ?? '') : textOf(category),
    ),
    content: only(entry, isAtom ? 'content' : 'content:encoded'),
  }))
}

/** Columns: time, title, link, content, its type, id, author, enclosure, categories. */
function sfeed({ text, url }: ServedFeed): ShownEntry[] {
  const lines = run('sfeed', [url], { input: text }).split('\n').filter(Boolean)
  return lines.map((line) => {
    const [time, title = '', , content = '', , id = '', , , categories = ''] = line.split('\t')
    return {
      id,
      title: title.startsWith('<span>') ? textOf(readXml(title)) : title,
      instant: Number(time),
      categories: categories.split('|'),
      content: content.replace(/\\([\\nt])/g, (_, c: string) => ({ n: '\n', t: '\t' })[c] ?? c),
    }
  })
}

/** Its cache is what it shows. */
function newsboat({ url }: ServedFeed): ShownEntry[] {
  const home = mkdtempSync(join(tmpdir(), 'newsboat-'))
  try {
    const [urls, config, cache] = ['urls', 'config', 'cache.db'].map((name) => join(home, name))
    writeFileSync(urls!, `${url}\n`)
    writeFileSync(config!, '')
    const args = ['-u', urls!, '-C', config!, '-c', cache!, '-x', 'reload']
    run('newsboat', args, { env: { HOME: home, LC_ALL: 'C.UTF-8', PATH: process.env['PATH'] } })
    const database = new DatabaseSync(cache!, { readOnly: true })
    const rows = database.prepare('SELECT guid, title, pubDate, content FROM rss_item').all()
    database.close()
    return rows.map((row) => ({
      id: String(row['guid']),
      title: String(row['title']),
      instant: Number(row['pubDate']),
      content: String(row['content']),
    }))
  } finally {
    rmSync(home, { recursive: true })
  }
}

function feedparser({ text }: ServedFeed): ShownEntry[] {
  const script = join(import.meta.dirname, 'feedparser_entries.py')
  return JSON.parse(run(python, [script], { input: text })) as ShownEntry[]
}

/** A title of HTML is one span around its text. */
function titleText(title: XmlElement): string {
  return title.attributes['type'] === 'html' ? textOf(readXml(textOf(title))) : textOf(title)
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function expand(text: string): string {
  return text.replace(/&(?:#x([\dA-F]+)|(\w+));/gi, (_, hex: string | undefined, name: string) =>
    hex === undefined ? (entities[name] ?? '') : String.fromCodePoint(Number.parseInt(hex, 16)),
  )
}

function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what sfeed leaves out
  return text.replace(/[\0-\x08\x0b-\x1f\x7f]/g, '')
}
