// Folds the forms of Chinese characters. The table makes this module large: it is loaded by `import()`,
// and only for words that hold such characters (fold.ts).
import { hanClasses } from './han-classes.ts'

/** What each UTF-16 unit becomes: itself, or the first character of its class. */
const units = new Uint16Array(0x1_00_00)
/** The same for characters beyond the Basic Multilingual Plane, by code point. */
const supplementary = new Map<number, string>()

for (let unit = 0; unit < units.length; unit++) units[unit] = unit
for (const members of hanClasses.split(' ')) {
  const [first = '', ...others] = members
  for (const character of others) {
    const code = character.codePointAt(0) ?? 0
    if (code < units.length && first.length === 1) units[code] = first.charCodeAt(0)
    else supplementary.set(code, first)
  }
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd8_00 && unit < 0xdc_00

/**
 * Replaces each Chinese character by the one that stands for its class of forms: traditional,
 * simplified, of Hong Kong, Taiwan or Japan. 发 stands for 發 and 髮, so that each finds both.
 * @example foldHan('復工企業') === foldHan('复工企业') → true
 */
export function foldHan(text: string): string {
  const folded = new Uint16Array(text.length)
  let end = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const pair = isHighSurrogate(unit) ? supplementary.get(text.codePointAt(at) ?? 0) : undefined
    if (pair === undefined) folded[end++] = units[unit] ?? unit
    else {
      for (let i = 0; i < pair.length; i++) folded[end++] = pair.charCodeAt(i)
      at++
    }
  }
  return new TextDecoder('utf-16le').decode(folded.subarray(0, end))
}
