import { beforeAll, describe, expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { get, getJson, problemOf, publish } from '../support/service.ts'

const base = '/v1/timelines/fusha-2020'

beforeAll(async () => {
  await publish(fusha as unknown as TimelineDocument)
})

describe.each(formats.map((format) => [format.name, format] as const))('%s', (_, format) => {
  const path = `${base}/events.${format.extension}`

  test('answers the filter with its media type, twice the same bytes', async () => {
    const query = '?theme=work-resumption&utm_source=mail'
    const [one, two] = await Promise.all([get(path + query), get(path + query)])
    expect(one.status).toBe(200)
    expect(one.headers.get('content-type')).toBe(format.mediaType)
    expect(one.headers.get('content-disposition')).toMatch(/^inline; filename="fusha-2020\./)
    expect(one.headers.get('jishi-edition')).toBe('1')
    const bytes = await one.text()
    expect(bytes).toBe(await two.text())
    expect(bytes).toContain('enterprises-above-designated-size-resumed')
    expect(bytes).not.toContain('zhu-merit-award')
  })

  test('answers 304, HEAD and an unknown timeline', async () => {
    const first = await get(path)
    await first.text()
    const again = await get(path, { 'if-none-match': first.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    const head = await get(path, {}, 'HEAD')
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('content-type')).toBe(format.mediaType)
    const unknown = await get(`/v1/timelines/nothing/events.${format.extension}`)
    expect(await problemOf(unknown)).toMatchObject({ status: 404 })
  })

  test('gives one event', async () => {
    const response = await get(`${base}/events/zhu-merit-award.${format.extension}`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, format.mediaType])
    expect(await response.text()).toContain('zhu-merit-award')
  })

  test('is linked from the JSON answer with the same filter', async () => {
    const { links } = await getJson<{ links: Record<string, string> }>(
      `${base}/events?theme=work-resumption`,
    )
    expect(links[format.name]).toBe(`https://timelines.example${path}?theme=work-resumption`)
  })
})

test('ndjson holds the whole timeline, one event a line', async () => {
  const text = await (await get(`${base}/events.ndjson`)).text()
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string })
  expect(lines).toHaveLength(31)
})
