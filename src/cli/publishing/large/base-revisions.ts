// When the events of the edition that stands appeared and last changed: what a later one does not change
// keeps it. Held in memory by id, with a digest of each content.
import type { StoredEvent } from '../../../domain/document/event.ts'
import type { EarlyRevision, Revision } from '../../../domain/document/revision.ts'
import type { TimelineDocument } from '../../../domain/document/timeline.ts'
import { failed, ok, type Result } from '../../../domain/result.ts'
import { eventCompiler, type EventContent } from '../../../edition/compile.ts'
import { eventsOfPart } from '../../../edition/segment/lines.ts'
import { DamagedPart } from '../../../edition/segment/parts.ts'
import type { ServiceFailure } from '../../service/http-call.ts'
import type { EditionReply, ServiceClient } from '../../service/http-client.ts'
import { readKeptDocument } from '../../changes/comparison.ts'
import type { GrantedLease } from '../../service/segment-client.ts'
import { tellParts } from '../../terminal/progress.ts'
import { say } from '../../terminal/speech.ts'
import { shortHashOf } from './content-digest.ts'
import type { RevisionsOf } from './pack-events.ts'

/** When an event appeared and last changed. */
interface History {
  readonly first: EarlyRevision
  readonly changed: Revision
}

/** An event of an edition. */
export interface Known {
  readonly content: string
  /** Null if only the lease tells. */
  readonly history: History | null
}

/** What is known of the events of an edition. */
export interface BaseEvents {
  readonly language: string
  readonly timeZone: string
  readonly events: ReadonlyMap<string, Known>
}

/** Null where this program cannot read the edition; `damaged` if it is not what was published. */
export async function baseEvents(
  client: ServiceClient,
  timeline: string,
  kept: EditionReply,
): Promise<Result<BaseEvents | null, ServiceFailure | 'damaged'>> {
  try {
    return await readEvents(client, timeline, kept)
  } catch (error) {
    if (error instanceof DamagedPart) return failed('damaged')
    throw error
  }
}

async function readEvents(
  client: ServiceClient,
  timeline: string,
  kept: EditionReply,
): Promise<Result<BaseEvents | null, ServiceFailure>> {
  const { uploaded, document, edition } = kept
  const frame = readKeptDocument(uploaded?.document ?? document ?? {})
  if (!frame.ok) return ok(null)
  const events = new Map<string, Known>()
  const note = noteInto(events)
  if (uploaded !== undefined) {
    const drops = new Set(uploaded.drops)
    const tell = tellParts()
    let ordinal = 0
    for (let number = 0; number < uploaded.parts.e; number++) {
      const part = await client.segments.part(timeline, edition.number, `e${number}`)
      if (!part.ok) return failed(part.failure)
      const text = new TextDecoder().decode(part.value)
      const eventAt = eventsOfPart(`${uploaded.segment}/e${number}`, ordinal, text)
      for (let left = text.split('\n').length - 1; left > 0; left--, ordinal++)
        if (!drops.has(ordinal)) note(eventAt(ordinal))
      tell(number + 1, uploaded.parts.e)
    }
  }
  const compile = eventCompiler(frame.value)
  for (const event of frame.value.events)
    events.set(event.id, { content: shortHashOf(compile(event)), history: null })
  const { language, timeZone } = frame.value
  return ok({ language, timeZone, events })
}

/** Notes events as they are stored. Few differ in their histories, which are kept once each. */
export function noteInto(events: Map<string, Known>): (event: StoredEvent) => void {
  const histories = new Map<string, History>()
  return ({ position: _position, first, changed, ...content }) => {
    const key = JSON.stringify([first, changed])
    const history = histories.get(key) ?? { first, changed }
    histories.set(key, history)
    events.set(content.id, { content: shortHashOf(content), history })
  }
}

/** How an event of a new edition relates to the one before. */
export type EventChange = 'added' | 'changed' | 'same'

/** `ground`: what is shown of every event depends on its language and time zone. */
export function eventChangeFrom(
  base: BaseEvents | null,
  ground: Pick<TimelineDocument, 'language' | 'timeZone'>,
  content: EventContent,
): EventChange {
  const known = base?.events.get(content.id)
  if (base === null || known === undefined) return 'added'
  const isSame =
    base.language === ground.language &&
    base.timeZone === ground.timeZone &&
    known.content === shortHashOf(content)
  return isSame ? 'same' : 'changed'
}

/** Fails where nobody tells the history of an event that was there before. */
export function revisionsFrom(
  frame: Pick<TimelineDocument, 'language' | 'timeZone'>,
  base: BaseEvents | null,
  { edition, instant, revisions }: GrantedLease,
): Result<RevisionsOf, ServiceFailure> {
  const told = new Map(revisions.map(({ id, first, changed }) => [id, { first, changed }]))
  for (const [id, { history }] of base?.events ?? [])
    if (history === null && !told.has(id))
      return failed({
        status: 0,
        title: say().large.noRevisions(edition - 1),
        detail: null,
        faults: [],
      })
  const at = { edition, instant }
  return ok((content) => {
    const history = base?.events.get(content.id)?.history ?? told.get(content.id)
    if (history === undefined) return { first: at, changed: at }
    const { first, changed } = history
    return { first, changed: eventChangeFrom(base, frame, content) === 'same' ? changed : at }
  })
}
