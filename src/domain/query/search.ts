// The text that `q` searches, and how words are compared: NFKC and lower case on both sides.
import { foldText } from '../text/fold.ts'
import { failed, ok, type Result } from '../result.ts'
import type { TimelineEvent } from '../document/event.ts'
import type { Timeline } from '../document/timeline.ts'
import type { Text } from '../text/language-map.ts'

/** Maximum words in `q`. */
export const maxTerms = 10

const loneHan = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u

/**
 * The folded words of `q`, deduplicated and sorted, since all of them must occur. A single CJK
 * character is refused: it would match almost everything.
 * @example parseTerms('Mask 北京 mask') → ok(['mask', '北京'])
 */
export function parseTerms(q: string): Result<readonly string[], string> {
  const terms = [...new Set(foldText(q).split(/\s+/u))].filter((term) => term !== '').toSorted()
  if (terms.length > maxTerms) return failed(`takes at most ${maxTerms} words`)
  if (terms.some((term) => loneHan.test(term)))
    return failed('needs at least two Chinese characters a word')
  return ok(terms)
}

/**
 * Title, summary, the source's words for the date, cited words and place, in every language, folded
 * and one per line, so that no term matches across two of them.
 * @example { title: { en: 'Aid' }, citations: [{ exact: '物资', … }], … } → aid, a line feed, 物资
 */
export function searchText(event: TimelineEvent, timeline: Timeline): string {
  const place = timeline.actors.find((actor) => actor.id === event.place)
  const texts = [event.title, event.summary, place?.name].flatMap((text) => values(text))
  const quoted = event.citations.map((citation) => citation.exact)
  return foldText([...texts, event.statedDate ?? '', ...quoted].join('\n'))
}

const values = (text: Text | undefined): string[] => (text === undefined ? [] : Object.values(text))
