// `/timelines/{t}/embed-code`: choose what to show, copy the code, see a live preview.
import { queryAlternates } from './share/alternates.ts'
import { conditionRow } from './list/conditions.ts'
import { copyField } from './share/copy.ts'
import { relTo } from './shell/crawlers.ts'
import { copyScript, takeAwayScript } from './shell/scripts.ts'
import {
  actorSelect,
  choice,
  hiddenFields,
  sourceSelect,
  windowAndWords,
  withoutChoices,
  type Choice,
} from './list/filter-form.ts'
import { html, type Html } from '../markup/html.ts'
import { createAddresses, oembedAddress } from '../address/addresses.ts'
import { writeFilter } from '../address/canonical.ts'
import { renderPlainPage } from './shell/plain-page.ts'
import { textOf, type RenderContext } from './context.ts'
import { elementAttributes, elementSnippet, frameSnippet } from './share/snippets.ts'
import { pageContext } from './page-context.ts'
import type { EmbedCodeView } from './view.ts'
import { messages } from '../messages/languages.ts'

/** @example renderEmbedCodePage({ ...offer, choices, layout, widget }) → <!doctype html>… */
export function renderEmbedCodePage(view: EmbedCodeView): string {
  const { timeline, speech, query, publicUrl, widget, layout } = view
  const words = messages[speech.ui].pages
  const context = pageContext(view)
  const { absolute } = context
  const paths = createAddresses('', timeline.id)
  const title = textOf(context, timeline.title)
  const page = absolute.timeline(query, { layout })
  const src = createAddresses(publicUrl, timeline.id).timeline()
  const element = elementSnippet({
    src,
    page: absolute.timeline(query),
    title,
    query,
    layout,
    // The element knows the languages of pages alone.
    lang: speech.inAddress ? speech.ui : undefined,
    widget,
  })
  const frame = frameSnippet(absolute.embed(query, { layout }), title)
  return renderPlainPage({
    view,
    context,
    title: words.embedHeading,
    lead: words.embedIntro,
    path: paths.embedCode(query),
    shown: paths.embedCode(query, { layout }),
    robots: writeFilter(query).length === 0 ? undefined : 'noindex, nofollow',
    head: queryAlternates(query, context),
    content: [
      choices(view, context),
      conditionRow(view, (other) => context.addresses.embedCode(other, { layout }), context),
      snippet(words.snippetElement, words.snippetElementIntro, element, context),
      snippet(words.snippetFrame, words.snippetFrameIntro, frame, context),
      snippet(
        words.snippetOembed,
        words.snippetOembedIntro,
        oembedAddress(publicUrl, page, 'json'),
        context,
      ),
      html`<section class="detail-section"><h2>${words.preview}</h2>${livePreview(paths.timeline(), view, context)}</section>`,
      takeAway(timeline.id, context),
    ],
    scripts: html`<script type="module" src="/widget/v1/event-timeline.js"></script>${copyScript}${takeAwayScript}`,
  })
}

/** The preview as a picture and as text; a script shows it once there is something to take. */
function takeAway(name: string, { words, speech }: RenderContext): Html {
  const { events, pages } = messages[speech.ui]
  const { takeAway } = pages
  return html`
    <section class="detail-section take-away" data-name="${name}" data-colon="${events.colon}" data-comma="${events.comma}" data-beside="${events.beside('…')}" hidden>
      <h2>${takeAway.heading}</h2>
      <p class="prose">${takeAway.intro}</p>
      <p class="offers">${[takeAway.png, takeAway.svg, takeAway.text].map((label) => html`<button type="button" class="chip" hidden>${label}</button>`)}</p>
      <p role="status" data-saved="${takeAway.saved}" data-copied="${words.copied}" data-refused="${words.copyFailed}" data-failed="${takeAway.failed}"></p>
    </section>`
}

/** The widget, loaded from this service, with the attributes of the copied code. */
function livePreview(src: string, view: EmbedCodeView, context: RenderContext): Html {
  const { query, layout, speech } = view
  const attributes = Object.fromEntries(elementAttributes(query))
  return html`
    <event-timeline
      ${attributes.theme !== undefined && html` theme="${attributes.theme}"`}
      ${attributes.actor !== undefined && html` actor="${attributes.actor}"`}
      ${attributes.members !== undefined && html` members="${attributes.members}"`}
      ${attributes.source !== undefined && html` source="${attributes.source}"`}
      ${attributes.from !== undefined && html` from="${attributes.from}"`}
      ${attributes.to !== undefined && html` to="${attributes.to}"`}
      ${attributes.match !== undefined && html` match="${attributes.match}"`}
      ${attributes.undated !== undefined && html` undated="${attributes.undated}"`}
      ${attributes.sort !== undefined && html` sort="${attributes.sort}"`}
      ${attributes.q !== undefined && html` q="${attributes.q}"`}
      ${layout !== 'auto' && html` layout="${layout}"`}
      ${speech.inAddress && html` lang="${speech.ui}"`}
      ${html` src="${src}" heading-level="3" loading="eager"`}>
      <a href="${context.addresses.timeline(query)}"${relTo(query)}>${textOf(context, context.timeline.title)}</a>
    </event-timeline>`
}

function choices(
  { timeline, query, choices: counts, layout, speech }: EmbedCodeView,
  context: RenderContext,
): Html {
  const words = messages[speech.ui].pages
  const theme: Choice = {
    parameter: 'theme',
    label: context.words.theme,
    options: timeline.themes.map(({ id, label }) => ({ id, name: label })),
    chosen: query.themes,
    nameOf(id) {
      const known = context.themes.get(id)
      return known ? textOf(context, known.label) : id
    },
  }
  return html`
    <div class="filter"><form method="get" action="${createAddresses('', timeline.id).embedCode()}">
      ${hiddenFields(writeFilter(withoutChoices(query)))}
      ${choice(theme, context)}
      ${actorSelect({ timeline, choices: counts, query }, context, false)}
      ${sourceSelect({ timeline, choices: counts, query }, context, false)}
      ${windowAndWords(query, context)}
      <label>${words.layout}<select name="layout">
        ${option('auto', words.layoutAuto, layout)}${option('compact', words.layoutCompact, layout)}${option('picture', words.layoutPicture, layout)}
      </select></label>
      ${speech.inAddress && hiddenFields([['lang', speech.content]])}
      <button class="chip">${words.show}</button>
    </form></div>`
}

const option = (id: string, label: string, chosen: string): Html =>
  html`<option value="${id}"${id === chosen && html` selected`}>${label}</option>`

const snippet = (title: string, intro: string, code: string, context: RenderContext): Html =>
  html`<section class="detail-section"><h2>${title}</h2><p class="prose">${intro}</p>${copyField(title, code, context)}</section>`
