// What shows in another order has changed, and is told; what shows in the same order has not.
import { stripVTControlCharacters } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDocuments } from '../../src/cli/changes/comparison.ts'
import { comparisonLines } from '../../src/cli/changes/print.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { compile } from '../../src/edition/compile.ts'
import { diff } from '../../src/edition/changes.ts'
import { document, event, source } from '../support/document.ts'
import { documents } from '../support/timelines.ts'

const linesOf = (before: TimelineDocument, after: TimelineDocument, language: 'zh-Hans' | 'en') =>
  comparisonLines(compareDocuments(before, after), language).map((line) =>
    stripVTControlCharacters(line),
  )
const [at, later] = [1, 2].map((edition) => ({ edition, instant: `2026-01-0${edition}T00:00:00Z` }))

describe('another order', () => {
  test('of themes, actors and sources is told with what moved', () => {
    const sources = [source(), source({ id: 'report', title: '报告' })]
    const before = document({ sources })
    const [committee, enterprises, li, town] = before.actors
    const after = {
      ...before,
      themes: before.themes.toReversed(),
      actors: [committee!, li!, enterprises!, town!],
      sources: sources.toReversed(),
    }
    expect(linesOf(before, after, 'en')).toEqual([
      '1 change to names, sources or other parts',
      '~ Timeline The town (town-2020)',
      '    Order of themes: Prevention · Reopening → Reopening · Prevention',
      '    Order of people, organizations and places: 企业 · 李明 → 李明 · 企业',
      '    Order of sources: 镇报 · 报告 → 报告 · 镇报',
    ])
    expect(linesOf(before, after, 'zh-Hans')[2]).toBe('    主题顺序：防控 · 复工 → 复工 · 防控')
  })

  test('of events is told where their dates are the same, and only there', () => {
    const of = (...ids: string[]) =>
      document({
        events: ids.map((id) =>
          event({
            id,
            title: id,
            date: id === 'late' ? '2020-03-06' : '2020-02-10',
            kind: 'point',
          }),
        ),
      })
    expect(linesOf(of('late', 'a', 'b'), of('b', 'late', 'a'), 'en')).toEqual([
      '1 change to names, sources or other parts',
      '~ Timeline The town (town-2020)',
      '    Order of events: a · b → b · a',
    ])
    expect(linesOf(of('late', 'a', 'b'), of('a', 'b', 'late'), 'en')).toEqual(['nothing changed'])
  })

  test('names ten at most', () => {
    const themes = Array.from({ length: 12 }, (_, i) => ({ id: `t${i}`, label: `${i}`, color: 0 }))
    const moved = [...themes.slice(1), themes[0]!]
    const events = [event({ themes: ['t0'] })]
    expect(
      linesOf(document({ themes, events }), document({ themes: moved, events }), 'en').at(-1),
    ).toBe('      + 1 · 2 · 3 · 4 · 5 · 6 · 7 · 8 · 9 · 10 · …')
  })

  test('is a change of the timeline, and of no event', () => {
    const before = compile(document(), null, at!)
    const themes = document().themes.toReversed()
    const after = compile(document({ themes }), { ...before, adds: before.events }, later!)
    expect(after.timeline.changed).toBe(later)
    expect(after.timeline.themes.map(({ changed }) => changed)).toEqual([at, at])
    expect(after.events).toEqual(before.events)
  })

  test('is told if and only if lists of the same things differ', () => {
    fc.assert(
      fc.property(
        documents.chain((one) =>
          fc.tuple(
            fc.constant(one),
            fc.shuffledSubarray([...one.events], { minLength: one.events.length }),
            fc.shuffledSubarray([...one.actors], { minLength: one.actors.length }),
          ),
        ),
        ([one, events, actors]) => {
          const other = { ...one, events, actors }
          const [before, after] = [compile(one, null, at!), compile(other, null, at!)]
          const { parts, added, changed, removed } = diff(before, after)
          expect([added, changed, removed]).toEqual([[], [], []])
          const listed = (state: typeof before) =>
            state.events.flatMap(({ id, status }) => (status === 'withdrawn' ? [] : [id]))
          const expected = [
            ...(String(one.actors.map(({ id }) => id)) === String(actors.map(({ id }) => id))
              ? []
              : ['actorOrder']),
            ...(String(listed(before)) === String(listed(after)) ? [] : ['eventOrder']),
          ]
          expect(parts.flatMap(({ fields }) => fields.map(({ field }) => field))).toEqual(expected)
        },
      ),
    )
  })
})
