// What a large document changes of the edition that stands, where that is little: edits are sent in place of
// everything (docs/api.md, "Edits"). Events are compared as they were written.
import type { ChangeCounts } from '../../../domain/document/changes.ts'
import { compareDates, type OrderKey } from '../../../domain/query/order.ts'
import { failed, ok, type Result } from '../../../domain/result.ts'
import { canonicalJson } from '../../../edition/digest.ts'
import { editableTexts, movedGround, type Edits, type Ground } from '../../../edition/edits.ts'
import { DamagedPart } from '../../../edition/segment/parts.ts'
import { maxEditLength, maxEdits } from '../../../edition/segment/overlay.ts'
import { authoredLines } from '../../../edition/upload/authored.ts'
import { BadPart } from '../../../edition/upload/part-problem.ts'
import type { EditionReply, ServiceClient, UploadedEdition } from '../../service/http-client.ts'
import type { ServiceFailure } from '../../service/http-call.ts'
import { tellParts } from '../../terminal/progress.ts'
import { shortHashOf } from './content-digest.ts'
import type { PreparedDocument } from './prepare.ts'

export interface FewEdits {
  readonly edits: Edits
  /** Of events, parts and texts that are sent. */
  readonly size: number
  readonly counts: ChangeCounts
}

/** An event of the edition that stands. */
interface Written {
  /** Of what its author wrote. */
  readonly content: string
  readonly date: string
  /** By which events of one date are ordered; null where that is not known. */
  readonly rank: number | null
  readonly isInSegment: boolean
}

/**
 * Null where edits cannot say it: too much differs, events of one date change places, or the edition was
 * not uploaded in parts.
 * @example await fewEdits(client, prepared, edition 7 of 100,000 events) → ok({ edits: { put: [one] }, … })
 */
export async function fewEdits(
  client: ServiceClient,
  prepared: PreparedDocument,
  { uploaded, edition }: EditionReply,
): Promise<Result<FewEdits | null, ServiceFailure>> {
  if (uploaded === undefined) return ok(null)
  const { events: _none, ...frame } = uploaded.document
  const parts = editsOfFrame(frame, prepared.content)
  if (parts === null) return ok(null)
  const timeline = prepared.frame.id
  const written = await writtenEvents(client, { timeline, number: edition.number }, uploaded)
  if (!written.ok) return written
  return ok(written.value && (await compared(prepared, parts, { events: written.value, uploaded })))
}

interface Dated {
  readonly id: string
  readonly date?: unknown
  readonly kind?: unknown
}

const dateOf = ({ date, kind }: Dated): string => JSON.stringify([date, kind])

/** Null where they arrive damaged. */
async function writtenEvents(
  client: ServiceClient,
  { timeline, number }: { readonly timeline: string; readonly number: number },
  { segment, parts, drops, document: { events: edits = [] } }: UploadedEdition,
): Promise<Result<Map<string, Written> | null, ServiceFailure>> {
  const events = new Map<string, Written>()
  const dropped = new Set(drops)
  const replaced = new Map<string, { readonly date: string; readonly rank: number }>()
  // Many events have the same date, which is kept once.
  const dates = new Map<string, string>()
  const tell = tellParts()
  let rank = 0
  try {
    for (let part = 0; part < parts.a; part++) {
      const stored = await client.segments.part(timeline, number, `a${part}`)
      if (!stored.ok) return failed(stored.failure)
      for (const line of await authoredLines(`${segment}/a${part}`, stored.value)) {
        const event = JSON.parse(line) as Dated
        const told = dateOf(event)
        const date = dates.get(told) ?? told
        dates.set(date, date)
        if (dropped.has(rank)) replaced.set(event.id, { date, rank })
        else events.set(event.id, { content: shortHashOf(event), date, rank, isInSegment: true })
        rank++
      }
      tell(part + 1, parts.a)
    }
  } catch (error) {
    if (error instanceof DamagedPart || error instanceof BadPart) return ok(null)
    throw error
  }
  for (const event of edits as Dated[]) {
    const before = replaced.get(event.id)
    const date = dateOf(event)
    // One that was redated stands among others by its place in the document.
    const own = before === undefined ? rank++ : before.date === date ? before.rank : null
    events.set(event.id, { content: shortHashOf(event), date, rank: own, isInSegment: false })
  }
  return ok(events)
}

