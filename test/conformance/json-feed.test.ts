// JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/
import { describe, expect, test } from 'vitest'
import type { FormatInput } from '../../src/formats/format.ts'
import { jsonFeed } from '../../src/formats/feed/json-feed.ts'
import { feed, timeline, timelineEvent } from '../support/feed.ts'

const base = 'https://timelines.example/v1/timelines/town-2020/events.feed.json'
const links = { ...feed().links, self: base, subscription: base }
const read = (overrides: Partial<FormatInput> = {}) =>
  JSON.parse(jsonFeed.write(feed({ links, ...overrides })))

const all = Array.from({ length: 120 }, (_, position) =>
  timelineEvent({ id: `event-${position}`, position }),
)

/** Serves `all` in pages of 50, as the API does. */
function fetchPage(url: string) {
  const start = Number(new URL(url).searchParams.get('cursor') ?? 0)
  const events = all.slice(start, start + 50)
  const next = start + 50 < all.length ? { next: `${base}?cursor=${start + 50}` } : {}
  return read({ events, total: all.length, links: { ...links, self: url, ...next } })
}

describe('JSON Feed 1.1', () => {
  test('version is the exact URL, the media type application/feed+json', () => {
    expect(read().version).toBe('https://jsonfeed.org/version/1.1')
    expect(jsonFeed.mediaType).toBe('application/feed+json; charset=utf-8')
  })

  test('the top level has title, home_page_url, feed_url, authors, language and items', () => {
    const json = read({ timeline: timeline({ description: { 'zh-Hans': '说明' } }) })
    expect(json).toMatchObject({
      title: '小镇纪事',
      description: '说明',
      home_page_url: 'https://timelines.example/timelines/town-2020',
      feed_url: base,
      authors: [{ name: 'timelines.example' }],
      language: 'zh-Hans',
    })
    expect(json.items).toHaveLength(2)
    expect(json.author).toBeUndefined()
  })

  test('an item has a string id, a url, content_html, and RFC 3339 dates', () => {
    for (const item of read().items) {
      expect(item.id).toMatch(/^tag:timelines\.example,2026:town-2020\//)
      expect(item.url).toMatch(/^https:/)
      expect(item.content_html).toMatch(/^<p>/)
      expect(item.date_modified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      expect(item.tags.every((tag: unknown) => typeof tag === 'string')).toBe(true)
    }
    expect(read().items).toHaveLength(2)
  })

  test('an item in another language names it', () => {
    const events = [timelineEvent({ title: { en: 'Branches' } }), timelineEvent({ id: 'b' })]
    expect(read({ events }).items.map((item: { language?: string }) => item.language)).toEqual([
      'en',
      undefined,
    ])
  })

  test('the next_url chain covers all once, and next_url is never feed_url', () => {
    const seen: string[] = []
    const urls: string[] = []
    for (let url: string | undefined = base; url !== undefined;) {
      urls.push(url)
      const page = fetchPage(url)
      expect(page.feed_url).toBe(base)
      expect(page.next_url).not.toBe(page.feed_url)
      seen.push(...page.items.map((item: { id: string }) => item.id))
      url = page.next_url
    }
    expect(urls).toHaveLength(3)
    expect(seen).toEqual(all.map(({ id }) => `tag:timelines.example,2026:town-2020/${id}`))
    expect(new Set(seen).size).toBe(120)
  })

  test('Extensions: the names of all others begin with an underscore and a letter', () => {
    const known = {
      feed: 'version title home_page_url feed_url description next_url authors language items',
      item: 'id url title content_html summary date_published date_modified tags language',
    }
    const json = read({ total: 9, links: { ...links, next: `${base}?cursor=2` } })
    const others = (object: object, names: string) =>
      Object.keys(object).filter((name) => !names.split(' ').includes(name))
    expect(others(json, known.feed)).toEqual(['_timeline'])
    expect(others(json.items[0], known.item)).toEqual(['_timeline'])
  })
})
