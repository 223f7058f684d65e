// What may be left out of a document, and what an edition makes of it.
import { describe, expect, test } from 'vitest'
import { checkDocument } from '../../src/domain/check/rules.ts'
import { printDay } from '../../src/domain/date/civil-day.ts'
import type { AuthoredEvent } from '../../src/domain/document/event.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { compile } from '../../src/edition/compile.ts'
import { nextEdition } from '../../src/edition/next.ts'
import { actor, document, event, source } from '../support/document.ts'

const at = { edition: 1, instant: '2026-01-01T00:00:00.000Z' }
const eventOf = (given: TimelineDocument) => compile(given, null, at).events[0]!

function withoutKind(overrides: Partial<AuthoredEvent>): AuthoredEvent {
  const { kind: _kind, ...rest } = event(overrides)
  return rest
}

describe('an event without kind', () => {
  test.each([
    ['2020-02-24', 'point'],
    ['2020-02', 'point'],
    ['2020', 'point'],
    ['202X', 'point'],
    ['2020-03-13T07:45:00+08:00', 'point'],
    ['[2020-02-01..2020-02-10]', 'point'],
    ['[2020-02-01,2020-02-10]', 'point'],
    ['2020-02-01/2020-02-10', 'span'],
    ['2020-02-01/..', 'since'],
    ['2020-02-01/', 'since'],
    ['../2020-02-24', 'asOf'],
    ['/2020-02-24', 'until'],
    ['[..2020-03-13]', 'undated'],
  ])('dated %s is a %s, which the edition says [fault 9.6]', (date, kind) => {
    const given = document({ events: [withoutKind({ date })] })
    expect(checkDocument(given)).toMatchObject({ ok: true })
    expect(eventOf(given).when.kind).toBe(kind)
  })

  test('is not changed when its kind is written out', () => {
    const stamp = { digest: 'd', by: 'test', instant: 0 }
    const { head } = nextEdition(document({ events: [withoutKind({})] }), null, stamp)
    const next = nextEdition(document({ events: [event()] }), head, { ...stamp, instant: 1000 })
    expect(next.head.adds.map(({ changed }) => changed)).toEqual(
      head.adds.map(({ changed }) => changed),
    )
  })

  test('still has its date checked', () => {
    const faults = (date: string) => {
      const checked = checkDocument(document({ events: [withoutKind({ date })] }))
      return checked.ok ? [] : checked.failure.map(({ reason }) => reason)
    }
    expect(faults('2020-02-30')).toEqual(['invalid-date'])
    expect(faults('[..2020-04-01]')).toEqual(['after-source'])
  })
})

describe('a source that is dated to the month', () => {
  const given = (date: string) =>
    document({
      sources: [source({ published: '2020-03' })],
      events: [event({ date, kind: 'since' })],
    })

  test('attests up to the last day of it [fault 9.6]', () => {
    expect(eventOf(given('2020-02-01/..')).when.range?.map(printDay)).toEqual([
      '2020-02-01',
      '2020-03-31',
    ])
  })

  test('bounds an undated event by its last day', () => {
    const undated = (date: string) =>
      checkDocument({ ...given('2020'), events: [event({ date, kind: 'undated' })] })
    expect(undated('[..2020-03-31]')).toMatchObject({ ok: true })
    expect(undated('[..2020-04-01]')).toMatchObject({
      failure: [{ reason: 'after-source', broken: { values: { date: '2020-03' } } }],
    })
  })
})

test('a citation without words supports what it supports, but contains no words [fault 9.6]', () => {
  const { statedDate: _stated, ...plain } = event({
    citations: [{ source: 'town-news', supports: ['title'] }],
  })
  expect(checkDocument(document({ events: [plain] }))).toMatchObject({ ok: true })
  expect(checkDocument(document({ events: [{ ...plain, statedDate: '2月上旬' }] }))).toMatchObject({
    failure: [{ pointer: '/events/0/statedDate', reason: 'uncited-words' }],
  })
})

test.each([{ prefix: 'a' }, { suffix: 'a' }, { start: 0, end: 1 }])(
  'a citation without words has no place in the text either: %j',
  (place) => {
    const given = document({ events: [event({ citations: [{ source: 'town-news', ...place }] })] })
    expect(checkDocument(given)).toMatchObject({
      failure: [{ pointer: '/events/0/citations/0', reason: 'wrong-form' }],
    })
  },
)

test('an actor of unknown kind and a theme without colour stay as they are, also as a place', () => {
  const { kind: _kind, ...village } = actor({ id: 'village', name: '村' })
  const { color: _color, ...theme } = document().themes[0]!
  const given = document({
    themes: [theme, ...document().themes.slice(1)],
    actors: [...document().actors, village],
    events: [event({ place: 'village' })],
  })
  expect(checkDocument(given)).toMatchObject({ ok: true })
  const { timeline } = compile(given, null, at)
  expect(timeline.actors.at(-1)).not.toHaveProperty('kind')
  expect(timeline.themes[0]).not.toHaveProperty('color')
})
