import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schemaText } from '../../src/assets/document-schema.ts'
import { printDay } from '../../src/domain/date/civil-day.ts'
import { publicationDate, publicationDay } from '../../src/domain/date/publication.ts'

const dayOf = (published: string, timeZone = 'Asia/Shanghai') => {
  const day = publicationDay(published, timeZone)
  if (!day.ok) throw new Error(day.failure.rule)
  return printDay(day.value)
}

describe('a source', () => {
  test.each([
    ['2020-03-13T07:45:00+08:00', '2020-03-13', '2020-03-13'],
    ['2020-03-12T23:45Z', '2020-03-13', '2020-03-13'],
    ['2020-03-13', '2020-03-13', '2020-03-13'],
    ['2020-02', '2020-02-29', '2020-02'],
    ['2020', '2020-12-31', '2020'],
  ])(
    'published %s appeared on %s at the latest, and is dated %s [fault 9.6]',
    (published, last, shown) => {
      expect(dayOf(published)).toBe(last)
      expect(publicationDate(published, 'Asia/Shanghai')).toBe(shown)
    },
  )

  test.each([
    ['0001-01-01T00:00:00Z', 'America/New_York', '0000-12-31'],
    ['0000-01-01T00:00:00Z', 'America/New_York', '-0001-12-31'],
    ['-0043-03-15T12:00:00Z', 'Europe/Rome', '-0043-03-15'],
    ['9999-12-31T12:00:00-05:00', 'UTC', '9999-12-31'],
  ])('published %s is in %s one of %s', (published, zone, day) => {
    expect([publicationDate(published, zone), dayOf(published, zone)]).toEqual([day, day])
  })

  test('the JSON Schema takes instants as the check does', () => {
    const { $defs } = JSON.parse(schemaText()) as {
      $defs: Record<string, { properties?: { published?: { pattern: string } } }>
    }
    const [pattern = ''] = Object.values($defs).flatMap(
      ({ properties }) => properties?.published?.pattern ?? [],
    )
    const written = new RegExp(pattern)
    for (const [published, isTaken] of [
      ['2020-03-13T07:45:00+08:00', true],
      ['2020-03-13T07:45Z', true],
      ['2020-03-13T07:45:00-05:30', true],
      ['2020-03', true],
      ['2020-03-13T07:45:00.5Z', false],
      ['2020-03-13T07:45:60Z', false],
      ['2020-03-13T07:45:00-00:00', false],
      ['2020-03-13T24:00:00Z', false],
    ] as const)
      expect([published, written.test(published), publicationDay(published, 'UTC').ok]).toEqual([
        published,
        isTaken,
        isTaken,
      ])
  })

  test('published on a day that does not exist is refused', () => {
    expect(publicationDay('2020-02-30', 'UTC')).toMatchObject({ failure: { rule: 'no-day' } })
    expect(publicationDay('2020-13', 'UTC')).toMatchObject({ failure: { rule: 'no-month' } })
    expect(publicationDay('2020-02-30T00:00Z', 'UTC')).toMatchObject({ ok: false })
  })

  test('is dated by the civil day on which its instant lies, in any time zone', () => {
    const instants = fc
      .integer({ min: Date.UTC(-9000, 1), max: Date.UTC(9000, 1) })
      .map((time) => new Date(time).toISOString().replace(/\.\d+/, '').replace(/^-00/, '-'))
    const zones = fc.constantFrom('UTC', 'Asia/Shanghai', 'America/St_Johns', 'Pacific/Apia')
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        expect(publicationDate(instant, zone)).toBe(dayOf(instant, zone))
      }),
    )
  })
})
