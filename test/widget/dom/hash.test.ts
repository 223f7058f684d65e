// The filters of elements in the fragment of their page.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filterInHash, hashWith } from '../../../src/widget/hash.ts'
import { filterNames } from '../../../src/widget/settings.ts'

const pairs = fc.array(
  fc.tuple(
    fc.constantFrom(...filterNames),
    fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.toWellFormed()),
  ),
)

describe('a fragment', () => {
  test('keeps every filter as it is, beside those of other timelines', () => {
    fc.assert(
      fc.property(pairs, pairs, (one, other) => {
        const hash = hashWith(hashWith('', 'town-2020', one), 'other', other)
        // As a browser gives it back.
        const read = new URL(`https://site.example/page${hash}`).hash
        expect(filterInHash(read, 'town-2020')).toEqual(one)
        expect(filterInHash(read, 'other')).toEqual(other)
        expect(hashWith(hashWith(read, 'town-2020', undefined), 'other', undefined)).toBe('')
      }),
    )
  })

  test.each(['#section-2', '#branches-formed', '#/route?theme=a', '#!town-2020?theme=a', '#a?b;c'])(
    '%s is the page’s own',
    (hash) => {
      expect(filterInHash(hash, 'town-2020')).toBeNull()
      expect(hashWith(hash, 'town-2020', [['q', 'rain']])).toBe('#town-2020?q=rain')
    },
  )

  test.each(['', '#', '#other?theme=a', '#town?theme=a', '#;'])('%s has none', (hash) => {
    expect(filterInHash(hash, 'town-2020')).toBeUndefined()
  })

  test('takes no other parameters, and no empty ones', () => {
    expect(filterInHash('#town-2020?limit=9&theme=a&q=&edition=1&lang=en', 'town-2020')).toEqual([
      ['theme', 'a'],
    ])
    expect(filterInHash('#town-2020?', 'town-2020')).toEqual([])
  })
})
