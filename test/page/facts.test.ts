// The lines below the title: how long, how many, how sure, who, from where.
import { expect, test } from 'vitest'
import { everything, only, type EventQuery } from '../../src/domain/query/event-query.ts'
import { countTimes, type TimeCounts } from '../../src/domain/query/counts.ts'
import { uiLanguages, type UiLanguage } from '../../src/domain/text/ui-language.ts'
import { printHtml } from '../../src/markup/html.ts'
import { monthRail } from '../../src/page/list/rail.ts'
import { factsLine } from '../../src/page/list/facts.ts'
import { pageContext } from '../../src/page/page-context.ts'
import type { TimelineView } from '../../src/page/view.ts'
import { parseEdtf } from '../../src/domain/date/edtf.ts'
import { kindOf, type DateKind } from '../../src/domain/date/kinds.ts'
import { dated } from '../support/dates.ts'
import { timeline, timelineEvent } from '../support/feed.ts'

/** With `as span`, of a month or year that something lasted. */
function kindOfForm(date: string): DateKind {
  if (date.endsWith(lasted)) return 'span'
  const parsed = parseEdtf(date)
  return parsed.ok ? kindOf(parsed.value) : 'undated'
}

const lasted = ' as span'

function viewOf(dates: readonly string[], ui: UiLanguage): TimelineView {
  const events = dates.map((date, i) =>
    timelineEvent({
      id: `e-${i}`,
      when: dated(date.replace(lasted, ''), kindOfForm(date)),
    }),
  )
  return {
    publicUrl: 'https://timelines.example',
    speech: { ui, content: 'en', inAddress: true },
    timeline: timeline(),
    edition: { number: 1, published: '2020-04-01T00:00:00Z' },
    formats: [],
    continued: false,
    query: everything,
    events,
    total: events.length,
    setAside: 0,
    choices: { theme: new Map(), all: events.length, actor: new Map(), source: new Map() },
    times: countTimes(events.map(({ when }) => when)),
    resting: new Map(),
  }
}

const lineOf = (dates: readonly string[], ui: UiLanguage) => {
  const view = viewOf(dates, ui)
  const [line = ''] = printHtml(factsLine(view, pageContext(view))).split('</p>')
  return line.replaceAll(/<[^>]*>/g, '').trim()
}

test.each([
  [['2020-01-24', '2020-03-13'], '2020-01-24 至 03-13 · 50天 · 共2个事件，日期均精确到日'],
  [['2020-01-24', '[..2020-03-13]'], '2020-01-24 · 1天 · 共2个事件：1个日期精确到日，1个没有日期'],
  [['2020-01-24', '2020-02'], '2020-01-24 至 2020-02 · 共2个事件：1个日期精确到日，1个只知大概'],
  [['1905-01-20', '2004-08-12'], '1905-01-20 至 2004-08-12 · 约100年 · 共2个事件，日期均精确到日'],
  [
    ['-0210-01-01', '1997-07-01'],
    '公元前211年1月1日 至 1997年7月1日 · 约2207年 · 共2个事件，日期均精确到日',
  ],
  [['0618', '0907'], '公元618年 至 公元907年 · 共2个事件，日期均只知大概'],
  [['[..2020-03-13]'], '共1个事件，均没有日期'],
  [
    ['2020-01-24~', '2020-01-24?', '2020-02-01'],
    '2020-01-24 至 02-01 · 共3个事件：1个日期精确到日，2个只知大概',
  ],
  [
    ['2020-01-24', '2020-01-30~', '2020-02-01'],
    '2020-01-24 至 02-01 · 9天 · 共3个事件：2个日期精确到日，1个只知大概',
  ],
  [
    ['2020-01-24', '2020-02-01/2020-02-10?'],
    '2020-01-24 至 02-10 · 共2个事件：1个日期精确到日，1个只知大概',
  ],
  [['2019-01-01/2023-12-31'], '2019-01-01 至 2023-12-31 · 约5年 · 共1个事件，日期均精确到日'],
  [
    ['1990', '2020-01-24/2023-01-24'],
    '1990 至 2023-01-24 · 共2个事件：1个日期精确到日，1个只知大概',
  ],
  [['2020-01-24/..', '2020-01-30'], '2020-01-24 至 01-30 · 7天 · 共2个事件，日期均精确到日'],
  // All of a month or year is known to the day, however it is written.
  [['2020-02 as span'], '2020-02-01 至 02-29 · 29天 · 共1个事件，日期均精确到日'],
  [['2020-02-01/2020-02-29'], '2020-02-01 至 02-29 · 29天 · 共1个事件，日期均精确到日'],
  [['2020 as span'], '2020-01-01 至 12-31 · 366天 · 共1个事件，日期均精确到日'],
  [['2020-02~ as span'], '2020-02-01 至 02-29 · 共1个事件，日期均只知大概'],
  // What goes on, or began before, has no number of days.
  [['2023-01-01/..'], '2023-01-01 · 共1个事件，日期均精确到日'],
  [['2020-01-24/..', '2020-01-24'], '2020-01-24 · 共2个事件，日期均精确到日'],
  [['../2023-05-01'], '2023-05-01 · 共1个事件，日期均精确到日'],
  [['/2023-05-01', '2023-06-01'], '2023-05-01 至 06-01 · 共2个事件，日期均精确到日'],
  [['2023-05-01', '../2023-06-01'], '2023-05-01 至 06-01 · 32天 · 共2个事件，日期均精确到日'],
  [[], '共0个事件'],
])('of %j it says %s', (dates, line) => {
  expect(lineOf(dates, 'zh-Hans')).toBe(line)
})

