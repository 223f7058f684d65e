import { describe, expect, test } from 'vitest'
import { nextEdition, retention } from '../../src/edition/next.ts'
import type { Head } from '../../src/edition/head.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { document, event } from '../support/document.ts'

const day = 86_400_000

/** Publishes documents one after the other, each at its instant. */
function publishAll(
  ...steps: readonly (readonly [instant: number, document: TimelineDocument])[]
): Head[] {
  const heads: Head[] = []
  for (const [instant, next] of steps) {
    heads.push(nextEdition(next, heads.at(-1) ?? null, { digest: 'd', by: 'test', instant }).head)
  }
  return heads
}
const revisionOf = (head: Head | undefined, id: string) =>
  head?.adds.find((one) => one.id === id)?.revision

describe('the revision of an event', () => {
  const one = document()
  const retitled = document({ events: [event({ title: 'Other' }), ...one.events.slice(1)] })

  test('counts its changes and keeps still while it does not change', () => {
    const heads = publishAll([0, one], [1000, retitled], [2000, retitled])
    expect(heads.map((head) => revisionOf(head, 'branches-formed'))).toEqual([
      { sequence: 0, modified: '1970-01-01T00:00:00.000Z' },
      { sequence: 1, modified: '1970-01-01T00:00:01.000Z' },
      { sequence: 1, modified: '1970-01-01T00:00:01.000Z' },
    ])
    expect(heads.map((head) => revisionOf(head, 'enterprises-reopen')?.sequence)).toEqual([0, 0, 0])
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
    expect(heads.map((head) => revisionOf(head, 'branches-formed')?.sequence)).toEqual([
      0,
      1,
      2,
      undefined,
      undefined,
      3,
    ])
    expect(revisionOf(heads.at(-1), 'branches-formed')?.modified).toBe('1970-01-01T00:00:05.000Z')
    expect(heads.at(-1)?.retired).toEqual({})
  })

  test('does not change with the place in the document', () => {
    const heads = publishAll([0, one], [1000, document({ events: one.events.toReversed() })])
    expect(heads[1]?.adds.map(({ revision }) => revision.sequence)).toEqual([0, 0])
    expect(heads[1]?.edition.changes).toEqual({ added: 0, changed: 0, withdrawn: 0 })
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

  test('counts what it changes; a withdrawn event is no longer listed', () => {
    const withdrawn = document({ events: [event({ status: 'withdrawn' }), event({ id: 'new' })] })
    const [, head] = publishAll([0, document()], [1000, withdrawn])
    expect(head?.edition).toMatchObject({
      events: 1,
      changes: { added: 1, changed: 0, withdrawn: 2 },
    })
  })
})
