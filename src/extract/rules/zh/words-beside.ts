// Chinese words so close to a date that they may belong to it, though no rule reads them: what they leave
// open is for a person to settle.
import type { WordsAround } from '../grammar.ts'

const number = '[\\d一二两三四五六七八九十半几]'

const laterWords: readonly RegExp[] = [
  // 1785年±10年, 8月15中秋, 3月第二个周
  /^(?:±|[/-]?\d|个?(?:多月|来年)|第[一二三四五]个?(?:周|星期)|(?:农历|阴历)|中(?=[,。;、]|$))/,
  // 2013年小年, 今年立春: days that no rule knows
  /^的?(?:小年(?![轻龄级纪])|立[春夏秋冬]|[大小][暑寒雪满]|惊蛰|谷雨|芒种|夏至|处暑|白露|[春秋]分|寒露|霜降|雨水|[入三]伏)/,
  // 清明前三天, 中秋后第二天
  new RegExp(`^之?(?:[前后]|以前|以后)(?:的?第)?${number}{1,3}个?(?:[天日周夜晚年]|星期|小时)`),
]

/** 二月二, 宣统三年八月十九: days of the Chinese calendar by their short names. */
const shortLunar =
  /^(?:初[一二三四五六七八九十]|[一二三四五六七八九十廿](?![、至到日号])|[十廿][一二三四五六七八九](?![日号]))/

const earlierWords: readonly RegExp[] = [/\d[、/至到~-]$/]

/** 中秋后第二天: counted from the feast. */
const afterFeast = /(?:节|中秋|清明|春节|端午|国庆|元旦)[前后]$/

export const hasWordsBeside = ({ earlier, context, later, words }: WordsAround): boolean =>
  laterWords.some((one) => one.test(later)) ||
  earlierWords.some((one) => one.test(earlier)) ||
  afterFeast.test(context) ||
  // 去年“五一”前, 2022年“双11”当天: a day by its name
  (words.endsWith('年') && /^[“「『"](?:双|五一|十一|六一|七一|八一|三八)/.test(later)) ||
  (/[周期]$/.test(words) && /^[初末底](?![一二三四五六七八九十])/.test(later)) ||
  (/[一二三四五六七八九十]月$/.test(words) && shortLunar.test(later))
