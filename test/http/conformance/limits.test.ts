// Every limit of the documentation (docs/api.md, docs/data-model.md), at n and at n + 1.
import { beforeAll, describe, expect, test } from 'vitest'
import { maxClauses } from '../../../src/address/filter.ts'
import { maxTerms } from '../../../src/domain/query/search.ts'
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import { maxContentBytes } from '../../../src/edition/head.ts'
import { actor, citation, document, event, measure } from '../../support/document.ts'
import { createMemoryService, writing, type MemoryService } from '../../support/memory-service.ts'
import { problemOf } from '../../support/service.ts'

let service: MemoryService
const base = '/v1/timelines/town-2020'
const crowded = '/v1/timelines/crowded'

const ids = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`)

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document())
  const themes = ids('t', 30).map((id) => ({ id, label: `主题${id}`, color: 0 }))
  const made = document({
    id: 'crowded',
    themes,
    events: [event({ themes: ids('t', 30) })],
  })
  await service.publish(made)
})

/** 一 to 𠀀: of one UTF-16 unit, and of two. */
const [han, astral] = ['一', '\u{20000}']
const query = (name: string, value: string) => `?${name}=${encodeURIComponent(value)}`
const repeated = (name: string, values: readonly string[]) =>
  `?${values.map((value) => `${name}=${value}`).join('&')}`

type Limit = readonly [
  title: string,
  most: number,
  address: (count: number) => string,
  beyond: number,
]

const ofAddresses: Limit[] = [
  ['characters of a parameter', 200, (n) => base + '/events' + query('q', 'x'.repeat(n)), 400],
  ['characters, not bytes', 200, (n) => base + '/events' + query('q', han.repeat(n)), 400],
  [
    'code points, not UTF-16 units',
    200,
    (n) => base + '/events' + query('q', astral.repeat(n)),
    400,
  ],
  [
    'characters of a parameter of a feed',
    200,
    (n) => base + '/events.ics' + query('q', 'x'.repeat(n)),
    400,
  ],
  [
    'characters of a parameter of a page',
    200,
    (n) => '/timelines/town-2020' + query('q', 'x'.repeat(n)),
    400,
  ],
  ['events of an answer', 500, (n) => `${base}/events?limit=${n}`, 400],
  ['events of a feed', 500, (n) => `${base}/events.ics?limit=${n}`, 400],
  ['words of q', maxTerms, (n) => base + '/events' + query('q', ids('w', n).join(' ')), 400],
  [
    'repetitions of theme',
    maxClauses,
    (n) => `${crowded}/events${repeated('theme', ids('t', n))}`,
    400,
  ],
  [
    'names in one theme',
    maxClauses,
    (n) => `${crowded}/events?theme=${ids('t', n).join(',')}`,
    400,
  ],
  [
    'repetitions of actor',
    maxClauses,
    (n) =>
      base +
      '/events' +
      repeated(
        'actor',
        ids('', n).map(() => 'town'),
      ),
    400,
  ],
  [
    'pixels of a frame',
    100_000,
    (n) => `/oembed?url=https://timelines.example/timelines/town-2020&maxwidth=${n}`,
    400,
  ],
  ['bytes of an address', 8192, (n) => '/health?'.padEnd(n, 'x'), 414],
]

describe('of addresses', () => {
  test.each(ofAddresses)('%s: %i', async (_, most, address, beyond) => {
    const [within, over] = [
      await service.fetch(address(most)),
      await service.fetch(address(most + 1)),
    ]
    expect([within.status, over.status]).toEqual([200, beyond])
    await within.text()
    await over.text()
  })

  test('a limit is at least 1', async () => {
    expect((await service.fetch(`${base}/events?limit=1`)).status).toBe(200)
    expect((await service.fetch(`${base}/events?limit=0`)).status).toBe(400)
  })

  test('a number of an edition has 9 digits at most', async () => {
    expect((await service.fetch(`${base}/events?edition=999999999`)).status).toBe(404)
    expect((await service.fetch(`${base}/events?edition=1000000000`)).status).toBe(400)
  })

  test('an identifier has 64 characters at most', async () => {
    const named = document({ id: 'a'.repeat(64) })
    await service.publish(named)
    expect((await service.fetch(`/v1/timelines/${'a'.repeat(64)}`)).status).toBe(200)
    const longer = await service.offer(document({ id: 'a'.repeat(65) }))
    expect(await problemOf(longer)).toMatchObject({ status: 404 })
  })
})

/** Checked, planned, not written. */
const plan = (body: TimelineDocument | string, timeline = 'fresh') =>
  service.fetch(`/v1/timelines/${timeline}?dryRun=true`, {
    method: 'PUT',
    body: typeof body === 'string' ? body : JSON.stringify({ ...body, id: timeline }),
    headers: writing(0),
  })

const first = (changed: Parameters<typeof event>[0]) => document({ events: [event(changed)] })
const filled = (count: number, text = han) => text.repeat(count)

/** Language tags that are well-formed: aa, ab, … */
const languages = (count: number): Record<string, string> =>
  Object.fromEntries(
    ids('', count).map((_, index) => [
      String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26)),
      'text',
    ]),
  )

type DocumentLimit = readonly [
  title: string,
  most: number,
  make: (count: number) => TimelineDocument,
  pointer: string,
]

