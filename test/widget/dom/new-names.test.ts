// A name with a blank that the newest edition has added, while the timeline is kept from before it.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { filterText, writePairs } from '../../../src/address/canonical.ts'
import { readClause, resolveNames } from '../../../src/address/filter.ts'
import { everything } from '../../../src/domain/query/event-query.ts'
import { createHeadReader } from '../../../src/edition/head-reader.ts'
import { nextEdition } from '../../../src/edition/next.ts'
import type { EditionReader } from '../../../src/edition/reader.ts'
import { loadList } from '../../../src/widget/api/loaded-list.ts'
import { countPart } from '../../../src/widget/lazy/counts.ts'
import { separateNames } from '../../../src/widget/lazy/names.ts'
import type { ElementSettings } from '../../../src/widget/settings.ts'
import { actor, citation, document, event, source } from '../../support/document.ts'

afterEach(() => void vi.unstubAllGlobals())

const parts = {
  loadNames: async () => separateNames,
  loadCounts: async () => countPart,
}
const settings: Omit<ElementSettings, 'base' | 'filter'> = {
  timeline: 'town-2020',
  language: 'en',
  limit: undefined,
  layout: 'auto',
  level: 2,
  sync: false,
}
let hosts = 0

const before = document()
const after = document({
  themes: [
    ...before.themes,
    { id: 'later', label: { en: 'New theme' }, color: 2 },
    // Names that contain others, which were there before.
    { id: 'phase-2', label: { en: 'Reopening again', fr: 'Second Reopening' }, color: 3 },
  ],
  actors: [...before.actors, actor({ id: 'ms-new', name: { en: 'New actor' } })],
  sources: [...before.sources, source({ id: 'gazette', title: { en: 'New source' } })],
  events: [
    ...before.events,
    event({
      id: 'added',
      themes: ['later'],
      actors: ['ms-new'],
      citations: [citation({ source: 'gazette' })],
    }),
    event({ id: 'both', themes: ['later', 'reopening'], actors: ['ms-new'] }),
    event({ id: 'twice', themes: ['phase-2'] }),
  ],
})

const stamp = { digest: '', instant: 0, by: 'test' }
const first = nextEdition(before, null, stamp).head
const [old, newest] = [first, nextEdition(after, first, stamp).head].map((head) =>
  createHeadReader(head),
) as [EditionReader, EditionReader]

/** What the API answers from an edition, as far as these lists need it. */
async function answered(address: string, reader: EditionReader, many: boolean): Promise<Response> {
  const url = new URL(address)
  const clauses = (name: string) =>
    url.searchParams.getAll(name).flatMap((value) => {
      const clause = readClause(value)
      return clause.ok ? [clause.value] : []
    })
  const named = { themes: clauses('theme'), actors: clauses('actor'), sources: clauses('source') }
  const query = await resolveNames({ ...everything, ...named }, reader.lookUp)
  if (!query.ok) return Response.json({ detail: 'no such name' }, { status: 400 })
  const { timeline, edition } = reader.facts
  const { total, events } = await reader.answer(query.value, { limit: 150, after: null })
  const number = edition.number
  const none = { bins: [], window: {}, undated: {} }
  if (url.pathname.endsWith('/lanes'))
    return Response.json({ edition: number, total: {}, undated: {}, lanes: [], rest: none, none })
  if (!url.pathname.endsWith('/events'))
    return Response.json({ ...timeline, edition: { number, events: many ? 151 : total } })
  return Response.json({
    edition: number,
    total: { value: total, relation: 'eq' },
    setAside: { undated: 0 },
    events: events.map(({ id, citations }) => ({
      id,
      citations,
      date: { earliest: null, latest: null, named: null },
    })),
    links: { self: `${url.origin}${url.pathname}?${filterText(query.value)}` },
  })
}

/**
 * A page on which the timeline was loaded before the publish. `cache` gives what it kept to whoever does not
 * name an edition: the browser's, until it is told otherwise; or one in front of the service, also then.
 */
