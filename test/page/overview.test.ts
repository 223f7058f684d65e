import { describe, expect, test } from 'vitest'
import { everything } from '../../src/domain/query/event-query.ts'
import { pageContext } from '../../src/page/page-context.ts'
import { strip } from '../../src/picture/strip.ts'
import { printHtml } from '../../src/markup/html.ts'
import type { ListView } from '../../src/page/view.ts'
import { pointOn, timeline, timelineEvent } from '../support/feed.ts'

/** The labels of the overview of some events on their days, of which the answer has `total`. */
function labels(days: readonly string[], months: readonly string[] = [], total = days.length) {
  const view: ListView = {
    publicUrl: 'https://timelines.example',
    speech: { ui: 'en', content: 'en', inAddress: true },
    timeline: timeline(),
    base: '',
    query: everything,
    events: days.map((day) => timelineEvent({ when: pointOn(day) })),
    total,
    setAside: 0,
    choices: { theme: new Map(), all: total, actor: new Map() },
    months: new Map(months.map((month) => [month, 1])),
  }
  const drawn = strip(view, pageContext(view))
  return drawn === false
    ? []
    : [...printHtml(drawn).matchAll(/<span>(.*?)<\/span>/g)].map(([, label]) => label)
}

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
      ['1915', '1920', '1925', '1930', '1935', '1940', '1945', '1950'],
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
