// The rows of an import that have faults, as a table.
import type { ImportResult } from '../../extract/table/plan.ts'
import { reasonsHeader } from '../../extract/table/mapping.ts'

/** The rows with faults as a table that can be mended and imported: its cells, and the reasons. */
export const restTable = ({ headers, bad }: ImportResult): string =>
  `\ufeff${[
    [...headers, reasonsHeader],
    ...bad.map(({ cells, reasons }) => [
      ...headers.map((_, index) => cells[index] ?? ''),
      reasons.join('; '),
    ]),
  ]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n')}\r\n`

/** A spreadsheet evaluates a cell that begins like a formula, so that it gets an apostrophe. */
const quoted = (cell: string): string =>
  `"${cell.replace(/^(?=[=+@\t\r]|-(?!\d))/, "'").replaceAll('"', '""')}"`
