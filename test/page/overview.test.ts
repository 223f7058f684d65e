import { describe, expect, test } from 'vitest'
import type { DateKind } from '../../src/domain/date/kinds.ts'
import { countTimes } from '../../src/domain/query/counts.ts'
import { everything } from '../../src/domain/query/event-query.ts'
import { pageContext } from '../../src/page/page-context.ts'
import { strip } from '../../src/picture/strip.ts'
import { printHtml } from '../../src/markup/html.ts'
import type { ListView } from '../../src/page/view.ts'
import { dated } from '../support/dates.ts'
import { pointOn, timeline, timelineEvent } from '../support/feed.ts'

function view(days: readonly string[]): ListView {
  return {
    publicUrl: 'https://timelines.example',
    speech: { ui: 'en', content: 'en', inAddress: true },
    timeline: timeline(),
    base: '',
    query: everything,
    events: days.map((day) => timelineEvent({ when: pointOn(day) })),
    total: days.length,
    setAside: 0,
    choices: { theme: new Map(), all: days.length, actor: new Map(), source: new Map() },
    times: countTimes([]),
  }
}

/** The labels of the overview of some events on their days, of which the answer has `total`. */
function labels(days: readonly string[], months: readonly string[] = [], total = days.length) {
  const shown = view(days)
  const times = countTimes(months.map((month) => dated(month, 'point')))
  const drawn = strip({ ...shown, total, times }, pageContext(shown))
  return drawn === false
    ? []
    : [...printHtml(drawn).matchAll(/<span>(.*?)<\/span>/g)].map(([, label]) => label)
}

test('an event without a stated start has a tail before it, one without a stated end a tail after it', () => {
  const positions = (date: string, kind: DateKind) => {
    const events = [timelineEvent({ when: dated(date, kind) }), timelineEvent()]
    const drawn = strip({ ...view([]), events, total: 2 }, pageContext(view([])))
    const text = drawn === false ? '' : printHtml(drawn)
    const tail = /mark-tail[^>]* x="([\d.]+)%"/.exec(text)?.[1]
    const circle = new RegExp(`mark-${kind}[^>]* cx="([\\d.]+)%"`).exec(text)?.[1]
    return Number(tail) - Number(circle)
  }
  expect(positions('/2020-02-24', 'until')).toBeCloseTo(-4, 1)
  expect(positions('2020-01-24/..', 'since')).toBeCloseTo(0, 1)
})

describe('the overview labels', () => {
  test('months', () => {
    expect(labels(['2019-12-20', '2020-02-10'])).toEqual(['2020', 'Feb'])
  })

  test('the month in which all its days are', () => {
    expect(labels(['2020-02-03', '2020-02-10'])).toEqual(['February 2020'])
    expect(labels([], ['2020-02', '2020-03'], 200)).toEqual(['February 2020'])
  })

  test.each([
    [
      ['2018-05', '2020-03'],
      ['2019', '2020'],
    ],
    [
      ['1911-10', '1949-10'],
      ['1915', '1920', '1925', '1930', '1935', '1940', '1945'],
    ],
    [
      ['-0300-01', '1800-12'],
      ['AD 500', '1000', '1500'],
    ],
    [
      ['-0450-01', '0350-12'],
      ['400 BC', '200 BC', 'AD 200'],
    ],
  ])('round years from %j', (months, expected) => {
    expect(labels([], months, 200)).toEqual(expected)
  })
})
