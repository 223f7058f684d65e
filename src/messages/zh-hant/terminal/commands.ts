import type { CommandMessages } from '../../en/terminal/commands.ts'

export const zhHantCommands: CommandMessages = {
  program: '有日期、有出處的事件時間軸，從網路邊緣發布。',
  environment: `
環境變數：
  JISHI_URL      服務的位址，例如 https://timelines.example；不設則為 npm start 的服務
  PUBLISH_TOKEN  發布用的權杖；npm start 把自己服務的權杖存放在 .jishi/token
  NO_COLOR       設為任何值：在終端機裡也不用顏色；FORCE_COLOR=1：處處用顏色
  LC_ALL, LANG   所有指令使用的語言（zh_CN、zh_TW，其他為英文），可用 --lang 另行指定

每個指令、結束碼和 --json 的格式見 docs/cli.md。`,
  help: {
    new: {
      about: '新建時間軸的資料夾，其中有一份可以著手編寫的有效檔案',
      more: `
例：
  jishi new our-town
  jishi new our-town --title "我們鎮" --language zh-Hant --time-zone Asia/Taipei --domain town.example
  jishi new our-town --from article.txt       同時收存文章，並把其中的日期列在 draft.csv 裡

沒有寫明的會逐項詢問。已有的內容一概不動。
結束碼：0 已建立，1 已被佔用，或有問題待答，2 用法有誤，或資料夾無法寫入。`,
    },
    draft: {
      about: '把文章收為來源，並列出其中寫到的日期',
      more: `
例：
  jishi draft article.txt --into data/our-town
  jishi draft article.txt --into data/our-town --title "大橋通車記" --publisher - \\
    --published 2031-05-06 --yes

表格 draft.csv 每個日期一列：在 keep 一欄填 x，寫上標題，確定待定的日期，再用 jishi import 匯入。
結束碼：0 已寫入，1 有問題待答，或回答為否，2 用法有誤，或檔案無法讀取。`,
    },
    import: {
      about: '把表格、行事曆或其他程式的時間軸讀入一條時間軸',
      more: `
例：
  jishi import events.csv --into data/town-2020
  jishi import chronicle.ics --into data/town-2020 --answers answers.json --yes
  pbpaste | jishi import - --into data/town-2020       在試算表裡複製的儲存格

不在終端機裡執行時，問題會列出來：請在檔案裡作答，再用 --answers 指明。
結束碼：0 已寫入，或沒有可寫入的，1 有問題待答、有錯誤，或回答為否，2 用法有誤，或檔案無法讀取。`,
    },
    cite: {
      about: '在來源原文裡查找引文，並補全它們的位置',
      more: `
例：
  jishi cite data/our-town
  jishi cite data/our-town --answers places.json --yes

在原文裡出現多次的引文會逐一詢問；沒有找到的保持原樣，並附最接近的原文列出。
結束碼：0 已寫入，或沒有需要補全的，1 有問題待答、有錯誤，或回答為否，2 用法有誤，或檔案無法讀取。`,
    },
    check: {
      about: '檢查一條時間軸：格式、引用關係、日期、數字、隱私和引文',
      more: `
例：
  jishi check data/fusha-2020
  jishi check town.json --source town-news=news.txt    同時在原文裡查找每處引文
  jishi check town.ndjson                              首行是時間軸，其後每行一個事件

結束碼：0 沒有錯誤，1 有錯誤或太大，2 用法有誤，或檔案無法讀取。`,
    },
    preview: {
      about: '在本機顯示草稿，並隨改動重新整理',
      more: `
例：
  jishi preview data/fusha-2020
  jishi preview town.json --source town-news=news.txt --port 9000

草稿的網頁、訂閱源和介面只供本機使用，不發布任何內容。儲存檔案後網頁自動重新整理；檔案有錯誤時
列出錯誤。按 Ctrl-C 結束。
結束碼：0 按 Ctrl-C 結束，2 用法有誤，或沒有檔案。`,
    },
    publish: {
      about: '先說明會改動什麼，再把檔案發布為新的一版',
      more: `
例：
  jishi publish data/fusha-2020                        發布到本機的服務
  jishi publish data/fusha-2020 --dry-run              只說明會改動什麼
  jishi publish data/fusha-2020 --to https://timelines.example --note "更正日期"
  jishi publish town.json --onto 7 --yes               與第7版以來他人發布的內容合併
  jishi publish town.ndjson --yes                      大小不限，大的會分批上傳

權杖取自 PUBLISH_TOKEN；本機服務的權杖在 .jishi/token。
連線中斷會重試；同一份檔案不會發布兩次。
結束碼：0 已發布，或無須發布，1 有錯誤，或被拒絕，2 用法有誤，3 其間有人發布，4 服務沒有回應，
5 權杖沒有權限，6 沒有這一版。`,
    },
    editions: {
      about: '列出保留的各版：何時、何人、為何發布，改了什麼',
      more: `
例：
  jishi editions fusha-2020
  jishi editions fusha-2020 --to https://timelines.example --json

結束碼：0 已列出，2 用法有誤，4 服務沒有回應，6 沒有這條時間軸。`,
    },
    diff: {
      about: '逐項說明兩版之間改了什麼',
      more: `
例：
  jishi diff fusha-2020                     最新一版改了什麼
  jishi diff fusha-2020 7                   第7版以來改了什麼
  jishi diff fusha-2020 7 9 --lang en       從第7版到第9版，用英文

結束碼：0 已比較，1 服務沒有列出改動，2 用法有誤，4 服務沒有回應，6 沒有這一版。`,
    },
    rollback: {
      about: '把保留的一版的內容重新發布為最新一版',
      more: `
例：
  jishi rollback fusha-2020 7 --note "第8版有一處日期錯誤"
  jishi rollback fusha-2020 7 --yes --json

不刪除任何內容：第7版的內容成為最新一版，其間各版仍在版本紀錄中。已下架的時間軸也這樣恢復。
結束碼：0 已退回，或本來相同，1 被拒絕，2 用法有誤，3 其間有人發布，4 服務沒有回應，
5 權杖沒有權限，6 這一版沒有保留。`,
    },
    pull: {
      about: '取得一版的檔案，或備份全部內容',
      more: `
例：
  jishi pull fusha-2020                              顯示最新一版的檔案
  jishi pull fusha-2020 -o data/fusha-2020/timeline.json --force
  jishi pull fusha-2020 --edition 7 -o seven.json    可用 jishi rollback 重新發布
  jishi pull fusha-2020 -o town.ndjson               每行一個事件
  jishi pull --all backup                            backup/<時間軸>/timeline.json 和 editions/<n>.json

寫入的內容與該版相同，並按摘要核對。內容不同的檔案，不加 --force 不會覆蓋；再次備份只寫改動過的，
timeline.json 只有在它是曾經備份的一版時才會更新。讀不到的會指明，其餘照常寫入。
結束碼：0 已寫入，2 用法有誤，或已有不同的檔案，4 服務沒有回應，6 沒有保留。`,
    },
    delete: {
      about: '下架一條時間軸',
      more: `
例：
  jishi delete fusha-2020 --note "應來源方要求下架"

此後它的網頁、訂閱源和介面都傳回 410。各版還保留{days}天，其間可用 jishi rollback <時間軸> <版>
恢復；jishi publish 隨時可以恢復。
結束碼：0 已下架，或早已下架，1 被拒絕，2 用法有誤，3 其間有人發布，4 服務沒有回應，
5 權杖沒有權限，6 沒有這條時間軸。`,
    },
    repair: {
      about: '儲存遺失或損壞之後，把讀者所見的一切重新寫入',
      more: `
例：
  jishi repair fusha-2020
  jishi repair fusha-2020 --document data/fusha-2020/timeline.ndjson
  jishi repair --all --to https://timelines.example

不發布任何內容，也不改動任何一版：保留的各版、目前的內容和時間軸清單，都根據版本紀錄重新寫入。
無法寫入的會指明，其餘照常寫入。
結束碼：0 已寫入，1 有分片無法照原樣重新產生，2 用法有誤，4 服務沒有回應，或儲存服務暫時不能寫入，5 權杖沒有權限，
6 沒有這條時間軸。`,
    },
    doctor: {
      about: '從外面查看一個服務：哪裡不對，該怎麼辦',
      more: `
例：
  jishi doctor https://timelines.example
  jishi doctor --json

不寫入任何內容。每條時間軸、保留的每一版各請求一次，另有少數幾次請求。
結束碼：0 全部通過，1 有不通過的，2 用法有誤，4 服務沒有回應。`,
    },
    token: {
      about: '產生發布用的權杖；只顯示一次，不作儲存',
      more: `
例：
  jishi token anna                                           用於所有時間軸，沒有期限
  jishi token ci --timelines fusha-2020 --expires 2027-06-30
  jishi token ci --into tokens.json                          把項目加進項目檔案

權杖本身放在發布的地方，存為 PUBLISH_TOKEN。服務得到的是全部項目的 JSON 陣列，其中只有雜湊值：
  npx wrangler secret put PUBLISH_TOKENS < tokens.json
要更換權杖：另取名稱（例如 ci-2）加一個權杖，改用它，再刪除原來的項目。
結束碼：0 已產生，2 用法有誤，或檔案不是項目清單。`,
    },
  },
  start: {
    about: '在本機為本目錄提供服務，並把 data/ 發布上去。',
    more: `
PUBLISH_TOKEN 設定本機服務的權杖；不設則產生一個，存放在 .jishi/token。`,
  },
  arguments: {
    path: '含 timeline.json 的資料夾，或時間軸的檔案（JSON 或 NDJSON）',
    written: '含 timeline.json 的資料夾，或時間軸的檔案（JSON）',
    folder: '含 timeline.json 的資料夾，或時間軸的檔案',
    timeline: '時間軸的識別碼',
    edition: '要退回的版本號',
    before: '較早的一版；不寫則為最新一版的前一版',
    after: '較晚的一版；不寫則為最新一版',
    address: '服務的位址；不寫則同 --to',
    article: '文字檔：UTF-8、UTF-16 或 GB18030',
    file: 'CSV、TSV、XLSX、iCalendar、TimelineJS、JSON 或 NDJSON；- 表示標準輸入',
    id: '時間軸的識別碼，永遠是網址的一部分：a-z、0-9 和 -',
    name: '誰或什麼用它發布；會寫進版本紀錄',
  },
  options: {
    to: '服務的位址；不寫則用 JISHI_URL，再不然是本目錄 npm start 的服務',
    wait: '服務過載或沒有回應時，最多重試多少秒',
    json: '以 JSON 輸出結果',
    lang: '說話所用的語言',
    langDefault: '取自 LC_ALL 或 LANG，否則 en',
    note: '發布的緣由，寫進版本紀錄，最多200個字元',
    yes: '不再詢問',
    yesToWrite: '寫入之前不再詢問',
    source: '來源的原文，用來查找引文；可重複',
    answers: '問題的答案：以問題識別碼為鍵的 JSON 物件',
    strict: '有提醒也以 1 結束',
    jsonLines: '把網址和每次檢查各輸出為一行 JSON',
    dryRun: '只說明會改動什麼，不作任何改動',
    onto: '檔案始於哪一版',
    baseDocument: '那一版的檔案，例如上一次提交的',
    keptEdition: '保留的一版；不寫則為最新一版',
    output: '寫到哪裡；不寫則顯示出來',
    all: '把全部時間軸和保留的各版存入資料夾',
    force: '覆蓋內容不同的檔案',
    repairDocument: '某個上傳版本發布時的檔案：據此重新產生並上傳儲存空間中遺失的分片',
    repairAll: '權杖可用的全部時間軸，以及時間軸清單',
    timelines: '可發布的時間軸，以逗號分隔；不寫則為全部',
    expires: '有效期：2027-06-30，或一個時刻',
    into: '把項目加進這個檔案的 JSON 陣列',
    jsonToken: '以 JSON 輸出權杖和項目',
    intoFolder: '含 timeline.json 的資料夾',
    goodRows: '只取沒有錯誤的列，其餘寫入 <檔案>.rest.csv',
    title: '讀者看到的標題',
    language: '文字的語言，例如 zh-Hant 或 en',
    timeZone: '按哪個時區的日期記事，例如 Asia/Taipei',
    domain: '你或所在單位持有的網域名稱，用於永久識別碼',
    from: '要起草的文章，同 jishi draft',
    articleTitle: '文章的標題',
    publisher: '由誰發表；- 表示沒有寫明',
    published: '何時發表：日、月或年',
    publishedToday: '何日發表：「昨天」等說法從這一天推算',
    in: '存放時間軸的資料夾',
    sourceId: '來源的識別碼；不寫則取自檔案名',
    articleLanguage: '文章的語言；不寫則按文字判斷',
    table: '日期的表格；不寫則為資料夾裡的 draft.csv',
    previewPort: '連接埠；已被佔用時用下一個可用的',
    startPort: '接聽的連接埠；0 表示任意可用連接埠',
    fresh: '先清除本機的資料，再重新發布全部內容',
  },
  placeholders: new Map([
    ['a', '舊版'],
    ['address', '網址'],
    ['answer', '答案'],
    ['article', '文章'],
    ['b', '新版'],
    ['command', '指令'],
    ['date', '日期'],
    ['day', '日期'],
    ['edition', '版'],
    ['file', '檔案'],
    ['folder', '資料夾'],
    ['id', '識別碼'],
    ['ids', '識別碼'],
    ['language', '語言'],
    ['name', '名稱'],
    ['note', '說明'],
    ['number', '數字'],
    ['options', '選項'],
    ['path', '路徑'],
    ['question', '問題'],
    ['seconds', '秒數'],
    ['source', '來源'],
    ['tag', '語言'],
    ['timeline', '時間軸'],
    ['url', '網址'],
    ['words', '文字'],
  ]),
  titles: {
    usage: '用法：',
    options: '選項：',
    commands: '指令：',
    arguments: '參數：',
    help: '顯示此說明',
    helpCommand: '顯示一個指令的說明',
    byDefault: (value) => `（預設：${value}）`,
    ofVariable: (name) => `（環境變數：${name}）`,
  },
  wrong: {
    missingArgument: (name) => `缺少參數 '${name}'`,
    missingValue: (option) => `選項 '${option}' 缺少值`,
    missingOption: (option, about) => `缺少必需的選項 '${option}'：${about}`,
    invalidValue: (value, of, why) => `'${value}' 不能用於 ${of}。${why}`,
    unknownOption: (option) => `沒有選項 '${option}'`,
    unknownCommand: (name) => `沒有指令 '${name}'`,
    tooMany: (most, given) => `參數過多：最多${most}個，給了${given}個`,
    meant: (names) => `（是否想寫 ${names.join('、')}？）`,
    seeHelp: '（說明見 --help）',
  },
}
