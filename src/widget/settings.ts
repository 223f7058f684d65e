// The settings in the attributes of the element. The filter is written as in a query string.
import { uiLanguageOf, type UiLanguage } from '../domain/text/ui-language.ts'
import type { HeadingLevel } from '../markup/heading.ts'
import type { Pairs } from '../address/canonical.ts'

/** The attributes that filter, which are the parameters of the API. */
export const filterNames = [
  'theme',
  'actor',
  'members',
  'source',
  'from',
  'to',
  'match',
  'undated',
  'q',
  'sort',
] as const

export const attributeNames = [
  'src',
  ...filterNames,
  'lang',
  'limit',
  'layout',
  'sync',
  'loading',
  'heading-level',
] as const

export interface ElementSettings {
  /** Address of the service, without a slash at the end. */
  readonly base: string
  /** Empty if `src` is not the address of a timeline. */
  readonly timeline: string
  readonly filter: Pairs
  readonly language: UiLanguage
  /** Maximum events shown; undefined for all. */
  readonly limit: number | undefined
  /** `picture`: nothing but the picture. */
  readonly layout: 'auto' | 'compact' | 'picture'
  readonly level: HeadingLevel
  /** Whether the fragment of the page has the filter that readers choose. */
  readonly sync: boolean
}

export function settingsOf(element: HTMLElement): ElementSettings {
  const given = (name: string) => element.getAttribute(name)?.trim() ?? ''
  const [base = '', timeline = ''] = timelineAddress(given('src'), element.baseURI)
  return {
    base,
    timeline,
    filter: filterOf(given),
    language: languageOf(element),
    limit: numberIn(given('limit'), 500),
    layout: layoutOf(given('layout')),
    sync: given('sync') === 'hash',
    level: (numberIn(given('heading-level'), 4) ?? 2) as HeadingLevel,
  }
}

/** Reads `https://host/timelines/fusha-2020`; ignores what follows it. */
function timelineAddress(src: string, page: string): readonly (string | undefined)[] {
  const url = src !== '' && URL.canParse(src, page) ? new URL(src, page).href : ''
  return /^(https?:[^?#]+?)(?:\/v1)?\/timelines\/([a-z0-9-]+)(?![^/?#])/.exec(url)?.slice(1) ?? []
}

/** One pair per attribute; names in it are told apart once they are known (lazy/names.ts). */
const filterOf = (given: (name: string) => string): Pairs =>
  filterNames.map((name) => [name, given(name)] as const).filter(([, value]) => value !== '')

/** The `lang` of the element or its nearest ancestor, else the reader's language. */
const languageOf = (element: HTMLElement): UiLanguage =>
  [langOf(element), ...navigator.languages].map(uiLanguageOf).find(Boolean) ?? 'en'

/** That of the nearest element that has one, also of one around the shadow tree. */
function langOf(element: Element): string {
  const named = element.closest('[lang]')?.getAttribute('lang')
  const root = element.getRootNode()
  return named ?? (root instanceof ShadowRoot ? langOf(root.host) : '')
}

const layoutOf = (text: string): ElementSettings['layout'] =>
  text === 'compact' || text === 'picture' ? text : 'auto'

/** A whole number from 1 to `max`, else undefined. */
function numberIn(text: string, max: number): number | undefined {
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 && number <= max ? number : undefined
}
