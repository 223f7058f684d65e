// One document with every kind of fault: one run tells all of them, and what each says to do mends it.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkCitations } from '../../src/domain/check/citations.ts'
import { faultReasons, type FaultReason } from '../../src/domain/check/fault.ts'
import { checkDocument, warningsOf } from '../../src/domain/check/rules.ts'
import { warningReasons, type WarningReason } from '../../src/domain/check/warning.ts'
import { ruleInWords } from '../../src/messages/languages.ts'
import { actor, citation, document, event, measure, source } from '../support/document.ts'

const text = [
  '镇报',
  '2月上旬,19个党支部成立。',
  '截至2月24日,108家企业复工。',
  '3月6日,李明到会。',
  '3月6日,李明到会。',
  '4月1日,村路通车。',
  '4月2日,学校开学。',
].join('\n')

/** An event without fault, of its own id. */
const sound = (id: string, changes: object = {}) =>
  event({ id, title: { 'zh-Hans': id }, ...changes })

/** Each event but the last has the fault that it is named after; some faults stand elsewhere. */
const faulty = () => ({
  ...document(),
  licence: ['CC BY 4.0'],
  themes: [...document().themes, { id: 'roads', label: '复工', color: 9 }],
  actors: [
    ...document().actors,
    actor({ id: 'li-ming', name: '李明明' }),
    actor({ id: 'a', name: '甲', memberOf: ['b'] }),
    actor({ id: 'b', name: '乙', memberOf: ['a'] }),
  ],
  sources: [source({ id: 'town-news', sha256: 'a'.repeat(64), published: '2020-03-13' })],
  events: [
    sound('wrong-type', { themes: 'prevention' }),
    sound('missing-field', { citations: undefined }),
    sound('unknown-field', { titel: '词' }),
    sound('too-long', { title: '长'.repeat(501) }),
    sound('too-short', { citations: [] }),
    sound('out-of-range', { citations: [citation({ start: -1, end: 3 })] }),
    sound('wrong-form', { links: [{ url: 'news.example', title: 'News' }] }),
    sound('duplicate-id'),
    sound('duplicate-id'),
    sound('unknown-theme', { themes: ['prevent'] }),
    sound('unknown-actor', { actors: ['comittee'] }),
    sound('unknown-source', { citations: [citation({ source: 'town-new' })] }),
    sound('repeated-reference', { themes: ['prevention', 'prevention'] }),
    sound('not-a-place', { place: 'committee' }),
    sound('invalid-date', { date: '2020-02-30', kind: 'point' }),
    sound('after-source', { date: '[..2020-05-01]', kind: 'undated' }),
    sound('uncited-words', { statedDate: '2月中旬' }),
    sound('wrong-sum', {
      measures: [
        measure({
          value: 19,
          sourceWords: '19个',
          unit: '个',
          parts: [{ label: '甲', value: 2, unit: '个' }],
        }),
      ],
    }),
    sound('mixed-units', {
      measures: [
        {
          label: '面积',
          value: 2,
          unit: '个',
          unitCode: 'HAR',
          parts: [{ label: '甲', value: 2, unit: '个', unitCode: 'MTK' }],
        },
      ],
    }),
    sound('empty-range', { measures: [{ label: '数', value: 19, valueTo: 2, unit: '个' }] }),
    sound('private-matter', { summary: '他因病住院。' }),
    sound('passage-absent', { citations: [citation({ exact: '五月里下了一场大雨' })] }),
    sound('passage-ambiguous', { citations: [citation({ exact: '3月6日,李明到会' })] }),
    sound('digits-differ', {
      citations: [citation({ exact: '4月1日,村路通车'.replace('1', '7') })],
    }),
    sound('context-differs', { citations: [citation({ exact: '学校开学', prefix: '4月8日,' })] }),
    sound('uncited-digits', { title: '有91个党支部' }),
    sound('date-differs', { date: '2020-03-05', kind: 'point', statedDate: '2月上旬' }),
    sound('private-title', { links: [{ url: 'https://news.example/', title: '住院须知' }] }),
  ],
})

const sha256 = createHash('sha256').update(text).digest('hex')

/** The document as an editor has it: parsed from text, in which one number has too many digits. */
function read(value: unknown) {
  const json = JSON.stringify(value).replace('"color":9', '"color":9.00000000000000000001')
  const draft = JSON.parse(json) as object
  const checked = checkDocument(draft, json)
  const citations = checkCitations(draft, { id: 'town-news', text, sha256 })
  const faults = [...(checked.ok ? [] : checked.failure), ...citations.faults]
  return { draft, faults, warnings: warningsOf(draft) }
}

/** The place of a fault in a document that is mended. */
class Place {
  readonly last: string
  readonly #holder: object

  constructor(document: object, pointer: string) {
    const path = pointer.split('/').slice(1)
    this.last = path.pop() ?? ''
    this.#holder = path.reduce<object>((inner, key) => Reflect.get(inner, key) as object, document)
  }

