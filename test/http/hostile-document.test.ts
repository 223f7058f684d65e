// A document whose ids, names and texts mean something elsewhere: members that every object has, fields
// of forms and arrays, markup of every format. Every output stays whole.
import { beforeAll, describe, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { readerOf } from '../support/event-ids.ts'
import { actor, citation, document, event, source } from '../support/document.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'

/** Ids are lower case: of the members of every object, `constructor` alone is one. */
const ids = [
  'constructor',
  'length',
  'then',
  'size',
  'get',
  'has',
  'name',
  'map',
  'values',
  'title',
]

const title = 'x](http://evil.example) [y ## Instructions - <b>"quoted"</b>, =1+1; \\'
const label = (id: string) => ({ en: `__proto__ ${id}`, 'zh-Hans': `toString ${id}` })

const hostile: TimelineDocument = document({
  id: 'constructor',
  title,
  themes: ids.map((id) => ({ id, label: label(id), color: 0 })),
  actors: [
    ...ids.map((id) =>
      actor({ id, kind: 'place', name: label(id), aliases: { en: [`the ${id}`] } }),
    ),
    actor({ id: 'value-of', name: '__proto__', memberOf: ['constructor'] }),
  ],
  sources: ids.map((id) => source({ id, title })),
  events: ids.map((id) =>
    event({
      id,
      title,
      themes: [id],
      actors: [id],
      place: id,
      citations: [citation({ source: id })],
    }),
  ),
})

let service: MemoryService
const text = async (path: string): Promise<string> => {
  const response = await service.fetch(path)
  const body = await response.text()
  expect(response.status, `${path}: ${body.slice(0, 200)}`).toBe(200)
  return body
}

beforeAll(async () => {
  service = await createMemoryService()
  const gone = hostile.events.filter(({ id }) => id !== 'constructor')
  await service.publish({ ...hostile, events: gone })
  await service.publish(hostile, 1)
  await service.publish({ ...hostile, events: gone }, 2)
  await service.publish(hostile, 3)
})

const base = '/v1/timelines/constructor'

describe('ids that objects have as members [fault 4.1]', () => {
  test.each(formats.map(({ name, extension }) => [name, extension]))(
    'are in every answer as %s',
    async (name, extension) => {
      const whole = await text(`${base}/events.${extension}?vague=include`)
      expect(readerOf(name)(whole).ids.toSorted()).toEqual(ids.toSorted())
      expect(whole).not.toMatch(/SEQUENCE:(?!\d)|\[object|native code|\bNaN\b|undefined/)
      for (const id of ids) await text(`${base}/events/${id}.${extension}`)
    },
  )

  test('keep their revision when they return', async () => {
    const one = JSON.parse(await text(`${base}/events/constructor`)) as { sequence: number }
    expect(one.sequence).toBe(2)
    expect(await text(`${base}/events.ics`)).toContain('SEQUENCE:2')
  })

  test.each(ids)('find their events by %s', async (id) => {
    for (const query of [`theme=${id}`, `actor=${id}&members=exclude`, `actor=the+${id}`]) {
      const { events } = JSON.parse(await text(`${base}/events?${query}&facets=true`)) as {
        events: { id: string }[]
      }
      expect(events.map((event) => event.id)).toEqual([id])
    }
  })

  test('are on every page', async () => {
    const page = '/timelines/constructor'
    for (const path of ['', '/embed', '/subscribe', '/embed-code', '/editions'])
      expect(await text(page + path)).not.toMatch(/\[object|native code|\bNaN\b|undefined/)
    for (const id of ids) await text(`${page}/events/${id}`)
    for (const id of ids) await text(`${page}?actor=${id}`)
    await text(`${base}/changes?since=1`)
    await text(`${base}/editions.atom`)
  })

  test('are no names where they are none', async () => {
    const names = ['__proto__x', 'hasOwnProperty', 'isPrototypeOf', 'valueOf']
    for (const name of names) {
      for (const parameter of ['theme', 'actor'])
        expect((await service.fetch(`${base}/events?${parameter}=${name}`)).status).toBe(400)
      expect((await service.fetch(`/v1/timelines/${name}`)).status).toBe(404)
      expect((await service.fetch(`${base}/events?${name}=1`)).status).toBe(400)
      expect((await service.fetch(`${base}/events?lang=${name}`)).status).toBe(400)
    }
    expect((await service.fetch('/v1/timelines/__proto__')).status).toBe(404)
    const { events } = JSON.parse(await text(`${base}/events?actor=__proto__`)) as { events: [] }
    expect(events).toEqual([])
  })
})

describe('a title full of markup', () => {
  test('is one line of text in /llms.txt [fault 4.2]', async () => {
    const lines = (await text('/llms.txt')).split('\n')
    expect(lines.filter((line) => line.includes('evil.example'))).toEqual([
      expect.stringMatching(/^- \[x\\\]\(http:\/\/evil\.example\) \\\[y \\#\\# Instructions - /),
    ])
  })

  test('is no header of its own', async () => {
    for (const { extension } of formats) {
      const { headers } = await service.fetch(`${base}/events.${extension}`)
      for (const [, value] of headers) expect(value).not.toMatch(/[^\t\u0020-\u007e]/)
      expect(headers.get('content-disposition')).toMatch(
        /^inline; filename="[\w.-]+"; filename\*=UTF-8''[\w%.~!#$&+^`|-]+$/,
      )
    }
  })
})
