// Bins of time: every day of the profile is in one bin of each size, also the first and the last.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstDay, lastDay } from '../../src/domain/date/civil-day.ts'
import { binOf, binSizes } from '../../src/domain/query/lanes.ts'

const days = fc.oneof(
  fc.integer({ min: firstDay, max: lastDay }),
  fc.integer({ min: 0, max: 40_000 }).chain((n) => fc.constantFrom(firstDay + n, lastDay - n)),
)

test('a bin holds its day, follows the one before, and has no day that no date can have', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...binSizes), (day, size) => {
      const [from, end] = binOf(day, size)
      expect(from <= day && day < end).toBe(true)
      expect(from >= firstDay && end - 1 <= lastDay).toBe(true)
      expect(binOf(end - 1, size)).toEqual([from, end])
      expect(from === firstDay || binOf(from - 1, size)[1] === from).toBe(true)
    }),
  )
})
