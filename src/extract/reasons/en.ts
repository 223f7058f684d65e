// The reasons in English, which declares their rules and values.

const systems: Readonly<Record<string, string>> = {
  excel: 'of the 1900 system',
  excel1904: 'of the 1904 system',
  unix: 'of seconds since 1970',
}

const orders: Readonly<Record<string, string>> = {
  mdy: 'month, day',
  dmy: 'day, month',
  ymd: 'year, month, day',
}

export const en = {
  /** Year, month or day are written out. */
  written: () => 'written out',
  /** No year: the nearest that is not after the source. */
  'nearest-before': ({ year }: { readonly year: number }) =>
    `no year: ${year} gives the latest date that is not after the source`,
  /** No year, and the sentence looks ahead. */
  'nearest-after': ({ year }: { readonly year: number }) =>
    `no year, and the sentence looks ahead: ${year} gives the next such date`,
  /** The year was named before. */
  'year-goes-on': ({ year }: { readonly year: number }) => `the year ${year} was named before`,
  'year-of-heading': ({ year }: { readonly year: number }) => `the heading names ${year}`,
  /** A part is taken from the other end of a range. */
  'shared-part': () => 'shares a part with the other end of the range',
  /** The month was named before. */
  'month-goes-on': ({ month }: { readonly month: string }) => `the month ${month} was named before`,
  'month-of-source': ({ month }: { readonly month: string }) =>
    `no month: ${month} is nearest to the source`,
  /** Counted from the day of the source. */
  'from-source': ({ day }: { readonly day: string }) => `counted from the source’s day, ${day}`,
  /** Counted from the date named before. */
  'from-text': ({ date }: { readonly date: string }) =>
    `counted from the date named before, ${date}`,
  'weekday-before': ({ day }: { readonly day: string }) => `the last such weekday before ${day}`,
  'weekday-after': ({ day }: { readonly day: string }) => `the next such weekday after ${day}`,
  lunar: ({ day }: { readonly day: string }) => `this day of the Chinese calendar is ${day}`,
  feast: ({ day }: { readonly day: string }) => `this feast falls on ${day}`,
  era: ({ year }: { readonly year: number }) => `this year of the era is mostly ${year}`,
  recent: () => 'a day not long before the source',
  'day-of-year': ({ day, year }: { readonly day: number; readonly year: number }) =>
    `day ${day} of ${year}`,
  /** Two names of one day agree. */
  agree: () => 'the names of the day agree',
  disagree: () => 'the names of the day do not agree',
  /** Early, mid-, late, a season, 初, 底, 末: what that means is convention. */
  convention: () => 'vague words: their bounds are only convention',
  'two-years': () => 'the year may be one or the other',
  'two-months': () => 'the month may be one or the other',
  'two-weekdays': () => 'the week may be one or the other',
  'two-orders': () => 'day and month may stand in either order',
  'two-centuries': () => 'the century is not named',
  'two-calendars': () => 'the Julian and the Gregorian calendar had it on other days',
  'two-winters': () => 'a winter lies in two years',
  /** Months of an old era are those of the Chinese calendar. */
  'lunar-months': () => 'months of this era are of the Chinese calendar: some weeks later',
  'two-times': () => 'clocks showed this time twice',
  'decade-or-century': () => 'a decade or a century',
  'year-of-two-digits': () => 'the century of the year is not written',
  'month-or-day': () => 'month and year, or day and month',
  'range-or-month': () => 'two years, or a month that does not exist',
  'number-alone': () => 'a number alone: a serial number, a time or a count',
  'fiscal-year': () => 'fiscal and school years begin on different days',
  /** 今天 in a quotation is the day on which it was said. */
  'day-of-quotation': () => 'in a quotation: counted from the day on which it was said',
  /** 5 and 20 March: two events. */
  'two-dates': () => 'more than one date: write an event for each',
  /** 10日前: before the tenth, or ten days ago. 2月内: in February, or within two months. */
  'day-or-count': () => 'a day or month, or a count of them',
  /** Between 1850 and 1853, 光绪年间. */
  'lasted-or-once': () => 'it lasted through that time, or happened once in it',
  /** A number or a word beside the date that no rule reads: 9/10 or so, 年代中. */
  'words-beside': () => 'words beside it may belong to the date',
  /** c. 3 or 5 May, 约1月至2月, 1850–1855 (?). */
  'scope-of-mark': () => 'words such as “c.” or “(?)” may be said of one of the dates or of all',
  /** A clock time in a sentence of its own: of the day named before, most likely. */
  'day-of-clock': () => 'a time alone: of the day named before, or of another',
  /** 4:30 after 3 p.m.: half past four in the morning, or in the afternoon. */
  'half-of-day': () => 'the time may be of either half of the day',
  /** A date stands between that could not be read. */
  'unread-between': () => 'counted from a date named before, but words between may name another',
  /** The date is counted from one that is itself open. */
  'from-open': () => 'depends on a date that is itself open',
  /** 一年后: from the source's day or from the date named before. */
  'two-bases': () => 'counted from the source’s day, or from the date named before',
  'no-date-before': () => 'no date to count from was named before',
  'no-year': () => 'no year is named',
  /** 初三. */
  'no-month': () => 'no month is named',
  /** 国庆假期, 寒假期间. */
  'unnamed-period': () =>
    'a time whose days are not told: write its first and last day, such as 2020-01-24/2020-02-02',
  'open-bound': () => 'only a lower bound is named',
  /** 二月廿三日. */
  'civil-or-lunar': () => 'a day of the civil month, or of the Chinese calendar',
  /** —2020. */
  'dash-before': () => 'a dash before it: an end without a start, or the sign of a list',
  'no-date': () => 'no date can be read',
  'no-such-date': () => 'no such date',
  'no-zone': () => 'a time needs a time zone',
  /** 纽约时间下午3时，…4时30分: of the zone named before, or of the timeline's. */
  'other-zone': () => 'a time without a zone, behind one of another zone',
  'time-fraction': () => 'a fraction of a second, which a timeline does not hold',
  /** 09:00-12:00 behind a day. */
  hours: () => 'hours from one to the other, which a timeline does not hold',
  'hours-or-offset': () => 'hours from one to the other, or a time with its offset from UTC',
  'season-code': () => 'a season’s code, or a month that does not exist',
  /** A column's setting decides. */
  order: ({ order }: { readonly order: string }) =>
    `the column is read as ${orders[order] ?? order}`,
  serial: ({ system }: { readonly system: string }) =>
    `a serial number ${systems[system] ?? system}`,
  form: ({ form }: { readonly form: string }) => `a date of ${form}`,
}
