// Reads the numbers in texts of people, in Chinese and English, to compare the same figure in two
// wordings: 20多万, 200,000 and two hundred thousand. A number may have several readings.

export interface Numeral {
  /** As it is written, in normal width. */
  readonly words: string
  /** What it amounts to, with its multiplier: 20万 is 200000. */
  readonly value: number
  /** What else it may stand for: 20 of 20万, 40 of 四五十. */
  readonly others: readonly number[]
  /** With the multiplier of the end of its range: the 8 of 8-10万 is 80000. */
  readonly inRange?: number
  /** Written with digits; else with words, such as 十九 or nineteen. */
  readonly isDigits: boolean
}

/** @example numeralsIn('20多万平方米') → [{ words: '20多万', value: 200000, others: [20], … }] */
export function numeralsIn(text: string): Numeral[] {
  const plain = text
    // Of m², which is no number.
    .replaceAll(/[²³]/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[萬億兩○餘來點]/g, (sign) => simple.get(sign) ?? sign)
  return Array.from(plain.matchAll(pattern)).flatMap((match) => numeralsOf(match))
}

const simple = new Map(
  '萬万 億亿 兩两 ○〇 餘余 來来 點点'.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]),
)

const units = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 1e4],
  ['亿', 1e8],
])
const chineseDigits = new Map(
  Array.from('〇一二三四五六七八九', (digit, value): [string, number] => [digit, value]).concat([
    ['零', 0],
    ['两', 2],
  ]),
)

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
const english = new Map<string, number>([
  ...ones.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, 20 + 10 * index]),
  ...ordinals.map((word, index): [string, number] => [word, index + 1]),
])
const multipliers = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
  ['dozen', 12],
])

const word = [...english.keys(), ...multipliers.keys()].join('|')
const figure = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
/** Each is linear: repeated groups begin with different signs. */
const pattern = new RegExp(
  `(?<to>(?:${figure})[多余来]?[十百千万亿]*\\s?(?:-|~|–|—|至|到|to|and)\\s?)?` +
    `(?:(?<figure>${figure})(?<more>[多余来几]?)(?<chineseUnits>[十百千万亿]*)(?<tenths>成?)` +
    `(?: (?<englishUnits>hundred|thousand|million|billion|dozen)\\b)?` +
    `|(?<chinese>[〇零一二三四五六七八九十百千万亿两]+(?:[多余来几][万亿]+)?)(?<share>成?)` +
    `|\\b(?<english>(?:${word})(?:(?:[ -]|,? and )(?:${word}))*)\\b)`,
  'gu',
)

function numeralsOf(match: RegExpMatchArray): Numeral[] {
  const { to = '', figure: digits, chinese, english: spelled } = match.groups ?? {}
  const words = match[0].slice(to.length)
  const lower = to === '' ? [] : numeralsIn(to)
  if (digits !== undefined) {
    const upper = digitsOf(words, digits, match.groups ?? {})
    const [plain = upper.value] = upper.others
    const factor = plain === 0 ? 1 : upper.value / plain
    return [...lower.map((end) => ({ ...end, inRange: end.value * factor })), upper]
  }
  if (chinese !== undefined)
    return [...lower, chineseOf(words, chinese, match.groups?.['share'] !== '')]
  return spelled === undefined ? lower : [...lower, englishOf(words, spelled)]
}

function digitsOf(
  words: string,
  digits: string,
  { chineseUnits = '', englishUnits = '', tenths = '' }: NonNullable<RegExpMatchArray['groups']>,
): Numeral {
  const plain = Number(digits.replaceAll(',', ''))
  const factor =
    factorOf(chineseUnits) * (multipliers.get(englishUnits) ?? 1) * (tenths === '' ? 1 : 10)
  // Decimals such as 1.2万 are exact to the digit.
  const value = Number((plain * factor).toPrecision(15))
  return { words, value, others: [plain], isDigits: true }
}

const factorOf = (signs: string): number =>
  Array.from(signs).reduce((factor, sign) => factor * (units.get(sign) ?? 1), 1)

function chineseOf(words: string, text: string, isShare: boolean): Numeral {
  const value = valueOf(text) * (isShare ? 10 : 1)
  // 三五 is three to five, 四五十 forty or fifty.
  const [pair = '', unit = ''] = /^[一二三四五六七八九]{2}([十百千万亿]*)$/.exec(text) ?? []
  const either = Array.from(pair.slice(0, 2), (sign) => chineseDigits.get(sign) ?? 0)
  const before = text.replace(/[多余来几].*$/, '')
  return {
    words,
    value,
    others: [...either.map((digit) => digit * factorOf(unit)), valueOf(before)],
    isDigits: false,
  }
}

/** 二〇二〇 is read digit by digit, 三百零五万 by its units. */
function valueOf(text: string): number {
  if (!/[十百千万亿]/.test(text))
    return Number(Array.from(text, (sign) => chineseDigits.get(sign) ?? '').join(''))
  let total = 0
  let section = 0
  let digit: number | null = null
  for (const sign of text) {
    const unit = units.get(sign)
    if (unit === undefined) digit = chineseDigits.get(sign) ?? digit
    else if (unit < 1e4) {
      section += (digit ?? 1) * unit
      digit = null
    } else {
      const lower = section + (digit ?? 0)
      total = unit === 1e8 ? (total + lower || 1) * unit : total + (lower || 1) * unit
      section = 0
      digit = null
    }
  }
  return total + section + (digit ?? 0)
}

function englishOf(words: string, text: string): Numeral {
  let total = 0
  let section = 0
  for (const part of text.split(/[ -]|,? and /)) {
    const factor = multipliers.get(part)
    if (factor === undefined) section += english.get(part) ?? 0
    else if (factor <= 100) section = (section || 1) * factor
    else {
      total += (section || 1) * factor
      section = 0
    }
  }
  return { words, value: total + section, others: [], isDigits: false }
}
