import { expect, test } from 'vitest'
import { readCanonical } from '../../src/address/canonical.ts'
import { everything, type EventQuery } from '../../src/domain/query/event-query.ts'
import type { UiLanguage } from '../../src/domain/text/ui-language.ts'
import { renderSubscribePage } from '../../src/page/subscribe.ts'
import type { CalendarFacts } from '../../src/page/view.ts'
import { timeline } from '../support/feed.ts'

const offerOf = (ui: UiLanguage, query: EventQuery = everything) => ({
  publicUrl: 'https://timelines.example',
  speech: { ui, content: ui, inAddress: true },
  timeline: timeline(),
  query,
  total: 2,
  choices: {
    theme: new Map([['prevention', 1]]),
    all: 2,
    actor: new Map<string, number>(),
    source: new Map<string, number>(),
  },
})

test('the subscribe page offers the filtered calendar to every client', () => {
  const offer = offerOf('zh-Hans', readCanonical([['theme', 'reopening']]))
  const calendar = { octets: 20_001, events: 1, leftOut: 0, heldBack: 0, tooLarge: 0, unread: 0 }
  const page = renderSubscribePage({ ...offer, calendar })
  expect(page).toContain(
    'webcal://timelines.example/v1/timelines/town-2020/events.ics?theme=reopening',
  )
  expect(page).toContain('calendar.google.com/calendar/r?cid=webcal')
  for (const client of [
    'Apple',
    'Google',
    'Outlook',
    'Thunderbird',
    '飞书',
    '钉钉',
    '华为',
    '小米',
  ])
    expect(page).toContain(client)
})

test('the subscribe page tells the size of the calendar, what it lacks, and smaller ones', () => {
  const offer = offerOf('en')
  const page = (calendar: Partial<CalendarFacts>) =>
    renderSubscribePage({
      ...offer,
      calendar: {
        octets: 20_001,
        events: 2,
        leftOut: 0,
        heldBack: 0,
        tooLarge: 0,
        unread: 0,
        ...calendar,
      },
    }).replaceAll(/\s+/g, ' ')
  expect(page({})).toContain('The calendar has 2 events, 21 kB.</p>')
  expect(page({})).not.toContain('It is full')
  expect(page({})).toContain('href="/timelines/town-2020/subscribe?theme=reopening&amp;lang=en"')
  expect(page({ leftOut: 1 })).toContain(
    '1 event is not in it: without a date, or with one too vague',
  )
  expect(page({ heldBack: 3 })).toContain(
    '3 events unchanged for longest are not. Choose a theme to have all of its events.',
  )
  const themeless = renderSubscribePage({
    ...offer,
    timeline: { ...offer.timeline, themes: [] },
    calendar: {
      octets: 1,
      events: 1,
      leftOut: 0,
      heldBack: 3,
      tooLarge: 0,
      unread: 3,
    },
  })
  expect(themeless).toContain('3 events unchanged for longest are not.')
  expect(themeless).not.toContain('Choose a theme')
  expect(page({ tooLarge: 2 })).toContain('2 events are not in it: more than 1 MB each')
  expect(page({ unread: 4 })).toContain('4 events unchanged for longest were not looked through.')
})

test('of many themes twelve are chips, and those that are chosen; the others are folded up', () => {
  const themes = Array.from({ length: 30 }, (_, i) => ({
    id: `t-${i}`,
    label: { en: `Theme ${i}` },
  }))
  const offer = offerOf('en', readCanonical([['theme', 't-29']]))
  const choices = { ...offer.choices, theme: new Map(themes.map(({ id }, i) => [id, 100 - i])) }
  const calendar = { octets: 20_001, events: 1, leftOut: 0, heldBack: 0, tooLarge: 0, unread: 0 }
  const page = renderSubscribePage({ ...offer, choices, calendar, timeline: timeline({ themes }) })
  const [shown = '', folded = ''] = page.split('<summary>18 more themes</summary>')
  expect(shown.match(/chip has-dot/g)).toHaveLength(12)
  expect(shown).toContain('<span>Theme 29</span>')
  expect(folded.match(/chip has-dot/g)).toHaveLength(18)
  expect(renderSubscribePage({ ...offer, calendar })).not.toContain('more themes')
})

test.each([
  ['several themes', timeline().themes, false],
  ['one theme', timeline().themes.filter(({ id }) => id === 'reopening'), true],
])('the subscribe page of a timeline of %s names the theme once', (_, themes, hasRow) => {
  const offer = offerOf('en', readCanonical([['theme', 'reopening']]))
  const calendar = { octets: 20_001, events: 1, leftOut: 0, heldBack: 0, tooLarge: 0, unread: 0 }
  const one = { ...offer, timeline: { ...offer.timeline, themes } }
  const page = renderSubscribePage({ ...one, calendar })
  expect(page.includes('class="conditions"')).toBe(hasRow)
  expect(page.includes('class="chips"')).toBe(!hasRow)
})
