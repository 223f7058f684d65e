// The numbers of stored forms: older values and databases are read, newer ones are a fault.
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { nextEdition } from '../../src/edition/next.ts'
import { sha256 } from '../../src/edition/digest.ts'
import { wrap } from '../../src/edition/envelope.ts'
import type { Head } from '../../src/edition/head.ts'
import { withoutRevisions, revisionsOf } from '../../src/edition/revisions.ts'
import {
  appearancesIn,
  storedForm,
  upgradeChanges,
  upgradeHead,
  type Head1,
} from '../../src/edition/stored-form.ts'
import type { When } from '../../src/domain/date/when.ts'
import type { FieldChange } from '../../src/domain/document/fields.ts'
import { createStore } from '../../src/store/read/cached-store.ts'
import type { NotedPart } from '../../src/store/publish/segment-log.ts'
import { createSqliteLines } from '../../src/host/cloudflare/sqlite-lines.ts'
import { createSqliteLog } from '../../src/host/cloudflare/sqlite-log.ts'
import { document, event, source } from '../support/document.ts'
import { createMemoryKv } from '../support/memory-kv.ts'
import { put } from '../support/service.ts'

const stamp = { digest: 'd1', instant: 0, by: 'test' }
const first = nextEdition(document({ events: [event()] }), null, stamp)
const authored = event

/** As form 1 had it: events with a count of their changes, parts without any revision. */
function form1({ timeline, edition, kept, adds }: Head, retired: Head1['retired'] = {}): Head1 {
  return {
    timeline: withoutRevisions(timeline),
    edition,
    kept,
    base: null,
    adds: adds.map(({ first: _first, changed, ...event }) => ({
      ...event,
      revision: { sequence: 0, modified: changed.instant },
    })),
    retired,
  }
}

/** As version 0.1 stored it: with the words of its dates, and no number. */
function form0(head: Head): Head1 {
  const older = form1(head)
  const words = { words: { en: 'x' }, short: { en: 'x' } }
  return { ...older, adds: older.adds.map((one) => ({ ...one, when: { ...one.when, ...words } })) }
}

async function readHead(value: string) {
  const kv = createMemoryKv()
  const faults: string[] = []
  await kv.put('head/town-2020', value, { metadata: { edition: 1 } })
  const store = createStore({ kv, now: () => 0, report: ({ fault }) => faults.push(fault) })
  const read = await store.current('town-2020')
  const events = read.ok ? await Array.fromAsync(read.value.value.all()) : []
  return { read, events, faults }
}

test('a value that says its form is read; one without a number is one of version 0.1', async () => {
  const text = JSON.stringify(form0(first.head))
  const label = JSON.stringify({ key: 'head/town-2020', sha256: await sha256(text) })
  for (const value of [await wrap('head/town-2020', first.head), `${label}\n${text}`]) {
    const { events, faults } = await readHead(value)
    expect(faults).toEqual([])
    expect(events).toEqual(first.head.adds.map(revisionsOf(first.head.timeline)))
  }
})

test.each([storedForm + 1, -1, 0.5, '1', null])(
  'a value of form %j is reported and not served',
  async (form) => {
    const text = JSON.stringify(first.head)
    const checksum = await sha256(`${form}\n${text}`)
    const label = JSON.stringify({ key: 'head/town-2020', form, sha256: checksum })
    const { read, faults } = await readHead(`${label}\n${text}`)
    expect(faults).toEqual(['unknown-form'])
    expect(read).toEqual({ ok: false, failure: 'unavailable' })
  },
)

test('a number that was changed is noticed, since the checksum holds it', async () => {
  const sealed = await wrap('head/town-2020', first.head)
  expect(sealed).toContain(`"form":${storedForm}`)
  const { faults } = await readHead(sealed.replace(`"form":${storedForm}`, '"form":0'))
  expect(faults).toEqual(['checksum-differs'])
})

test('of form 0 the words of dates are dropped, and nothing else', () => {
  expect(upgradeHead(form0(first.head), 0)).toEqual(first.head)
  expect(upgradeHead(form1(first.head), 1)).toEqual(first.head)
  expect(upgradeHead(first.head, storedForm)).toBe(first.head)
})

