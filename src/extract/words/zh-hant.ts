import { zhHant } from '../reasons/zh-hant.ts'
import type { ImportWords } from './en.ts'

const order = { mdy: '月、日、年', dmy: '日、月、年', ymd: '年、月、日' } as const
const serials = {
  excel: 'Excel 日期序列值（1900 系統）',
  excel1904: 'Excel 日期序列值（1904 系統）',
  unix: '1970 年起的秒數或毫秒數',
} as const
const lists = { themes: '主題', actors: '人物、機構與地點', sources: '來源' } as const

const some = (items: readonly string[], most = 8): string =>
  items.length > most ? `${items.slice(0, most).join('；')}，等${items.length}項` : items.join('；')

const rowNumbers = (rows: readonly number[], count: number): string => {
  if (rows.length === 0) return count > 1 ? `（${count}）` : ''
  const shown = rows.slice(0, 12).join('、')
  return rows.length > 12 ? `（第${shown}等${rows.length}列）` : `（第${shown}列）`
}

export const zhHantImport: ImportWords = {
  reasons: zhHant,
  asking: {
    noAnswer: (given) => `「${given}」不是可用的答案`,
    choose: (most) => (most === 1 ? '輸入 1，或' : `輸入 1 至 ${most}，或`),
    later: '按 Enter 暫不回答',
    open: (count) => `還有${count}個問題沒有回答，未寫入任何內容：`,
    more: (count) => `……另有${count}個：--json 列出全部`,
    how: '請在終端機裡回答，或把上面的名稱和答案寫進 JSON 檔案，用 --answers <檔案> 提供。',
    unasked: (ids, meant) =>
      `--answers：沒有問到${ids.map((id) => `「${id}」`).join('、')}${meant === null ? '' : `，是否指「${meant}」？`}`,
  },
  fields: {
    date: '日期或開始日期',
    endDate: '結束日期',
    edtf: 'EDTF 日期，與首日、末日相符時為準',
    kind: '日期類型',
    statedDate: '來源對日期的原話',
    title: '標題',
    summary: '摘要',
    themes: '主題',
    actors: '人物、機構與地點',
    place: '地點',
    links: '連結',
    note: '備註',
    status: '狀態',
    source: '來源',
    sourceLink: '來源網址',
    publisher: '來源的發布者',
    authors: '來源的作者',
    published: '來源發表日期',
    citedWords: '來源原文',
    id: '事件 id',
    key: '下次匯入時認出本列的編號',
    keep: '是否保留本列',
    none: '不匯入',
  },
  eventFields: {
    date: '日期',
    statedDate: '日期原話',
    title: '標題',
    summary: '摘要',
    themes: '主題',
    actors: '人物、機構與地點',
    place: '地點',
    citations: '來源',
    links: '連結',
    status: '狀態',
    measures: '數字',
    note: '備註',
    allow: '允許的用語',
  },
  questions: {
    sheet: '事件在哪個工作表？',
    header: (cells) => `第一列是欄名嗎？${cells.join(' | ')}`,
    column: (header, samples) => `「${header}」這一欄是什麼？${samples.join(' | ')}`,
    unmarked: (header) => `「${header}」欄像是用來選擇列的，但沒有一列作了標記。匯入哪些列？`,
    columns: (field) => `有不止一欄是「${field}」，用哪一欄？`,
    missing: (field) => `沒有哪一欄是「${field}」。是哪一欄？`,
    calendar: (header, example) => `「${header}」欄：${example} 的年份是哪種紀年？`,
    serials: (header, example) => `「${header}」欄：${example} 這樣的數字表示什麼？`,
    moved: (count, { edtf, days }) =>
      `有${count}個事件的日期與 X-EDTF 只在另一時區才相同：日期是 ${days}，X-EDTF 是 ${edtf}。以哪個為準？`,
    midnight: (header, example) =>
      `「${header}」欄：所有時間都是 00:00，如 ${example}。這裡只是日期，還是確指零點？`,
    order: (header, example) => `「${header}」欄：${example} 的年、月、日按什麼順序？`,
    century: (header, example, years) =>
      `「${header}」欄：${example} 中的${years.join('或')}這樣的兩位數年份屬於哪個世紀？`,
    stretches: (header, { example, count }) =>
      `「${header}」欄：有${count}格是一段時間，如 ${example}。這些事是發生在其中某時，還是持續了整段時間？`,
    date: (header, { text, at, why }) =>
      `「${text}」（「${header}」欄，第${at}列）是哪個日期？${why}`,
    vague: (header, count, examples) =>
      `「${header}」欄：有${count}格說法模糊，起止只是慣例。通常是：${some(examples)}`,
    newNames: (list, names) => `有${names.length}個新的${lists[list]}：${some(names)}`,
    newName: (list, name) => `「${name}」是新的${lists[list]}，如何處理？`,
    language: '檔案裡的文字是哪種語言？檔案只有一種語言，但沒有寫明。',
    source: '出處是什麼？沒有哪一欄寫明來源。',
    sourceTitle: '來源的標題',
    sourcePublished: '來源是何時發表的？',
    sourcePublisher: '來源由誰發布？',
    published: '來源是何時發表的？沒有哪一欄寫明。',
    cut: (header, count, examples) =>
      `「${header}」欄：有${count}格含有頓號或「|」：${some(examples)}。這是一個來源，還是幾個來源？`,
    repeated: (count, at, before) =>
      `有${count}列與前面的列日期、標題都相同，如第${at}列與第${before}列。是同一件事嗎？`,
    known: (count) => `有${count}列與時間軸裡已有的事件日期、標題都相同。是同一件事嗎？`,
    same: (title, at) => `「${title}」（第${at}列）是時間軸裡已有的事件嗎？`,
    both: (event, field) => `${event}：${field}在表格和時間軸裡都改過，以哪個為準？`,
    differs: (event, field) => `${event}：表格裡的${field}與時間軸裡的不同，以哪個為準？`,
    vanished: (titles) => `有${titles.length}個事件已不在表格裡：${some(titles)}`,
    returned: (titles) =>
      `有${titles.length}個事件在時間軸裡已撤回，但又出現在表格裡：${some(titles)}`,
    deleted: (count) => `有${count}列對應的事件，已被人從時間軸裡刪去。`,
    about: (field, text) =>
      `檔案裡有時間軸的${field === 'title' ? '標題' : '說明'}：${text.length > 80 ? `${text.slice(0, 79)}…` : text}`,
  },
  choices: {
    headerYes: '是',
    headerNo: '不是，是一個事件',
    sheet: (name, rows) => `${name}，${rows}列`,
    unmarked: { all: '全部匯入', none: '都不匯入，標上 x 之後再匯入' },
    minguo: '民國紀年：元年為1912年',
    twoDigits: (date) => `西元年份的末兩位，如 ${date}`,
    noDates: '不是日期',
    undated: '沒有：只知道不晚於來源發表之日',
    serial: (system, date) => `${serials[system]}：${date}`,
    order: (how, date) => `${order[how]}：${date}`,
    century: (first, last) => `${first}年至${last}年`,
    moved: { days: '以日期為準：事件已改期', edtf: '以 X-EDTF 為準：行事曆用的是另一時區' },
    midnight: { day: '只是日期，沒有時間', time: '確指零點' },
    once: '其中某時',
    lasted: '整段時間',
    reading: (date, kind) => (kind === 'span' ? `${date}，整段時間` : date),
    leaveOut: '不匯入這一列',
    leaveAllOut: '不匯入這些列',
    asUsual: '按慣例',
    addAll: '全部新增',
    each: '逐個詢問',
    noneKept: '不匯入',
    add: '新增',
    sameAs: (name, id) => `就是 ${name}（${id}）`,
    rowIsSource: '每一列本身就是一個來源，如一篇文章',
    ownLanguage: (tag) => `時間軸的語言：${tag}`,
    newSource: '時間軸裡還沒有的來源',
    noPublisher: '不詳',
    publishedAsDated: '就是該列的日期',
    cut: { one: '一個來源：符號是標題的一部分', several: '幾個來源' },
    skipRepeated: '是：不匯入後面的列',
    keepRepeated: '不是：全部匯入',
    sameEvents: '是：改動已有的事件',
    newEvents: '不是：作為新事件加入',
    sameEvent: (title, date, id) => `${title}，${date}（${id}）`,
    newEvent: '不是，是新事件',
    table: (value) => `表格：${value}`,
    document: (value) => `時間軸：${value}`,
    keepVanished: '留在時間軸裡',
    withdrawVanished: '標為撤回',
    restoreReturned: '恢復，不再是撤回',
    keepReturned: '仍標為撤回',
    leaveDeleted: '不匯入',
    addAgain: '重新加入',
    keepAbout: '保留時間軸現有的',
    takeAbout: '採用檔案裡的',
  },
  free: {
    date: '或寫出日期，如 2020-02-24、2020-02、[2020-02-01..2020-02-10]',
    published: '年月日、年月或年：2020-03-13、2020-03、2020',
    title: '標題',
    name: '或寫出名稱',
    language: '或其他語言標籤，如 en、zh-Hant、pt-BR',
    sourceId: '或其他來源的 id',
  },
  settled: {
    minguo: (header) => `「${header}」：年份按民國紀年`,
    twoDigits: (header) => `「${header}」：年份按西元紀年`,
    serials: (header, system) => `「${header}」：數字為${serials[system]}`,
    moved: (rows) =>
      `有${rows.length}個事件改了期，而 X-EDTF 未改，不予採用：${some(rows.map(({ at, edtf, days }) => `第${at}列是 ${days}，不是 ${edtf}`))}`,
    midnight: (header, how) =>
      `「${header}」：00:00 ${how === 'day' ? '不算時間，只取日期' : '指零點'}`,
    order: (header, how) => `「${header}」：按${order[how]}的順序`,
    orderTold: (header, how, cells) =>
      `「${header}」：按${order[how]}的順序，因為 ${cells.map(({ text, at }) => `${text}（第${at}列）`).join('和 ')}只能這樣讀`,
    noOrder: (header, cells) =>
      `「${header}」：${cells[0]} 與 ${cells[1]} 順序不同，有疑問的日期逐個詢問`,
    century: (header, first, last) => `「${header}」：兩位數年份為${first}年至${last}年`,
    stretches: (header, how, count) =>
      `「${header}」：${count}格寫的是一段時間，作${how === 'once' ? '發生在其中某時' : '持續了整段時間'}理解`,
    vague: (header, count, examples) =>
      `「${header}」：${count}格模糊的說法按慣例：${some(examples)}`,
    vagueOut: (header, count) => `「${header}」：日期模糊的${count}列不匯入`,
    noYear: (header, { count, example, date }) =>
      `「${header}」：${count}格沒有年份，取不晚於來源的最近一次：${example} 為 ${date}`,
    publishedAsDated: (titles) =>
      `${titles.length}個新來源，發表日期取所在列的日期：${some(titles)}`,
    noYearOfEnd: (header, { count, example, date }) =>
      `「${header}」：${count}格沒有年份，取不早於開始日期的最近一次：${example} 為 ${date}`,
    cut: (header, how, { count, examples }) =>
      `「${header}」：含有頓號或「|」的${count}格${how === 'one' ? '各作一個來源' : '拆成幾個來源'}：${some(examples)}`,
    before: (answers) => `沿用先前的回答：${some(answers)}`,
    noDate: (count) => `${count}列沒有日期：記為不晚於來源發表之日`,
    otherwise: (header, beside, rows) => {
      const counting = beside === null ? '日期' : `「${beside}」`
      return `「${header}」與${counting}不符，以${counting}為準：${some(rows.map(({ at, text, counts }) => `第${at}列是 ${counts}，不是「${text}」`))}`
    },
    partOfAll: (count) => `檔案只含部分事件（${count}個）：不在其中的保持不變`,
    partsStay: (list, ids) => `${ids.length}個${lists[list]}保持時間軸現有的內容：${some(ids)}`,
  },
  faults: {
    noTitle: '沒有標題',
    noEvent: '不是事件：缺 id、date、title、themes、actors 或 citations',
    noDate: '沒有日期，也沒有可據以推斷的來源日期',
    date: (cell, why) => `「${cell}」：${why}`,
    ends: {
      backwards: (start, end) => `「${start}」至「${end}」不是一段時間`,
      'no-start': (start) => `「${start}」沒有說明從何時開始`,
      'no-end': (_, end) => `「${end}」沒有說明到何時結束`,
    },
    kind: (cell) => `「${cell}」不是日期類型：應為 point、span、since、asOf、until 或 undated`,
    kindOfForm: (kind, date, usual) => `${date} 是 ${usual}，不是 ${kind}`,
    status: (cell) => `「${cell}」不是狀態：應為 confirmed、disputed 或 withdrawn`,
    id: (cell) => `「${cell}」不能作 id：只能用 a-z、0-9 和連字號`,
    noSource: '沒有來源',
    noPublished: '不知道來源何時發表',
    wordsOfSources: (words, sources) => `${words}行引文對應${sources}個來源：不知哪行屬於哪個來源`,
    addressesOfSources: (addresses, sources) =>
      `${addresses}個網址對應${sources}個來源：不知哪個網址屬於哪個來源`,
    repeatedKey: (before) => `id 或編號與第${before}列相同`,
  },
  lost: {
    'about-calendar': '日曆的名稱和說明',
    alarms: '提醒',
    backgrounds: '背景',
    'clock-ends': '結束的時刻',
    coordinates: '地點的座標',
    credits: '媒體署名',
    eras: '時代劃分',
    'floating-times': '沒有時區的時刻，按時間軸的時區讀取',
    formulas: '沒有結果的公式',
    'hidden-rows': '隱藏或篩掉的列，照常匯入',
    'hidden-sheets': '隱藏的工作表',
    images: '圖片和嵌入媒體，有網址的只保留網址',
    'links-of-no-web-address': '不是網址的連結',
    measures: '數字，表格裡只有文字',
    'media-texts': '媒體的說明、標題和替代文字，用作連結標題的除外',
    'media-without-address': '沒有網址的媒體',
    'merged-cells': '合併的儲存格，其值用於所占的每一列',
    'other-components': '待辦、日誌等不是事件的項目',
    'other-properties': '所用資源、相關條目和會議地址',
    people: '受邀者和召集人及其地址',
    'private-events': '私人事件',
    recurrences: '重複：只保留第一次',
    'rows-above': '表頭以上的內容',
    scripts: '指令碼和樣式',
    tentative: '「暫定」標記',
    thumbnails: '縮圖',
    'title-slides': '標題頁的媒體和背景',
    'years-before-christ': '西元前年份按該軟體的寫法：−44 為西元前44年',
  },
  statedNote: (words) => `日期原作「${words}」。`,
  report: {
    read: ({ name, form, encoding, rows }) =>
      `${name}：${form}${encoding === null ? '' : `，${encoding} 編碼`}，${rows}列`,
    column: (header, field) => `${header} → ${field}`,
    notKept: (headers) => `不匯入的欄：${headers.join('、')}`,
    lost: (what, rows, count) => `未保留：${what}${rowNumbers(rows, count)}`,
    told: (what, rows, count) => `${what}${rowNumbers(rows, count)}`,
    counts: ({ added, changed, unchanged, withdrawn, leftOut, bad }) =>
      [
        `新增${added}個事件`,
        `改動${changed}個`,
        ...(unchanged > 0 ? [`${unchanged}個未變`] : []),
        ...(withdrawn > 0 ? [`撤回${withdrawn}個`] : []),
        ...(leftOut > 0 ? [`不匯入${leftOut}列`] : []),
        ...(bad > 0 ? [`${bad}列有錯誤`] : []),
      ].join('，'),
    names: (list, names) => `新增${names.length}個${lists[list]}：${some(names)}`,
    badRow: (at, reasons) => `第${at}列：${reasons.join('；')}`,
    badRows: (count, rest) =>
      `${count}列有錯誤，因此未寫入任何內容：請改正，或用 --good-rows 先匯入其餘各列，這些列會放進 ${rest}`,
    rest: (count, file) => `${count}列有錯誤：見 ${file}`,
    restTaken: (file) => `${file} 已存在，其中的列可能已經改過：請先匯入，或移到別處`,
    writeRest: (count, file) => `把有錯誤的${count}列寫入 ${file}？`,
    moreRows: (count) => `……另有${count}列：--json 列出全部`,
    nothing: ({ unchanged, leftOut, bad, keep }) => {
      if (unchanged > 0 && leftOut === 0)
        return bad > 0 ? '其餘各列，時間軸裡都已有。' : '無需寫入：時間軸裡已有全部內容。'
      const there = unchanged > 0 ? [`時間軸裡已有${unchanged}個事件`] : []
      const out = leftOut > 0 ? [`有${leftOut}列未匯入`] : []
      const why = [...there, ...out].join('，') || '沒有可匯入的列'
      return `沒有新內容：${why}。${keep === null ? '' : `「${keep}」一欄填有 x 的列才會匯入。`}`
    },
    write: (file, events) => `寫入 ${file}，共${events}個事件？`,
    written: (file) => `已寫入：${file}`,
    unwritten: '未寫入任何內容',
    needsYes: '未寫入任何內容：加 --yes 才寫入',
    next: '接下來：',
  },
  files: {
    empty: '檔案是空的',
    tooLarge: (megabytes) => `檔案超過 ${megabytes} MB：請拆分`,
    unzipped: (megabytes) => `解壓縮後超過 ${megabytes} MB，因此沒有讀完`,
    rows: (most) => `超過${most}列：請拆分`,
    columns: (most) => `超過${most}欄`,
    notText: '既不是文字，也不是可以匯入的檔案',
    otherEncoding: '讀不出文字的編碼：請另存為 UTF-8',
    big5: '文字像是 Big5 編碼，無法讀入：請另存為 UTF-8',
    noRows: '只有表頭，沒有資料列',
    openQuote: (line) => `第${line}行有儲存格的引號沒有結束`,
    text: (command) => `這是文章，不是表格：請用 ${command} 找出其中的日期`,
    binary: {
      'old-excel': '這是舊版 Excel（.xls）或加密的活頁簿：請去掉密碼，存為 XLSX 或 CSV',
      word: '這是 Word 文件：請把其中的表格複製到試算表，或存為純文字後用 npx jishi draft',
      'open-document': '這是 OpenDocument 檔案：請把其中的表格存為 XLSX 或 CSV',
      slides: '這是簡報，沒有可讀取的表格',
      zip: '這是 ZIP 壓縮檔：請先解壓縮',
      pdf: '這是 PDF：請存為純文字後用 npx jishi draft，或把其中的表格存為 CSV',
      image: '這是圖片',
      database: '這是資料庫：請把其中的表匯出為 CSV',
    },
    damaged: (kind) => `${kind} 檔案已損壞`,
    otherJson:
      '是 JSON，但不是已知的形式：時間軸檔案、API 的事件、TimelineJS，或一組記錄（清單，或每行一條的 NDJSON）',
    jsonLd: '是 JSON-LD，不能匯入：本服務的事件也可取為 JSON、NDJSON 或 CSV',
    nestedRecord: (at, name) =>
      `第${at}列：「${name}」不是文字、數字，也不是它們的清單，表格的儲存格放不下`,
    malformedLine: (line) => `第${line}行不是 JSON 物件：NDJSON 的每一行是一條記錄`,
    malformedJson: (line) => `像是 JSON，但不符合格式${line === null ? '' : `（從第${line}行起）`}`,
    html: '這是網頁：請把其中的文字複製到檔案裡，用 npx jishi draft 讀取，或把表格複製到試算表',
  },
}
