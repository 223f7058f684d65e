// Keeps the health and body of private persons out of published texts. A list of Chinese and English
// terms catches oversights; it supplements the author's judgement and does not replace it.
import type { LooseDocument, Located } from './loose-document.ts'
import type { Warning } from './warning.ts'
import { broken } from '../broken-rule.ts'
import { faultOf, type Fault } from './fault.ts'
import { pointerOf } from '../document/pointer.ts'

/** Terms in the form that people would look up; docs/privacy.md lists them, too. */
export const privateTerms = {
  injury: {
    zh: '受伤 负伤 带伤 伤情 伤势 伤病 伤口 伤痛 伤腿 伤脚 伤臂 伤员 旧伤 腰伤 腿伤 脚伤 膝伤 枪伤 刀伤 摔伤 烧伤 烫伤 扭伤 挫伤 拉伤 崴脚 崴了脚 骨折 骨裂 脱臼 断腿 断臂 韧带 半月板 膝关节 跟腱 绑腿 绷带 膏药 拐杖 拐棍 轮椅 截肢 假肢',
    en: 'injury|injuries|injured|wounds|wounded|a wound|ligament|ligaments|meniscus|achilles tendon|fracture|fractured|sprain|sprained|dislocated shoulder|concussion|broken leg|broken arm|plaster cast|leg in plaster|arm in plaster|bandage|bandages|bandaged|crutch|crutches|walking stick|wheelchair|amputation|amputated|amputee|prosthesis',
  },
  treatment: {
    zh: '手术 开刀 住院 住进医院 住进了医院 住了院 刚出院 出院不久 康复 复健 理疗 恢复期 化疗 放疗 透析 病床上 病床前 病榻 病历 病史 病假 病休 病号 静养 医生诊断 诊断为 被诊断 被确诊 确诊为 服药 吃药 打点滴 打吊针 止痛 降压药 起搏器 助听器 就医 未痊愈 没痊愈 刚痊愈 未愈 初愈 病愈 伤愈',
    en: 'surgery|surgeries|surgeon|operated on|underwent an operation|had an operation|post-operative|postoperative|hospitali[sz]ed|hospitali[sz]ation|in hospital|admitted to hospital|taken to hospital|discharged from hospital|hospital bed|sick leave|diagnosis|chemotherapy|radiotherapy|dialysis|pacemaker|hearing aid|convalescent|convalescing|convalescence|recuperating|recuperation|rehabilitation|painkiller|painkillers|not yet recovered|not fully recovered|medical history',
  },
  illness: {
    zh: '患有 患上 身患 病情 病痛 病倒 病重 病危 病逝 抱病 卧病 卧床 瘫痪在床 病腿 病体 病躯 体弱 虚弱 病弱 慢性病 基础病 基础疾病 旧疾 宿疾 隐疾 腿疾 足疾 眼疾 绝症 癌 肿瘤 白血病 尿毒症 糖尿病 高血压 低血压 血压高 血糖高 贫血 心脏病 冠心病 心梗 心肌梗 脑梗 脑溢血 脑出血 脑卒中 帕金森 阿尔茨海默 老年痴呆 癫痫 哮喘 肝炎 乙肝 肺结核 艾滋病 肾病 胃病 痛风 风湿病 类风湿 关节炎 椎间盘 腰椎 颈椎 抑郁 焦虑症 自闭症 精神病 失眠 低烧 昏迷 晕倒 休克 怀孕 身孕 待产 孕妇 孕期 坐月子 剖腹产 剖宫产',
    en: 'illness|illnesses|ailment|ailments|sick|sickness|unwell|poor health|failing health|chronic disease|heart disease|heart attack|had a stroke|suffered a stroke|cancer|leukaemia|leukemia|tumou?r|diabetes|diabetic|hypertension|high blood pressure|asthma|epilepsy|dementia|arthritis|rheumatism|slipped disc|lumbar|hepatitis|tuberculosis|insomnia|high fever|had a fever|pregnant|pregnancy|bedridden|frail|infirm|infirmity',
  },
  disability: {
    zh: '残障 伤残 致残 失明 失聪 聋哑 耳聋 耳背 偏瘫 截瘫 脑瘫 瘸 跛 一瘸一拐 腿脚不便',
    en: 'disabled|disability|disabilities|handicap|handicapped|hard of hearing|limp|limps|limped|limping|lame|bad leg|bad knee|bad back|crippled|paraly[sz]ed',
  },
  pain: {
    zh: '疼痛 剧痛 酸痛 腿痛 腰痛 腿疼 腰疼 胃痛 胃疼',
    en: 'pain|pains|painful|ache|aches|aching|backache',
  },
  age: {
    zh: '年龄 高龄 年迈 年事已高 上了年纪 花甲 古稀 耄耋 年过半百 年近六旬 头发花白 斑白 白了头',
    en: 'at the age|years of age|old age|elderly|year-old|years old|septuagenarian|octogenarian|white-haired|grey-haired|gray-haired|white hair|grey hair|gray hair',
  },
} as const

