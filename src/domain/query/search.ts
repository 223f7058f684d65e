// The text that `q` searches, and its words. Both sides are folded in the same way (text/fold.ts).
import { broken, type BrokenRule } from '../broken-rule.ts'
import { foldText } from '../text/fold.ts'
import { failed, ok, type Result } from '../result.ts'
import type { TimelineEvent } from '../document/event.ts'
import type { Timeline } from '../document/timeline.ts'
import type { Text } from '../text/language-map.ts'
import { participants } from './members.ts'

/** Maximum words in `q`. */
export const maxTerms = 10

/**
 * The folded words of `q`, deduplicated and sorted, since all of them must occur. Marks at the ends
 * of a word are trimmed, and words of marks alone are left out.
 * @example parseTerms('Mask, “北京” – mask') → ok(['mask', '北京'])
 */
export function parseTerms(q: string): Result<readonly string[], BrokenRule> {
  const words = foldText(q).split(/\s+/u).map(trimmed)
  const terms = [...new Set(words)].filter((word) => word !== '').toSorted()
  return terms.length > maxTerms ? failed(broken('too-many-words', { max: maxTerms })) : ok(terms)
}

const marksAlone = /^[\p{P}\p{M}\p{Sm}\p{Sk}\p{C}]*$/u

/** Marks that belong to what they stand beside: 3.5%, C#, @name, a minus sign before a figure. */
const leading = /^(?:(?!-\p{N})[^\P{P}%‰#@&§])+/u
const trailing = /[^\P{P}%‰#@&§]+$/u

const trimmed = (word: string): string =>
  marksAlone.test(word) ? '' : word.replace(leading, '').replace(trailing, '')

/**
 * Title, summary, the source's words for the date, cited words, the name of the place and the roles
 * of all who take part, in every language, folded and one per line, so that no term matches across
 * two of them.
 * @example { title: { en: 'Aid' }, citations: [{ exact: '物资', … }], … } → aid, a line feed, 物资
 */
export function searchText(event: TimelineEvent, timeline: Timeline): string {
  const involved = participants(event).flatMap(
    (id) => timeline.actors.find((actor) => actor.id === id) ?? [],
  )
  const place = involved.find(({ id }) => id === event.place)
  const roles = involved.map(({ role }) => role)
  const texts = [event.title, event.summary, place?.name, ...roles].flatMap((text) => values(text))
  const quoted = event.citations.flatMap(({ exact }) => exact ?? [])
  return foldText([...texts, event.statedDate ?? '', ...quoted].join('\n'))
}

const values = (text: Text | undefined): string[] => (text === undefined ? [] : Object.values(text))
