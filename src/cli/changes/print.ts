// A comparison in words, line by line for a terminal, and the same for programs.
import type { Text } from '../../domain/text/language-map.ts'
import { changeWithWords, differencesInWords, type Difference } from '../../messages/changes.ts'
import { messages } from '../../messages/languages.ts'
import type { Timeline } from '../../domain/document/timeline.ts'
import { createLocalizer, type Localizer } from '../../messages/localizer.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import type { PartChange } from '../../domain/document/fields.ts'
import { paint, visible } from '../terminal.ts'
import type { Comparison } from './comparison.ts'
import { partDifferences, partWord } from '../../messages/part-changes.ts'

/** Maximum columns of a difference on one line; longer ones get a line per value. */
const mostColumns = 60

/** `1 event added, 2 events changed`, then each change. */
export function comparisonLines(comparison: Comparison, language: UiLanguage): string[] {
  const { added, changed, withdrawn, parts } = comparison
  const localizer = localizerOf(comparison, language)
  const name = ({ id, title }: { readonly id: string; readonly title: Text }) =>
    `${visible(localizer.text(title))} ${paint('dim', `(${id})`)}`
  return [
    countWords(
      { added: added.length, changed: changed.length, withdrawn: withdrawn.length },
      language,
    ),
    ...added.map((event) => `${marks.added} ${name(event)}`),
    ...changed.flatMap((event) => [
      `${marks.changed} ${name(event)}`,
      ...event.fields
        .flatMap((change) => differencesInWords(change, localizer))
        .flatMap((difference) => differenceLines(difference, language)),
    ]),
    ...withdrawn.map((event) => `${marks.removed} ${name(event)}`),
    ...parts.flatMap((part) => partLines(part, localizer)),
  ]
}

/** The same as JSON, with words beside the values of each field. */
export function comparisonJson(comparison: Comparison, language: UiLanguage): object {
  const { added, changed, withdrawn, parts } = comparison
  const localizer = localizerOf(comparison, language)
  return {
    added,
    changed: changed.map((event) => ({
      ...event,
      fields: event.fields.map((change) => ({
        ...changeWithWords(change),
        words: differencesInWords(change, localizer),
      })),
    })),
    withdrawn,
    parts: parts.map((part) => ({
      ...part,
      fields: part.fields.map((change) => ({
        ...change,
        words: partDifferences(change, localizer),
      })),
    })),
  }
}

/** `1 event added, 1 event changed`, also from the counts of the log. */
export function countWords(
  counts: { readonly added: number; readonly changed: number; readonly withdrawn: number },
  language: UiLanguage,
): string {
  const words = messages[language].events
  const said = (['added', 'changed', 'withdrawn'] as const).flatMap((kind) =>
    counts[kind] === 0 ? [] : [words[kind](counts[kind])],
  )
  return said.length === 0 ? words.unchanged : said.join(words.comma)
}

const marks = {
  added: paint('green', '+'),
  changed: paint('yellow', '~'),
  removed: paint('red', '-'),
} as const

function partLines(part: PartChange, localizer: Localizer): string[] {
  const what = `${partWord(part, localizer.ui)} ${visible(localizer.text(part.name))}`
  return [
    `${marks[part.change]} ${what} ${paint('dim', `(${part.id})`)}`,
    ...part.fields
      .flatMap((change) => partDifferences(change, localizer))
      .flatMap((difference) => differenceLines(difference, localizer.ui)),
  ]
}

function differenceLines({ name, before, after }: Difference, language: UiLanguage): string[] {
  const { colon, none, inDetail } = messages[language].events
  if (before === after) return [`    ${name}${colon}${inDetail}`]
  const [old, now] = [before ?? none, after ?? none].map(visible) as [string, string]
  const isShort = old.length + now.length <= mostColumns
  if (isShort) return [`    ${name}${colon}${paint('red', old)} → ${paint('green', now)}`]
  return [
    `    ${name}${colon.trimEnd()}`,
    `      ${paint('red', `- ${old}`)}`,
    `      ${paint('green', `+ ${now}`)}`,
  ]
}

/** Removed themes, actors and sources are named as they were before. */
function localizerOf({ before, after }: Comparison, language: UiLanguage): Localizer {
  const all = <Part>(partsOf: (timeline: Timeline) => readonly Part[]) => [
    ...(before === null ? [] : partsOf(before)),
    ...partsOf(after),
  ]
  const named = {
    language: after.language,
    themes: all(({ themes }) => themes),
    actors: all(({ actors }) => actors),
    sources: all(({ sources }) => sources),
  }
  return createLocalizer(named, { ui: language, content: language })
}