/**
 * Terms that depend on context. Each exception is a harmless word: 疾病预防控制中心 (a disease
 * control centre), 中风险 (medium risk), 18岁以上人群 (those over 18), 技术后来 (technology later),
 * 物流产业 (logistics), 明白发放 (clearly hand out), 石膏板 (plasterboard), newly diagnosed cases.
 */
const patterns = [
  '(?<![0-9])[0-9]{1,3}多?周?岁(?!及?以[上下]|人群|[至到~-][0-9])',
  '(?<![〇零一二三四五六七八九十百几两])[〇零一二三四五六七八九十百几两]{1,4}多?周?岁(?!及?以[上下]|人群)',
  // The unit of a measure
  '^周?岁$',
  '[五六七八九]旬',
  '行动不(?:大|太|很|甚|够)?方?便',
  '(?:身体|身子|腿脚?|脚|腰|膝盖|眼睛|视力|耳朵|听力|胃|心脏)(?:一直|一向|向来|本来|本|也|又|还|都)?(?:不(?:大|太|很|甚|够)?(?:好|适|佳|便|灵便|利索|舒服)|欠[佳安])',
  '伤(?:还|尚)?[没未]好',
  '缝了?[0-9一二三四五六七八九十几]{1,3}针',
  '拄着?[单双]?拐',
  '(?<!脱硫|磷)石膏(?!板|矿|像|粉|线|厂|制品|业)',
  '(?<![严惨])重伤(?!亡)',
  '(?<!减)轻伤',
  '(?<!员)工伤(?!保险)',
  '(?<![营培供])养[伤病](?!害|毒|原|菌)',
  '(?<![学艺技战美武魔算权])术后',
  '(?<!隔离|负压|方舱)病房',
  '(?<!运)输液(?!化|体|态)',
  '(?<!传染|传染性)疾病(?!预防|防|控|监测|流行)',
  '患病(?!率)',
  '(?<!严)重病(?!例|区|毒)',
  '中风(?!险)',
  '(?<!携)带病(?!毒|原|菌)',
  '(?<![发产])生病(?!毒|例|变|害)',
  '发高?烧(?!友)',
  '[患重得]了?感冒',
  '(?:核酸|检测)阳性(?!病例|率|感染者|人员|个案)',
  '流产(?!业|品|能|生|值|出|区|地|量|销)',
  '残疾(?!人联合会|人事业|人保障)',
  '白头(?!山|翁|叶猴|海雕|鹎|鹤|鹰|偕老|到老)',
  '(?<![明坦表告空])白发(?!放|布|展|行|现|起|出|生)',
  '\\bill\\b(?!-)',
  '\\bdiagnosed\\b(?! (?:cases|infections))',
  '(?<!economic |great |tropical )\\bdepression\\b',
  '\\bmiscarriage\\b(?! of justice)',
  "\\b(?:parkinson|alzheimer)['’]s",
  '\\baged\\b(?! [0-9]{1,3} (?:and|or|to) )',
  '\\bage [0-9]{1,3}\\b(?! (?:and|or|to) )',
  '\\bin (?:his|her|their) (?:early |mid-|late )?(?:[2-9]0s|forties|fifties|sixties|seventies|eighties|nineties)\\b',
]

