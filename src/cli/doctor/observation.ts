// What a check has found, with its sentence in any language.
import type { DoctorMessages } from '../../messages/en/terminal/doctor.ts'

export type DoctorCheck = keyof DoctorMessages['checks']

/** `skipped`: there was nothing to look at. */
export type LookState = 'passed' | 'warning' | 'failed' | 'skipped'

/** The names of the sentences, which programs can compare. */
export type Sentence = Exclude<keyof DoctorMessages, 'checks' | 'summary'>

export interface Observation {
  readonly check: DoctorCheck
  readonly state: LookState
  readonly reason: Sentence
  readonly say: (words: DoctorMessages) => string
}

type Values<Name extends Sentence> = DoctorMessages[Name] extends (...values: infer Given) => string
  ? Given
  : []

/** @example observed('failed', 'list', 'unlisted', 503) */
export function observed<const Name extends Sentence>(
  state: LookState,
  check: DoctorCheck,
  reason: Name,
  ...values: Values<Name>
): Observation {
  const say = (words: DoctorMessages): string => {
    const sentence: unknown = words[reason]
    if (typeof sentence === 'string') return sentence
    return (sentence as (...given: readonly unknown[]) => string)(...values)
  }
  return { check, state, reason, say }
}
