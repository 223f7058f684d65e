// What a takedown takes from readers, by the log alone.
import { describe, expect, test } from 'vitest'
import { takenThrough } from '../../src/edition/taken.ts'

/** A log from the first edition on: `publish`, `down`, or the edition that is restored. */
const log = (...editions: readonly ('publish' | 'down' | number)[]) =>
  editions
    .map((made, index) => ({
      number: index + 1,
      ...(made === 'down' && { removes: true as const }),
      ...(typeof made === 'number' && { restores: made }),
    }))
    .toReversed()

describe('what a takedown took', () => {
  test.each([
    ['nothing was taken down', log('publish', 'publish'), 0],
    ['the timeline is taken down', log('publish', 'down'), 2],
    ['published over', log('publish', 'down', 'publish', 'publish'), 2],
    ['restored', log('publish', 'down', 1), 0],
    ['published over, then restored', log('publish', 'down', 'publish', 1), 0],
    [
      'a rollback to what came after it undoes nothing',
      log('publish', 'down', 'publish', 'publish', 3),
      2,
    ],
    ['taken down again', log('publish', 'down', 'publish', 'down'), 4],
    ['the second takedown alone is undone', log('publish', 'down', 'publish', 'down', 3), 2],
    ['both are undone', log('publish', 'down', 'publish', 'down', 1), 0],
    ['a rollback before it undoes nothing', log('publish', 'publish', 1, 'down', 'publish'), 4],
  ])('%s', (_, editions, through) => {
    expect(takenThrough(editions)).toBe(through)
  })

  test('is known from the kept end of the log', () => {
    expect(takenThrough(log('publish', 'down', 'publish').slice(0, 2))).toBe(2)
  })
})
