import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maxRenderedCharacters, renderings } from '../../src/domain/renderings.ts'

/** Asks for values of which each says when it was made, and counts for so many characters. */
function counted(size: number) {
  let made = 0
  const of = renderings<{ readonly made: number }>(() => size)
  const ask = (timeline: object, owner: object, key: string): number =>
    of(timeline)(owner, key, () => ({ made: ++made })).made
  return { ask, isMade: () => made }
}

test('what was rendered is kept by timeline, owner and key', () => {
  const { ask } = counted(10)
  const [one, other, event, next] = [{}, {}, {}, {}]
  expect(ask(one, event, 'en')).toBe(1)
  expect(ask(one, event, 'en')).toBe(1)
  expect(ask(one, event, 'zh')).toBe(2)
  expect(ask(one, next, 'en')).toBe(3)
  expect(ask(other, event, 'en')).toBe(4)
  expect(ask(one, event, 'en')).toBe(1)
})

test('outputs keep their own', () => {
  const [one, other, timeline] = [counted(10), counted(10), {}]
  expect([one.ask(timeline, timeline, ''), other.ask(timeline, timeline, '')]).toEqual([1, 1])
  expect([one.isMade(), other.isMade()]).toEqual([1, 1])
})

const size = maxRenderedCharacters / 20

test('all outputs together keep at most what they may, and what was asked for last', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1), fc.nat(40)), { maxLength: 150 }), (asked) => {
      const [outputs, timeline] = [[counted(size), counted(size)], {}]
      const owners = Array.from({ length: 41 }, () => ({}))
      const ask = ([output, owner]: readonly [number, number]): boolean => {
        const { ask, isMade } = outputs[output] ?? counted(0)
        const before = isMade()
        ask(timeline, owners[owner] ?? {}, '')
        return isMade() === before
      }
      const last = new Map<string, number>()
      const wrong = asked.filter((one, time) => {
        const name = String(one)
        const between = new Set(asked.slice(last.get(name) ?? 0, time).map(String))
        const isKnown = ask(one)
        const wasAsked = last.has(name)
        last.set(name, time)
        // Half of it is recent: few others in between displace nothing, and more than all of it everything.
        return (wasAsked && between.size < 10 && !isKnown) || (between.size > 21 && isKnown)
      })
      expect(wrong).toEqual([])
    }),
  )
})
