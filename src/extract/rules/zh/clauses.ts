// What a Chinese clause says of its date: whether it looks ahead, whether something lasted, and
// whether it puts anything on a timeline at all.
import type { TextClause } from '../grammar.ts'
import type { Tense } from '../scene.ts'
import type { Phrase } from '../stated.ts'

const ahead =
  /将(?=于|在|会|由|继续|全面|正式|陆续|举[行办]|召开|开[幕始放工学展业通]|迎来|启动|出台|实[施行]|执行|推出|发布|公布|竣工|完工|通车|建成|达|进入|成为|持续|再次|首次|不再|被|前往|赴|进行|组织|完成|投入|上[映市线]|播出|生效|截止|结束|恢复|暂停|亮相|公开|展出|参加|安排|依法|登陆|到|抽查|有(?!关)|与|以|对)|拟(?![定人真合])|(?<!原)(?:预计|预期|预定)|(?<![原按照照])计划(?!的|经济)|有望|力争|争取|即将|定于|必须|务必|须(?!知)|应当|应于|应在|待|届时|尚未|要(?=[在把于全])|目标|报名截止|最快|最早|最迟|下一[个场次届站]|下次|开[卖售]|起售/
/** It may look ahead, or stand before an object: 将响应提升至二级. */
const mayLook = /将(?![军士领帅])/
const past =
  /(?:已经?|曾|了|过(?!渡|程|境|年|节|期)|获悉|获批|完成|累计|共(?=[有收计完接报投])|宣布|通报|召开了|发生|抵达|获得|确认|致|造成)/

const over = /已经?|曾|了(?!解)|累计|共(?=[有收计完接报投])/

export function tenseOf(phrase: Phrase, { before, after, next }: TextClause): Tense {
  if (phrase.claim === 'asOf') return 'past'
  // What follows a date that opens its clause belongs to it.
  const words = `${before} ${after}${after.trim() === '' ? next : ''}`
  const looks = ahead.test(words)
  if (phrase.claim === 'by' || phrase.claim === 'until')
    return over.test(words) && !looks ? 'past' : 'ahead'
  const looked = past.test(words)
  if (looks !== looked) return looks ? 'ahead' : 'past'
  return !looks && mayLook.test(words) ? 'unsure' : null
}

const lasting =
  /^[^,。;]{0,12}?(?:先后|连续|陆续|一直|持续|期间|累计|分批|多次|不断|均|全程|每天|日均|收入|支出|产值|产量|销量|举办[^,。;]{0,4}[0-9一二三四五六七八九十]+[场次期])/

/** Between two dates many things went on: eleven fines, the goods of two years. */
const many =
  /^[^,。;]{0,12}?(?<![第首\d])(?:\d|[两三四五六七八九十百])+(?:余|多)?次(?!元)|^[^,。;]{0,4}(?:生产|制造|出厂|销售|售出|购买|签发)/

const counted = /^的?(?:约|近|仅|共|超|达|为)?\d/

export function lasted({ from: { stated }, doubt }: Phrase, { after, next }: TextClause): boolean {
  const words = after.trim() === '' ? `${after}${next}` : after
  if (doubt === 'lasted-or-once' && many.test(words.replace(/^,/, ''))) return true
  return (
    lasting.test(words) ||
    (stated.is === 'calendar' && stated.month === undefined && counted.test(after))
  )
}

const told = /^[^,。;]{0,12}?(?:获悉|了解到|据悉|得知|透露给记者|向记者透露)/
const dateline = /^(?:专|综合)?(?:讯|电)(?=[ (:]|$|记者)/
const identifies =
  /^(?:[^,。;:、]{0,10}?)(?:起)?(?:施行|实施|修订|修正|颁布|印发|发布|生产|出厂|制造|签订|出版|版|生效|制定|批准|通过|编制|签署|出台|购买|购入|成立)(?:并[^,。;]{0,4})?的(?![^,。;]{0,2}(?:人|他|她|同时))/
const compared =
  /^(?:年?同期|相比|比|的?[^,。;]{0,16}?(?:降|增|减|升|提高|提升|缩短|下降|上升|增长|扩大|扩展|减少|增加)(?:至|到|为))/
const notHeld = /(?:原定|原计划|原拟|原本|原先|原应)(?:于|在)?[^,。;]{0,4}$/
/** 按原来的计划，桥应在…: what came otherwise. */
const firstPlan = /(?:按|依)照?原(?:来|先|有)?的?计划[^。;]{0,12}$/
const cancelled = /^[^。;]{0,24}?(?:取消|推迟|延期|搁置|叫停|未能如期|未举行|改期)/
const supposed = /(?:如果|假如|倘若|要是|若|万一)[^。;]{0,12}$/
const inscribed =
  /(?:[刻书题铭写]有?[“「"]$|刻着|刻有|写有|题有|铭文|落款|款识|字样|印有)[^。;]{0,3}$/
const superlative =
  /^(?:的)?[^,。;]{0,6}(?:新[高低]|首次|首个|纪录|最[好佳差])|^(?:的)?[^,。;]{0,4}最[大高低多少强重长早晚好差热冷严快慢]/
/** 公元前2300年的陶罐: when a thing was made. */
const madeThen =
  /^(?:前后|左右)?的[^,。;]{0,5}(?:罐|瓶|碗|壶|盘|杯|剑|鼎|碑|砖|瓦|灯|印|钱币|铜镜|器物|文物|遗物|手稿|账册|照片|地图|画作|信件)(?=[,。;、]|$)/
const example = /(?:表示|例如|譬如|比如|如)[^,。;]{0,14}$/
const born = /^[^,。;]{0,1}(?:出)?生(?=[,。;)(于的]|$)|^[^,。;]{0,6}?出生/
const object = /^(?:款|版|字样|铭|造)/

export function isEvent(phrase: Phrase, clause: TextClause): boolean {
  const { before, after, next, sentenceBefore } = clause
  const { stated } = phrase.from
  if (stated.is === 'day-of-year') return false
  if (told.test(after) || dateline.test(after)) return false
  if (attributive(phrase, after) || object.test(after.replace(/^的/, ''))) return false
  if (/(?:比|较|同比)$/.test(before) || /^(?:年?同期|相比)/.test(after)) return false
  if (phrase.claim !== 'since' && /[由从]$/.test(before) && compared.test(after)) return false
  if (
    notHeld.test(before) ||
    firstPlan.test(sentenceBefore) ||
    (/原定|原计划/.test(before) && cancelled.test(after + next))
  )
    return false
  if (/(?:如遇|若遇|如逢|如因)[^。;]{0,16}$/.test(sentenceBefore)) return false
  if (supposed.test(before) || inscribed.test(before) || inscribed.test(sentenceBefore))
    return false
  if (example.test(before) && /^[^,。;]{0,2}(?:生产|出厂|制造)/.test(after)) return false
  if (phrase.claim === 'since' && superlative.test(after)) return false
  if (phrase.claim === 'point' && madeThen.test(after)) return false
  return !born.test(after)
}

/** 2024年修订的预案: the date of a thing that the sentence is not about. */
const attributive = (phrase: Phrase, after: string): boolean =>
  phrase.claim !== 'asOf' && phrase.claim !== 'by' && identifies.test(after)

export const leads = ({ claim }: Phrase, { before, after }: TextClause): boolean =>
  !(
    identifies.test(after) ||
    inscribed.test(before) ||
    /(?:比|较|同比)$/.test(before) ||
    // 1963年8月以来最大的一场雨: the story does not go on from there.
    (claim === 'since' && superlative.test(after))
  )
