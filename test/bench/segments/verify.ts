// Random queries over the segment in a folder against the plain meaning of a filter (`matches`), which
// is asked of every event in one pass: nothing holds all events in memory.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TimelineEvent } from '../../../src/domain/document/event.ts'
import type { EventQuery } from '../../../src/domain/query/event-query.ts'
import { matches, sourcesOf } from '../../../src/domain/query/matches.ts'
import { foundUnder, groupsIn } from '../../../src/domain/query/members.ts'
import { inOrderOf } from '../../../src/domain/query/order.ts'
import { searchText } from '../../../src/domain/query/search.ts'
import { foldHan } from '../../../src/domain/text/fold-han.ts'
import { createPackedReader } from '../../../src/edition/packed/packed-reader.ts'
import type { Answer } from '../../../src/edition/reader.ts'
import { revisionsOf, withoutRevisions } from '../../../src/edition/revisions.ts'
import type { SegmentRoot } from '../../../src/edition/segment/parts.ts'
import { randomQuery } from '../../support/synthetic-queries.ts'
import { randomFrom, sizesFor } from '../../support/synthetic.ts'
import { diskSource } from './disk.ts'
import { editionIn, eventsIn } from './events-file.ts'

interface Expected {
  readonly query: EventQuery
  /** The first events in the order of the query. */
  first: TimelineEvent[]
  total: number
  readonly counts: Map<string, number>
}

const limit = 20

/** Prints how many answers were wrong. */
export async function verifyQueries(folder: string, queries: number): Promise<void> {
  const { timeline, edition } = editionIn(folder)
  const root = JSON.parse(readFileSync(join(folder, 'root.json'), 'utf8')) as SegmentRoot
  const random = randomFrom(queries)
  const expected = Array.from({ length: queries }, (): Expected => {
    const query = randomQuery(random, sizesFor(root.events))
    const folded = { ...query, terms: query.terms.map(foldHan) }
    return { query: folded, first: [], total: 0, counts: new Map() }
  })
  const [bare, revised] = [withoutRevisions(timeline), revisionsOf(timeline)]
  const groupsOf = groupsIn(bare.actors)
  for await (const stored of eventsIn(folder)) {
    const event = revised(stored)
    const text = expected.some(({ query }) => query.terms.length > 0)
      ? foldHan(searchText(event, bare))
      : ''
    for (const one of expected)
      if (matches(event, one.query, { textOf: () => text, groupsOf })) take(one, event, groupsOf)
  }
  const base = { root, places: [], drops: [] }
  const rest = { kept: [edition], removed: [], adds: [] }
  const reader = createPackedReader({ timeline, edition, base, ...rest }, diskSource(folder))
  let [wrong, bounds] = [0, 0]
  for (const one of expected) {
    const slice = { limit, after: null }
    const answer = await reader.answer(one.query, slice, { facets: true })
    if (answer.atMost === true) bounds++
    if (isRight(one, answer)) continue
    wrong++
    console.log(`wrong: ${JSON.stringify(one.query)}`)
  }
  console.log(
    `\n${queries} random queries: ${wrong} wrong, ${bounds} with an upper bound for the total`,
  )
  if (wrong > 0) process.exitCode = 1
}

function take(one: Expected, event: TimelineEvent, groupsOf: ReturnType<typeof groupsIn>): void {
  const { query, first, counts } = one
  const order = inOrderOf(query.sort)
  const last = first.at(-1)
  if (first.length < limit || (last !== undefined && order(event, last) < 0))
    one.first = [...first, event].toSorted(order).slice(0, limit)
  one.total++
  const ids = [
    ...event.themes.map((id) => `t${id}`),
    ...foundUnder(event, query, groupsOf).map((id) => `a${id}`),
    ...sourcesOf(event).map((id) => `s${id}`),
  ]
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
}

function isRight({ first, total, counts }: Expected, answer: Answer): boolean {
  const ids = answer.events.map(({ id }) => id)
  const wanted = first.slice(0, answer.atMost === true ? ids.length : limit).map(({ id }) => id)
  if (ids.join() !== wanted.join()) return false
  if (answer.atMost === true) return answer.total >= total
  const { theme, actor, source } = answer.facets
  const found = [
    ...[...theme].map(([id, count]) => [`t${id}`, count] as const),
    ...[...actor].map(([id, count]) => [`a${id}`, count] as const),
    ...[...source].map(([id, count]) => [`s${id}`, count] as const),
  ]
  return (
    answer.total === total &&
    found.length === counts.size &&
    found.every(([id, count]) => counts.get(id) === count)
  )
}
