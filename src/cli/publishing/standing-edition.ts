// What a publish says of the edition that stands: its name, and why nothing is published over it.
import { reportMessages } from '../../messages/report.ts'
import { endedWith, type CommandResult } from '../outcome.ts'
import { editionName } from '../service/kept.ts'
import { currentOf, type Standing } from '../service/standing.ts'
import { say } from '../terminal/speech.ts'
import { otherwise, type PublishFlags } from './task.ts'

/** True if the edition that stands took the timeline down. */
export const isTakenDown = ({ base, kept, unread }: Standing): boolean =>
  base !== null && kept === null && unread === null

export const standingName = ({ base, kept, unread }: Standing): string =>
  kept !== null
    ? editionName(kept.edition)
    : unread !== null
      ? say().editionAlone(unread.number)
      : base === null
        ? say().published.first
        : say().published.takenDownWith(base)

/** What is to be published. */
interface Published {
  readonly flags: PublishFlags
  readonly timeline: string
  readonly file: string
}

/** Null unless the timeline was taken down, and nobody can be asked whether it is meant to come back. */
export function takenDown(
  { flags, timeline, file }: Published,
  standing: Standing,
): CommandResult | null {
  const { onto, yes, dryRun } = flags
  const { base } = standing
  if (base === null || !isTakenDown(standing)) return null
  const isMeant = onto === undefined ? yes !== true || dryRun === true : onto >= base
  if (isMeant) return null
  const words = reportMessages[flags.lang].merge.takenDown({ timeline, number: base })
  const title = say().because(otherwise(), words)
  return {
    ending: 'conflict',
    text: say().conflict(title),
    json: {
      title,
      timeline,
      file,
      base: onto ?? null,
      current: currentOf(standing),
      changes: null,
    },
  }
}

/** Null unless the edition of `--onto` is newer than the newest that the service shows. */
export function notFound(
  { flags, timeline }: Pick<Published, 'flags' | 'timeline'>,
  newest: number | null,
): CommandResult | null {
  const { onto, lang } = flags
  if (onto === undefined || onto <= (newest ?? 0)) return null
  const words = reportMessages[lang].merge.notFound({ timeline, edition: onto, newest })
  return endedWith('absent', say().because(otherwise(), words))
}
