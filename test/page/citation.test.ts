// The line that readers copy into a list of references.
import { expect, test } from 'vitest'
import { citationText } from '../../src/page/share/menu.ts'
import { pageContext } from '../../src/page/page-context.ts'
import { timeline, timelineEvent } from '../support/feed.ts'

const publicUrl = 'https://timelines.example'

test('a copied citation says that a title is not in the language of its source [fault 10]', () => {
  const [source] = timeline().sources
  const sources = [{ ...source!, title: { 'zh-Hans': '小镇日报', en: 'Town News' } }]
  const citation = (ui: 'en' | 'zh-Hans') =>
    citationText(
      timelineEvent(),
      { number: 3, published: '2026-10-01T08:30:00Z' },
      pageContext({
        publicUrl,
        speech: { ui, content: ui, inAddress: false },
        timeline: timeline({ sources }),
      }),
    )
  expect(citation('en')).toContain('Source: “Town News” (translated title), 13 March 2020.')
  expect(citation('zh-Hans')).toContain('来源：《小镇日报》，2020年3月13日。')
})
