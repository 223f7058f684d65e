// Days of the Chinese calendar that a source names in its own words for a date. Which civil day it is
// was decided by the author of the event.

export const feasts = [
  'newYearsEve',
  'newYear',
  'lanterns',
  'qingming',
  'dragonBoats',
  'qixi',
  'midAutumn',
  'doubleNinth',
  'winterSolstice',
  'laba',
] as const
export type Feast = (typeof feasts)[number]

/** Words behind it with which a date is not the day of the feast: before, after, around or during it. */
const notTheDay = '(?![节節]?(?:之?[前后後]|期|左右|假|长|長|档|檔|晚[会會]|临|臨))'

/** Words before it with which a date is not that day: 约, 临近 and the like. */
const aboutTheDay = '(?<![约約近])'

const names: Readonly<Record<Feast, string>> = {
  newYearsEve: '(?<!小)除夕|大年三十|年卅',
  newYear: '春[节節]|[大正][年月]初一',
  lanterns: '元宵',
  qingming: '清明',
  dragonBoats: '端午',
  qixi: '七夕',
  midAutumn: '中秋',
  doubleNinth: '重[阳陽]',
  winterSolstice: '冬至',
  laba: '[腊臘]八',
}

const patterns = feasts.map(
  (feast) => [feast, new RegExp(`${aboutTheDay}(?:${names[feast]})${notTheDay}`)] as const,
)

/**
 * The feast on which a date falls by the words of its source.
 * @example feastIn('自除夕晚上起') → 'newYearsEve', feastIn('春节前后') → undefined
 */
export const feastIn = (stated: string): Feast | undefined =>
  patterns.find(([, pattern]) => pattern.test(stated))?.[0]
