// One spelling for what the grammars read: half-width signs, simplified characters, plain hyphens.
// Every code unit stays one code unit, so that offsets are those of the text.

/** Traditional characters of calendar words and of the words that decide about them. */
const pairs =
  '號号週周時时點点後后間间個个農农曆历歷历陰阴陽阳閏闰節节紀纪統统豐丰寶宝慶庆順顺熙熙緒绪' +
  '萬万億亿兩两擬拟預预計计劃划據据稱称報报導导聞闻獲获開开從从約约邊边際际內内當当淩凌夜夜裡里裏里' +
  '歲岁來来屆届滿满為为於于過过該该這这與与學学無无現现舉举發发處处雙双離离陸陆經经還还應应給给對对' +
  '關关說说話话訊讯電电國国華华聖圣誕诞臘腊驚惊蟄蛰穀谷傳传續续將将會会實实現现執执陳陈議议認认' +
  '證证識识讓让設设評评試试詢询請请調调論论變变遲迟遠远運运達达遷迁進进連连週周選选遺遗鐘钟錄录' +
  '長长門门閉闭隊队階阶隨随難难響响須须願愿題题類类飛飞館馆驗验體体麼么點点黨党齊齐龍龙審审' +
  '寫写對对導导層层島岛師师帶带幾几庫库張张彈弹復复徑径徵征恆恒慮虑憲宪戰战戲戏擴扩擊击擔担' +
  '數数斷断書书東东條条標标橋桥機机檢检歐欧歸归殘残毀毁漢汉決决況况淨净測测準准減减滅灭漸渐' +
  '潰溃濟济營营燈灯爭争爾尔狀状獎奖環环產产畢毕異异療疗監监盡尽眾众確确禮礼稅税種种積积穩稳' +
  '競竞筆笔節节範范築筑糧粮緊紧線线編编緩缓縣县總总績绩織织繼继義义習习聯联職职舊旧興兴蘇苏' +
  '衛卫術术補补製制見见規规視视覽览觀观訂订記记許许訴诉詞词該该詳详誌志語语誤误課课談谈' +
  '豫豫財财責责貨货質质購购賽赛贏赢趕赶軍军載载輪轮轉转辦办農农迴回鄉乡釋释銀银銷销鎮镇鐵铁' +
  '閱阅陣阵雖虽雜杂頒颁領领頭头額额顯显風风養养駐驻騰腾馬马鬥斗魚鱼鳥鸟麥麦'

const simple = new Map<number, string>()
for (let at = 0; at < pairs.length; at += 2) simple.set(pairs.charCodeAt(at), pairs.charAt(at + 1))

const signs: Readonly<Record<string, string>> = {
  '　': ' ',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\t': ' ',
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '―': '-',
  '～': '~',
  '〜': '~',
  '∼': '~',
  '○': '〇',
  '◯': '〇',
  '’': "'",
  '‘': "'",
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0)
  const sign = signs[unit]
  if (sign !== undefined) return sign
  if (code >= 0xff_01 && code <= 0xff_5e) return String.fromCharCode(code - 0xfe_e0)
  return simple.get(code) ?? unit
}

/** Folded code unit by code unit; its length is that of the text. */
export const fold = (text: string): string => text.replace(/[^\n\r\x20-\x7e]/g, foldUnit)
