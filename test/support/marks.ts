// Marks of a text in one line each, so that tables of examples are readable.
import type { Mark } from '../../src/extract/mark.ts'
import { marksOf } from '../../src/extract/marks.ts'

/** 2026-07-16 was a Thursday. */
export const sourceDay = '2026-07-16'

export const zh = { day: sourceDay, language: 'zh', timeZone: 'Asia/Shanghai' } as const
export const en = { day: sourceDay, language: 'en', timeZone: 'Europe/London' } as const

/** `words = date kind`, or `words ? rule: dates`; a trailing `-` where nothing happened. */
export function shown(mark: Mark): string {
  const event = mark.isEvent ? '' : ' -'
  if (mark.state === 'ready') return `${mark.words} = ${mark.date} ${mark.kind}${event}`
  const dates = mark.readings.map(({ date }) => date).join(' | ')
  return `${mark.words} ? ${mark.rule.rule}: ${dates}${event}`
}

export const read = (text: string, setting: Parameters<typeof marksOf>[1] = zh): string[] =>
  marksOf(text, setting).map(shown)
