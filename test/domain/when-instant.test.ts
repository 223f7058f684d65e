// Instants on the clock of a time zone, by examples of the IANA time zone database.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printClock, printDay } from '../../src/domain/date/civil-day.ts'
import { civilTime, isInstant, parseInstant } from '../../src/domain/date/instant.ts'

const shown = (instant: string, timeZone: string) => {
  const parsed = parseInstant(instant)
  const civil = parsed.ok ? civilTime(parsed.value, timeZone) : parsed
  if (!civil.ok) throw new Error(civil.failure.rule)
  return `${printDay(civil.value.day)} ${printClock(civil.value.minute)}`
}

describe('the civil day and clock of an instant', () => {
  test.each([
    ['2020-03-13T07:45:00+08:00', 'Asia/Shanghai', '2020-03-13 07:45'],
    ['2020-03-12T23:45Z', 'Asia/Shanghai', '2020-03-13 07:45'],
    ['2020-03-12T15:59:59Z', 'Asia/Shanghai', '2020-03-12 23:59'],
    ['2020-03-12T16:00:00Z', 'Asia/Shanghai', '2020-03-13 00:00'],
    ['2020-03-13T01:00+08', 'UTC', '2020-03-12 17:00'],
    ['2020-03-12T23:45-03:30', 'America/St_Johns', '2020-03-13 00:45'],
    ['2020-01-01T00:00Z', 'Asia/Kathmandu', '2020-01-01 05:45'],
  ])('%s in %s is %s', (instant, timeZone, civil) => expect(shown(instant, timeZone)).toBe(civil))

  test('follow summer time over its changes', () => {
    expect(shown('2020-03-08T06:59:59Z', 'America/New_York')).toBe('2020-03-08 01:59')
    expect(shown('2020-03-08T07:00:00Z', 'America/New_York')).toBe('2020-03-08 03:00')
    expect(shown('2020-11-01T05:30Z', 'America/New_York')).toBe('2020-11-01 01:30')
    expect(shown('2020-11-01T06:30Z', 'America/New_York')).toBe('2020-11-01 01:30')
    expect(shown('1988-07-01T00:00Z', 'Asia/Shanghai')).toBe('1988-07-01 09:00')
  })

  test('know local mean time with its seconds, before zones were agreed', () => {
    // Shanghai was 8:05:43 ahead of Greenwich until 1901.
    expect(shown('1890-01-01T00:00:00Z', 'Asia/Shanghai')).toBe('1890-01-01 08:05')
    expect(shown('1890-01-01T15:54:16Z', 'Asia/Shanghai')).toBe('1890-01-01 23:59')
    expect(shown('1890-01-01T15:54:17Z', 'Asia/Shanghai')).toBe('1890-01-02 00:00')
  })

  test('know days that a zone left out or had twice', () => {
    expect(shown('2011-12-30T09:59Z', 'Pacific/Apia')).toBe('2011-12-29 23:59')
    expect(shown('2011-12-30T10:00Z', 'Pacific/Apia')).toBe('2011-12-31 00:00')
    expect(shown('1844-12-30T12:00Z', 'Asia/Manila')).toBe('1844-12-29 20:03')
  })

  test('count years across 1 BC', () => {
    expect(shown('-0043-03-15T12:00Z', 'UTC')).toBe('-0043-03-15 12:00')
    expect(shown('0000-12-31T23:00Z', 'Asia/Shanghai')).toBe('0001-01-01 07:05')
    expect(shown('0000-01-01T00:00Z', 'America/New_York')).toBe('-0001-12-31 19:03')
  })

  test('agree with the zone wherever an instant is written from', () => {
    const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 }).filter((offset) => offset !== 0)
    fc.assert(
      fc.property(fc.integer({ min: -4e9, max: 4e9 }), offsets, (seconds, offset) => {
        const utc = new Date(seconds * 1000).toISOString().replace('.000', '')
        const local = new Date((seconds + offset * 60) * 1000).toISOString().slice(0, 19)
        const written = `${local}${offset < 0 ? '-' : '+'}${printClock(Math.abs(offset))}`
        expect(shown(written, 'Europe/London')).toBe(shown(utc, 'Europe/London'))
        expect(shown(utc, 'UTC')).toBe(utc.slice(0, 16).replace('T', ' '))
      }),
    )
  })
})

test('an instant exists, or not', () => {
  expect(['2020-02-29T00:00Z', '2020-03-13T07:45:00.5+08:00'].map(isInstant)).toEqual([true, true])
  expect(['2020-02-30T00:00Z', '2020-02-29', '2020-02-29T25:00Z', ''].map(isInstant)).toEqual([
    false,
    false,
    false,
    false,
  ])
})
