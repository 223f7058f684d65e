import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { document, event } from '../support/document.ts'
import {
  get,
  getJson,
  origin,
  problemOf,
  publish,
  put,
  type PublishAnswer,
} from '../support/service.ts'

/** A timeline of its own for each test. */
let count = 0
const fresh = (overrides: Parameters<typeof document>[0] = {}) =>
  document({ id: `t-${++count}`, ...overrides })
const retitled = (original: ReturnType<typeof fresh>, title: string) => ({
  ...original,
  events: [event({ title }), ...original.events.slice(1)],
})
const ifMatch = (number: number) => ({ headers: { 'if-match': `"${number}"` } })

describe('publishing', () => {
  test('makes the first edition visible to readers, with copy and list', async () => {
    const timeline = fresh()
    const response = await put(`/v1/timelines/${timeline.id}`, timeline, {
      headers: { 'if-none-match': '*' },
    })
    expect(response.status).toBe(201)
    expect(response.headers.get('location')).toBe(
      `${origin}/v1/timelines/${timeline.id}/editions/1`,
    )
    expect(response.headers.get('etag')).toBe('"1"')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json<PublishAnswer>()).toMatchObject({
      edition: { number: 1, by: 'editor' },
      visible: true,
    })
    expect(await getJson(`/v1/timelines/${timeline.id}`)).toMatchObject({
      id: timeline.id,
      edition: { number: 1 },
    })
    expect(await env.TIMELINES.get(`edition/${timeline.id}/1`)).toContain('"number":1')
    expect(await env.TIMELINES.get('timelines')).toContain(timeline.id)
  })

  test('counts on, and tells a stale writer the newest edition', async () => {
    const timeline = fresh()
    await publish(timeline)
    expect(await publish(retitled(timeline, 'Two'), 1)).toMatchObject({
      edition: { number: 2 },
      changes: { added: [], changed: [{ id: 'branches-formed' }], withdrawn: [] },
    })
    const stale = await put(`/v1/timelines/${timeline.id}`, retitled(timeline, 'Three'), ifMatch(1))
    expect(stale.headers.get('etag')).toBe('"2"')
    expect(await problemOf(stale)).toMatchObject({
      status: 412,
      name: 'precondition-failed',
      edition: { number: 2 },
    })
    const again = await put(`/v1/timelines/${timeline.id}`, retitled(timeline, 'Three'), {
      headers: { 'if-none-match': '*' },
    })
    expect(again.status).toBe(412)
  })

  test('rolls back under a new number; the events go on counting', async () => {
    const timeline = fresh()
    await publish(timeline)
    await publish(retitled(timeline, 'Two'), 1)
    const response = await put(
      `/v1/timelines/${timeline.id}/head`,
      { edition: 1, note: 'Two was wrong' },
      ifMatch(2),
    )
    expect(response.status).toBe(200)
    const { edition } = await response.json<PublishAnswer>()
    expect(edition).toMatchObject({ number: 3, restores: 1, note: 'Two was wrong' })
    const first = await getJson<{ document: object }>(`/v1/timelines/${timeline.id}/editions/1`)
    const third = await getJson<{ document: object }>(`/v1/timelines/${timeline.id}/editions/3`)
    expect(third.document).toEqual(first.document)
    const restored = await getJson(`/v1/timelines/${timeline.id}/events/branches-formed?edition=3`)
    expect(restored).toMatchObject({
      title: { en: 'Party branches are formed' },
      sequence: 2,
      modified: edition.published,
    })
    expect(
      await getJson(`/v1/timelines/${timeline.id}/events/enterprises-reopen?edition=3`),
    ).toMatchObject({ sequence: 0 })
  })

  test('the same publish again is the same edition', async () => {
    const timeline = fresh()
    await publish(timeline)
    const edited = retitled(timeline, 'Two')
    await publish(edited, 1)
    for (const base of [1, 2]) {
      const again = await put(`/v1/timelines/${timeline.id}`, edited, ifMatch(base))
      expect([again.status, await again.json()]).toMatchObject([
        200,
        { edition: { number: 2 }, outcome: 'repeated' },
      ])
    }
  })

  test('a dry run reports and writes nothing', async () => {
    const timeline = fresh()
    const path = `/v1/timelines/${timeline.id}`
    const planned = await put(`${path}?dryRun=true`, timeline, {
      headers: { 'if-none-match': '*' },
    })
    expect([planned.status, await planned.json()]).toMatchObject([
      200,
      { outcome: 'planned', visible: false, edition: { number: 1 } },
    ])
    expect((await get(path)).status).toBe(404)
  })

  test('a dry run of what is served has no tag, no address and no changes', async () => {
    const timeline = fresh()
    await publish(timeline)
    const edited = retitled(timeline, 'Two')
    await publish(edited, 1)
    const path = `/v1/timelines/${timeline.id}?dryRun=true`
    const [again, onto] = [await put(path, edited, ifMatch(2)), await put(path, edited, ifMatch(1))]
    for (const { headers } of [again, onto])
      expect([headers.get('etag'), headers.get('location')]).toEqual([null, null])
    const none = { added: [], changed: [], withdrawn: [], removed: [], parts: [] }
    const planned = { outcome: 'planned', visible: false, edition: { number: 2 } }
    expect(await again.json()).toMatchObject({ ...planned, changes: none })
    const { changes, ...rest } = (await onto.json()) as { changes: { changed: unknown[] } }
    expect(rest).toMatchObject(planned)
    expect(changes.changed).toHaveLength(1)
  })

  test('of 20 publishes on one base one wins', async () => {
    const timeline = fresh()
    await publish(timeline)
    const statuses = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, index) =>
          (
            await put(
              `/v1/timelines/${timeline.id}`,
              retitled(timeline, `Title ${index}`),
              ifMatch(1),
            )
          ).status,
      ),
    )
    expect(statuses.toSorted()).toEqual([200, ...Array.from({ length: 19 }, () => 412)])
  })

  test('shows what changed since an edition, field by field', async () => {
    const timeline = fresh()
    await publish(timeline)
    await publish(
      {
        ...timeline,
        events: [event({ date: '2020-02-03', kind: 'point', id: 'branches-formed' })],
      },
      1,
    )
    expect(await getJson(`/v1/timelines/${timeline.id}/changes?since=1`)).toMatchObject({
      since: 1,
      edition: 2,
      changed: [
        {
          id: 'branches-formed',
          fields: [
            {
              field: 'date',
              before: { edtf: '2020-02-01/2020-02-10' },
              after: { edtf: '2020-02-03' },
            },
          ],
        },
      ],
      withdrawn: [],
      removed: [{ id: 'enterprises-reopen' }],
    })
    expect(await problemOf(await get(`/v1/timelines/${timeline.id}/changes`))).toMatchObject({
      name: 'missing-parameter',
    })
  })
})

