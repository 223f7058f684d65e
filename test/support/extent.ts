// How much is tried of what has many like cases: some in `npm test`, all with ALL_CASES=1.
export const isFull = process.env['ALL_CASES'] === '1'

/** All cases, or of each `step` like ones the first. */
export const sampled = <Case>(cases: readonly Case[], step: number): readonly Case[] =>
  isFull ? cases : cases.filter((_, index) => index % step === 0)
