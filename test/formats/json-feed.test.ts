import fc from 'fast-check'
import { parseJsonFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { jsonFeed } from '../../src/formats/feed/json-feed.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { feed, pointOn, timeline, timelineEvent } from '../support/feed.ts'
import { all, carried, readXml, textOf } from '../support/xml-reader.ts'
import { hostileFeed } from './hostile-feed.ts'

const read = (of: FormatInput) => JSON.parse(jsonFeed.write(of))
const itemOf = (event: Parameters<typeof timelineEvent>[0]) =>
  read(feed({ events: [timelineEvent(event)] })).items[0]

describe('an item', () => {
  test('has the date and the title of the event in its title', () => {
    expect(itemOf({ statedDate: '年初二' }).title).toBe('年初二（2020年1月26日）：党支部成立')
  })

  test('carries the date of the event under _timeline', () => {
    const when = pointOn('2020-02-01', { edtf: '2020-02', kind: 'span' })
    expect(itemOf({ when, statedDate: '2月', status: 'disputed' })._timeline).toEqual({
      event: 'branches-formed',
      date: '2020-02',
      kind: 'span',
      statedDate: '2月',
      dateInWords: '2月（2020年2月整月）',
      status: 'disputed',
      sequence: 0,
    })
  })

  test('has the instants of the entry, never the day of the event', () => {
    const first = { edition: 1, instant: '2026-09-30T12:00:00.250Z' }
    const revision = { edition: 4, instant: '2026-10-01T08:30:00.000Z' }
    const item = itemOf({ first, revision })
    expect([item.date_published, item.date_modified]).toEqual([first.instant, revision.instant])
    const unknown = itemOf({ first: { ...first, instant: null }, revision })
    expect([unknown.date_published, unknown.date_modified]).toEqual([undefined, revision.instant])
  })

  test('is tagged with themes, actors and place, each once', () => {
    const tags = itemOf({ actors: ['committee', 'town'], place: 'town' }).tags
    expect(tags).toEqual(['疫情防控', '镇委', '小镇'])
    const base = timeline()
    const themes = base.themes.map((theme) => ({ ...theme, label: { 'zh-Hans': '镇委' } }))
    const alike = feed({ timeline: { ...base, themes }, events: [timelineEvent()] })
    expect(read(alike).items[0].tags).toEqual(['镇委'])
  })
})

test('a feed that holds back events says how many and where the rest is', () => {
  const next = 'https://timelines.example/v1/timelines/town-2020/events.feed.json?cursor=abc'
  const json = read(feed({ total: 120, setAside: 1, links: { ...feed().links, next } }))
  expect(json.next_url).toBe(next)
  expect(json.description).toContain(`共120个事件，本页2个，其余见 ${next}`)
  expect(json._timeline).toMatchObject({ total: 120, shown: 2, setAside: 1 })
})

test('an empty feed is valid', () => {
  expect(read(feed({ events: [] })).items).toEqual([])
})

test('comes in parts: head, each item, tail', () => {
  const parts = [...jsonFeed.parts!(feed())]
  expect(parts.join('')).toBe(jsonFeed.write(feed()))
  expect(parts).toHaveLength(4)
})

test('with random hostile events says the same when read', () => {
  let seen = 0
  fc.assert(
    fc.property(hostileFeed, (of) => {
      const text = jsonFeed.write(of)
      expect(text.isWellFormed()).toBe(true)
      const { items } = JSON.parse(text)
      expect(items).toHaveLength(of.events.length)
      for (const [i, item] of items.entries()) {
        const event = of.events[i]!
        expect(item.id).toBe(`tag:timelines.example,2026:town-2020/${event.id}`)
        expect(item.title).toContain(carried(event.title['zh-Hans']!))
        expect(item.summary).toBe(carried(event.summary!['zh-Hans']!))
        const content = readXml(`<div>${item.content_html}</div>`)
        expect(all(content, 'blockquote').map(textOf)).toEqual(
          event.citations.flatMap(({ exact }) => (exact === undefined ? [] : carried(exact))),
        )
        expect(all(content, 'script')).toEqual([])
        seen++
      }
      expect(jsonFeed.write(of)).toBe(text)
      const { items: parsed = [] } = parseJsonFeed(JSON.parse(text))
      expect(parsed.map(({ id }) => id)).toEqual(items.map(({ id }: { id: string }) => id))
    }),
    { numRuns: 200 },
  )
  expect(seen).toBeGreaterThan(200)
})
