import fc from 'fast-check'
import { parseRssFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { rss } from '../../src/formats/feed/rss.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { feed, pointOn, timeline, timelineEvent } from '../support/feed.ts'
import { all, carried, childrenOf, only, readXml, textOf } from '../support/xml-reader.ts'
import { hostileFeed } from './hostile-feed.ts'

const channelOf = (of: FormatInput) => childrenOf(readXml(rss.write(of)), 'channel')[0]!
const itemOf = (event: Parameters<typeof timelineEvent>[0]) =>
  childrenOf(channelOf(feed({ events: [timelineEvent(event)] })), 'item')[0]!

describe('an item', () => {
  test('has the date and the title of the event in its title', () => {
    expect(only(itemOf({ statedDate: '年初二' }), 'title')).toBe(
      '年初二（2020年1月26日）：党支部成立',
    )
  })

  test('has the instant of its first publication as pubDate, never the day of the event', () => {
    const item = itemOf({
      first: { edition: 1, instant: '2026-09-03T04:05:06.789Z' },
      revision: { edition: 4, instant: '2026-10-01T08:30:00.000Z' },
    })
    expect(only(item, 'pubDate')).toBe('Thu, 03 Sep 2026 04:05:06 GMT')
    expect(childrenOf(itemOf({ first: { edition: 1, instant: null } }), 'pubDate')).toEqual([])
  })

  test('has summary, whole content and the date as EDTF', () => {
    const item = itemOf({ when: pointOn('2020-02-01', { edtf: '2020-02' }) })
    expect(only(item, 'description')).toBe('<p>镇内成立19个临时党支部。</p>')
    expect(only(item, 'content:encoded')).toContain('<blockquote>19个党支部成立</blockquote>')
    expect(only(item, 'dcterms:temporal')).toBe('2020-02')
  })

  test('without a summary is described by its content', () => {
    const { summary: _, ...event } = timelineEvent()
    const item = childrenOf(channelOf(feed({ events: [event] })), 'item')[0]!
    expect(only(item, 'description')).toBe(only(item, 'content:encoded'))
  })

  test('names themes and actors as categories', () => {
    expect(childrenOf(itemOf({}), 'category').map((category) => textOf(category))).toEqual([
      '疫情防控',
      '镇委',
    ])
  })
})

test('a channel without description is described by its title', () => {
  expect(only(channelOf(feed()), 'description')).toBe('小镇纪事')
})

test('a channel that holds back events says how many and where the rest is', () => {
  const next = 'https://timelines.example/v1/timelines/town-2020/events.rss?cursor=abc'
  const channel = channelOf(feed({ total: 120, links: { ...feed().links, next } }))
  expect(only(channel, 'description')).toContain(`共120个事件，本页2个，其余见 ${next}`)
  expect(only(channel, 'opensearch:totalResults')).toBe('120')
})

test('a channel names credit and licence', () => {
  const licence = { name: { en: 'CC0' } }
  const channel = channelOf(feed({ timeline: timeline({ licence, credit: { en: 'Archive' } }) }))
  expect([only(channel, 'copyright'), only(channel, 'dc:creator')]).toEqual(['CC0', 'Archive'])
})

test('comes in parts: head, each item, tail', () => {
  const parts = [...rss.parts!(feed())]
  expect(parts.join('')).toBe(rss.write(feed()))
  expect(parts.filter((part) => part.startsWith('<item>'))).toHaveLength(2)
})

test('with random hostile events is well-formed and says the same when read', () => {
  let seen = 0
  fc.assert(
    fc.property(hostileFeed, (of) => {
      const items = childrenOf(channelOf(of), 'item')
      expect(items).toHaveLength(of.events.length)
      for (const [i, item] of items.entries()) {
        const event = of.events[i]!
        expect(only(item, 'guid')).toBe(`tag:timelines.example,2026:town-2020/${event.id}`)
        expect(only(item, 'title')).toContain(carried(event.title['zh-Hans']!))
        const content = readXml(`<div>${only(item, 'content:encoded')}</div>`)
        expect(all(content, 'blockquote').map(textOf)).toEqual(
          event.citations.flatMap(({ exact }) => (exact === undefined ? [] : carried(exact))),
        )
        expect(all(content, 'script')).toEqual([])
        const label = carried(of.timeline.themes[0]!.label['zh-Hans']!)
        expect(textOf(childrenOf(item, 'category')[0]!)).toBe(label)
        seen++
      }
      expect(rss.write(of)).toBe(rss.write(of))
    }),
    { numRuns: 200 },
  )
  expect(seen).toBeGreaterThan(200)
})

test('with random hostile events is read by feedsmith with the same ids and content', () => {
  fc.assert(
    fc.property(hostileFeed, (of) => {
      const items = childrenOf(channelOf(of), 'item')
      const parsed = parseRssFeed(rss.write(of)).items ?? []
      expect(parsed.map(({ guid }) => guid)).toEqual(
        items.map((item) => ({ value: only(item, 'guid'), isPermaLink: false })),
      )
      // feedsmith trims what it reads.
      expect(parsed.map(({ content }) => content?.encoded)).toEqual(
        items.map((item) => only(item, 'content:encoded').trim()),
      )
    }),
    { numRuns: 100 },
  )
})
