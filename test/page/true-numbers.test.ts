// Every number and sentence of a page that tells of a set of events is true of that set: random documents and
// filters against the plain definition of a filter.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { queryString } from '../../src/address/addresses.ts'
import { sectionOf, spanOf } from '../../src/domain/date/claims.ts'
import type { EventQuery } from '../../src/domain/query/event-query.ts'
import { countsAsSetAside, isListed, matches, sourcesOf } from '../../src/domain/query/matches.ts'
import { groupsIn } from '../../src/domain/query/members.ts'
import { searchText } from '../../src/domain/query/search.ts'
import { hanFolder } from '../../src/domain/text/fold.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { createHeadReader } from '../../src/edition/head-reader.ts'
import { nextEdition } from '../../src/edition/next.ts'
import { messages } from '../../src/messages/languages.ts'
import { shortSpan } from '../../src/messages/calendar/days.ts'
import { sectionInWords } from '../../src/messages/calendar/sections.ts'
import { claimOf, keyEntries, keyEntriesOf } from '../../src/picture/claim.ts'
import { maxMarked } from '../../src/picture/limits.ts'
import { createMemoryService } from '../support/memory-service.ts'
import { documents, queries } from '../support/timelines.ts'

const { pages, list } = messages.en
const { picture } = list

/** Each event so many times. */
const repeated = (document: TimelineDocument, times: number): TimelineDocument => ({
  ...document,
  events: Array.from({ length: times }, (_, i) =>
    document.events.map((event) => ({ ...event, id: `${event.id}-${i}` })),
  ).flat(),
})

/** What there is, and what a query selects of it and sets aside. */
async function plainly(document: TimelineDocument, query: EventQuery) {
  const stamp = { digest: '', instant: Date.UTC(2026, 9, 1), by: 'test' }
  const reader = createHeadReader(nextEdition(document, null, stamp).head)
  const { timeline } = reader.facts
  const fold = (await hanFolder(query.terms)) ?? ((text: string) => text)
  const around = {
    textOf: (event: TimelineEvent) => fold(searchText(event, timeline)),
    groupsOf: groupsIn(timeline.actors),
  }
  const folded = { ...query, terms: query.terms.map(fold) }
  const all = (await Array.fromAsync(reader.all())).filter(isListed)
  return {
    all,
    found: all.filter((event) => matches(event, folded, around)),
    setAside: all.filter((event) => countsAsSetAside(event, folded, around)).length,
    themes: timeline.themes.map(({ id }) => id),
  }
}

const count = (number: number): string => list.count(String(number))

const plain = (markup = ''): string =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

const undatedOf = (events: readonly TimelineEvent[]): number =>
  events.filter(({ when }) => when.named === null).length

function sureness(found: readonly TimelineEvent[], isAllHere: boolean): string {
  if (found.length === 0) return ''
  const undated = undatedOf(found)
  const hasDays = ({ kind, earliest, latest, sure, named }: TimelineEvent['when']) =>
    kind === 'span'
      ? sure?.[0] === earliest && sure?.[1] === latest
      : named !== null && named[0] === named[1]
  const isExact = ({ when }: TimelineEvent) =>
    isAllHere
      ? hasDays(when) && !when.approximate && !when.uncertain
      : !['window', 'undated'].includes(sectionOf(when))
  const known = found.filter(isExact).length
  const less = found.length - known - undated
  return isAllHere
    ? pages.sureness({ day: known, less, undated })
    : pages.countedSureness({ month: known, less, undated })
}

type Plainly = Awaited<ReturnType<typeof plainly>>

function expectFacts(html: string, { all, found, setAside }: Plainly): void {
  const facts = plain(/<p class="small-print facts-line">(.*?)<\/p>/s.exec(html)?.[1])
  const isAllHere = found.length <= 100 || all.length <= maxMarked
  expect(facts.endsWith(`${count(found.length)}${sureness(found, isAllHere)}`), facts).toBe(true)
  const span = spanOf(found.map(({ when }) => when))
  const said = span && pages.spans(...shortSpan(span, list.queries.date))
  expect(facts.split(' · ')[0]).toBe(said ?? facts)
  expect(plain(html).includes(list.setAside(String(setAside)))).toBe(setAside > 0)
}

