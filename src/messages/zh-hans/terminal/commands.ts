import type { CommandMessages } from '../../en/terminal/commands.ts'

export const zhHansCommands: CommandMessages = {
  program: '有日期、有出处的事件时间线，从网络边缘发布。',
  environment: `
环境变量：
  JISHI_URL      服务的地址，例如 https://timelines.example；不设则为 npm start 的服务
  PUBLISH_TOKEN  发布用的令牌；npm start 把自己服务的令牌存放在 .jishi/token
  NO_COLOR       设为任何值：在终端里也不用颜色；FORCE_COLOR=1：处处用颜色
  LC_ALL, LANG   所有命令使用的语言（zh_CN、zh_TW，其他为英文），可用 --lang 另行指定

每个命令、退出码和 --json 的格式见 docs/cli.md。`,
  help: {
    new: {
      about: '新建时间线的文件夹，其中有一份可以着手编写的有效文件',
      more: `
例：
  jishi new our-town
  jishi new our-town --title "我们镇" --language zh-Hans --time-zone Asia/Shanghai --domain town.example
  jishi new our-town --from article.txt       同时收存文章，并把其中的日期列在 draft.csv 里

没有写明的会逐项询问。已有的内容一概不动。
退出码：0 已建立，1 已被占用，或有问题待答，2 用法有误，或文件夹无法写入。`,
    },
    draft: {
      about: '把文章收为来源，并列出其中写到的日期',
      more: `
例：
  jishi draft article.txt --into data/our-town
  jishi draft article.txt --into data/our-town --title "大桥通车记" --publisher - \\
    --published 2031-05-06 --yes

表格 draft.csv 每个日期一行：在 keep 一栏填 x，写上标题，确定待定的日期，再用 jishi import 导入。
退出码：0 已写入，1 有问题待答，或回答为否，2 用法有误，或文件无法读取。`,
    },
    import: {
      about: '把表格、日历或其他程序的时间线读入一条时间线',
      more: `
例：
  jishi import events.csv --into data/town-2020
  jishi import chronicle.ics --into data/town-2020 --answers answers.json --yes
  pbpaste | jishi import - --into data/town-2020       在电子表格里复制的单元格

不在终端里运行时，问题会列出来：请在文件里作答，再用 --answers 指明。
退出码：0 已写入，或没有可写入的，1 有问题待答、有错误，或回答为否，2 用法有误，或文件无法读取。`,
    },
    cite: {
      about: '在来源原文里查找引文，并补全它们的位置',
      more: `
例：
  jishi cite data/our-town
  jishi cite data/our-town --answers places.json --yes

在原文里出现多次的引文会逐一询问；没有找到的保持原样，并附最接近的原文列出。
退出码：0 已写入，或没有需要补全的，1 有问题待答、有错误，或回答为否，2 用法有误，或文件无法读取。`,
    },
    check: {
      about: '检查一条时间线：格式、引用关系、日期、数字、隐私和引文',
      more: `
例：
  jishi check data/fusha-2020
  jishi check town.json --source town-news=news.txt    同时在原文里查找每处引文
  jishi check town.ndjson                              首行是时间线，其后每行一个事件

退出码：0 没有错误，1 有错误或太大，2 用法有误，或文件无法读取。`,
    },
    preview: {
      about: '在本机显示草稿，并随改动刷新',
      more: `
例：
  jishi preview data/fusha-2020
  jishi preview town.json --source town-news=news.txt --port 9000

草稿的网页、订阅源和接口只供本机使用，不发布任何内容。保存文件后网页自动刷新；文件有错误时
列出错误。按 Ctrl-C 结束。
退出码：0 按 Ctrl-C 结束，2 用法有误，或没有文件。`,
    },
    publish: {
      about: '先说明会改动什么，再把文件发布为新的一版',
      more: `
例：
  jishi publish data/fusha-2020                        发布到本机的服务
  jishi publish data/fusha-2020 --dry-run              只说明会改动什么
  jishi publish data/fusha-2020 --to https://timelines.example --note "更正日期"
  jishi publish town.json --onto 7 --yes               与第7版以来他人发布的内容合并
  jishi publish town.ndjson --yes                      大小不限，大的会分批上传

令牌取自 PUBLISH_TOKEN；本机服务的令牌在 .jishi/token。
连接中断会重试；同一份文件不会发布两次。
退出码：0 已发布，或无须发布，1 有错误，或被拒绝，2 用法有误，3 其间有人发布，4 服务没有响应，
5 令牌没有权限，6 没有这一版。`,
    },
    editions: {
      about: '列出保留的各版：何时、何人、为何发布，改了什么',
      more: `
例：
  jishi editions fusha-2020
  jishi editions fusha-2020 --to https://timelines.example --json

退出码：0 已列出，2 用法有误，4 服务没有响应，6 没有这条时间线。`,
    },
    diff: {
      about: '逐项说明两版之间改了什么',
      more: `
例：
  jishi diff fusha-2020                     最新一版改了什么
  jishi diff fusha-2020 7                   第7版以来改了什么
  jishi diff fusha-2020 7 9 --lang en       从第7版到第9版，用英文

退出码：0 已比较，1 服务没有列出改动，2 用法有误，4 服务没有响应，6 没有这一版。`,
    },
    rollback: {
      about: '把保留的一版的内容重新发布为最新一版',
      more: `
例：
  jishi rollback fusha-2020 7 --note "第8版有一处日期错误"
  jishi rollback fusha-2020 7 --yes --json

不删除任何内容：第7版的内容成为最新一版，其间各版仍在版本记录中。已下架的时间线也这样恢复。
退出码：0 已退回，或本来相同，1 被拒绝，2 用法有误，3 其间有人发布，4 服务没有响应，
5 令牌没有权限，6 这一版没有保留。`,
    },
    pull: {
      about: '取得一版的文件，或备份全部内容',
      more: `
例：
  jishi pull fusha-2020                              显示最新一版的文件
  jishi pull fusha-2020 -o data/fusha-2020/timeline.json --force
  jishi pull fusha-2020 --edition 7 -o seven.json    可用 jishi rollback 重新发布
  jishi pull fusha-2020 -o town.ndjson               每行一个事件
  jishi pull --all backup                            backup/<时间线>/timeline.json 和 editions/<n>.json

写入的内容与该版相同，并按摘要核对。内容不同的文件，不加 --force 不会覆盖；再次备份只写改动过的，
timeline.json 只有在它是曾经备份的一版时才会更新。读不到的会指明，其余照常写入。
退出码：0 已写入，2 用法有误，或已有不同的文件，4 服务没有响应，6 没有保留。`,
    },
    delete: {
      about: '下架一条时间线',
      more: `
例：
  jishi delete fusha-2020 --note "应来源方要求下架"

此后它的网页、订阅源和接口都返回 410。各版还保留{days}天，其间可用 jishi rollback <时间线> <版>
恢复；jishi publish 随时可以恢复。
退出码：0 已下架，或早已下架，1 被拒绝，2 用法有误，3 其间有人发布，4 服务没有响应，
5 令牌没有权限，6 没有这条时间线。`,
    },
    repair: {
      about: '存储丢失或损坏之后，把读者所见的一切重新写入',
      more: `
例：
  jishi repair fusha-2020
  jishi repair fusha-2020 --document data/fusha-2020/timeline.ndjson
  jishi repair --all --to https://timelines.example

不发布任何内容，也不改动任何一版：保留的各版、当前的内容和时间线列表，都根据版本记录重新写入。
无法写入的会指明，其余照常写入。
退出码：0 已写入，1 有分片无法照原样重新生成，2 用法有误，4 服务没有响应，或存储服务暂时不能写入，5 令牌没有权限，
6 没有这条时间线。`,
    },
    doctor: {
      about: '从外面查看一个服务：哪里不对，该怎么办',
      more: `
例：
  jishi doctor https://timelines.example
  jishi doctor --json

不写入任何内容。每条时间线、保留的每一版各请求一次，另有少数几次请求。
退出码：0 全部通过，1 有不通过的，2 用法有误，4 服务没有响应。`,
    },
    token: {
      about: '生成发布用的令牌；只显示一次，不作保存',
      more: `
例：
  jishi token anna                                           用于所有时间线，没有期限
  jishi token ci --timelines fusha-2020 --expires 2027-06-30
  jishi token ci --into tokens.json                          把条目加进条目文件

令牌本身放在发布的地方，存为 PUBLISH_TOKEN。服务得到的是全部条目的 JSON 数组，其中只有散列值：
  npx wrangler secret put PUBLISH_TOKENS < tokens.json
要更换令牌：另取名称（例如 ci-2）加一个令牌，改用它，再删除原来的条目。
退出码：0 已生成，2 用法有误，或文件不是条目列表。`,
    },
  },
  start: {
    about: '在本机为本目录提供服务，并把 data/ 发布上去。',
    more: `
PUBLISH_TOKEN 设定本机服务的令牌；不设则生成一个，存放在 .jishi/token。`,
  },
  arguments: {
    path: '含 timeline.json 的文件夹，或时间线的文件（JSON 或 NDJSON）',
    written: '含 timeline.json 的文件夹，或时间线的文件（JSON）',
    folder: '含 timeline.json 的文件夹，或时间线的文件',
    timeline: '时间线的标识',
    edition: '要退回的版本号',
    before: '较早的一版；不写则为最新一版的前一版',
    after: '较晚的一版；不写则为最新一版',
    address: '服务的地址；不写则同 --to',
    article: '文本：UTF-8、UTF-16 或 GB18030',
    file: 'CSV、TSV、XLSX、iCalendar、TimelineJS、JSON 或 NDJSON；- 表示标准输入',
    id: '时间线的标识，永远是网址的一部分：a-z、0-9 和 -',
    name: '谁或什么用它发布；会写进版本记录',
  },
  options: {
    to: '服务的地址；不写则用 JISHI_URL，再不然是本目录 npm start 的服务',
    wait: '服务过载或没有响应时，最多重试多少秒',
    json: '以 JSON 输出结果',
    lang: '说话所用的语言',
    langDefault: '取自 LC_ALL 或 LANG，否则 en',
    note: '发布的缘由，写进版本记录，最多200个字符',
    yes: '不再询问',
    yesToWrite: '写入之前不再询问',
    source: '来源的原文，用来查找引文；可重复',
    answers: '问题的答案：以问题标识为键的 JSON 对象',
    strict: '有提醒也以 1 退出',
    jsonLines: '把网址和每次检查各输出为一行 JSON',
    dryRun: '只说明会改动什么，不作任何改动',
    onto: '文件始于哪一版',
    baseDocument: '那一版的文件，例如上一次提交的',
    keptEdition: '保留的一版；不写则为最新一版',
    output: '写到哪里；不写则显示出来',
    all: '把全部时间线和保留的各版存入文件夹',
    force: '覆盖内容不同的文件',
    repairDocument: '某个上传版本发布时的文件：据此重新生成并上传存储中丢失的分片',
    repairAll: '令牌可用的全部时间线，以及时间线列表',
    timelines: '可发布的时间线，以逗号分隔；不写则为全部',
    expires: '有效期：2027-06-30，或一个时刻',
    into: '把条目加进这个文件的 JSON 数组',
    jsonToken: '以 JSON 输出令牌和条目',
    intoFolder: '含 timeline.json 的文件夹',
    goodRows: '只取没有错误的行，其余写入 <文件>.rest.csv',
    title: '读者看到的标题',
    language: '文字的语言，例如 zh-Hans 或 en',
    timeZone: '按哪个时区的日期记事，例如 Asia/Shanghai',
    domain: '你或所在单位持有的域名，用于永久标识',
    from: '要起草的文章，同 jishi draft',
    articleTitle: '文章的标题',
    publisher: '由谁发表；- 表示没有写明',
    published: '何时发表：日、月或年',
    publishedToday: '何日发表：“昨天”等说法从这一天推算',
    in: '存放时间线的文件夹',
    sourceId: '来源的标识；不写则取自文件名',
    articleLanguage: '文章的语言；不写则按文字判断',
    table: '日期的表格；不写则为文件夹里的 draft.csv',
    previewPort: '端口；已被占用时用下一个空闲的',
    startPort: '监听的端口；0 表示任意空闲端口',
    fresh: '先清除本机的数据，再重新发布全部内容',
  },
  placeholders: new Map([
    ['a', '旧版'],
    ['address', '网址'],
    ['answer', '答案'],
    ['article', '文章'],
    ['b', '新版'],
    ['command', '命令'],
    ['date', '日期'],
    ['day', '日期'],
    ['edition', '版'],
    ['file', '文件'],
    ['folder', '文件夹'],
    ['id', '标识'],
    ['ids', '标识'],
    ['language', '语言'],
    ['name', '名称'],
    ['note', '说明'],
    ['number', '数字'],
    ['options', '选项'],
    ['path', '路径'],
    ['question', '问题'],
    ['seconds', '秒数'],
    ['source', '来源'],
    ['tag', '语言'],
    ['timeline', '时间线'],
    ['url', '网址'],
    ['words', '文字'],
  ]),
  titles: {
    usage: '用法：',
    options: '选项：',
    commands: '命令：',
    arguments: '参数：',
    help: '显示此说明',
    helpCommand: '显示一个命令的说明',
    byDefault: (value) => `（默认：${value}）`,
    ofVariable: (name) => `（环境变量：${name}）`,
  },
  wrong: {
    missingArgument: (name) => `缺少参数 '${name}'`,
    missingValue: (option) => `选项 '${option}' 缺少值`,
    missingOption: (option, about) => `缺少必需的选项 '${option}'：${about}`,
    invalidValue: (value, of, why) => `'${value}' 不能用于 ${of}。${why}`,
    unknownOption: (option) => `没有选项 '${option}'`,
    unknownCommand: (name) => `没有命令 '${name}'`,
    tooMany: (most, given) => `参数过多：最多${most}个，给了${given}个`,
    meant: (names) => `（是否想写 ${names.join('、')}？）`,
    seeHelp: '（说明见 --help）',
  },
}
