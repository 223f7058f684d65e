// Labels and names that our own tables say beside ids: of themes and actors that the timeline does not have.
import { unguardedCell } from '../../domain/text/spreadsheet-cell.ts'
import { isOwnTable } from '../table/mapping.ts'
import type { NameList, WantedName } from '../table/names.ts'
import type { RowValues } from '../table/values.ts'

/** The label of an id; undefined where no row tells it. */
export type OwnLabels = (list: NameList, id: string) => string | undefined

/** Columns of ids with those of their labels. */
const columns = [
  { list: 'themes', ids: 'themes', labels: 'theme_labels' },
  { list: 'actors', ids: 'actors', labels: 'actor_names' },
  { list: 'actors', ids: 'place', labels: 'place_name' },
] as const

const separator = '; '

/** Null for tables that are not ours. */
export function ownLabels(
  rows: readonly RowValues[],
  headers: readonly string[],
): OwnLabels | null {
  const cellOf = ownCells(headers)
  if (cellOf === null) return null
  const known = { themes: new Map<string, string>(), actors: new Map<string, string>() }
  const cells = rows.flatMap((row) =>
    columns.map(({ list, ids, labels }) => ({
      of: known[list],
      ids: cellOf(row, ids).split(separator),
      labels: cellOf(row, labels),
    })),
  )
  for (const { of, ids, labels } of cells) {
    const parts = ids.length === 1 ? [labels] : labels.split(separator)
    if (parts.length === ids.length)
      for (const [index, id] of ids.entries()) if (!of.has(id)) of.set(id, parts[index] ?? '')
  }
  // A label that holds the sign of the list is what the others leave of the cell.
  for (const { of, ids, labels } of cells) {
    const [only, ...more] = ids.filter((id) => !of.has(id))
    if (only === undefined || more.length > 0) continue
    const [before, after] = [ids.slice(0, ids.indexOf(only)), ids.slice(ids.indexOf(only) + 1)]
    const start = before.map((id) => `${of.get(id)}${separator}`).join('')
    const end = after.map((id) => `${separator}${of.get(id)}`).join('')
    if (labels.startsWith(start) && labels.endsWith(end))
      of.set(only, labels.slice(start.length, labels.length - end.length))
  }
  return (list, id) => {
    const label = known[list].get(id)
    return label === '' ? undefined : label
  }
}

/** Null for tables that are not ours. */
export function ownCells(
  headers: readonly string[],
): ((row: RowValues, header: string) => string) | null {
  if (!isOwnTable(headers)) return null
  const places = new Map(headers.map((header, index) => [header, index]))
  return (row, header) => unguardedCell(row.cells[places.get(header) ?? -1] ?? '').trim()
}

/** The names in rows, of ids in tables of ours with their labels. */
export function wantedNames(rows: readonly RowValues[], headers: readonly string[]): WantedName[] {
  const labels = ownLabels(rows, headers)
  const wanted = (list: NameList, name: string, isPlace = false): WantedName => ({
    list,
    name,
    label: labels?.(list, name),
    isPlace,
  })
  return rows.flatMap((row) => [
    ...row.list('themes').map((name) => wanted('themes', name)),
    ...row.list('actors').map((name) => wanted('actors', name)),
    ...(row.text('place') === '' ? [] : [wanted('actors', row.text('place'), true)]),
  ])
}
