// The shell of every page: head, languages, canonical address, style. No scripts except those
// given.
import type { Robots } from './crawlers.ts'
import { uiLanguages, type UiLanguage } from '../../domain/text/ui-language.ts'
import { messages } from '../../messages/languages.ts'
import { createParts, type Parts } from '../../markup/gaps.ts'
import { concatenated } from '../../domain/concatenated.ts'
import { inUtf8, type Pieces } from '../../domain/text/pieces.ts'
import { constantMarkup, html, printHtml, type Html } from '../../markup/html.ts'
import { detailStyle, lowStyle, pageStyle } from '../style/generated.ts'
import type { PageView, Speech } from '../view.ts'

export interface DocumentParts {
  readonly view: PageView
  readonly title: string
  readonly description?: string | undefined
  /** Address of the picture of 1200 by 630 pixels that shared links show. */
  readonly preview?: string | undefined
  /** Path and query of the page without lang; links to other languages are built from it. */
  readonly path: string
  /** More elements of the head: alternates, JSON-LD. */
  readonly head?: Html | false
  readonly robots?: Robots
  /** False if the page has no address of its own, such as an error page. */
  readonly canonical?: boolean
  /** True for pages that show more than a list of events; adds their styles. */
  readonly detailed?: boolean
  /** True for the picture alone; adds its styles. */
  readonly low?: boolean
  readonly body: Html
  /** Where parts of the body wait. */
  readonly apart?: Parts
}

const style = inUtf8([`<style>${pageStyle}</style>`])
const moreStyle = constantMarkup(`<style>${detailStyle}</style>`)
const styleOfPicture = constantMarkup(`<style>${lowStyle}</style>`)

/**
 * A page as it is kept: the style, more than half of many pages, is in memory once.
 * @example withStyle(encoded(withoutStyle(page))) → the octets of encoded(page)
 */
export const withoutStyle = (page: Pieces): Pieces =>
  page.map((piece) => (piece === style[0] ? placeOfStyle : piece))

export function withStyle(kept: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const at = kept.indexOf(placeOfStyle.charCodeAt(0))
  return at < 0 ? kept : concatenated([kept.subarray(0, at), ...style, kept.subarray(at + 1)])
}

/** Markup has no control characters. */
const placeOfStyle = '\u0001'

/** The icon, a rail with two days, is inline, so that no page requests a second file. */
const drawn =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='#0b6b62'><path d='M8 0v16' stroke='#aaa69c'/><circle cx='8' cy='5' r='3'/><circle cx='8' cy='12' r='3'/></svg>"
const icon = constantMarkup(
  `<link rel="icon" href="data:image/svg+xml,${drawn.replace(/[<># ]/g, encodeURIComponent)}">`,
)

/** A whole document. */
export function renderDocument(parts: DocumentParts): Pieces {
  const { view, title, description, apart: { put, within } = createParts() } = parts
  return within(html`
    <!doctype html>
    <html lang="${view.speech.ui}">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${title}</title>
        <meta name="color-scheme" content="light dark">
        ${description !== undefined && html`<meta name="description" content="${description}">`}
        ${parts.robots !== undefined && html`<meta name="robots" content="${parts.robots}">`}
        ${parts.canonical !== false && addresses(view, parts.path)}
        ${icon}
        ${sharing(parts)}
        ${parts.head}
        ${put(style)}
        ${parts.detailed && moreStyle}
        ${parts.low && styleOfPicture}
      </head>
      <body>${ignoredNote(view)}${parts.body}</body>
    </html>`)
}

/** The line about ignored parameters, for a page that was rendered when the service was built. */
export const printIgnored = (view: PageView): string => printHtml(html`${ignoredNote(view)}`)

/** One line about parameters that the page does not have, so that a misspelt one is noticed. */
function ignoredNote({ ignored = [], speech }: PageView): Html | false {
  if (ignored.length === 0) return false
  const { problems } = messages[speech.ui]
  const names = ignored.slice(0, 5).map((name) => name ?? problems.aParameter)
  return html`<div class="etl"><div class="content"><p class="notice">${problems.ignored(names)}</p></div></div>`
}

/** Links to the canonical address and to the same page in each language. */
function addresses({ publicUrl, speech }: PageView, path: string): Html {
  const url = (language: UiLanguage) => `${publicUrl}${inLanguage(path, language)}`
  return html`
    <link rel="canonical" href="${speech.inAddress ? `${publicUrl}${inLanguage(path, ownLanguage(speech))}` : `${publicUrl}${path}`}">
    ${uiLanguages.map((language) => html`<link rel="alternate" hreflang="${language}" href="${url(language)}">`)}
    <link rel="alternate" hreflang="x-default" href="${publicUrl}${path}">`
}

/** One address for the variants of a language that the pages know; another one is its own. */
const ownLanguage = ({ ui, content }: Speech): string =>
  content.split('-')[0] === ui.split('-')[0] ? ui : content

const inLanguage = (path: string, language: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${language}`

/**
 * Language and territory, as Open Graph has them: a script stands for where it is written most.
 * @example locale('zh-Hans') → 'zh_CN'
 */
function locale(language: UiLanguage): string {
  const known = locales.get(language)
  if (known !== undefined) return known
  const likely = new Intl.Locale(language).maximize()
  const name = [likely.language, likely.region].filter(Boolean).join('_')
  locales.set(language, name)
  return name
}

const locales = new Map<UiLanguage, string>()

/** Open Graph metadata, for shared links. */
const sharing = ({
  view,
  title,
  description,
  path,
  canonical,
  preview,
}: DocumentParts): Html => html`
  <meta property="og:type" content="article">
  <meta property="og:title" content="${title}">
  ${description !== undefined && html`<meta property="og:description" content="${description}">`}
  ${canonical !== false && html`<meta property="og:url" content="${view.publicUrl}${path}">`}
  <meta property="og:locale" content="${locale(view.speech.ui)}">
  ${uiLanguages.filter((other) => other !== view.speech.ui).map((other) => html`<meta property="og:locale:alternate" content="${locale(other)}">`)}
  ${preview !== undefined && html`<meta property="og:image" content="${preview}"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">`}
  <meta name="twitter:card" content="${preview === undefined ? 'summary' : 'summary_large_image'}">`

/** Links to the same page in each language. */
export function languageLinks(
  label: string,
  path: string,
  ui: UiLanguage,
  target: Html | false | undefined = false,
): Html {
  const link = (language: UiLanguage) => html`
    <li>
      <a href="${inLanguage(path, language)}" lang="${language}" hreflang="${language}"${language === ui && html` aria-current="true"`}${target}>
        ${messages[language].pages.languageName}
      </a>
    </li>`
  return html`<nav aria-label="${label}"><ul>${uiLanguages.map(link)}</ul></nav>`
}

/** The API reference, which every page leads to; `target` as in `homeLine`. */
export const referenceLink = (
  { ui, inAddress }: PageView['speech'],
  target: Html | false = false,
): Html =>
  html`<a href="/docs${inAddress && `?lang=${ui}`}"${target}>${messages[ui].pages.apiReference}</a>`

/** JSON-LD, escaped so that it cannot end its script element (HTML, 4.12.1.3). */
export const jsonLdScript = (json: string): Html =>
  constantMarkup(
    `<script type="application/ld+json">${json.toWellFormed().replaceAll('<', '\\u003c')}</script>`,
  )
