// The one filter grammar of the query string: no other module splits its values. A comma means "any
// of", repetition "and", a leading hyphen "none of"; names are identifiers or labels in any language.
// Parameter values become a query with names, then a query with ids.
import { broken, type BrokenRule } from '../domain/broken-rule.ts'
import type { CivilDay } from '../domain/date/civil-day.ts'
import type { Clause, EventQuery } from '../domain/query/event-query.ts'
import type { NamedPart, NameLookUp } from '../domain/query/names.ts'
import type { DateWindow } from '../domain/query/window.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { writeClause } from './canonical.ts'

/** Maximum repetitions of `theme`, `actor` and `source`, and maximum names in each. */
export const maxClauses = 20

/** A clause whose names have not been resolved to ids yet. */
export interface NamedClause {
  readonly names: readonly string[]
  readonly exclude: boolean
}

/** A query that refers to themes, actors and sources by any of their names. */
export interface NamedQuery extends Omit<EventQuery, NamedPart> {
  readonly themes: readonly NamedClause[]
  readonly actors: readonly NamedClause[]
  readonly sources: readonly NamedClause[]
}

/** What is wrong with a parameter. */
export interface FilterFault {
  readonly parameter: 'theme' | 'actor' | 'source' | 'to'
  readonly broken: BrokenRule
}

/** @example readClause('-a,b') → ok({ names: ['a', 'b'], exclude: true }) */
export function readClause(value: string): Result<NamedClause, BrokenRule> {
  const exclude = value.startsWith('-')
  const names = (exclude ? value.slice(1) : value).split(',')
  return names.length > maxClauses
    ? failed(broken('too-many-names', { max: maxClauses }))
    : ok({ names, exclude })
}

/** The filter's parameters, each already parsed on its own. */
export interface FilterValues {
  readonly theme: readonly NamedClause[]
  readonly actor: readonly NamedClause[]
  readonly source: readonly NamedClause[]
  readonly members: EventQuery['members'] | undefined
  readonly from: CivilDay | undefined
  readonly to: CivilDay | undefined
  readonly match: DateWindow['match'] | undefined
  readonly undated: DateWindow['undated'] | undefined
  readonly q: readonly string[] | undefined
  readonly sort: EventQuery['sort'] | undefined
}

/**
 * Combines the parameters into a query, or reports all faults at once.
 * @example { theme: [clause], actor: [], … } → ok({ themes: [clause], actors: [], terms: [], … })
 */
export function readFilter(values: FilterValues): Result<NamedQuery, FilterFault[]> {
  const { theme, actor, source, from = null, to = null } = values
  const faults: FilterFault[] = []
  for (const [parameter, clauses] of [
    ['theme', theme],
    ['actor', actor],
    ['source', source],
  ] as const) {
    if (clauses.length > maxClauses)
      faults.push({ parameter, broken: broken('too-many-clauses', { max: maxClauses }) })
  }
  if (from !== null && to !== null && from > to)
    faults.push({ parameter: 'to', broken: broken('ends-first') })
  if (faults.length > 0) return failed(faults)
  return ok({
    themes: theme,
    actors: actor,
    sources: source,
    members: values.members ?? 'include',
    window: { from, to, match: values.match ?? 'possible', undated: values.undated ?? 'exclude' },
    terms: values.q ?? [],
    sort: values.sort ?? 'date',
  })
}

/**
 * Replaces names by ids, in canonical order, or reports all faults at once.
 * @example { themes: [{ names: ['Work'], … }], … } → ok({ themes: [{ any: ['work'], … }], … })
 */
export async function resolveNames(
  query: NamedQuery,
  lookUp: NameLookUp,
): Promise<Result<EventQuery, FilterFault[]>> {
  const ids = await lookUp({
    themes: namesIn(query.themes),
    actors: namesIn(query.actors),
    sources: namesIn(query.sources),
  })
  const faults: FilterFault[] = []
  const resolved = (
    parameter: 'theme' | 'actor' | 'source',
    part: NamedPart,
  ): readonly Clause[] => {
    const [clauses, found] = [query[part], ids[part]]
    const meant = namesIn(clauses).map((name) => found.get(name) ?? [])
    if (meant.some((ids) => ids.length === 0)) {
      faults.push({ parameter, broken: broken(`no-such-${parameter}`) })
    }
    for (const ids of meant) {
      const listed = ids.slice(0, maxClauses)
      if (ids.length > 1)
        faults.push({ parameter, broken: broken('several-things', { ids: listed }) })
    }
    return canonical(
      clauses.map(({ names, exclude }) => ({
        any: [...new Set(names.flatMap((name) => found.get(name) ?? []))].toSorted(),
        exclude,
      })),
    )
  }
  const themes = resolved('theme', 'themes')
  const actors = resolved('actor', 'actors')
  const sources = resolved('source', 'sources')
  return faults.length === 0 ? ok({ ...query, themes, actors, sources }) : failed(faults)
}

const namesIn = (clauses: readonly NamedClause[]): readonly string[] =>
  clauses.flatMap(({ names }) => names)

/** Removes duplicate clauses and sorts the rest by text: all must hold, so order has no meaning. */
function canonical(clauses: readonly Clause[]): readonly Clause[] {
  const byText = new Map(clauses.map((clause) => [writeClause(clause), clause]))
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, clause]) => clause)
}
