// Reads Atom and RSS of served timelines with real feed readers, and compares what each of them
// shows with the document: ids, titles, instants, categories, cited words.
// Usage: BASE=http://127.0.0.1:1234 node test/clients/feeds.ts [reader…]
// A reader that is not installed is left out with a message; one that is named must be there.
import { spawnSync } from 'node:child_process'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { firstEdition } from '../support/first-edition.ts'
import { dateInWords } from '../../src/messages/dates.ts'
import { documents } from './documents.ts'
import { feedReaders, quotesOf, type FeedReader, type ShownEntry } from './feed-readers.ts'

interface ExpectedEntry extends Required<ShownEntry> {
  /** The ids of the categories, which some readers show of Atom. */
  readonly terms: readonly string[]
}

const { BASE: base } = process.env
if (base === undefined) throw new Error('BASE is not set')
const wanted = process.argv.slice(2)
const faults: string[] = []
let checked = 0

for (const reader of feedReaders) {
  if (wanted.length > 0 && !wanted.includes(reader.name)) continue
  const [program, ...args] = reader.probe
  if (spawnSync(program, args, { stdio: 'ignore' }).status === 0) {
    for (const timeline of Object.keys(documents)) {
      for (const format of ['atom', 'rss'] as const) await check(reader, timeline, format)
    }
  } else if (wanted.length > 0) {
    faults.push(`${reader.name} is not installed`)
  } else {
    console.log(`left out: ${reader.name} is not installed`)
  }
}
if (checked === 0) faults.push('nothing was checked')
for (const fault of faults.slice(0, 20)) console.error(fault)
if (faults.length > 20) console.error(`and ${faults.length - 20} more`)
process.exitCode = faults.length === 0 ? 0 : 1

async function check(reader: FeedReader, timeline: string, format: 'atom' | 'rss'): Promise<void> {
  const url = `${base}/v1/timelines/${timeline}/events.${format}`
  const shown = await shownAt(`${url}?limit=500`)
  const expected = await expectedEntries(timeline)
  const byId = new Map(shown.map((entry) => [entry.id, entry]))
  const found =
    shown.length === expected.length && shown.length > 0
      ? expected.flatMap((entry) => differences(entry, byId.get(entry.id), { reader, format }))
      : [`${shown.length} entries, not ${expected.length}`]
  const none = await shownAt(`${url}?to=1500`)
  if (none.length > 0) found.push(`${none.length} entries where nothing is selected`)

  checked += shown.length
  faults.push(...found.map((fault) => `${reader.name}, ${timeline}.${format}: ${fault}`))
  if (found.length === 0) {
    console.log(`ok: ${reader.name}, ${timeline}.${format}: ${shown.length} entries`)
  }

  async function shownAt(url: string): Promise<ShownEntry[]> {
    return reader.read({ url, format, text: await (await get(url)).text() })
  }
}

async function get(url: string): Promise<Response> {
  // A reader may run for longer than an idle connection lives.
  const response = await fetch(url, { headers: { connection: 'close' } })
  if (!response.ok) throw new Error(`${response.status} from ${url}`)
  return response
}

function differences(
  expected: ExpectedEntry,
  found: ShownEntry | undefined,
  { reader, format }: { reader: FeedReader; format: 'atom' | 'rss' },
): string[] {
  if (!found) return [`${expected.id} is missing`]
  const shows = reader.shows ?? ((text: string) => text)
  const categories = format === 'atom' && reader.showsTerms ? expected.terms : expected.categories
  const quotes = found.content === undefined ? null : quotesOf(found.content).map(trimmed)
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['title', trimmed(found.title), trimmed(shows(expected.title, format))],
    ['instant', found.instant ?? expected.instant, expected.instant],
    ['categories', (found.categories ?? categories).join(), categories.join()],
    ['cited words', quotes?.[0], trimmed(shows(expected.content, 'content'))],
  ]
  return pairs
    .filter(([, is, should]) => is !== should)
    .map(
      ([field, is, should]) =>
        `${expected.id}: ${field}: ${JSON.stringify(is)}, not ${JSON.stringify(should)}`,
    )
}

/** The first page, told by the document; only the instants of publication are the server's. */
async function expectedEntries(name: string): Promise<ExpectedEntry[]> {
  const { timeline, events } = firstEdition(documents[name]!())
  const labels = new Map([
    ...timeline.themes.map(({ id, label }) => [id, label] as const),
    ...timeline.actors.map((actor) => [actor.id, actor.name] as const),
  ])
  const response = await get(`${base}/v1/timelines/${name}/events.feed.json?limit=500`)
  const { items } = (await response.json()) as { items: { id: string; date_modified: string }[] }
  const instants = new Map(items.map((item) => [item.id, Date.parse(item.date_modified)]))
  return events.slice(0, items.length).map((event) => {
    const id = `tag:${timeline.authority.domain},${timeline.authority.date}:${name}/${event.id}`
    const place = event.place === undefined ? [] : [event.place]
    const terms = [...new Set([...event.themes, ...event.actors, ...place])]
    return {
      id,
      title: legal(titleOf(event)),
      instant: Math.floor((instants.get(id) ?? Number.NaN) / 1000),
      terms,
      categories: terms.map((term) => legal(labels.get(term)?.['zh-Hans'] ?? term)),
      content: legal(event.citations[0]!.exact!),
    }
  })
}

function titleOf({ statedDate, when, title }: TimelineEvent): string {
  const words = dateInWords(when, 'zh-Hans')
  const date =
    statedDate === undefined || statedDate === words ? words : `${statedDate}（${words}）`
  return `${date}：${title['zh-Hans']}`
}

/** What XML 1.0 can carry of a text (2.2, 2.11). */
function legal(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what XML 1.0 forbids
  return text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
}

function trimmed(text: string): string {
  return text.trim()
}
