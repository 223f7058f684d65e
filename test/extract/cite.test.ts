// Quotations looked up in texts: offsets, context, what they support, several places, lost ones.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCitations } from '../../src/domain/check/citations.ts'
import { checkDocument } from '../../src/domain/check/rules.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { completeCitations, type CitedText } from '../../src/extract/fill-citations/complete.ts'

const text =
  '河埠镇6月3日通车。镇长说，通车以后，村民进城只要二十分钟。\n6月3日，河埠桥上挂起了灯。“通车了！”孩子们喊。\n'

const cited = (content = text): CitedText => ({
  id: 'news',
  text: content,
  sha256: createHash('sha256').update(content).digest('hex'),
})

interface Quote {
  readonly exact?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly start?: number
  readonly end?: number
  readonly supports?: readonly ('date' | 'title')[]
}

function documentOf(
  quotes: readonly Quote[],
  event: object = {},
  sha256?: string,
): TimelineDocument {
  const document: unknown = {
    formatVersion: 1,
    id: 'hebu',
    title: '河埠',
    language: 'zh-Hans',
    timeZone: 'Asia/Shanghai',
    authority: { domain: 'timelines.example', date: '2031' },
    themes: [],
    actors: [{ id: 'bridge', kind: 'place', name: '河埠桥' }],
    sources: [
      {
        id: 'news',
        title: '报',
        published: '2031-06-04',
        language: 'zh-Hans',
        ...(sha256 && { sha256 }),
      },
    ],
    events: [
      {
        id: 'opened',
        date: '2031-06-03',
        title: '通车',
        themes: [],
        actors: [],
        citations: quotes.map((quote) => ({ source: 'news', ...quote })),
        ...event,
      },
    ],
  }
  const checked = checkDocument(document)
  if (!checked.ok) throw new Error(JSON.stringify(checked.failure))
  return checked.value
}

const none = () => null
const citationsOf = ({ events }: TimelineDocument) => events[0]?.citations

test('fills in where a quotation stands, and what it supports', () => {
  const document = documentOf([{ exact: '河埠镇6月3日通车' }], { statedDate: '6月3日' })
  const completed = completeCitations(document, [cited()], none)
  expect(citationsOf(completed.document)).toEqual([
    { source: 'news', exact: '河埠镇6月3日通车', start: 0, end: 9, supports: ['date', 'title'] },
  ])
  expect(completed).toMatchObject({ looked: 1, filled: [{ event: 'opened', index: 0 }], lost: [] })
  expect(completed.document.sources[0]?.sha256).toBe(cited().sha256)
})

test('tells by names and figures what a passage supports, and leaves what a person wrote', () => {
  const measures = [{ label: '分钟', value: 20, sourceWords: '二十分钟' }]
  const quotes: Quote[] = [
    { exact: '村民进城只要二十分钟' },
    { exact: '河埠桥上挂起了灯' },
    { exact: '河埠镇', supports: ['title'] },
  ]
  const document = documentOf(quotes, { measures, place: 'bridge' })
  const completed = completeCitations(document, [cited()], none)
  expect(citationsOf(completed.document)?.map(({ supports }) => supports)).toEqual([
    ['measures'],
    ['place'],
    ['title'],
  ])
})

test('asks which of several places is cited, and tells the chosen one from the others', () => {
  const document = documentOf([{ exact: '6月3日' }])
  const asked = completeCitations(document, [cited()], none)
  expect(asked.filled).toEqual([])
  expect(citationsOf(asked.document)?.[0]).not.toHaveProperty('start')
  expect(asked.several).toMatchObject([
    {
      event: 'opened',
      index: 0,
      places: [
        { start: 3, before: '河埠镇', after: expect.stringMatching(/^通车/) },
        { start: 31 },
      ],
    },
  ])
  const chosen = completeCitations(document, [cited()], () => 31)
  const [citation] = citationsOf(chosen.document) ?? []
  expect(citation).toMatchObject({ exact: '6月3日', start: 31, end: 35 })
  expect(citation?.prefix ?? citation?.suffix).toBeDefined()
  const report = checkCitations(chosen.document, cited())
  expect(report).toMatchObject({ faults: [], found: { offset: 1 } })
})

test('lists what is lost, with the nearest words, and leaves it as it is', () => {
  const document = documentOf([
    { exact: '河埠镇6月4日通车' },
    { exact: '镇长说通车后村民进城只要二十分钟' },
  ])
  const completed = completeCitations(document, [cited()], none)
  expect(completed.lost.map(({ why }) => [why.rule, why.proposals ?? why.values])).toEqual([
    ['digits-differ', ['河埠镇6月3日通车']],
    ['passage-absent', [expect.stringContaining('村民进城')]],
  ])
  expect(citationsOf(completed.document)).toEqual(citationsOf(document))
})

test('looks everything up anew in a corrected text, and loses what it no longer has', () => {
  const old = documentOf(
    [
      { exact: '河埠镇6月3日通车', start: 0, end: 9 },
      { exact: '孩子们喊', start: 47, end: 51 },
    ],
    {},
    'a'.repeat(64),
  )
  const corrected = cited(`更正：${text.replace('孩子们喊', '人们喊')}`)
  const completed = completeCitations(old, [corrected], none)
  expect(completed.changed).toEqual(['news'])
  expect(citationsOf(completed.document)?.[0]).toMatchObject({ start: 3, end: 12 })
  expect(completed.lost.map(({ words }) => words)).toEqual(['孩子们喊'])
  expect(completed.document.sources[0]?.sha256).toBe(corrected.sha256)
})

test('any stretch of a text that is cited is found at its place, once it is chosen', () => {
  const letters = fc.array(fc.constantFrom('通', '车', '3', '月', ' ', '\n', '𠀀', 'a'), {
    minLength: 3,
    maxLength: 40,
  })
  fc.assert(
    fc.property(letters, fc.nat(), fc.nat({ max: 5 }), (points, at, length) => {
      const start = at % points.length
      const exact = points.slice(start, start + 1 + length).join('')
      // Words that begin or end within a number are no citation of it.
      fc.pre(exact.trim() === exact && !/33/.test(points.slice(start - 1, start + 1).join('')))
      fc.pre(exact !== '' && !/33/.test(points.slice(start + length, start + length + 2).join('')))
      const content = cited(points.join(''))
      const completed = completeCitations(documentOf([{ exact }]), [content], () => start)
      expect(completed.lost).toEqual([])
      const { faults, found } = checkCitations(completed.document, content)
      expect({ faults, found }).toMatchObject({ faults: [], found: { offset: 1 } })
      const again = completeCitations(completed.document, [content], none)
      expect(again.document).toEqual(completed.document)
    }),
  )
})
