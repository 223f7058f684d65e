import { zhHans } from '../reasons/zh-hans.ts'
import type { ImportWords } from './en.ts'

const order = { mdy: '月、日、年', dmy: '日、月、年', ymd: '年、月、日' } as const
const serials = {
  excel: 'Excel 日期序列号（1900 系统）',
  excel1904: 'Excel 日期序列号（1904 系统）',
  unix: '1970 年起的秒数或毫秒数',
} as const
const lists = { themes: '主题', actors: '人物、机构与地点', sources: '来源' } as const

const some = (items: readonly string[], most = 8): string =>
  items.length > most ? `${items.slice(0, most).join('；')}，等${items.length}项` : items.join('；')

const rowNumbers = (rows: readonly number[], count: number): string => {
  if (rows.length === 0) return count > 1 ? `（${count}）` : ''
  const shown = rows.slice(0, 12).join('、')
  return rows.length > 12 ? `（第${shown}等${rows.length}行）` : `（第${shown}行）`
}

export const zhHansImport: ImportWords = {
  reasons: zhHans,
  asking: {
    noAnswer: (given) => `“${given}”不是可用的答案`,
    choose: (most) => (most === 1 ? '输入 1，或' : `输入 1 至 ${most}，或`),
    later: '按回车暂不回答',
    open: (count) => `还有${count}个问题没有回答，未写入任何内容：`,
    more: (count) => `……另有${count}个：--json 列出全部`,
    how: '请在终端里回答，或把上面的名称和答案写进 JSON 文件，用 --answers <文件> 给出。',
    unasked: (ids, meant) =>
      `--answers：没有问到${ids.map((id) => `“${id}”`).join('、')}${meant === null ? '' : `，是否指“${meant}”？`}`,
  },
  fields: {
    date: '日期或开始日期',
    endDate: '结束日期',
    edtf: 'EDTF 日期，与首日、末日相符时为准',
    kind: '日期类型',
    statedDate: '来源对日期的原话',
    title: '标题',
    summary: '摘要',
    themes: '主题',
    actors: '人物、机构与地点',
    place: '地点',
    links: '链接',
    note: '备注',
    status: '状态',
    source: '来源',
    sourceLink: '来源网址',
    publisher: '来源的发布者',
    authors: '来源的作者',
    published: '来源发表日期',
    citedWords: '来源原文',
    id: '事件 id',
    key: '下次导入时认出本行的编号',
    keep: '是否保留本行',
    none: '不导入',
  },
  eventFields: {
    date: '日期',
    statedDate: '日期原话',
    title: '标题',
    summary: '摘要',
    themes: '主题',
    actors: '人物、机构与地点',
    place: '地点',
    citations: '来源',
    links: '链接',
    status: '状态',
    measures: '数据',
    note: '备注',
    allow: '许可的用语',
  },
  questions: {
    sheet: '事件在哪个工作表？',
    header: (cells) => `第一行是列名吗？${cells.join(' | ')}`,
    column: (header, samples) => `“${header}”这一列是什么？${samples.join(' | ')}`,
    unmarked: (header) => `“${header}”列像是用来选择行的，但没有一行作了标记。导入哪些行？`,
    columns: (field) => `有不止一列是“${field}”，用哪一列？`,
    missing: (field) => `没有哪一列是“${field}”。是哪一列？`,
    calendar: (header, example) => `“${header}”列：${example} 的年份是哪种纪年？`,
    serials: (header, example) => `“${header}”列：${example} 这样的数字表示什么？`,
    moved: (count, { edtf, days }) =>
      `有${count}个事件的日期与 X-EDTF 只在另一时区才相同：日期是 ${days}，X-EDTF 是 ${edtf}。以哪个为准？`,
    midnight: (header, example) =>
      `“${header}”列：所有时间都是 00:00，如 ${example}。这里只是日期，还是确指零点？`,
    order: (header, example) => `“${header}”列：${example} 的年、月、日按什么顺序？`,
    century: (header, example, years) =>
      `“${header}”列：${example} 中的${years.join('或')}这样的两位数年份属于哪个世纪？`,
    stretches: (header, { example, count }) =>
      `“${header}”列：有${count}格是一段时间，如 ${example}。这些事是发生在其中某时，还是持续了整段时间？`,
    date: (header, { text, at, why }) => `“${text}”（“${header}”列，第${at}行）是哪个日期？${why}`,
    vague: (header, count, examples) =>
      `“${header}”列：有${count}格说法模糊，起止只是惯例。通常是：${some(examples)}`,
    newNames: (list, names) => `有${names.length}个新的${lists[list]}：${some(names)}`,
    newName: (list, name) => `“${name}”是新的${lists[list]}，如何处理？`,
    language: '文件里的文字是哪种语言？文件只有一种语言，但没有写明。',
    source: '出处是什么？没有哪一列写明来源。',
    sourceTitle: '来源的标题',
    sourcePublished: '来源是何时发表的？',
    sourcePublisher: '来源由谁发布？',
    published: '来源是何时发表的？没有哪一列写明。',
    cut: (header, count, examples) =>
      `“${header}”列：有${count}格含有顿号或“|”：${some(examples)}。这是一个来源，还是几个来源？`,
    repeated: (count, at, before) =>
      `有${count}行与前面的行日期、标题都相同，如第${at}行与第${before}行。是同一件事吗？`,
    known: (count) => `有${count}行与时间线里已有的事件日期、标题都相同。是同一件事吗？`,
    same: (title, at) => `“${title}”（第${at}行）是时间线里已有的事件吗？`,
    both: (event, field) => `${event}：${field}在表格和时间线里都改过，以哪个为准？`,
    differs: (event, field) => `${event}：表格里的${field}与时间线里的不同，以哪个为准？`,
    vanished: (titles) => `有${titles.length}个事件已不在表格里：${some(titles)}`,
    returned: (titles) =>
      `有${titles.length}个事件在时间线里已撤回，但又出现在表格里：${some(titles)}`,
    deleted: (count) => `有${count}行对应的事件，已被人从时间线里删去。`,
    about: (field, text) =>
      `文件里有时间线的${field === 'title' ? '标题' : '说明'}：${text.length > 80 ? `${text.slice(0, 79)}…` : text}`,
  },
  choices: {
    headerYes: '是',
    headerNo: '不是，是一个事件',
    sheet: (name, rows) => `${name}，${rows}行`,
    unmarked: { all: '全部导入', none: '都不导入，标上 x 之后再导入' },
    minguo: '民国纪年：元年为1912年',
    twoDigits: (date) => `公元年份的末两位，如 ${date}`,
    noDates: '不是日期',
    undated: '没有：只知道不晚于来源发表之日',
    serial: (system, date) => `${serials[system]}：${date}`,
    order: (how, date) => `${order[how]}：${date}`,
    century: (first, last) => `${first}年至${last}年`,
    moved: { days: '以日期为准：事件已改期', edtf: '以 X-EDTF 为准：日历用的是另一时区' },
    midnight: { day: '只是日期，没有时间', time: '确指零点' },
    once: '其中某时',
    lasted: '整段时间',
    reading: (date, kind) => (kind === 'span' ? `${date}，整段时间` : date),
    leaveOut: '不导入这一行',
    leaveAllOut: '不导入这些行',
    asUsual: '按惯例',
    addAll: '全部添加',
    each: '逐个询问',
    noneKept: '不导入',
    add: '添加',
    sameAs: (name, id) => `就是 ${name}（${id}）`,
    rowIsSource: '每一行本身就是一个来源，如一篇文章',
    ownLanguage: (tag) => `时间线的语言：${tag}`,
    newSource: '时间线里还没有的来源',
    noPublisher: '不详',
    publishedAsDated: '就是该行的日期',
    cut: { one: '一个来源：符号是标题的一部分', several: '几个来源' },
    skipRepeated: '是：不导入后面的行',
    keepRepeated: '不是：全部导入',
    sameEvents: '是：改动已有的事件',
    newEvents: '不是：作为新事件添加',
    sameEvent: (title, date, id) => `${title}，${date}（${id}）`,
    newEvent: '不是，是新事件',
    table: (value) => `表格：${value}`,
    document: (value) => `时间线：${value}`,
    keepVanished: '留在时间线里',
    withdrawVanished: '标为撤回',
    restoreReturned: '恢复，不再是撤回',
    keepReturned: '仍标为撤回',
    leaveDeleted: '不导入',
    addAgain: '重新添加',
    keepAbout: '保留时间线现有的',
    takeAbout: '采用文件里的',
  },
  free: {
    date: '或写出日期，如 2020-02-24、2020-02、[2020-02-01..2020-02-10]',
    published: '年月日、年月或年：2020-03-13、2020-03、2020',
    title: '标题',
    name: '或写出名称',
    language: '或其他语言标签，如 en、zh-Hans、pt-BR',
    sourceId: '或其他来源的 id',
  },
  settled: {
    minguo: (header) => `“${header}”：年份按民国纪年`,
    twoDigits: (header) => `“${header}”：年份按公元纪年`,
    serials: (header, system) => `“${header}”：数字为${serials[system]}`,
    moved: (rows) =>
      `有${rows.length}个事件改了期，而 X-EDTF 未改，不予采用：${some(rows.map(({ at, edtf, days }) => `第${at}行是 ${days}，不是 ${edtf}`))}`,
    midnight: (header, how) =>
      `“${header}”：00:00 ${how === 'day' ? '不算时间，只取日期' : '指零点'}`,
    order: (header, how) => `“${header}”：按${order[how]}的顺序`,
    orderTold: (header, how, cells) =>
      `“${header}”：按${order[how]}的顺序，因为 ${cells.map(({ text, at }) => `${text}（第${at}行）`).join('和 ')}只能这样读`,
    noOrder: (header, cells) =>
      `“${header}”：${cells[0]} 与 ${cells[1]} 顺序不同，有疑问的日期逐个询问`,
    century: (header, first, last) => `“${header}”：两位数年份为${first}年至${last}年`,
    stretches: (header, how, count) =>
      `“${header}”：${count}格写的是一段时间，作${how === 'once' ? '发生在其中某时' : '持续了整段时间'}理解`,
    vague: (header, count, examples) =>
      `“${header}”：${count}格模糊的说法按惯例：${some(examples)}`,
    vagueOut: (header, count) => `“${header}”：日期模糊的${count}行不导入`,
    noYear: (header, { count, example, date }) =>
      `“${header}”：${count}格没有年份，取不晚于来源的最近一次：${example} 为 ${date}`,
    publishedAsDated: (titles) =>
      `${titles.length}个新来源，发表日期取所在行的日期：${some(titles)}`,
    noYearOfEnd: (header, { count, example, date }) =>
      `“${header}”：${count}格没有年份，取不早于开始日期的最近一次：${example} 为 ${date}`,
    cut: (header, how, { count, examples }) =>
      `“${header}”：含有顿号或“|”的${count}格${how === 'one' ? '各作一个来源' : '拆成几个来源'}：${some(examples)}`,
    before: (answers) => `沿用先前的回答：${some(answers)}`,
    noDate: (count) => `${count}行没有日期：记为不晚于来源发表之日`,
    otherwise: (header, beside, rows) => {
      const counting = beside === null ? '日期' : `“${beside}”`
      return `“${header}”与${counting}不符，以${counting}为准：${some(rows.map(({ at, text, counts }) => `第${at}行是 ${counts}，不是“${text}”`))}`
    },
    partOfAll: (count) => `文件只含部分事件（${count}个）：不在其中的保持不变`,
    partsStay: (list, ids) => `${ids.length}个${lists[list]}保持时间线现有的内容：${some(ids)}`,
  },
  faults: {
    noTitle: '没有标题',
    noEvent: '不是事件：缺 id、date、title、themes、actors 或 citations',
    noDate: '没有日期，也没有可据以推断的来源日期',
    date: (cell, why) => `“${cell}”：${why}`,
    ends: {
      backwards: (start, end) => `“${start}”至“${end}”不是一段时间`,
      'no-start': (start) => `“${start}”没有说明从何时开始`,
      'no-end': (_, end) => `“${end}”没有说明到何时结束`,
    },
    kind: (cell) => `“${cell}”不是日期类型：应为 point、span、since、asOf、until 或 undated`,
    kindOfForm: (kind, date, usual) => `${date} 是 ${usual}，不是 ${kind}`,
    status: (cell) => `“${cell}”不是状态：应为 confirmed、disputed 或 withdrawn`,
    id: (cell) => `“${cell}”不能作 id：只能用 a-z、0-9 和连字符`,
    noSource: '没有来源',
    noPublished: '不知道来源何时发表',
    wordsOfSources: (words, sources) => `${words}行引文对应${sources}个来源：不知哪行属于哪个来源`,
    addressesOfSources: (addresses, sources) =>
      `${addresses}个网址对应${sources}个来源：不知哪个网址属于哪个来源`,
    repeatedKey: (before) => `id 或编号与第${before}行相同`,
  },
  lost: {
    'about-calendar': '日历的名称和说明',
    alarms: '提醒',
    backgrounds: '背景',
    'clock-ends': '结束的钟点',
    coordinates: '地点的坐标',
    credits: '媒体署名',
    eras: '时代划分',
    'floating-times': '没有时区的钟点，按时间线的时区读取',
    formulas: '没有结果的公式',
    'hidden-rows': '隐藏或筛掉的行，照常导入',
    'hidden-sheets': '隐藏的工作表',
    images: '图片和嵌入媒体，有网址的只保留网址',
    'links-of-no-web-address': '不是网址的链接',
    measures: '数字，表格里只有文字',
    'media-texts': '媒体的说明、标题和替代文字，用作链接标题的除外',
    'media-without-address': '没有网址的媒体',
    'merged-cells': '合并的单元格，其值用于所占的每一行',
    'other-components': '待办、日志等不是事件的条目',
    'other-properties': '所用资源、相关条目和会议地址',
    people: '受邀者和组织者及其地址',
    'private-events': '私人事件',
    recurrences: '重复：只保留第一次',
    'rows-above': '表头以上的内容',
    scripts: '脚本和样式',
    tentative: '“暂定”标记',
    thumbnails: '缩略图',
    'title-slides': '标题页的媒体和背景',
    'years-before-christ': '公元前年份按该软件的写法：−44 为公元前44年',
  },
  statedNote: (words) => `日期原作“${words}”。`,
  report: {
    read: ({ name, form, encoding, rows }) =>
      `${name}：${form}${encoding === null ? '' : `，${encoding} 编码`}，${rows}行`,
    column: (header, field) => `${header} → ${field}`,
    notKept: (headers) => `不导入的列：${headers.join('、')}`,
    lost: (what, rows, count) => `未保留：${what}${rowNumbers(rows, count)}`,
    told: (what, rows, count) => `${what}${rowNumbers(rows, count)}`,
    counts: ({ added, changed, unchanged, withdrawn, leftOut, bad }) =>
      [
        `新增${added}个事件`,
        `改动${changed}个`,
        ...(unchanged > 0 ? [`${unchanged}个未变`] : []),
        ...(withdrawn > 0 ? [`撤回${withdrawn}个`] : []),
        ...(leftOut > 0 ? [`不导入${leftOut}行`] : []),
        ...(bad > 0 ? [`${bad}行有错误`] : []),
      ].join('，'),
    names: (list, names) => `新增${names.length}个${lists[list]}：${some(names)}`,
    badRow: (at, reasons) => `第${at}行：${reasons.join('；')}`,
    badRows: (count, rest) =>
      `${count}行有错误，因此未写入任何内容：请改正，或用 --good-rows 先导入其余各行，这些行会放进 ${rest}`,
    rest: (count, file) => `${count}行有错误：见 ${file}`,
    restTaken: (file) => `${file} 已存在，其中的行可能已经改过：请先导入，或移到别处`,
    writeRest: (count, file) => `把有错误的${count}行写入 ${file}？`,
    moreRows: (count) => `……另有${count}行：--json 列出全部`,
    nothing: ({ unchanged, leftOut, bad, keep }) => {
      if (unchanged > 0 && leftOut === 0)
        return bad > 0 ? '其余各行，时间线里都已有。' : '无需写入：时间线里已有全部内容。'
      const there = unchanged > 0 ? [`时间线里已有${unchanged}个事件`] : []
      const out = leftOut > 0 ? [`有${leftOut}行未导入`] : []
      const why = [...there, ...out].join('，') || '没有可导入的行'
      return `没有新内容：${why}。${keep === null ? '' : `“${keep}”一栏填有 x 的行才会导入。`}`
    },
    write: (file, events) => `写入 ${file}，共${events}个事件？`,
    written: (file) => `已写入：${file}`,
    unwritten: '未写入任何内容',
    needsYes: '未写入任何内容：加 --yes 才写入',
    next: '接下来：',
  },
  files: {
    empty: '文件是空的',
    tooLarge: (megabytes) => `文件超过 ${megabytes} MB：请拆分`,
    unzipped: (megabytes) => `解压后超过 ${megabytes} MB，因此没有读完`,
    rows: (most) => `超过${most}行：请拆分`,
    columns: (most) => `超过${most}列`,
    notText: '既不是文本，也不是可以导入的文件',
    otherEncoding: '读不出文字的编码：请另存为 UTF-8',
    big5: '文字像是 Big5 编码，无法读入：请另存为 UTF-8',
    noRows: '只有表头，没有数据行',
    openQuote: (line) => `第${line}行有单元格的引号没有结束`,
    text: (command) => `这是文章，不是表格：请用 ${command} 找出其中的日期`,
    binary: {
      'old-excel': '这是旧版 Excel（.xls）或加密的工作簿：请去掉密码，存为 XLSX 或 CSV',
      word: '这是 Word 文档：请把其中的表格复制到电子表格，或存为文本后用 npx jishi draft',
      'open-document': '这是 OpenDocument 文件：请把其中的表格存为 XLSX 或 CSV',
      slides: '这是演示文稿，没有可读取的表格',
      zip: '这是 ZIP 压缩文件：请先解压',
      pdf: '这是 PDF：请存为文本后用 npx jishi draft，或把其中的表格存为 CSV',
      image: '这是图片',
      database: '这是数据库：请把其中的表导出为 CSV',
    },
    damaged: (kind) => `${kind} 文件已损坏`,
    otherJson:
      '是 JSON，但不是已知的形式：时间线文件、API 的事件、TimelineJS，或一组记录（列表，或每行一条的 NDJSON）',
    jsonLd: '是 JSON-LD，不能导入：本服务的事件也可取为 JSON、NDJSON 或 CSV',
    nestedRecord: (at, name) =>
      `第${at}行：“${name}”不是文字、数字，也不是它们的列表，表格的单元格放不下`,
    malformedLine: (line) => `第${line}行不是 JSON 对象：NDJSON 的每一行是一条记录`,
    malformedJson: (line) => `像是 JSON，但不符合格式${line === null ? '' : `（从第${line}行起）`}`,
    html: '这是网页：请把其中的文字复制到文件里，用 npx jishi draft 读取，或把表格复制到电子表格',
  },
}