test('in English years and numbers are as they are written there', () => {
  expect(lineOf(['-0043-03-15', '1997-07-01'], 'en')).toBe(
    '15 March 44 BC to 1 July 1997 · about 2040 years · 2 events, dated to the day',
  )
})

test('of a list of which only a page is at hand it says what is counted', () => {
  const view = viewOf(['2020-01-24', '2020-02-01', '[..2020-03-13]'], 'en')
  const line = (times: TimeCounts) =>
    printHtml(factsLine({ ...view, times, events: [] }, pageContext(view)))
  expect(line(view.times)).toContain(
    '3 events</span>: 2 known at least to the month, 1 without a date',
  )
  expect(line({ ...view.times, window: new Map([['2020-01/2020-03', 1]]) })).toContain(
    '</span>: 2 known at least to the month, 1 only to lie within several months, 1 without a date',
  )
  const none = { month: new Map<string, number>(), window: new Map<string, number>(), undated: 0 }
  const months = { ...none, month: new Map([['2020-01', 3]]) }
  expect(line(months)).toContain('3 events</span>, each known at least to the month')
  expect(line({ ...none, undated: 3 })).toContain('3 events</span>, without a date')
  // Counts that are upper bounds say nothing of the events that there are.
  const bounded = { ...view, events: [], atMost: true } as const
  expect(printHtml(factsLine(bounded, pageContext(bounded)))).toMatch(/≤3 events<\/span>\s*<\/p>/)
})

test('it names those who take part in most events, and leads to their lanes', () => {
  const people = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    kind: 'person' as const,
    name: { en: id.toUpperCase() },
  }))
  const view = viewOf(['2020-01-24', '2020-01-25', '2020-01-26'], 'en')
  const town = timeline({
    actors: [...people, { id: 'town', kind: 'place', name: { en: 'Town' } }],
  })
  const events = view.events.map((event, i) => ({
    ...event,
    actors:
      [
        ['town', 'd'],
        ['town', 'd', 'c'],
        ['town', 'a', 'b'],
      ][i] ?? [],
  }))
  const list = { ...view, timeline: town, events }
  const page = (query: EventQuery) => {
    const shown = { ...list, query }
    return printHtml(factsLine(shown, pageContext(shown)))
  }
  const text = page(everything)
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
  expect(text).toContain('Who D · A · B · 1 more')
  expect(page(everything)).toMatch(/href="[^"]*actor=d[^"]*"/)
  expect(page(everything)).toMatch(/href="[^"]*lanes=actor[^"]*" rel="nofollow"/)
  expect(page({ ...everything, actors: [only('d')] })).not.toContain('Who')
})

test.each(uiLanguages)(
  'in %s the months of a long list are at most 36 links, or years, decades and so on',
  (ui) => {
    for (const [years, step] of [
      [2, 1],
      [30, 12],
      [300, 12],
      [2000, 12],
    ] as const) {
      const dates = Array.from({ length: (years * 12) / step }, (_, i) => {
        const month = i * step
        return `${String(1 + Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
      })
      const view = { ...viewOf([...dates, ...dates, ...dates], ui), base: '' }
      const context = pageContext(view)
      const rail = monthRail(
        { ...view, events: view.events.slice(0, 20) },
        context.addresses.timeline,
        context,
      )
      const links = (rail === false ? '' : printHtml(rail)).match(/<a href="[^"]*"/g) ?? []
      expect(links.filter((link) => !/#_\d{4}-\d\d"$/.test(link))).toEqual([])
      expect(links.length, `${years} years`).toBeGreaterThan(1)
      expect(links.length, `${years} years`).toBeLessThanOrEqual(36)
    }
  },
)
