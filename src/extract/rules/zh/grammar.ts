// The Chinese grammar, of simplified and traditional characters alike.
import { fold } from '../../text/fold.ts'
import type { Grammar } from '../grammar.ts'
import { isEvent, lasted, leads, tenseOf } from './clauses.ts'
import { phraseAt, publicationAt, trigger } from './phrases.ts'
import { hasWordsBeside } from './words-beside.ts'
import { zoneName, zoneOf, zoneOfAll } from './zone-names.ts'

export const chinese: Grammar = {
  fold,
  carries: true,
  trigger,
  phraseAt: (text, at, now) => phraseAt(text, at, now) ?? publicationAt(text, at),
  hasWordsBeside,
  mayName: /(?<!\d)(?:1[5-9]|20)\d\d(?!\d|[元万亿余多名人户米个件吨])|春节|国庆|学期|假期|[春秋]运/,
  zoneName,
  zoneOf,
  zoneOfAll,
  sentenceEnd: /[。!?\n]/g,
  clauseEnd: /[,。;!?:\n]/,
  tenseOf,
  lasted,
  isEvent,
  leads,
}
