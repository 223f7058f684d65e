import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/edition/compile.ts'
import { diffEvents } from '../../src/edition/changes/events.ts'
import { document, event } from '../support/document.ts'
import { documents } from '../support/timelines.ts'

const at = { edition: 1, instant: '2026-01-01T00:00:00.000Z' }
const eventsOf = (...events: Parameters<typeof event>[0][]) =>
  compile(document({ events: events.map((one) => event(one)) }), null, at).events

describe('a diff', () => {
  test('names what was added, changed field by field, and withdrawn', () => {
    const before = eventsOf({ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' })
    const after = eventsOf(
      { id: 'a' },
      { id: 'b', date: '2020-02', title: { en: 'B' } },
      { id: 'd', status: 'withdrawn' },
      { id: 'e' },
    )
    const changes = diffEvents(before, after)
    expect(changes.added.map(({ id }) => id)).toEqual(['e'])
    expect(changes.withdrawn.map(({ id }) => id)).toEqual(['c', 'd'])
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
        const { events } = compile(one, null, at)
        expect(diffEvents(events, events)).toEqual({ added: [], changed: [], withdrawn: [] })
        const listed = events.filter(({ status }) => status !== 'withdrawn').map(({ id }) => id)
        expect(diffEvents([], events).added.map(({ id }) => id)).toEqual(listed)
        expect(diffEvents(events, []).withdrawn.map(({ id }) => id)).toEqual(listed)
      }),
      { numRuns: 50 },
    )
  })
})
