import { describe, expect, test } from 'vitest'
import { nextEdition, retention } from '../../src/edition/next.ts'
import { maxRemoved, type Head } from '../../src/edition/head.ts'
import { contentSize } from '../../src/edition/size.ts'
import { revisionsOf } from '../../src/edition/revisions.ts'
import { sequenceOf } from '../../src/domain/document/revision.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { document, event } from '../support/document.ts'
import { createMemoryLog } from '../support/memory-log.ts'

const day = 86_400_000

/** Publishes documents one after the other, each at its instant. */
function publishAll(
  ...steps: readonly (readonly [instant: number, document: TimelineDocument])[]
): Head[] {
  const log = createMemoryLog()
  const heads: Head[] = []
  for (const [instant, next] of steps) {
    const stamp = { digest: 'd', by: 'test', instant }
    const made = nextEdition(next, heads.at(-1) ?? null, stamp, {
      firstOf: (id) => log.appearanceOf(id)?.first,
    })
    log.append({ ...made, document: next }, [])
    heads.push(made.head)
  }
  return heads
}

function read(head: Head, id = 'branches-formed') {
  const { timeline, adds } = head
  return adds.filter((one) => one.id === id).map(revisionsOf(timeline))[0]
}

function revisionOf(head: Head, id?: string) {
  const event = read(head, id)
  return event && [sequenceOf(event), event.revision.instant]
}

describe('the revision of an event', () => {
  const one = document()
  const retitled = document({ events: [event({ title: 'Other' }), ...one.events.slice(1)] })

  test('counts its changes and keeps still while it does not change', () => {
    const heads = publishAll([0, one], [1000, retitled], [2000, retitled])
    expect(heads.map((head) => revisionOf(head))).toEqual([
      [0, '1970-01-01T00:00:00.000Z'],
      [1, '1970-01-01T00:00:01.000Z'],
      [1, '1970-01-01T00:00:01.000Z'],
    ])
    expect(heads.map((head) => revisionOf(head, 'enterprises-reopen')?.[0])).toEqual([0, 0, 0])
  })

  test('never falls: not in a roll back, not after an absence', () => {
    const without = document({ events: one.events.slice(1) })
    const heads = publishAll(
      [0, one],
      [1000, retitled],
      [2000, one],
      [3000, without],
      [4000, without],
      [5000, one],
    )
    expect(heads.map((head) => revisionOf(head)?.[0])).toEqual([0, 1, 2, undefined, undefined, 5])
    expect(revisionOf(heads.at(-1)!)?.[1]).toBe('1970-01-01T00:00:05.000Z')
    expect(read(heads.at(-1)!)?.first).toEqual({ edition: 1, instant: '1970-01-01T00:00:00.000Z' })
    expect(heads.map(({ removed }) => removed.length)).toEqual([0, 0, 0, 1, 1, 0])
  })

  test('does not change with the place in the document', () => {
    const heads = publishAll([0, one], [1000, document({ events: one.events.toReversed() })])
    expect(heads[1]?.adds.map(({ changed }) => changed.edition)).toEqual([1, 1])
    expect(heads[1]?.edition.changes).toEqual({
      added: 0,
      changed: 0,
      withdrawn: 0,
      removed: 0,
      parts: 0,
    })
  })
})

describe('an edition', () => {
  test('is never dated before the one it follows, whatever the clock says', () => {
    const heads = publishAll([5000, document()], [1000, document({ title: 'Other' })])
    expect(heads.map((head) => head.edition.published)).toEqual([
      '1970-01-01T00:00:05.000Z',
      '1970-01-01T00:00:05.000Z',
    ])
  })

  test('keeps the newest ten editions and those of a week', () => {
    const slow = publishAll(
      ...Array.from({ length: 14 }, (_, n) => [n * 8 * day, document()] as const),
    )
    expect(slow.at(-1)?.kept.map(({ number }) => number)).toEqual([
      14, 13, 12, 11, 10, 9, 8, 7, 6, 5,
    ])
    const quick = publishAll(
      ...Array.from({ length: 14 }, (_, n) => [n * 1000, document()] as const),
    )
    expect(quick.at(-1)?.kept).toHaveLength(14)
    const many = publishAll(
      ...Array.from({ length: retention.max + 2 }, (_, n) => [n, document()] as const),
    )
    expect(many.at(-1)?.kept).toHaveLength(retention.max)
  })

  test('is measured without its history: what fitted once fits again [fault A6]', () => {
    const one = document()
    const other = document({ events: [event({ title: 'Other' }), event({ id: 'new' })] })
    const steps = Array.from({ length: 31 }, (_, n) => [n * 1000, n % 2 ? other : one] as const)
    const sizes = publishAll(...steps).map(contentSize)
    expect(new Set(sizes.filter((_, n) => n % 2 === 0)).size).toBe(1)
    expect(new Set(sizes).size).toBe(2)
  })

  test('a head names the newest thousand removed events alone [fault A7]', () => {
    const many = Array.from({ length: maxRemoved + 2 }, (_, n) => event({ id: `e-${n}` }))
    const heads = publishAll(
      [0, document({ events: many })],
      [1000, document({ events: [event({ id: 'first' })] })],
      [2000, document({ events: [event({ id: 'second' })] })],
    )
    expect(heads.map(({ removed }) => removed.length)).toEqual([0, maxRemoved, maxRemoved])
    expect(heads.at(-1)?.removed).toContain('first')
  })

  test('counts what it changes; a withdrawn event is no longer listed', () => {
    const withdrawn = document({ events: [event({ status: 'withdrawn' }), event({ id: 'new' })] })
    const [, head] = publishAll([0, document()], [1000, withdrawn])
    expect(head?.edition).toMatchObject({
      events: 1,
      changes: { added: 1, changed: 0, withdrawn: 1, removed: 1, parts: 0 },
    })
  })
})
