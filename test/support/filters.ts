// The answers to every kind of filter, compared between two ways in which the same edition is stored.
import { isDeepStrictEqual } from 'node:util'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { wrap } from '../../src/edition/envelope.ts'
import type { EditionEntry } from '../../src/edition/head.ts'
import { nextEdition } from '../../src/edition/next.ts'
import { headKey } from '../../src/store/keys.ts'
import { createMemoryService, createMemoryStorage, type MemoryService } from './memory-service.ts'

/** The same edition, in one value of the store. */
async function plainService(
  document: TimelineDocument,
  { digest, published, by }: Pick<EditionEntry, 'digest' | 'published' | 'by'>,
): Promise<MemoryService> {
  const stamp = { digest, instant: Date.parse(published), by }
  const { head } = nextEdition(document, null, stamp)
  const storage = createMemoryStorage()
  await storage.kv.put(headKey(document.id), await wrap(headKey(document.id), head))
  return createMemoryService({ storage })
}

export interface Page {
  readonly total: { readonly value: number; readonly relation: 'eq' | 'lte' }
  readonly facets?: unknown
  readonly events: readonly { readonly id: string }[]
  readonly links: { readonly next?: string }
}

/** Whatever answers requests: a service in memory, or one on this machine. */
export interface Answering {
  /** `path` begins with a slash. */
  fetch(path: string): Promise<Response>
  /** At an absolute address of its own. */
  at(url: string): Promise<Response>
}

/** The ids of all pages, and what the first page counts. */
async function walk(service: Answering, path: string) {
  const ids: string[] = []
  let first: Page | undefined
  for (let url: string | undefined = path; url !== undefined;) {
    const answer: Response = await (url === path ? service.fetch(url) : service.at(url))
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    const page = (await answer.json()) as Page
    first ??= page
    ids.push(...page.events.map(({ id }) => id))
    url = page.links.next
  }
  return { ids, total: first?.total, facets: first?.facets }
}

/** Of a collection as `researchCollection` makes it: every filter, alone and together. */
export const filtersOfCollection = [
  '',
  'sort=-updated',
  'sort=-date&theme=theme-3',
  'theme=theme-0,theme-4',
  'theme=theme-0&theme=theme-4',
  'theme=-theme-2',
  'actor=office-3',
  'actor=office-3&members=exclude',
  'actor=person-21&theme=theme-5',
  'actor=-office-1&from=1880&to=1890',
  'source=archive-7',
  'source=archive-7&actor=office-2',
  'from=1870-03&to=1870-09',
  'from=1870-03&to=1870-09&match=certain',
  'to=1865',
  'from=1945',
  'q=捐修河工',
  'q=临河 义仓',
  'q=水利&theme=theme-1&from=1900',
  'q=石桥人12',
  'q=查勘',
  'q=没有这样的词',
]

/** Of articles as `datedArticles` makes them. */
export const filtersOfArticles = [
  '',
  'sort=-date',
  'source=article-77',
  'source=article-5,article-6',
  'theme=theme-3&from=2010&to=2012',
  'actor=place-4',
  'actor=place-4&theme=theme-2',
  'actor=-place-0&theme=-theme-1',
  'from=2010-02-03&to=2010-02-03',
  'q=望都',
  'q=白塔 刊印&sort=-date',
]

/** The filters to which a service does not answer as the same edition in one value of the store does. */
export async function wrongFilters(
  service: Answering,
  document: TimelineDocument,
  edition: Pick<EditionEntry, 'digest' | 'published' | 'by'>,
  filters: readonly string[],
): Promise<string[]> {
  const plain = await plainService(document, edition)
  const wrong: string[] = []
  for (const filter of filters) {
    const address = `/v1/timelines/${document.id}/events?${filter}${filter && '&'}facets=true&limit=500`
    const [mine, its] = [
      await walk(service, encodeURI(address)),
      await walk(plain, encodeURI(address)),
    ]
    const isBound = mine.total?.relation === 'lte'
    const isRight =
      isDeepStrictEqual(mine.ids, its.ids) &&
      (isBound || isDeepStrictEqual(mine.facets, its.facets)) &&
      (isBound ? (mine.total?.value ?? 0) >= its.ids.length : mine.total?.value === its.ids.length)
    if (!isRight) wrong.push(filter)
  }
  return wrong
}
