// What subscribers see of a later edition: RFC 5545 (3.8.4.7 UID, 3.8.7.2 DTSTAMP, 3.8.7.4 SEQUENCE),
// RFC 4287 (4.2.6 id, 4.2.15 updated), and the corrections feed.
import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { formats } from '../../../src/formats/all-formats.ts'
import { document, event } from '../../support/document.ts'
import { hasRoomFor, readerOf } from '../../support/event-ids.ts'
import { createMemoryService, writing, type MemoryService } from '../../support/memory-service.ts'
import { childrenOf, only, readXml } from '../../support/xml-reader.ts'

const base = '/v1/timelines/town-2020'
const [edited, untouched] = ['branches-formed', 'enterprises-reopen']

let service: MemoryService
const textOf = async (address: string): Promise<string> => {
  const response = await service.fetch(address)
  expect(response.status).toBe(200)
  return response.text()
}

interface Entry {
  readonly uid: string
  readonly stamp: string
  readonly modified: string
  readonly sequence: number
  readonly atomId: string
  readonly atomUpdated: number
}

/** What calendar and feed say of an event. */
async function entryOf(id: string): Promise<Entry | null> {
  const calendar = new ICAL.Component(ICAL.parse(await textOf(`${base}/events.ics`)) as unknown[])
  const component = calendar
    .getAllSubcomponents('vevent')
    .find((one) => String(one.getFirstPropertyValue('uid')).startsWith(`${id}.`))
  const entry = childrenOf(readXml(await textOf(`${base}/events.atom`)), 'entry').find((one) =>
    only(one, 'id').endsWith(`/${id}`),
  )
  if (component === undefined || entry === undefined) return null
  const value = (name: string): string => String(component.getFirstPropertyValue(name))
  return {
    uid: value('uid'),
    stamp: value('dtstamp'),
    modified: value('last-modified'),
    sequence: Number(value('sequence')),
    atomId: only(entry, 'id'),
    atomUpdated: Date.parse(only(entry, 'updated')),
  }
}

async function entry(id: string): Promise<Entry> {
  const found = await entryOf(id)
  if (found === null) throw new Error(`${id} is in no feed`)
  return found
}

const retitled = (title: string) => {
  const original = document()
  return { ...original, events: [event({ title }), ...original.events.slice(1)] }
}

const without = (id: string) => ({
  ...document(),
  events: document().events.filter((one) => one.id !== id),
})

const withdrawn = (id: string) => ({
  ...document(),
  events: document().events.map((one) =>
    one.id === id ? { ...one, status: 'withdrawn' as const } : one,
  ),
})

async function rollBack(to: number, from: number): Promise<void> {
  service.clock.now += 10_000
  const response = await service.fetch(`${base}/head`, {
    method: 'PUT',
    body: JSON.stringify({ edition: to }),
    headers: writing(from),
  })
  expect(response.status, await response.text()).toBe(200)
}

beforeEach(async () => {
  service = await createMemoryService()
  await service.publish(document())
})

describe('the same document again', () => {
  test('is the same edition, and every feed keeps its bytes and its tag', async () => {
    const seen = async () =>
      Promise.all(
        formats.map(async ({ extension }) => {
          const response = await service.fetch(`${base}/events.${extension}`)
          return [extension, response.headers.get('etag'), await response.text()]
        }),
      )
    const before = await seen()
    const response = await service.offer(document(), 1)
    expect(await response.json()).toMatchObject({ outcome: 'repeated', edition: { number: 1 } })
    expect(await seen()).toEqual(before)
  })
})

describe('an edition that changes one event', () => {
  test('counts that event on, with the same identifiers, and leaves the others as they were', async () => {
    const [one, other] = [await entry(edited), await entry(untouched)]
    await service.publish(retitled('Mended'), 1)
    const after = await entry(edited)
    expect([after.uid, after.atomId, after.sequence]).toEqual([one.uid, one.atomId, 1])
    expect(after.stamp > one.stamp).toBe(true)
    expect(after.modified).toBe(after.stamp)
    expect(after.atomUpdated).toBeGreaterThan(one.atomUpdated)
    expect(await entry(untouched)).toEqual(other)
  })

  test('that only retitles the timeline counts no event on', async () => {
    const before = [await entry(edited), await entry(untouched)]
    await service.publish(document({ title: 'Another title' }), 1)
    expect([await entry(edited), await entry(untouched)]).toEqual(before)
  })
})

