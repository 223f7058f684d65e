// Chinese decades and centuries: 上世纪80年代末, 20世纪90年代初, 90年代, 19世纪中叶.
import { chineseNumber } from '../../text/numerals.ts'
import { before, matchAt, type NameRead } from '../../text/sticky.ts'
import { readEra } from './eras.ts'
import type { DecadePart, Statement } from '../stated.ts'

const century =
  '(上个?世纪|本世纪|(?:公元前?|西元前?)?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})世纪)'
const tens = '(\\d0|[一二三四五六七八九]十)年代'
const part =
  '(上半[叶期]?|前半[叶期段]?|下半[叶期]?|后半[叶期段]?|初期?|早期|前期|中后期|中期|中叶|中(?=[,。;、由起开才]|$)|末期?|后期|晚期)?'
const named = new RegExp(`${century}(?:的)?(?:${tens})?${part}(?!末日|[报路广步])`, 'y')
const bare = new RegExp(`(?<![\\d世纪])${tens}${part}`, 'y')
const full = new RegExp(`(1[0-9]\\d0|20\\d0)年代${part}`, 'y')

function partOf(word: string | undefined): { part?: DecadePart } {
  if (word === undefined || word === '') return {}
  if (/^[上前下后]半/.test(word))
    return { part: /^[上前]/.test(word) ? 'first-half' : 'second-half' }
  if (word.startsWith('初')) return { part: 'start' }
  if (/^[早前]/.test(word)) return { part: 'early' }
  if (word.startsWith('末')) return { part: 'end' }
  return { part: word.startsWith('中') ? 'mid' : 'late' }
}

const tensOfEra = new RegExp(`([一二三四五六七八九]?十|\\d0)年代`, 'y')

/** 民国六十年代: the years 60 to 69 of the era, which goes on. */
function readDecadeOfEra(text: string, at: number): NameRead<Statement> | null {
  const named = readEra(text, at)
  const match = named && matchAt(tensOfEra, text, named.end)
  if (named === null || match === null) return null
  const first = named.era.first + chineseNumber(match[1] ?? '') - 1
  if (first > named.era.last) return null
  const { first: begin } = named.era
  return {
    value: { is: 'years', first, last: first + 9, era: true, begin },
    end: named.end + match[0].length,
  }
}

const decadesTo = new RegExp(
  `${century}?(?:的)?(\\d0|[一二三四五六七八九]十)(?:年代)? ?[至到~-] ?(\\d0|[一二三四五六七八九]十)年代`,
  'y',
)
const pair = new RegExp(`${century}?(?:的)?([二三四五六七八])([三四五六七八九])十年代`, 'y')

/** 上世纪六七十年代, 50至60年代: several decades. */
function readDecades(text: string, at: number, now: number): NameRead<Statement> | null {
  const range = matchAt(decadesTo, text, at)
  const match = range ?? matchAt(pair, text, at)
  if (match === null || (range !== null && /\d$/.test(before(text, at, 1)))) return null
  const [whole, name, from = '', to = ''] = match
  const end = at + whole.length
  const ten = range === null ? 10 : 1
  const [a, b] = [chineseNumber(from) * ten, chineseNumber(to) * ten]
  const latest = Math.floor(now / 100) * 100 - (b > now % 100 ? 100 : 0)
  const start = name === undefined ? latest : (centuryOf(name, now) - 1) * 100
  const isShort = name === undefined ? ({ isShort: true } as const) : {}
  return a < b && start > 0
    ? { value: { is: 'years', first: start + a, last: start + b + 9, ...isShort }, end }
    : null
}

/** `now` is the year of the source. */
export function readDecade(text: string, at: number, now: number): NameRead<Statement> | null {
  const whole = matchAt(full, text, at)
  if (whole !== null)
    return {
      value: { is: 'decade', first: Number(whole[1]), ...partOf(whole[2]) },
      end: at + whole[0].length,
    }
  const ofEra = readDecadeOfEra(text, at)
  if (ofEra !== null) return ofEra
  const decades = readDecades(text, at, now)
  if (decades !== null) return decades
  const match = matchAt(named, text, at)
  if (match !== null) return namedDecade(match, at, now)
  const short = matchAt(bare, text, at)
  if (short === null || /[\d一二三四五六七八九十]$/.test(before(text, at, 1))) return null
  return {
    value: { is: 'decade', short: chineseNumber(short[1] ?? ''), ...partOf(short[2]) },
    end: at + short[0].length,
  }
}

function namedDecade(match: RegExpExecArray, at: number, now: number): NameRead<Statement> | null {
  const [whole, name = '', decade, partWord] = match
  const number = centuryOf(name, now)
  if (!(Math.abs(number) >= 1 && Math.abs(number) <= 30)) return null
  const end = at + whole.length
  if (decade === undefined) {
    if (/^[上本]/.test(name) && partWord === undefined) return null
    return { value: { is: 'century', century: number, ...partOf(partWord) }, end }
  }
  if (number < 0) return null
  const first = (number - 1) * 100 + chineseNumber(decade)
  return { value: { is: 'decade', first, ...partOf(partWord) }, end }
}

function centuryOf(name: string, now: number): number {
  const current = Math.floor(now / 100) + 1
  if (name.startsWith('上')) return current - 1
  if (name.startsWith('本')) return current
  const number = chineseNumber(name.replace(/^[公西]元前?/, '').replace('世纪', ''))
  return /^[公西]元前/.test(name) ? -number : number
}
