// The conditions of a view that have an effect, in one line, such as in the name of a calendar or feed.
import type { Timeline } from '../domain/document/timeline.ts'
import { conditionsOf, type Condition, type Narrowing } from './conditions.ts'
import { messages } from './languages.ts'
import { createLocalizer, type Languages } from './localizer.ts'

/**
 * All conditions that have an effect, in one line; empty where there is none.
 * @example queryInWords({ query }, timeline, languages) → '复工复产、2020年2月1日至29日'
 */
export function queryInWords(
  narrowing: Narrowing,
  timeline: Timeline,
  languages: Languages,
): string {
  const localizer = createLocalizer(timeline, languages)
  const { queries } = messages[languages.ui].list
  const names = {
    ...localizer,
    actors: timeline.actors,
    titleOfSource: (id: string) => localizer.source(id)?.title ?? id,
  }
  const isExclusion = ({ words }: Condition): boolean => words[0] === queries.not
  return (
    conditionsOf(narrowing, names, queries)
      .filter(({ isIdle }) => !isIdle)
      // What is left out comes last: of conditions in a row, it would take in those behind it.
      .toSorted((a, b) => Number(isExclusion(a)) - Number(isExclusion(b)))
      .map(({ words }) =>
        words.map((part) => (typeof part === 'string' ? part : localizer.text(part))).join(''),
      )
      .join(queries.and)
  )
}
