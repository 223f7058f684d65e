// Parameters that others append to addresses which are shared or advertised: pages, frames and feeds
// ignore them without a word (docs/decisions/0008-errors-for-people.md).

/** Names that mean nothing here; WeChat, Weibo, Bilibili, Google, Meta, and what defeats caches. */
const foreignNames =
  /^(?:utm_\w+|share_\w+|isappinstalled|fbclid|gclid|spm|scene|clicktime|enterid|_)$/

/** WeChat appends `from` to every link that is shared in it; no day is written like this. */
const foreignValues: Readonly<Record<string, ReadonlySet<string>>> = {
  from: new Set(['timeline', 'groupmessage', 'singlemessage']),
}

/** @example isForeign('from', 'singlemessage') → true, isForeign('from', '2020-02') → false */
export const isForeign = (name: string, value: string): boolean =>
  foreignNames.test(name) ||
  (Object.hasOwn(foreignValues, name) && foreignValues[name]?.has(value) === true)
