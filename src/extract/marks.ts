// Finds the words of a text that may state a date, and reads them by rules: what has one reading is
// ready, everything else is open, with proposals, for a person to settle. No clock, no I/O; linear in
// the length of the text.
import { parseDay } from '../domain/date/civil-day.ts'
import type { Mark } from './mark.ts'
import { plain } from './reasons/reason.ts'
import type { Composed } from './rules/compose.ts'
import { english } from './rules/en/grammar.ts'
import { walk } from './rules/walk.ts'
import { chinese } from './rules/zh/grammar.ts'
import { inFigures } from './text/ordinals.ts'

export interface SourceSetting {
  /** The civil day on which the source appeared, 2026-07-16: relative words count from it. */
  readonly day: string
  /** zh, zh-Hant, en-GB: the language of the text. */
  readonly language: string
  /** Name of the IANA time zone database, for clock times. */
  readonly timeZone: string
}

/**
 * Marks in order; they never overlap.
 * `marksOf('昨天开工。', { day: '2026-07-16', language: 'zh', timeZone: 'Asia/Shanghai' })` finds 昨天
 * as 2026-07-15.
 */
export function marksOf(text: string, { day, language, timeZone }: SourceSetting): Mark[] {
  const source = parseDay(day)
  if (source === null) throw new RangeError(`not a day: ${day}`)
  const grammar = /^zh\b/i.test(language) ? chinese : english
  const { text: told, given } = grammar === english ? inFigures(text) : { text, given: itself }
  const places = codePoints(text)
  const isMinguo = /^zh-(?:Hant|TW)\b/i.test(language) || /民[國国]/.test(text)
  return walk(told, grammar, { day: source, timeZone, isMinguo }).map(
    ({ phrase, composed, isEvent, isAside, isHeading }) => {
      const [start, end] = [given(phrase.start), given(phrase.end)]
      const place = { start: places(start), end: places(end), words: text.slice(start, end) }
      return { ...place, isEvent, isAside, isHeading, ...stateOf(composed) }
    },
  )
}

const itself = (offset: number): number => offset

function stateOf({ readings, open }: Composed) {
  const [first] = readings
  if (open === null && first !== undefined && readings.length === 1)
    return {
      state: 'ready',
      date: first.date,
      kind: first.kind,
      rule: first.why,
      readings,
    } as const
  const rule = open ?? plain('no-year')
  return { state: 'open', date: null, kind: null, rule, readings } as const
}

/** From UTF-16 offsets, asked for in rising order, to code points. */
function codePoints(text: string): (offset: number) => number {
  let at = 0
  let pairs = 0
  return (offset) => {
    for (; at < offset; at++) {
      const unit = text.charCodeAt(at)
      const isLow = unit >= 0xdc_00 && unit <= 0xdf_ff
      const before = text.charCodeAt(at - 1)
      if (isLow && before >= 0xd8_00 && before <= 0xdb_ff) pairs += 1
    }
    return offset - pairs
  }
}
