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
    /^src\/markup\/template\.ts:/,
    'A template is read once and remembered, so that a test that is repeated does not read it again:',
  ],
  [
    /^src\/(?:markup\/(?:html|xml)|address\/cursor)\.ts:\d+ '' → 'mutant'$|^src\/domain\/date\/when\.ts:\d+ 'day' →/,
    'Asked for by the type checker where nothing is ever absent, or no cursor either:',
  ],
  [
    /^src\/formats\/csv\.ts:\d+ '' →/,
    'The same cell: an empty text with quotation marks or without:',
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
  [
    /^src\/domain\/date\/edtf-date\.ts:85 /,
    'What has two letters already is written as it is, with the condition or without:',
  ],
  [
    /^src\/domain\/date\/edtf\.ts:(?:40|118) /,
    'Refused by the same rule before or behind, such as an empty text as an empty date:',
  ],
  [
    /^src\/domain\/date\/instant\.ts:(?:55|116) /,
    'Never seen: seconds that are absent are only compared with 59, and the others are replaced by what the clock shows:',
  ],
  [
    /^src\/store\/delivery\.ts:(?:111|131|133) |^src\/store\/timeline-list\.ts:(?:43|59) /,
    'The simulation tries the order of deliveries, crashes and writes that land late (`test/simulation/mutants.ts`); it takes too long to be repeated here:',
  ],
  [/^src\/store\/delivery\.ts:116 /, 'One attempt more, and then the same:'],
  [
    /^src\/store\/publish\/candidate\.ts:29 /,
    'Accepted: it decides how long a publish waits behind a deletion that hangs:',
  ],
  [
    /^src\/store\/publish\/compare-and-set\.ts:50 /,
    'The tests at the limit, of documents of 5 MB, take too long to be repeated:',
  ],
  [
    /^src\/store\/publish\/tasks\.ts:(?:62|74) /,
    'A copy that is not written keeps its head waiting, so that either of the two tells it:',
  ],
  [
    /^src\/store\/timeline-list\.ts:(?:55|58) /,
    'Any number but that of the write in progress does:',
  ],
  [
    /^src\/(?:domain\/query\/order|address\/filter)\.ts:\d+ (?:1 →|a < b)/,
    'Only the sign of a comparison counts, and no two that are compared are equal:',
  ],
  [
    /^src\/address\/filter\.ts:\d+ ids\.slice/,
    'Only more than twenty parts with names that fold alike would show it:',
  ],
  [
    /^src\/domain\/query\/window\.ts:\d+ 'first'/,
    'Whether a text is a day of a window does not depend on which end of it is asked for:',
  ],
  [/^src\/address\/fingerprint\.ts:/, 'Another hash, as good as this one:'],
  [
    /^src\/http\/response\/coding\.ts:19 /,
    'Only spares that octets are counted; the outcome is that of the count:',
  ],
  [
    /^src\/http\/response\/conditional\.ts:\d+ \w+\.trim\(\)/,
    'The runtime has taken the blanks around the value of a header away:',
  ],
  [/^src\/http\/response\/conditional\.ts:\d+ \/\^W/, 'No tag of this service has W/ in it:'],
  [/^src\/http\/request\/body\.ts:\d+ '' →/, 'No media type either:'],
  [
    /^src\/http\/request\/body\.ts:\d+ \/\^application/,
    'What stands before the type is noticed by the length:',
  ],
]

/** @example reasonOf(mutant) → 'The same for every text:' */
export function reasonOf({ file, line, original, changed }: Mutant): string {
  const place = `${file}:${line} ${original} → ${changed}`
  return reasons.find(([fits]) => fits.test(place))?.[1] ?? untold
}
