// Numbers in Chinese characters and English words, as dates use them.

const digits = '〇一二三四五六七八九'

function digitOf(character: string): number {
  if (character === '零') return 0
  if (character === '两') return 2
  return digits.indexOf(character)
}

/** 23, 二十三, 廿三, 卅, 元, 正, 半 (0.5); NaN for any other text. */
export function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '零') return 0
  if (text === '元' || text === '正') return 1
  if (text === '冬') return 11
  if (text === '腊') return 12
  if (text === '半') return 0.5
  if (/^[〇零一二三四五六七八九]{2,4}$/.test(text))
    return Number(text.replace(/./g, (character) => String(digitOf(character))))
  const match =
    /^(?:([一二两三四五六七八九]?)百零?)?(?:([二三四五六七八九一]?)十|廿|卅)?([一二两三四五六七八九]?)$/.exec(
      text,
    )
  if (match === null || text === '') return Number.NaN
  const hundreds = text.includes('百') ? digitOf(match[1] === '' ? '一' : (match[1] ?? '一')) : 0
  const tens = tensOf(text, match[2])
  const ones = match[3] === undefined || match[3] === '' ? 0 : digitOf(match[3])
  return hundreds * 100 + tens * 10 + ones
}

function tensOf(text: string, written: string | undefined): number {
  if (text.includes('廿')) return 2
  if (text.includes('卅')) return 3
  if (!text.includes('十')) return 0
  return written === undefined || written === '' ? 1 : digitOf(written)
}

const english = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]

/** 3, three, a, an; NaN for any other text. */
export function englishNumber(text: string): number {
  const lower = text.toLowerCase()
  if (/^\d+$/.test(lower)) return Number(lower)
  if (lower === 'a' || lower === 'an') return 1
  const ten = ['thirty', 'forty', 'fifty'].indexOf(lower)
  if (ten >= 0) return 30 + ten * 10
  const at = english.indexOf(lower)
  return at < 0 ? Number.NaN : at
}

export const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
]

/** 19th, nineteenth, twenty-first, thirtieth; NaN for any other text. */
export function ordinalNumber(text: string): number {
  const lower = text.toLowerCase()
  const written = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(lower)
  if (written !== null) return Number(written[1])
  if (lower === 'thirtieth') return 30
  const [, ten, one = ''] = /^(?:(twenty|thirty)[- ])?(.*)$/.exec(lower) ?? []
  const at = ordinals.indexOf(one)
  if (at < 0) return Number.NaN
  return at + 1 + (ten === undefined ? 0 : ten === 'twenty' ? 20 : 30)
}
