import { ruleInWords } from '../../src/messages/languages.ts'
import { describe, expect, it } from 'vitest'
import { checkDocument } from '../../src/domain/check/rules.ts'
import type { Fault } from '../../src/domain/check/fault.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { actor, citation, document, event, measure, source } from '../support/document.ts'

const faultsOf = (value: unknown): Fault[] => {
  const checked = checkDocument(value)
  return checked.ok ? [] : checked.failure
}
const placesOf = (value: unknown) =>
  faultsOf(value).map(({ pointer, reason }) => `${pointer} ${reason}`)

const withEvent = (overrides: Parameters<typeof event>[0]) =>
  document({ events: [event(overrides)] })
const withActors = (...actors: TimelineDocument['actors']) =>
  document({ actors: [...document().actors, ...actors] })
const withSource = (overrides: Parameters<typeof source>[0]) =>
  document({ sources: [source(overrides)] })
const withTheme = (label: string | Record<string, string>) =>
  document({ themes: [...document().themes, { id: 'other', label, color: 2 }] })
const withMeasure = (overrides: Parameters<typeof measure>[0]) =>
  withEvent({ measures: [measure({ sourceWords: '19个', ...overrides })] })
const part = (value: number, valueTo?: number) => ({
  label: '部分',
  value,
  ...(valueTo === undefined ? {} : { valueTo }),
})
const crowd = (size: number) =>
  Array.from({ length: size }, (_, index) => actor({ id: `a-${index}`, name: `甲${index}` }))
const crowded = (size: number) => ({
  ...withActors(...crowd(size)),
  events: [event({ actors: crowd(size).map(({ id }) => id) })],
})
const withMany = (size: number) =>
  withEvent({
    citations: Array.from({ length: size }, () => citation()),
    measures: Array.from({ length: size }, () => part(1)),
  })
/** The source appeared on 2020-03-13 in Shanghai. */
const undated = { kind: 'undated' as const, citations: [citation()] }
/** Fields that the types do not allow. */
const withRaw = (overrides: Record<string, unknown>) => ({ ...document(), ...overrides })
const withRawEvent = (overrides: Record<string, unknown>) =>
  withRaw({ events: [{ ...event(), ...overrides }] })
const withRawActor = (overrides: Record<string, unknown>) =>
  withRaw({ actors: [...document().actors, { ...actor(), ...overrides }] })
const languages = (size: number) =>
  Object.fromEntries(Array.from({ length: size }, (_, index) => [`en-${100 + index}`, 'x']))

describe('a document without fault', () => {
  it('is answered as it is', () => {
    expect(checkDocument(document())).toEqual({ ok: true, value: document() })
  })

  it.each<[string, unknown]>([
    ['has no events yet', document({ events: [] })],
    ['has < and > in a text, which is text', withEvent({ title: '<b>1 < 2</b>' })],
    [
      'has an undated event up to the day of its source',
      withEvent({ ...undated, date: '[..2020-03-13]' }),
    ],
    [
      'has an undated event up to the day of the later of its sources',
      document({
        sources: [source(), source({ id: 'later', published: '2020-04-01T00:00:00+08:00' })],
        events: [
          event({
            ...undated,
            date: '[..2020-04-01]',
            citations: [citation(), citation({ source: 'later' })],
          }),
        ],
      }),
    ],
    ['has 500 characters outside the BMP', withEvent({ title: '𠮷'.repeat(500) })],
    ['has a text in 32 languages', withEvent({ title: languages(32) })],
    ['has a chain of memberships', withActors(actor({ memberOf: ['li-ming', 'committee'] }))],
    [
      'has two ways of membership to one group',
      withActors(
        actor({ id: 'a', name: '甲', memberOf: ['b', 'c'] }),
        actor({ id: 'b', name: '乙', memberOf: ['committee'] }),
        actor({ id: 'c', name: '丙', memberOf: ['committee', 'b'] }),
      ),
    ],
    ['has one label in two languages of a theme', withTheme({ 'zh-Hans': 'X', en: 'X' })],
    ['has a label that is its own identifier', withTheme('other')],
    ['has an event of 64 actors', crowded(64)],
    ['has 100 citations and measures of an event', withMany(100)],
    [
      'has 20 parts of a measure',
      withMeasure({ value: 20, parts: Array.from({ length: 20 }, () => part(1)) }),
    ],
    ['has a withdrawn event', withEvent({ status: 'withdrawn', note: '报道已更正' })],
    ['has an instant', withEvent({ kind: 'point', date: '2020-03-13T07:45:00+08:00' })],
    ['has a range', withMeasure({ value: 8, valueTo: 10 })],
    ['has the largest exact number', withMeasure({ value: Number.MAX_SAFE_INTEGER })],
    ['has decimal parts that add up', withMeasure({ value: 0.3, parts: [part(0.1), part(0.2)] })],
    [
      'has parts from small to large',
      withMeasure({ value: 1e15, parts: [part(1e15 - 1), part(1)] }),
    ],
    [
      'has a tiny part that adds up',
      withMeasure({ value: 1.000000001, parts: [part(1), part(1e-9)] }),
    ],
    ['has parts below zero', withMeasure({ value: -1.5, parts: [part(-2), part(0.5)] })],
    [
      'has parts with ranges',
      withMeasure({ value: 3, valueTo: 5, parts: [part(1, 2), part(2, 3)] }),
    ],
  ])('%s', (_, value) => {
    expect(placesOf(value)).toEqual([])
  })
})

