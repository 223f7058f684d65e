// RSS 2.0 as the RSS Advisory Board specifies it, with its Best Practices Profile.
import { describe, expect, test } from 'vitest'
import { atom } from '../../src/formats/feed/atom.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { jsonFeed } from '../../src/formats/feed/json-feed.ts'
import { rss } from '../../src/formats/feed/rss.ts'
import { feed, timelineEvent } from '../support/feed.ts'
import { childrenOf, only, readXml } from '../support/xml-reader.ts'

const subscription = 'https://timelines.example/v1/timelines/town-2020/events.rss?theme=reopening'
const links = { ...feed().links, self: subscription, subscription }
const read = (overrides: Partial<FormatInput> = {}) =>
  readXml(rss.write(feed({ links, ...overrides })))
const channel = (overrides: Partial<FormatInput> = {}) => childrenOf(read(overrides), 'channel')[0]!
const items = (overrides: Partial<FormatInput> = {}) => childrenOf(channel(overrides), 'item')

describe('RSS 2.0', () => {
  test('the root is rss with version 2.0 and one channel', () => {
    expect([read().name, read().attributes.version]).toEqual(['rss', '2.0'])
    expect(childrenOf(read(), 'channel')).toHaveLength(1)
    expect(rss.mediaType).toBe('application/rss+xml; charset=utf-8')
  })

  test('required channel elements: one title, link and description, none empty', () => {
    for (const name of ['title', 'link', 'description']) expect(only(channel(), name)).not.toBe('')
  })

  test('language is a tag, lastBuildDate the instant of the edition', () => {
    expect(only(channel(), 'language')).toBe('zh-Hans')
    expect(only(channel(), 'lastBuildDate')).toBe('Thu, 01 Oct 2026 08:30:00 GMT')
  })

  test('pubDate is of RFC 822 with four digits of the year and the right day of the week', () => {
    expect(items()).toHaveLength(2)
    for (const item of items()) {
      const date = only(item, 'pubDate')
      expect(date).toMatch(
        /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
      )
      expect(new Date(date).toUTCString()).toBe(date)
    }
  })

  test('guid is no permalink, and the same id as in Atom and JSON Feed', () => {
    const guids = items().map((item) => childrenOf(item, 'guid')[0]!)
    expect(guids.map(({ attributes }) => attributes)).toEqual([
      { isPermaLink: 'false' },
      { isPermaLink: 'false' },
    ])
    const ids = items().map((item) => only(item, 'guid'))
    const entries = childrenOf(readXml(atom.write(feed())), 'entry')
    expect(entries.map((entry) => only(entry, 'id'))).toEqual(ids)
    expect(JSON.parse(jsonFeed.write(feed())).items.map(({ id }: { id: string }) => id)).toEqual(
      ids,
    )
  })

  test('link is a URI, not an IRI', () => {
    const event = (id: string) => `https://例子.example/纪事/${id}|x`
    const page = 'https://例子.example/纪事?主题=复工'
    expect(only(channel({ links: { ...links, page } }), 'link')).toMatch(/^[\x21-\x7e]+$/)
    expect(only(items({ links: { ...links, event } })[0]!, 'link')).toBe(
      'https://xn--fsqu00a.example/%E7%BA%AA%E4%BA%8B/branches-formed%7Cx',
    )
  })

  test('category has a domain that names the vocabulary', () => {
    const domains = childrenOf(items()[0]!, 'category').map(({ attributes }) => attributes.domain)
    expect(domains).toEqual([
      'tag:timelines.example,2026:town-2020/themes/',
      'tag:timelines.example,2026:town-2020/actors/',
    ])
  })
})

describe('RSS Best Practices Profile', () => {
  test('atom:link: self names the address of the document and its media type', () => {
    const self = childrenOf(channel(), 'atom:link').map(({ attributes }) => attributes)
    expect(self).toEqual([{ rel: 'self', type: 'application/rss+xml', href: subscription }])
  })

  test('character data: & and < of a plain text are hexadecimal references', () => {
    const text = rss.write(feed({ events: [timelineEvent({ title: { 'zh-Hans': 'R&D <3' } })] }))
    expect(text).toContain('R&#x26;D &#x3C;3</title>')
  })

  test('content:encoded comes after description', () => {
    const names = items()[0]!.children.map((child) => (typeof child === 'string' ? '' : child.name))
    expect(names.indexOf('content:encoded')).toBe(names.indexOf('description') + 1)
  })

  test('author takes an e-mail address, so the name stands in dc:creator', () => {
    expect(only(channel(), 'dc:creator')).toBe('timelines.example')
    expect(childrenOf(items()[0]!, 'author')).toEqual([])
  })
})

describe('RFC 5005, appendix B', () => {
  const next =
    'https://timelines.example/v1/timelines/town-2020/events.rss?theme=reopening&cursor=abc'

  test('a page links to the first and the next one', () => {
    const found = childrenOf(channel({ total: 120, links: { ...links, next } }), 'atom:link')
    expect(found.map(({ attributes }) => [attributes.rel, attributes.href])).toEqual([
      ['self', subscription],
      ['first', subscription],
      ['next', next],
    ])
  })

  test('a feed that holds all is complete', () => {
    expect(childrenOf(channel(), 'fh:complete')).toHaveLength(1)
  })
})
