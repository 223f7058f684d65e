// What each format holds of an event and its sources: the table of docs/formats.md, fact by fact, of one
// event that has everything. A fact in no row of the table fails, too.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { FormatInput } from '../../src/formats/format.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { foundAsData, foundInMarkdown } from '../../src/formats/tools/found-events.ts'
import { everything } from '../../src/domain/query/event-query.ts'
import { dated } from '../support/dates.ts'
import { feed, timeline, timelineEvent } from '../support/feed.ts'

/** A text that nothing else contains, and that no format escapes. */
const q = (name: string): string => `Q${name}Z`
const both = (name: string) => ({ en: q(name), 'zh-Hans': `其他语言${name}` })

const given: FormatInput = feed({
  language: 'en',
  timeline: timeline({
    licence: { name: both('licence'), url: 'https://licence.example/by' },
    credit: both('credit'),
    themes: [{ id: 'theme-z', label: both('theme'), color: 0 }],
    actors: [
      {
        id: 'actor-z',
        kind: 'person',
        name: both('actor'),
        role: both('role'),
        aliases: { en: [q('alias')] },
        memberOf: ['group-z'],
      },
      { id: 'group-z', kind: 'organization', name: both('group') },
      { id: 'place-z', kind: 'place', name: both('place') },
    ],
    sources: [
      {
        id: 'source-z',
        title: both('source'),
        publisher: both('publisher'),
        authors: [q('author'), q('second')],
        published: '1987-06-05',
        language: 'en',
        url: 'https://q.example/address',
        archivedUrl: 'https://archive.example/address',
        rights: both('rights'),
        sha256: 'abcd'.repeat(16),
      },
    ],
  }),
  events: [
    timelineEvent({
      id: 'event-z',
      when: dated('[2020-02-01..2020-02-10]', 'point'),
      statedDate: q('stated'),
      title: both('title'),
      summary: both('summary'),
      themes: ['theme-z'],
      actors: ['actor-z'],
      place: 'place-z',
      measures: [
        {
          label: both('label'),
          value: 871,
          unit: both('unit'),
          sourceWords: q('figure'),
          parts: [{ label: both('part'), value: 801, sourceWords: q('summand') }],
        },
      ],
      citations: [
        {
          source: 'source-z',
          exact: q('cited'),
          prefix: q('prefix'),
          suffix: q('suffix'),
          start: 3,
          end: 9,
        },
      ],
      links: [{ url: 'https://q.example/link', title: both('link') }],
      status: 'disputed',
      note: both('note'),
      first: { edition: 1, instant: '2026-09-30T12:00:00.000Z' },
      revision: { edition: 2, instant: '2026-10-05T01:02:03.000Z' },
    }),
  ],
})