/** Simplified and traditional forms of the characters above: no full conversion is needed. */
const forms =
  '伤傷 带帶 脏臟 韧韌 绑綁 绷繃 药藥 轮輪 术術 开開 医醫 诊診 断斷 为為 确確 疗療 复復 历歷 体體 虑慮 肿腫 压壓 ' +
  '郁鬱 晕暈 怀懷 妇婦 残殘 聋聾 哑啞 瘫癱 龄齡 迈邁 岁歲 动動 风風 险險 发發 烧燒 烫燙 产產 携攜 预預 负負 势勢 ' +
  '躯軀 着著 脚腳 酸痠 旧舊 枪槍 阳陽 检檢 测測 员員 严嚴 区區 周週 几幾 两兩 过過 虚虛 发髮 头頭 脑腦 养養 进進 ' +
  '关關 节節 类類 湿濕 输輸 缝縫 针針 视視 听聽 静靜 刚剛 还還 没沒 点點 轻輕 尔爾 痴癡 宫宮 适適 脱脫 线線 业業 ' +
  '厂廠 制製 矿礦 现現 鹤鶴 鹰鷹 鹎鵯 雕鵰 叶葉 惨慘 减減 营營 学學 艺藝 战戰 权權 离離 传傳 联聯 会會 间間 盘盤 ' +
  '愈癒 痫癇 贫貧 运運 态態 纪紀 个個 监監 后後 颈頸 剧劇 卧臥 结結 拐枴 单單 双雙 ' +
  '痪瘓 聪聰 隐隱 灵靈 变變 号號 舱艙 肾腎 够夠 盖蓋 础礎 癫癲 闭閉 销銷'
const simple = new Map(forms.split(' ').map((pair) => [pair.charAt(1), pair.charAt(0)]))
const traditional = new RegExp(`[${[...simple.keys()].join('')}]`, 'gu')

const groups = Object.values(privateTerms)
const chinese = groups.flatMap(({ zh }) => zh.split(' '))
const english = groups.flatMap(({ en }) => en.split('|').map((term) => `\\b${term}\\b`))
/** Only fixed words and single optional characters, so that there is no costly backtracking. */
const matcher = new RegExp([...patterns, ...chinese, ...english].join('|'), 'gu')

const sticky = (term: string): RegExp => new RegExp(term, 'yu')
const firstOf = (term: string): string => term.replace('\\b', '').charAt(0)

/** Each term alone, by the first character if that is fixed. Made when a text has one of them. */
function termsAlone() {
  const anywhere = patterns.map(sticky)
  const byFirst = Map.groupBy([...chinese, ...english], firstOf)
  const fixed = new Map(Array.from(byFirst, ([sign, same]) => [sign, same.map(sticky)] as const))
  return (sign: string) => [...anywhere, ...(fixed.get(sign) ?? [])]
}
let termsAt: ReturnType<typeof termsAlone> | undefined

interface Span {
  readonly from: number
  readonly to: number
}

/**
 * The terms found in a text, folded; of one within another the longer. Allowed is what lies within
 * allowed words, such as 肿瘤 in 肿瘤科.
 * @example findPrivateTerms('He was Injured') → ['injured']
 */
export function findPrivateTerms(text: string, allowed: ReadonlySet<string> = new Set()): string[] {
  const folded = foldTerm(text)
  const found = spansOf(folded)
  if (found.length === 0) return []
  const free = [...allowed].flatMap((words) => occurrencesOf(words, folded))
  const told = outermost(without(found, free))
  return [...new Set(told.map(({ from, to }) => folded.slice(from, to)))]
}

