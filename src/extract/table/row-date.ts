// The date of one row, as the document writes it.
import { parseEdtf, printEdtf, type Edtf } from '../../domain/date/edtf.ts'
import { kindOf, type DateKind } from '../../domain/date/kinds.ts'

export interface RowDate {
  readonly date: string
  /** Only where the form of the date does not decide it. */
  readonly kind?: DateKind
}

/** A kind is written only where the form of the date does not decide it. */
export function withKind(date: string, kind: DateKind | undefined): RowDate {
  const parsed = parseEdtf(date)
  const usual = parsed.ok ? kindOf(parsed.value) : undefined
  return kind === undefined || kind === usual ? { date } : { date, kind }
}

/**
 * The date of a row with a second column for its end: both must be plain dates.
 * @example joinEnds('2020-02-01', '2020-02-03') → '2020-02-01/2020-02-03'
 */
export function joinEnds(start: string, end: string): string | null {
  const [from, to] = [plainDate(start), plainDate(end)]
  if (from !== null && end === '..') return `${from}/..`
  if (from === null || to === null) return null
  if (from === to) return start
  const joined = `${from}/${to}`
  return parseEdtf(joined).ok ? joined : null
}

/** The day of an instant, or the date itself; null for every other form. */
function plainDate(text: string): string | null {
  const parsed = parseEdtf(text)
  if (!parsed.ok) return null
  const edtf: Edtf = parsed.value
  if (edtf.form === 'instant') return text.slice(0, text.indexOf('T'))
  return edtf.form === 'date' && !text.includes('X') ? printEdtf(edtf) : null
}
