// The names in the attributes `theme`, `actor` and `source`, loaded where one of them has a blank.
import { foldText } from '../../domain/text/fold.ts'
import type { Pairs } from '../../address/canonical.ts'
import { isSpaced } from '../api/spaced.ts'
import type { TimelineAnswer } from '../api/answers.ts'

/** What stays together of words that are no names: nothing, such words, or names beside them, too. */
export type Joining = 'none' | 'words' | 'names'

/**
 * A blank means "and", like a repeated parameter in a query string, except beside a comma and within a
 * label, or labels joined by commas: the longest that are known count. `joining` is for a service that may
 * know more: words beside each other that are no names stay together, or also with the names beside them.
 * @example [['theme', 'a b']] → [['theme', 'a'], ['theme', 'b']], unless a label is `a b`
 */
export const separateNames = (
  filter: Pairs,
  timeline: TimelineAnswer,
  joining: Joining = 'none',
): Pairs =>
  filter.flatMap((pair): Pairs => {
    if (!isSpaced(pair)) return [pair]
    const [name, value] = pair
    const { themes, actors, sources } = timeline
    const known = namesOf(name === 'theme' ? themes : name === 'actor' ? actors : sources)
    const words = withoutBlanks(value).split(/\s+/)
    const separate = phrases(words, known)
    const names = joining === 'none' ? separate : joined(separate, known, joining)
    return names.map((one) => [name, one])
  })

const withoutBlanks = (value: string): string =>
  value
    .split(',')
    .map((part) => part.trim())
    .join(',')

/** Words put together to the longest phrases that are names; others stay alone. */
function phrases(words: readonly string[], known: ReadonlySet<string>): readonly string[] {
  if (words.length === 0) return []
  let length = words.length
  while (length > 1 && !areNames(words.slice(0, length).join(' '), known)) length--
  return [words.slice(0, length).join(' '), ...phrases(words.slice(length), known)]
}

/** Phrases that are no names, each with those behind it; one that begins with a minus begins a name. */
function joined(
  separate: readonly string[],
  known: ReadonlySet<string>,
  joining: Joining,
): readonly string[] {
  const isWhole = joining === 'names' && !separate.every((phrase) => areNames(phrase, known))
  const names: string[] = []
  let isOpen = false
  for (const phrase of separate) {
    const isName = !isWhole && areNames(phrase, known)
    if (isOpen && !isName && !phrase.startsWith('-')) names.push(`${names.pop()} ${phrase}`)
    else names.push(phrase)
    isOpen = !isName
  }
  return names
}

interface NamedPart {
  readonly id: string
  readonly label?: Readonly<Record<string, string>>
  readonly name?: Readonly<Record<string, string>>
  readonly title?: Readonly<Record<string, string>>
  readonly aliases?: Readonly<Record<string, readonly string[]>>
}

const namesOf = (parts: readonly NamedPart[]): ReadonlySet<string> =>
  new Set(
    parts
      .flatMap(({ id, label = {}, name = {}, title = {}, aliases = {} }) => [
        id,
        ...Object.values({ ...label, ...name, ...title }),
        ...Object.values(aliases).flat(),
      ])
      .map(folded),
  )

const areNames = (value: string, known: ReadonlySet<string>): boolean =>
  value
    .replace(/^-/, '')
    .split(',')
    .every((name) => known.has(folded(name)))

/** Like names in a filter (domain/query/names.ts), but for the folding of Chinese characters. */
const folded = (name: string): string => foldText(name.trim().replaceAll(/\s+/g, ' '))
