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

/** Whether a parameter filters; an empty one does not. */
export const isFilter = ([name, value]: Pairs[number]): boolean =>
  value !== '' && filterNames.some((known) => known === name)

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

/** Whatever cannot be used is ignored, of which the console tells. */
export function settingsOf(element: HTMLElement): ElementSettings {
  const given = (name: string) => element.getAttribute(name)?.trim() ?? ''
  const choice = <Value extends string>(name: string, values: readonly Value[]) => {
    const value = given(name)
    const chosen = values.find((one) => one === value)
    if (value !== '' && !chosen) ignore(`${name}="${value}"`, values.join(', '))
    return chosen
  }
  // Of these two the value is used elsewhere: by the style sheet, and before the element loads.
  choice('color-scheme', ['light', 'dark', 'auto'])
  choice('loading', ['lazy', 'eager'])
  const { base, timeline, filter } = addressed(given('src'), element.baseURI)
  return {
    base,
    timeline,
    filter: filterOf(given, filter),
    language: languageOf(element),
    limit: limitIn(given('limit')),
    layout: choice('layout', ['auto', 'compact', 'picture']) ?? 'auto',
    sync: choice('sync', ['hash']) === 'hash',
    level: Number(choice('heading-level', ['1', '2', '3', '4']) ?? 2) as HeadingLevel,
  }
}

const told = new Set<string>()

/** Tells whoever made the page, once, since the element starts again with every change. */
function ignore(what: string, usable: string): void {
  const message = `<event-timeline> ignores ${what}; usable: ${usable}`
  // oxlint-disable-next-line no-console -- for whoever made the page
  if (!told.has(message)) console.warn(message)
  told.add(message)
}

/** Reads `https://host/timelines/fusha-2020?theme=work`. */
function addressed(
  src: string,
  page: string,
): Pick<ElementSettings, 'base' | 'timeline' | 'filter'> {
  const url = src !== '' && URL.canParse(src, page) ? new URL(src, page) : undefined
  const [, base = '', timeline = '', rest = ''] =
    /^(https?:.+?)(?:\/v1)?\/timelines\/([a-z0-9-]+)(?:\/(?:embed)?)?(\/.*)?$/.exec(
      url ? url.origin + url.pathname : '',
    ) ?? []
  const pairs = [...(url?.searchParams ?? [])].filter(([, value]) => value !== '')
  const filter = pairs.filter(isFilter)
  const others = pairs.filter((pair) => !isFilter(pair)).map((pair) => pair.join('='))
  const ignored = [rest, ...others, url?.hash].filter(Boolean).join(' ')
  if (timeline !== '' && ignored !== '')
    ignore(`${ignored} in src`, 'the address of the page of a timeline, with a filter')
  return { base, timeline, filter }
}

/** One pair per attribute; names in it are told apart once they are known (lazy/names.ts). */
const filterOf = (given: (name: string) => string, ofAddress: Pairs): Pairs =>
  filterNames.flatMap((name): Pairs => {
    const value = given(name)
    return value === '' ? ofAddress.filter(([known]) => known === name) : [[name, value]]
  })

/** The `lang` of the element or its nearest ancestor, else the reader's language. */
const languageOf = (element: HTMLElement): UiLanguage =>
  [langOf(element), ...navigator.languages].map(uiLanguageOf).find(Boolean) ?? 'en'

/** That of the nearest element that has one, also of one around the shadow tree. */
function langOf(element: Element): string {
  const named = element.closest('[lang]')?.getAttribute('lang')
  const root = element.getRootNode()
  return named ?? (root instanceof ShadowRoot ? langOf(root.host) : '')
}

/** At most so many events as the API gives at once; undefined where the text is no whole number above 0. */
function limitIn(text: string): number | undefined {
  if (/^0*[1-9]\d*$/.test(text)) return Math.min(Number(text), 500)
  if (text !== '') ignore(`limit="${text}"`, '1 to 500')
  return undefined
}
