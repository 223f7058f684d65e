import type { AuthoringMessages } from '../../en/terminal/authoring.ts'

export const zhHansAuthoring: AuthoringMessages = {
  begin: {
    notAnId: (id, proposal) =>
      `${id} 不能作标识：标识由 a-z、0-9 和 - 组成，1至64个字符，首尾须是字母或数字${proposal === null ? '' : `，例如 ${proposal}`}`,
    taken: (folder) => `${folder} 已存在，未作任何改动：请另选标识，或继续编写那条时间线`,
    onlyWithArticle: (options) => `${options.join('、')}：没有 --from <文章>，不起作用`,
    unwritable: (folder, why) => `无法写入 ${folder}：${why}`,
    other: '或写出其他答案',
    asks: {
      title: '读者看到的标题？',
      language: '文字用什么语言？写语言标签，例如 zh-Hans 或 en',
      timeZone: '按哪个时区的日期记事？例如 Asia/Shanghai',
      domain: '你或所在单位持有的域名？例如 timelines.example，用于永久标识，此后不再改变',
    },
    made: (file, sources) => `已建立 ${file}，一条尚无事件的有效时间线；来源原文放在 ${sources}`,
    next: '接下来：',
    steps: { preview: '边写边看', check: '检查错误', publish: '发布' },
  },
  draft: {
    asks: {
      title: '文章的标题？',
      publisher: '由谁发表？',
      published: '何时发表？“昨天”等说法从那一天推算。',
    },
    free: {
      title: '或写出标题',
      publisher: '或写出名称',
      published: '或写出日期，只知年月的写年月：2020-03-13、2020-03、2020',
    },
    noPublisher: '未写明',
    notADay: (answer) => `${answer} 不是年月日：请写作 2020-03-13、2020-03 或 2020 的样子`,
    marks: {
      perhapsNoEvent: '可能不是事件',
      perhapsElsewhere: '可能不属于这篇文章',
      joint: '；',
    },
    headings: ['行', '原文', '日期', '理由'],
    open: '待定',
    found: (ready, open) => `共${ready + open}处日期：${ready}处已确定，${open}处待定`,
    otherText: (source, command) =>
      `时间线已有来源 ${source}，但原文不同：请用 --source 另取标识；若是更正后的原文，请放到原处，再用 ${command} 重新核对引文`,
    otherFacts: (source, facts) =>
      `时间线里来源 ${source} 记作 ${facts.join('，')}：请在那里更改，或去掉该选项`,
    tableTaken: (file) => `${file} 已存在：请先导入，或用 --output 另取文件名`,
    textTaken: (file) => `${file} 已存在，且原文不同：请用 --source 为这个来源另取标识`,
    notAnId: (id) => `${id} 不能作来源的标识：请用 --source 指定`,
    write: (files) => `写入 ${files}？`,
    needsYes: '尚未写入任何内容：加 --yes 写入',
    unwritten: '未写入任何内容',
    written: (files) => `已写入：${files}`,
    next: (table) => `请在 ${table} 中为每个事件的 keep 一栏填 x，写上标题，并确定待定的日期；然后`,
  },
  cite: {
    looked: (found, all) => `${all}处引文中找到${found}处`,
    filled: (number) => `补全了${number}处引文`,
    changed: (source) => `${source} 的原文与引用时不同：其中的引文已全部重新查找`,
    lost: (number) => `${number}处引文没有找到，附最接近的原文`,
    whichPlace: (event, words) => `${event}：“${words}”在原文中出现多次，引用的是哪一处？`,
    noTexts: '没有可供查找的原文：请把来源原文放到 sources/<来源>.txt',
    write: (file) => `写入 ${file}？`,
    written: (file) => `已写入 ${file}`,
    nothing: '没有需要补全的内容',
  },
}
