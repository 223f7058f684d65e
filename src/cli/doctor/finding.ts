// What a check has found, with its sentence in any language.
import type { DoctorCheck, DoctorMessages } from '../../messages/tables/doctor.ts'

/** `skipped`: there was nothing to look at. */
export type FindingState = 'passed' | 'warning' | 'failed' | 'skipped'

/** The names of the sentences, which programs can compare. */
export type Reason = Exclude<keyof DoctorMessages, 'checks' | 'summary'>

export interface Finding {
  readonly check: DoctorCheck
  readonly state: FindingState
  readonly reason: Reason
  readonly say: (words: DoctorMessages) => string
}

type Values<Name extends Reason> = DoctorMessages[Name] extends (...values: infer Given) => string
  ? Given
  : []

/** @example finding('failed', 'list', 'unlisted', 503) */
export function finding<const Name extends Reason>(
  state: FindingState,
  check: DoctorCheck,
  reason: Name,
  ...values: Values<Name>
): Finding {
  const say = (words: DoctorMessages): string => {
    const sentence: unknown = words[reason]
    if (typeof sentence === 'string') return sentence
    return (sentence as (...given: readonly unknown[]) => string)(...values)
  }
  return { check, state, reason, say }
}

/** The first few of many names. */
export const few = (names: readonly string[]): string =>
  names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')}, … (${names.length})`
