// Days in English words, as figures: the fifth of March 2019, March the fifth. The rules that read figures
// then read both, in cells and in texts.
import { ordinalNumber, ordinals } from './numerals.ts'

const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?'
const ones = ordinals.slice(0, 9).join('|')
const ordinal = `(?:(?:twenty|thirty)[- ](?:${ones})|${ordinals.join('|')}|thirtieth)`
/** Between the days of a range or a list. */
const link = '(?:,? (?:to|and|or|until|till|through) (?:the )?| ?- ?)'
/** A third of March is a part of it, and the first March storm a storm. */
const dayFirst = `(?<![a-z-]|\\b(?:one|two|an?) )(${ordinal})(?: day)?(?=(?:${link}${ordinal}(?: day)?)?(?: of ${month}(?!['’]s)| ${month}(?:,? \\d{4}|$)))`
/** In March the first shop opened: the day ends its words, or its year follows. */
const end = `(?![a-z'’-])(?= ?$|\\n|[.;:)!?"”]|,(?! ${ordinal})|,? \\d{4}| ?\\(| (?:at )?\\d{1,2}:\\d)`
const monthFirst = `(?<=(?<![a-z])${month} (?:the )?(?:${ordinal}${link})?)(${ordinal})(?=(?:${link}${ordinal})?${end})`

const days = new RegExp(`${dayFirst}|${monthFirst}`, 'gi')

interface InFigures {
  readonly text: string
  /** Where an offset of it, asked for in rising order, is in the text as it was given. */
  readonly given: (offset: number) => number
}

/**
 * The text with its days in figures.
 * @example inFigures('On the fifth of March 2019 it closed.').text → 'On the 5 of March 2019 it closed.'
 */
export function inFigures(text: string): InFigures {
  const edits: { readonly end: number; readonly lost: number }[] = []
  let lost = 0
  const told = text.replace(days, (words: string, ...rest) => {
    const [first, ofMonth, ofYear, before, second] = rest as (string | undefined)[]
    const isName = /^[A-Z]/.test(ofMonth ?? ofYear ?? before ?? '')
    if (!isName) return words
    const figure = String(ordinalNumber(first ?? second ?? ''))
    const end = Number(rest[5]) - lost + figure.length
    lost += words.length - figure.length
    edits.push({ end, lost })
    return figure
  })
  let passed = 0
  return {
    text: told,
    given(offset) {
      while ((edits[passed]?.end ?? Infinity) <= offset) passed += 1
      return offset + (edits[passed - 1]?.lost ?? 0)
    },
  }
}
