// Parameters that others append to addresses which are shared or advertised: pages, frames and feeds
// ignore them without a word (docs/decisions/0008-errors-for-people.md).

/**
 * Names that mean nothing here: of WeChat, QQ, Weibo, Bilibili, Xiaohongshu and Baidu; of Google, Meta,
 * Microsoft, X, TikTok, LinkedIn and Yandex; of those who send newsletters; and what defeats caches.
 */
const foreignNames = new RegExp(
  `^(?:${[
    'isappinstalled|nsukey|wechat_redirect|wxshare|scene|subscene|clicktime|enterid|chksm|mpshare',
    'sharer?_\\w+|sharetype|sharesource|tdsourcetag|weibo_id|spm|spm_id_from|vd_source',
    'xhsshare|bd_vid|hm(?:sr|pl|cu|kw|ci)',
    'utm_\\w+|gad_\\w+|srsltid|_g[al]|[gw]braid|(?:g|d|fb|tw|tt|y)clid|msclkid|igsh(?:id)?|li_fat_id',
    'mc_[ce]id|mkt_tok|_hs\\w+|vero_\\w+|ref_src|ref_url|_',
  ].join('|')})$`,
)

/** What apps append as `from` to every link that is shared in them; no day is written like this. */
const foreignValues: Readonly<Record<string, ReadonlySet<string>>> = {
  from: new Set(
    'timeline groupmessage singlemessage favorites weixin wechat qq mqq mobileqq qzone weibo dingtalk feishu douyin share'.split(
      ' ',
    ),
  ),
}

/** @example isForeign('from', 'singlemessage') → true, isForeign('from', '2020-02') → false */
export const isForeign = (name: string, value: string): boolean =>
  foreignNames.test(name) ||
  (Object.hasOwn(foreignValues, name) && foreignValues[name]?.has(value) === true)
