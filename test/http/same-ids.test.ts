import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { writeSearch } from '../../src/address/canonical.ts'
import { idsOfPage, readerOf, type Held } from '../support/event-ids.ts'
import { createMemoryService, publicUrl, type MemoryService } from '../support/memory-service.ts'
import { documents } from '../support/timelines.ts'

/** How many random queries are asked of each timeline. */
const runs = 30

/** Formats that cannot show every date, and say how many they leave out. */
const leavingOut = ['ics', 'jcal', 'timelinejs']

type Entries = [name: string, value: string][]

/** A theme or actor as people write it: by id or by any label that a filter can carry. */
const names = (named: readonly { id: string; labels: readonly string[] }[]): fc.Arbitrary<string> =>
  fc.constantFrom(
    ...named.flatMap(({ id, labels }) => [id, ...labels.filter((label) => !/^-|,/.test(label))]),
  )

const labelsOf = (text: string | Readonly<Record<string, string>>): string[] =>
  typeof text === 'string' ? [text] : Object.values(text)

function queriesFor({ themes, actors, sources, events }: TimelineDocument): fc.Arbitrary<Entries> {
  const clauses = (name: string, all: fc.Arbitrary<string>, maxLength: number) =>
    fc.array(
      fc
        .tuple(fc.constantFrom('', '', '-'), fc.array(all, { minLength: 1, maxLength: 3 }))
        .map(([hyphen, any]): [string, string] => [name, hyphen + any.join(',')])
        // The longest value of a parameter.
        .filter(([, value]) => value.length <= 200),
      { maxLength },
    )
  const given = (name: string, values: readonly string[]): fc.Arbitrary<Entries> =>
    fc.constantFrom(...values).map((value) => [[name, value]])
  const rarely = (name: string, ...values: readonly string[]): fc.Arbitrary<Entries> =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant<Entries>([]) },
      { weight: 1, arbitrary: given(name, values) },
    )
  const words = events
    .flatMap(({ title }) => labelsOf(title))
    .flatMap((title) => title.split(/\s+/))
  return fc
    .tuple(
      clauses('theme', names(themes.map(({ id, label }) => ({ id, labels: labelsOf(label) }))), 1),
      clauses('actor', names(actors.map(({ id, name }) => ({ id, labels: labelsOf(name) }))), 1),
      rarely('members', 'include', 'exclude'),
      clauses(
        'source',
        names(sources.map(({ id, title }) => ({ id, labels: labelsOf(title) }))),
        1,
      ),
      rarely('from', '2019', '2020-01', '2020-01-27', '2020-02-10', '2020-03'),
      rarely('to', '2020-03', '2020-03-12', '2020-12', '2021'),
      rarely('match', 'possible', 'certain'),
      rarely('undated', 'exclude', 'include', 'include'),
      rarely('q', ...words.map((word) => word.slice(0, 2)).filter((word) => word.length > 1)),
      rarely('sort', 'date', '-date'),
      given('limit', ['5', '9', '20', '50', '500']),
      rarely('vague', 'include', 'exclude'),
    )
    .map((entries) => entries.flat())
}

interface Walked {
  readonly ids: string[]
  readonly leftOut: number
  readonly parts: number
}

