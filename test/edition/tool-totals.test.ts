// The totals of find_events beside the plain filter and those of the API: over random timelines, in one value
// of the store and packed, where words may be in more parts than are looked through.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseWindowDay } from '../../src/domain/query/window.ts'
import { everything } from '../../src/domain/query/event-query.ts'
import { countsAsSetAside, matches } from '../../src/domain/query/matches.ts'
import { searchText } from '../../src/domain/query/search.ts'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { wrap } from '../../src/edition/envelope.ts'
import type { EditionReader } from '../../src/edition/reader.ts'
import { maxToolText } from '../../src/http/mcp/find-events.ts'
import { headKey } from '../../src/store/keys.ts'
import { citation, document, event, source } from '../support/document.ts'
import { callTool } from '../support/mcp.ts'
import {
  createMemoryService,
  createMemoryStorage,
  type MemoryService,
} from '../support/memory-service.ts'
import { twice } from '../support/packed.ts'

/** How many random timelines; more in `npm run prove`. */
const numRuns = Math.ceil(Number(process.env['PACKED_RUNS'] ?? 60) / 20)

/** In a language that is not asked for: each event is in a part of its own, of which 24 are looked through. */
const long = 'Lists were kept, read aloud and posted. '.repeat(1_520)
const short = 'Lists were kept.'

/** The second has each three letters of the first, and not the word. */
const titles = ['abcdef', 'abcd bcde cdef', 'entry'] as const
const dates = [
  ['2020-02-03', 'point'],
  ['2020-02', 'point'],
  ['2020-03-01', 'point'],
  ['2020-02-10~', 'point'],
  ['2020-01-20/..', 'since'],
  ['2020-02-01/2020-03-05', 'span'],
  ['[..2020-01-05]', 'undated'],
  ['[..2020-06-01]', 'undated'],
] as const

const drafts = fc.array(
  fc.record({
    title: fc.constantFrom(...titles, titles[1], titles[1]),
    date: fc.constantFrom(...dates),
  }),
  { minLength: 40, maxLength: 56, size: 'max' },
)

const asked = fc.record({
  window: fc.constantFrom<{ from?: string; to?: string }>(
    {},
    { from: '2020-02-01' },
    { to: '2020-02-20' },
    { from: '2020-02-01', to: '2020-02-20' },
    { from: '2020-02', to: '2020-02' },
    { from: '2020-03', to: '2020-03' },
  ),
  undated: fc.constantFrom(undefined, 'include' as const),
  q: fc.constantFrom(undefined, 'abcdef', 'abcdef', 'abcdef'),
  limit: fc.constantFrom(12, 100),
})

const timelineOf = (
  made: readonly { title: string; date: (typeof dates)[number] }[],
  text: string,
) =>
  document({
    language: 'en',
    sources: [source({ id: 'annals', published: '2020-06-30' })],
    events: made.map(({ title, date: [date, kind] }, index) =>
      event({
        id: `e-${index}`,
        date,
        kind,
        title: { en: title },
        summary: { en: 'Lists were kept.', fr: text },
        actors: [],
        citations: [citation({ source: 'annals', exact: `entry ${index}` })],
      }),
    ),
  })

/** Two have the word, and more than 24 others on the same day may have it; so may events without a day. */
const known: [{ title: (typeof titles)[number]; date: (typeof dates)[number] }[], Asked[]] = [
  Array.from({ length: 40 }, (_, index) => ({
    title: index % 20 === 7 ? titles[0] : titles[1],
    date: index % 5 === 0 ? dates[6] : dates[0],
  })),
  ([12, 100] as const).flatMap((limit) =>
    [undefined, 'include' as const].map((undated) => ({
      window: { from: '2020-02-01', to: '2020-02-20' },
      undated,
      q: 'abcdef',
      limit,
    })),
  ),
]

const groups = ['surely', 'possibly', 'undated'] as const
interface Found extends Record<(typeof groups)[number], readonly { readonly id: string }[]> {
  readonly totals: Readonly<Record<(typeof groups)[number] | 'setAside', number>> & {
    readonly atMost?: true
  }
  readonly next?: string
}

type Asked = typeof asked extends fc.Arbitrary<infer Value> ? Value : never

