// Chinese words that look like a date and are none: titles, habits, terms, holidays without ends.
import { before, matchAt } from '../../text/sticky.ts'
import { readName } from './names.ts'
import type { NameReading } from './statement.ts'

const title = /[《〈][^》〉\n]{0,80}[》〉]/y
const habit =
  /(?:每年|每月|每个?星期|每周|每日|每天|每晚|每早|每逢|逢|历年|往年|历届|每到|每|常年)(?!次|个|人|名|户|家|位|项|场|所|件|辆|股|吨|亩|公)/y
const habitList = / ?(?:[、,和及至到~-]{1,2}|每[周月日天年]) ?/y
/** Periods whose ends no text gives: holidays, terms, fiscal years. */
const unnamed =
  /(?:(?:今|去|前|明|本|上|当|同|次)年|\d{4}年?)?(?:的)?(?:(?:春节|国庆节?|五一|元旦|中秋节?|端午节?|清明节?|劳动节|双节|圣诞)(?:假期|长假|连假|小长假|黄金周|假日)|(?<!年的?)(?:春节|国庆节?|五一|元旦|中秋节?|端午节?|清明节?|劳动节|双节|圣诞节?|农历新年)(?:期间)|[暑寒]假|[暑寒]期|春运|[春秋]季学期|第?[一二]学期|学年|财年|财政年度|汛期|入[汛夏冬秋春]|开春)(?:以来|期间|起)?/y
/** Years that begin on a day that the text does not tell: 2019-20学年, 109學年度, FY2020. */
export const fiscal =
  /(?:(?:\d{4}(?:年? ?[-~至/] ?\d{2,4})?年?|民国\d{2,3}|\d{2,3})(?:学年度?|财年|财政年度|会计年度)|(?:FY|财年) ?\d{4}(?:[-/]\d{2,4})?)(?![\d-])/y
/** “21世纪的谜题”: a name of something. */
const quotedName = /\d{1,2}世纪的?[^"”」』,。;!?\n]{1,8}(?=["”」』])/y
/** 判处2年4月: a term, not the fourth month. */
const term = /\d{1,2}年\d{1,2}个?月(?=有期|徒刑|的?刑)|\d年\d{1,2}个?月/y
const scheme = /\d[·.+]\d{1,2}/y

/** 判10年6月: a term, too. */
const sentenced = /(?:判处?|处以?|刑期?|服刑|徒刑)(?:有期)?(?:徒刑)? ?$/
const yearsAndMonths = /\d{1,2}年(?:\d{1,2}个?月)?(?!底|末|初|\d|[上中下]旬)/y

/** Words that are no date though they look like one: where to go on. */
export function skipped(reading: NameReading, at: number): number | null {
  const { text } = reading
  const quoted = matchAt(title, text, at)
  if (quoted !== null) return at + quoted[0].length
  const period = matchAt(unnamed, text, at)
  if (period !== null && !/\d$/.test(before(text, at, 1))) return at + period[0].length
  const name = matchAt(quotedName, text, at)
  if (name !== null && /["“「『]$/.test(before(text, at, 1))) return at + name[0].length
  const long = matchAt(term, text, at)
  if (long !== null && !/[\d〇零一二三四五六七八九十国元和正治成]$/.test(before(text, at, 1)))
    return at + long[0].length
  const served = matchAt(yearsAndMonths, text, at)
  if (served !== null && sentenced.test(before(text, at, 8))) return at + served[0].length
  const sign = matchAt(scheme, text, at)
  if (
    sign !== null &&
    !/\d$/.test(before(text, at, 1)) &&
    !/^\.\d/.test(text.slice(at + sign[0].length, at + sign[0].length + 2))
  )
    return at + sign[0].length
  const often = matchAt(habit, text, at)
  if (often === null) return null
  return endOfHabit(reading, at + often[0].length)
}

const hours =
  / ?(?:凌晨|早上|上午|中午|下午|晚上|晚)?\d{1,2}(?:[时点](?:\d{1,2}分|半)?|:\d{2})(?: ?[至到~-]{1,2} ?(?:次日|当日|翌日)?(?:凌晨|早上|上午|中午|下午|晚上|晚)?\d{1,2}(?:[时点](?:\d{1,2}分|半)?|:\d{2}))?/y
const weekdayAlone =
  /(?:(?:周|星期|礼拜)?[一二三四五六日天末]|周)(?=[至到、,和及~\d下上晚早凌中无例固的]|$)/y

/** 每周一至周五9时至17时: the whole habit. */
function endOfHabit(reading: NameReading, at: number): number {
  const { text } = reading
  let place = at
  for (let count = 0; count < 6; count++) {
    const day = matchAt(weekdayAlone, text, place)
    const name = day === null ? readName(reading, place) : null
    const time = day === null && name === null ? matchAt(hours, text, place) : null
    const end =
      day === null ? (name?.end ?? place + (time?.[0].length ?? 0)) : place + day[0].length
    if (end === place) break
    place = end
    const more = matchAt(habitList, text, place)
    if (more !== null) place += more[0].length
  }
  return Math.max(place, at)
}
