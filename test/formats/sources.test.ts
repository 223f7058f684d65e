// How every format names the source of an event: with or without cited words, as precisely dated as
// its document states, and with a title that may be a translation.
import { describe, expect, test } from 'vitest'
import type { Timeline } from '../../src/domain/document/timeline.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { feed, timeline, timelineEvent } from '../support/feed.ts'

const sources: Timeline['sources'] = [
  {
    id: 'annual-report',
    title: { 'zh-Hans': '年度报告', en: 'The annual report' },
    published: '2020-03',
    language: 'zh-Hans',
  },
]
const named = timelineEvent({ citations: [{ source: 'annual-report' }] })
const quoted = timelineEvent({ citations: [{ source: 'annual-report', exact: '成立19个' }] })

const written = (name: string, event = named, language: 'en' | 'zh-Hans' = 'en'): string =>
  formats
    .find((format) => format.name === name)!
    .write(feed({ timeline: timeline({ sources }), events: [event], language }))
    .replaceAll('\r\n ', '')

/** All formats with room for the name of a source. */
const attributing = ['ics', 'jcal', 'atom', 'rss', 'json-feed', 'markdown', 'timelinejs']

describe('a citation without words', () => {
  test.each(attributing)(
    'is named as a source in %s, and not as a quotation [fault 9.6]',
    (name) => {
      const text = written(name)
      expect(text).toMatch(/Source: .*The annual report/)
      expect(text).not.toMatch(/blockquote|Quotations|「」|“”|undefined|— /)
      expect(written(name, quoted)).toContain('成立19个')
    },
  )

  test('names its source in CSV and NDJSON, without words', () => {
    const [header = '', row = ''] = written('csv').split('\r\n')
    const cell = (column: string) => row.split(',')[header.split(',').indexOf(`"${column}"`)]
    expect(cell('sources')).toBe('"annual-report"')
    expect(cell('cited_words')).toBe('')
    expect(written('ndjson')).toContain('"citations":[{"source":"annual-report"}]')
  })

  test('is the source itself in JSON-LD, not a Quotation', () => {
    const text = written('jsonld')
    const reference =
      '"citation":[{"@id":"tag:timelines.example,2026:town-2020/sources/annual-report"}]'
    expect(text).toContain(reference)
    expect(text).not.toContain('Quotation')
  })
})

test.each([...attributing, 'jsonld'])(
  'a source of a month is dated by that month in %s, and by no day [fault 9.6]',
  (name) => {
    const text = written(name)
    expect(text).toContain('2020-03')
    expect(text).not.toMatch(/2020-03-\d\d|2020033?1/)
  },
)

describe('the title of a source', () => {
  test.each(attributing)('says in %s that it is a translation, where it is one', (name) => {
    expect(written(name, quoted)).toContain('(translated title)')
    expect(written(name, quoted, 'zh-Hans')).not.toContain('译文')
  })

  test('has the original beside it in JSON-LD', () => {
    const node = '"name":"The annual report","alternateName":"年度报告"'
    expect(written('jsonld')).toContain(node)
    expect(written('jsonld', named, 'zh-Hans')).not.toContain('alternateName')
  })

  test.each([
    ['zh-CN', { 'zh-Hans': '年度报告', en: 'The annual report' }, '年度报告'],
    ['de', { 'zh-Hans': '年度报告', en: 'The annual report' }, undefined],
  ])('of a source in %s: %j has the original %s beside it', (language, title, original) => {
    const of = timeline({ sources: [{ ...sources[0]!, language, title }] })
    const text = formats
      .find(({ name }) => name === 'jsonld')!
      .write(feed({ timeline: of, events: [named], language: 'en' }))
    const { '@graph': graph } = JSON.parse(text) as { '@graph': Record<string, unknown>[] }
    const node = graph.find((one) => one['@type'] === 'CreativeWork')
    expect([node?.['name'], node?.['alternateName']]).toEqual(['The annual report', original])
  })
})

test('an actor whose kind is not known has no type in JSON-LD, and no part in the event [fault 9.6]', () => {
  const actors = [{ id: 'committee', name: { en: 'The committee' } }]
  const text = formats
    .find(({ name }) => name === 'jsonld')!
    .write(feed({ timeline: timeline({ actors }), events: [timelineEvent()], language: 'en' }))
  const { '@graph': graph } = JSON.parse(text) as { '@graph': Record<string, unknown>[] }
  const id = 'tag:timelines.example,2026:town-2020/actors/committee'
  expect(graph.find((node) => node['@id'] === id)).toEqual({ '@id': id, name: 'The committee' })
  const event = graph.find((node) => node['@type'] === 'Event')
  expect(event).not.toHaveProperty('actor')
  expect(event).not.toHaveProperty('contributor')
  expect(event).toMatchObject({ subjectOf: { mentions: [{ '@id': id }] } })
})
