// Simplified Chinese: messages of the pages only.
import { nestedTitles } from '../../domain/text/nested-quotes.ts'
import type { PageMessages } from '../en/pages.ts'

export const zhHansPages: PageMessages = {
  languageName: '简体中文',
  skip: '跳到事件列表',
  timelines: '时间线',
  timelinesIntro: '事事有出处；日期以原文为准，原文没说的不补。',
  spans: (first, last) => `${first}${last === first ? '' : ` 至 ${last}`}`,
  days: (days) => `${days}天`,
  years: (years) => `约${years}年`,
  sureness: ({ day, less, undated }) =>
    less + undated === 0
      ? '，日期均精确到日'
      : day + undated === 0
        ? '，日期均只知大概'
        : day + less === 0
          ? '，均没有日期'
          : `：${[
              day > 0 && `${day}个日期精确到日`,
              less > 0 && `${less}个只知大概`,
              undated > 0 && `${undated}个没有日期`,
            ]
              .filter(Boolean)
              .join('，')}`,
  countedSureness: ({ month, less, undated }) =>
    less + undated === 0
      ? '，均至少知道月份'
      : month + undated === 0
        ? '，均只知在某几个月之间'
        : month + less === 0
          ? '，均没有日期'
          : `：${[
              month > 0 && `${month}个至少知道月份`,
              less > 0 && `${less}个只知在某几个月之间`,
              undated > 0 && `${undated}个没有日期`,
            ]
              .filter(Boolean)
              .join('，')}`,
  part: (shown, total) => `本页列出${total}个事件中的${shown}个`,
  wholeList: '全部事件见',
  who: '人物、机构',
  othersToo: (others) => `另有${others}个`,
  cite: '引用',
  aboutTimeline: '编写说明',
  nestedTitle: nestedTitles,
  timelineCitation: ({ title, credit, edition, published, url }) =>
    `《${title}》，${credit === undefined ? '' : `${credit}，`}第${edition}版，${published}，${url}`,
  apiReference: 'API 文档',
  jump: '按月跳转',
  findTitle: '按题名查找',
  noTitleFound: '没有题名相符的时间线。',
  find: '查找',
  noTimelines: '还没有发布任何时间线。',
  beginning: {
    lead: '在 Jishi 的克隆里用命令行，十分钟即可发布第一条：',
    article: '从一篇文章开始',
    table: '从一张表开始',
    calendar: '从一份日历开始',
  },
  language: '语言',
  updated: '更新于',
  editions: '版本记录',
  editionsIntro: '每次发布改了什么。已发布的版本内容固定不变。',
  published: '发布于',
  withdrawnEvent: '此事件已撤回，不再列入时间线。本页保留备查。',
  pages: '分页',
  firstPage: '回到开头',
  nextPage: '下一页',
  formats: '其他格式',
  licence: '许可',
  date: '日期',
  edtf: 'ISO 8601-2（EDTF）',
  kinds: {
    point: '发生在某一天',
    span: '持续一段时间',
    since: '自该日开始，未写明何时结束',
    asOf: '截至该日的情况',
    until: '至该日为止，未写明何时开始',
    undated: '原文没有日期，只知不晚于见报之日',
  },
  noLaterThanThis: '没有写明哪一天，只知不晚于此',
  citations: '出处',
  restingOn: (events) => `${events}个事件出自此来源`,
  supports: '佐证',
  fields: {
    date: '日期',
    title: '标题',
    summary: '摘要',
    themes: '主题',
    actors: '人物、机构与地点',
    place: '地点',
    measures: '数据',
    note: '编者说明',
  },
  note: '编者说明',
  neighbours: '前后事件',
  previous: '上一个',
  next: '下一个',
  lastChanged: '最近修改',
  toTimeline: '返回时间线',
  about: '相关',
  memberOf: '所属',
  aliases: '又称',
  actorKinds: { person: '人物', organization: '机构', group: '群体', place: '地点' },
  subscribeIntro:
    '订阅后，新增和更正的事件会自动出现在你的日历里。均为全天日程，不会响铃，也不会把你标为“忙碌”。',
  calendarSize: (events, kilobytes) => `日历中有${events}个事件，共${kilobytes} kB。`,
  calendarLeftOut: (events) =>
    `另有${events}个事件未收入：没有日期、日期过于笼统、跨度过长，或超出日历的年份。`,
  calendarFull: (heldBack) =>
    `日历已满：文件最大1 MB，更大的谷歌日历不读取。只收最近修改的事件，另有${heldBack}个最久未改的没有收入。`,
  calendarTooLarge: (events) => `另有${events}个事件未收入：单个就超过1 MB，而日历最大1 MB。`,
  calendarUnread: (events) => `只收最近修改的事件，最久未改的${events}个没有查看。`,
  chooseTheme: '选择一个主题，即可收齐该主题的事件。',
  address: '订阅网址',
  copy: '复制',
  open: '打开',
  refreshHeading: '多久更新一次',
  refreshIntro:
    '多久刷新一次由日历应用决定，我们无法控制。新版本发布约一分钟后，各处读到的都是新内容；各家大多没有公布间隔，以下是目前所知的情况。',
  clients: {
    apple: {
      name: 'Apple 日历',
      how: '在 iPhone、iPad 或 Mac 上点“打开”，再确认订阅。',
      refresh:
        '在 Mac 上可自选，从5分钟到每周；在 iPhone 上取决于“获取新数据”的设置；iCloud 里的订阅没有已知的间隔。',
    },
    google: {
      name: 'Google 日历',
      how: '点“打开”并确认；或在电脑网页版“其他日历 › 通过网址添加”中粘贴网址。',
      refresh: '通常8至24小时，有时更久，无法手动刷新。',
    },
    outlook: {
      name: 'Outlook',
      how: '点“打开”并确认；或在“添加日历 › 从 Internet 订阅”中粘贴网址。',
      refresh: '网页版约3小时，有时超过一天；桌面版取决于版本和设置。',
    },
    thunderbird: {
      name: 'Thunderbird',
      how: '新建日历 › 在网络上，粘贴网址。',
      refresh: '可自选，默认30分钟。',
    },
    feishu: {
      name: '飞书',
      how: '在电脑端“日历”中查找通过 URL 添加日历的入口；若你的版本没有这一项，请下载 .ics 文件导入，导入后不会自动更新。',
      refresh: '没有已知的间隔，以实际为准。',
    },
    dingtalk: {
      name: '钉钉',
      how: '在电脑端“日历”中查找通过链接订阅的入口；若你的版本没有这一项，请下载 .ics 文件导入，导入后不会自动更新。',
      refresh: '没有已知的间隔，以实际为准。',
    },
    huawei: {
      name: '华为日历',
      how: '没有已知的网址订阅入口：下载 .ics 文件，用“日历”打开导入；或在已同步到手机的账户中订阅；或使用 ICSx⁵ 之类的应用订阅。',
      refresh: '导入的文件不会更新。',
    },
    xiaomi: {
      name: '小米日历',
      how: '日历 › 设置 › 日程导入 › URL 导入，粘贴网址；若你的版本没有这一项，请下载 .ics 文件导入。',
      refresh: '没有已知的间隔；导入的文件不会更新。',
    },
    other: {
      name: '其他日历',
      how: '凡能“通过网址订阅”的日历都可以用这个网址。',
      refresh: '文件里写明了建议的间隔，是否遵从由日历决定。',
    },
  },
  embedHeading: '嵌入网页',
  embedIntro:
    '选好要显示的内容，复制代码，最下面就是实际效果。不用 Cookie，不存储数据，不请求第三方。',
  preview: '实际效果',
  takeAway: {
    heading: '图片和文字',
    intro:
      '用于不能加脚本和框架的公众号文章、文档和邮件：把预览保存为图片（用本机字体绘制），或复制为带链接的文字。',
    png: '保存为 PNG',
    svg: '保存为 SVG',
    text: '复制为带链接的文字',
    saved: '已保存到下载文件夹',
    failed: '这个浏览器无法绘制图片，请换一个浏览器。',
  },
  snippetElement: '网页组件',
  snippetElementIntro: '推荐。文件内容固定不变，并带有完整性校验（SRI）。',
  snippetFrame: '内嵌框架',
  snippetFrameIntro: '用于不允许脚本的网站；不加脚本也能用，只是高度固定。',
  snippetOembed: 'oEmbed 网址',
  snippetOembedIntro: '用于会自动展开链接的系统，例如 WordPress：粘贴页面网址即可。',
  layout: '布局',
  layoutAuto: '自适应',
  layoutCompact: '精简',
  layoutPicture: '只有图',
  show: '显示',
  themes: '主题',
  errorHome: '查看所有时间线',
  errors: {
    notFound: { title: '找不到这个页面', text: '网址可能有误，或内容已移除。' },
    removed: {
      title: '此事件已移除',
      text: '发布者已将它移出时间线，何时移除见版本记录。',
    },
    gone: { title: '已下架', text: '时间线已由发布者下架，或所指的版本不再保留。' },
    badRequest: {
      title: '筛选条件有误',
      text: '网址中有一项筛选条件无效，例如不存在的日期。请清除筛选后重试。',
    },
    notAllowed: {
      title: '这个页面只供阅读',
      text: '它不接收提交的内容，刚才的提交没有产生任何作用。请直接打开网址。',
    },
    tooMany: { title: '请求过于频繁', text: '请等几秒，再重新载入页面。' },
    unavailable: {
      title: '暂时无法读取',
      text: '存储服务暂时没有响应，数据不会丢失。请稍后再试。',
    },
    other: { title: '出错了', text: '页面暂时无法显示，请稍后再试。' },
  },
}
