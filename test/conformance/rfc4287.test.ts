// RFC 4287 (The Atom Syndication Format), and RFC 5005 (Feed Paging and Archiving) for its links.
import { describe, expect, test } from 'vitest'
import { atom } from '../../src/formats/feed/atom.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { feed, timeline, timelineEvent } from '../support/feed.ts'
import { childrenOf, only, readXml, textOf } from '../support/xml-reader.ts'

const subscription = 'https://timelines.example/v1/timelines/town-2020/events.atom?theme=reopening'
const links = { ...feed().links, self: subscription, subscription }
const read = (overrides: Partial<FormatInput> = {}) =>
  readXml(atom.write(feed({ links, ...overrides })))
const entries = (overrides: Partial<FormatInput> = {}) => childrenOf(read(overrides), 'entry')
const linksOf = (overrides: Partial<FormatInput> = {}) =>
  childrenOf(read(overrides), 'link').map(({ attributes }) => attributes)
const hrefOf = (rel: string, overrides: Partial<FormatInput> = {}) =>
  linksOf(overrides)
    .filter((link) => link.rel === rel)
    .map(({ href }) => href)

/** Many events that one edition changed; some of their ids have the same digits. */
const many = Array.from({ length: 5000 }, (_, position) =>
  timelineEvent({ id: `event-${position}`, position }),
)

