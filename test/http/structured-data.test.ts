// JSON-LD on pages and as a file: every node has a type and properties of schema.org, dates are as exact
// as the timeline's, and every file that a page names can be read.
import { beforeAll, describe, expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { formats } from '../../src/formats/all-formats.ts'
// Properties by type, with those of the types above it: release 28 of schema.org.
import vocabulary from '../formats/schema-org.json'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'

type Node = Readonly<Record<string, unknown>> & {
  readonly url?: string
  readonly contentUrl?: string
}

const base = '/timelines/fusha-2020'
const known = new Map<string, readonly string[]>(Object.entries(vocabulary))
let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(fusha as TimelineDocument)
})

async function graphAt(path: string): Promise<readonly Node[] | null> {
  const text = await (await service.fetch(path)).text()
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [
    null,
    text,
  ]
  if (!json?.startsWith('{')) return null
  const { '@context': context, '@graph': graph } = JSON.parse(json) as {
    '@context': string
    '@graph': Node[]
  }
  expect(context).toBe('https://schema.org')
  return graph
}

/** What of a value is not in the vocabulary: `Event.temporalCoverage`. */
function foreign(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(foreign)
  if (typeof value !== 'object' || value === null) return []
  const { '@type': type, '@id': id, ...properties } = value as Node
  const inner = Object.values(properties).flatMap(foreign)
  const names = Object.keys(properties)
  if (type === undefined) {
    // A reference, or a thing whose kind is not known.
    const wrong = names.filter((name) => known.get('Thing')?.includes(name) !== true)
    return [...(typeof id === 'string' ? [] : ['without @id']), ...wrong, ...inner]
  }
  const name = JSON.stringify(type).slice(1, -1)
  const allowed = known.get(name)
  if (allowed === undefined) return [name, ...inner]
  const wrong = names.filter((one) => !allowed.includes(one))
  return [...wrong.map((one) => `${name}.${one}`), ...inner]
}

describe.each([
  base,
  `${base}?lang=en`,
  `${base}?theme=work-resumption&lang=zh-Hant`,
  `/v1${base}/events.jsonld`,
  ...fusha.events.map(({ id }) => `${base}/events/${id}`),
])('%s', (path) => {
  test('has a graph within the vocabulary of schema.org', async () => {
    const graph = await graphAt(path)
    expect(graph?.length).toBeGreaterThan(0)
    expect(foreign(graph)).toEqual([])
  })
})

test('the check finds what is no schema.org', () => {
  expect(foreign([{ '@type': 'Event', temporalCoverage: '2020' }])).toEqual([
    'Event.temporalCoverage',
  ])
  expect(foreign([{ '@type': 'Dataset', about: { '@type': 'Happening' } }])).toEqual(['Happening'])
})

describe('the page of a timeline', () => {
  test('is a Dataset with a file for JSON and every format, each of which can be read', async () => {
    const [dataset] = (await graphAt(`${base}?lang=en`)) ?? []
    const files = dataset?.['distribution'] as Node[]
    expect(dataset?.['@type']).toBe('Dataset')
    expect(files.map(({ name }) => name)).toEqual(['JSON', ...formats.map(({ title }) => title)])
    for (const { contentUrl, encodingFormat } of files) {
      const answer = await service.at(contentUrl ?? '')
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toContain(encodingFormat)
      await answer.arrayBuffer()
    }
  })

  test('lists its events with dates as exact as they are known, and no date where there is none', async () => {
    const [, list] = (await graphAt(base)) ?? []
    const items = ((list?.['itemListElement'] ?? []) as { item: Node }[]).map(({ item }) => item)
    expect(items).toHaveLength(fusha.events.length)
    const dateOf = (id: string) => {
      const item = items.find(({ url }) => url?.endsWith(`/events/${id}`))
      const { '@id': _, '@type': type, name: __, url: ___, ...dates } = item ?? {}
      return [type, dates]
    }
    expect(dateOf('traffic-police-recalled')).toEqual(['Event', { startDate: '2020-01-26' }])
    expect(dateOf('liang-village-entrance-watch')).toEqual(['Event', { startDate: '2020-02' }])
    expect(dateOf('feng-begins-epidemic-control')).toEqual(['Event', { startDate: '2020-01-24' }])
    expect(dateOf('all-enterprises-resumed')).toEqual([
      'Observation',
      { observationDate: '2020-02-29' },
    ])
    expect(dateOf('five-priorities-for-2020')).toEqual(['Event', {}])
    expect(dateOf('zhu-merit-award')).toEqual([
      'Event',
      {
        subjectOf: expect.objectContaining({ temporalCoverage: '2020-01-27/2020-03-13' }) as object,
      },
    ])
  })

  test.each(['?theme=work-resumption&actor=fusha-town', '?edition=1', '?q=复工&from=2020-02'])(
    'with %s has no graph, since it is not to be listed',
    async (search) => expect(await graphAt(base + search)).toBeNull(),
  )
})
