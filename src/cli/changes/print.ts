// A comparison in words, line by line for a terminal, and the same for programs.
import { changeCounts, type NamedEvent, type PartChange } from '../../domain/document/changes.ts'
import type { FieldChange, PartKind } from '../../domain/document/fields.ts'
import type { Timeline } from '../../domain/document/timeline.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import {
  changeWithWords,
  countsInWords,
  differencesInWords,
  partInWords,
  type Difference,
} from '../../messages/changes.ts'
import type { ChoiceWords } from '../../messages/choices.ts'
import { messages } from '../../messages/languages.ts'
import { createLocalizer, type Localizer } from '../../messages/localizer.ts'
import { reportMessages } from '../../messages/report.ts'
import type { Undone } from './undone.ts'
import { paint, visible } from '../terminal/console.ts'
import type { Comparison } from './comparison.ts'

/** Maximum columns of a difference on one line; longer ones get a line per value. */
const mostColumns = 60

/** Of each kind of change, where more would not be read; `jishi diff` shows all. */
const mostOfKind = 20

/** `1 event added, 2 events changed`, then each change, of long lists the first. */
export function comparisonLines(
  comparison: Comparison,
  language: UiLanguage,
  { most = mostOfKind } = {},
): string[] {
  const { added, changed, withdrawn, removed, parts } = comparison
  const localizer = localizerOf(comparison, language)
  const name = ({ id, title }: NamedEvent) =>
    `${visible(localizer.text(title))} ${paint('dim', `(${id})`)}`
  const fieldLines = (part: PartKind, fields: readonly FieldChange[]) =>
    fields
      .flatMap((change) => differencesInWords(part, change, localizer))
      .flatMap((difference) => differenceLines(difference, language))
  const partLine = (part: PartChange) =>
    `${marks[part.change]} ${partInWords({ ...part, change: 'changed' }, language)} ${name({ ...part, title: part.name })}`
  const listed = <Change>(changes: readonly Change[], linesOf: (change: Change) => string[]) => [
    ...changes.slice(0, most).flatMap(linesOf),
    ...(changes.length > most ? [`  ${reportMessages[language].more(changes.length - most)}`] : []),
  ]
  return [
    // After a takedown, too, what is compared with nothing begins the timeline.
    countsInWords(
      changeCounts(comparison),
      language,
      comparison.before === null ? { number: 1 } : {},
    ),
    ...listed(added, (event) => [`${marks.added} ${name(event)}`]),
    ...listed(changed, (event) => [
      `${marks.changed} ${name(event)}`,
      ...fieldLines('event', event.fields),
    ]),
    ...listed(withdrawn, (event) => [
      `${marks.withdrawn} ${name(event)}`,
      ...fieldLines('event', event.fields),
    ]),
    ...listed(removed, (event) => [`${marks.removed} ${name(event)}`]),
    ...listed(parts, (part) => [partLine(part), ...fieldLines(part.part, part.fields)]),
    ...unlistedLine(comparison, language),
  ]
}

/** How many events the service counts and does not list. */
function unlistedLine({ leftOut }: Comparison, language: UiLanguage): string[] {
  const { added = 0, changed = 0, withdrawn = 0, removed = 0 } = leftOut ?? {}
  const count = added + changed + withdrawn + removed
  return count === 0 ? [] : [reportMessages[language].unlisted(count)]
}

/** That of two equal documents. */
export const noChanges = { added: [], changed: [], withdrawn: [], removed: [], parts: [] } as const

/** The same as JSON, with words beside the values of each field. */
export function comparisonJson(comparison: Comparison, language: UiLanguage): object {
  const { before: _before, after: _after, ...changes } = comparison
  const localizer = localizerOf(comparison, language)
  const withWords =
    (part: PartKind) =>
    <Changed extends { readonly fields: readonly FieldChange[] }>(changed: Changed) => ({
      ...changed,
      fields: changed.fields.map((change) => ({
        ...changeWithWords(part, change),
        words: differencesInWords(part, change, localizer),
      })),
    })
  return {
    ...changes,
    changed: changes.changed.map(withWords('event')),
    withdrawn: changes.withdrawn.map(withWords('event')),
    parts: changes.parts.map((part) => withWords(part.part)(part)),
  }
}

const marks = {
  added: paint('green', '+'),
  changed: paint('yellow', '~'),
  withdrawn: paint('red', '×'),
  removed: paint('red', '-'),
} as const

function differenceLines({ name, before, after }: Difference, language: UiLanguage): string[] {
  const { colon } = messages[language].events
  const { none, inDetail } = messages[language].changes
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

/** One line for each change that takes back what an edition has changed. */
export const undoneLines = (undone: readonly Undone[], language: UiLanguage): string[] => [
  ...undone.slice(0, mostOfKind).map(({ id, field, edition }) =>
    paint(
      'yellow',
      reportMessages[language].words.undoes({
        what: field === undefined ? id : `${id}, ${field}`,
        edition: edition.number,
        by: visible(edition.by),
      }),
    ),
  ),
  ...(undone.length > mostOfKind
    ? [reportMessages[language].more(undone.length - mostOfKind)]
    : []),
]

/** What is chosen, then a line each for what was, mine and theirs. */
export function choiceLines(
  { about, base, mine, theirs, uses }: ChoiceWords,
  language: UiLanguage,
): string[] {
  const { sides, follows } = reportMessages[language].merge
  const { comma } = messages[language].events
  return [
    visible(about),
    ...(base === null ? [] : [`    ${paint('dim', sides.base)}  ${visible(base)}`]),
    `    ${paint('green', sides.mine)}  ${visible(mine)}`,
    `    ${paint('cyan', sides.theirs)}  ${visible(theirs)}`,
    ...(uses.length === 0 ? [] : [`    ${follows(uses.map(visible).join(comma))}`]),
  ]
}
