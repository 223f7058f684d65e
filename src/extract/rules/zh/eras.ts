// Names of eras with the civil year in which their first year mostly lies. An era ends where the
// next of its row begins.

const rows = [
  '建武25建武中元56永平58建初76元和84章和87永元89元兴105延平106永初107元初114永宁120建光121延光122永建126阳嘉132永和136汉安142建康144永嘉145本初146建和147和平150元嘉151永兴153永寿155延熹158永康167建宁168熹平172光和178中平184初平190兴平194建安196黄初220太和227青龙233景初237正始240嘉平249正元254甘露256景元260咸熙264泰始265咸宁275太康280太熙290',
  '开皇581仁寿601大业605义宁617武德618贞观627永徽650显庆656龙朔661麟德664乾封666总章668咸亨670上元674仪凤676调露679永隆680开耀681永淳682弘道683垂拱685天授690长寿692万岁通天696神功697圣历698长安701神龙705景龙707景云710先天712开元713天宝742至德756乾元758宝应762广德763永泰765大历766建中780兴元784贞元785永贞805元和806长庆821宝历825大和827开成836会昌841大中847咸通860乾符874广明880中和881光启885文德888龙纪889大顺890景福892乾宁894光化898天复901天祐904开平907',
  '建隆960乾德963开宝968太平兴国976雍熙984端拱988淳化990至道995咸平998景德1004大中祥符1008天禧1017乾兴1022天圣1023明道1032景祐1034宝元1038康定1040庆历1041皇祐1049至和1054嘉祐1056治平1064熙宁1068元丰1078元祐1086绍圣1094元符1098建中靖国1101崇宁1102大观1107政和1111重和1118宣和1119靖康1126建炎1127绍兴1131隆兴1163乾道1165淳熙1174绍熙1190庆元1195嘉泰1201开禧1205嘉定1208宝庆1225绍定1228端平1234嘉熙1237淳祐1241宝祐1253开庆1259景定1260咸淳1265德祐1275景炎1276祥兴1278',
  '中统1260至元1264元贞1295大德1297至大1308皇庆1312延祐1314至治1321泰定1324天历1328至顺1330元统1333至正1341洪武1368建文1399永乐1403洪熙1425宣德1426正统1436景泰1450天顺1457成化1465弘治1488正德1506嘉靖1522隆庆1567万历1573泰昌1620天启1621崇祯1628顺治1644康熙1662雍正1723乾隆1736嘉庆1796道光1821咸丰1851同治1862光绪1875宣统1909民国1912',
  '明治1868大正1912昭和1926平成1989令和2019',
]

export interface Era {
  readonly first: number
  /** The last year that it may have. */
  readonly last: number
}

const eras = new Map<string, Era>()
for (const row of rows) {
  const found = [...row.matchAll(/(\D+)(\d+)/g)]
  for (const [place, [, name = '', year = '']] of found.entries()) {
    const next = Number(found[place + 1]?.[2] ?? Infinity)
    // The last year of an era is also the first of the next, where that began in mid-year.
    // From 1368 on a reign ends with the civil year before the next one.
    const last = Number(year) >= 1368 && Number(year) < 1860 ? next - 1 : next
    if (!eras.has(name)) eras.set(name, { first: Number(year), last })
  }
}

/** Places and words that are names of eras, too, and need a dynasty before them. */
const ambiguous = new Set([
  '绍兴',
  '嘉定',
  '政和',
  '大中',
  '中和',
  '长安',
  '长寿',
  '和平',
  '正元',
  '上元',
  '重和',
  '庆元',
])

function eraOf(name: string, withDynasty: boolean): Era | null {
  if (!withDynasty && ambiguous.has(name)) return null
  return eras.get(name) ?? null
}

const dynasties = /(?:[东西南北后]?[汉魏晋宋齐梁陈隋唐周元明清]朝?|日本)?/y
const firsts = new Set([...eras.keys()].map((name) => name.charAt(0)))
const longest = 4

export interface EraName {
  readonly era: Era
  readonly end: number
}

/** An era by its name, with or without its dynasty; the longest name that fits. */
export function readEra(text: string, at: number): EraName | null {
  dynasties.lastIndex = at
  const dynasty = dynasties.exec(text)?.[0] ?? ''
  return (
    (dynasty === '' ? null : nameAt(text, at + dynasty.length, true)) ?? nameAt(text, at, false)
  )
}

function nameAt(text: string, at: number, withDynasty: boolean): EraName | null {
  if (!firsts.has(text.charAt(at))) return null
  for (let length = longest; length >= 2; length--) {
    const era = eraOf(text.slice(at, at + length), withDynasty)
    if (era !== null) return { era, end: at + length }
  }
  return null
}
