// Chinese words so close to a date that they may belong to it, though no rule reads them: what they leave
// open is for a person to settle.
import type { WordsAround } from '../grammar.ts'

const number = '[\\d一二两三四五六七八九十半几]'

const laterWords: readonly RegExp[] = [
  // 3日、4日或5日: one of three dates
  new RegExp(`^(?:、${number}{1,3}[年月日号]?){1,4}或者?${number}{1,4}[年月日号]`),
  /^或者?(?:其后|之后|稍后|以后|更[早晚]|[次翌][日晨晚]|第二[天日]|[前后]一[天日])/,
  // 3日或次日, 5日或3日: one of two dates
  new RegExp(`^或者?(?:是|在|于)?${number}{1,4}[年月日号]`),
  // 1785年±10年, 8月15中秋, 3月第二个周
  /^(?:±|止?(?:年度|[三六九]个月|半年度)|[/-]?\d|个?(?:多月|来年)|第[一二三四五]个?(?:周|星期)|(?:农历|阴历)|中(?=[,。;、]|$))/,
  // a range whose end no rule reads: 四月二十日至廿三, 2027年三季度末
  new RegExp(`^ ?[至到~-]{1,2} ?${number}{1,3}(?:[年月日号]|世纪)`),
  // 2020-01-26至01-28
  /^ ?(?:[至到~]|-{1,2}) ?\d{1,2}[./-]\d/,
  // 2013年小年, 今年入伏: days that no rule knows
  /^的?(?:小年(?![轻龄级纪])|[大小][暑寒雪满](?!山)|雨水|[入三]伏)/,
  // 清明前三天, 中秋后第二天
  new RegExp(`^之?(?:[前后]|以前|以后)(?:的?第)?${number}{1,3}个?(?:[天日周夜晚年]|星期|小时)`),
]

/** 二月二, 宣统三年八月十九: days of the Chinese calendar by their short names. */
const shortLunar =
  /^(?:初[一二三四五六七八九十]|[一二三四五六七八九十廿](?![、至到日号])|[十廿][一二三四五六七八九](?![日号]))/

/** 永和九年八月: the month of a year that no rule reads. */
const earlierWords: readonly RegExp[] = [
  /\d[、/至到~-]$/,
  /[元一二三四五六七八九十百\d]年$/,
  // 廿三至正月初三: a range whose start no rule reads
  /(?:初[一二三四五六七八九十]|[廿卅][一二三四五六七八九]?|[一二三四五六七八九十][日号])[至到~-]$/,
  // 庚子年正月初三: a year of the cycle
  /[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年的?$/,
]

/** 农历的2月3日: of which calendar it is stands before it. */
const lunarBefore = /(?:农|阴|旧|夏|古)历[是为的]?$/
const saysLunar = /[正腊冬]月|初[一二三四五六七八九十]|[廿卅]/

/** 改制当年, 事发当天: of what is named there, not of the date before. */
const ofEvent =
  /(?:改制|毕业|入学|结婚|出生|开业|开幕|创刊|创办|投产|建成|成立|退休|通车|上市|建国|解放|回归|事发|案发|出事|入职|入伍|搬迁|落成|竣工|去世|病逝|地震|离婚|签约|开工|建校|建厂|建院|创立)$/

/** 明年五一前, 去年双11: a day by its name that no rule reads. */
const namedDay =
  /^(?:的?[“「『"]?(?:双十[一二]|双1[12]|618)|的?[“「『"](?:五一|十一|六一|七一|八一|三八)|(?:十一|六一|七一|八一|三八)(?=前|之前|期间|假|长假|当|后|,))/

/** 中秋后第二天: counted from the feast. */
const afterFeast = /(?:节|中秋|清明|春节|端午|国庆|元旦|冬至|夏至|立[春夏秋冬]|[春秋]分)[前后]$/

/** 会议上周议员的提问: 上 may belong to the word before it, and 周 be a name. */
const isOnSurname = ({ context, later }: Pick<WordsAround, 'context' | 'later'>): boolean =>
  /(?:[会网庭场堂桌]|论坛|仪式|现场|路)$/.test(context) ||
  /^(?:[^,。;]{0,2})(?:议员|先生|女士|小姐|太太|局长|主席|教授|医生|老师|委员|主任|法官|律师|某)/.test(
    later,
  )

export const hasWordsBeside = ({ earlier, context, later, words }: WordsAround): boolean =>
  laterWords.some((one) => one.test(later)) ||
  earlierWords.some((one) => one.test(earlier)) ||
  (lunarBefore.test(earlier) && !saysLunar.test(words)) ||
  /^、\d{4}年之?间/.test(later) ||
  (words.endsWith('间') && /[年月日]、$/.test(context)) ||
  afterFeast.test(context) ||
  /[\d年月日号周]或者?(?:是|在|于)?$/.test(context) ||
  (/^当[年月日天晚]/.test(words) && ofEvent.test(context)) ||
  (/或/.test(words) && /[年月日号]、$/.test(context)) ||
  (words.endsWith('年') && namedDay.test(later)) ||
  (/^上周$/.test(words) && isOnSurname({ context, later })) ||
  (/季度?$/.test(words) && /^[初末底](?![一二三四五六七八九十])/.test(later)) ||
  (/[周期]$/.test(words) && /^[初末底](?![一二三四五六七八九十])/.test(later)) ||
  (/[一二三四五六七八九十]月$/.test(words) && shortLunar.test(later))
