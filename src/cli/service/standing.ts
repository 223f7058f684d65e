// Where a timeline stands before a write: what readers get, or, where they get nothing, what the
// publisher says, which decides in any case.
import { failed, ok, type Result } from '../../domain/result.ts'
import type { Connection } from './connection.ts'
import { isStoreFailure, verdictOf, type ServiceFailure } from './http-call.ts'
import type { EditionReply, EditionTag, PublishReply } from './http-client.ts'
import { say } from '../terminal/speech.ts'

type Reply = Promise<Result<PublishReply, ServiceFailure>>

/** The current edition, which a write replaces. */
export interface Standing {
  /** Null if there was never one. */
  readonly base: number | null
  /** Its content; null if there is none, if it cannot be read, or if the timeline was taken down. */
  readonly kept: EditionReply | null
  /** The current edition if it is there, but cannot be read. */
  readonly unread: EditionTag | null
}

/** An edition as far as it is known: its log entry where it can be read. */
export type KnownEdition = Pick<EditionTag, 'number' | 'removes'>

/** The edition that stands; null if there was never one. */
export const currentOf = ({ base, kept, unread }: Standing): KnownEdition | null => {
  if (kept !== null) return kept.edition
  if (unread !== null) return { number: unread.number }
  return base === null ? null : { number: base, removes: true }
}

const nothing: Standing = { base: null, kept: null, unread: null }

/**
 * Reads the current edition. If readers cannot see it, `probe` tries a write on no edition, whose
 * refusal names it.
 * @example a service whose head is damaged → ok({ base: 3, kept: null, unread: { number: 3, … } })
 */
export async function standingOf(
  { client, hasToken }: Connection,
  timeline: string,
  probe: () => Reply,
): Promise<Result<Standing, ServiceFailure>> {
  const current = await client.edition(timeline)
  if (current.ok && current.value !== null) {
    const { number } = current.value
    const kept = await client.keptEdition(timeline, number)
    if (kept.ok) return ok({ base: kept.value.edition.number, kept: kept.value, unread: null })
    return isStoreFailure(kept.failure)
      ? ok({ base: number, kept: null, unread: current.value })
      : kept
  }
  if (!current.ok && !isHidden(current.failure)) return current
  if (!hasToken) return current.ok ? ok(nothing) : current
  const probed = await probe()
  if (probed.ok) return ok(standingAt(probed.value.edition))
  const isDown = !current.ok && current.failure.type === 'timeline-gone'
  return standingBy(isDown ? { ...probed.failure, isDown } : probed.failure)
}

/** What readers do not get, but the publisher may have. */
const isHidden = (failure: ServiceFailure): boolean =>
  failure.type === 'timeline-gone' || isStoreFailure(failure)

function standingBy(failure: ServiceFailure): Result<Standing, ServiceFailure> {
  const { current } = failure
  if (current !== undefined)
    return ok({
      base: current.number,
      kept: null,
      unread: current.removes === true ? null : current,
    })
  return isWithoutTimeline(failure) ? ok(nothing) : failed(failure)
}

/** Another 404 is of what the probe named, such as an edition. Services of earlier versions name no rule. */
const isWithoutTimeline = (failure: ServiceFailure): boolean =>
  verdictOf(failure) === 404 && (failure.rule ?? 'no-such-timeline') === 'no-such-timeline'

/** The publisher has taken the probe: as a first edition, or for a repetition of that one. */
const standingAt = (number: number | null): Standing =>
  number === null ? nothing : { base: number, kept: null, unread: { number, digest: 'unknown' } }

/** What a command says where differences cannot be shown. */
export const untold = ({ command }: Pick<Connection, 'command'>, timeline: string): string =>
  say().published.untold(command('repair', timeline))
