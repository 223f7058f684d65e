// Values of events as they are compared: by what they say, in whatever form it is written. A short mark of a
// value notices that it has changed without keeping it.
import { normalUrl } from '../../domain/document/link.ts'
import {
  byLanguage,
  inLanguage,
  type AuthoredText,
  type Text,
} from '../../domain/text/language-map.ts'

/** A value under the name of its field or member. */
export interface NamedValue {
  readonly name: string
  readonly value: unknown
}

type Json = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Members of events, figures, links, themes, actors and sources that are texts of the timeline. */
const texts: ReadonlySet<string> = new Set([
  'title',
  'summary',
  'note',
  'label',
  'unit',
  'name',
  'role',
  'publisher',
  'rights',
])

interface NamedText extends NamedValue {
  readonly value: AuthoredText
}

/** True for a text: a string, or versions by language. */
export const isText = (named: NamedValue): named is NamedText =>
  texts.has(named.name) &&
  (typeof named.value === 'string' ||
    (isRecord(named.value) && Object.values(named.value).every((one) => typeof one === 'string')))

/** The value with each of its texts in another form, also those of figures and links within. */
export function mapTexts(named: NamedValue, change: (text: AuthoredText) => unknown): unknown {
  if (isText(named)) return change(named.value)
  const { value } = named
  if (Array.isArray(value))
    return value.map((one: unknown) => mapTexts({ name: '', value: one }, change))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, mapTexts({ name, value: one }, change)]),
  )
}

/**
 * What a value says: texts by language, addresses in their normal form, line ends as LF, members in one order.
 * @example compared({ name: 'links', value: [{ url: 'https://a.example', title: 'A' }] }, 'en') → [{ title: { en: 'A' }, url: 'https://a.example/' }]
 */
export const compared = (named: NamedValue, language: string): unknown =>
  inOrder(mapTexts(named, (text) => byLanguage(text, language)))

function inOrder(value: unknown, name = ''): unknown {
  if (typeof value === 'string')
    return /url$/i.test(name) ? normalUrl(value) : value.replaceAll(/\r\n?/g, '\n')
  if (Array.isArray(value)) return value.map((one: unknown) => inOrder(one))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner, key)]),
  )
}

/**
 * True if what the timeline has says all that is given, which may hold less. A string may be in any language of
 * a text; a text that lacks a language says in it what is shown in its place.
 */
export function says(own: NamedValue, given: unknown, language: string): boolean {
  const isSaid = (name: string, mine: unknown, one: unknown): boolean => {
    if (Object.is(mine, one)) return true
    if (Array.isArray(mine) && Array.isArray(one))
      return mine.length === one.length && one.every((item, index) => isSaid('', mine[index], item))
    if (!isRecord(mine) || !isRecord(one)) return false
    if (isText({ name, value: mine }) && isText({ name, value: one }))
      return Object.entries(one).every(
        ([tag, text]) => inLanguage(mine as Text, tag, language) === text,
      )
    const owned = new Map(Object.entries(mine))
    return Object.entries(one).every(([key, inner]) => isSaid(key, owned.get(key), inner))
  }
  const mine = compared(own, language)
  if (typeof given === 'string' && isText(own) && isRecord(mine))
    if (Object.values(mine).includes(inOrder(given))) return true
  return isSaid(own.name, mine, compared({ ...own, value: given }, language))
}

/** The tags of all texts in a value. */
export function languagesIn(named: NamedValue, language: string): ReadonlySet<string> {
  const tags = new Set<string>()
  mapTexts(named, (text) => {
    for (const tag of Object.keys(byLanguage(text, language))) tags.add(tag)
  })
  return tags
}

/** A short mark of what a value says. */
export const markOfValue = (named: NamedValue, language: string): string =>
  digestOf(compared(named, language))

/** The marks of a value: that of what it says, and that of its form, as earlier versions wrote it. */
export const marksOfValue = (named: NamedValue, language: string): readonly string[] =>
  named.value === undefined ? [] : [markOfValue(named, language), digestOf(named.value)]

/**
 * A short mark of a value in its form. No secret depends on it.
 * @example digestOf('a') !== digestOf('b')
 */
export function digestOf(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  let [high, low] = [0xde_ad_be_ef, 0x41_c6_ce_57]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2_654_435_761)
    low = Math.imul(low ^ unit, 1_597_334_677)
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36)
}
