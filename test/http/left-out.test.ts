// A document that leaves out what its author does not know, from publishing to what readers get.
import { beforeAll, describe, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { document } from '../support/document.ts'
import { get, getJson, publish } from '../support/service.ts'

const given: TimelineDocument = document({
  id: 'left-out',
  themes: [
    { id: 'prevention', label: '防控' },
    { id: 'reopening', label: '复工' },
  ],
  actors: [
    { id: 'committee', name: '镇委' },
    { id: 'town', name: '小镇' },
  ],
  sources: [{ id: 'yearbook', title: '年鉴', published: '2020', language: 'zh-Hans' }],
  events: [
    {
      id: 'branches-formed',
      date: '/2020-02-10',
      title: '检查撤除',
      themes: ['prevention'],
      actors: ['committee'],
      place: 'town',
      citations: [{ source: 'yearbook', supports: ['title'] }],
    },
  ],
})

beforeAll(() => publish(given))

describe('a document that leaves out kinds, colours, words and days', () => {
  test('is answered with the kind that its date decides, and without inventing the rest [fault 9.6]', async () => {
    const event = await getJson('/v1/timelines/left-out/events/branches-formed')
    expect(event).toMatchObject({
      date: { edtf: '/2020-02-10', kind: 'until', words: { en: 'until 10 February 2020' } },
      citations: [{ source: 'yearbook', supports: ['title'] }],
    })
    const timeline =
      await getJson<Record<string, Record<string, unknown>[]>>('/v1/timelines/left-out')
    expect(timeline['sources']).toMatchObject([{ published: '2020' }])
    for (const actor of timeline['actors']!) expect(actor).not.toHaveProperty('kind')
    const colors = timeline['themes']!.map(({ color }) => color)
    expect(new Set(colors).size).toBe(2)
    for (const color of colors) expect(color).toSatisfy((one: number) => one >= 0 && one <= 11)
  })

  test.each(['', '/events/branches-formed', '/embed', '?actor=committee'])(
    'has the page %s, which says nothing of what is not known',
    async (path) => {
      const response = await get(`/timelines/left-out${path}`)
      expect(response.status).toBe(200)
      expect(await response.text()).not.toMatch(/undefined|NaN|\[object/)
    },
  )
})
