import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { csv, csvColumns } from '../../src/formats/csv.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { printable } from '../../src/domain/text/printable.ts'
import { dated } from '../support/dates.ts'
import { feed, timelineEvent } from '../support/feed.ts'
import { hostileFeed, idsOf } from './hostile-feed.ts'

const rowsOf = (given: FormatInput): Record<string, string>[] =>
  parse(csv.write(given), { bom: true, columns: true })

/** What a spreadsheet would calculate, however it is hidden (OWASP, CSV injection). */
const formula = /^[\p{Z}\p{C}\s]*[=+\-@＝＋－＠]/u

test('a row has the event in the language of the feed', () => {
  const event = timelineEvent({
    when: dated('2020-02-01/2020-02-10', 'span'),
    statedDate: '2月上旬',
    actors: ['committee', 'li-ming'],
    place: 'town',
    measures: [{ label: { en: 'Branches' }, value: 19, bound: 'over' }],
    links: [{ url: 'https://example.com/' }],
  })
  expect(rowsOf(feed({ events: [event], language: 'en' }))).toEqual([
    {
      id: 'branches-formed',
      date: '2020-02-01/2020-02-10',
      kind: 'span',
      stated_date: '2月上旬',
      date_in_words: '1–10 February 2020',
      earliest: '2020-02-01',
      latest: '2020-02-10',
      anchor: '2020-02-01',
      time: '',
      precision: 'day',
      approximate: 'false',
      uncertain: 'false',
      title: 'Party branches are formed',
      summary: 'Nineteen branches are formed in the town.',
      themes: 'prevention',
      theme_labels: 'Prevention',
      actors: 'committee; li-ming',
      actor_names: 'Town committee; Li Ming',
      place: 'town',
      place_name: 'The town',
      measures: 'Branches: over 19',
      sources: 'town-news',
      cited_words: '19个党支部成立',
      links: 'https://example.com/',
      status: 'confirmed',
      note: '',
      sequence: '0',
      modified: '2026-09-30T12:00:00.000Z',
      url: 'https://timelines.example/timelines/town-2020/events/branches-formed',
    },
  ])
})

test('it begins with a byte order mark unless that is unwanted', () => {
  expect(csv.write(feed())).toMatch(/^\ufeff"id",/)
  expect(csv.write(feed({ bom: false }))).toMatch(/^"id",/)
})

test.each(['=1+1', '\t=1', '  =1', '\u3000＝1', '\u200b@SUM(1)', '\n+1', '-1', '＠x'])(
  'the formula %j gets an apostrophe',
  (title) => {
    const events = [timelineEvent({ title: { 'zh-Hans': title } })]
    expect(rowsOf(feed({ events }))[0]?.['title']).toBe(`'${title}`)
  },
)

test('any text comes back but for control characters and the apostrophe; no cell is a formula', () => {
  let cells = 0
  fc.assert(
    fc.property(hostileFeed, (given) => {
      const rows = rowsOf(given)
      expect(rows.map((row) => row['id'])).toEqual(idsOf(given))
      for (const [index, row] of rows.entries()) {
        const cited = given.events[index]?.citations.map(({ exact = '' }) => exact).join('\n') ?? ''
        expect([printable(cited), `'${printable(cited)}`]).toContain(row['cited_words'])
        for (const cell of Object.values(row)) {
          expect(cell).not.toMatch(formula)
          cells++
        }
      }
      expect([...(csv.parts?.(given) ?? [])].join('')).toBe(csv.write(given))
      expect(csv.write(given)).toBe(csv.write(given))
    }),
    { numRuns: 100, seed: 3 },
  )
  expect(cells).toBeGreaterThan(csvColumns.length)
})

test('docs/formats.md describes every column, in order', () => {
  const docs = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8')
  const section = docs.split('\n## ').find((part) => part.startsWith('CSV (.csv)')) ?? ''
  const cells = section.split('\n').filter((line) => line.startsWith('| `'))
  const described = cells.flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([a-z_]+)`/g)].map(([, column]) => column),
  )
  expect(described).toEqual(csvColumns)
})

test('quotation marks are doubled, and controls are left out', () => {
  expect(printable('a\u0007b\ud800c')).toBe('ab\ufffdc')
  const event = timelineEvent({ title: { en: 'The "first" a\u0001b' } })
  expect(csv.write(feed({ events: [event], language: 'en' }))).toContain('"The ""first"" ab"')
  expect(rowsOf(feed({ events: [event], language: 'en' }))[0]?.['title']).toBe('The "first" ab')
})

test('a clock time has a column of its own, in the time zone of the timeline', () => {
  const events = [timelineEvent({ when: dated('2020-03-12T23:45Z', 'point') })]
  expect(rowsOf(feed({ events }))[0]).toMatchObject({ earliest: '2020-03-13', time: '07:45' })
})
