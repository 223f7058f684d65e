// What the form and the chips of the element offer, and how many events each choice has, is what those of
// the page say.
import * as fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { readCanonical, writeFilter } from '../../../src/address/canonical.ts'
import type { Counts } from '../../../src/domain/query/counts.ts'
import { everything } from '../../../src/domain/query/event-query.ts'
import { createHeadReader } from '../../../src/edition/head-reader.ts'
import { nextEdition } from '../../../src/edition/next.ts'
import type { EditionReader } from '../../../src/edition/reader.ts'
import { loadList } from '../../../src/widget/api/loaded-list.ts'
import type { ElementSettings } from '../../../src/widget/settings.ts'
import { documents, queries } from '../../support/timelines.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const settings = {
  timeline: 'town-2020',
  filter: [],
  language: 'en',
  limit: undefined,
  layout: 'compact',
  level: 2,
  sync: false,
} as const

const parts = {
  loadNames: () => Promise.reject(new Error('no blanks')),
  loadCounts: () => Promise.reject(new Error('no picture')),
}

const none = { limit: 0, after: null } as const
const listOf = (counts: Counts) => Array.from(counts, ([id, count]) => ({ id, count }))

/** What the API answers, as far as the element reads it. */
const answering = (reader: EditionReader) => async (address: string) => {
  const url = new URL(address)
  const isList = url.pathname.endsWith('/events')
  const query = isList ? readCanonical([...url.searchParams]) : everything
  const { total, facets } = await reader.answer(query, none, { facets: true })
  const { theme, actor, source } = facets
  const { timeline, edition } = reader.facts
  const counted = <Part extends { readonly id: string }>(all: readonly Part[], counts: Counts) =>
    all.map((part) => ({ ...part, count: counts.get(part.id) ?? 0 }))
  return Response.json(
    isList
      ? {
          edition: edition.number,
          total: { value: total, relation: 'eq' },
          setAside: { undated: 0 },
          events: [],
          facets: {
            theme: listOf(theme),
            actor: listOf(actor),
            source: listOf(source),
            monthRest: { undated: 0 },
          },
          links: { self: address },
        }
      : {
          ...timeline,
          edition: { ...edition, events: total },
          themes: counted(timeline.themes, theme),
          actors: counted(timeline.actors, actor),
          sources: counted(timeline.sources, source),
        },
  )
}

test('the element counts every choice as the page does', async () => {
  let hosts = 0
  await fc.assert(
    fc.asyncProperty(documents, queries, async (document, query) => {
      const stamp = { digest: '', instant: 0, by: 'test' }
      const reader = createHeadReader(nextEdition(document, null, stamp).head)
      vi.stubGlobal('fetch', answering(reader))
      // Answers are kept by their address.
      const own: ElementSettings = { ...settings, base: `https://host-${hosts++}.example` }
      const { choices } = await loadList(own, writeFilter(query), parts)
      const answer = await reader.answer(query, none, { choices: true })
      expect(choices).toEqual(answer.choices)
    }),
  )
})
