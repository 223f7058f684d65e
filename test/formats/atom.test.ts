import fc from 'fast-check'
import { parseAtomFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { atom } from '../../src/formats/feed/atom.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { dated } from '../support/dates.ts'
import { feed, pointOn, timeline, timelineEvent } from '../support/feed.ts'
import { all, carried, childrenOf, only, readXml, textOf } from '../support/xml-reader.ts'
import { hostileFeed } from './hostile-feed.ts'

const read = (of: FormatInput) => readXml(atom.write(of))
const entriesOf = (of: FormatInput) => childrenOf(read(of), 'entry')
const entryOf = (event: Parameters<typeof timelineEvent>[0]) =>
  entriesOf(feed({ events: [timelineEvent(event)] }))[0]!

/** A title or summary as a reader shows it, be it text or html (RFC 4287, 3.1.1). */
function shown(construct: ReturnType<typeof readXml>): string {
  const text = textOf(construct)
  return construct.attributes.type === 'html' ? textOf(readXml(text)) : text
}

describe('an entry', () => {
  test('has the source’s words for the date, the explicit words and the title in its title; words of another language follow [fault 2.3]', () => {
    const when = dated('2020-02-01/2020-02-10', 'span')
    expect(only(entryOf({ when, statedDate: '2月上旬' }), 'title')).toBe(
      '2月上旬（2020年2月1日至10日）：党支部成立',
    )
    expect(only(entryOf({ when }), 'title')).toBe('2020年2月1日至10日：党支部成立')
    expect(only(entryOf({ when, statedDate: '2020年2月1日至10日' }), 'title')).toBe(
      '2020年2月1日至10日：党支部成立',
    )
    const english = feed({
      events: [timelineEvent({ when, statedDate: '2月上旬' })],
      language: 'en',
    })
    const figures = feed({
      events: [
        timelineEvent({
          when: dated('2020-03-13T07:45:00+08:00', 'point'),
          statedDate: '2020-03-13 07:45',
        }),
      ],
      language: 'en',
    })
    expect(only(entriesOf(figures)[0]!, 'title')).toBe(
      '13 March 2020, 07:45: Party branches are formed',
    )
    expect(only(entriesOf(english)[0]!, 'title')).toBe(
      '1–10 February 2020 (2月上旬): Party branches are formed',
    )
  })

  test('has the instants of the entry, never the day of the event', () => {
    const first = { edition: 1, instant: '2026-09-30T12:00:00.250Z' }
    const revision = { edition: 4, instant: '2026-10-01T08:30:00.000Z' }
    const entry = entryOf({ first, revision })
    expect([only(entry, 'published'), only(entry, 'updated')]).toEqual([
      first.instant,
      revision.instant,
    ])
  })

  test('whose first publication is not known claims none', () => {
    const entry = entryOf({ first: { edition: 1, instant: null } })
    expect(childrenOf(entry, 'published')).toEqual([])
  })

  test('carries the date as EDTF in dcterms:temporal', () => {
    const entry = entryOf({ when: pointOn('2020-02-01', { edtf: '2020-02-01/2020-02-10' }) })
    expect(only(entry, 'dcterms:temporal')).toBe('2020-02-01/2020-02-10')
  })

  test('that is disputed says so in title and content', () => {
    const entry = entryOf({ status: 'disputed' })
    expect(only(entry, 'title')).toContain('［有争议］')
    expect(only(entry, 'content')).toContain('有争议：')
  })

  test('of an undated event says so, with the words of its bound', () => {
    const entry = entryOf({ when: dated('[..2020-03-13]', 'undated') })
    expect(only(entry, 'title')).toBe('不晚于2020年3月13日：党支部成立')
    expect(only(entry, 'content')).toContain('原文没有日期')
  })

  test('lists themes, then actors, then the place as categories', () => {
    const categories = childrenOf(entryOf({ place: 'town' }), 'category')
    expect(categories.map(({ attributes }) => attributes)).toEqual([
      {
        term: 'prevention',
        scheme: 'tag:timelines.example,2026:town-2020/themes/',
        label: '疫情防控',
      },
      { term: 'committee', scheme: 'tag:timelines.example,2026:town-2020/actors/', label: '镇委' },
      { term: 'town', scheme: 'tag:timelines.example,2026:town-2020/actors/', label: '小镇' },
    ])
  })

  test('tags a title that has no version in the feed’s language', () => {
    const entry = entryOf({ title: { en: 'Branches' } })
    expect(childrenOf(entry, 'title')[0]!.attributes).toEqual({ 'xml:lang': 'en' })
  })

  test.each([
    ['en', { 'zh-Hans': '复工' }, { en: 'Summary' }, 'zh-Hans', undefined],
    ['en', { en: 'Reopened' }, { 'zh-Hans': '复工的摘要。' }, undefined, 'zh-Hans'],
  ] as const)('in %s tags title %j and summary %j each by its own language', (...given) => {
    const [language, title, summary, ofTitle, ofSummary] = given
    const [entry] = entriesOf(feed({ events: [timelineEvent({ title, summary })], language }))
    const langOf = (name: string) => childrenOf(entry!, name)[0]!.attributes['xml:lang']
    expect([langOf('title'), langOf('summary')]).toEqual([ofTitle, ofSummary])
  })

  test('quotes the cited words with source, publisher and day, and links to the web only', () => {
    const sources = [
      {
        id: 'town-news',
        title: { 'zh-Hans': '战疫' },
        publisher: { 'zh-Hans': '小镇日报' },
        url: 'https://news.example/1?a=1&b=2',
        published: '2020-03-13T07:45:00+08:00',
        language: 'zh-Hans',
      },
    ]
    const events = [timelineEvent({ links: [{ url: 'javascript:alert(1)' }] })]
    const [entry] = entriesOf(feed({ timeline: timeline({ sources }), events }))
    const content = readXml(`<div>${only(entry!, 'content')}</div>`)
    expect(all(content, 'blockquote').map((quote) => [quote.attributes, textOf(quote)])).toEqual([
      [{ cite: 'https://news.example/1?a=1&b=2' }, '19个党支部成立'],
    ])
    expect(textOf(content)).toContain('— 战疫，小镇日报，2020-03-13')
    expect(all(content, 'a').map(({ attributes }) => attributes)).toEqual([
      { href: 'https://news.example/1?a=1&b=2', rel: 'noopener nofollow ugc' },
    ])
    expect(textOf(content)).toContain('javascript:alert(1)')
  })

  test('tells figures with bounds and the source’s own words', () => {
    const [label, unit] = [{ 'zh-Hans': '企业' }, { 'zh-Hans': '家' }]
    const measures = [{ label, unit, value: 8, valueTo: 10, sourceWords: '8-10家' }]
    expect(only(entryOf({ measures }), 'content')).toContain('企业：8–10家（“8-10家”）')
  })
})

describe('the feed', () => {
  test('has a permanent id that depends on the query and not on the host', () => {
    const idOf = (subscription: string) =>
      only(read(feed({ links: { ...feed().links, subscription } })), 'id')
    expect(idOf('https://a.example/v1/events.atom')).toBe('tag:timelines.example,2026:town-2020')
    expect(idOf('https://b.example/x/events.atom?theme=a,b&q=%E5%A4%8D|')).toBe(
      'tag:timelines.example,2026:town-2020?theme=a,b&q=%E5%A4%8D%7C',
    )
  })

  test('of one event has an id of its own, which is not that of the entry', () => {
    const subscription = 'https://a.example/v1/timelines/town-2020/events/branches-formed.atom'
    expect(only(read(feed({ links: { ...feed().links, subscription } })), 'id')).toBe(
      'tag:timelines.example,2026:town-2020/events/branches-formed',
    )
  })

  test('of a timeline named events has another id than the feed of its event of that name', () => {
    const of = timeline({ id: 'events' })
    const idOf = (path: string) => {
      const subscription = `https://a.example/v1/timelines/events/${path}`
      return only(read(feed({ timeline: of, links: { ...feed().links, subscription } })), 'id')
    }
    expect(['events.atom?theme=a', 'events/events.atom', 'events/a.feed.json'].map(idOf)).toEqual([
      'tag:timelines.example,2026:events?theme=a',
      'tag:timelines.example,2026:events/events/events',
      'tag:timelines.example,2026:events/events/a',
    ])
  })

  test('names the filter in its title', () => {
    expect(only(read(feed({ filter: '复工复产' })), 'title')).toBe('小镇纪事 · 复工复产')
  })

  test('that holds back events says how many and where the rest is', () => {
    const next = 'https://timelines.example/v1/timelines/town-2020/events.atom?cursor=abc'
    const root = read(feed({ total: 120, setAside: 3, links: { ...feed().links, next } }))
    expect(only(root, 'opensearch:totalResults')).toBe('120')
    expect(only(root, 'opensearch:itemsPerPage')).toBe('2')
    expect(only(root, 'subtitle')).toContain(`共120个事件，本页2个，其余见 ${next}`)
    expect(only(root, 'subtitle')).toContain('另有3个事件没有日期')
  })

  test('marks names of themes and of the licence that are in another language than the feed', () => {
    const [first, ...others] = timeline().themes
    const root = read(
      feed({
        timeline: timeline({
          licence: { name: { de: 'Freie Lizenz' } },
          themes: [{ ...first!, label: { ja: '仕事' } }, ...others],
        }),
        events: [timelineEvent({ themes: timeline().themes.map(({ id }) => id), actors: [] })],
      }),
    )
    const languages = childrenOf(childrenOf(root, 'entry')[0]!, 'category').map(
      ({ attributes }) => attributes['xml:lang'],
    )
    expect(languages).toEqual(['ja', ...others.map(() => undefined)])
    expect(childrenOf(root, 'rights')[0]?.attributes['xml:lang']).toBe('de')
  })

  test('names credit and licence', () => {
    const licence = {
      name: { en: 'CC BY 4.0' },
      url: 'https://creativecommons.org/licenses/by/4.0/',
    }
    const root = read(
      feed({ timeline: timeline({ licence, credit: { 'zh-Hans': '小镇档案馆' } }) }),
    )
    expect(only(childrenOf(root, 'author')[0]!, 'name')).toBe('小镇档案馆')
    expect(only(root, 'rights')).toBe('CC BY 4.0 https://creativecommons.org/licenses/by/4.0/')
    const link = childrenOf(root, 'link').find(({ attributes }) => attributes.rel === 'license')
    expect(link?.attributes.href).toBe('https://creativecommons.org/licenses/by/4.0/')
  })

  test('without events is valid and complete', () => {
    const root = read(feed({ events: [] }))
    expect(childrenOf(root, 'entry')).toEqual([])
    expect(childrenOf(root, 'fh:complete')).toHaveLength(1)
  })

  test('comes in parts: head, each entry, tail', () => {
    const parts = [...atom.parts!(feed())]
    expect(parts.join('')).toBe(atom.write(feed()))
    expect(parts.filter((part) => part.startsWith('<entry>'))).toHaveLength(2)
  })
})

describe('with random hostile events', () => {
  test('is well-formed, and its titles, cited words and names are the same when read', () => {
    let seen = 0
    fc.assert(
      fc.property(hostileFeed, (of) => {
        const root = read(of)
        const entries = childrenOf(root, 'entry')
        expect(entries.map((entry) => only(entry, 'id'))).toEqual(
          of.events.map(({ id }) => `tag:timelines.example,2026:town-2020/${id}`),
        )
        for (const [i, entry] of entries.entries()) {
          const event = of.events[i]!
          const title = shown(childrenOf(entry, 'title')[0]!)
          expect(title).toContain(carried(event.title['zh-Hans']!))
          expect(shown(childrenOf(entry, 'summary')[0]!)).toBe(carried(event.summary!['zh-Hans']!))
          const content = readXml(`<div>${only(entry, 'content')}</div>`)
          expect(all(content, 'blockquote').map(textOf)).toEqual(
            event.citations.flatMap(({ exact }) => (exact === undefined ? [] : carried(exact))),
          )
          expect(all(content, 'script')).toEqual([])
          seen++
        }
        expect(atom.write(of)).toBe(atom.write(of))
      }),
      { numRuns: 200 },
    )
    expect(seen).toBeGreaterThan(200)
  })

  test('is read by feedsmith with the same ids, titles and content', () => {
    fc.assert(
      fc.property(hostileFeed, (of) => {
        const text = atom.write(of)
        const parsed = parseAtomFeed(text)
        const entries = childrenOf(readXml(text), 'entry')
        expect((parsed.entries ?? []).map(({ id }) => id)).toEqual(
          entries.map((entry) => only(entry, 'id')),
        )
        // feedsmith trims what it reads.
        expect((parsed.entries ?? []).map(({ content }) => content?.value)).toEqual(
          entries.map((entry) => only(entry, 'content').trim()),
        )
      }),
      { numRuns: 100 },
    )
  })
})
