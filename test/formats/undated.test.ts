// What is only known to lie before a day, as every output tells it.
import { expect, test } from 'vitest'
import { formats } from '../../src/formats/all-formats.ts'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import type { UiLanguage } from '../../src/domain/text/ui-language.ts'
import { dated } from '../support/dates.ts'
import { feed, timeline, timelineEvent } from '../support/feed.ts'
import { renderEventPage } from '../support/rendered.ts'

/** Every format and the page of the event, by name; the report is of 13 March 2020. */
function outputs(overrides: Partial<TimelineEvent>, ui: UiLanguage): readonly [string, string][] {
  const event = timelineEvent(overrides)
  const page = renderEventPage({
    publicUrl: 'https://timelines.example',
    speech: { ui, content: ui, inAddress: true },
    timeline: timeline(),
    edition: { number: 1, published: '2026-10-01T08:30:00Z' },
    event,
    resting: new Map(),
    jsonLd: '{}',
    formats: [],
  })
  return [
    ...formats.map((format): [string, string] => [
      format.name,
      format.write(feed({ events: [event], language: ui, content: ui })),
    ]),
    ['page', page],
  ]
}

const report = /原文没有日期|原文沒有日期|见报|見報|source gives no date|the report/

const bound =
  /没有写明哪一天，只知不晚于此|沒有寫明哪一天，只知不晚於此|No day is given; no later than this/

test.each(['zh-Hans', 'zh-Hant', 'en'] as const)('told in %s', (ui) => {
  const telling = (of: RegExp, overrides: Partial<TimelineEvent>) =>
    outputs(overrides, ui)
      .filter(([, text]) => of.test(text))
      .map(([name]) => name)
  const names = ['markdown', 'atom', 'rss', 'json-feed', 'page'].toSorted()

  const undated = (date: string) => dated(date, 'undated')
  // Without words for the date, and bounded by the day of its source.
  const silent = { when: undated('[..2020-03-13]') }
  expect(telling(report, silent).toSorted()).toEqual(names)
  expect(telling(bound, silent)).toEqual([])
  for (const worded of [
    { when: undated('[..1550]'), statedDate: '1550年以前' },
    { when: undated('[..2020-03-13]'), statedDate: '近日' },
    // The words only repeat the explicit date.
    { when: undated('[..2020-03-13]'), statedDate: '不晚于2020年3月13日' },
    // Bounded by something else.
    { when: undated('[..1550]') },
  ]) {
    expect(telling(report, worded), worded.when.edtf).toEqual([])
    expect(telling(bound, worded).toSorted()).toEqual(names)
  }
})
