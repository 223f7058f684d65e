// What is wrong with a part that somebody uploads.
import { broken, type BrokenRule, type PlainRule } from '../../domain/broken-rule.ts'

/** A fault of a part, or of a line or a value in it. */
export interface PartProblem {
  /** JSON Pointer: the name of the part without its segment, the line from 0, a place in the event. */
  readonly pointer: string
  readonly broken: BrokenRule
}

/** Thrown while a part is checked. */
export class BadPart extends Error {
  readonly problems: readonly PartProblem[]

  constructor(problems: readonly PartProblem[]) {
    super(problems.map(({ pointer, broken: { rule } }) => `${pointer} ${rule}`).join(', '))
    this.problems = problems
  }
}

/** @example badPart('e0', 'part-checksum') → BadPart of { pointer: '/e0', … } */
export const badPart = (part: string, rule: PlainRule, line?: number): BadPart =>
  new BadPart([
    { pointer: `/${part}${line === undefined ? '' : `/${line}`}`, broken: broken(rule) },
  ])
