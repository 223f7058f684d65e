import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { nextEdition } from '../../src/edition/next.ts'
import type { EditionLog, EditionRecord } from '../../src/store/publish/edition-log.ts'
import { createMemoryLog } from '../support/memory-log.ts'
import type { Task } from '../../src/store/outbox.ts'
import { createSqliteLog } from '../../src/host/cloudflare/sqlite-log.ts'
import { document, event } from '../support/document.ts'

const day = 86_400_000

let objects = 0

/** Both implementations behind one interface: the same suite runs on each. */
const kinds: Record<string, (use: (log: EditionLog) => void) => Promise<void>> = {
  memory: async (use) => use(createMemoryLog()),
  SQLite: (use) => {
    const stub = env.PUBLISHER.getByName(`log-${++objects}`)
    return runInDurableObject(stub, (_, { storage }) => use(createSqliteLog(storage)))
  },
}

function record(previous: EditionRecord | null, instant = 0): EditionRecord {
  const one = document({ title: `Edition at ${instant}` })
  const next = nextEdition(one, previous?.head ?? null, {
    digest: `d${instant}`,
    instant,
    by: 'test',
  })
  return { ...next, document: one }
}

const task = (kind: Task['kind'], number: number, notBefore = 0): Task => ({
  kind,
  number,
  notBefore,
})

describe.each(Object.entries(kinds))('the edition log in %s', (_, open) => {
  test('is empty at first', () =>
    open((log) => {
      expect([log.latest(), log.record(1), log.tasks()]).toEqual([null, null, []])
    }))

  test('gives back what was appended', () =>
    open((log) => {
      const one = record(null)
      const two = record(one, 1000)
      log.append(one, [task('edition', 1), task('head', 1)])
      log.append(two, [])
      expect(log.latest()).toEqual(two)
      expect(log.record(1)).toEqual(one)
      expect(log.record(3)).toBeNull()
    }))

  test('remembers when events appeared and changed, also those that an edition says are gone', () =>
    open((log) => {
      const one = record(null)
      const [first, changed] = [
        { edition: 1, instant: null },
        { edition: 2, instant: '2026-01-01T00:00:00.000Z' },
      ]
      log.append(one, [])
      log.append({ ...record(one, 1000), gone: [{ id: 'gone', first, changed }] }, [])
      const [own] = one.head.adds
      expect(log.appearanceOf('gone')).toEqual({ first, last: changed })
      expect(log.appearanceOf(own?.id ?? '')).toEqual({ first: own?.first, last: own?.changed })
      expect([log.appearanceOf('nobody'), log.latest()]).toEqual([undefined, record(one, 1000)])
    }))

  test('never takes an edition twice', () =>
    open((log) => {
      const one = record(null)
      log.append(one, [])
      const another = record(null, 1)
      expect(log.append(another, [task('head', 1)])).toEqual({ ok: false, failure: 'taken' })
      expect([log.latest(), log.tasks()]).toEqual([one, []])
    }))

  test('takes no edition but the next', () =>
    open((log) => {
      const one = record(null)
      const two = record(one, 1000)
      expect(log.append(two, [task('head', 2)])).toEqual({ ok: false, failure: 'taken' })
      expect([log.latest(), log.record(2), log.tasks()]).toEqual([null, null, []])
      expect(log.append(one, [])).toEqual({ ok: true, value: one })
      expect(log.append(two, [])).toEqual({ ok: true, value: two })
    }))

  test('forgets the content of editions that are no longer kept', () =>
    open((log) => {
      let last: EditionRecord | null = null
      for (let n = 0; n < 12; n++) log.append((last = record(last, n * 8 * day)), [])
      expect([log.record(1), log.record(2)]).toEqual([null, null])
      expect(log.record(3)?.entry.number).toBe(3)
      expect(log.latest()?.entry.number).toBe(12)
    }))

  test('forgets the content of an edition on demand; it is not taken for the newest', () =>
    open((log) => {
      const one = record(null)
      log.append(one, [])
      log.append(record(one, 1000), [])
      expect([log.has(1), log.has(2), log.has(3)]).toEqual([true, true, false])
      log.forget(1)
      expect([log.has(1), log.record(1), log.latest()?.entry.number]).toEqual([false, null, 2])
    }))

  test('orders tasks: copies before the head, the head before the list', () =>
    open((log) => {
      log.append(record(null), [
        task('forget', 1, 5),
        task('list', 2),
        task('head', 2),
        task('edition', 2),
        task('edition', 1),
      ])
      expect(log.tasks()).toEqual([
        task('edition', 1),
        task('edition', 2),
        task('head', 2),
        task('list', 2),
        task('forget', 1, 5),
      ])
    }))

  test('has one task for the head and one for the list, the newest', () =>
    open((log) => {
      log.append(record(null), [task('head', 1), task('list', 1)])
      log.add(task('head', 2))
      log.add(task('edition', 2))
      log.add(task('edition', 2, 7))
      expect(log.tasks()).toEqual([task('edition', 2, 7), task('head', 2), task('list', 1)])
      // Done for edition 1 does not mean done for 2.
      log.done(task('head', 1))
      expect(log.tasks()).toContainEqual(task('head', 2))
      log.done(task('head', 2))
      expect(log.tasks()).not.toContainEqual(task('head', 2))
    }))

  test('holds a full timeline of which everything changed', () =>
    open((log) => {
      const full = (letter: string) => document({ events: [event({ note: letter.repeat(5000) })] })
      const one = record(null)
      log.append(one, [])
      const next = nextEdition(full('大'), one.head, { digest: 'd', instant: 1000, by: 'test' })
      log.append({ ...next, document: full('大') }, [])
      expect(log.latest()).toEqual({ ...next, document: full('大') })
    }))
})

test('a row of the edition log holds one part of an edition, since it holds at most 2 MB', () =>
  runInDurableObject(env.PUBLISHER.getByName('log-rows'), (_, { storage }) => {
    const log = createSqliteLog(storage)
    log.append(record(null), [])
    const parts = storage.sql.exec<{ part: string }>('SELECT part FROM contents').toArray()
    expect(parts.map(({ part }) => part).toSorted()).toEqual(['changes', 'document', 'head'])
  }))
