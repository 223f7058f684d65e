// What one run of the check finds: every fault of a document, numbers as they are written, time zones.
import { ruleInWords } from '../../src/messages/languages.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKept } from '../../src/domain/check/decimal.ts'
import { checkDocument } from '../../src/domain/check/rules.ts'
import type { Fault } from '../../src/domain/check/fault.ts'
import { citation, document, event, measure } from '../support/document.ts'

const faultsOf = (value: unknown): Fault[] => {
  const checked = checkDocument(value)
  return checked.ok ? [] : checked.failure
}
const placesOf = (value: unknown) =>
  faultsOf(value).map(({ pointer, reason }) => `${pointer} ${reason}`)

const withEvent = (overrides: Parameters<typeof event>[0]) =>
  document({ events: [event(overrides)] })
/** Fields that the types do not allow. */
const withRaw = (overrides: Record<string, unknown>) => ({ ...document(), ...overrides })
const withRawEvent = (overrides: Record<string, unknown>) =>
  withRaw({ events: [{ ...event(), ...overrides }] })
const withMeasure = (overrides: Parameters<typeof measure>[0]) =>
  withEvent({ measures: [measure({ sourceWords: '19个', ...overrides })] })

describe('one run finds all of', () => {
  it.each<[string, unknown, string[]]>([
    ['a noncharacter', withEvent({ title: 'a\ufdd0' }), ['/events/0/title wrong-form']],
    ['a control character', withEvent({ title: 'a\u0007' }), ['/events/0/title wrong-form']],
    [
      'two unknown fields [fault 4.6]',
      withRawEvent({ color: 1, colour: 2 }),
      ['/events/0/color unknown-field', '/events/0/colour unknown-field'],
    ],
    [
      'a key that objects inherit where keys are languages',
      withRawEvent({ title: { en: 'a', constructor: 'b' } }),
      ['/events/0/title/constructor wrong-form'],
    ],
    [
      'a bad date beside a kind that is none [fault 4.6]',
      withRaw({ events: [{ ...event({ date: '2020-02-30' }), kind: 'nix' }] }),
      ['/events/0/kind wrong-type', '/events/0/date invalid-date'],
    ],
    [
      'a bad date beside a bad time zone',
      { ...withEvent({ date: '2020-02-30' }), timeZone: 'x' },
      ['/timeZone wrong-form', '/events/0/date invalid-date'],
    ],
    [
      'an unknown reference beside one of wrong form',
      withEvent({ themes: ['No Id', 'nix'], actors: ['No Id', 'nix'] }),
      [
        '/events/0/themes/0 wrong-form',
        '/events/0/actors/0 wrong-form',
        '/events/0/themes/1 unknown-theme',
        '/events/0/actors/1 unknown-actor',
      ],
    ],
    [
      'an unknown source beside a citation of wrong form',
      withRawEvent({ citations: [{ exact: 'words' }, citation({ source: 'nix' })] }),
      ['/events/0/citations/0 missing-field', '/events/0/citations/1/source unknown-source'],
    ],
  ])('%s', (_what, value, places) => {
    expect(placesOf(value)).toEqual(places)
  })
})

describe('a time zone', () => {
  it.each([
    'Asia/Shanghai',
    'UTC',
    'Etc/GMT+8',
    'PRC',
    'US/Eastern',
    'America/Port-au-Prince',
    'Asia/Kolkata',
    'EST5EDT',
  ])('may be %s', (timeZone) => {
    expect(placesOf(document({ timeZone }))).toEqual([])
  })

  it.each([
    ['+08:00', 'such as Asia/Shanghai or UTC: an offset is none'],
    ['asia/shanghai', 'is spelled Asia/Shanghai in the IANA database'],
    ['us/eastern', 'is spelled America/New_York in the IANA database'],
    ['Z', 'must be a time zone of the IANA database'],
    ['SystemV/EST5', 'must be a time zone of the IANA database'],
  ])('%s is refused with the reason [fault 4.4]', (timeZone, reason) => {
    expect(
      faultsOf(document({ timeZone }))
        .map(({ broken }) => ruleInWords(broken, 'en').detail)
        .join(),
    ).toContain(reason)
  })
})

describe('a number as it is written [fault 4.3]', () => {
  const placesIn = (literal: string) => {
    const json = JSON.stringify(withMeasure({ value: 4711 })).replace('4711', literal)
    const checked = checkDocument(JSON.parse(json), json)
    return checked.ok ? [] : checked.failure.map(({ pointer, reason }) => `${pointer} ${reason}`)
  }

  it.each([
    '1',
    '0.1',
    '-0.0',
    '1.50',
    '15e-1',
    '1E3',
    '123456789012.345',
    '9007199254740991',
    '0',
  ])('%s is kept', (literal) => {
    expect(placesIn(literal)).toEqual([])
  })

  it.each([
    '1234567890123.4567',
    '9007199254740993',
    '0.1000000000000000055511151231257827',
    '1e-400',
    '12345678901234567890',
  ])('%s would become another', (literal) => {
    expect(placesIn(literal)).toEqual(['/events/0/measures/0/value inexact-number'])
  })

  it('is kept if it is what a program printed', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(isKept(String(number))).toBe(true)
        expect(isKept(number.toExponential())).toBe(true)
      }),
    )
  })
})

describe('what may have been meant', () => {
  const proposalsOf = (value: unknown) =>
    faultsOf(value).map(({ reason, broken }) => [reason, ...(broken.proposals ?? [])])

  it('is the nearest id [fault 9.2]', () => {
    expect(proposalsOf(withEvent({ themes: ['reopenning'] }))).toEqual([
      ['unknown-theme', 'reopening'],
    ])
    expect(proposalsOf(withEvent({ actors: ['li-min'], place: 'twon' }))).toEqual([
      ['unknown-actor', 'li-ming'],
      ['unknown-actor', 'town'],
    ])
    const cited = [citation({ source: 'town-news-2020' })]
    expect(proposalsOf(withEvent({ citations: cited }))).toEqual([['unknown-source', 'town-news']])
    expect(proposalsOf(withEvent({ themes: ['sports'] }))).toEqual([['unknown-theme']])
  })
})
