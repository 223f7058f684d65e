// `/timelines/{t}/editions`: what changed when, field by field.
import type { FieldChange } from '../domain/document/fields.ts'
import { differencesInWords, type Difference } from '../messages/changes.ts'
import { messages } from '../messages/languages.ts'
import { createLocalizer } from '../messages/localizer.ts'
import { html, type Html } from '../markup/html.ts'
import { createAddresses } from '../address/addresses.ts'
import { renderPlainPage } from './shell/plain-page.ts'
import { languageAttributes, spokenIn, textOf, type RenderContext } from './context.ts'
import { pageContext } from './page-context.ts'
import type { ChangedEvent, EditionsView } from './view.ts'

/** @example renderEditionsPage({ ...page, timeline, editions }) → <!doctype html>… */
export function renderEditionsPage(view: EditionsView): string {
  const words = messages[view.speech.ui].pages
  const context = pageContext(view)
  return renderPlainPage({
    view,
    context,
    title: words.editions,
    lead: words.editionsIntro,
    path: createAddresses('', view.timeline.id).editions(),
    content: view.editions.map((edition) => editionPart(edition, context)),
  })
}

function editionPart(edition: EditionsView['editions'][number], context: RenderContext): Html {
  const words = messages[context.speech.ui].pages
  const { number, published, note, added, changed, withdrawn } = edition
  const none = added.length + changed.length + withdrawn.length === 0
  return html`
    <section class="detail-section" id="edition-${number}">
      <h2>${words.edition(String(number))}</h2>
      <p class="small-print"><time datetime="${published}">${published.slice(0, 16).replace('T', ' ')} UTC</time></p>
      ${note !== undefined && html`<p class="prose" dir="auto">${note}</p>`}
      ${changes(words.added, added, context)}
      ${changes(words.changed, changed, context)}
      ${changes(words.withdrawn, withdrawn, context)}
      ${none && html`<p class="small-print">${words.unchanged}</p>`}
    </section>`
}

type Listed = ChangedEvent & { readonly fields?: readonly FieldChange[] }

function changes(label: string, events: readonly Listed[], context: RenderContext): Html | false {
  if (events.length === 0) return false
  return html`
    <details${events.length <= 10 && html` open`}>
      <summary>${label} ${events.length}</summary>
      <ul class="changes">${events.map((event) => html`<li>${changedEvent(event, context)}${fieldList(event, context)}</li>`)}</ul>
    </details>`
}

const changedEvent = ({ id, title }: ChangedEvent, context: RenderContext): Html =>
  html`<a href="${context.addresses.event(id)}"${title && languageAttributes(context, title)}>${title ? textOf(context, title) : id}</a>`

function fieldList({ fields = [] }: Listed, context: RenderContext): Html | false {
  const { speech, timeline } = context
  const localizer = createLocalizer(timeline, speech)
  const differences = fields.flatMap((change) => differencesInWords(change, localizer))
  if (differences.length === 0) return false
  return html`
    <ul class="changes">${differences.map((difference) => differenceItem(difference, context))}</ul>`
}

/** Changes that words cannot show, such as offsets of a quotation, are described as details. */
function differenceItem(
  { name, language, before, after }: Difference,
  context: RenderContext,
): Html {
  const { colon, inDetail, none } = messages[context.speech.ui].events
  if (before === after) return html`<li>${name}${colon}${inDetail}</li>`
  const isOwn = language === null || language === undefined || language === context.speech.ui
  const spoken = isOwn ? html` dir="auto"` : spokenIn(language, context.speech)
  return html`
    <li>${name}${colon}${before === null ? none : html`<del${spoken}>${before}</del>`} → ${after === null ? none : html`<ins${spoken}>${after}</ins>`}</li>`
}
