// Bodies that are right, and every place in them where something can be wrong.
import * as fc from 'fast-check'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { actor, citation, document, event, measure, source } from '../support/document.ts'

/** A document that has every member of the format. */
export const everything: TimelineDocument = document({
  $schema: 'https://timelines.example/timeline.schema.json',
  description: { en: 'About the town', 'zh-Hans': '小镇' },
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  credit: { en: 'The town' },
  allowTerms: ['党支部'],
  actors: [
    ...document().actors,
    actor({ role: { en: 'Mayor' }, memberOf: ['committee'], aliases: { en: ['Fang'] } }),
  ],
  sources: [
    source({
      publisher: { en: 'News' },
      authors: ['李明'],
      url: 'https://news.example/1',
      archivedUrl: 'https://archive.example/1',
      sha256: '0'.repeat(64),
      rights: { en: 'All rights reserved' },
    }),
  ],
  events: [
    event({
      statedDate: '2月上旬',
      summary: { en: 'It began' },
      measures: [
        measure({
          valueTo: 110,
          approximate: true,
          parts: [{ label: '工业', value: 100, unit: '家' }],
        }),
      ],
      citations: [
        citation({ prefix: '镇报', suffix: '。', start: 4, end: 17, supports: ['date'] }),
      ],
      links: [{ url: 'https://news.example/1', title: { en: 'More' } }],
      status: 'disputed',
      note: { en: 'Two sources differ' },
    }),
  ],
})

/** A call of a tool, in the newer form of the protocol. */
export const call = {
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: {
    name: 'find_events',
    arguments: { timeline: 'town-2020', theme: ['reopening'], from: '2020', q: '复工', limit: 5 },
    _meta: {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientInfo': { name: 'x', version: '1' },
      'io.modelcontextprotocol/clientCapabilities': {},
    },
  },
}

type Place = readonly (string | number)[]

/** Every place in a value, that of the whole first. */
export function placesIn(value: unknown): readonly Place[] {
  const within = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [
    [],
    ...within.flatMap(([key, inner]) =>
      placesIn(inner).map((place) => [Array.isArray(value) ? Number(key) : key, ...place]),
    ),
  ]
}

/** A copy with another value at a place. */
export function replaced(value: unknown, [first, ...rest]: Place, by: unknown): unknown {
  if (first === undefined) return by
  if (Array.isArray(value))
    return value.map((inner: unknown, index) =>
      index === first ? replaced(inner, rest, by) : inner,
    )
  const members = typeof value === 'object' && value !== null ? value : {}
  const inner: unknown = Object.entries(members).find(([key]) => key === first)?.[1]
  return { ...members, [first]: replaced(inner, rest, by) }
}

/** A value of each type of JSON, and the extremes of each. */
export const wrongValues = fc.constantFrom<unknown>(
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  'x'.repeat(6000),
  [],
  [[]],
  [null],
  [''],
  {},
  { '': 1 },
  { en: null },
  { en: '' },
  { en: {} },
  Array.from({ length: 200 }, () => ({})),
  Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`x-${index}`, 'x'])),
)
