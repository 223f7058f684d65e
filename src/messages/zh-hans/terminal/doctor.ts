import type { DoctorMessages } from '../../en/terminal/doctor.ts'

export const zhHansDoctor: DoctorMessages = {
  checks: {
    address: '地址',
    'public-url': 'PUBLIC_URL',
    https: 'HTTPS',
    clock: '时钟',
    version: '版本',
    guard: '无令牌写入',
    token: '你的令牌',
    list: '时间线列表',
    heads: '最新版',
    copies: '保留的各版',
    caching: '缓存',
    compression: '压缩',
    authority: '时间线的标识域名（authority）',
  },
  notLookedAt: (status) =>
    `${status === 0 ? '没有收到响应' : `响应为 ${status}`}，无从查看，请稍后再试`,
  answers: '服务有响应',
  silent: (detail) => `没有响应：${detail}。服务是否已部署或启动？地址是否正确？`,
  misconfigured: (faults) => `服务的设置无法使用：${faults}`,
  otherService: (status) =>
    `GET /health 的响应是 ${status}，不像本服务的响应。该地址上或其前面是否有别的服务？`,
  sameAddress: (address) => `所有地址都以 ${address} 开头`,
  otherAddress: (told, asked) =>
    `服务给出的地址以 ${told} 开头，而访问时用的是 ${asked}。请在 wrangler.toml 中设置 PUBLIC_URL 后重新部署，或改查另一地址`,
  secure: '已告知读者只用 HTTPS',
  noPolicy: '响应没有 Strict-Transport-Security：中间是否有代理去掉了它？',
  thisMachine: '本机服务，不检查',
  rightClock: '与本机时钟一致',
  wrongClock: (seconds) =>
    `与本机时钟相差 ${seconds} 秒：各版的时间和令牌的有效期都以它为准。请查明哪一个不准`,
  versionKnown: (build, version) => `构建 ${build}，接口契约 ${version}`,
  versionUnknown:
    '服务不知道自己的版本，部署之后客户端会继续使用旧的响应：请在 wrangler.toml 中加上 [version_metadata]',
  otherContract: (theirs, ours) =>
    `服务的接口契约是 ${theirs}，本目录的是 ${ours}：请重新部署，或使用与服务同版的命令`,
  guarded: '会被拒绝',
  unguarded: (status) => `无令牌的写入得到 ${status}，而不是 401：服务前面是否有别的程序代答？`,
  noTokens:
    '没有设置仍然有效的令牌，因此无人能发布：npx jishi token <名称> --into tokens.json，然后 npx wrangler secret put PUBLISH_TOKENS < tokens.json',
  tokenGood: '服务认得它',
  tokenRefused:
    '服务拒绝它：未设置、已过期，或计算散列时带了换行（printf %s "$PUBLISH_TOKEN" | sha256sum）',
  tokenNotGiven: '这里没有设置 PUBLISH_TOKEN，不检查',
  listed: (timelines) => `可以读取：${timelines} 条时间线`,
  unlisted: (status, command) => `无法读取（${status}）：${command}`,
  headsAgree: '与列表一致',
  headsBehind: (where, command) =>
    `与列表不一致：${where}。可能列表更新还不到两分钟；若一直如此：${command}`,
  headsUnreadable: (where, command) => `无法读取：${where}。${command} 会重新写入`,
  copiesThere: (editions) => `都可以读取：共 ${editions} 版`,
  copiesMissing: (where, command) => `无法读取：${where}。${command} 会重新写入`,
  cachingKept: '响应头原样到达，304 有效，查询参数有效',
  cachingChanged: (header, wanted, seen) =>
    `${header} 是“${seen}”，应为“${wanted}”：服务前面有程序改动了它`,
  notConditional: (status) =>
    `带上刚得到的 ETag 再请求，得到 ${status}，而不是 304：服务前面有程序丢掉了 If-None-Match 或改动了 ETag`,
  queryIgnored: '不同的查询得到同一响应：服务前面的缓存忽略了查询参数，而筛选条件就在其中',
  compressed: '日历已压缩',
  notCompressed: (path) => `请求接受 gzip，${path} 却没有压缩`,
  authorityHeld: '没有使用示例域名',
  authorityOfExamples: (where) =>
    `用的是示例域名，不归任何人所有：${where}。第一版发布之后不能再改，请换一个标识，用你自己的域名发布`,
  nothingToLookAt: '还没有发布时间线，不检查',
  summary: ({ failed, warnings, passed }) =>
    `${failed} 项不通过，${warnings} 项提醒，${passed} 项通过`,
}