async function pageFromBefore(cache: 'of the browser' | 'in front', many = false) {
  const asked: string[] = []
  const kept = new Map<string, string>()
  let current = old
  vi.stubGlobal('fetch', async (address: string, { cache: mode }: RequestInit) => {
    const { pathname, search, searchParams } = new URL(address)
    asked.push(pathname.replace('/v1/timelines/town-2020', '') + search)
    const isKept = cache === 'in front' || mode !== 'no-cache'
    const body = isKept ? kept.get(address) : undefined
    if (body !== undefined) return new Response(body)
    const answer = await answered(
      address,
      searchParams.get('edition') === '1' ? old : current,
      many,
    )
    if (answer.ok) kept.set(address, await answer.clone().text())
    return answer
  })
  const base = `https://new-names-${hosts++}.example`
  const show = async (...filter: (readonly [string, string])[]) => {
    const list = await loadList({ ...settings, base, filter }, filter, parts)
    return [list.edition, list.timeline.edition.number, ...list.loaded.map(({ id }) => id)].join()
  }
  await show()
  current = newest
  asked.length = 0
  return { show, asked }
}

describe.each(['of the browser', 'in front'] as const)('with a cache %s', (cache) => {
  test.each([
    [[['theme', 'New theme']], 'added,both'],
    [[['theme', 'new  THEME']], 'added,both'],
    [[['theme', '-New theme']], 'branches-formed,enterprises-reopen,twice'],
    [[['theme', 'New theme,Prevention']], 'added,both,branches-formed'],
    [[['theme', 'Reopening New theme']], 'both'],
    [[['theme', 'New theme -Reopening']], 'added'],
    [[['theme', '-Prevention -New theme']], 'enterprises-reopen,twice'],
    [[['actor', 'New actor']], 'added,both'],
    [[['actor', '-New actor']], 'branches-formed,enterprises-reopen,twice'],
    [[['source', 'New source']], 'added'],
    [[['theme', 'Reopening again']], 'twice'],
    [[['theme', 'Second Reopening']], 'twice'],
    [[['theme', '-Reopening again -New theme']], 'branches-formed,enterprises-reopen'],
    [[['theme', 'Reopening again,Prevention']], 'branches-formed,twice'],
    // A name without a blank is left to the service as it is.
    [[['theme', 'later']], 'added,both'],
  ] as const)('%j shows the events that it names', async (filter, events) => {
    const { show } = await pageFromBefore(cache)
    const [edition, ofTimeline, ...shown] = (await show(...filter)).split(',')
    expect([edition, ofTimeline, shown.toSorted().join()], writePairs(filter)).toEqual([
      '2',
      '2',
      events,
    ])
  })

  test('so does the picture of a timeline of more events than have marks', async () => {
    const { show, asked } = await pageFromBefore(cache, true)
    expect(await show(['theme', 'New theme'])).toMatch(/^2,2,/)
    expect(asked.filter((address) => address.startsWith('/lanes')).at(-1)).toMatch(
      /^\/lanes\?theme=New%20theme/,
    )
  })

  test('a name that no edition has is refused after two more tries', async () => {
    const { show, asked } = await pageFromBefore(cache)
    await expect(show(['theme', 'No such theme'])).rejects.toMatchObject({ status: 400 })
    expect(asked.filter((address) => address.startsWith('/events?theme'))).toEqual([
      '/events?theme=No&theme=such&theme=theme&limit=150&facets=true',
      '/events?theme=No%20such%20theme&limit=150&facets=true',
      '/events?theme=No%20such%20theme&limit=150&facets=true',
    ])
    asked.length = 0
    await expect(show(['theme', 'No Reopening'])).rejects.toMatchObject({ status: 400 })
    expect(asked.filter((address) => address.startsWith('/events?theme'))).toEqual([
      '/events?theme=No&theme=Reopening&limit=150&facets=true',
      '/events?theme=No&theme=Reopening&limit=150&facets=true',
      '/events?theme=No%20Reopening&limit=150&facets=true',
    ])
  })
})
