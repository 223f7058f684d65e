import { expect, test } from 'vitest'
import type { FieldChange } from '../../src/domain/document/fields.ts'
import type { UiLanguage } from '../../src/domain/text/ui-language.ts'
import { renderEditionsPage } from '../../src/page/editions.ts'
import { feed, timelineEvent } from '../support/feed.ts'

/** The differences as the page shows them: the items of the inner list, without markup. */
function said(ui: UiLanguage, fields: readonly FieldChange[]): string[] {
  const { id, title } = timelineEvent()
  const page = renderEditionsPage({
    publicUrl: 'https://timelines.example',
    speech: { ui, content: ui, inAddress: false },
    timeline: feed().timeline,
    editions: [
      {
        number: 2,
        published: '2026-10-01T08:30:00Z',
        added: [],
        changed: [{ id, title, fields }],
        withdrawn: [],
        removed: [],
        parts: [],
      },
    ],
  })
  const inner = page.split('<ul class="changes">')[2]?.split('</ul>')[0] ?? ''
  return inner.split('</li>').slice(0, -1)
}

test.each([
  ['zh-Hans', '日期：<del dir="auto">不晚于2020年2月</del> → <ins dir="auto">2020年2月2日</ins>'],
  ['zh-Hant', '日期：<del dir="auto">不晚於2020年2月</del> → <ins dir="auto">2020年2月2日</ins>'],
  [
    'en',
    'Date: <del dir="auto">in or before February 2020</del> → <ins dir="auto">2 February 2020</ins>',
  ],
] as const)('the editions page tells changed dates in words of %s', (ui, line) => {
  const before = { edtf: '[..2020-02]', kind: 'undated' }
  const after = { edtf: '2020-02-02', kind: 'point' }
  expect(said(ui, [{ field: 'date', before, after }])).toEqual([`<li>${line}`])
})

test('the editions page names the language of a text that is not its own', () => {
  const change = { field: 'title', before: { en: 'Old' }, after: { en: 'New' } }
  expect(said('zh-Hans', [change])).toEqual([
    '<li>标题（en）：<del lang="en" dir="auto">Old</del> → <ins lang="en" dir="auto">New</ins>',
  ])
})

test('the editions page shows names instead of ids, and what was absent', () => {
  const themes = { field: 'themes', before: ['prevention'], after: ['unknown'] }
  const place = { field: 'place', before: null, after: 'town' }
  expect(said('zh-Hans', [themes, place])).toEqual([
    '<li>主题：<del dir="auto">疫情防控</del> → <ins dir="auto">unknown</ins>',
    '<li>地点：（无） → <ins dir="auto">小镇</ins>',
  ])
})

test('the editions page says that a change lies in details', () => {
  const at = (start: number) => [{ exact: '甲', start }]
  const change = { field: 'citations', before: at(1), after: at(2) }
  expect(said('zh-Hans', [change])).toEqual(['<li>原文：细节有改动'])
})

test('the editions page says of a first edition without events that it begins the timeline', () => {
  const nothing = { added: [], changed: [], withdrawn: [], removed: [], parts: [] }
  const edition = { published: '2026-10-01T08:30:00Z', ...nothing }
  const page = renderEditionsPage({
    publicUrl: 'https://timelines.example',
    speech: { ui: 'en', content: 'en', inAddress: false },
    timeline: feed().timeline,
    editions: [2, 1].map((number) => ({ ...edition, number })),
  })
  const lines = Array.from(
    page.matchAll(/<p class="small-print">(?!<time)([^<]+)/g),
    ([, line]) => line,
  )
  expect(lines).toEqual(['nothing changed', 'begins the timeline, without events'])
})

test('the editions page escapes every difference', () => {
  const change = { field: 'statedDate', before: null, after: '<script>' }
  expect(said('en', [change]).join('')).toContain('&lt;script&gt;')
})

test('the editions page names the feed of corrections, in the language of its address', () => {
  const page = (inAddress: boolean) =>
    renderEditionsPage({
      publicUrl: 'https://timelines.example',
      speech: { ui: 'en', content: 'en', inAddress },
      timeline: feed().timeline,
      editions: [],
    })
  const link = (query: string) =>
    `<link rel="alternate" type="application/atom+xml" title="Editions" href="https://timelines.example/v1/timelines/town-2020/editions.atom${query}">`
  expect(page(true)).toContain(link('?lang=en'))
  expect(page(false)).toContain(link(''))
})

test.each([
  ['en', 'Next page'],
  ['zh-Hans', '下一页'],
  ['zh-Hant', '下一頁'],
] as const)('the link to older editions says nothing of later events in %s', (ui, words) => {
  const page = renderEditionsPage({
    publicUrl: 'https://timelines.example',
    speech: { ui, content: ui, inAddress: false },
    timeline: feed().timeline,
    editions: [],
    next: 'abc',
  })
  expect(page).toMatch(new RegExp(`rel="next"[^>]*>${words}</a>`))
})

test('the editions page does not promise all changes in the JSON of an edition that was not compared', () => {
  const counted = {
    number: 1,
    published: '2026-10-01T08:30:00Z',
    changes: { added: 100_000, changed: 0, withdrawn: 0, removed: 0, parts: 0 },
  }
  const page = (isBounded: boolean) =>
    renderEditionsPage({
      publicUrl: 'https://timelines.example',
      speech: { ui: 'en', content: 'en', inAddress: false },
      timeline: feed().timeline,
      editions: [],
      large: [{ ...counted, ...(isBounded && { isBounded }) }],
    })
  expect(page(true)).toContain('>at most 100000 events added<')
  expect(page(true)).not.toContain('has all of them')
  expect(page(false)).toContain('>100000 events added<')
  expect(page(false)).toContain('has all of them')
})
