// Simplified Chinese: the types of problems, what each means and what to do about it.
import type { ProblemMessages } from '../en/problems.ts'

export const zhHansProblemTypes: ProblemMessages['types'] = {
  'malformed-json': {
    title: '请求正文不是合格的 JSON',
    detail: '请改正所指位置的文本。',
  },
  'invalid-parameter': {
    title: '参数、请求头或正文的值无效',
    detail: '请逐项改正所列的值。',
  },
  'unknown-parameter': {
    title: '没有这个参数',
    detail: '请去掉它，或改用所列参数之一。',
  },
  'duplicate-parameter': {
    title: '参数重复',
    detail: '请只保留一个值；只有 theme、actor 和 source 可以重复。',
  },
  'missing-parameter': {
    title: '缺少参数',
    detail: '请补上所列的参数。',
  },
  'invalid-cursor': {
    title: '分页位置在此不能用',
    detail:
      'cursor 无效，或属于别的时间线、别的版本、别的筛选条件，或所属版本已重新打包。请去掉它，从第一页开始。',
  },
  'query-too-broad': {
    title: '事件太多，这个筛选条件过宽',
    detail:
      '回答它要读取的内容太多。请换一个更长的词（如两个汉字），减少词语，或减少主题、人物或机构、来源的名称。日期不受此限。',
  },
  'digest-mismatch': {
    title: '请求正文与所报的摘要不符',
    detail: '保留的类型，目前没有响应使用。它表示正文在传输中有改动，或摘要属于别的文本。',
  },
  unauthorized: {
    title: '需要有效的令牌',
    detail: '请在 Authorization 请求头中以 Bearer 方式提供本服务认可、尚未过期的令牌。',
  },
  forbidden: {
    title: '令牌不能用在这里',
    detail:
      '令牌有效，但只能用于别的时间线；或者请求未经 TLS 发来，此时请作废该令牌，并改用 https。',
  },
  'not-found': {
    title: '这个网址没有内容',
    detail: '请检查网址；原有内容可能已移除。',
  },
  'method-not-allowed': {
    title: '这个网址不支持该请求方法',
    detail: '可用的方法见响应头 Allow。',
  },
  'segment-not-leased': {
    title: '这个数据段没有有效的租约',
    detail: '租约已经结束，属于别的版本，或从未有过。请重新租用，再上传各个分片。',
  },
  'segment-incomplete': {
    title: '数据段不完整',
    detail:
      '缺少分片，或已存储的分片与提交的不符，或某个分片已存储、内容不同。请上传所列的分片，没有列出时请全部上传，再提交一次。',
  },
  'cursor-expired': {
    title: '这个版本已不再保留',
    detail: '请从最新版本重新开始。',
  },
  'event-removed': {
    title: '事件已从时间线中移除',
    detail: '版本记录页写有移除的时间和原来的内容。',
  },
  'timeline-gone': {
    title: '这条时间线已下架',
    detail: '发布者已将它移除；重新发布或恢复某个版本后即可再次查看。',
  },
  'precondition-failed': {
    title: '请求所附的条件不成立',
    detail:
      '写入时注明的不是最新版本，或已有版本却未注明；或读取时 If-Match 中的实体标签不同，或该网址没有实体标签。请取得最新版本，合并其中的改动，再注明该版本。',
  },
  'content-too-large': {
    title: '内容过大',
    detail: '请缩减内容。一次请求放不下的时间线、改动过多的时间线，可以分片上传。',
  },
  'uri-too-long': {
    title: '网址过长',
    detail: '请减少筛选条件。',
  },
  'unsupported-media-type': {
    title: '请求正文的类型不对',
    detail:
      '请不加压缩，按响应头 Accept 所示的类型发送：时间线用 UTF-8编码的 JSON，修改和分片各有自己的类型。',
  },
  'invalid-timeline': {
    title: '时间线有错误',
    detail: '各处错误及其位置均已列出；本次没有发布任何内容。',
  },
  'invalid-part': {
    title: '有分片无法使用',
    detail:
      '分片有错误，或各分片之间、分片与根之间互相矛盾。本次请求没有存储任何内容。请改正所列之处，再发送一次。',
  },
  'precondition-required': {
    title: '请求须注明要替换的版本',
    detail: '请发送 If-Match: "<版本号>"；首次发布请发送 If-None-Match: *。',
  },
  'rate-limited': {
    title: '请求过于频繁',
    detail: '请按响应头 Retry-After 所示的秒数等候，然后再试。',
  },
  'internal-error': {
    title: '出现意外错误',
    detail: '这是服务自身的错误，已记入日志。可以再试一次。',
  },
  'not-implemented': {
    title: '不提供这种格式',
    detail: '请改用 format=json 或 format=xml。',
  },
  'store-unavailable': {
    title: '存储服务没有给出所要的内容',
    detail: '存储服务暂时没有响应，或者大型时间线有一部分丢失或损坏。请过几秒再试。',
  },
  'publisher-overloaded': {
    title: '发布服务暂时没有响应',
    detail: '数据不会丢失，请过几秒再试；同一次发布不会重复生效。',
  },
  misconfigured: {
    title: '服务尚未配置好',
    detail: '请运行者改正所列的设置。',
  },
}
