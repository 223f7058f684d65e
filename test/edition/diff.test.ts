import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/edition/compile.ts'
import { diff } from '../../src/edition/changes.ts'
import { isListed } from '../../src/domain/query/matches.ts'
import { document, event } from '../support/document.ts'
import { documents } from '../support/timelines.ts'

const at = { edition: 1, instant: '2026-01-01T00:00:00.000Z' }
const stateOf = (...events: Parameters<typeof event>[0][]) =>
  compile(document({ events: events.map((one) => event(one)) }), null, at)

const idsOf = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id)

describe('a diff', () => {
  test('tells an event that is no longer withdrawn as changed, and what changes of one that is', () => {
    const withdrawn = stateOf({ id: 'a', status: 'withdrawn' })
    const changedOf = (after: typeof withdrawn) =>
      diff(withdrawn, after).changed.map(({ fields }) => fields)
    expect(changedOf(stateOf({ id: 'a' }))).toEqual([
      [{ field: 'status', before: 'withdrawn', after: 'confirmed' }],
    ])
    expect(changedOf(stateOf({ id: 'a', status: 'withdrawn', place: 'committee' }))).toEqual([
      [{ field: 'place', before: 'town', after: 'committee' }],
    ])
    expect(diff(withdrawn, stateOf()).removed).toHaveLength(1)
  })

  test('names what was added, changed field by field, withdrawn, and removed', () => {
    const before = stateOf({ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' })
    const after = stateOf(
      { id: 'a' },
      { id: 'b', date: '2020-02', title: { en: 'B' } },
      { id: 'd', status: 'withdrawn', note: 'Not so' },
      { id: 'e' },
    )
    const changes = diff(before, after)
    expect(changes.added.map(({ id }) => id)).toEqual(['e'])
    expect(
      changes.withdrawn.map(({ id, fields }) => [id, fields.map(({ field }) => field)]),
    ).toEqual([['d', ['note']]])
    expect(changes.removed.map(({ id }) => id)).toEqual(['c'])
    expect(changes.changed).toMatchObject([
      {
        id: 'b',
        fields: [
          {
            field: 'date',
            before: { edtf: '2020-02-01/2020-02-10', kind: 'span' },
            after: { edtf: '2020-02', kind: 'span' },
          },
          { field: 'title', before: { en: 'Party branches are formed' }, after: { en: 'B' } },
        ],
      },
    ])
  })

  test('of an edition with itself is empty; of nothing with it, everything', () => {
    fc.assert(
      fc.property(documents, (one) => {
        const state = compile(one, null, at)
        const nothing = { added: [], changed: [], withdrawn: [], removed: [], parts: [] }
        expect(diff(state, state)).toEqual(nothing)
        const empty = { ...state, events: [] }
        const begun = diff(null, state)
        expect(diff(empty, state)).toEqual(begun)
        expect(idsOf(begun.added)).toEqual(idsOf(state.events.filter(isListed)))
        expect(idsOf(begun.withdrawn)).toEqual(
          idsOf(state.events.filter((event) => !isListed(event))),
        )
        expect(idsOf(diff(state, empty).removed)).toEqual(idsOf(state.events))
      }),
      { numRuns: 50 },
    )
  })
})