describe('a fault of form', () => {
  it.each<[string, unknown, string[]]>([
    ['no object', 7, [' wrong-type']],
    ['null', null, [' wrong-type']],
    ['an array', [], [' wrong-type']],
    ['an array of something', [document()], [' wrong-type']],
    ['an array in place of an object', withRaw({ authority: [] }), ['/authority wrong-type']],
    [
      'arrays in place of events',
      withRaw({ events: [[], [1]] }),
      ['/events/0 wrong-type', '/events/1 wrong-type'],
    ],
    ['a future format', withRaw({ formatVersion: 2 }), ['/formatVersion wrong-type']],
    ['an unknown field', withRaw({ colour: 1 }), ['/colour unknown-field']],
    [
      'an unknown field that objects inherit',
      withRaw({ toString: 1 }),
      ['/toString unknown-field'],
    ],
    ['an unknown field with a slash', withRawEvent({ 'a/b': 1 }), ['/events/0/a~1b unknown-field']],
    [
      'an unknown field too long to repeat',
      withRawEvent({ ['x'.repeat(101)]: 1 }),
      ['/events/0 unknown-field'],
    ],
    ['a time zone that is none', document({ timeZone: 'Asia/Fusha' }), ['/timeZone wrong-form']],
    [
      'a time zone in lower case',
      document({ timeZone: 'asia/shanghai' }),
      ['/timeZone wrong-form'],
    ],
    ['an identifier in capitals', withRaw({ id: 'Town' }), ['/id wrong-form']],
    ['an empty text', withEvent({ title: ' ' }), ['/events/0/title too-short']],
    ['a text without language', withEvent({ title: {} }), ['/events/0/title too-short']],
    ['a text in 33 languages', withEvent({ title: languages(33) }), ['/events/0/title too-long']],
    [
      'a language that is no tag',
      withEvent({ title: { Deutsch: 'x' } }),
      ['/events/0/title/Deutsch wrong-form'],
    ],
    [
      'a text that is a number',
      withRawEvent({ title: { en: 5 } }),
      ['/events/0/title/en wrong-type'],
    ],
    ['a text that is null', withRawEvent({ title: null }), ['/events/0/title wrong-type']],
    ['501 characters', withEvent({ title: '𠮷'.repeat(501) }), ['/events/0/title too-long']],
    ['an unpaired surrogate', withEvent({ title: 'a\ud800' }), ['/events/0/title wrong-form']],
    ['an unpaired bidi control', withEvent({ title: 'a\u202e' }), ['/events/0/title wrong-form']],
    ['no citation', withEvent({ citations: [] }), ['/events/0/citations too-short']],
    [
      'start without end',
      withEvent({ citations: [citation({ start: 1 })] }),
      ['/events/0/citations/0/start wrong-form'],
    ],
    ['an array for aliases', withRawActor({ aliases: [] }), ['/actors/4/aliases too-short']],
    [
      'aliases of no language',
      withRawActor({ aliases: { x: [] } }),
      ['/actors/4/aliases/x wrong-form'],
    ],
    ['a kind that is none', withRawEvent({ kind: 'once' }), ['/events/0/kind wrong-type']],
    ['65 actors', crowded(65), ['/events/0/actors too-long']],
    [
      'a script for a link',
      withEvent({ links: [{ url: 'javascript:alert(1)' }] }),
      ['/events/0/links/0/url wrong-form'],
    ],
    [
      'a number that is infinite',
      withMeasure({ value: Infinity }),
      ['/events/0/measures/0/value out-of-range'],
    ],
  ])('is %s', (_, value, places) => {
    expect(placesOf(value)).toEqual(places)
  })

  it.each<[string, unknown]>([
    ['must be a text', withRawEvent({ date: 5 })],
    ['must be an array', withRawEvent({ themes: 'prevention' })],
    ['must be confirmed, disputed or withdrawn', withRawEvent({ status: 'rumour' })],
    ['must be a whole number', withEvent({ citations: [citation({ start: 0.5, end: 2 })] })],
    ['must be at least 0', withEvent({ citations: [citation({ start: -1, end: 2 })] })],
    [
      'must be at most 11',
      document({ themes: [...document().themes, { id: 'x', label: 'X', color: 12 }] }),
    ],
    [
      'must be at most 200 characters long',
      withEvent({ citations: [citation({ prefix: 'x'.repeat(201) })] }),
    ],
    ['must be at least 1 character long', withEvent({ citations: [citation({ prefix: '' })] })],
    ['must be a finite number', withMeasure({ value: -Infinity })],
    ['must be a text, or an object of texts by language', withRawEvent({ title: 5 })],
  ])('says that a value %s', (message, value) => {
    expect(faultsOf(value).map(({ broken }) => ruleInWords(broken, 'en').detail)).toEqual([message])
  })

  it('names a missing field at the object that lacks it', () => {
    const { title: _, ...untitled } = event()
    expect(faultsOf(withRaw({ events: [untitled] }))).toMatchObject([
      { pointer: '/events/0', broken: { values: { field: '"title"' } } },
    ])
  })
})

