// Dates in Chinese, in both scripts: 2020年2月1日至10日, 自2020年1月24日起, 截至2020年2月24日.
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

/** Year 0 is 1 BC. Years below 1000 carry their era, so as not to look like plain numbers. */
export function chineseYear(year: number, era: ChineseEra, withEra = year < 1000): string {
  if (year < 1) return `${era}前${1 - year}年`
  return withEra ? `${era}${year}年` : `${year}年`
}

/** The common era in mainland and in Taiwanese usage. */
export type ChineseEra = '公元' | '西元'

/** The words that differ between the two scripts. */
export interface ChineseTerms {
  readonly era: ChineseEra
  readonly about: string
  readonly between: string
  readonly within: string
  readonly endUnknown: string
  readonly untilThen: string
  readonly notLaterThan: string
}

const doubt = (date: EdtfDate) => (isUncertain(date) ? '(存疑)' : '')

export function chineseWriter(terms: ChineseTerms): DateWriter {
  const about = (date: EdtfDate) => (isApproximate(date) ? terms.about : '')
  const full = (date: EdtfDate, left: LeftOut, withEra = false, someDay = '') =>
    about(date) + bare(date, { left, withEra, terms }) + someDay + doubt(date)
  const plain = (date: EdtfDate, left: LeftOut) => bare(date, { left, withEra: false, terms })

  /** Each date without the year and month that it shares with the previous one. */
  const chain = (dates: readonly EdtfDate[], first: LeftOut, isList = false) => {
    const withEra = isAcrossEras(dates)
    // Of 1月或2月3日 a reader could take 1月3日.
    const someDay = isList && isMixed(dates) ? '某日' : ''
    return dates.map((date, index) => {
      const before = dates[index - 1]
      const left = before === undefined ? first : leftOutAfter(before, date)
      return full(date, left, withEra, date.day === undefined ? someDay : '')
    })
  }

  return (civil, withYear) => {
    const first: LeftOut = withYear ? 'nothing' : 'year'
    switch (civil.form) {
      case 'date':
        return full(civil.date, first)
      case 'whole': {
        const all = civil.date.month === undefined ? '全年' : '整月'
        return about(civil.date) + plain(civil.date, first) + all + doubt(civil.date)
      }
      case 'clock':
        return `${full(civil.date, first)} ${printClock(civil.minute)}`
      case 'list': {
        const parts = chain(civil.dates, first, true)
        return `${parts.slice(0, -1).join('、')}或${parts.at(-1)}`
      }
      case 'interval':
        if (printDate(civil.from) !== printDate(civil.to))
          return chain([civil.from, civil.to], first).join('至')
        // It began and ended on days of that month or year.
        return full(civil.to, first) + (civil.to.day === undefined ? terms.within : '')
      case 'within':
        if (printDate(civil.from) === printDate(civil.to)) return full(civil.to, first)
        return `${chain([civil.from, civil.to], first).join('至')}${terms.between}某日`
      case 'onwards': {
        const end = civil.to === 'unknown' ? terms.endUnknown : ''
        return `${about(civil.from)}自${plain(civil.from, first)}起${end}${doubt(civil.from)}`
      }
      case 'upTo':
        return civil.from === 'open'
          ? `截至${full(civil.to, first)}`
          : `${about(civil.to)}至${plain(civil.to, first)}${terms.untilThen}${doubt(civil.to)}`
      case 'before':
        return terms.notLaterThan + full(civil.to, first)
    }
  }
}

type LeftOut = 'nothing' | 'year' | 'month'

function leftOutAfter(before: EdtfDate, date: EdtfDate): LeftOut {
  if (inOneMonth([before, date])) return 'month'
  return inOneYear([before, date]) ? 'year' : 'nothing'
}

interface Bare {
  readonly left: LeftOut
  readonly withEra: boolean
  readonly terms: ChineseTerms
}

function bare(date: EdtfDate, { left, withEra, terms: { between, era } }: Bare): string {
  const { year, month, day } = date
  const yearOf = (year: number) => chineseYear(year, era, withEra || year < 1000)
  if (isNamedDecade(date)) return `${year}年代`
  if (month === undefined) {
    const last = lastYearOf(date)
    return last === year ? yearOf(year) : `${yearOf(year)}至${yearOf(last)}${between}`
  }
  return (
    (left === 'nothing' ? yearOf(year) : '') +
    (left === 'month' ? '' : `${month}月`) +
    (typeof day === 'number' ? `${day}日` : '')
  )
}
