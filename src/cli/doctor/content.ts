// What the service serves: the list against the newest editions, every kept edition, and what stands
// between the service and its readers.
import * as v from 'valibot'
import { Identifier } from '../../domain/document/identifier.ts'
import { servedLog } from '../../edition/taken.ts'
import { currentCache } from '../../http/headers.ts'
import { doubtOf } from '../publishing/authority.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { isLocal } from '../service/connection.ts'
import { few } from '../terminal/few.ts'
import { observed, type Observation } from './observation.ts'
import { answerAs, isUnseen, type Seen, type Visit } from './visit.ts'

const ListPart = v.object({
  timelines: v.array(v.object({ id: Identifier, edition: v.number() })),
  links: v.optional(v.object({ next: v.optional(v.pipe(v.string(), v.url())) }), {}),
})
const TimelineAnswer = v.object({
  authority: v.optional(v.object({ domain: v.string() })),
  edition: v.object({ number: v.number() }),
})
const LogAnswer = v.object({
  editions: v.array(
    v.object({
      number: v.number(),
      restores: v.exactOptional(v.number()),
      removes: v.exactOptional(v.boolean()),
    }),
  ),
})

interface Listed {
  readonly id: string
  readonly edition: number
}

export async function checkContent(visit: Visit): Promise<readonly Observation[]> {
  const list = await readList(visit)
  const caching = await checkCaching(visit)
  if (!list.ok) {
    const { status } = list.failure
    const listed = isUnseen(list.failure)
      ? observed('failed', 'list', 'notLookedAt', status)
      : observed('failed', 'list', 'unlisted', status, visit.command('repair', '--all'))
    return [listed, ...caching]
  }
  const timelines = list.value
  return [
    observed('passed', 'list', 'listed', timelines.length),
    ...(timelines.length === 0
      ? (['heads', 'copies'] as const).map((check) => observed('skipped', check, 'nothingToLookAt'))
      : await checkTimelines(visit, timelines)),
    ...caching,
    await checkCompression(visit, timelines[0]),
    await checkAuthority(visit, timelines),
  ]
}

/** All of the list; what was seen in its place if it cannot be read. */
async function readList({ look }: Visit): Promise<Result<readonly Listed[], Seen>> {
  const listed = new Map<string, Listed>()
  for (let path: string | null = '/v1/timelines'; path !== null;) {
    const seen: Seen = await look(path)
    const part = answerAs(ListPart, seen)
    if (part === null) return failed(seen)
    const before = listed.size
    for (const one of part.timelines) listed.set(one.id, one)
    const { next } = part.links
    const goesOn = next !== undefined && listed.size > before
    path = goesOn ? `/v1/timelines${new URL(next).search}` : null
  }
  return ok([...listed.values()])
}

async function checkTimelines(
  { look, command }: Visit,
  list: readonly Listed[],
): Promise<readonly Observation[]> {
  const unseen: Record<'heads' | 'copies', Seen[]> = { heads: [], copies: [] }
  const unreadable: string[] = []
  const behind: string[] = []
  const missing: string[] = []
  let copies = 0
  for (const { id, edition } of list) {
    const path = `/v1/timelines/${id}`
    const seen = [await look(path), await look(`${path}/editions`)] as const
    const newest = answerAs(TimelineAnswer, seen[0])
    const log = answerAs(LogAnswer, seen[1])
    if (newest === null || log === null) {
      const silent = seen.filter(isUnseen)
      unseen.heads.push(...silent)
      if (silent.length === 0) unreadable.push(id)
      continue
    }
    if (newest.edition.number !== edition)
      behind.push(`${id} (${edition}, ${newest.edition.number})`)
    for (const { number } of servedLog(log.editions)) {
      // Its copy is read, but not sent.
      const copy = await look(`${path}/editions/${number}`, { method: 'HEAD' })
      if (copy.status === 200) {
        copies++
        continue
      }
      // Only a body says why.
      const why = await look(`${path}/editions/${number}`)
      if (isUnseen(why)) unseen.copies.push(why)
      else missing.push(`${id} ${number}`)
    }
  }
  const repair = command('repair', '--all')
  const notSeen = (check: 'heads' | 'copies'): Observation[] =>
    unseen[check].slice(0, 1).map(({ status }) => observed('failed', check, 'notLookedAt', status))
  const heads = [
    ...notSeen('heads'),
    ...(unreadable.length > 0
      ? [observed('failed', 'heads', 'headsUnreadable', few(unreadable), repair)]
      : []),
    ...(behind.length > 0
      ? [observed('warning', 'heads', 'headsBehind', few(behind), repair)]
      : []),
  ]
  const kept = [
    ...notSeen('copies'),
    ...(missing.length > 0
      ? [observed('failed', 'copies', 'copiesMissing', few(missing), repair)]
      : []),
  ]
  return [
    ...(heads.length > 0 ? heads : [observed('passed', 'heads', 'headsAgree')]),
    ...(kept.length > 0 ? kept : [observed('passed', 'copies', 'copiesThere', copies)]),
  ]
}

