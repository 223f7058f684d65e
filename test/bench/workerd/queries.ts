// Many different queries on a timeline: more than any memo keeps, the same in every run.
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'

const words = ['复工', '防控', '口罩', '志愿', '企业', 'checkpoint', 'resum', '2020']

/** Query strings with their question mark, all different. */
export function variedQueries(document: TimelineDocument, count: number): string[] {
  const random = randomNumbers(20200313)
  const sometimes = (share: number, make: () => string): string[] =>
    random() < share ? [make()] : []
  const one = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('nothing to choose from')
    return item
  }
  const day = (month: number): string =>
    `2020-${String(month + Math.floor(random() * 2)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
  const queries = new Set<string>()
  while (queries.size < count) {
    const parts = [
      ...sometimes(0.6, () => `theme=${one(document.themes).id}`),
      ...sometimes(0.2, () => `theme=-${one(document.themes).id}`),
      ...sometimes(0.3, () => `actor=${one(document.actors).id}`),
      ...sometimes(0.5, () => `from=${day(1)}`),
      ...sometimes(0.3, () => `to=${day(2)}`),
      ...sometimes(0.1, () => 'undated=include'),
      ...sometimes(0.2, () => `q=${encodeURIComponent(one(words))}`),
      ...sometimes(0.2, () => 'sort=-date'),
      ...sometimes(0.3, () => `limit=${1 + Math.floor(random() * 100)}`),
    ]
    const [from, to] = ['from=', 'to='].map((name) =>
      parts.find((part) => part.startsWith(name))?.slice(name.length),
    )
    const isPossible = from === undefined || to === undefined || from <= to
    if (isPossible && parts.length > 0) queries.add(`?${parts.join('&')}`)
  }
  return [...queries]
}

/** Park and Miller's minimal standard generator, from 0 up to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
