// Whatever narrows a view stands on it in words, each with a link that removes just that.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCanonical, writeFilter } from '../../src/address/canonical.ts'
import { countTimes } from '../../src/domain/query/counts.ts'
import { everything, type Clause, type EventQuery } from '../../src/domain/query/event-query.ts'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { conditionsOf, type Narrowing } from '../../src/messages/conditions.ts'
import { messages } from '../../src/messages/languages.ts'
import { renderEmbedCodePage } from '../../src/page/embed-code.ts'
import { renderSubscribePage } from '../../src/page/subscribe.ts'
import { timeline, timelineEvent } from '../support/feed.ts'
import { renderEmbedPage, renderEventPage, renderTimelinePage } from '../support/rendered.ts'

const publicUrl = 'https://timelines.example'
const speech = { ui: 'en', content: 'en', inAddress: true } as const
const widget = { url: '/widget/1.0.0/event-timeline.js', integrity: 'sha384-x' }
const path = '/timelines/town-2020'

const viewOf = ({ query, pinnedEdition }: Narrowing) => ({
  publicUrl,
  speech,
  timeline: timeline(),
  edition: { number: 3, published: '2026-10-01T08:30:00Z' },
  pinnedEdition,
  query,
  events: [timelineEvent()],
  total: 1,
  setAside: 0,
  choices: { theme: new Map(), all: 1, actor: new Map(), source: new Map() },
  times: countTimes([]),
  resting: new Map(),
  formats: [],
  continued: false,
})

const calendar = { octets: 900, events: 1, leftOut: 0, heldBack: 0, tooLarge: 0, unread: 0 }

/** Each surface, the address of its own view, and whether it can show an older edition. */
const surfaces: Readonly<
  Record<string, readonly [page: string, pinnable: boolean, (view: Narrowing) => string]>
> = {
  page: [path, true, (narrowing) => renderTimelinePage(viewOf(narrowing))],
  frame: [`${path}/embed`, true, (narrowing) => renderEmbedPage(viewOf(narrowing))],
  subscribe: [
    `${path}/subscribe`,
    false,
    ({ query }) => renderSubscribePage({ ...viewOf({ query }), calendar }),
  ],
  embedCode: [
    `${path}/embed-code`,
    false,
    ({ query }) => renderEmbedCodePage({ ...viewOf({ query }), layout: 'auto', widget }),
  ],
}

const clause = (...ids: string[]): fc.Arbitrary<Clause> =>
  fc.record({ any: fc.subarray(ids, { minLength: 1 }), exclude: fc.boolean() })
const narrowing: fc.Arbitrary<Narrowing> = fc.record({
  query: fc.record<EventQuery>({
    themes: fc.array(clause('prevention', 'reopening'), { maxLength: 2 }),
    actors: fc.array(clause('committee', 'li-ming'), { maxLength: 2 }),
    sources: fc.array(clause('town-news', 'report'), { maxLength: 2 }),
    members: fc.constantFrom('include', 'exclude'),
    window: fc.record({
      from: fc.constantFrom(null, 18_000),
      to: fc.constantFrom(null, 18_100),
      match: fc.constantFrom('possible', 'certain'),
      undated: fc.constantFrom('exclude', 'include'),
    }),
    terms: fc.subarray(['口罩', 'a&b']),
    sort: fc.constantFrom('date', '-date', '-updated'),
  }),
  pinnedEdition: fc.constantFrom(undefined, 2),
})

const names = {
  actors: [],
  theme: (id: string) => id,
  actor: (id: string) => id,
  titleOfSource: (id: string) => id,
}

/** The links that remove a condition: the words, and the view behind the link. */
function removals(
  page: string,
): { words: string; at: string; left: EventQuery; edition: string | null }[] {
  const { 1: row = '' } = /<p class="conditions"[^>]*>(.*?)<\/p>/.exec(page) ?? []
  return [...row.matchAll(/<a class="chip"[^>]* href="([^"]*)"[^>]*>(.*?)<\/a>/g)].map(
    ([, href = '', markup = '']) => {
      const { pathname, searchParams } = new URL(href.replaceAll('&amp;', '&'), publicUrl)
      return {
        words: markup.replaceAll(/<span (?:class|aria)[^>]*>.*?<\/span>|<[^>]*>/g, ''),
        at: pathname,
        left: readCanonical([...searchParams]),
        edition: searchParams.get('edition'),
      }
    },
  )
}

