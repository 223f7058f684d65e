import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { printEdtf } from '../../src/domain/date/edtf.ts'
import { kindOf, kindProblem } from '../../src/domain/date/kinds.ts'
import type { DateKind } from '../../src/domain/date/when.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { eventJsonLd, jsonLd } from '../../src/formats/json-ld/graph.ts'
import { schemaDates } from '../../src/formats/json-ld/schema-dates.ts'
import data from '../domain/date-vectors.json' with { type: 'json' }
import { dated, edtfDates } from '../support/dates.ts'
import { feed, timeline, timelineEvent } from '../support/feed.ts'
import { hostileFeed, idsOf } from './hostile-feed.ts'

interface Node {
  readonly '@type': string
  readonly '@id': string
  readonly [property: string]: unknown
}

const graphOf = (text: string): Node[] => JSON.parse(text)['@graph']
const nodesOf = (given: FormatInput) => graphOf(jsonLd.write(given))
const ofType = (nodes: readonly Node[], type: string) =>
  nodes.filter((node) => node['@type'] === type)

const written = (overrides: Partial<TimelineEvent>): Node => {
  const [node] = graphOf(
    eventJsonLd(timelineEvent(overrides), {
      timeline: timeline(),
      language: 'en',
      url: 'https://timelines.example/e',
    }),
  )
  if (!node) throw new Error('no node')
  return node
}

