// A page that is not a list of events: a title, a lead, content and the choice of language.
import { languageLinks, renderDocument } from './document.ts'
import { html, type Html } from '../../markup/html.ts'
import { languageAttributes, textOf, type Setting } from '../context.ts'
import type { PageView } from '../view.ts'
import { messages } from '../../messages/languages.ts'

export interface PlainPage {
  readonly view: PageView
  readonly title: string
  readonly lead: string
  /** Path and query without lang. */
  readonly path: string
  /** The timeline that the page belongs to. */
  readonly setting?: Setting
  readonly unlisted?: boolean
  readonly canonical?: boolean
  readonly content: Html | readonly (Html | false)[]
  /** Scripts behind the content. */
  readonly scripts?: Html
}

export function renderPlainPage({
  view,
  title,
  lead,
  path,
  setting,
  content,
  ...more
}: PlainPage): string {
  const words = messages[view.speech.ui].pages
  const timeline = setting?.timeline.title
  return renderDocument({
    view,
    title: timeline && setting ? `${title} · ${textOf(setting, timeline)}` : title,
    description: lead,
    path,
    unlisted: more.unlisted ?? false,
    canonical: more.canonical ?? true,
    detailed: true,
    body: html`
      <main class="etl">
        <header>
          ${setting && timeline && html`<p class="breadcrumb"><a href="${setting.addresses.timeline()}"${languageAttributes(setting, timeline)}>${textOf(setting, timeline)}</a></p>`}
          <h1 class="title">${title}</h1>
          <p class="lead">${lead}</p>
        </header>
        <div class="content">${content}</div>
        <footer class="footer"><div>${languageLinks(words.language, path, view.speech.ui)}</div></footer>
      </main>
      ${more.scripts}`,
  })
}