const without = <Thing>(all: readonly Thing[], some: readonly Thing[]) => {
  const left = [...some]
  return all.filter((one) => {
    const i = left.indexOf(one)
    if (i < 0) return true
    left.splice(i, 1)
    return false
  })
}

describe('the conditions of a view', () => {
  test('are as many as remove everything one by one, in every language [fault 2.2]', () => {
    fc.assert(
      fc.property(narrowing, fc.constantFrom(...uiLanguages), (view, ui) => {
        let left = view
        for (let step = 0; ; step++) {
          const [first, ...others] = conditionsOf(left, names, messages[ui].list.queries)
          if (!first) break
          expect(step).toBeLessThan(14)
          expect(first.words.every((part) => part !== '')).toBe(true)
          const after = conditionsOf(first.without, names, messages[ui].list.queries)
          expect(after.map(({ words }) => words)).toEqual(others.map(({ words }) => words))
          left = first.without
        }
        expect(writeFilter(left.query)).toEqual([])
        expect(left.pinnedEdition).toBeUndefined()
      }),
    )
  })

  test.each(Object.keys(surfaces))('stand on the %s, each with its way out [fault 2.2]', (name) => {
    const [own, pinnable, print] = surfaces[name]!
    fc.assert(
      fc.property(narrowing, ({ query, pinnedEdition }) => {
        const view = pinnable ? { query, pinnedEdition } : { query }
        const page = print(view)
        const found = removals(page)
        const pairs = writeFilter(query).map(String)
        const isTheme = /^theme,[a-z]+$/.test(pairs.join(' ')) && view.pinnedEdition === undefined
        const windows = query.window.from !== null && query.window.to !== null ? 1 : 0
        const parts = pairs.length - windows + Math.max(0, query.terms.length - 1)
        const expected = parts + (view.pinnedEdition === undefined ? 0 : 1)
        // One theme alone is what its chip shows.
        const shown = isTheme && found.length === 0 ? 1 : found.length
        expect(shown).toBe(expected)
        for (const { at, left, edition } of found) {
          expect(at).toBe(own)
          const gone = without(pairs, writeFilter(left).map(String))
          const isEdition = edition === null && view.pinnedEdition !== undefined
          expect(gone.length + (isEdition ? 1 : 0)).toBeGreaterThan(0)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('name an excluded theme, which no chip marks as chosen [fault 2.2]', () => {
    const query = readCanonical([['theme', '-prevention']])
    const page = renderTimelinePage(viewOf({ query }))
    expect(removals(page)).toEqual([
      { words: 'without Prevention', at: path, left: everything, edition: null },
    ])
    expect(page).not.toMatch(/theme=prevention"[^>]*aria-current/)
    expect(/<title>(.*?)<\/title>/.exec(page)?.[1]).toBe('The town · without Prevention')
  })

  test('tell which of them have no effect, and leave these out of titles [fault 2.2]', () => {
    const told = (...pairs: [string, string][]) => {
      const page = renderTimelinePage(viewOf({ query: readCanonical(pairs) }))
      const title = /<title>The town(?: · )?(.*?)<\/title>/.exec(page)?.[1]
      return [title, ...removals(page).map(({ words }) => words)]
    }
    const days: [string, string] = ['from', '2020-02-01']
    const [certain, undated] = [
      'only events that certainly happened or went on within the chosen days',
      'with events that have no date',
    ]
    const idle = (words: string) => `${words} (no effect here)`
    expect(told(['match', 'certain'])).toEqual(['', idle(certain)])
    expect(told(['match', 'certain'], days).slice(2)).toEqual([certain])
    expect(told(['undated', 'include'])).toEqual(['', idle(undated)])
    expect(told(['undated', 'include'], days).slice(2)).toEqual([undated])
    expect(told(['undated', 'include'], ['match', 'certain'], days).slice(2)).toEqual([
      certain,
      idle(undated),
    ])
    expect(told(['members', 'exclude'])).toEqual(['', idle('without members of groups')])
  })

  test('stand on the page of an event: its edition', () => {
    const view = {
      ...viewOf({ query: everything, pinnedEdition: 2 }),
      event: timelineEvent(),
      resting: new Map<string, number>(),
      jsonLd: '{}',
      formats: [],
    }
    const page = renderEventPage(view)
    expect(removals(page)).toMatchObject([{ words: 'edition 2', edition: null }])
    expect(page.includes('href="/timelines/town-2020?lang=en&amp;edition=2"')).toBe(true)
  })
})
