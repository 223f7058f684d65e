// What an author may have meant by an id, a name, a kind or a time zone that the document cannot have:
// proposals beside those of the check, for people who type.
import * as v from 'valibot'
import type { BrokenRule } from '../../domain/broken-rule.ts'
import { nearestId } from '../../domain/check/nearest.ts'
import { readLooseDocument, type LooseDocument } from '../../domain/check/loose-document.ts'
import { isIdentifier } from '../../domain/document/identifier.ts'
import { Authority } from '../../domain/document/timeline.ts'
import { foldText } from '../../domain/text/fold.ts'
import { isLanguageTag } from '../../domain/text/text-schema.ts'
import { slugOf } from './begin.ts'

/** Proposals for the value at a pointer that breaks the rule. */
export type Nearest = (pointer: string, value: unknown, rule: BrokenRule) => readonly string[]

/**
 * @example nearestIn(document)('/events/0/kind', 'as-of', one-of) → ['asOf']; ('/timeZone', 'Beijing', …) →
 * ['Asia/Shanghai']; ('/events/0/themes/0', '复工', …) → the id of the theme with this label
 */
export function nearestIn(document: unknown): Nearest {
  let names: ReadonlyMap<string, string> | undefined
  return (pointer, value, { rule, values }) => {
    if (typeof value !== 'string' || value.length > 100) return []
    switch (rule) {
      case 'one-of':
        return near(value, values.options)
      case 'not-a-time-zone':
        return nearestZones(value)
      case 'not-a-domain':
        return hostOf(value)
      case 'not-a-language-tag':
        return tagsOf(value)
      case 'not-an-identifier':
      case 'unknown-theme':
      case 'unknown-actor':
      case 'unknown-source': {
        names ??= idsByName(readLooseDocument(document))
        const named = names.get(nameKey(collectionAt(pointer), value))
        const slug = rule === 'not-an-identifier' ? slugOf(value) : null
        return [named ?? slug].filter((id) => id !== null && id !== undefined)
      }
      default:
        return []
    }
  }
}

function near(value: string, options: readonly string[]): readonly string[] {
  const nearest = nearestId(plain(value), options.map(plain))
  return options.filter((option) => plain(option) === nearest)
}

/** Without what is typed in one way or another: `as-of` is asOf. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]/g, '')

/** Cities by which people call a zone that the database has under the name of another. */
const zonesOfCities: ReadonlyMap<string, string> = new Map([
  ['beijing,peking,guangzhou,shenzhen,wuhan,北京,上海,中国,china', 'Asia/Shanghai'],
  ['台北,臺北,taiwan', 'Asia/Taipei'],
  ['香港', 'Asia/Hong_Kong'],
  ['东京,東京,osaka,japan', 'Asia/Tokyo'],
  ['washington,boston', 'America/New_York'],
  ['san_francisco,seattle', 'America/Los_Angeles'],
  ['delhi,new_delhi,mumbai,bombay', 'Asia/Kolkata'],
])

/** By the city, the last part of the name; several where a name is in more than one region. */
function nearestZones(value: string): readonly string[] {
  const city = cityOf(value)
  for (const [cities, zone] of zonesOfCities) if (cities.split(',').includes(city)) return [zone]
  if (city.length < 4) return []
  const zones = Intl.supportedValuesOf('timeZone')
  const nearest = nearestId(city, zones.map(cityOf))
  const found = zones.filter((zone) => cityOf(zone) === nearest)
  const isNear = nearest !== null && Math.abs(nearest.length - city.length) < 3
  return isNear && found.length < 4 ? found : []
}

const cityOf = (zone: string): string =>
  (zone.split('/').at(-1) ?? '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')

const isAddress = /^[a-z]+:\/\//i

/** As the name system has it: of an address its host, of a name in other letters its ASCII (RFC 5890). */
function hostOf(value: string): readonly string[] {
  const address = isAddress.test(value) ? URL.parse(value) : URL.parse(`https://${value}`)
  const host = address?.hostname ?? ''
  return v.is(Authority.entries.domain, host) ? [host] : []
}

const tagsOfNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['中文', ['zh-Hans', 'zh-Hant']],
  ['chinese', ['zh-Hans', 'zh-Hant']],
  ['简体中文', ['zh-Hans']],
  ['繁體中文', ['zh-Hant']],
  ['english', ['en']],
  ['英文', ['en']],
])

/** A locale such as zh_CN.UTF-8 as a tag (BCP 47), or the tags of a language that is named. */
function tagsOf(value: string): readonly string[] {
  const named = tagsOfNames.get(value.trim().toLowerCase())
  if (named !== undefined) return named
  try {
    const [plainTag = ''] = value.trim().split(/[.@]/)
    const [tag = ''] = Intl.getCanonicalLocales(plainTag.replaceAll('_', '-'))
    return isLanguageTag(tag) ? [tag] : []
  } catch {
    return []
  }
}

type Named = 'themes' | 'actors' | 'sources'

/** The list that the id at this place is of; null for the id of a part itself. */
function collectionAt(pointer: string): Named | null {
  if (/\/(?:actors|memberOf)\/\d+$|\/place$/.test(pointer)) return 'actors'
  if (/\/themes\/\d+$/.test(pointer)) return 'themes'
  return /\/citations\/\d+\/source$/.test(pointer) ? 'sources' : null
}

const nameKey = (list: Named | null, name: string): string => `${list} ${foldText(name)}`

/** Ids by labels, names and titles; those of several parts are left out. */
function idsByName(document: LooseDocument): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const several = new Set<string>()
  const add = (list: Named, id: string | undefined, text: unknown): void => {
    if (id === undefined || !isIdentifier(id)) return
    for (const name of wordsOf(text)) {
      const key = nameKey(list, name)
      if (ids.has(key) && ids.get(key) !== id) several.add(key)
      ids.set(key, id)
    }
  }
  for (const { value } of document.themes) add('themes', value.id, value.label)
  for (const { value } of document.actors)
    for (const text of [value.name, value.aliases]) add('actors', value.id, text)
  for (const { value } of document.sources) add('sources', value.id, value.title)
  for (const key of several) ids.delete(key)
  return ids
}

/** Every text of a value: of one language or several, or lists of them. */
const wordsOf = (text: unknown): string[] =>
  typeof text === 'string'
    ? [text]
    : typeof text === 'object' && text !== null
      ? Object.values(text).flatMap(wordsOf)
      : []