describe('refusals', () => {
  test('one address may write 60 times a minute', async () => {
    // The limiter counts by minutes of the clock: writes that stand in two of them are made again.
    const minute = () => Math.floor(Date.now() / 60_000)
    for (let address = 1; ; address++) {
      const headers = { 'cf-connecting-ip': `192.0.2.${address}` }
      const statuses: number[] = []
      const begun = minute()
      for (let write = 0; write < 61; write++) {
        statuses.push((await put('/v1/timelines/limited', {}, { token: null, headers })).status)
      }
      if (minute() !== begun) continue
      expect(statuses).toEqual([...Array.from({ length: 60 }, () => 401), 429])
      return
    }
  })

  test.each([
    ['no token', { token: null, ...ifMatch(1) }, 401, 'unauthorized'],
    ['a wrong token', { token: 'nobody', ...ifMatch(1) }, 401, 'unauthorized'],
    ['an expired token', { token: 'former-token', ...ifMatch(1) }, 401, 'unauthorized'],
    ['a token for another timeline', { token: 'narrow-token', ...ifMatch(1) }, 403, 'forbidden'],
    [
      'another scheme',
      { token: null, headers: { authorization: 'Basic ZTpl', 'if-match': '"1"' } },
      401,
      'unauthorized',
    ],
    ['no precondition', {}, 428, 'precondition-required'],
    ['a weak tag', { headers: { 'if-match': 'W/"1"' } }, 400, 'invalid-parameter'],
    [
      'another type',
      { headers: { 'if-match': '"1"', 'content-type': 'text/plain' } },
      415,
      'unsupported-media-type',
    ],
    [
      'a coded body',
      { headers: { 'if-match': '"1"', 'content-encoding': 'gzip' } },
      415,
      'unsupported-media-type',
    ],
  ] as const)('%s', async (_, options, status, name) => {
    const timeline = fresh()
    for (const path of ['', '/head']) {
      const body = path === '' ? timeline : { edition: 1 }
      const response = await put(`/v1/timelines/${timeline.id}${path}`, body, options)
      expect(response.headers.has('www-authenticate')).toBe(status === 401)
      expect(await problemOf(response)).toMatchObject({ status, name })
    }
  })

  test.each([
    ['malformed JSON', '{"id": ', 400, 'malformed-json'],
    ['a key twice', '{"id": 1, "id": 2}', 400, 'malformed-json'],
    ['depth', '['.repeat(40) + ']'.repeat(40), 400, 'malformed-json'],
    ['an empty document', '{}', 422, 'invalid-timeline'],
    ['too many bytes', `"${'x'.repeat(8_388_608)}"`, 413, 'content-too-large'],
  ])('%s', async (_, body, status, name) => {
    const response = await put('/v1/timelines/poison', body, { headers: { 'if-none-match': '*' } })
    expect(await problemOf(response)).toMatchObject({ status, name })
  })

  test('a poison event is refused with a pointer', async () => {
    const timeline = fresh({ events: [event({ date: '2021-02-29', kind: 'point' })] })
    const response = await put(`/v1/timelines/${timeline.id}`, timeline, {
      headers: { 'if-none-match': '*' },
    })
    expect(await problemOf(response)).toMatchObject({
      status: 422,
      errors: [{ pointer: '/events/0/date' }],
    })
  })

  test('a number that would lose a digit is refused with a pointer [fault 4.3]', async () => {
    const timeline = fresh()
    const body = JSON.stringify(timeline).replace('"value":108', '"value":1234567890123.4567')
    const response = await put(`/v1/timelines/${timeline.id}`, body, {
      headers: { 'if-none-match': '*' },
    })
    expect(await problemOf(response)).toMatchObject({
      status: 422,
      errors: [{ pointer: '/events/1/measures/0/value', reason: 'inexact-number' }],
    })
  })

  test('of many faults the first hundred are listed, and all are counted [fault 4.6]', async () => {
    const body = { ...fresh(), events: Array.from({ length: 2000 }, () => ({})) }
    const response = await put(`/v1/timelines/${body.id}`, body, {
      headers: { 'if-none-match': '*' },
    })
    const { errors, detail } = await problemOf(response)
    expect(errors).toHaveLength(100)
    expect(detail).toMatch(/has more than 1000 faults/)
  })

  test('a document of another timeline or authority is refused', async () => {
    const timeline = fresh()
    const other = await put('/v1/timelines/elsewhere', timeline, {
      headers: { 'if-none-match': '*' },
    })
    expect(await problemOf(other)).toMatchObject({ status: 422, errors: [{ pointer: '/id' }] })
    await publish(timeline)
    const moved = { ...timeline, authority: { domain: 'other.example', date: '2026' } }
    const response = await put(`/v1/timelines/${timeline.id}`, moved, ifMatch(1))
    expect(await problemOf(response)).toMatchObject({
      status: 422,
      errors: [{ pointer: '/authority' }],
    })
  })

  test('an edition that is not kept cannot be restored', async () => {
    const timeline = fresh()
    await publish(timeline)
    const response = await put(`/v1/timelines/${timeline.id}/head`, { edition: 7 }, ifMatch(1))
    expect(await problemOf(response)).toMatchObject({ status: 404 })
  })
})