describe('a roll back', () => {
  test('counts what it restores on, so that no SEQUENCE, DTSTAMP or updated falls', async () => {
    const [first, other] = [await entry(edited), await entry(untouched)]
    await service.publish(retitled('Wrong'), 1)
    const second = await entry(edited)
    await rollBack(1, 2)
    const third = await entry(edited)
    expect([third.uid, third.atomId, third.sequence]).toEqual([first.uid, first.atomId, 2])
    expect(third.stamp > second.stamp).toBe(true)
    expect(third.atomUpdated).toBeGreaterThan(second.atomUpdated)
    expect(await entry(untouched)).toEqual(other)
    expect(await textOf(`${base}/events.ics`)).not.toContain('Wrong')
  })

  test('brings a dropped event back as the same one, later in its count', async () => {
    const first = await entry(edited)
    await service.publish(without(edited), 1)
    expect(await entryOf(edited)).toBeNull()
    await rollBack(1, 2)
    const third = await entry(edited)
    expect([third.uid, third.atomId]).toEqual([first.uid, first.atomId])
    expect(third.sequence).toBeGreaterThan(first.sequence)
    expect(third.stamp > first.stamp).toBe(true)
  })
})

describe.each([
  ['withdrawn', withdrawn(edited)],
  ['removed', without(edited)],
] as const)('an event that is %s', (kind, later) => {
  test.each(formats)('disappears from $title', async ({ name, extension }) => {
    const ids = async () => readerOf(name)(await textOf(`${base}/events.${extension}?lang=en`)).ids
    // A feed begins with the last change.
    expect((await ids()).toSorted()).toEqual([edited, untouched].toSorted())
    await service.publish(later, 1)
    expect(await ids()).toEqual([untouched])
  })

  test('disappears from the API and the page, and the corrections feed names it', async () => {
    await service.publish(later, 1)
    const list = JSON.parse(await textOf(`${base}/events`)) as { events: { id: string }[] }
    expect(list.events.map(({ id }) => id)).toEqual([untouched])
    expect(await textOf('/timelines/town-2020')).not.toContain(`<article id="${edited}"`)

    const [newest] = childrenOf(readXml(await textOf(`${base}/editions.atom?lang=en`)), 'entry')
    if (newest === undefined) throw new Error('no entry')
    expect(only(newest, 'title')).toBe(`Edition 2: 1 event ${kind}`)
    expect(only(newest, 'content')).toContain('Party branches are formed')
    const changes = await textOf(`${base}/changes?since=1`)
    expect(JSON.parse(changes)).toMatchObject({
      added: [],
      changed: [],
      withdrawn: [],
      removed: [],
      [kind]: [{ id: edited }],
    })
  })

  test('stays in the edition that had it', async () => {
    await service.publish(later, 1)
    expect(await textOf(`${base}/events.ics?edition=1`)).toContain(`${edited}.`)
  })
})

test('a withdrawn event says so at its address, and its calendar is empty', async () => {
  await service.publish(withdrawn(edited), 1)
  expect(JSON.parse(await textOf(`${base}/events/${edited}`))).toMatchObject({
    status: 'withdrawn',
  })
  expect(await textOf(`${base}/events/${edited}.ics`)).not.toContain('BEGIN:VEVENT')
  for (const { name, extension } of formats) {
    const file = await service.fetch(`${base}/events/${edited}.${extension}?lang=en`)
    const text = await file.text()
    expect(file.headers.get('jishi-left-out'), extension).toBe('1')
    const isSaid = /event was\s+withdrawn/.test(text.replaceAll('\r\n ', ''))
    expect(isSaid, `${name} says "event was withdrawn"`).toBe(hasRoomFor('notes', name))
  }
  const page = await service.fetch(`/timelines/town-2020/events/${edited}`)
  expect(page.status).toBe(200)
  await page.text()
})