const ofDocuments: DocumentLimit[] = [
  ['characters of a title', 500, (n) => first({ title: filled(n) }), '/events/0/title'],
  ['code points of a title', 500, (n) => first({ title: filled(n, astral) }), '/events/0/title'],
  [
    'characters of a title in one language',
    500,
    (n) => first({ title: { en: filled(n) } }),
    '/events/0/title/en',
  ],
  ['characters of a summary', 5000, (n) => first({ summary: filled(n) }), '/events/0/summary'],
  ['characters of a note', 5000, (n) => first({ note: filled(n) }), '/events/0/note'],
  [
    'cited characters',
    5000,
    (n) => first({ citations: [citation({ exact: filled(n) })] }),
    '/events/0/citations/0/exact',
  ],
  [
    'code points cited',
    5000,
    (n) => first({ citations: [citation({ exact: filled(n, astral) })] }),
    '/events/0/citations/0/exact',
  ],
  [
    'characters before a citation',
    200,
    (n) => first({ citations: [citation({ prefix: 'x'.repeat(n) })] }),
    '/events/0/citations/0/prefix',
  ],
  [
    'citations of an event',
    100,
    (n) => first({ citations: ids('', n).map((word) => citation({ exact: `字${word}` })) }),
    '/events/0/citations',
  ],
  [
    'measures of an event',
    100,
    (n) => first({ measures: ids('', n).map(() => plainMeasure()) }),
    '/events/0/measures',
  ],
  [
    'actors of an event',
    64,
    (n) =>
      document({
        actors: [...document().actors, ...ids('a', n).map((id) => actor({ id, name: `名${id}` }))],
        events: [event({ actors: ids('a', n) })],
      }),
    '/events/0/actors',
  ],
  ['languages of a text', 32, (n) => first({ title: languages(n) }), '/events/0/title'],
  ['characters of the title of a timeline', 500, (n) => document({ title: filled(n) }), '/title'],
  [
    'characters of the description of a timeline',
    5000,
    (n) => document({ description: filled(n) }),
    '/description',
  ],
  ['characters of an identifier', 64, (n) => first({ id: 'a'.repeat(n) }), '/events/0/id'],
]

function plainMeasure() {
  const { sourceWords: _, ...plain } = measure()
  return plain
}

describe('of documents', () => {
  test.each(ofDocuments)('%s: %i', async (_, most, make, pointer) => {
    const within = await plan(make(most))
    expect([within.status, await within.text()]).toEqual([
      200,
      expect.stringContaining('"planned"'),
    ])
    const over = await problemOf(await plan(make(most + 1)))
    expect([over.status, over.errors?.map((error) => error.pointer)]).toEqual([422, [pointer]])
  })

  test('arrays and objects inside each other: 32', async () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(await problemOf(await plan(nested(32)))).toMatchObject({ name: 'invalid-timeline' })
    expect(await problemOf(await plan(nested(33)))).toMatchObject({ name: 'malformed-json' })
  })

  test('keys: each once', async () => {
    const text = JSON.stringify(document({ id: 'fresh' }))
    expect((await plan(text)).status).toBe(200)
    const twice = await problemOf(await plan(text.replace('{', '{"formatVersion": 1, ')))
    expect([twice.name, twice.errors?.[0]?.pointer]).toEqual(['malformed-json', '/formatVersion'])
  })

  test(`bytes of an edition: ${maxContentBytes}`, async () => {
    // As many events as nearly fill it; the first of them makes up the rest.
    const count = 1156
    const made = (characters: number) => {
      const [one, ...rest] = ids('e', count).map((id) => event({ id, summary: 'x'.repeat(4000) }))
      return document({ events: [{ ...one!, summary: 'x'.repeat(characters) }, ...rest] })
    }
    const measured = async (characters: number) => {
      const response = await plan(made(characters))
      const text = await response.text()
      return [response.status, Number(/would take (\d+) bytes/.exec(text)?.[1])] as const
    }
    const [status, size] = await measured(5000)
    expect(status).toBe(413)
    const fitting = 5000 - (size - maxContentBytes)
    expect(fitting).toBeGreaterThan(0)
    expect((await measured(fitting))[0]).toBe(200)
    expect(await measured(fitting + 1)).toEqual([413, maxContentBytes + 1])
  })
})

describe('of notes', () => {
  test('characters of the parameter: 200', async () => {
    const noted = (note: string) =>
      service.fetch(`/v1/timelines/fresh?dryRun=true&note=${encodeURIComponent(note)}`, {
        method: 'PUT',
        body: JSON.stringify(document({ id: 'fresh' })),
        headers: writing(0),
      })
    expect((await noted(filled(200, astral))).status).toBe(200)
    expect(await problemOf(await noted(filled(201)))).toMatchObject({
      errors: [{ parameter: 'note' }],
    })
  })

  test('characters in the body of a roll back: 200', async () => {
    const noted = (note: string) =>
      service.fetch(`${base}/head`, {
        method: 'PUT',
        body: JSON.stringify({ edition: 1, note }),
        headers: writing(1),
      })
    expect(await problemOf(await noted(filled(201)))).toMatchObject({
      errors: [{ pointer: '/note' }],
    })
    expect((await noted(filled(200, astral))).status).toBe(200)
  })
})

test('kept editions: the 10 newest, those of 7 days, 100 at most', async () => {
  const timeline = (n: number) => document({ id: 'long', title: `Edition ${n}` })
  for (let n = 1; n <= 101; n++) await service.publish(timeline(n), n - 1)
  service.clock.now += 10_000
  const status = async (n: number) =>
    (await service.fetch(`/v1/timelines/long?edition=${n}`)).status
  expect([await status(2), await status(1)]).toEqual([200, 410])
  service.clock.now += 7 * 86_400_000
  await service.publish(timeline(102), 101)
  expect([await status(93), await status(92), await status(102)]).toEqual([200, 410, 200])
})