describe('RFC 4287', () => {
  test('2: the document is XML 1.0 in UTF-8, in the namespace of Atom, with its language', () => {
    expect(atom.write(feed())).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/,
    )
    expect(read({ language: 'en' }).attributes['xml:lang']).toBe('en')
    expect(atom.mediaType).toBe('application/atom+xml; charset=utf-8')
  })

  test('3.1.1: a title is plain text, and html where its words spell an end tag', () => {
    const [plain, spelled] = entries({
      events: [
        timelineEvent({ title: { 'zh-Hans': 'a < b & <i>' } }),
        timelineEvent({ id: 'b', title: { 'zh-Hans': '</i>' } }),
      ],
    }).map((entry) => childrenOf(entry, 'title')[0]!)
    expect(plain!.attributes.type).toBeUndefined()
    expect(textOf(plain!)).toContain('a < b & <i>')
    expect(spelled!.attributes.type).toBe('html')
    expect(textOf(readXml(textOf(spelled!)))).toContain('</i>')
  })

  test('3.2: a person has exactly one name', () => {
    const authors = childrenOf(read(), 'author')
    expect(authors.map((author) => only(author, 'name'))).toEqual(['timelines.example'])
  })

  test('3.3: instants are those of RFC 3339, with T and Z in upper case', () => {
    const instants = entries().flatMap((entry) => [
      only(entry, 'updated'),
      only(entry, 'published'),
    ])
    expect(instants).toHaveLength(4)
    for (const instant of [...instants, only(read(), 'updated')]) {
      expect(instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
    }
  })

  test('4.1.1: a feed has exactly one id, title and updated, and an author', () => {
    const root = read()
    expect(only(root, 'id')).toBe('tag:timelines.example,2026:town-2020?theme=reopening')
    expect(only(root, 'title')).toBe('小镇纪事')
    expect(only(root, 'updated')).toBe('2026-10-01T08:30:00Z')
    expect(childrenOf(root, 'author')).toHaveLength(1)
  })

  test('4.1.1: a feed has at most one generator, rights, subtitle', () => {
    const root = read({
      timeline: timeline({ description: { en: 'd' }, licence: { name: { en: 'l' } } }),
    })
    for (const name of ['generator', 'rights', 'subtitle']) {
      expect(childrenOf(root, name)).toHaveLength(1)
    }
  })

  test('4.1.1: all metadata precede the first entry', () => {
    const names = read()
      .children.filter((child) => typeof child !== 'string')
      .map(({ name }) => name)
    expect(names.indexOf('entry')).toBe(names.length - 2)
  })

  test('4.1.2: an entry has exactly one id, title, updated, at most one published and summary', () => {
    const found = entries()
    expect(found).toHaveLength(2)
    for (const entry of found) {
      for (const name of ['id', 'title', 'updated', 'published', 'summary', 'content']) {
        expect(childrenOf(entry, name)).toHaveLength(1)
      }
    }
  })

  test('4.1.3.3: content of type html is escaped markup without other children', () => {
    const content = childrenOf(entries()[0]!, 'content')[0]!
    expect(content.attributes.type).toBe('html')
    expect(content.children).toHaveLength(1)
    expect(textOf(content)).toMatch(/^<p>/)
  })

  test('4.2.2: a category has its term as attribute; scheme is a URI, label is text', () => {
    for (const { attributes, children } of childrenOf(entries()[0]!, 'category')) {
      expect(attributes.term).toMatch(/^[a-z0-9-]+$/)
      expect(attributes.scheme).toMatch(/^tag:/)
      expect(attributes.label).not.toBe('')
      expect(children).toEqual([])
    }
    expect(childrenOf(entries()[0]!, 'category')).toHaveLength(2)
  })

  test('4.2.6: an id is a permanent tag URI (RFC 4151), the same at another address', () => {
    const elsewhere = { ...links, event: (id: string) => `https://other.example/${id}` }
    const ids = entries().map((entry) => only(entry, 'id'))
    expect(ids).toEqual([
      'tag:timelines.example,2026:town-2020/branches-formed',
      'tag:timelines.example,2026:town-2020/enterprises-reopen',
    ])
    expect(entries({ links: elsewhere }).map((entry) => only(entry, 'id'))).toEqual(ids)
  })

  test('4.2.7.2: self is the address of this document, alternate the page for people', () => {
    expect(linksOf()).toEqual([
      { rel: 'self', type: 'application/atom+xml', href: subscription },
      {
        rel: 'alternate',
        type: 'text/html',
        href: 'https://timelines.example/timelines/town-2020',
      },
    ])
  })

  test('4.2.7.2: an entry has one alternate link, to its permalink', () => {
    const found = childrenOf(entries()[0]!, 'link').map(({ attributes }) => attributes)
    expect(found).toEqual([
      {
        rel: 'alternate',
        type: 'text/html',
        href: 'https://timelines.example/timelines/town-2020/events/branches-formed',
      },
    ])
  })

  test('4.2.7.1: every href is a URI of ASCII characters', () => {
    const href = 'https://timelines.example/events.atom?q=复工|[x]^%zz'
    expect(hrefOf('self', { links: { ...links, self: href } })).toEqual([
      'https://timelines.example/events.atom?q=%E5%A4%8D%E5%B7%A5%7C%5Bx%5D%5E%25zz',
    ])
  })

  test('4.2.15: updated is the instant of the last change, without invented digits [fault 3.4]', () => {
    const instants = entries({ events: many }).map((entry) => only(entry, 'updated'))
    expect(instants).toHaveLength(5000)
    expect(new Set(instants)).toEqual(new Set(['2026-09-30T12:00:00.000Z']))
  })

  test('4.2.15: updated of an entry stays the same when other entries come and go', () => {
    const of = (events: typeof many) =>
      entries({ events }).find((entry) => only(entry, 'id').endsWith('/event-7'))!
    expect(only(of(many.slice(0, 10)), 'updated')).toBe(only(of(many.slice(7, 8)), 'updated'))
  })

  test('6.4: extension elements are in namespaces of their own', () => {
    const { attributes, children } = read()
    const prefixes = children
      .filter((child) => typeof child !== 'string')
      .flatMap(({ name }) => (name.includes(':') ? [name.split(':')[0]] : []))
    expect(new Set(prefixes)).toEqual(new Set(['opensearch', 'fh']))
    expect(prefixes.map((prefix) => attributes[`xmlns:${prefix}`])).not.toContain(undefined)
  })
})

describe('RFC 5005', () => {
  const next =
    'https://timelines.example/v1/timelines/town-2020/events.atom?theme=reopening&cursor=abc'

  test('2: a feed that holds all that the query selects is complete and has no paging links', () => {
    expect(childrenOf(read(), 'fh:complete')).toHaveLength(1)
    expect([...hrefOf('first'), ...hrefOf('next')]).toEqual([])
  })

  test('3: a page links to the first and the next one, and is not complete', () => {
    const page = { total: 120, links: { ...links, next } }
    expect([hrefOf('first', page), hrefOf('next', page)]).toEqual([[subscription], [next]])
    expect(childrenOf(read(page), 'fh:complete')).toEqual([])
  })

  test('3: a later page names its own address as self, and the last one has no next', () => {
    const last = { total: 120, links: { ...links, self: next } }
    expect([hrefOf('self', last), hrefOf('first', last), hrefOf('next', last)]).toEqual([
      [next],
      [subscription],
      [],
    ])
    expect(childrenOf(read(last), 'fh:complete')).toEqual([])
  })

  test('3: all pages are one feed, with one id', () => {
    const page = { total: 120, links: { ...links, self: next } }
    expect(only(read(page), 'id')).toBe(only(read(), 'id'))
  })
})
