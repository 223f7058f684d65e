// The same inside workerd: bytes and texts in a real KV, rows in the object's own database.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { largeDocument } from '../support/large-document.ts'
import { get, getJson, publish } from '../support/service.ts'

test('a timeline that is too large for a head is published, read, edited and given back', async () => {
  const document = { ...largeDocument(1000), id: 'large-2021' }
  const base = `/v1/timelines/${document.id}`
  await publish(document)
  const { keys } = await env.TIMELINES.list({ prefix: `segment/${document.id}/1-` })
  expect(keys.length).toBeGreaterThan(20)
  const wanted = document.events.filter(
    ({ themes, actors }) => themes.includes('roads') && actors.includes('education'),
  )
  const found = await getJson<{ total: { value: number }; events: { id: string }[] }>(
    `${base}/events?theme=roads&actor=education&limit=500`,
  )
  expect(found.total.value).toBe(wanted.length)
  expect(found.events.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted())
  const sent = await (await get(`${base}/events.ndjson`)).arrayBuffer()
  const lines = new TextDecoder().decode(sent).trimEnd().split('\n')
  expect(lines).toHaveLength(1000)
  const edited = {
    ...document,
    events: document.events.map((event, index) =>
      index === 7 ? { ...event, title: { 'zh-Hans': '更正的一条' } } : event,
    ),
  }
  const { changes } = await publish(edited, 1)
  // The second edition lies over the segment of the first.
  const second = await env.TIMELINES.list({ prefix: `segment/${document.id}/2-` })
  expect(second.keys).toEqual([])
  expect(changes.changed).toHaveLength(1)
  expect(await getJson(`${base}/events?q=%E6%9B%B4%E6%AD%A3%E7%9A%84&sort=-updated`)).toMatchObject(
    {
      total: { value: 1 },
      events: [{ id: edited.events[7]!.id }],
    },
  )
  for (const [index, published] of [document, edited].entries())
    expect(await getJson(`${base}/editions/${index + 1}`)).toMatchObject({ document: published })
})
