import type { DoctorMessages } from '../../en/terminal/doctor.ts'

export const zhHantDoctor: DoctorMessages = {
  checks: {
    address: '位址',
    'public-url': 'PUBLIC_URL',
    https: 'HTTPS',
    clock: '時鐘',
    version: '版本',
    guard: '無權杖寫入',
    token: '你的權杖',
    list: '時間軸列表',
    heads: '最新版',
    copies: '保留的各版',
    caching: '快取',
    compression: '壓縮',
    authority: '時間軸的識別網域（authority）',
  },
  notLookedAt: (status) => `${status === 0 ? '沒有回應' : `傳回 ${status}`}，無從檢視，請稍後再試`,
  answers: '服務有回應',
  silent: (detail) => `沒有回應：${detail}。服務是否已部署或啟動？位址是否正確？`,
  misconfigured: (faults) => `服務的設定無法使用：${faults}`,
  otherService: (status) =>
    `GET /health 的回應是 ${status}，不像本服務的回應。該位址上或其前面是否有別的服務？`,
  sameAddress: (address) => `所有位址都以 ${address} 開頭`,
  otherAddress: (told, asked) =>
    `服務給出的位址以 ${told} 開頭，而存取時用的是 ${asked}。請在 wrangler.toml 中設定 PUBLIC_URL 後重新部署，或改查另一位址`,
  secure: '已告知讀者只用 HTTPS',
  noPolicy: '回應沒有 Strict-Transport-Security：中間是否有代理去掉了它？',
  thisMachine: '本機服務，不檢查',
  rightClock: '與本機時鐘一致',
  wrongClock: (seconds) =>
    `與本機時鐘相差 ${seconds} 秒：各版的時間和權杖的有效期都以它為準。請查明哪一個不準`,
  versionKnown: (build, version) => `建置 ${build}，介面契約 ${version}`,
  versionUnknown:
    '服務不知道自己的版本，部署之後用戶端會繼續使用舊的回應：請在 wrangler.toml 中加上 [version_metadata]',
  otherContract: (theirs, ours) =>
    `服務的介面契約是 ${theirs}，本目錄的是 ${ours}：請重新部署，或使用與服務同版的命令`,
  guarded: '會被拒絕',
  unguarded: (status) => `無權杖的寫入得到 ${status}，而不是 401：服務前面是否有別的程式代答？`,
  noTokens:
    '沒有設定仍然有效的權杖，因此無人能發布：npx jishi token <名稱> --into tokens.json，然後 npx wrangler secret put PUBLISH_TOKENS < tokens.json',
  tokenGood: '服務認得它',
  tokenRefused:
    '服務拒絕它：未設定、已過期，或計算雜湊時帶了換行（printf %s "$PUBLISH_TOKEN" | sha256sum）',
  tokenNotGiven: '這裡沒有設定 PUBLISH_TOKEN，不檢查',
  listed: (timelines) => `可以讀取：${timelines} 條時間軸`,
  unlisted: (status, command) => `無法讀取（${status}）：${command}`,
  headsAgree: '與列表一致',
  headsBehind: (where, command) =>
    `與列表不一致：${where}。可能列表更新還不到兩分鐘；若一直如此：${command}`,
  headsUnreadable: (where, command) => `無法讀取：${where}。${command} 會重新寫入`,
  copiesThere: (editions) => `都可以讀取：共 ${editions} 版`,
  copiesMissing: (where, command) => `無法讀取：${where}。${command} 會重新寫入`,
  cachingKept: '標頭原樣到達，304 有效，查詢參數有效',
  cachingChanged: (header, wanted, seen) =>
    `${header} 是「${seen}」，應為「${wanted}」：服務前面有程式改動了它`,
  notConditional: (status) =>
    `帶上剛得到的 ETag 再請求，得到 ${status}，而不是 304：服務前面有程式丟掉了 If-None-Match 或改動了 ETag`,
  queryIgnored: '不同的查詢得到同一回應：服務前面的快取忽略了查詢參數，而篩選條件就在其中',
  compressed: '行事曆已壓縮',
  notCompressed: (path) => `請求接受 gzip，${path} 卻沒有壓縮`,
  authorityHeld: '沒有使用範例網域',
  authorityOfExamples: (where) =>
    `用的是範例網域，不歸任何人所有：${where}。第一版發布之後不能再改，請換一個識別碼，用你自己的網域發布`,
  nothingToLookAt: '還沒有發布時間軸，不檢查',
  summary: ({ failed, warnings, passed }) =>
    `${failed} 項不通過，${warnings} 項提醒，${passed} 項通過`,
}
