// Traditional Chinese: messages of the pages only.
import { nestedTitles } from '../../domain/text/nested-quotes.ts'
import type { PageMessages } from '../en/pages.ts'

export const zhHantPages: PageMessages = {
  languageName: '繁體中文',
  skip: '跳到事件列表',
  timelines: '時間軸',
  timelinesIntro: '事事有出處；日期以原文為準，原文沒說的不補。',
  spans: (first, last) => `${first}${last === first ? '' : ` 至 ${last}`}`,
  days: (days) => `${days}天`,
  years: (years) => `約${years}年`,
  sureness: ({ day, less, undated }) =>
    less + undated === 0
      ? '，日期均精確到日'
      : day + undated === 0
        ? '，日期均只知大概'
        : day + less === 0
          ? '，均沒有日期'
          : `：${[
              day > 0 && `${day}個日期精確到日`,
              less > 0 && `${less}個只知大概`,
              undated > 0 && `${undated}個沒有日期`,
            ]
              .filter(Boolean)
              .join('，')}`,
  countedSureness: ({ month, less, undated }) =>
    less + undated === 0
      ? '，均至少知道月份'
      : month + undated === 0
        ? '，均只知在某幾個月之間'
        : month + less === 0
          ? '，均沒有日期'
          : `：${[
              month > 0 && `${month}個至少知道月份`,
              less > 0 && `${less}個只知在某幾個月之間`,
              undated > 0 && `${undated}個沒有日期`,
            ]
              .filter(Boolean)
              .join('，')}`,
  part: (shown, total) => `本頁列出${total}個事件中的${shown}個`,
  wholeList: '全部事件見',
  who: '人物、機構',
  othersToo: (others) => `另有${others}個`,
  cite: '引用',
  aboutTimeline: '編寫說明',
  nestedTitle: nestedTitles,
  timelineCitation: ({ title, credit, edition, published, url }) =>
    `《${title}》，${credit === undefined ? '' : `${credit}，`}第${edition}版，${published}，${url}`,
  apiReference: 'API 說明',
  jump: '依月份跳轉',
  findTitle: '依題名查找',
  noTitleFound: '沒有題名相符的時間軸。',
  find: '查找',
  noTimelines: '還沒有發布任何時間軸。',
  beginning: {
    lead: '在 Jishi 的複本裡用命令列，十分鐘即可發布第一條：',
    article: '從一篇文章開始',
    table: '從一張表格開始',
    calendar: '從一份行事曆開始',
  },
  language: '語言',
  updated: '更新於',
  editions: '版本紀錄',
  editionsIntro: '每次發布改了什麼。已發布的版本內容固定不變。',
  published: '發布於',
  withdrawnEvent: '此事件已撤回，不再列入時間軸。本頁保留備查。',
  pages: '分頁',
  firstPage: '回到開頭',
  nextPage: '下一頁',
  formats: '其他格式',
  licence: '授權',
  date: '日期',
  edtf: 'ISO 8601-2（EDTF）',
  kinds: {
    point: '發生在某一天',
    span: '持續一段時間',
    since: '自該日開始，未寫明何時結束',
    asOf: '截至該日的情況',
    until: '至該日為止，未寫明何時開始',
    undated: '原文沒有日期，只知不晚於見報之日',
  },
  noLaterThanThis: '沒有寫明哪一天，只知不晚於此',
  citations: '出處',
  restingOn: (events) => `${events}個事件出自此來源`,
  supports: '佐證',
  fields: {
    date: '日期',
    title: '標題',
    summary: '摘要',
    themes: '主題',
    actors: '人物、機構與地點',
    place: '地點',
    measures: '數字',
    note: '編者說明',
  },
  note: '編者說明',
  neighbours: '前後事件',
  previous: '上一個',
  next: '下一個',
  lastChanged: '最近修改',
  toTimeline: '返回時間軸',
  about: '相關',
  memberOf: '所屬',
  aliases: '又稱',
  actorKinds: { person: '人物', organization: '機構', group: '群體', place: '地點' },
  subscribeIntro:
    '訂閱後，新增和更正的事件會自動出現在你的行事曆裡。均為全天行程，不會響鈴，也不會把你標為「忙碌」。',
  calendarSize: (events, kilobytes) => `行事曆中有${events}個事件，共${kilobytes} kB。`,
  calendarLeftOut: (events) =>
    `另有${events}個事件未收入：沒有日期、日期過於籠統、跨度過長，或超出行事曆的年份。`,
  calendarFull: (heldBack) =>
    `行事曆已滿：檔案最大1 MB，更大的Google日曆不讀取。只收最近修改的事件，另有${heldBack}個最久未改的沒有收入。`,
  calendarTooLarge: (events) => `另有${events}個事件未收入：單個就超過1 MB，而行事曆最大1 MB。`,
  calendarUnread: (events) => `只收最近修改的事件，最久未改的${events}個沒有查看。`,
  chooseTheme: '選擇一個主題，即可收齊該主題的事件。',
  address: '訂閱網址',
  copy: '複製',
  open: '開啟',
  refreshHeading: '多久更新一次',
  refreshIntro:
    '多久更新一次由行事曆應用程式決定，我們無法控制。新版本發布約一分鐘後，各處讀到的都是新內容；各家大多沒有公布間隔，以下是目前所知的情況。',
  clients: {
    apple: {
      name: 'Apple 行事曆',
      how: '在 iPhone、iPad 或 Mac 上按「開啟」，再確認訂閱。',
      refresh:
        '在 Mac 上可自選，從5分鐘到每週；在 iPhone 上取決於「擷取新資料」的設定；iCloud 裡的訂閱沒有已知的間隔。',
    },
    google: {
      name: 'Google 日曆',
      how: '按「開啟」並確認；或在電腦網頁版「其他日曆 › 加入日曆網址」中貼上網址。',
      refresh: '通常8至24小時，有時更久，無法手動重新整理。',
    },
    outlook: {
      name: 'Outlook',
      how: '按「開啟」並確認；或在「新增行事曆 › 從網路訂閱」中貼上網址。',
      refresh: '網頁版約3小時，有時超過一天；桌面版取決於版本和設定。',
    },
    thunderbird: {
      name: 'Thunderbird',
      how: '新增行事曆 › 在網路上，貼上網址。',
      refresh: '可自選，預設30分鐘。',
    },
    feishu: {
      name: '飛書',
      how: '在電腦版「日曆」中尋找透過 URL 新增日曆的入口；若你的版本沒有這一項，請下載 .ics 檔匯入，匯入後不會自動更新。',
      refresh: '沒有已知的間隔，以實際為準。',
    },
    dingtalk: {
      name: '釘釘',
      how: '在電腦版「日曆」中尋找透過連結訂閱的入口；若你的版本沒有這一項，請下載 .ics 檔匯入，匯入後不會自動更新。',
      refresh: '沒有已知的間隔，以實際為準。',
    },
    huawei: {
      name: '華為日曆',
      how: '沒有已知的網址訂閱入口：下載 .ics 檔，用「日曆」開啟匯入；或在已同步到手機的帳號中訂閱；或使用 ICSx⁵ 之類的應用程式訂閱。',
      refresh: '匯入的檔案不會更新。',
    },
    xiaomi: {
      name: '小米日曆',
      how: '日曆 › 設定 › 行程匯入 › URL 匯入，貼上網址；若你的版本沒有這一項，請下載 .ics 檔匯入。',
      refresh: '沒有已知的間隔；匯入的檔案不會更新。',
    },
    other: {
      name: '其他行事曆',
      how: '凡能「透過網址訂閱」的行事曆都可以用這個網址。',
      refresh: '檔案裡寫明了建議的間隔，是否遵從由行事曆決定。',
    },
  },
  embedHeading: '嵌入網頁',
  embedIntro:
    '選好要顯示的內容，複製程式碼，最下面就是實際效果。不用 Cookie，不儲存資料，不請求第三方。',
  preview: '實際效果',
  takeAway: {
    heading: '圖片和文字',
    intro:
      '用於不能加指令碼和框架的文章、文書和郵件：把預覽儲存為圖片（用本機字型繪製），或複製為帶連結的文字。',
    png: '儲存為 PNG',
    svg: '儲存為 SVG',
    text: '複製為帶連結的文字',
    saved: '已儲存到下載資料夾',
    failed: '這個瀏覽器無法繪製圖片，請換一個瀏覽器。',
  },
  snippetElement: '網頁元件',
  snippetElementIntro: '推薦。檔案內容固定不變，並帶有完整性驗證（SRI）。',
  snippetFrame: '內嵌框架',
  snippetFrameIntro: '用於不允許指令碼的網站；不加指令碼也能用，只是高度固定。',
  snippetOembed: 'oEmbed 網址',
  snippetOembedIntro: '用於會自動展開連結的系統，例如 WordPress：貼上頁面網址即可。',
  layout: '版面',
  layoutAuto: '自動調整',
  layoutCompact: '精簡',
  layoutPicture: '只有圖',
  show: '顯示',
  themes: '主題',
  errorHome: '查看所有時間軸',
  errors: {
    notFound: { title: '找不到這個頁面', text: '網址可能有誤，或內容已移除。' },
    removed: {
      title: '此事件已移除',
      text: '發布者已將它移出時間軸，何時移除見版本紀錄。',
    },
    gone: { title: '已下架', text: '時間軸已由發布者下架，或所指的版本不再保留。' },
    badRequest: {
      title: '篩選條件有誤',
      text: '網址中有一項篩選條件無效，例如不存在的日期。請清除篩選後重試。',
    },
    notAllowed: {
      title: '這個頁面只供閱讀',
      text: '它不接收送出的內容，剛才的送出沒有產生任何作用。請直接開啟網址。',
    },
    tooMany: { title: '請求過於頻繁', text: '請等幾秒，再重新載入頁面。' },
    unavailable: {
      title: '暫時無法讀取',
      text: '儲存服務暫時沒有回應，資料不會遺失。請稍後再試。',
    },
    other: { title: '發生錯誤', text: '頁面暫時無法顯示，請稍後再試。' },
  },
}
