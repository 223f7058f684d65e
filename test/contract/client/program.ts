// A client written against the contract alone: it lists, filters and pages, publishes a dry run and
// editions, rolls back and reads changes. Every type comes from the contract; nothing is cast.
// usage: node program.ts <origin> <token>
import assert from 'node:assert/strict'
import createClient from 'openapi-fetch'
import type { components, paths } from './types.d.ts'

type Document = components['schemas']['Document']
type Event = components['schemas']['Event']

const [origin = '', token = ''] = process.argv.slice(2)
const client = createClient<paths>({
  baseUrl: origin,
  headers: { authorization: `Bearer ${token}` },
})

// List
const list = await client.GET('/v1/timelines')
assert.ok(list.data, 'the timelines')
const [first] = list.data.timelines
assert.equal(first?.id, 'fusha-2020')
const edition: number = first.edition
assert.equal(edition, 1)

// Filter
const timeline = 'fusha-2020'
const path = { timeline }
const filtered = await client.GET('/v1/timelines/{timeline}/events', {
  params: {
    path,
    query: { theme: ['work-resumption'], from: '2020-02', sort: '-date', limit: 5, facets: true },
  },
})
assert.ok(filtered.data?.facets, 'the facets that were asked for')
for (const event of filtered.data.events) assert.ok(event.themes.includes('work-resumption'))
const months: number = filtered.data.facets.month.reduce((sum, { count }) => sum + count, 0)
assert.ok(months <= filtered.data.total.value)

// Page by cursor
const events: Event[] = []
let cursor: string | undefined
do {
  const page = await client.GET('/v1/timelines/{timeline}/events', {
    params: { path, query: { limit: 10, lang: 'en', ...(cursor !== undefined && { cursor }) } },
  })
  assert.ok(page.data, 'a page')
  events.push(...page.data.events)
  const next = page.data.links['next']
  cursor = next === undefined ? undefined : (new URL(next).searchParams.get('cursor') ?? undefined)
  if (cursor === undefined) assert.equal(events.length, page.data.total.value)
} while (cursor !== undefined)
assert.equal(new Set(events.map(({ id }) => id)).size, events.length)
const titles: string[] = events.map(({ title }) =>
  typeof title === 'string' ? title : (title['en'] ?? ''),
)
assert.ok(titles.every((title) => title !== ''))

// Publish
const document: Document = {
  formatVersion: 1,
  id: 'written-by-a-client',
  title: { en: 'Written by a client' },
  language: 'en',
  timeZone: 'Asia/Shanghai',
  authority: { domain: 'example.org', date: '2020' },
  themes: [{ id: 'work', label: 'Work', color: 1 }],
  actors: [],
  sources: [
    {
      id: 'report',
      title: 'A report',
      published: '2020-03-13T07:45:00+08:00',
      language: 'en',
    },
  ],
  events: [
    {
      id: 'resumed',
      date: '2020-02-10',
      kind: 'point',
      title: 'Work resumed',
      themes: ['work'],
      actors: [],
      citations: [{ source: 'report', exact: 'Work resumed on 10 February.' }],
    },
  ],
}
const mine = { timeline: document.id }
const planned = await client.PUT('/v1/timelines/{timeline}', {
  params: { path: mine, query: { dryRun: true }, header: { 'If-None-Match': '*' } },
  body: document,
})
assert.equal(planned.data?.outcome, 'planned', JSON.stringify(planned.error))

const created = await client.PUT('/v1/timelines/{timeline}', {
  params: { path: mine, query: { note: 'The first' }, header: { 'If-None-Match': '*' } },
  body: document,
})
assert.equal(created.response.status, 201)
assert.equal(created.data?.edition.number, 1)

const changed = await client.PUT('/v1/timelines/{timeline}', {
  params: { path: mine, header: { 'If-Match': '"1"' } },
  body: {
    ...document,
    events: document.events.map((event) => ({ ...event, title: 'Work began again' })),
  },
})
assert.equal(changed.data?.edition.number, 2, JSON.stringify(changed.error))

// A base that is no longer the newest
const late = await client.PUT('/v1/timelines/{timeline}', {
  params: { path: mine, header: { 'If-Match': '"1"' } },
  body: { ...document, title: 'Too late' },
})
assert.equal(late.error?.status, 412)
assert.equal(late.error.edition?.number, 2)

// Roll back, and what changed
const restored = await client.PUT('/v1/timelines/{timeline}/head', {
  params: { path: mine, header: { 'If-Match': '"2"' } },
  body: { edition: 1, note: 'Back to the first' },
})
assert.equal(restored.data?.edition.restores, 1, JSON.stringify(restored.error))

const changes = await client.GET('/v1/timelines/{timeline}/changes', {
  params: { path: mine, query: { since: 2 } },
})
assert.equal(changes.data?.edition, 3)
assert.deepEqual(
  changes.data.changed.map(({ id, fields }) => [id, fields.map(({ field }) => field)]),
  [['resumed', ['title']]],
)

const log = await client.GET('/v1/timelines/{timeline}/editions', { params: { path: mine } })
assert.deepEqual(
  log.data?.editions.map(({ number, restores }) => [number, restores]),
  [
    [3, 1],
    [2, undefined],
    [1, undefined],
  ],
)
console.log(`${events.length} events read, 3 editions published`)
