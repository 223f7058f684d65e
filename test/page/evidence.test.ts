import { expect, test } from 'vitest'
import { renderEventPage } from '../../src/page/event.ts'
import type { EventView } from '../../src/page/view.ts'
import { timeline, timelineEvent } from '../support/feed.ts'

/** What follows the cited words on the page of an event. */
function attribution(publisher?: Readonly<Record<string, string>>): string {
  const sources = timeline().sources.map((one) => (publisher ? { ...one, publisher } : one))
  const view: EventView = {
    publicUrl: 'https://timelines.example',
    speech: { ui: 'en', content: 'en', inAddress: true },
    timeline: timeline({ sources }),
    edition: { number: 1, published: '2026-10-01T08:30:00Z' },
    event: timelineEvent(),
    jsonLd: '{}',
  }
  return /<blockquote.*?<footer>(.*?)<\/footer>/s.exec(renderEventPage(view))?.[1] ?? ''
}

test('a source without publisher is named once', () => {
  expect(attribution().match(/小镇日报/g)).toHaveLength(1)
})

test('the title of a source stands before its publisher, each in its language', () => {
  const title = '<cite lang="zh-Hans" dir="auto">小镇日报</cite>'
  expect(attribution({ en: 'The Press' })).toContain(`${title} · <cite>The Press</cite>`)
})
