// The same questions as addresses of a service: pages by their cursors, the total and the counts.
import { isDeepStrictEqual } from 'node:util'
import { filterText } from '../../../src/address/canonical.ts'
import { readCursor, writeCursor } from '../../../src/address/cursor.ts'
import type { EditionReader } from '../../../src/edition/reader.ts'
import { answered } from '../local.ts'
import { isTooShort, type Judge } from './judge.ts'
import type { Expected } from './oracle.ts'

interface Page {
  readonly total: { readonly value: number; readonly relation: 'eq' | 'lte' }
  readonly setAside: { readonly undated: number }
  readonly events: readonly { readonly id: string }[]
  readonly facets?: Readonly<Record<Kind, readonly { id: string; count: number }[]>> & {
    readonly monthRest: { readonly window: number; readonly undated: number }
  }
  readonly links: { readonly next?: string }
}

type Kind = 'theme' | 'actor' | 'source' | 'month' | 'window'
const kinds: readonly Kind[] = ['theme', 'actor', 'source', 'month', 'window']

/** A reader of the same edition says what a cursor of a deep page holds; without it, none is asked. */
export const judgeService =
  (origin: string, timeline: string, reader?: EditionReader): Judge =>
  async (expected) => {
    const { query, limit, counted } = expected.question
    const options = `limit=${limit}&facets=${String(counted.facets === true)}`
    const events = `${origin}/v1/timelines/${timeline}/events`
    const url = `${events}?${[filterText(query), options].filter(Boolean).join('&')}`
    const response = await answered(url)
    const body = await response.text()
    if (response.status !== 200) {
      const isTold = response.status === 400 && body.includes('query-too-broad')
      if (isTold && isTooShort(expected.question)) return 'too broad'
      return { wrong: `${response.status} ${url}: ${body}` }
    }
    const first = JSON.parse(body) as Page
    const isBound = first.total.relation === 'lte'
    const wrong =
      wrongCounts(expected, first, isBound) ??
      (await wrongPages(first, expected, { origin, reader }))
    if (wrong !== null) return { wrong: `${wrong} ${url}` }
    return isBound ? 'bound' : 'exact'
  }

/** The first page, or a deep one behind it; then the one that follows. */
async function wrongPages(
  first: Page,
  expected: Expected,
  { origin, reader }: { readonly origin: string; readonly reader: EditionReader | undefined },
): Promise<string | null> {
  const { question, total } = expected
  const isBound = first.total.relation === 'lte'
  const check = (page: Page, from: number): string | null => {
    const ids = page.events.map(({ id }) => id)
    const wanted = expected.page(from, isBound ? ids.length : question.limit).map(({ id }) => id)
    if (ids.join() !== wanted.join()) return `events from ${from}`
    const isLast = from + ids.length >= total
    if (isBound || (page.links.next === undefined) === isLast) return null
    return `next after ${from + ids.length} of ${total}`
  }
  let wrong = check(first, 0)
  if (wrong !== null) return wrong
  let [page, from] = [first, 0]
  const skip = isBound ? 0 : Math.floor(question.depth * total)
  if (skip > question.limit && reader !== undefined) {
    page = await pageAt(origin, await deepCursor(first, skip, expected, reader))
    from = skip
    wrong = check(page, from)
  }
  const { next } = page.links
  return (
    wrong ??
    (next === undefined ? null : check(await pageAt(origin, next), from + page.events.length))
  )
}

/** Links name the public address of the service. */
async function pageAt(origin: string, link: string): Promise<Page> {
  const { pathname, search } = new URL(link)
  const answer = await answered(`${origin}${pathname}${search}`)
  if (answer.status !== 200) throw new Error(`${answer.status} ${link}`)
  return (await answer.json()) as Page
}

/** The link of the first page, with the cursor of another one. */
async function deepCursor(
  first: Page,
  skip: number,
  { question }: Expected,
  reader: EditionReader,
): Promise<string> {
  const url = new URL(first.links.next ?? '')
  const cursor = readCursor(url.searchParams.get('cursor') ?? '')
  const before = await reader.stream?.(question.query, { after: null, limit: 1, skip: skip - 1 })
  if (!cursor.ok || before === undefined || before.next === null) throw new Error(url.href)
  url.searchParams.set('cursor', writeCursor({ ...cursor.value, after: before.next }))
  return url.href
}

function wrongCounts(
  { total, setAside, facets, question }: Expected,
  given: Page,
  isBound: boolean,
): string | null {
  const agrees = (own: number, wanted: number): boolean =>
    isBound ? own >= wanted : own === wanted
  if (!agrees(given.total.value, total)) return 'total'
  if (!agrees(given.setAside.undated, setAside)) return 'set aside'
  if (question.counted.facets !== true) return null
  const { facets: counts } = given
  if (counts === undefined) return 'no counts'
  for (const kind of kinds) {
    const own = new Map(counts[kind].map(({ id, count }) => [id, count]))
    const isRight = isBound
      ? [...facets[kind]].every(([id, count]) => (own.get(id) ?? 0) >= count)
      : isDeepStrictEqual(own, facets[kind])
    if (!isRight) return `counts by ${kind}`
  }
  return agrees(counts.monthRest.undated, facets.undated) ? null : 'undated'
}
