// The rows of an import that have faults, as a file that can be mended and imported: a table, or events of
// our own form.
import { guardedCell } from '../../domain/text/spreadsheet-cell.ts'
import type { ImportResult } from '../../extract/table/plan.ts'
import type { OwnEvents } from '../../extract/table/table.ts'
import { isRestTable, reasonsHeader } from '../../extract/table/mapping.ts'

interface RestFile {
  readonly extension: 'csv' | 'json'
  readonly text: string
}

/** The rows with faults, each with its reasons. */
export const restOf = (result: ImportResult): RestFile =>
  result.own === undefined
    ? { extension: 'csv', text: restTable(result) }
    : { extension: 'json', text: restDocument(result.own, result) }

/** Events as they were, and the themes, actors and sources that came with them. */
function restDocument(
  { themes, actors, sources, language }: OwnEvents,
  { bad }: ImportResult,
): string {
  const events = bad.map(({ cells, reasons }) => ({
    event: JSON.parse(cells[0] ?? '{}') as { readonly id?: unknown },
    reasons,
  }))
  const rest = {
    reasons: events.map(({ event, reasons }) => ({ event: event.id, reasons })),
    ...(typeof language === 'string' && { language }),
    themes,
    actors,
    sources,
    events: events.map(({ event }) => event),
  }
  return `${JSON.stringify(rest, null, 2)}\n`
}

/** Cells, and the reasons. */
function restTable({ headers, bad }: ImportResult): string {
  const own = isRestTable(headers) ? headers.slice(0, -1) : headers
  const rows = bad.map(({ cells, reasons }) => [
    ...own.map((_, index) => cells[index] ?? ''),
    reasons.join('; '),
  ])
  const lines = [[...own, reasonsHeader], ...rows].map((cells) => cells.map(quoted).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

const quoted = (cell: string): string => `"${guardedCell(cell).replaceAll('"', '""')}"`
