// Which events an answer contains, by identifier and in order, read from each format with
// independent readers: ical.js, csv-parse, feedsmith, a strict reader of XML, JSON.
import { parse } from 'csv-parse/browser/esm/sync'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import ICAL from 'ical.js'
import { all, childrenOf, only, readXml } from './xml-reader.ts'

export interface Held {
  readonly ids: readonly string[]
  /** Number of events that this page leaves out, according to the answer. */
  readonly leftOut: number
  /** Address of the next page as given in the answer; null if there is none. */
  readonly next?: string | null
}

/**
 * What a format may have no room for; of every other format the tests ask it. What lacks `language` is
 * not told in one language: it holds the texts of all.
 */
type Part = 'language' | 'links' | 'notes'

const lacks: Readonly<Record<string, readonly Part[]>> = {
  csv: ['links', 'notes'],
  ndjson: ['language', 'notes'],
  timelinejs: ['links'],
}

/** Whether a format, by its name, tells notes, links of events, or the language that it is in. */
export const hasRoomFor = (part: Part, format: string): boolean =>
  lacks[format]?.includes(part) !== true

/** The reader of a format, by its name; `json` is the API. Answers are in English. */
export function readerOf(format: string): (text: string) => Held {
  const reader = readers[format]
  if (reader === undefined)
    throw new Error(`test/support/event-ids.ts has no reader of ${format}: add one to \`readers\``)
  return reader
}

const readers: Readonly<Record<string, (text: string) => Held>> = {
  json(text) {
    const { events, links } = JSON.parse(text) as JsonAnswer
    return { ids: events.map(({ id }) => id), leftOut: 0, next: links['next'] ?? null }
  },
  ics: (text) => calendar(ICAL.parse(text) as JCal),
  jcal: (text) => calendar(JSON.parse(text) as JCal),
  atom(text) {
    const root = readXml(text)
    const ids = childrenOf(root, 'entry').map((entry) => only(entry, 'id'))
    sameIds(
      ids,
      parseAtomFeed(text).entries?.map(({ id }) => id),
    )
    return { ids: ids.map(tagged), leftOut: 0, next: nextOf(childrenOf(root, 'link')) }
  },
  rss(text) {
    const root = readXml(text)
    const ids = all(root, 'item').map((item) => only(item, 'guid'))
    sameIds(
      ids,
      parseRssFeed(text).items?.map(({ guid }) => guid?.value),
    )
    return { ids: ids.map(tagged), leftOut: 0, next: nextOf(all(root, 'atom:link')) }
  },
  'json-feed'(text) {
    const { items, next_url: next } = JSON.parse(text) as JsonFeed
    const ids = items.map(({ id }) => id)
    sameIds(
      ids,
      parseJsonFeed(text).items?.map(({ id }) => id),
    )
    return { ids: ids.map(tagged), leftOut: 0, next: next ?? null }
  },
  csv(text) {
    const rows = parse(text, { bom: true, columns: true }) as { id: string }[]
    return { ids: rows.map(({ id }) => id), leftOut: 0 }
  },
  jsonld(text) {
    const { '@graph': graph } = JSON.parse(text) as JsonLd
    const list = graph.find((node) => node['@type'] === 'ItemList')
    const listed = list?.itemListElement?.map(({ item }) => item['@id']) ?? []
    const nodes = new Set(graph.map((node) => node['@id']))
    for (const id of listed) if (!nodes.has(id)) throw new Error(`${id} is listed and not there`)
    return { ids: listed.map(paged), leftOut: 0 }
  },
  markdown(text) {
    const sections = text.split(/^## /m).slice(1)
    const pages = sections.map(
      (section) => /^- [^<\n]+<([^>]*\/events\/[^>/]*)>$/m.exec(section)?.[1] ?? '',
    )
    return { ids: pages.map(paged), leftOut: 0 }
  },
  timelinejs(text) {
    const { title, events } = JSON.parse(text) as TimelineJs
    const said = /cannot show (\d+) events? /.exec(title.text.text)?.[1] ?? '0'
    return { ids: events.map((event) => event.unique_id), leftOut: Number(said) }
  },
  ndjson(text) {
    const lines = text.split('\n').filter((line) => line !== '')
    return { ids: lines.map((line) => (JSON.parse(line) as { id: string }).id), leftOut: 0 }
  },
}

/** The identifiers of a page for people. */
export const idsOfPage = (html: string): string[] =>
  Array.from(html.matchAll(/<article id="([^"]*)"/g), ([, id]) => id ?? '')

interface JsonAnswer {
  readonly events: { id: string }[]
  readonly links: Record<string, string>
}
interface JsonFeed {
  readonly items: { id: string }[]
  readonly next_url?: string
}
interface JsonLd {
  readonly '@graph': {
    '@type': string
    '@id': string
    itemListElement?: { item: { '@id': string } }[]
  }[]
}
interface TimelineJs {
  readonly title: { text: { text: string } }
  readonly events: { unique_id: string }[]
}
type JCal = [name: string, properties: [string, object, string, string][], components: JCal[]]

function calendar(data: JCal): Held {
  const component = new ICAL.Component(data)
  const said = /(\d+) events? left out/.exec(
    String(component.getFirstPropertyValue('description')),
  )?.[1]
  const ids = component.getAllSubcomponents('vevent').map((event) => {
    const uid = String(event.getFirstPropertyValue('uid'))
    return /^([a-z0-9-]+)\.[a-z0-9-]+@[a-z0-9.-]+$/.exec(uid)?.[1] ?? `no UID: ${uid}`
  })
  return { ids, leftOut: Number(said ?? 0) }
}

const nextOf = (
  links: readonly { attributes: Readonly<Record<string, string>> }[],
): string | null =>
  links.find(({ attributes }) => attributes['rel'] === 'next')?.attributes['href'] ?? null

/** `tag:domain,date:timeline/event`. */
const tagged = (id: string): string => /^tag:[^:]+:[^/]+\/([^/]+)$/.exec(id)?.[1] ?? `no tag: ${id}`

/** `…/events/{event}`, with or without a fragment. */
const paged = (url: string): string =>
  /\/events\/([^/#]+)(?:#.*)?$/.exec(url)?.[1] ?? `no page: ${url}`

function sameIds(ours: readonly string[], theirs: readonly (string | undefined)[] = []): void {
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
    throw new Error(`two readers disagree: ${ours.join()} and ${theirs.join()}`)
  }
}
