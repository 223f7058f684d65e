// The first sentence of a text, and what follows it.

/** Fewer characters are an abbreviation rather than a sentence. */
const least = 12

/** The end of a sentence, with the marks that close what ends there, or of a line. */
const sentenceEnd = /[。！？]+[\p{Pe}\p{Pf}]*|[.!?]["'\p{Pe}\p{Pf}]*(?=\s)|\n/gu

/**
 * The text is split at the end of a line or of a sentence; a text of one sentence has no rest.
 * @example 'It began in a small town. It ended far away.' → ['It began in a small town.', 'It ended far away.']
 */
export function firstSentence(text: string): readonly [first: string, rest: string] {
  for (const { index, 0: end } of text.matchAll(sentenceEnd)) {
    const at = index + end.length
    const rest = text.slice(at).trim()
    if (at >= least && rest !== '') return [text.slice(0, at).trim(), rest]
  }
  return [text, '']
}
