// RFC 9457: every class of malformed input has its exact status and problem type.
import { beforeAll, describe, expect, test } from 'vitest'
import { problems } from '../../../src/http/problem.ts'
import { document, event } from '../../support/document.ts'
import { malformedReads } from '../../support/malformed.ts'
import {
  createMemoryService,
  publicUrl,
  writing,
  type MemoryService,
} from '../../support/memory-service.ts'
import { problemOf } from '../../support/service.ts'

let service: MemoryService
const base = '/v1/timelines/town-2020'

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document())
  await service.publish(document({ id: 'gone' }))
  await service.publisher.takeDown({ timeline: 'gone', base: 1, by: 'editor' })
  service.clock.now += 10_000
})

describe('malformed reads', () => {
  test.each(malformedReads)('%s: %s is %s', async (_, address, type, place) => {
    const problem = await problemOf(await service.fetch(base + address))
    expect([problem.status, problem.name]).toEqual([problems[type], type])
    expect(problem.errors?.[0] ?? {}).toMatchObject(place)
  })

  test.each([
    ['no url', '', 400, 'missing-parameter'],
    ['a url of another site', '?url=https://other.example/timelines/town-2020', 404, 'not-found'],
    ['a url that is none', '?url=nonsense', 404, 'not-found'],
    ['a script', '?url=javascript:alert(1)', 404, 'not-found'],
    ['a url of no page', `?url=${publicUrl}/docs`, 404, 'not-found'],
    ['a page of an unknown timeline', `?url=${publicUrl}/timelines/nothing`, 404, 'not-found'],
    [
      'a user in the url',
      '?url=https://timelines.example@other.example/timelines/x',
      404,
      'not-found',
    ],
    ['another format', `?url=${publicUrl}/timelines/town-2020&format=yaml`, 501, 'not-implemented'],
    ['a width of 0', `?url=${publicUrl}/timelines/town-2020&maxwidth=0`, 400, 'invalid-parameter'],
    [
      'a height in words',
      `?url=${publicUrl}/timelines/town-2020&maxheight=x`,
      400,
      'invalid-parameter',
    ],
    ['two urls', `?url=${publicUrl}/&url=${publicUrl}/`, 400, 'duplicate-parameter'],
  ])('oEmbed 1.0, 2.3.4: %s', async (_, query, status, name) => {
    expect(await problemOf(await service.fetch(`/oembed${query}`))).toMatchObject({ status, name })
  })
})

test.each([
  '/v1/timelines/gone',
  '/v1/timelines/gone/events',
  '/v1/timelines/gone/events?edition=1',
  '/v1/timelines/gone/events.ics',
  '/v1/timelines/gone/events/branches-formed',
  '/v1/timelines/gone/editions',
  '/v1/timelines/gone/editions/1',
  '/v1/timelines/gone/editions.atom',
  '/v1/timelines/gone/changes?since=1',
  `/oembed?url=${publicUrl}/timelines/gone`,
])('of a timeline that was taken down %s is timeline-gone', async (address) => {
  expect(await problemOf(await service.fetch(address))).toMatchObject({
    status: 410,
    name: 'timeline-gone',
  })
})

describe('all faults at once', () => {
  test.each([
    ['theme=-,&from=z&match=sure&to=2020-99', ['from', 'match', 'theme', 'to']],
    ['colour=1&limit=0&theme=x&from=2020-02-30', ['colour', 'from', 'limit', 'theme']],
    ['theme=x&from=2020-03&to=2020-02', ['theme', 'to']],
    ['limit=5&limit=6&to=2020-00', ['limit', 'to']],
    ['theme=x&actor=y&from=2020-02', ['actor', 'theme']],
  ])('of a filter: %s', async (query, parameters) => {
    const { errors } = await problemOf(await service.fetch(`${base}/events?${query}`))
    expect(errors?.map(({ parameter }) => parameter).toSorted()).toEqual(parameters)
  })
})

const put = (body: BodyInit, path = base) =>
  service.fetch(path, { method: 'PUT', body, headers: writing(1) })

describe('malformed bodies', () => {
  test.each([
    ['nothing', ''],
    ['blanks', ' \n'],
    ['half an object', '{"id": '],
    ['two values', '{} {}'],
    ['a trailing comma', '{"id": 1,}'],
    ['single quotes', "{'id': 1}"],
    ['a comment', '{} // none'],
    ['NaN', '{"id": NaN}'],
    ['a control character', '{"id": "\u0001"}'],
    ['a key twice', '{"id": 1, "id": 2}'],
    ['a key twice, once escaped', '{"id": 1, "\\u0069d": 2}'],
    ['a key twice, deep inside', '{"a": [{"b": {"c": 1, "c": 2}}]}'],
    ['__proto__', '{"__proto__": {}}'],
    ['33 levels', '['.repeat(33) + ']'.repeat(33)],
    ['100,000 levels', '['.repeat(100_000)],
    ['bytes that are no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['an encoded surrogate', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0)],
  ])('RFC 8259: %s is malformed-json', async (_, body) => {
    for (const path of [base, `${base}/head`]) {
      const problem = await problemOf(await put(body, path))
      expect([problem.status, problem.name]).toEqual([400, 'malformed-json'])
      expect(problem.errors).toHaveLength(1)
    }
  })

  test.each([
    ['null', 'null', ''],
    ['an array', '[]', ''],
    ['a text', '"x"', ''],
    ['no version', JSON.stringify({ ...document(), formatVersion: 2 }), '/formatVersion'],
    ['an unknown member', JSON.stringify({ ...document(), colour: 1 }), '/colour'],
    ['another timeline', JSON.stringify(document({ id: 'other' })), '/id'],
    [
      'a bad identifier',
      JSON.stringify(document({ events: [event({ id: 'A b' })] })),
      '/events/0/id',
    ],
    [
      'a day that there is not',
      JSON.stringify(document({ events: [event({ date: '2021-02-29', kind: 'point' })] })),
      '/events/0/date',
    ],
    [
      'an unknown theme',
      JSON.stringify(document({ events: [event({ themes: ['x'] })] })),
      '/events/0/themes/0',
    ],
    [
      'no citation',
      JSON.stringify(document({ events: [event({ citations: [] })] })),
      '/events/0/citations',
    ],
  ])('%s is invalid-timeline, with a pointer', async (_, body, pointer) => {
    const problem = await problemOf(await put(body))
    expect([problem.status, problem.name]).toEqual([422, 'invalid-timeline'])
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer)
    for (const error of problem.errors ?? []) expect(error.reason).toMatch(/^[a-z-]+$/)
  })

  test.each([
    ['null', 'null', ''],
    ['an array', '[1]', ''],
    ['no edition', '{}', '/edition'],
    ['edition 0', '{"edition": 0}', '/edition'],
    ['half an edition', '{"edition": 1.5}', '/edition'],
    ['an edition in quotes', '{"edition": "1"}', '/edition'],
    ['a note that is none', '{"edition": 1, "note": 5}', '/note'],
    ['an unpaired bidirectional control in a note', '{"edition": 1, "note": "a\u202eb"}', '/note'],
    ['an unknown member', '{"edition": 1, "force": true}', ''],
  ])('of a roll back: %s is invalid-parameter, with a pointer', async (_, body, pointer) => {
    const problem = await problemOf(await put(body, `${base}/head`))
    expect(problem).toMatchObject({ status: 400, name: 'invalid-parameter' })
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer)
  })

  test('an edition that is not kept cannot be restored', async () => {
    expect(await problemOf(await put('{"edition": 9}', `${base}/head`))).toMatchObject({
      status: 404,
    })
  })
})
