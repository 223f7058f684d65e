// Why no test notices a mutant, by where it is. The first that fits is told.
import type { Mutant } from './mutants.ts'

type Reason = readonly [fits: RegExp, why: string]

const untold = 'Not looked into yet:'

const reasons: readonly Reason[] = [
  [
    /^src\/markup\/xml\.ts:\d+ \/.*→ legal\.replace/s,
    'The same text, only slower: the condition saves a copy of texts that need nothing:',
  ],
  [
    /^src\/domain\/date\/instant\.ts:(?:79|8[0-2]) /,
    'They choose which of several sentences a fault gives:',
  ],
  [
    /^src\/domain\/date\/civil-date\.ts:(?:50|76|80|89|96) /,
    'They choose how dates are put into words, which `test/messages` and `test/page` read; those are not repeated here:',
  ],
  [
    /^src\/domain\/date\/civil-day\.ts:4[0-2] /,
    'The test that walks every day of all years notices them, and takes too long to be repeated:',
  ],
]

/** @example reasonOf(mutant) → 'The same for every text:' */
export function reasonOf({ file, line, original, changed }: Mutant): string {
  const place = `${file}:${line} ${original} → ${changed}`
  return reasons.find(([fits]) => fits.test(place))?.[1] ?? untold
}
