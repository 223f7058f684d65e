import type { Pairs } from '../../address/canonical.ts'

/** Whether an attribute may hold several names, or one with a blank in it (lazy/names.ts). */
export const isSpaced = ([name, value]: Pairs[number]): boolean =>
  /^(?:theme|actor|source)$/.test(name) && /\s/.test(value)