test('addresses of earlier forms are read in their normal form, so that nothing changes [fault B10]', () => {
  const withUrl = (url: string) =>
    document({
      licence: { name: 'CC', url },
      sources: [source({ url, archivedUrl: url })],
      events: [event({ links: [{ url }] })],
    })
  const url = 'https://A.example'
  const { head } = nextEdition(withUrl(url), null, stamp)
  const raw = JSON.parse(JSON.stringify(form1(head)).replaceAll('https://a.example/', url)) as Head1
  expect(JSON.stringify(raw)).toContain(`"${url}"`)
  const upgrade = upgradeHead(raw, 1)
  expect(upgrade).toEqual(head)
  expect(nextEdition(withUrl(url), upgrade, stamp).changes).toMatchObject({
    changed: [],
    parts: [],
  })
  const before = [{ url }]
  const changed = [{ id: 'a', title: {}, fields: [{ field: 'links', before, after: [] }] }]
  const changes = { added: [], changed, withdrawn: [] }
  expect(upgradeChanges(changes, 1, head).changed[0]?.fields[0]?.before).toEqual([
    { url: 'https://a.example/' },
  ])
})

describe('of form 1', () => {
  const entry = (number: number) => ({
    ...first.head.edition,
    number,
    published: `2026-01-0${number}T00:00:00.000Z`,
  })
  const [event] = form1(first.head).adds
  const changedAt = (id: string, day: number, sequence: number) => ({
    ...event!,
    id,
    revision: { sequence, modified: entry(day).published },
  })
  const head: Head1 = {
    ...form1(first.head, {
      gone: changedAt('', 5, 3).revision,
      earlier: changedAt('', 1, 0).revision,
    }),
    edition: entry(6),
    kept: [entry(6), entry(5), entry(4)],
    adds: [changedAt('new', 6, 0), changedAt('edited', 5, 2), changedAt('old', 2, 1)],
  }

  test('an event was changed by the kept edition of that instant, or before the oldest one', () => {
    const { adds } = upgradeHead(head, 1)
    expect(adds.map(({ id, first, changed }) => [id, first, changed])).toEqual([
      [
        'new',
        { edition: 6, instant: entry(6).published },
        { edition: 6, instant: entry(6).published },
      ],
      ['edited', { edition: 3, instant: null }, { edition: 5, instant: entry(5).published }],
      ['old', { edition: 2, instant: null }, { edition: 3, instant: entry(2).published }],
    ])
  })

  test('parts are unchanged since the first edition, and raise nothing', () => {
    const { timeline, adds } = upgradeHead(head, 1)
    for (const part of [timeline, ...timeline.themes, ...timeline.actors, ...timeline.sources])
      expect(part.changed).toEqual({ edition: 1, instant: null })
    for (const one of adds.map(revisionsOf(timeline))) expect(one.revision).toEqual(one.changed)
    expect(upgradeHead({ ...head, kept: [...head.kept, entry(1)] }, 1).timeline.changed).toEqual({
      edition: 1,
      instant: entry(1).published,
    })
  })

  test('removed events are named, and what is known of them is not lost', () => {
    expect(upgradeHead(head, 1).removed).toEqual(['earlier', 'gone'])
    expect(appearancesIn(head, 1).get('gone')).toEqual({
      first: { edition: 2, instant: null },
      last: { edition: 5, instant: entry(5).published },
    })
    expect([...appearancesIn(head, 1).keys()]).toEqual(['new', 'edited', 'old', 'gone', 'earlier'])
  })

  test('what dates name, their precision and their order are made anew [fault 1.5]', () => {
    const dates = [
      ['2020-11-01T05:50:00Z', 'point'],
      ['2020-11-01T06:10:00Z', 'point'],
      ['[2020-01-27..2020-03-13]', 'point'],
      ['2020-01-24/..', 'since'],
      ['[..2020-03-13]', 'undated'],
    ] as const
    const events = dates.map(([date, kind], i) => authored({ id: `e${i}`, date, kind }))
    const zone = { timeZone: 'America/New_York' }
    const { head } = nextEdition(document({ ...zone, events }), null, stamp)
    const stored = form1(head)
    const adds = stored.adds.map((one) => {
      const { named: _named, instant: _instant, ...when } = one.when as When
      return { ...one, when: { ...when, precision: 'day' as const } }
    })
    // Form 1 ordered by clock time: 01:10 before 01:50, although it came later.
    const [later, earlier, ...others] = adds.toReversed()
    const older = [...others.toReversed(), later!, earlier!]
    expect(upgradeHead({ ...stored, adds: older }, 1).adds).toEqual(head.adds)
  })
})