/** The longest term at every place where one begins: none hides another that overlaps it. */
function spansOf(folded: string): Span[] {
  const spans: Span[] = []
  matcher.lastIndex = 0
  for (let match = matcher.exec(folded); match !== null; match = matcher.exec(folded)) {
    const from = match.index
    termsAt ??= termsAlone()
    let to = from + match[0].length
    for (const term of termsAt(folded.charAt(from))) {
      term.lastIndex = from
      if (term.test(folded)) to = Math.max(to, term.lastIndex)
    }
    spans.push({ from, to })
    matcher.lastIndex = from + 1
  }
  return spans
}

function occurrencesOf(words: string, text: string): Span[] {
  const spans: Span[] = []
  if (words === '') return spans
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1))
    spans.push({ from, to: from + words.length })
  return spans
}

/** Those that lie within none of the others. Spans are in the order of their beginnings. */
function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  const ordered = others.toSorted((a, b) => a.from - b.from)
  let next = 0
  let end = 0
  return spans.filter((span) => {
    for (let other = ordered[next]; other && other.from <= span.from; other = ordered[++next])
      end = Math.max(end, other.to)
    return span.to > end
  })
}

/** Those that lie within no other. */
function outermost(spans: readonly Span[]): Span[] {
  let end = 0
  return spans.filter(({ to }) => {
    const isInside = to <= end
    end = Math.max(end, to)
    return !isInside
  })
}

function foldTerm(text: string): string {
  const narrow = text.normalize('NFKC').toLowerCase()
  const joined = narrow.replaceAll(/(?<=[\p{Script=Han}0-9])\s+(?=\p{Script=Han})/gu, '')
  return joined.replaceAll(traditional, (character) => simple.get(character) ?? character)
}

/** Fields that contain codes, references and addresses instead of words; and the reasons of an editor. */
const wordless = new Set([
  'kind',
  'date',
  'status',
  'themes',
  'actors',
  'place',
  'memberOf',
  'source',
  'supports',
  'url',
  'archivedUrl',
  'sha256',
  'allow',
])

/** Searches every text, whoever it is about: a person can be recognized without being named. */
export function privacyFaults(document: LooseDocument): Fault[] {
  return foundTerms(document)
    .filter(({ isTitle }) => !isTitle)
    .map(({ pointer, term }) => faultOf(pointer, broken('private-matter', { term })))
}

/** In what others have published under their own titles, which an editor cannot reword. */
export function privacyWarnings(document: LooseDocument): Warning[] {
  return foundTerms(document)
    .filter(({ isTitle }) => isTitle)
    .map(({ pointer, term }) => ({
      pointer,
      reason: 'private-title',
      broken: broken('private-matter', { term }),
    }))
}

interface FoundTerm {
  readonly pointer: string
  readonly term: string
  readonly isTitle: boolean
}

/** Titles, publishers and authors of sources, and titles of links. */
const titles = /^\/sources\/\d+\/(?:title|publisher|authors)\b|^\/events\/\d+\/links\/\d+\/title\b/

function foundTerms(document: LooseDocument): FoundTerm[] {
  const everywhere = document.allowTerms?.map((term) => foldTerm(term ?? '')) ?? []
  const introduction = { pointer: '', value: { ...document.introduction, allow: [] } }
  return [
    ...document.actors,
    ...document.events,
    ...document.sources,
    ...document.themes,
    introduction,
  ].flatMap((part) => {
    const own = part.value.allow?.map((entry) => foldTerm(entry?.term ?? '')) ?? []
    const allowed = new Set([...everywhere, ...own])
    return [...textsOf(part)].flatMap(({ pointer, value }) =>
      findPrivateTerms(value, allowed).map((term) => ({
        pointer,
        term,
        isTitle: titles.test(pointer),
      })),
    )
  })
}

function* textsOf({ pointer, value }: Located<unknown>): Generator<Located<string>> {
  if (typeof value === 'string') yield { pointer, value }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (!wordless.has(key)) yield* textsOf({ pointer: pointer + pointerOf([key]), value: inner })
  }
}
