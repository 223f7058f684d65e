// The names in the attributes `theme`, `actor` and `source`.
import type { Pairs } from '../../address/canonical.ts'
import type { TimelineAnswer } from './answers.ts'

/** Whether an attribute may hold several names, or one with a blank in it. */
export const hasBlanks = (filter: Pairs): boolean => filter.some(isSpaced)

const isSpaced = ([name, value]: Pairs[number]): boolean =>
  /^(?:theme|actor|source)$/.test(name) && /\s/.test(value)

/**
 * A blank means "and", like a repeated parameter in a query string; but an attribute that as a whole
 * is a label, or labels joined by commas, is left as it is.
 * @example [['theme', 'a b']] → [['theme', 'a'], ['theme', 'b']], unless a label is `a b`
 */
export const separateNames = (filter: Pairs, timeline: TimelineAnswer): Pairs =>
  filter.flatMap((pair): Pairs => {
    const [name, value] = pair
    const { themes, actors, sources } = timeline
    const parts = name === 'theme' ? themes : name === 'actor' ? actors : sources
    if (!isSpaced(pair) || isNamed(value, parts)) return [pair]
    return value.split(/\s+/).map((part) => [name, part])
  })

interface NamedPart {
  readonly id: string
  readonly label?: Readonly<Record<string, string>>
  readonly name?: Readonly<Record<string, string>>
  readonly title?: Readonly<Record<string, string>>
  readonly aliases?: Readonly<Record<string, readonly string[]>>
}

function isNamed(value: string, parts: readonly NamedPart[]): boolean {
  const known = new Set(
    parts
      .flatMap(({ id, label = {}, name = {}, title = {}, aliases = {} }) => [
        id,
        ...Object.values({ ...label, ...name, ...title }),
        ...Object.values(aliases).flat(),
      ])
      .map(folded),
  )
  return value
    .replace(/^-/, '')
    .split(',')
    .every((name) => known.has(folded(name)))
}

const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
