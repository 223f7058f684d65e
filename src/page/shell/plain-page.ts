// A page that is not a list of events: a title, a lead, content and the choice of language.
import type { Robots } from './crawlers.ts'
import { languageLinks, referenceLink, renderDocument } from './document.ts'
import { html, type Html } from '../../markup/html.ts'
import { joined } from '../../domain/text/pieces.ts'
import { textOf, type RenderContext } from '../context.ts'
import { homeLine, homeName, siteLine, timelineLink } from './site-line.ts'
import type { PageView } from '../view.ts'
import { messages } from '../../messages/languages.ts'

export interface PlainPage {
  readonly view: PageView
  readonly title: string
  readonly lead: string
  /** Path and query without lang. */
  readonly path: string
  /** The same with what its canonical address leaves out, for the links to other languages. */
  readonly shown?: string
  /** The timeline that the page belongs to. */
  readonly context?: RenderContext
  readonly robots?: Robots
  readonly canonical?: boolean
  /** The attribute of links that lead out of a frame, where other pages refuse to load. */
  readonly target?: Html | false
  readonly content: Html | readonly (Html | false)[]
  /** More elements of the head. */
  readonly head?: Html
  /** Scripts after the content. */
  readonly scripts?: Html
}

/** @example renderPlainPage({ view, title, lead, path: '/', content }) → <!doctype html>… */
export function renderPlainPage({
  view,
  title,
  lead,
  path,
  shown = path,
  context,
  content,
  ...more
}: PlainPage): string {
  const words = messages[view.speech.ui].pages
  const timeline = context?.timeline.title
  const page = renderDocument({
    view,
    title: timeline && context ? `${title} · ${textOf(context, timeline)}` : title,
    description: lead,
    path,
    robots: more.robots,
    canonical: more.canonical ?? true,
    detailed: true,
    ...(more.head && { head: more.head }),
    body: html`
      <main class="etl">
        <header>
          ${context && timeline ? siteLine(context, timelineLink(context, timeline)) : path === '/' ? homeName : homeLine(view.speech, more.target)}
          <h1 class="title">${title}</h1>
          <p class="lead">${lead}</p>
        </header>
        <div class="content">${content}</div>
        <footer class="footer"><div>${languageLinks(words.language, shown, view.speech.ui, more.target && html` target="_self"`)}${referenceLink(view.speech, more.target)}</div></footer>
      </main>
      ${more.scripts}`,
  })
  return joined(page)
}