describe('a fault of sense', () => {
  it.each<[string, unknown, string[]]>([
    [
      'a theme that is not there',
      withEvent({ themes: ['nix'] }),
      ['/events/0/themes/0 unknown-theme'],
    ],
    [
      'an actor that is not there',
      withEvent({ actors: ['nix'] }),
      ['/events/0/actors/0 unknown-actor'],
    ],
    ['a place that is not there', withEvent({ place: 'nix' }), ['/events/0/place unknown-actor']],
    ['a person for a place', withEvent({ place: 'li-ming' }), ['/events/0/place not-a-place']],
    [
      'a source that is not there',
      withEvent({ citations: [citation(), citation({ source: 'nix' })] }),
      ['/events/0/citations/1/source unknown-source'],
    ],
    [
      'a member of nothing',
      withActors(actor({ memberOf: ['nix'] })),
      ['/actors/4/memberOf/0 unknown-actor'],
    ],
    [
      'a theme twice in one event',
      withEvent({ themes: ['prevention', 'prevention'] }),
      ['/events/0/themes/1 repeated-reference'],
    ],
    [
      'two events of one id',
      document({ events: [event(), event()] }),
      ['/events/1/id duplicate-id'],
    ],
    [
      'two sources of one id',
      document({ sources: [source(), source()] }),
      ['/sources/1/id duplicate-id'],
    ],
    [
      'a member of itself',
      withActors(actor({ memberOf: ['wang-fang'] })),
      ['/actors/4/memberOf/0 membership-cycle'],
    ],
    [
      'members of each other',
      withActors(
        actor({ id: 'a', name: '甲', memberOf: ['b'] }),
        actor({ id: 'b', name: '乙', memberOf: ['committee', 'c'] }),
        actor({ id: 'c', name: '丙', memberOf: ['a'] }),
      ),
      ['/actors/6/memberOf/0 membership-cycle'],
    ],
    [
      'a label of two themes',
      withTheme({ en: 'Prevention' }),
      ['/themes/2/label/en ambiguous-name'],
    ],
    [
      'a label of two themes in two languages',
      withTheme({ en: '防控' }),
      ['/themes/2/label/en ambiguous-name'],
    ],
    [
      'a label in other width and case',
      withTheme('ＲＥＯＰＥＮＩＮＧ'),
      ['/themes/2/label ambiguous-name'],
    ],
    [
      'a label that is the id of another',
      withTheme('reopening'),
      ['/themes/2/label ambiguous-name'],
    ],
    [
      'an alias that is the name of another',
      withActors(actor({ aliases: { 'zh-Hans': ['小芳', '镇委'] } })),
      ['/actors/4/aliases/zh-Hans/1 ambiguous-name'],
    ],
    [
      'a day that is not there',
      withEvent({ kind: 'point', date: '2020-02-30' }),
      ['/events/0/date invalid-date'],
    ],
    ['a date of another kind', withEvent({ kind: 'since' }), ['/events/0/date invalid-date']],
    [
      'an undated event that ends after its source',
      withEvent({ ...undated, date: '[..2020-03-14]' }),
      ['/events/0/date after-source'],
    ],
    [
      'an undated event of the month that its source appeared in',
      withEvent({ ...undated, date: '[..2020-03]' }),
      ['/events/0/date after-source'],
    ],
    [
      'an undated event that ends after its source in the time zone of the timeline',
      { ...withEvent({ ...undated, date: '[..2020-03-13]' }), timeZone: 'America/New_York' },
      ['/events/0/date after-source'],
    ],
    [
      'a source of a day that is not there',
      withSource({ published: '2020-02-30T07:45:00+08:00' }),
      ['/sources/0/published invalid-date'],
    ],
    [
      'a stated date that is not cited',
      withEvent({ statedDate: '2月中旬' }),
      ['/events/0/statedDate uncited-words'],
    ],
    [
      'words that are not cited',
      withMeasure({ sourceWords: '91个' }),
      ['/events/0/measures/0/sourceWords uncited-words'],
    ],
    [
      'words of a part that are not cited',
      withMeasure({ value: 1, parts: [{ ...part(1), sourceWords: '1个' }] }),
      ['/events/0/measures/0/parts/0/sourceWords uncited-words'],
    ],
    [
      'a range that ends before it starts',
      withMeasure({ value: 10, valueTo: 8 }),
      ['/events/0/measures/0/valueTo empty-range'],
    ],
    [
      'a range of one number',
      withMeasure({ value: 8, valueTo: 8 }),
      ['/events/0/measures/0/valueTo empty-range'],
    ],
    [
      'a number beyond exactness',
      withMeasure({ value: Number.MAX_SAFE_INTEGER + 1 }),
      ['/events/0/measures/0/value inexact-number'],
    ],
    [
      'parts that miss the whole by a digit',
      withMeasure({ value: 0.31, parts: [part(0.1), part(0.2)] }),
      ['/events/0/measures/0/parts wrong-sum'],
    ],
    [
      'parts that miss the upper end',
      withMeasure({ value: 3, valueTo: 6, parts: [part(1, 2), part(2, 3)] }),
      ['/events/0/measures/0/parts wrong-sum'],
    ],
    [
      'a part in another unit',
      withMeasure({ value: 1, unitCode: 'CNY', parts: [{ ...part(1), unitCode: 'USD' }] }),
      ['/events/0/measures/0/parts/0/unitCode mixed-units'],
    ],
  ])('is %s', (_, value, places) => {
    expect(placesOf(value)).toEqual(places)
  })

  it('is found next to faults of form, in one run', () => {
    const broken = withRawEvent({
      date: '2020-13',
      kind: 'point',
      title: 5,
      themes: ['nix'],
      statedDate: '昨天',
    })
    expect(placesOf(broken).toSorted()).toEqual([
      '/events/0/date invalid-date',
      '/events/0/statedDate uncited-words',
      '/events/0/themes/0 unknown-theme',
      '/events/0/title wrong-type',
    ])
  })

  it('is none to state a date where the citations are malformed', () => {
    const value = withRawEvent({ statedDate: '2月上旬', citations: [{ ...citation(), exact: 5 }] })
    expect(placesOf(value)).toEqual(['/events/0/citations/0/exact wrong-type'])
  })

  it('is none to refer to something malformed', () => {
    const value = withRaw({
      actors: [...document().actors, { ...actor(), name: 5 }],
      events: [event({ actors: ['wang-fang'] })],
    })
    expect(placesOf(value)).toEqual(['/actors/4/name wrong-type'])
  })

  it('is found in a chain of memberships as long as a document allows', () => {
    const chain = crowd(5000).map((member, index) => ({
      ...member,
      memberOf: [`a-${(index + 1) % 5000}`],
    }))
    expect(placesOf(withActors(...chain))).toEqual(['/actors/5003/memberOf/0 membership-cycle'])
  })
})
