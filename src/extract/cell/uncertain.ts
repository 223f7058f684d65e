// A sign of doubt behind a cell in words: 1850?, 1850 (uncertain), 1980年（存疑）.
import type { EdtfDate } from '../../domain/date/edtf-date.ts'
import { parseEdtf, printEdtf, type Edtf } from '../../domain/date/edtf.ts'
import { plain } from '../reasons/reason.ts'
import type { DateReading } from '../mark.ts'
import { open, ready, type CellAnswer } from './answer.ts'
import { namesSeveral } from './words.ts'

const doubt = /\s?(?:\(\?\)|\?|\((?:存疑|待考|不详|uncertain|probable|probably)\))$/i

/** What the sign is said of is asked where the cell names several dates, or a time, which holds none. */
export function readUncertain(text: string, read: (cell: string) => CellAnswer): CellAnswer {
  const match = doubt.exec(text)
  if (match === null) return read(text)
  const words = text.slice(0, match.index)
  const answer = read(words)
  const isSeveral = namesSeveral(words)
  if (answer.state === 'refused') return answer
  const readings = answer.readings.flatMap(({ date, kind, why }) =>
    doubted(date, isSeveral).map((one): DateReading => ({ date: one, kind, why })),
  )
  const [first, ...more] = readings
  if (answer.state === 'open') return open(answer.rule, readings)
  if (first === undefined) return open(plain('scope-of-mark'), answer.readings)
  return more.length > 0
    ? open(plain('scope-of-mark'), readings)
    : ready(first.date, first.why, first.kind)
}

/** 1850 becomes 1850?, 1850~ becomes 1850%; of several dates all, or the last. None for a time. */
function doubted(date: string, isSeveral: boolean): string[] {
  const parsed = parseEdtf(date)
  if (!parsed.ok) return []
  const told = (isSeveral ? [true, false] : [true]).map((isAll) => marked(parsed.value, isAll))
  return [...new Set(told.flatMap((edtf) => (edtf === null ? [] : printEdtf(edtf))))]
}

const withDoubt = (date: EdtfDate): EdtfDate => ({
  ...date,
  qualifier: date.qualifier === '~' || date.qualifier === '%' ? '%' : '?',
})

function marked(edtf: Edtf, isAll: boolean): Edtf | null {
  const other = (date: EdtfDate) => (isAll ? withDoubt(date) : date)
  switch (edtf.form) {
    case 'date':
      return { ...edtf, date: withDoubt(edtf.date) }
    case 'instant':
      return null
    case 'interval':
    case 'within':
      return { ...edtf, from: other(edtf.from), to: withDoubt(edtf.to) }
    case 'onwards':
      return { ...edtf, from: withDoubt(edtf.from) }
    case 'upTo':
    case 'before':
      return { ...edtf, to: withDoubt(edtf.to) }
    case 'list': {
      const [first, ...rest] = edtf.dates
      const [second = first, ...more] = rest.map((date, at) =>
        at === rest.length - 1 ? withDoubt(date) : other(date),
      )
      return { ...edtf, dates: [other(first), second, ...more] }
    }
  }
}
