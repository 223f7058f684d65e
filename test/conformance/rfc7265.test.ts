// jCal (RFC 7265) by clause, against what ical.js makes of the same calendar in iCalendar.
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { Component } from '../../src/formats/icalendar/component.ts'
import { ics } from '../../src/formats/icalendar/ics.ts'
import { jcal } from '../../src/formats/icalendar/jcal.ts'
import { hostileFeed } from '../formats/hostile-feed.ts'
import { dated } from '../support/dates.ts'
import { feed, timeline, timelineEvent } from '../support/feed.ts'

// Properties of RFC 7986 that ical.js does not know, so that it would take them for unknown ones.
ICAL.design.icalendar.property.name = ICAL.design.icalendar.property.summary
ICAL.design.icalendar.property.color = ICAL.design.icalendar.property.summary

const read = (of: Parameters<typeof feed>[0] = {}) => JSON.parse(jcal.write(feed(of))) as Component
const propertyOf = ([, properties]: Component, name: string) =>
  properties.find(([own]) => own === name)

describe('RFC 7265', () => {
  it('3.3 has a component as name, properties and components', () => {
    const [name, properties, components] = read()
    expect(name).toBe('vcalendar')
    expect(properties.length).toBeGreaterThan(10)
    expect(components.map(([inner]) => inner)).toEqual(['vevent', 'vevent'])
  })

  it('3.4 has a property as name in lower case, parameters, type and value', () => {
    expect(propertyOf(read(), 'version')).toEqual(['version', {}, 'text', '2.0'])
    expect(propertyOf(read(), 'source')?.[2]).toBe('uri')
  })

  it('3.5.1 has the type in its own place, not among the parameters', () => {
    expect(propertyOf(read(), 'refresh-interval')).toEqual([
      'refresh-interval',
      {},
      'duration',
      'PT12H',
    ])
  })

  it('3.4 has several values one after the other', () => {
    expect(propertyOf(read()[2][0]!, 'categories')).toEqual([
      'categories',
      {},
      'text',
      '疫情防控',
      '镇委',
    ])
  })

  it('3.6.4, 3.6.5 and 3.6.14 have hyphens and colons in days, instants and offsets', () => {
    const calendar = read()
    expect(propertyOf(calendar[2][0]!, 'dtstart')).toEqual(['dtstart', {}, 'date', '2020-01-26'])
    expect(propertyOf(calendar, 'last-modified')).toEqual([
      'last-modified',
      {},
      'date-time',
      '2026-10-01T08:30:00Z',
    ])
    const [, , [zone]] = read({ events: [] })
    expect(propertyOf(zone![2][0]!, 'tzoffsetto')?.[3]).toBe('+08:00')
  })

  it('3.6.8 has a number as integer, and 3.6.11 texts without escapes', () => {
    const title = { 'zh-Hans': '甲,乙;丙\\丁' }
    const [event] = read({ events: [timelineEvent({ title })] })[2]
    expect(propertyOf(event!, 'sequence')).toEqual(['sequence', {}, 'integer', 0])
    expect(propertyOf(event!, 'summary')?.[3]).toBe('甲,乙;丙\\丁')
  })

  it('5.1 has unrecognized properties as unknown, as they stand in iCalendar', () => {
    const when = dated('[2020-01-26,2020-01-28]', 'point')
    const [event] = read({ events: [timelineEvent({ when })] })[2]
    expect(propertyOf(event!, 'x-edtf')).toEqual([
      'x-edtf',
      {},
      'unknown',
      '[2020-01-26\\,2020-01-28]',
    ])
  })

  it('3 is what another reader converts the same iCalendar into', () => {
    let events = 0
    fc.assert(
      fc.property(hostileFeed, (written) => {
        const parsed: unknown = JSON.parse(jcal.write(written))
        expect(parsed).toEqual(ICAL.parse(ics.write(written)))
        events += written.events.length
      }),
      { numRuns: 200 },
    )
    expect(events).toBeGreaterThan(100)
  })

  it.each(['Asia/Shanghai', 'Europe/Berlin'])(
    '3 is that also without events, in %s',
    (timeZone) => {
      const empty = feed({ events: [], timeline: timeline({ timeZone }) })
      expect(JSON.parse(jcal.write(empty))).toEqual(ICAL.parse(ics.write(empty)))
    },
  )
})
