// Dates in English: 1–10 February 2020, from 24 January 2020 onwards.
import { printClock } from '../../domain/date/civil-day.ts'
import {
  isApproximate,
  isUncertain,
  lastYearOf,
  printDate,
  type EdtfDate,
} from '../../domain/date/edtf-date.ts'
import {
  inOneMonth,
  inOneYear,
  isAcrossEras,
  isMixed,
  isNamedDecade,
} from '../../domain/date/civil-date.ts'
import type { DateWriter } from '../writers.ts'

// Own names, since Intl differs between the versions of ICU that render the same page.
export const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Year 0 is 1 BC. Years below 1000 carry their era, so as not to look like plain numbers. */
export function englishYear(year: number, withEra = year < 1000): string {
  if (year < 1) return `${1 - year} BC`
  return withEra ? `AD ${year}` : String(year)
}

export const enDates: DateWriter = (civil, withYear) => {
  switch (civil.form) {
    case 'date':
      return full(civil.date, withYear)
    case 'whole':
      return `all of ${full(civil.date, withYear)}`
    case 'clock':
      return `${full(civil.date, withYear)}, ${printClock(civil.minute)}`
    case 'list':
      return oneOf(civil.dates, withYear)
    case 'interval':
      return span(civil.from, civil.to, withYear)
    case 'onwards': {
      const end = civil.to === 'unknown' ? ', end unknown' : ' onwards'
      return `from ${about(civil.from)}${bare(civil.from, withYear)}${end}${doubt(civil.from)}`
    }
    case 'upTo':
      return `${civil.from === 'open' ? 'as of' : 'until'} ${full(civil.to, withYear)}`
    case 'within':
      if (printDate(civil.from) === printDate(civil.to)) return full(civil.to, withYear)
      return between([civil.from, civil.to], withYear)
    case 'before':
      return `${civil.to.day === undefined ? 'in' : 'on'} or before ${full(civil.to, withYear)}`
  }
}

/** 26, 27 or 29 January 2020; on 26 January 2020 or in February 2020. */
function oneOf(dates: readonly EdtfDate[], withYear: boolean): string {
  const { parts, shared } = divided(dates, withYear)
  const whole = dates.map(({ day }, at) => `${day === undefined ? 'in' : 'on'} ${parts[at]}`)
  const told = isMixed(dates) ? whole : parts
  return `${told.slice(0, -1).join(', ')} or ${told.at(-1)}${shared}`
}

function span(from: EdtfDate, to: EdtfDate, withYear: boolean): string {
  // With equal ends it began and ended on days of that month or year.
  if (printDate(from) === printDate(to))
    return (to.day === undefined ? 'within ' : '') + full(to, withYear)
  const { parts, shared } = divided([from, to], withYear)
  return parts.join(parts.some((part) => part.includes(' ')) ? ' – ' : '–') + shared
}

function between(dates: readonly EdtfDate[], withYear: boolean): string {
  const { parts, shared } = divided(dates, withYear)
  return `between ${parts.join(' and ')}${shared}`
}

const about = (date: EdtfDate) => (isApproximate(date) ? 'c. ' : '')
const doubt = (date: EdtfDate) => (isUncertain(date) ? ' (uncertain)' : '')

function full(date: EdtfDate, withYear: boolean, withEra = false): string {
  const last = lastYearOf(date)
  if (last === date.year || isNamedDecade(date)) {
    return about(date) + bare(date, withYear, withEra) + doubt(date)
  }
  const ends = [date.year, last].map((year): EdtfDate => ({
    precision: 'year',
    year,
    qualifier: isApproximate(date) ? '~' : '',
  }))
  return between(ends, true) + doubt(date)
}

function bare(
  { precision, year, month, day }: EdtfDate,
  withYear: boolean,
  withEra = false,
): string {
  const inWords = englishYear(year, withEra || year < 1000)
  if (precision === 'decade') return `${year}s`
  if (month === undefined) return inWords
  const name = `${typeof day === 'number' ? `${day} ` : ''}${englishMonths[month - 1]}`
  return withYear ? `${name} ${inWords}` : name
}

/** Splits dates into the part of each and the shared part, which follows the last. */
function divided(
  dates: readonly EdtfDate[],
  withYear: boolean,
): { readonly parts: readonly string[]; readonly shared: string } {
  const [first] = dates
  // A mark of doubt must follow the whole date.
  const withEra = isAcrossEras(dates)
  if (first === undefined || withEra || isMixed(dates) || dates.some(isUncertain)) {
    return { parts: dates.map((date) => full(date, withYear, withEra)), shared: '' }
  }
  if (inOneMonth(dates)) {
    return {
      parts: dates.map(({ day }) => String(day)),
      shared: ` ${bare({ precision: 'month', year: first.year, month: first.month ?? 1, qualifier: '' }, withYear)}`,
    }
  }
  if (inOneYear(dates)) {
    return {
      parts: dates.map((date) => full(date, false)),
      shared: withYear ? ` ${englishYear(first.year)}` : '',
    }
  }
  if (dates.every(({ precision, year }) => precision === 'year' && year < 1)) {
    return { parts: dates.map((date) => `${about(date)}${1 - date.year}`), shared: ' BC' }
  }
  return { parts: dates.map((date) => full(date, withYear)), shared: '' }
}
