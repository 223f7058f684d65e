// The filters of elements in the fragment of their page.
import * as fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Pairs } from '../../../src/address/canonical.ts'
import { messages } from '../../../src/messages/languages.ts'
import { filterInHash, hashWith } from '../../../src/widget/hash.ts'
import { moreIn } from '../../../src/widget/lazy/controls.ts'
import { filterNames } from '../../../src/widget/settings.ts'
import type { Stage } from '../../../src/widget/state.ts'

afterEach(() => void vi.unstubAllGlobals())

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

/** Chooses a filter by a link, with that of the attributes, also as the service understands it. */
async function chosen(query: string, filter: Pairs, own: Pairs) {
  vi.stubGlobal('location', {
    href: 'https://site.example/#town?q=sun;other?q=b',
    hash: '#town?q=sun;other?q=b',
  })
  const written: string[] = []
  vi.stubGlobal('history', { pushState: (...[, , url]: string[]) => written.push(url!) })
  const place = { querySelectorAll: () => [], matches: () => false }
  const stage = {
    host: new EventTarget(),
    root: { querySelector: () => place },
    settings: { sync: true, timeline: 'town', filter },
    own: Promise.resolve(own),
    signal: new AbortController().signal,
    filter: [['q', 'sun']] as Pairs,
    load: () => undefined,
  }
  const link = {
    dataset: {},
    getAttribute: () => `https://host.example/timelines/town${query}`,
  } as unknown as HTMLElement
  await moreIn({ ...messages.en.list }).press(stage as unknown as Stage, link)
  return { written, filter: stage.filter }
}

test.each([
  ['a label', '?theme=work&lang=en', [['theme', 'Work']], [['theme', 'work']]],
  ['a month', '?from=2020-02-01', [['from', '2020-02']], [['from', '2020-02-01']]],
  [
    'another order',
    '?actor=li&source=times&members=exclude',
    [
      ['actor', 'li'],
      ['members', 'exclude'],
      ['source', 'times'],
    ],
    [
      ['actor', 'li'],
      ['source', 'times'],
      ['members', 'exclude'],
    ],
  ],
  ['a default', '', [['sort', 'date']], []],
  ['the same words', '?theme=Work&lang=en', [['theme', 'Work']], [['theme', 'work']]],
] as const)(
  'a chosen filter that the attributes have with %s is not in the fragment',
  async (_, query, attributes, own) => {
    expect(await chosen(query, attributes, own)).toEqual({
      written: ['https://site.example/#other?q=b'],
      filter: attributes,
    })
  },
)

test('another filter than that of the attributes is in the fragment', async () => {
  const { written } = await chosen('', [['theme', 'Work']], [['theme', 'work']])
  expect(written).toEqual(['https://site.example/#town?;other?q=b'])
})
