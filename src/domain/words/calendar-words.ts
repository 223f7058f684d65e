// Years, month headings and weekdays in words. Own templates: Intl writes 二月 for a month alone and
// differs between the versions of ICU on which the same page is rendered.
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

/** Year 0 is 1 BC. Years of fewer than four digits carry their era, lest they look like a number. */
export function chineseYear(year: number): string {
  if (year < 1) return `公元前${1 - year}年`
  return year < 1000 ? `公元${year}年` : `${year}年`
}

export function englishYear(year: number): string {
  if (year < 1) return `${1 - year} BC`
  return year < 1000 ? `AD ${year}` : String(year)
}
