// A comparison in words, line by line for a terminal, and the same for programs.
import { inLanguage, type Text } from '../../domain/text/language-map.ts'
import {
  changeWithWords,
  differencesIn,
  type ChangeSetting,
  type Difference,
} from '../../domain/words/change-words.ts'
import { eventWords } from '../../domain/words/event-words.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import type { PartChange } from '../../domain/document/fields.ts'
import { paint, visible } from '../terminal.ts'
import type { Comparison } from './comparison.ts'
import { partDifferences, partWord } from './part-words.ts'

/** Longer differences stand on lines of their own. */
const mostColumns = 60

/** `1 event added, 2 events changed`, then what each change is. */
export function comparisonLines(comparison: Comparison, language: UiLanguage): string[] {
  const { added, changed, withdrawn, parts } = comparison
  const told = settingOf(comparison, language)
  const name = ({ id, title }: { readonly id: string; readonly title: Text }) =>
    `${visible(told.names.say(title))} ${paint('dim', `(${id})`)}`
  return [
    countWords(
      { added: added.length, changed: changed.length, withdrawn: withdrawn.length },
      language,
    ),
    ...added.map((event) => `${marks.added} ${name(event)}`),
    ...changed.flatMap((event) => [
      `${marks.changed} ${name(event)}`,
      ...event.fields
        .flatMap((change) => differencesIn(change, told))
        .flatMap((difference) => differenceLines(difference, language)),
    ]),
    ...withdrawn.map((event) => `${marks.removed} ${name(event)}`),
    ...parts.flatMap((part) => partLines(part, told)),
  ]
}

/** The same with the words beside the values of each field. */
export function comparisonJson(comparison: Comparison, language: UiLanguage): object {
  const { added, changed, withdrawn, parts } = comparison
  const told = settingOf(comparison, language)
  return {
    added,
    changed: changed.map((event) => ({
      ...event,
      fields: event.fields.map((change) => ({
        ...changeWithWords(change),
        words: differencesIn(change, told),
      })),
    })),
    withdrawn,
    parts: parts.map((part) => ({
      ...part,
      fields: part.fields.map((change) => ({ ...change, words: partDifferences(change, told) })),
    })),
  }
}

/** `1 event added, 1 event changed`, also from the counts of the log. */
export function countWords(
  counts: { readonly added: number; readonly changed: number; readonly withdrawn: number },
  language: UiLanguage,
): string {
  const words = eventWords[language]
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

function partLines(part: PartChange, told: ChangeSetting): string[] {
  const what = `${partWord(part, told.language)} ${visible(told.names.say(part.name))}`
  return [
    `${marks[part.change]} ${what} ${paint('dim', `(${part.id})`)}`,
    ...part.fields
      .flatMap((change) => partDifferences(change, told))
      .flatMap((difference) => differenceLines(difference, told.language)),
  ]
}

function differenceLines({ name, before, after }: Difference, language: UiLanguage): string[] {
  const { colon, none, inDetail } = eventWords[language]
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

/** Names of what is gone are those that it had before. */
function settingOf({ before, after }: Comparison, language: UiLanguage): ChangeSetting {
  const say = (text: Text) => inLanguage(text, language, after.language)
  const known = [before, after].filter((timeline) => timeline !== null)
  const themes = new Map(known.flatMap(({ themes }) => themes.map(({ id, label }) => [id, label])))
  const actors = new Map(known.flatMap(({ actors }) => actors.map(({ id, name }) => [id, name])))
  const nameIn = (names: ReadonlyMap<string, Text>) => (id: string) => {
    const name = names.get(id)
    return name === undefined ? id : say(name)
  }
  return { language, names: { say, themeLabel: nameIn(themes), actorName: nameIn(actors) } }
}
