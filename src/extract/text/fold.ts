// One spelling for what the grammars read: half-width signs, simplified characters, plain hyphens.
// Every code unit stays one code unit, so that offsets are those of the text.

/** Traditional characters of calendar words and of the words that decide about them. */
const pairs =
  '號号週周時时點点後后間间個个農农曆历歷历陰阴陽阳閏闰節节紀纪統统豐丰寶宝慶庆順顺熙熙緒绪萬万' +
  '兩两擬拟預预計计劃划據据報报聞闻獲获開开從从約约邊边際际內内當当淩凌夜夜裡里裏里歲岁來来屆届' +
  '滿满為为於于過过該该這这與与學学無无現现舉举發发雙双陸陆經经應应給给對对關关說说訊讯電电國国' +
  '華华聖圣誕诞臘腊傳传續续將将會会實实執执陳陈認认識识評评試试請请調调遲迟運运達达進进連连選选' +
  '遺遗鐘钟長长隨随須须願愿題题飛飞齊齐龍龙審审寫写層层師师幾几復复憲宪戰战擴扩數数斷断東东條条' +
  '標标歐欧漢汉決决準准減减濟济營营爭争產产確确禮礼種种糧粮線线編编縣县總总織织繼继義义習习聯联' +
  '舊旧興兴衛卫製制覽览觀观訂订記记許许訴诉誌志語语課课談谈財财購购賽赛軍军輪轮轉转辦办迴回銷销' +
  '閱阅頒颁領领頭头顯显風风並并佈布併并備备傢家僅仅價价儀仪兒儿勁劲動动務务勞劳勢势區区卽即厤历' +
  '參参啓启啟启噸吨噹当嚮向圍围場场壽寿奧奥婦妇寧宁專专峯峰嵗岁帥帅幷并廠厂廣广強强懞蒙戶户捲卷' +
  '損损擱搁敎教昇升晉晋暫暂曏向査查業业樂乐樑梁樣样樹树檔档檯台歡欢氣气漲涨濛蒙爲为牀床牴抵産产' +
  '畝亩盤盘眞真矇蒙碼码禎祯穫获筍笋箇个簽签籤签級级紹绍終终組组結结綜综綫线緻致縮缩纍累纔才脩修' +
  '臨临臺台葉叶蔘参薦荐藝艺蟲虫衕同裝装複复覈核訓训訪访註注説说諜谍讀读貞贞買买踰逾車车較较輛辆' +
  '輩辈遊游適适鈡钟銘铭鋒锋錶表鍾钟鏈链閤合閲阅闆板陞升雲云鞦秋韆千韓韩項项颱台飯饭餅饼餘余髮发' +
  '鬚须鳳凤鹹咸麪面麫面麵面黃黄鼕冬齡龄齣出著着係系冊册劍剑嚴严圖图壺壶幣币書书熱热燈灯畫画畵画' +
  '盃杯磚砖繫系賬账銅铜錢钱鏡镜亞亚億亿奬奖獎奖檢检還还醜丑醫医鑑鉴鑒鉴隊队體体詳详' +
  '賣卖俬私單单獨独穀谷處处蟄蛰親亲話话變变輕轻驚惊創创掃扫權权歸归畢毕稅税糉粽紙纸職职遷迁離离' +
  '員员壇坛墰坛壜坛罈坛罎坛網网論论議议侷局蓆席閉闭彔录錄录録录宮宫舘馆門门館馆譜谱剋克埰采寀采採采'

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