interface StandingEvents {
  /** Those that are found are taken out. */
  readonly events: Map<string, Written>
  readonly uploaded: UploadedEdition
}

async function compared(
  { sorter }: PreparedDocument,
  parts: PartEdits,
  { events, uploaded }: StandingEvents,
): Promise<FewEdits | null> {
  const put: { readonly position: number; readonly event: Dated }[] = []
  let [added, fromSegment, length] = [0, 0, 0]
  let before: { readonly when: OrderKey['when']; readonly rank: number | null } | null = null
  for await (const { line, position, when } of sorter.sorted()) {
    const event = JSON.parse(line) as Dated
    const known = events.get(event.id)
    events.delete(event.id)
    const rank = known === undefined ? Infinity : known.date === dateOf(event) ? known.rank : null
    if (before !== null && compareDates(before.when, when) === 0 && !follows(before.rank, rank))
      return null
    before = { when, rank }
    if (known?.content === shortHashOf(event)) continue
    put.push({ position, event })
    length += line.length
    if (known === undefined) added++
    if (known?.isInSegment === true) fromSegment++
    if (put.length > maxEdits || length > maxEditLength) return null
  }
  const gone = [...events]
  const inSegment = gone.filter(([, { isInSegment }]) => isInSegment).length
  const edited = new Set([
    ...((uploaded.document.events ?? []) as Dated[]).map(({ id }) => id),
    ...put.map(({ event }) => event.id),
  ])
  for (const [id] of gone) edited.delete(id)
  if (edited.size + uploaded.drops.length + fromSegment + inSegment > maxEdits) return null
  const sent = put.toSorted((a, b) => a.position - b.position).map(({ event }) => event)
  const edits = {
    ...(sent.length > 0 && { put: sent }),
    ...(gone.length > 0 && { drop: gone.map(([id]) => id) }),
    ...parts.edits,
  }
  const counts = {
    added,
    changed: put.length - added,
    withdrawn: 0,
    removed: gone.length,
    parts: parts.size,
  }
  return { edits, size: put.length + gone.length + parts.size, counts }
}

/** Of two events of one date: new ones come last, and those that were there keep their order. */
const follows = (before: number | null, rank: number | null): boolean =>
  before !== null && rank !== null && before <= rank

interface PartEdits {
  readonly edits: Pick<Edits, 'themes' | 'actors' | 'sources' | 'texts'>
  readonly size: number
}

type Fields = Readonly<Record<string, unknown>>

const lists = ['themes', 'actors', 'sources'] as const

/** Null where edits cannot say it. */
function editsOfFrame(before: Fields, after: object): PartEdits | null {
  const now = after as Fields
  if (movedGround(before as unknown as Ground, after as Ground).length > 0) return null
  const edits: Record<string, unknown> = {}
  let size = 0
  for (const list of lists) {
    const changed = partsChanged(before[list] as readonly Part[], now[list] as readonly Part[])
    if (changed === null) return null
    if (changed.length > 0) edits[list] = changed
    size += changed.length
  }
  const texts: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) {
    if (name === 'events' || name === '$schema' || (lists as readonly string[]).includes(name))
      continue
    if (isEqual(before[name], now[name])) continue
    if (!(editableTexts as readonly string[]).includes(name)) return null
    texts[name] = now[name] ?? null
    size++
  }
  return { edits: { ...edits, ...(Object.keys(texts).length > 0 && { texts }) }, size }
}

const isEqual = (a: unknown, b: unknown): boolean => canonicalJson([a]) === canonicalJson([b])

interface Part {
  readonly id: string
}

/** Null unless all that were there stand in their order, and new ones behind them. */
function partsChanged(before: readonly Part[], now: readonly Part[]): readonly Part[] | null {
  const isInPlace = before.every(({ id }, index) => now[index]?.id === id)
  return isInPlace ? now.filter((part, index) => !isEqual(part, before[index])) : null
}
