// Traditional Chinese: the types of problems, what each means and what to do about it.
import type { ProblemMessages } from '../en/problems.ts'

export const zhHantProblemTypes: ProblemMessages['types'] = {
  'malformed-json': {
    title: '請求正文不是合格的 JSON',
    detail: '請改正所指位置的文字。',
  },
  'invalid-parameter': {
    title: '參數、請求標頭或正文的值無效',
    detail: '請逐項改正所列的值。',
  },
  'unknown-parameter': {
    title: '沒有這個參數',
    detail: '請去掉它，或改用所列參數之一。',
  },
  'duplicate-parameter': {
    title: '參數重複',
    detail: '請只保留一個值；只有 theme、actor 和 source 可以重複。',
  },
  'missing-parameter': {
    title: '缺少參數',
    detail: '請補上所列的參數。',
  },
  'invalid-cursor': {
    title: '分頁位置在此不能用',
    detail:
      'cursor 無效，或屬於別的時間軸、別的版本、別的篩選條件，或所屬版本已重新打包。請去掉它，從第一頁開始。',
  },
  'query-too-broad': {
    title: '事件太多，這個篩選條件過寬',
    detail:
      '回答它要讀取的內容太多。請換一個更長的詞（如兩個漢字），減少詞語，或減少主題、人物或機構、來源的名稱。日期不受此限。',
  },
  'digest-mismatch': {
    title: '請求正文與所報的摘要不符',
    detail: '保留的類型，目前沒有回應使用。它表示正文在傳輸中有改動，或摘要屬於別的文字。',
  },
  unauthorized: {
    title: '需要有效的權杖',
    detail: '請在 Authorization 請求標頭中以 Bearer 方式提供本服務認可、尚未過期的權杖。',
  },
  forbidden: {
    title: '權杖不能用在這裡',
    detail:
      '權杖有效，但只能用於別的時間軸；或者請求未經 TLS 發來，此時請作廢該權杖，並改用 https。',
  },
  'not-found': {
    title: '這個網址沒有內容',
    detail: '請檢查網址；原有內容可能已移除。',
  },
  'method-not-allowed': {
    title: '這個網址不支援該請求方法',
    detail: '可用的方法見回應標頭 Allow。',
  },
  'segment-not-leased': {
    title: '這個資料段沒有有效的租約',
    detail: '租約已經結束，屬於別的版本，或從未有過。請重新租用，再上傳各個分片。',
  },
  'segment-incomplete': {
    title: '資料段不完整',
    detail:
      '缺少分片，或已儲存的分片與提交的不符，或某個分片已儲存、內容不同。請上傳所列的分片，沒有列出時請全部上傳，再提交一次。',
  },
  'cursor-expired': {
    title: '這個版本已不再保留',
    detail: '請從最新版本重新開始。',
  },
  'event-removed': {
    title: '事件已從時間軸中移除',
    detail: '版本紀錄頁寫有移除的時間和原來的內容。',
  },
  'timeline-gone': {
    title: '這條時間軸已下架',
    detail: '發布者已將它移除；重新發布或恢復某個版本後即可再次查看。',
  },
  'precondition-failed': {
    title: '請求所附的條件不成立',
    detail:
      '寫入時註明的不是最新版本，或已有版本卻未註明；或讀取時 If-Match 中的實體標籤不同，或該網址沒有實體標籤。請取得最新版本，合併其中的改動，再註明該版本。',
  },
  'content-too-large': {
    title: '內容過大',
    detail: '請縮減內容。一次請求放不下的時間軸、改動過多的時間軸，可以分片上傳。',
  },
  'uri-too-long': {
    title: '網址過長',
    detail: '請減少篩選條件。',
  },
  'unsupported-media-type': {
    title: '請求正文的類型不對',
    detail:
      '請不加壓縮，按回應標頭 Accept 所示的類型傳送：時間軸用 UTF-8編碼的 JSON，修改和分片各有自己的類型。',
  },
  'invalid-timeline': {
    title: '時間軸有錯誤',
    detail: '各處錯誤及其位置均已列出；本次沒有發布任何內容。',
  },
  'invalid-part': {
    title: '有分片無法使用',
    detail:
      '分片有錯誤，或各分片之間、分片與根之間互相矛盾。本次請求沒有儲存任何內容。請改正所列之處，再傳送一次。',
  },
  'precondition-required': {
    title: '請求須註明要替換的版本',
    detail: '請傳送 If-Match: "<版本號>"；首次發布請傳送 If-None-Match: *。',
  },
  'rate-limited': {
    title: '請求過於頻繁',
    detail: '請按回應標頭 Retry-After 所示的秒數等候，然後再試。',
  },
  'internal-error': {
    title: '出現意外錯誤',
    detail: '這是服務自身的錯誤，已記入日誌。可以再試一次。',
  },
  'not-implemented': {
    title: '不提供這種格式',
    detail: '請改用 format=json 或 format=xml。',
  },
  'store-unavailable': {
    title: '儲存服務沒有給出所要的內容',
    detail: '儲存服務暫時沒有回應，或者大型時間軸有一部分遺失或損壞。請過幾秒再試。',
  },
  'publisher-overloaded': {
    title: '發布服務暫時沒有回應',
    detail: '資料不會遺失，請過幾秒再試；同一次發布不會重複生效。',
  },
  misconfigured: {
    title: '服務尚未設定好',
    detail: '請管理者改正所列的設定。',
  },
}
