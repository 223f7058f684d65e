// No output says more of a date than the event's bounds carry: neither in its days, nor in its words,
// nor in the month under which it stands, nor in the mark that is drawn for it.
import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { sectionOf } from '../../src/domain/date/claims.ts'
import { printDay, type CivilDay } from '../../src/domain/date/civil-day.ts'
import { countTimes } from '../../src/domain/query/counts.ts'
import { everything } from '../../src/domain/query/event-query.ts'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { uiLanguages, type UiLanguage } from '../../src/domain/text/ui-language.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { printHtml } from '../../src/markup/html.ts'
import { dateInWords } from '../../src/messages/dates.ts'
import { englishMonths } from '../../src/messages/en/dates.ts'
import { pageContext } from '../../src/page/page-context.ts'
import { calendarItems } from '../../src/page/share/menu.ts'
import { pictureOf } from '../../src/page/list/picture/picture.ts'
import { dated, datesAround2020 } from '../support/dates.ts'
import { feed, timeline, timelineEvent } from '../support/feed.ts'
import { renderTimelinePage } from '../support/rendered.ts'

const events = datesAround2020.map(([date, kind]) => timelineEvent({ when: dated(date, kind) }))
const languages = fc.constantFrom(...uiLanguages)

function written(name: string, event: TimelineEvent, language: UiLanguage = 'en'): string {
  const format = formats.find((one) => one.name === name)
  if (format === undefined) throw new Error(`no format ${name}`)
  return format.write(feed({ events: [event], language, vague: name === 'timelinejs' }))
}

/** The dates that a source states, as far as they go: years, months, days. */
const stated = ({ when: { edtf } }: TimelineEvent): string[] => {
  if (edtf === '202X') return ['2020', '2029']
  return (edtf.match(/\d{4}(?:-\d\d){0,2}/g) ?? []).map((date) => date.slice(0, 10))
}

const pageView = (event: TimelineEvent, ui: UiLanguage) => ({
  publicUrl: 'https://timelines.example',
  speech: { ui, content: ui, inAddress: false },
  timeline: timeline(),
  base: '',
  edition: { number: 1, published: '2026-10-01T08:30:00Z' },
  query: everything,
  events: [event],
  total: 1,
  setAside: 0,
  choices: {
    theme: new Map<string, number>(),
    all: 1,
    source: new Map(),
    actor: new Map<string, number>(),
  },
  times: countTimes([event.when]),
  resting: new Map(),
  formats: [],
  continued: false,
})

function calendarEvent(event: TimelineEvent, language: UiLanguage) {
  const calendar = new ICAL.Component(ICAL.parse(written('ics', event, language)) as never)
  const found = calendar.getFirstSubcomponent('vevent')
  const value = (name: string) => String(found?.getFirstPropertyValue(name))
  return found && { start: value('dtstart'), end: value('dtend'), value }
}

