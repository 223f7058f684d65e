import { expect, test } from 'vitest'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import type { Timeline } from '../../src/domain/document/timeline.ts'
import { printHtml } from '../../src/markup/html.ts'
import { dateElement } from '../../src/page/card/date.ts'
import type { EventView } from '../../src/page/view.ts'
import { dated } from '../support/dates.ts'
import { timeline, timelineEvent } from '../support/feed.ts'
import { renderEventPage } from '../support/rendered.ts'

/** The page of an event in English, on which its citations stand. */
function pageOf(
  sources: Timeline['sources'],
  citations: TimelineEvent['citations'] = timelineEvent().citations,
): string {
  const view: EventView = {
    publicUrl: 'https://timelines.example',
    speech: { ui: 'en', content: 'en', inAddress: true },
    timeline: timeline({ sources }),
    edition: { number: 1, published: '2026-10-01T08:30:00Z' },
    event: timelineEvent({ citations }),
    resting: new Map([['town-news', 12]]),
    jsonLd: '{}',
    formats: [],
  }
  return renderEventPage(view)
}

/** What follows the cited words on the page of an event. */
function attribution(publisher?: Readonly<Record<string, string>>): string {
  const sources = timeline().sources.map((one) => (publisher ? { ...one, publisher } : one))
  return /<blockquote.*?<footer>(.*?)<\/footer>/s.exec(pageOf(sources))?.[1] ?? ''
}

test('a source without publisher is named once', () => {
  expect(attribution().match(/小镇日报/g)).toHaveLength(1)
})

test('the title of a source stands before its publisher, each in its language', () => {
  const title = '<cite lang="zh-Hans" dir="auto">小镇日报</cite>'
  expect(attribution({ en: 'The Press' })).toContain(`${title} · <cite>The Press</cite>`)
})

test('a citation without words is shown as a source, with what it supports [fault 9.6]', () => {
  const page = pageOf(timeline().sources, [{ source: 'town-news', supports: ['title'] }])
  expect(page).not.toMatch(/<blockquote|<mark>/)
  expect(page).toMatch(/<p>Source: \s*<cite lang="zh-Hans" dir="auto">小镇日报<\/cite>.*Supports/s)
})

test('a source of a month is dated by the month [fault 9.6]', () => {
  const page = pageOf([{ ...timeline().sources[0]!, published: '2020-03' }])
  expect(page).toContain('<time datetime="2020-03">2020-03</time>')
})

test('an instant is dated by its day in the time zone of the timeline', () => {
  const page = pageOf([{ ...timeline().sources[0]!, published: '2020-03-12T23:45:00Z' }])
  expect(page).toContain('<time datetime="2020-03-13">2020-03-13</time>')
})

test.each([
  ['2020-03-13T07:45+08', '2020-03-13T07:45+08:00'],
  ['2020-03-12T23:45:10Z', '2020-03-12T23:45:10Z'],
  ['2020-03-13', '2020-03-13'],
])('the date %s of an event is the time %s', (edtf, datetime) => {
  const element = printHtml(dateElement(dated(edtf, 'point'), 'then', 'date'))
  expect(element).toBe(`<time class="date" datetime="${datetime}">then</time>`)
})

test('a translated title is said to be one', () => {
  const [source] = timeline().sources
  const translated = { ...source!, title: { 'zh-Hans': '小镇日报', en: 'The Town Daily' } }
  expect(pageOf([translated])).toContain('<cite>The Town Daily</cite> (translated title)')
  expect(pageOf([source!])).not.toContain('translated')
})

test('what rests on a source is linked once, below its last passage', () => {
  const page = pageOf(timeline().sources, [
    { source: 'town-news', exact: '19个党支部成立' },
    { source: 'town-news', exact: '党支部' },
  ])
  const link =
    '<a href="/timelines/town-2020?source=town-news&amp;lang=en" rel="nofollow">12 events rest on this source</a>'
  const [first, last, ...more] = page.matchAll(/<footer>(.*?)<\/footer>/gs)
  expect(first?.[1]).not.toContain('rest on this source')
  expect(last?.[1]).toContain(link)
  expect(more.join()).not.toContain('rest on this source')
})