async function checkCaching({ look }: Visit): Promise<readonly Observation[]> {
  const first = await look('/v1/timelines?lang=en')
  // Where the store fails, that is said of the list.
  if (first.status !== 200) return []
  const changed = Object.entries({
    'cache-control': currentCache,
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  }).filter(([header, wanted]) => first.headers.get(header) !== wanted)
  const found = changed.map(([header, wanted]) =>
    observed(
      'warning',
      'caching',
      'cachingChanged',
      header,
      wanted,
      first.headers.get(header) ?? '',
    ),
  )
  const etag = first.headers.get('etag') ?? ''
  const again = await look('/v1/timelines?lang=en', { headers: { 'if-none-match': etag } })
  if (isUnseen(again)) return [...found, observed('failed', 'caching', 'notLookedAt', again.status)]
  const { status } = again
  if (status !== 304) found.push(observed('warning', 'caching', 'notConditional', status))
  const other = await look('/v1/timelines?unknown=1')
  if (other.status === 200) found.push(observed('failed', 'caching', 'queryIgnored'))
  return found.length > 0 ? found : [observed('passed', 'caching', 'cachingKept')]
}

/** Characters from which on a text is worth compressing, by far. */
const minLarge = 2_000

async function checkCompression({ look }: Visit, first: Listed | undefined): Promise<Observation> {
  if (first === undefined) return observed('skipped', 'compression', 'nothingToLookAt')
  const path = `/v1/timelines/${first.id}/events.ics`
  const seen = await look(path, { headers: { 'accept-encoding': 'gzip' } })
  if (seen.status !== 200) return observed('failed', 'compression', 'notLookedAt', seen.status)
  const { headers, text } = seen
  // What is small is sent as it is.
  const isLarge = text.length > minLarge
  return headers.has('content-encoding') || !isLarge
    ? observed('passed', 'compression', 'compressed')
    : observed('warning', 'compression', 'notCompressed', path)
}

async function checkAuthority(
  { look, origin }: Visit,
  list: readonly Listed[],
): Promise<Observation> {
  if (isLocal(new URL(origin))) return observed('skipped', 'authority', 'thisMachine')
  if (list.length === 0) return observed('skipped', 'authority', 'nothingToLookAt')
  const found: string[] = []
  for (const { id } of list) {
    const seen = await look(`/v1/timelines/${id}`)
    const newest = answerAs(TimelineAnswer, seen)
    if (newest === null) return observed('failed', 'authority', 'notLookedAt', seen.status)
    const domain = newest.authority?.domain ?? ''
    if (doubtOf(domain, origin) === 'nobody') found.push(`${id} (${domain})`)
  }
  return found.length > 0
    ? observed('warning', 'authority', 'authorityOfExamples', few(found))
    : observed('passed', 'authority', 'authorityHeld')
}
