// The element shows of a date what the page shows, although it knows only the answers of the API.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sectionOf } from '../../../src/domain/date/claims.ts'
import type { TimelineEvent } from '../../../src/domain/document/event.ts'
import { countTimes, sectionsOf, sumOf } from '../../../src/domain/query/counts.ts'
import { everything } from '../../../src/domain/query/event-query.ts'
import { uiLanguages } from '../../../src/domain/text/ui-language.ts'
import { eventJson } from '../../../src/formats/json/event-json.ts'
import { printHtml } from '../../../src/markup/html.ts'
import { messages } from '../../../src/messages/languages.ts'
import { contextOf } from '../../../src/page/context.ts'
import { cardsOf } from '../../../src/page/list/cards.ts'
import { eventSections } from '../../../src/page/list/sections.ts'
import { pageContext } from '../../../src/page/page-context.ts'
import { calendarItems } from '../../../src/page/share/menu.ts'
import { datesIn, shownEvent, timesOf, type EventsAnswer } from '../../../src/widget/api/answers.ts'
import type { LoadedList } from '../../../src/widget/api/loaded-list.ts'
import { sections } from '../../../src/widget/view/sections.ts'
import { dated, datesAround2020 } from '../../support/dates.ts'
import { timeline, timelineEvent } from '../../support/feed.ts'

const publicUrl = 'https://timelines.example'
const languages = fc.constantFrom(...uiLanguages)
const lists = fc
  .array(datesAround2020, { minLength: 1, maxLength: 12 })
  .map((dates) =>
    dates.map(([date, kind], i) => timelineEvent({ id: `e${i}`, when: dated(date, kind) })),
  )

type Answered = EventsAnswer['events'][number]

const answered = (event: TimelineEvent) =>
  shownEvent(eventJson(event, { timeline: timeline(), url: publicUrl }) as unknown as Answered)

const contextsIn = (ui: (typeof uiLanguages)[number]) => {
  const view = { publicUrl, speech: { ui, content: ui, inAddress: true }, timeline: timeline() }
  const element = { words: messages[ui].list, dates: datesIn(ui) }
  return { page: pageContext(view), element: contextOf(view, element) }
}

const printed = (markup: Parameters<typeof printHtml>[0] | false) =>
  markup === false ? '' : printHtml(markup).replaceAll(/\s+/g, ' ')

test('its links to calendars are those of the page [fault 1.3]', () => {
  fc.assert(
    fc.property(lists, languages, ([event], ui) => {
      const { page, element } = contextsIn(ui)
      expect(printed(calendarItems(answered(event!), element))).toBe(
        printed(calendarItems(event!, page)),
      )
    }),
  )
  const instant = timelineEvent({ when: dated('2020-03-12T23:45Z', 'point') })
  const { element } = contextsIn('en')
  expect(printed(calendarItems(answered(instant), element))).toContain('07:45')
})

test('its sections are those of the page, with the same words in each [fault 1.1]', () => {
  const outline = (markup: string) =>
    Array.from(
      markup.matchAll(
        /<h3 id="(.*?)"|<small>(\d+)|<article id="(.*?)"|event-date"[^>]*>(.*?)<\/p>/g,
      ),
      ([, heading, count, id, date]) => heading ?? count ?? id ?? date,
    )
  fc.assert(
    fc.property(lists, languages, (events, ui) => {
      const { page, element } = contextsIn(ui)
      const times = countTimes(events.map(({ when }) => when))
      // A page gets its events section by section.
      const bySection = sectionsOf(times, false).flatMap(([section]) =>
        events.filter(({ when }) => sectionOf(when) === section),
      )
      const card = cardsOf({ query: everything }, { level: 4, url: page.addresses.timeline }, page)
      const whole = eventSections(bySection, times, 3, { card, context: page, sort: 'date' })
      const listed = (counts: ReadonlyMap<string, number>) =>
        Array.from(counts, ([id, count]) => ({ id, count }))
      const facets = {
        theme: [],
        actor: [],
        source: [],
        month: listed(times.month),
        window: listed(times.window),
        monthRest: { window: sumOf(times.window), undated: times.undated },
      }
      const source = {
        times: timesOf(facets),
        query: everything,
        loaded: events.map(answered),
      } as unknown as LoadedList
      expect(outline(printHtml(sections(source, 3, element)))).toEqual(
        outline(whole.map(printHtml).join('')),
      )
    }),
  )
})