  get value(): unknown {
    return Reflect.get(this.#holder, this.last)
  }

  set(value: unknown): void {
    Reflect.set(this.#holder, this.last, value)
  }

  /** Sets a field of the object at the place, or beside it. */
  add(field: string, value: unknown): void {
    const at = typeof this.value === 'object' ? (this.value as object) : this.#holder
    Reflect.set(at, field, value)
  }

  /** Leaves out the place itself, or fields beside it. */
  leaveOut(...fields: readonly string[]): void {
    const holder: unknown = this.#holder
    if (Array.isArray(holder)) holder.splice(Number(this.last), 1)
    else
      for (const field of fields.length === 0 ? [this.last] : fields)
        Reflect.deleteProperty(this.#holder, field)
  }

  /** Proposals rename a field, or are the value. */
  take(proposal: string, reason: string): void {
    if (reason !== 'unknown-field') return this.set(proposal)
    const { value } = this
    this.leaveOut()
    this.add(proposal, value)
  }
}

/** What a person does who reads the message, where it proposes no value. */
const remedies: Partial<Record<FaultReason | WarningReason, (place: Place) => void>> = {
  'wrong-type': (place) =>
    place.set(place.last === 'licence' ? { name: 'CC BY 4.0' } : ['prevention']),
  'missing-field': (place) => place.add('citations', [citation()]),
  'too-long': (place) => place.set(String(place.value).slice(0, 500)),
  'too-short': (place) => place.set([citation()]),
  'out-of-range': (place) => place.leaveOut('start', 'end'),
  'wrong-form': (place) => place.set(`https://${String(place.value)}`),
  'duplicate-id': (place) => place.set(`${String(place.value)}-2`),
  'repeated-reference': (place) => place.leaveOut(),
  'membership-cycle': (place) => place.leaveOut(),
  'not-a-place': (place) => place.set('town'),
  'ambiguous-name': (place) => place.set('道路'),
  'invalid-date': (place) => place.set('2020-02-29'),
  'after-source': (place) => place.set('[..2020-03-13]'),
  'uncited-words': (place) => place.set('2月上旬'),
  'wrong-sum': (place) => place.leaveOut(),
  'mixed-units': (place) => place.set('HAR'),
  'empty-range': (place) => place.leaveOut(),
  'private-matter': (place) => place.leaveOut(),
  'inexact-number': (place) => place.set(2),
  'source-differs': (place) => place.set(sha256),
  'passage-absent': (place) => place.set('4月2日,学校开学'),
  'passage-ambiguous': (place) => place.add('prefix', '108家企业复工。\n'),
  'digits-differ': (place) => place.set('4月1日,村路通车'),
  'context-differs': (place) => place.leaveOut('prefix'),
  'uncited-digits': (place) => place.set('有19个党支部'),
  'date-differs': (place) => place.set('2020-02-05'),
}

/** These need the service, which knows the edition before. */
const ofService: readonly FaultReason[] = [
  'other-timeline',
  'authority-changed',
  'unknown-event',
  'fixed-by-events',
]

test('one run tells every kind of fault and warning, and mending each leaves none', () => {
  const { draft, faults, warnings } = read(faulty())
  const found = [...faults, ...warnings]
  const told = new Set<string>(found.map(({ reason }) => reason))
  const expected = [
    ...faultReasons.filter((reason) => !ofService.includes(reason)),
    ...warningReasons,
  ]
  expect(expected.filter((reason) => !told.has(reason))).toEqual([])
  const unmended = found.filter(
    ({ reason, broken: { proposals = [] } }) =>
      proposals.length === 0 && remedies[reason] === undefined,
  )
  expect(unmended.map(({ pointer, reason }) => [pointer, reason])).toEqual([
    ['/events/27/links/0/title', 'private-title'],
  ])
  // From the end, so that what is left out moves nothing that is still to be mended.
  for (const { pointer, reason, broken } of found.toReversed()) {
    const [proposal] = broken.proposals ?? []
    const place = new Place(draft, pointer)
    if (proposal === undefined) remedies[reason]?.(place)
    else place.take(proposal, reason)
  }
  const mended = read(draft)
  expect(mended.faults.map(({ pointer, reason }) => [pointer, reason])).toEqual([])
  expect(mended.warnings.map(({ reason }) => reason)).toEqual(['private-title'])
})

test('every fault says what is right: by its rule, a proposal or a hint', () => {
  const { faults, warnings } = read(faulty())
  const rule = /must|needs|lacks|no such|is not the|is the id of|with other digits/
  const without = [...faults, ...warnings].filter(({ broken }) => {
    const { detail, hint } = ruleInWords(broken, 'en')
    return !rule.test(detail) && hint === undefined && broken.proposals === undefined
  })
  expect(without.map(({ reason }) => reason)).toEqual([])
})
