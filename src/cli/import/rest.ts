// The rows of an import that have faults, as a table.
import { guardedCell } from '../../domain/text/spreadsheet-cell.ts'
import type { ImportResult } from '../../extract/table/plan.ts'
import { isRestTable, reasonsHeader } from '../../extract/table/mapping.ts'

/** The rows with faults as a table that can be mended and imported: its cells, and the reasons. */
export function restTable({ headers, bad }: ImportResult): string {
  const own = isRestTable(headers) ? headers.slice(0, -1) : headers
  const rows = bad.map(({ cells, reasons }) => [
    ...own.map((_, index) => cells[index] ?? ''),
    reasons.join('; '),
  ])
  const lines = [[...own, reasonsHeader], ...rows].map((cells) => cells.map(quoted).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

const quoted = (cell: string): string => `"${guardedCell(cell).replaceAll('"', '""')}"`
