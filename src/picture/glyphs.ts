// The width of a text before anybody draws it, from classes of characters, rounded up by 5 %. A title
// carries it as `textLength`, so that it fits with whatever typeface the reader has.

/** Width of a class of characters in em; the first that matches decides. */
const classes: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\p{Cf}]/u, 0],
  [
    /[\u{1100}-\u{115f}\u{2e80}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe4f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}\u{20000}-\u{3fffd}]/u,
    1,
  ],
  [/[\p{Extended_Pictographic}\p{Regional_Indicator}]/u, 1.4],
  [/[“”‘’…—]/u, 1],
  [/[iljI.,:;'|!()[\]/`{}· ]/u, 0.35],
  [/[frt\-"“”]/u, 0.42],
  [/[mwMW@%&]/u, 0.95],
  [/\p{Lu}/u, 0.7],
  [/\p{N}/u, 0.62],
  [/[a-zß-ÿ]/u, 0.58],
]

const other = 0.66
const safety = 1.05

const widths = new Map<string, number>()

function widthOf(character: string): number {
  const known = widths.get(character)
  if (known !== undefined) return known
  const width = classes.find(([characters]) => characters.test(character))?.[1] ?? other
  widths.set(character, width)
  return width
}

/**
 * In em of its own size, rounded up to a tenth.
 * @example estimatedWidth('2月') → 1.8
 */
export function estimatedWidth(text: string): number {
  let sum = 0
  for (const character of text) sum += widthOf(character)
  return Math.ceil(sum * safety * 10) / 10
}

/** The text, or its beginning and an ellipsis if it is wider than `most` em. */
export function shortened(text: string, most: number): string {
  if (estimatedWidth(text) <= most) return text
  let [kept, sum] = ['', 1]
  for (const { segment } of graphemes.segment(text)) {
    for (const character of segment) sum += widthOf(character)
    if (Math.ceil(sum * safety * 10) / 10 > most) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

const graphemes = /* @__PURE__ */ new Intl.Segmenter()