describe('of no random event', () => {
  test('a calendar shows a day on which it cannot have been, or one of several as certain', () => {
    fc.assert(
      fc.property(events, (event) => {
        const { when } = event
        const days = when.kind === 'span' ? [when.earliest, when.latest] : when.named
        const shown = calendarEvent(event, 'en')
        if (shown === null) return
        const [first, last] = days as [CivilDay, CivilDay]
        expect([shown.start, shown.end]).toEqual([printDay(first), printDay(last + 1)])
        const isSure = shown.value('status') === 'CONFIRMED'
        const covered = when.kind === 'span' ? when.sure : when.named?.[0] === when.named?.[1]
        expect(isSure && !covered).toBe(false)
      }),
    )
  })

  test('structured data has a date that its source does not state', () => {
    fc.assert(
      fc.property(events, (event) => {
        const graph = written('jsonld', event)
        const dates = graph.matchAll(
          /"(?:startDate|endDate|observationDate|temporalCoverage)":"([^"]*)"/g,
        )
        const said = Array.from(dates, ([, date = '']) => date.split('/')).flat()
        for (const date of said) expect([...stated(event), '..']).toContain(date)
        expect(graph).toContain(`EDTF ${event.when.edtf}`)
        const slide = JSON.parse(written('timelinejs', event)) as {
          events: { start_date: Parts; end_date?: Parts }[]
        }
        for (const { start_date: start, end_date: end = start } of slide.events) {
          expect(stated(event)).toContain(dateOf(start))
          expect(stated(event)).toContain(dateOf(end))
        }
      }),
    )
  })

  test('the words have a year, month or day that its source does not state', () => {
    const numbers = (text: string) => (text.match(/\d+/g) ?? []).map(Number)
    fc.assert(
      fc.property(events, (event) => {
        const known = new Set(stated(event).flatMap((date) => date.split('-').map(Number)))
        for (const language of ['zh-Hans', 'zh-Hant'] as const)
          for (const number of numbers(dateInWords(event.when, language)))
            expect(known).toContain(number)
        const english = dateInWords(event.when, 'en')
        for (const number of numbers(english)) expect(known).toContain(number)
        for (const [index, month] of englishMonths.entries())
          expect(english.includes(month) && !known.has(index + 1)).toBe(false)
      }),
    )
  })

  test('a text lacks the words, or has others', () => {
    fc.assert(
      fc.property(events, languages, (event, language) => {
        const words = dateInWords(event.when, language)
        for (const name of ['markdown', 'atom', 'rss', 'json-feed', 'csv', 'timelinejs', 'jsonld'])
          expect(written(name, event, language).replaceAll('\\', ''), name).toContain(words)
      }),
    )
  })

  test('a page heads it by a month that may be another', () => {
    fc.assert(
      fc.property(events, (event) => {
        const page = renderTimelinePage(pageView(event, 'en'))
        const heading = /<h2 id="_([^"]*)"/.exec(page)?.[1]
        expect(heading).toBe(sectionOf(event.when))
        const { named } = event.when
        const inOneMonth =
          named !== null && printDay(named[0]).slice(0, 7) === printDay(named[1]).slice(0, 7)
        expect(/^\d/.test(heading ?? '')).toBe(inOneMonth)
      }),
    )
  })

  test('a mark has a hard end on a day that is none of its bounds', () => {
    let drawnMarks = 0
    fc.assert(
      fc.property(events, (event) => {
        // It covers the whole axis, so that nothing of it is cut.
        const whole = timelineEvent({
          id: 'whole',
          when: dated('2019-01-01/2020-12-31', 'span'),
          themes: [],
        })
        const page = pageView(event, 'en')
        const view = { ...page, base: '', events: [whole, event], total: 2 }
        const context = pageContext(page)
        const options = { url: context.addresses.timeline, href: (id: string) => id, more: '' }
        const picture = pictureOf(view, options, context)
        const text = picture === false ? '' : printHtml(picture)
        const lane = /<li class="lane theme-0">(.*?)<\/li>/s.exec(text)?.[1] ?? ''
        const bare = lane.split('<svg class="plot bare"')[1]?.split('<a ')[1] ?? ''
        const { kind, earliest, latest, named } = event.when
        const [from, to] = (kind === 'span' ? [earliest, latest] : named) ?? []
        const first = Math.min(17_897, from ?? 17_897)
        const last = Math.max(18_627, to ?? 18_627)
        const margin = 0.035
        const dayOf = (percent: number) =>
          first + ((percent / 100 - margin) / (1 - 2 * margin)) * (last - first)
        const hard = [...bare.matchAll(/<(circle|rect|line) class="(?:dot|bar|stop|cap)[^>]*>/g)]
        for (const [shape = ''] of hard) {
          drawnMarks++
          const number = (name: string) =>
            Number(new RegExp(` ${name}="([\\d.-]+)%`).exec(shape)?.[1] ?? Number.NaN)
          const [at] = [number('cx'), number('x'), number('x1')].filter((one) => !Number.isNaN(one))
          if (at === undefined) continue
          const end = at + (number('width') || 0)
          // A dot claims its day. A hundredth of a percent is rounded away at each end.
          expect(shape.startsWith('<circle') && from !== to, event.when.edtf).toBe(false)
          const isNear = (percent: number, day: number | null | undefined) =>
            Math.abs(dayOf(percent) - (day ?? Number.NaN)) < 0.3 + (last - first) / 5000
          expect(isNear(at, from) || isNear(at, to), event.when.edtf).toBe(true)
          expect(isNear(end, from) || isNear(end, to), event.when.edtf).toBe(true)
        }
      }),
    )
    expect(drawnMarks).toBeGreaterThan(50)
  })
})

interface Parts {
  readonly year: number
  readonly month?: number
  readonly day?: number
}

const dateOf = ({ year, month, day }: Parts): string =>
  [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

test('a form of Google or Outlook has the title and the days of the calendar file [fault 1.3]', () => {
  fc.assert(
    fc.property(events, languages, (event, language) => {
      const file = calendarEvent(event, language)
      const view = pageView(event, language)
      const items = calendarItems(event, pageContext(view))
      expect(items === false).toBe(file === null)
      if (items === false || file === null) return
      const links = printHtml(items).matchAll(/href="([^"]*)"/g)
      const [ics, google, outlook] = Array.from(
        links,
        ([, href = '']) => new URL(href.replaceAll('&amp;', '&'), 'https://timelines.example'),
      ).map(({ searchParams }) => searchParams)
      const summary = file.value('summary')
      expect([google?.get('text'), outlook?.get('subject')]).toEqual([summary, summary])
      expect([outlook?.get('startdt'), outlook?.get('enddt')]).toEqual([file.start, file.end])
      expect(google?.get('dates')).toBe(`${file.start}/${file.end}`.replaceAll('-', ''))
      // The reader's language goes along.
      expect(ics?.get('lang')).toBe(language)
      expect(google?.get('details')).toContain(`?lang=${language}`)
      expect(outlook?.get('body')).toContain(`?lang=${language}`)
    }),
  )
})

test.each([
  ['../2020-02-24', 'asOf', undefined, '（截至2020年2月24日）'],
  ['2020-01-24/..', 'since', undefined, '（自2020年1月24日起）'],
  ['/2020-02-24', 'until', undefined, '（至2020年2月24日为止）'],
  ['2020-03-13T07:45:00+08:00', 'point', undefined, '（07:45）'],
  ['[2020-02-01..2020-02-10]', 'point', '2月上旬', '（2月上旬，2020年2月1日至10日间某日）'],
] as const)('Google is told the words of %s [fault 1.3]', (date, kind, statedDate, words) => {
  const when = dated(date, kind)
  const event = timelineEvent(statedDate === undefined ? { when } : { when, statedDate })
  const items = calendarItems(event, pageContext(pageView(event, 'zh-Hans')))
  const href = /calendar\.google\.com[^"]*/.exec(items === false ? '' : printHtml(items))?.[0] ?? ''
  expect(new URL(`https://${href.replaceAll('&amp;', '&')}`).searchParams.get('text')).toMatch(
    new RegExp(`${words}$`),
  )
})
