// The English grammar, British and American.
import { fold } from '../../text/fold.ts'
import type { Grammar } from '../grammar.ts'
import { isEvent, lasted, leads, tenseOf } from './clauses.ts'
import { phraseAt, trigger } from './phrases.ts'
import { hasWordsBeside } from './words-beside.ts'
import { zoneName, zoneOf, zoneOfAll } from './zone-names.ts'

export const english: Grammar = {
  fold,
  carries: false,
  trigger,
  phraseAt,
  hasWordsBeside,
  mayName: /(?<![\d£$€.,:/-])(?:1[5-9]|20)\d\d(?![\d.,:%-]\d)|\b(?:fiscal|season|term)\b/,
  zoneName,
  zoneOf,
  zoneOfAll,
  sentenceEnd:
    /(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mr|Mrs|Dr|St|[ap]\.m|c|No))[.!?](?=\s|$|")|\n/g,
  clauseEnd:
    /[;!?:\n"“”]|(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mr|Mrs|Dr|St|[ap]\.m))\.(?=\s|$)|,? (?:and|but|while|which|who|when|whereas|that(?! (?:day|night|morning|afternoon|evening|week|month|year|summer|autumn|spring|winter|[A-Z])))(?= )/,
  tenseOf,
  lasted,
  isEvent,
  leads,
}
