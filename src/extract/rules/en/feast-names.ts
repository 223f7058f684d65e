// Feasts and days with names in English: Christmas Eve, last Easter, Remembrance Sunday 2018.
import { before, matchAt, type NameRead } from '../../text/sticky.ts'
import type { Statement } from '../stated.ts'

const fixedFeasts: readonly (readonly [RegExp, number, number])[] = [
  [/^New Year's Day/i, 1, 1],
  [/^New Year's Eve/i, 12, 31],
  [/^Christmas Eve/i, 12, 24],
  [/^Boxing Day/i, 12, 26],
  [/^Christmas/i, 12, 25],
  [/^Halloween/i, 10, 31],
  [/^(?:Bonfire|Guy Fawkes) Night/i, 11, 5],
  [/^Burns Night/i, 1, 25],
  [/^Twelfth Night/i, 1, 5],
  [/^May Day/i, 5, 1],
  [/^Republic Day/i, 1, 26],
  [/^Australia Day/i, 1, 26],
  [/^Anzac Day/i, 4, 25],
  [/^Canada Day/i, 7, 1],
  [/^Gandhi Jayanti/i, 10, 2],
  [/^(?:Independence Day|(?:the )?Fourth of July)/i, 7, 4],
  [/^Juneteenth/i, 6, 19],
  [/^Veterans Day|^Armistice Day/i, 11, 11],
  [/^Valentine's Day/i, 2, 14],
  [/^St\.? Patrick's Day/i, 3, 17],
  [/^St\.? David's Day/i, 3, 1],
  [/^St\.? George's Day/i, 4, 23],
  [/^St\.? Andrew's Day/i, 11, 30],
  [/^St\.? Stephen's Day/i, 12, 26],
  [/^Candlemas/i, 2, 2],
  [/^Lady Day/i, 3, 25],
  [/^Midsummer(?:'s)? Day/i, 6, 24],
  [/^Lammas/i, 8, 1],
  [/^Michaelmas/i, 9, 29],
  [/^All Saints' Day/i, 11, 1],
  [/^Martinmas/i, 11, 11],
]
/** Days that count from Easter Sunday. */
const fromEaster: Readonly<Record<string, number>> = {
  'Shrove Tuesday': -47,
  'Pancake Day': -47,
  'Ash Wednesday': -46,
  'Palm Sunday': -7,
  'Maundy Thursday': -3,
  'Good Friday': -2,
  'Easter Saturday': -1,
  Easter: 0,
  'Easter Monday': 1,
  'Ascension Day': 39,
  'Whit Sunday': 49,
  Whitsun: 49,
  Pentecost: 49,
  'Whit Monday': 50,
  'Trinity Sunday': 56,
  'Corpus Christi': 60,
}
const feast =
  /(?:([Ll]ast|[Nn]ext|[Tt]his) )?((?:the )?Fourth of July|New Year's (?:Eve|Day)|Christmas(?: Eve| Day)?|Boxing Day|Halloween|Bonfire Night|Independence Day|Juneteenth|Veterans Day|Armistice Day|Valentine's Day|St\.? (?:Patrick|David|George|Andrew|Stephen)'s Day|Candlemas(?: Day)?|Lady Day|Midsummer(?:'s)? Day|Lammas(?: Day)?|Michaelmas(?: Day)?|All Saints' Day|Martinmas|Good Friday|Easter(?: (?:Sunday|Monday|Day|Saturday))?|(?:Ash Wednesday|Shrove Tuesday|Pancake Day|Palm Sunday|Maundy Thursday|Ascension Day|Whit Sunday|Whitsun(?=,? \d{4})|Pentecost|Whit Monday|Trinity Sunday|Corpus Christi|Advent Sunday|Remembrance Sunday)|Republic Day|Gandhi Jayanti|Burns Night|Guy Fawkes Night|May Day|Twelfth Night|Canada Day|Australia Day|Anzac Day|Thanksgiving(?: Day)?|Labou?r Day|Memorial Day)(?![a-z'])(?:,? (\d{4})(?!\d))?/y
const clear =
  /(?:Eve|Day|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|July|Night|Halloween|Juneteenth|Pentecost|Jayanti)$/

export function readFeast(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(feast, text, at)
  if (match === null) return null
  const [whole, side, name = '', yearText] = match
  const end = at + whole.length
  if (
    /^ (?:[Aa]greement|[Aa]ccord|term|daisy|daisies|rent|fair|market|tree|cards?|presents?|dinner|carol)/.test(
      text.slice(end, end + 12),
    )
  )
    return null
  const alone = side === undefined && yearText === undefined
  if (alone && !clear.test(name) && !isDay(text, at, end)) return null
  const stated = feastStatement(name)
  if (stated === null) return null
  const year = yearText === undefined ? {} : { year: { at: Number(yearText) } }
  // Until 1970 it was 30 May, whatever the weekday.
  if (name.startsWith('Memorial') && Number(yearText ?? 1971) < 1971)
    return { value: { is: 'calendar', month: { at: 5 }, day: 30, ...year }, end }
  if (stated.is === 'calendar' && side !== undefined)
    return { value: { ...stated, side: side.toLowerCase() as 'last' | 'next' | 'this' }, end }
  const named = { ...stated, ...year } as Statement
  return side === undefined || named.is === 'calendar'
    ? { value: named, end }
    : { value: { ...named, side: side.toLowerCase() } as Statement, end }
}

/** Christmas market is a market, since Christmas a day. */
const isDay = (text: string, at: number, end: number): boolean =>
  /\b(?:since|by|before|until|at|on|after|over|last|next|this|around|about|up to) $/i.test(
    before(text, at, 8),
  ) &&
  !/^ (?!(?:an?|they?|no|and|but|when|as|the|was|were|has|had|in|with|for|after|that|he|she|it|they|we)\b)[A-Za-z]/.test(
    text.slice(end, end + 8),
  )

function feastStatement(name: string): Statement | null {
  const add = fromEaster[name.replace(/^Easter (?:Sunday|Day)$/, 'Easter')]
  if (add !== undefined) return { is: 'feast', name: 'easter', add }
  if (name.startsWith('Advent')) return { is: 'feast', name: 'advent' }
  if (name.startsWith('Remembrance'))
    return { is: 'ordinal-weekday', nth: 2, weekday: 7, month: 11 }
  if (name.startsWith('Thanksgiving')) return { is: 'feast', name: 'thanksgiving' }
  if (name.startsWith('Lab')) return { is: 'ordinal-weekday', nth: 1, weekday: 1, month: 9 }
  if (name.startsWith('Memorial')) return { is: 'ordinal-weekday', nth: -1, weekday: 1, month: 5 }
  const fixed = fixedFeasts.find(([words]) => words.test(name))
  return fixed === undefined ? null : { is: 'calendar', month: { at: fixed[1] }, day: fixed[2] }
}