/** Each source, its number, and where that leads; how many there are. */
async function expectSources(
  html: string,
  { found }: Plainly,
  read: (address: string) => Promise<string>,
): Promise<number> {
  const row = /<p class="small-print">Source (.*?)<div class="actions">/s.exec(html)?.[1] ?? ''
  const links = [...row.matchAll(/<a href="([^"]*)"[^>]*>(\d+) events?<\/a>/g)]
  for (const [, href = '', told] of links) {
    const id = /source=([\w-]+)(?:&amp;(?!source)[^"]*)?$/.exec(href)?.[1] ?? ''
    expect(told, href).toBe(String(found.filter((one) => sourcesOf(one).includes(id)).length))
    expect(await read(href.replaceAll('&amp;', '&'))).toContain(
      `<span role="status">${count(Number(told))}</span>`,
    )
  }
  return links.length
}

function expectSections(html: string, { found }: Plainly): number {
  const headings = [...html.matchAll(/<h2 id="_([^"]*)" part="month">(.*?)<\/h2>/gs)]
  for (const [, id = '', heading] of headings) {
    const inSection = id === 'changes' ? found : found.filter(({ when }) => sectionOf(when) === id)
    expect(plain(heading)).toBe(`${sectionInWords(id, list)} ${inSection.length}`)
  }
  return headings.length
}

/** The picture is of the whole timeline, of which the filter keeps some. */
function expectPicture(html: string, { all, found, themes }: Plainly): void {
  const having = (id: string | null) => (events: readonly TimelineEvent[]) =>
    events.filter((one) => (id === null ? one.themes.length === 0 : one.themes.includes(id)))
  const lanes = [...themes, null].map((id) => having(id)).filter((laneOf) => laneOf(all).length > 0)
  const totals = lanes.map((laneOf) => laneOf(all).length)
  const figure = html.split('<figure')[1]?.split('</figure>')[0] ?? ''
  const caption = plain(/<figcaption[^>]*>(.*?)<\/figcaption>/s.exec(figure)?.[1])
  const undated = undatedOf(all)
  expect(caption.startsWith(`${count(all.length)} in ${lanes.length} row`), caption).toBe(true)
  expect(Array.from(caption.matchAll(/\((\d+)\)/g), ([, number]) => Number(number))).toEqual(totals)
  const dates = `${all.length - undated} with a date, ${undated} without`
  expect(caption.includes(dates)).toBe(undated > 0)
  const heads = Array.from(figure.matchAll(/chip-count">([^<]*)</g), ([, number]) => number)
  expect(heads).toEqual(
    lanes.map((laneOf, i) => {
      const kept = laneOf(found).length
      return kept === totals[i] ? String(kept) : `${kept}/${totals[i]}`
    }),
  )
  const rows = figure.split('<tbody>')[1]?.split('<tr>').slice(1) ?? []
  const cells = rows.map((row) => Array.from(row.matchAll(/<td>(\d+)</g), ([, of]) => Number(of)))
  expect(totals.map((_, i) => cells.reduce((sum, row) => sum + (row[i] ?? 0), 0))).toEqual(totals)
  const bars = [...figure.matchAll(/<a class="bin"[^>]*><title>[^<]*: (?:\d+\/)?(\d+)</g)]
  const highest = Math.max(0, ...bars.map(([, number]) => Number(number)))
  expect(/highest has (\d+) events?/.exec(figure)?.[1] ?? '0').toBe(String(highest))
}

/** Of marks, not of bars. */
function expectKey(html: string, { all }: Plainly): void {
  const figure = html.split('<figure')[1]?.split('</figure>')[0] ?? ''
  const entries = new Set(all.flatMap(({ when }) => keyEntriesOf(claimOf(when, null))))
  const key = figure.split('<ul class="key"')[1]?.split('</ul>')[0] ?? ''
  for (const entry of keyEntries)
    expect(key.includes(`${picture.marks[entry]}</li>`), entry).toBe(entries.has(entry))
  const column = `<span class="undated">${picture.undatedColumn}</span>`
  expect(figure.includes(column)).toBe(undatedOf(all) > 0)
}

test.each([1, 8])('of a timeline whose events are there %i times', async (times) => {
  let [filled, counted, cited, headed] = [0, 0, 0, 0]
  await fc.assert(
    fc.asyncProperty(documents, queries, async (given, query) => {
      const document = repeated(given, times)
      const told = await plainly(document, query)
      const service = await createMemoryService()
      await service.publish(document)
      const read = async (address: string) => (await service.fetch(address)).text()
      const html = await read(`/timelines/${document.id}${queryString(query, { lang: 'en' })}`)
      expectFacts(html, told)
      cited += await expectSources(html, told, read)
      headed += expectSections(html, told)
      if (told.found.length > 0) filled++
      if (told.all.length > 0) expectPicture(html, told)
      if (told.all.length > maxMarked) counted++
      else expectKey(html, told)
    }),
    { numRuns: 25 },
  )
  for (const number of [filled, cited, headed]) expect(number).toBeGreaterThan(3)
  expect(counted > 0).toBe(times > 1)
})