test('of form 0 a changed instant is told on the clock of the time zone', () => {
  const date = (edtf: string) => ({ edtf, kind: 'point', words: { en: 'x' } })
  const change = (before: unknown, after: unknown): FieldChange[] => [
    { field: 'date', before, after },
    { field: 'statedDate', before: '2月', after: null },
  ]
  const changed = (fields: FieldChange[]) => ({
    ...older,
    changed: [{ id: 'a', title: {}, fields }],
  })
  const older = { added: [], withdrawn: [] }
  const stored = changed(change(date('2020-03-12'), date('2020-03-12T23:45Z')))
  const after = { edtf: '2020-03-12T23:45Z', kind: 'point', earliest: 18_334, minute: 465 }
  expect(upgradeChanges(stored, 0, first.head)).toEqual({
    ...changed(change({ edtf: '2020-03-12', kind: 'point' }, after)),
    removed: [],
  })
  expect(upgradeChanges(stored, storedForm, first.head)).toBe(stored)
})

test('of form 1 a withdrawn event that the edition does not have was removed; of parts nothing is known', () => {
  const [kept, gone] = [first.head.adds[0]!.id, 'gone'].map((id) => ({ id, title: {} }))
  const stored = { added: [], changed: [], withdrawn: [kept, gone] }
  expect(upgradeChanges(stored, 1, first.head)).toEqual({
    added: [],
    changed: [],
    withdrawn: [{ ...kept, fields: [] }],
    removed: [gone],
  })
})

const inObject = (name: string, use: (storage: DurableObjectStorage) => void): Promise<void> =>
  runInDurableObject(env.PUBLISHER.getByName(name), (_, { storage }) => use(storage))

test('a database of version 0.1 is opened, and what it holds is read', () =>
  inObject('form-0', (storage) => {
    createSqliteLog(storage).append({ ...first, document: document() }, [])
    const head = JSON.stringify(form0(first.head))
    storage.sql.exec("UPDATE contents SET text = ? WHERE part = 'head'", head)
    const former =
      'DROP TABLE form; DROP TABLE appearances; DROP TABLE packings; DROP TABLE segments; DROP TABLE leased; DROP TABLE uploads; DROP TABLE sizes; ALTER TABLE contents DROP COLUMN form'
    storage.sql.exec(former)
    const log = createSqliteLog(storage)
    expect(log.latest()?.head).toEqual(first.head)
    expect(log.appearanceOf('branches-formed')?.first).toEqual(first.head.adds[0]?.first)
    expect(storage.sql.exec('SELECT number FROM form').toArray()).toEqual([{ number: 5 }])
    // Opened again, it stays as it is.
    expect(createSqliteLog(storage).latest()?.head).toEqual(first.head)
  }))

test('the sizes of uploads are summed up in a database of version 1.0, and kept from then on', () =>
  inObject('form-4', (storage) => {
    const noted = (part: string, bytes: number, isStored: boolean) =>
      ({ part, bytes, sha256: '0', isStored }) as NotedPart
    const former = createSqliteLog(storage)
    former.notePart(1, noted('e0', 100, true))
    former.notePart(1, noted('t0', 20, false))
    former.notePart(2, noted('e0', 3, true))
    storage.sql.exec('DROP TABLE sizes; UPDATE form SET number = 4')
    const log = createSqliteLog(storage)
    const sizes = () => [1, 2, 3].map((serial) => log.uploadedSize(serial))
    const none = { parts: 0, bytes: 0 }
    expect(sizes()).toEqual([{ parts: 2, bytes: 120 }, { parts: 1, bytes: 3 }, none])
    // Noted again once it is stored.
    log.notePart(1, noted('t0', 20, true))
    log.notePart(1, noted('d0', 7, false))
    log.notePart(3, noted('d0', 9, false))
    expect(sizes()).toEqual([
      { parts: 3, bytes: 127 },
      { parts: 1, bytes: 3 },
      { parts: 1, bytes: 9 },
    ])
    log.dropPart(1, 'e0')
    log.dropPart(1, 'e0')
    log.dropSegment(3)
    expect(sizes()).toEqual([{ parts: 2, bytes: 27 }, { parts: 1, bytes: 3 }, none])
  }))

test('a database of a newer form is refused', () =>
  inObject('form-new', (storage) => {
    for (const open of [createSqliteLog, createSqliteLines]) {
      storage.sql.exec('UPDATE form SET number = 7')
      expect(() => open(storage)).toThrow(/form 7; this version knows forms up to \d/)
    }
  }))

test('a publisher whose database is of a newer form publishes nothing', async () => {
  const one = document({ id: 'newer' })
  await inObject('newer', (storage) => void storage.sql.exec('UPDATE form SET number = 7'))
  await evictDurableObject(env.PUBLISHER.getByName('newer'))
  const answer = await put('/v1/timelines/newer', one, { headers: { 'if-none-match': '*' } })
  expect(answer.status).toBe(503)
})
