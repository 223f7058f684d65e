import { env, exports } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { document } from '../support/document.ts'
import { get, getJson, origin, problemOf, publish, put } from '../support/service.ts'

const remove = (
  timeline: string,
  headers: Record<string, string>,
  token = 'editor-token',
): Promise<Response> =>
  exports.default.fetch(
    new Request(`${origin}/v1/timelines/${timeline}?note=Withdrawn`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}`, 'cf-connecting-ip': timeline, ...headers },
    }),
  )

const restore = (timeline: string, base: number, edition: number) =>
  put(`/v1/timelines/${timeline}/head`, { edition }, { headers: { 'if-match': `"${base}"` } })

describe('taking a timeline down', () => {
  test('answers 410 everywhere, and leaves it out of the list', async () => {
    await publish(document({ id: 'down-1' }))
    const answer = await remove('down-1', { 'if-match': '"1"' })
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"2"'])
    expect(await answer.json()).toMatchObject({
      outcome: 'created',
      edition: { number: 2, removes: true, note: 'Withdrawn', by: 'editor', events: 0 },
    })
    const paths = ['', '/events', '/events.ics', '/events?edition=1', '/editions', '/editions/1']
    for (const path of paths) {
      const gone = await problemOf(await get(`/v1/timelines/down-1${path}`))
      expect([gone.status, gone.name], path).toEqual([410, 'timeline-gone'])
    }
    expect((await get('/timelines/down-1')).status).toBe(410)
    await expect
      .poll(async () => (await env.TIMELINES.get('timelines')) ?? '')
      .toContain('"gone":["down-1"]')
  })

  test('is undone by restoring an edition; nothing of the history is lost', async () => {
    await publish(document({ id: 'down-2' }))
    await remove('down-2', { 'if-match': '"1"' })
    expect((await restore('down-2', 2, 1)).status).toBe(200)
    const { editions } = await getJson<{ editions: { number: number; removes?: true }[] }>(
      '/v1/timelines/down-2/editions',
    )
    expect(editions.map(({ number, removes }) => [number, removes ?? false])).toEqual([
      [3, false],
      [2, true],
      [1, false],
    ])
    const { events } = await getJson<{ events: unknown[] }>('/v1/timelines/down-2/events')
    expect(events).toHaveLength(2)
  })

  test('is undone by publishing, on the edition that stands for the absence only', async () => {
    const timeline = document({ id: 'down-3' })
    await publish(timeline)
    await remove('down-3', { 'if-match': '"1"' })
    const unaware = await put('/v1/timelines/down-3', timeline, { headers: { 'if-match': '"1"' } })
    expect(await problemOf(unaware)).toMatchObject({ status: 412, edition: { number: 2 } })
    expect(await publish(timeline, 2)).toMatchObject({ edition: { number: 3 } })
    expect((await get('/v1/timelines/down-3')).status).toBe(200)
  })

  test('twice is once', async () => {
    await publish(document({ id: 'down-4' }))
    await remove('down-4', { 'if-match': '"1"' })
    const again = await remove('down-4', { 'if-match': '"1"' })
    expect(await again.json()).toMatchObject({ outcome: 'repeated', edition: { number: 2 } })
    expect((await restore('down-4', 2, 2)).status, 'the absence cannot be restored').toBe(404)
  })

  test('needs an edition, a token for that timeline, and a timeline', async () => {
    await publish(document({ id: 'down-5' }))
    expect((await remove('down-5', {})).status).toBe(428)
    expect((await remove('down-5', { 'if-match': '"7"' })).status).toBe(412)
    expect((await remove('down-5', { 'if-match': '"1"' }, 'wrong')).status).toBe(401)
    expect((await remove('down-5', { 'if-match': '"1"' }, 'narrow-token')).status).toBe(403)
    expect((await remove('never-was', { 'if-match': '"1"' })).status).toBe(404)
    expect((await get('/v1/timelines/down-5')).status).toBe(200)
  })
})