/** Follows `next` to the end; what the header says of it stands in the body, too. */
async function walk(
  { fetch }: MemoryService,
  start: string,
  read: (text: string) => Held,
): Promise<Walked> {
  const ids: string[] = []
  let leftOut = 0
  let parts = 0
  for (let path: string | null = start; path !== null; parts++) {
    if (parts > 100) throw new Error(`${start} does not come to an end`)
    const response = await fetch(path)
    const text = await response.text()
    expect(response.status, `${path}: ${text.slice(0, 300)}`).toBe(200)
    const held = read(text)
    const count = (name: string) => Number(response.headers.get(`jishi-${name}`) ?? Number.NaN)
    expect(count('left-out'), path).toBe(held.leftOut)
    expect(count('total'), path).toBe(held.ids.length + held.leftOut + count('held-back'))
    const next = /<([^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null
    if (held.next !== undefined) expect(held.next).toBe(next)
    ids.push(...held.ids)
    leftOut += held.leftOut
    path = next?.slice(publicUrl.length) ?? null
  }
  return { ids, leftOut, parts }
}

interface Dated {
  readonly id: string
  readonly date: { readonly named: { readonly from: string; readonly to: string } | null }
}

/** The ids as a list with headings has them: what stands in a month, the rest, what has no date. */
async function inSections(
  service: MemoryService,
  base: string,
  ids: readonly string[],
  entries: Entries,
): Promise<string[]> {
  const answer = await service.fetch(`${base}?limit=500`)
  const { events } = await answer.json<{ events: Dated[] }>()
  const ranks = new Map(
    events.map(({ id, date: { named } }) => {
      const inMonth = named?.from.slice(0, -3) === named?.to.slice(0, -3)
      return [id, named === null ? 2 : inMonth ? 0 : 1]
    }),
  )
  const way = entries.some(([name, value]) => name === 'sort' && value === '-date') ? -1 : 1
  return ids.toSorted((a, b) => way * ((ranks.get(a) ?? Number.NaN) - (ranks.get(b) ?? Number.NaN)))
}

/** Asks one query of the API, of every format and of the pages, and gives what the API answers. */
async function ask(service: MemoryService, timeline: string, entries: Entries): Promise<Walked> {
  const base = `/v1/timelines/${timeline}/events`
  const ofApi = entries.filter(([name]) => name !== 'vague')
  const expected = await walk(service, base + writeSearch(ofApi), readerOf('json'))
  expect(new Set(expected.ids).size).toBe(expected.ids.length)
  const { total } = await (
    await service.fetch(base + writeSearch(ofApi))
  ).json<{ total: { value: number } }>()
  const headed = await inSections(service, base, expected.ids, entries)
  expect(total.value).toBe(expected.ids.length)

  for (const { name, extension } of formats) {
    const query = writeSearch([...entries, ['lang', 'en']])
    const walked = await walk(service, `${base}.${extension}${query}`, readerOf(name))
    const at = `${extension}${query}`
    const shown = new Set(leavingOut.includes(name) ? walked.ids : expected.ids)
    expect(walked.ids, at).toEqual(expected.ids.filter((id) => shown.has(id)))
    expect(walked.leftOut, at).toBe(expected.ids.length - walked.ids.length)
  }
  const filter = entries.filter(([name]) => name !== 'limit' && name !== 'vague')
  for (const page of ['', '/embed']) {
    const response = await service.fetch(`/timelines/${timeline}${page}${writeSearch(filter)}`)
    expect(idsOfPage(await response.text()), `${page}${writeSearch(filter)}`).toEqual(headed)
  }
  return expected
}

test('every format and page gives the same events of fusha-2020 for 30 random queries', async () => {
  const document = fusha as unknown as TimelineDocument
  const service = await createMemoryService()
  await service.publish(document)
  const answers: Walked[] = []
  await fc.assert(
    fc.asyncProperty(queriesFor(document), async (entries) => {
      answers.push(await ask(service, document.id, entries))
    }),
    { numRuns: runs, seed: 2020 },
  )
  expect(answers).toHaveLength(runs)
  expect(answers.filter(({ ids }) => ids.length > 0).length).toBeGreaterThan(runs / 3)
  expect(answers.filter(({ parts }) => parts > 1).length).toBeGreaterThan(2)
})

test('and of 30 random timelines, for a random query each', async () => {
  const answers: Walked[] = []
  const timelines = documents.chain((document) =>
    queriesFor(document).map((entries) => ({ document, entries })),
  )
  await fc.assert(
    fc.asyncProperty(timelines, async ({ document, entries }) => {
      const service = await createMemoryService()
      await service.publish(document)
      answers.push(await ask(service, document.id, entries))
    }),
    { numRuns: runs, seed: 30 },
  )
  expect(answers).toHaveLength(runs)
  expect(answers.filter(({ ids }) => ids.length > 0).length).toBeGreaterThan(runs / 3)
})
