// Whatever is written of an event, in any format, on its page, in a lane or in a preview, has no date and
// no place in time that its own bounds do not carry.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printDay, type CivilDay } from '../../src/domain/date/civil-day.ts'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { binOf, binSizes, countLanes } from '../../src/domain/query/lanes.ts'
import { uiLanguages, type UiLanguage } from '../../src/domain/text/ui-language.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { englishMonths } from '../../src/messages/en/dates.ts'
import { axisOf } from '../../src/picture/axis.ts'
import { claimOf } from '../../src/picture/claim.ts'
import { previewOf, previewSize } from '../../src/picture/preview.ts'
import { dated, datesAround2020 } from '../support/dates.ts'
import { day, feed, timelineEvent } from '../support/feed.ts'

const events = datesAround2020.map(([date, kind]) => timelineEvent({ when: dated(date, kind) }))
const languages = fc.constantFrom(...uiLanguages)

const two = (number: string) => number.padStart(2, '0')
const monthNames = englishMonths.join('|')

/** Every year with its month, and day, in digits, Chinese or English: `2020-02`, `2020-02-24`. */
function datesIn(text: string): Set<string> {
  const dates = new Set<string>()
  for (const [, year, month, date] of text.matchAll(/(?<!\d)(\d{4})-?(\d\d)(?:-?(\d\d))?(?!\d)/g))
    dates.add([year, month, date].filter((part) => part !== undefined).join('-'))
  for (const [, year = '', month = '', date] of text.matchAll(
    /(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/g,
  ))
    dates.add([year, two(month), ...(date === undefined ? [] : [two(date)])].join('-'))
  const english = new RegExp(`(?:(\\d{1,2}) )?(${monthNames}) (\\d{4})`, 'g')
  for (const [, date, name = '', year = ''] of text.matchAll(english)) {
    const month = two(String(englishMonths.findIndex((one) => one === name) + 1))
    dates.add([year, month, ...(date === undefined ? [] : [two(date)])].join('-'))
  }
  return dates
}

/** The days and months that an event may be said to be at: those stated, and its bounds. */
function carried({ when }: TimelineEvent): (date: string) => boolean {
  const { edtf, earliest, latest, named, kind } = when
  const bounds = [earliest, latest, ...(named ?? [])].filter((one) => one !== null)
  const days = bounds.flatMap((one: CivilDay) => [printDay(one), printDay(one + 1)])
  const known = [...datesIn(edtf), ...days]
  // In a set or within a month every day that is named lies in between.
  const isWithin = (date: string) =>
    kind !== 'undated' &&
    named !== null &&
    date.length === 7 &&
    date >= printDay(named[0]).slice(0, 7) &&
    date <= printDay(named[1]).slice(0, 7)
  return (date) => known.some((one) => one === date || one.startsWith(`${date}-`)) || isWithin(date)
}

/** Dates of the edition, the source and the rest, which stand in the output of any event. */
const elsewhere = timelineEvent({ when: dated('1701-11', 'point') })

describe('of no random event', () => {
  test.each(formats.map((format) => [format.name, format] as const))(
    '%s has a date that its bounds do not carry',
    (_, format) => {
      let found = 0
      const write = (event: TimelineEvent, language: UiLanguage) =>
        format.write(feed({ events: [event], language, vague: true }))
      fc.assert(
        fc.property(events, languages, (event, language) => {
          const common = datesIn(write(elsewhere, language))
          const isCarried = carried(event)
          const own = [...datesIn(write(event, language))].filter((date) => !common.has(date))
          found += own.length
          expect(
            own.filter((date) => !isCarried(date)),
            event.when.edtf,
          ).toEqual([])
        }),
      )
      expect(found).toBeGreaterThan(50)
    },
  )

  test('a lane counts it in a bar that holds other days than those that it names', () => {
    fc.assert(
      fc.property(events, fc.constantFrom(...binSizes), (event, size) => {
        const lane = countLanes([event], () => [], { ids: [], others: [], size }).none
        const { named } = event.when
        for (const [start] of lane.bins) {
          const [first, last] = binOf(start, size)
          expect(named !== null && first <= named[0] && named[1] <= last).toBe(true)
        }
        expect(lane.undated).toBe(named === null ? 1 : 0)
      }),
    )
  })

  test('a preview has a strong mark outside the days that it names', () => {
    let drawn = 0
    const axis = axisOf([[day('2019-01-01'), day('2030-12-31')]])
    if (axis === null) throw new Error('no axis')
    fc.assert(
      fc.property(events, (event) => {
        const { kind, earliest, latest, named } = event.when
        const claim = claimOf(event.when, day('2021-01-01'))
        expect(claim === null).toBe(named === null)
        if (claim === null) return
        const lane = { color: 2, rows: 1, bars: [], marks: [{ claim, row: 0, pale: false }] }
        const { palette, pixels } = previewOf([lane], axis, '2020')
        const red = palette.indexOf(0xb3261e)
        const places = new Set<number>()
        for (const [index, pixel] of pixels.entries())
          if (pixel === red) places.add(index % previewSize.width)
        const bounds = kind === 'span' ? [earliest, latest] : named
        const [from, to] = bounds as [CivilDay, CivilDay]
        const at = (one: number) => 60 + axis.at(one) * 1080
        const isClosed = claim.fade === 'none'
        if (!isClosed) return
        drawn++
        // Half of a dot, or of the least width of a bar, lies beside its day.
        for (const place of places)
          expect(place >= at(from) - 12 && place <= at(to + 1) + 12, event.when.edtf).toBe(true)
      }),
      { numRuns: 30 },
    )
    expect(drawn).toBeGreaterThan(5)
  })
})
