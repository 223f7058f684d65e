// The code that other sites paste, as text; the caller escapes it.
import { html, printHtml } from '../../markup/html.ts'
import { writeFilter } from '../../address/canonical.ts'
import type { EventQuery } from '../../domain/query/event-query.ts'

export interface ElementSnippet {
  readonly src: string
  /** Where the fallback leads: the page with the filter. */
  readonly page: string
  readonly title: string
  readonly query: EventQuery
  readonly layout: 'auto' | 'compact' | 'picture'
  readonly lang: string | undefined
  readonly widget: { readonly url: string; readonly integrity: string }
}

/** The element, its fallback link, and the script with its integrity (SRI). */
export function elementSnippet({
  src,
  page,
  title,
  query,
  layout,
  lang,
  widget,
}: ElementSnippet): string {
  const attributes = [
    `src="${text(src)}"`,
    ...elementAttributes(query).map(([name, value]) => `${name}="${text(value)}"`),
    ...(layout === 'auto' ? [] : [`layout="${layout}"`]),
    ...(lang === undefined ? [] : [`lang="${lang}"`]),
  ]
  return `<script type="module" src="${text(widget.url)}" integrity="${text(widget.integrity)}" crossorigin="anonymous"></script>
<event-timeline ${attributes.join(' ')}>
  <a href="${text(page)}">${text(title)}</a>
</event-timeline>`
}

/** Attributes of the element for a filter; values of a repeated parameter are joined by blanks. */
export const elementAttributes = (query: EventQuery): readonly (readonly [string, string])[] =>
  Array.from(
    Map.groupBy(writeFilter(query), ([name]) => name),
    ([name, values]) => [name, values.map(([, value]) => value).join(' ')],
  )

/**
 * The iframe, and a script for the host page that makes it as high as its contents, and light where
 * the page has no `color-scheme`: a browser then gives the frame that of the reader's system.
 */
export function frameSnippet(src: string, title: string): string {
  return `${frame(src, title, { width: '100%', height: '600' })}
<script>
addEventListener('message', ({ origin, source, data }) => {
  if (origin !== ${JSON.stringify(new URL(src).origin)} || data?.type !== 'etl') return
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow !== source) continue
    const { height, top } = data
    if (Number.isFinite(height)) frame.height = Math.min(20000, Math.max(100, height))
    if (Number.isFinite(top)) scrollTo(0, frame.getBoundingClientRect().top + scrollY + top)
  }
})
for (const frame of document.querySelectorAll('iframe')) {
  const isOurs = frame.src.startsWith(${JSON.stringify(`${new URL(src).origin}/`)})
  if (isOurs && getComputedStyle(frame).colorScheme === 'normal') frame.style.colorScheme = 'light'
}
</script>`
}

/** A sandboxed iframe: it may run scripts, submit forms and open pages, but not touch its host. */
export const frame = (
  src: string,
  title: string,
  size: { readonly width: string; readonly height: string },
): string =>
  `<iframe src="${text(src)}" title="${text(title)}" width="${size.width}" height="${size.height}" loading="lazy" frameborder="0" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-forms"></iframe>`

/** Escaped like any rendered text. */
const text = (value: string): string => printHtml(html`${value}`)
