// The Chinese grammar, of simplified and traditional characters alike.
import { fold } from '../../text/fold.ts'
import type { Grammar } from '../grammar.ts'
import { isEvent, lasted, leads, tenseOf } from './clauses.ts'
import { phraseAt, publicationAt, trigger } from './phrases.ts'

export const chinese: Grammar = {
  fold,
  carries: true,
  trigger,
  phraseAt: (text, at, now) => phraseAt(text, at, now) ?? publicationAt(text, at),
  sentenceEnd: /[。!?\n]/g,
  clauseEnd: /[,。;!?:\n]/,
  tenseOf,
  lasted,
  isEvent,
  leads,
}