/** The ids of each group, as `matches` has them. */
async function plainly(reader: EditionReader, { window: { from, to }, undated, q }: Asked) {
  const dayOf = (text: string | undefined, end: 'first' | 'last') => {
    const day = text === undefined ? undefined : parseWindowDay(text, end)
    return day?.ok === true ? day.value : null
  }
  const window = {
    ...everything.window,
    from: dayOf(from, 'first'),
    to: dayOf(to, 'last'),
    undated: undated ?? ('exclude' as const),
  }
  const query = { ...everything, window, terms: q === undefined ? [] : [q] }
  const certain = { ...query, window: { ...window, match: 'certain' as const } }
  const around = {
    // Long texts in another language hold none of the words.
    textOf: ({ summary: _, ...one }: TimelineEvent) => searchText(one, reader.facts.timeline),
    groupsOf: () => [],
  }
  const all = await Array.fromAsync(reader.all())
  const selected = all.filter((one) => matches(one, query, around))
  const dated = selected.filter(({ when }) => when.range !== null)
  const isSure = (one: TimelineEvent) => matches(one, certain, around)
  const ids = (events: readonly TimelineEvent[]) => events.map(({ id }) => id).toSorted()
  return {
    surely: ids(dated.filter(isSure)),
    possibly: ids(dated.filter((one) => !isSure(one))),
    undated: ids(selected.filter(({ when }) => when.range === null)),
    setAside: all.filter((one) => countsAsSetAside(one, query, around)).length,
  }
}

/** Fails where an answer differs; true where a total was an upper bound. */
async function compare(service: MemoryService, reader: EditionReader, given: Asked) {
  const wanted = await plainly(reader, given)
  const met: Record<string, string[]> = { surely: [], possibly: [], undated: [] }
  const { window, ...others } = given
  const present = Object.entries({ ...window, ...others }).filter(
    ([, value]) => value !== undefined,
  )
  let atMost = false
  let cursor: string | undefined
  do {
    const part = cursor === undefined ? {} : { cursor }
    const { text, structuredContent } = await callTool(service, 'find_events', {
      timeline: 'town-2020',
      lang: 'en',
      ...Object.fromEntries(present),
      ...part,
    })
    if (structuredContent === undefined) throw new Error(text)
    const found = structuredContent as unknown as Found
    const { totals } = found
    for (const group of groups) met[group]?.push(...found[group].map(({ id }) => id))
    const numbers = {
      surely: wanted.surely.length,
      possibly: wanted.possibly.length,
      undated: wanted.undated.length,
      setAside: wanted.setAside,
    }
    const { atMost: isBound, ...told } = totals
    const isRight = (name: keyof typeof told): boolean =>
      isBound === undefined ? told[name] === numbers[name] : told[name] >= numbers[name]
    expect(
      (['surely', 'possibly', 'undated', 'setAside'] as const).filter((name) => !isRight(name)),
      JSON.stringify([told, numbers]),
    ).toEqual([])
    const search = new URLSearchParams(
      [...present, ...Object.entries(part)].map(([name, value]) => [name, String(value)]),
    )
    const answer = await service.fetch(`/v1/timelines/town-2020/events?${String(search)}&lang=en`)
    expect(await answer.json()).toMatchObject({
      total: {
        value: told.surely + told.possibly + told.undated,
        relation: isBound === undefined ? 'eq' : 'lte',
      },
      setAside: { undated: told.setAside },
    })
    expect(text.length).toBeLessThanOrEqual(maxToolText)
    atMost ||= isBound === true
    cursor = found.next
  } while (cursor !== undefined)
  for (const group of groups) expect(met[group]?.toSorted(), group).toEqual(wanted[group])
  return atMost
}

test.each([
  ['long and packed', long],
  ['short', short],
] as const)(
  'totals of %s timelines are those of the plain filter and of the API, or upper bounds said to be so',
  async (_, text) => {
    let [bounds, exact] = [0, 0]
    await fc.assert(
      fc.asyncProperty(
        drafts,
        fc.array(asked, { minLength: 8, maxLength: 8 }),
        async (made, all) => {
          const { head, plain, edition, memory } = await twice([timelineOf(made, text)])
          const storage = createMemoryStorage()
          const key = headKey('town-2020')
          await storage.kv.put(key, await wrap(key, text === long ? edition : head))
          const service = await createMemoryService({ storage, partsOf: () => memory.source })
          for (const given of all)
            if (await compare(service, plain, given)) bounds++
            else exact++
        },
      ),
      { numRuns, endOnFailure: true, examples: [known] },
    )
    expect(exact).toBeGreaterThan(0)
    expect(bounds > 0).toBe(text === long)
  },
)
