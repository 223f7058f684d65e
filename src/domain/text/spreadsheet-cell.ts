// Texts in CSV, which a spreadsheet would evaluate: an apostrophe before them stops it (OWASP, CSV injection).

/** Spreadsheets also evaluate formulas that begin with a space or an invisible character. */
const evaluated = String.raw`(?:[\p{Z}\p{C}\s]*[=+\-@＝＋－＠]|[\t\r])`

const guardedOrEvaluated = new RegExp(`^'*${evaluated}`, 'u')
const guard = new RegExp(`^'(?='*${evaluated})`, 'u')

/** @example guardedCell('+86 hotline') → "'+86 hotline"; one that has an apostrophe gets a second */
export const guardedCell = (text: string): string =>
  guardedOrEvaluated.test(text) ? `'${text}` : text

/** The text of a cell that `guardedCell` has made. */
export const unguardedCell = (cell: string): string => cell.replace(guard, '')