/** Each row of the table, and what is found where a format holds it. */
const facts: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  title: [q('title')],
  summary: [q('summary')],
  'date as EDTF': ['[2020-02-01..2020-02-10]'],
  'date in words': ['between 1 and 10 February 2020'],
  'the source’s words for the date': [q('stated')],
  kind: [/"point"|` · \S/],
  'that it is disputed': [/disputed/i],
  themes: [q('theme')],
  'persons and organizations': [q('actor')],
  place: [q('place')],
  'figures with their parts': [q('label'), '871', q('unit'), q('part'), '801'],
  'the source’s words for a figure': [q('figure'), q('summand')],
  'cited words': [q('cited')],
  'where they stand in the source': [q('prefix'), q('suffix')],
  'title of the source': [q('source')],
  'its publisher': [q('publisher')],
  'its authors': [q('author'), q('second')],
  'its day': ['1987-06-05'],
  'its address': ['https://q.example/address'],
  'its archived copy': ['https://archive.example/address'],
  'its rights and digest': [q('rights'), 'abcd'.repeat(16)],
  'links of the event': ['https://q.example/link'],
  'their titles': [q('link')],
  note: [q('note')],
  'its permanent address': ['https://timelines.example/timelines/town-2020/events/event-z'],
  'when it was first published': [/2026-09-30T12:00:00|30 Sep 2026/],
  'when it last changed': [/2026-10-05T01:02:03|20261005T010203Z/],
  'roles, other names and groups of actors': [q('role'), q('alias'), q('group')],
  'other languages': ['其他语言title'],
}

/** The identifiers that stand for names. */
const ids: Readonly<Record<string, string>> = {
  themes: 'theme-z',
  'persons and organizations': 'actor-z',
  place: 'place-z',
  'title of the source': 'source-z',
}

const written = (name: string): string =>
  formats
    .find((one) => one.name === name)!
    .write(given)
    .replaceAll('\r\n ', '')

const docs = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8')
const table = /\n## What each format holds\n[\s\S]*?\n(\|[\s\S]*?)\n\n/.exec(docs)?.[1] ?? ''
const [head = [], , ...rows] = table.split('\n').map((line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim()),
)
const columns = head.slice(1).map((cell) => cell.split(', '))

/** The formats by their titles in the table. */
const named = new Map(formats.map(({ name, title }) => [title.replace(/ [(\d].*/, ''), name]))

const holds = (text: string, probe: string | RegExp): boolean =>
  typeof probe === 'string' ? text.includes(probe) : probe.test(text)

/** `yes`, `—`, `id`, or which of the formats of the column have it. */
const expected = (cell: string, title: string): string =>
  ['yes', '—', 'id'].includes(cell) ? cell : cell.split(', ').includes(title) ? 'yes' : '—'

test('the table of docs/formats.md has every fact and every format', () => {
  expect(rows.map(([fact]) => fact)).toEqual(Object.keys(facts))
  expect(columns.flat().toSorted()).toEqual([...named.keys()].toSorted())
})

describe.each(columns.flatMap((titles, at) => titles.map((title) => [title, at] as const)))(
  '%s holds what the table says',
  (title, at) => {
    const text = written(named.get(title) ?? '')
    test.each(rows.map((row) => [row[0] ?? '', row[at + 1] ?? ''] as const))(
      '%s: %s',
      (fact, cell) => {
        const probes = facts[fact] ?? []
        const found = probes.filter((probe) => holds(text, probe))
        const said = expected(cell, title)
        expect(found).toEqual(said === 'yes' ? probes : [])
        expect(said !== 'id' || text.includes(ids[fact] ?? '')).toBe(true)
      },
    )
  },
)

test.each(['ics', 'jcal', 'atom', 'rss', 'json-feed', 'timelinejs', 'markdown'])(
  '%s names the authors before the title, in their order, and the archived copy behind the address',
  (name) => {
    const text = written(name)
    const order = [q('author'), q('second'), q('source'), q('publisher'), '1987-06-05']
    const at = order.map((one) => text.indexOf(one))
    expect(at).toEqual(at.toSorted((a, b) => a - b))
    expect(text.indexOf('archive.example')).toBeGreaterThan(text.lastIndexOf('q.example/address'))
  },
)

test.each(
  formats.filter(({ name }) => name !== 'csv' && name !== 'ndjson').map(({ name }) => name),
)('%s has the licence of the timeline and its credit', (name) => {
  expect(written(name)).toContain('https://licence.example/by')
  expect(written(name)).toContain(q('credit'))
})

describe('the tool find_events', () => {
  const found = {
    ...given,
    window: everything.window,
    totals: { surely: 1, possibly: 0, undated: 0, setAside: 0 },
    page: given.links.page,
  }

  test('holds in its text what Markdown holds', () => {
    const text = foundInMarkdown(found)
    expect(text).toContain(
      `Licence: ${q('licence')} <https://licence.example/by>\n- Credit: ${q('credit')}\n`,
    )
    const at = columns.findIndex((titles) => titles.includes('Markdown')) + 1
    for (const row of rows.filter((one) => one[at] === 'yes'))
      for (const probe of facts[row[0] ?? ''] ?? []) expect(holds(text, probe), row[0]).toBe(true)
  })

  test('names authors and archived copy of a source in its data', () => {
    expect(foundAsData(found).sources).toMatchObject([
      {
        authors: [q('author'), q('second')],
        url: 'https://q.example/address',
        archivedUrl: 'https://archive.example/address',
      },
    ])
  })
})