describe('dates', () => {
  const vectors = data.vectors.filter((vector) => vector.schemaOrg !== undefined)

  test('there are vectors', () => {
    expect(vectors.length).toBeGreaterThan(15)
  })

  test.each(vectors)('$edtf ($kind) keeps its precision', ({ edtf, kind, schemaOrg }) => {
    expect(schemaDates(dated(edtf, kind as DateKind))).toEqual(schemaOrg ?? {})
  })

  test.each([
    ['2020-02-01~/2020-02-10', 'span', '2020-02-01/2020-02-10'],
    ['2020-01-24?/..', 'since', '2020-01-24/..'],
    ['../2020-02-24%', 'asOf', '2020-02-24'],
    ['/2020-02-24~', 'until', '../2020-02-24'],
    ['[2020-02-01,2020-02-03,2020-02-05]', 'point', '2020-02-01/2020-02-05'],
    ['[-0044..-0043-03]', 'point', '-0044/-0043-03'],
  ] as const)('%s (%s) is a coverage, since no day of it is sure', (edtf, kind, coverage) => {
    expect(schemaDates(dated(edtf, kind))).toEqual({ temporalCoverage: coverage })
  })

  test('every value is ISO 8601, as precise as the source and no more', () => {
    const one = String.raw`-?\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))?)?)?`
    const iso = new RegExp(`^${one}$`)
    const interval = new RegExp(`^(?:${one}(?:/(?:${one}|\\.\\.))?|\\.\\./${one})$`)
    fc.assert(
      fc.property(edtfDates, fc.boolean(), (date, isWhole) => {
        const edtf = printEdtf(date)
        const kind = isWhole && kindProblem(date, 'span') === null ? 'span' : kindOf(date)
        const { temporalCoverage, ...dates } = schemaDates(dated(edtf, kind, { timeZone: 'UTC' }))
        const given = [...Object.values(dates), ...(temporalCoverage?.split('/') ?? [])]
        for (const value of Object.values(dates)) expect(value, edtf).toMatch(iso)
        expect(temporalCoverage ?? '2020', edtf).toMatch(interval)
        // No day, month or year of a value is invented: its text is part of the date, but for the years of X.
        for (const value of given.filter((value) => value !== '..' && !/\dX/.test(edtf)))
          expect(edtf, value).toContain(value.replace(/(?<=T.*)(?::00)?(?:Z|[+-].*)?$/, ''))
        expect(kind === 'undated' || given.length > 0).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('a coverage belongs to the page about the event, since an Event has none', () => {
    expect(written({ when: dated('2020-02~', 'point') })).toMatchObject({
      '@type': 'Event',
      subjectOf: { '@type': 'WebPage', temporalCoverage: '2020-02' },
    })
  })

  test.each([
    ['1980%', 'point', 'Date: c. 1980 (uncertain) (EDTF 1980%)'],
    ['[..2020-03-13]', 'undated', 'Date: on or before 13 March 2020 (EDTF [..2020-03-13])'],
    ['../2020-02-24', 'asOf', 'Date: as of 24 February 2020 (EDTF ../2020-02-24)'],
  ] as const)('of %s the description has words and EDTF [fault 1.4]', (date, kind, line) => {
    const { description } = written({ when: dated(date, kind) })
    expect(description).toBe(`Nineteen branches are formed in the town.\n${line}`)
  })

  test('a state measured on a day is an Observation', () => {
    expect(written({ when: dated('../2020-02-24', 'asOf') })).toMatchObject({
      '@type': 'Observation',
      observationDate: '2020-02-24',
    })
  })
})

test('persons act, organizations contribute, places are the location, themes what it is about', () => {
  const node = written({ actors: ['committee', 'li-ming'], place: 'town' })
  const tag = 'tag:timelines.example,2026:town-2020'
  expect(node).toMatchObject({
    identifier: `${tag}/branches-formed`,
    about: [{ '@id': `${tag}/themes/prevention` }],
    actor: [{ '@id': `${tag}/actors/li-ming` }],
    contributor: [{ '@id': `${tag}/actors/committee` }],
    location: [{ '@id': `${tag}/actors/town` }],
  })
})

test('a list of nobody and nothing is left out', () => {
  const bare = timelineEvent({ themes: [], actors: [], citations: [], links: [] })
  const documents = [
    jsonLd.write(feed({ events: [bare] })),
    jsonLd.write(feed({ events: [], timeline: timeline({ sources: [] }) })),
    jsonLd.write(feed({ events: [{ ...bare, when: dated('../2020-02-24', 'asOf') }] })),
  ]
  for (const text of documents) {
    expect(graphOf(text).length).toBeGreaterThan(1)
    expect(text).not.toContain('[]')
  }
})

test('cited words are quotations based on their source', () => {
  expect(written({}).subjectOf).toMatchObject({
    citation: [
      {
        '@type': 'Quotation',
        text: '19个党支部成立',
        inLanguage: 'zh-Hans',
        isBasedOn: { '@id': 'tag:timelines.example,2026:town-2020/sources/town-news' },
      },
    ],
  })
})

test.each([
  ['2020-03-13T07:45+08', '2020-03-13T07:45:00+08:00'],
  ['2020-03-12T23:45Z', '2020-03-12T23:45:00Z'],
  ['2020-03-13T07:45:30-05', '2020-03-13T07:45:30-05:00'],
])('an instant %s is the DateTime %s', (date, expected) => {
  expect(schemaDates(dated(date, 'point'))).toEqual({ startDate: expected })
  const sources = timeline().sources.map((source) => ({ ...source, published: date }))
  const nodes = nodesOf(feed({ timeline: timeline({ sources }) }))
  expect(ofType(nodes, 'CreativeWork').map(({ datePublished }) => datePublished)).toContain(
    expected,
  )
})

test('a figure that the source only bounds is a limit, a range has two', () => {
  const label = { en: 'Branches' }
  const measures = [
    { label, value: 19 },
    { label, value: 1000, bound: 'over' },
    { label, value: 8, valueTo: 10, unitCode: 'CNY' },
    { label, value: 8, valueTo: 10, bound: 'over' },
    { label, value: 8, valueTo: 10, bound: 'under' },
  ] as const
  const { mentions } = written({ measures }).subjectOf as { mentions: Node[] }
  expect({ mentions }).toMatchObject({
    mentions: [
      { '@type': 'Observation', variableMeasured: 'Branches', value: 19 },
      { minValue: 1000 },
      { minValue: 8, maxValue: 10, unitCode: 'CNY' },
      { minValue: 8, description: 'over 8–10' },
      { maxValue: 10, description: 'nearly 8–10' },
    ],
  })
  // More than 8–10 may be more than 10.
  expect(mentions[3]).not.toHaveProperty('maxValue')
  expect(mentions[4]).not.toHaveProperty('minValue')
})

test('a figure that is approximate says so in words', () => {
  const label = { en: 'Area' }
  const unit = { en: 'm²' }
  const measures = [
    { label, value: 1000, unit, approximate: true },
    { label, value: 1000, unit, approximate: true, sourceWords: '1000平方米左右' },
    { label, value: 1000, unit },
  ]
  const { mentions } = written({ measures }).subjectOf as { mentions: Node[] }
  expect(mentions.map(({ description }) => description)).toEqual([
    'about 1,000 m²',
    '1000平方米左右',
    undefined,
  ])
})

test('the timeline is a Dataset with licence, credit and edition; the answer an ItemList', () => {
  const licence = { name: { en: 'CC BY 4.0' }, url: 'https://creativecommons.org/licenses/by/4.0/' }
  const given = feed({
    timeline: timeline({ licence, credit: { en: 'The editors' } }),
    filter: '复工复产',
    total: 7,
    setAside: 2,
    language: 'en',
  })
  const [dataset, list] = nodesOf(given)
  expect(dataset).toMatchObject({
    '@type': 'Dataset',
    license: licence.url,
    creditText: 'The editors',
    version: '3',
  })
  expect(list).toMatchObject({ '@type': 'ItemList', name: '复工复产', numberOfItems: 7 })
  expect(list?.['description']).toMatch(/7.*2/s)
})

test('groups of groups are named', () => {
  const organization = (id: string, memberOf?: string[]) => ({
    id,
    kind: 'organization' as const,
    name: { en: id },
    ...(memberOf && { memberOf }),
  })
  const actors = [organization('a', ['b']), organization('b', ['c', 'a']), organization('c')]
  const nodes = nodesOf(
    feed({ timeline: timeline({ actors }), events: [timelineEvent({ actors: ['a'] })] }),
  )
  expect(ofType(nodes, 'Organization').map((node) => node['name'])).toEqual(['a', 'b', 'c'])
})

test('any text comes back to the character, every reference resolves, no script ends', () => {
  let seen = 0
  fc.assert(
    fc.property(hostileFeed, (given) => {
      const text = jsonLd.write(given)
      expect(text).not.toMatch(/[<>\u2028\u2029]/)
      expect(jsonLd.write(given)).toBe(text)
      const nodes = graphOf(text)
      const list = nodes[1] as unknown as { itemListElement?: { item: { '@id': string } }[] }
      const events = nodes.filter(({ '@id': id }) => id.endsWith('#event'))
      expect((list.itemListElement ?? []).map(({ item }) => item['@id'])).toEqual(
        events.map(({ '@id': id }) => id),
      )
      expect(events.map(({ url }) => url)).toEqual(idsOf(given).map(given.links.event))
      expect(events.map((node) => [node['name'], quoted(node)])).toEqual(
        given.events.map((event) => [
          event.title['zh-Hans'],
          event.citations.map(({ exact }) => exact),
        ]),
      )
      for (const event of events) {
        for (const reference of referencesOf(event)) {
          expect(nodes.map((node) => node['@id'])).toContain(reference)
          seen++
        }
      }
    }),
    { numRuns: 100, seed: 4 },
  )
  expect(seen).toBeGreaterThan(0)
})

const quoted = (node: Node): string[] =>
  (node['subjectOf'] as { citation: { text: string }[] }).citation.map(({ text }) => text)

const referencesOf = (node: Node): string[] =>
  [...JSON.stringify(node).matchAll(/\{"@id":"(tag:[^"]+)"\}/g)].map(([, id]) => id ?? '')
