// `/timelines/{t}/editions`: what changed when, field by field.
import type { FieldChange } from '../domain/document/fields.ts'
import { differencesInWords, type Difference } from '../messages/changes.ts'
import { messages } from '../messages/languages.ts'
import { createLocalizer } from '../messages/localizer.ts'
import { html, type Html } from '../markup/html.ts'
import { createAddresses } from '../address/addresses.ts'
import { renderPlainPage } from './shell/plain-page.ts'
import { languageAttributes, spokenIn, textOf, type Setting } from './context.ts'
import { pageContext } from './page-context.ts'
import type { ChangedEvent, EditionsView } from './view.ts'

export function renderEditionsPage(view: EditionsView): string {
  const words = messages[view.speech.ui].pages
  const setting = pageContext(view)
  return renderPlainPage({
    view,
    setting,
    title: words.editions,
    lead: words.editionsIntro,
    path: createAddresses('', view.timeline.id).editions(),
    content: view.editions.map((edition) => editionPart(edition, setting)),
  })
}

function editionPart(edition: EditionsView['editions'][number], setting: Setting): Html {
  const words = messages[setting.speech.ui].pages
  const { number, published, note, added, changed, withdrawn } = edition
  const none = added.length + changed.length + withdrawn.length === 0
  return html`
    <section class="detail-section" id="edition-${number}">
      <h2>${words.edition(String(number))}</h2>
      <p class="small-print"><time datetime="${published}">${published.slice(0, 16).replace('T', ' ')} UTC</time></p>
      ${note !== undefined && html`<p class="prose" dir="auto">${note}</p>`}
      ${changes(words.added, added, setting)}
      ${changes(words.changed, changed, setting)}
      ${changes(words.withdrawn, withdrawn, setting)}
      ${none && html`<p class="small-print">${words.unchanged}</p>`}
    </section>`
}

type Listed = ChangedEvent & { readonly fields?: readonly FieldChange[] }

function changes(label: string, events: readonly Listed[], setting: Setting): Html | false {
  if (events.length === 0) return false
  return html`
    <details${events.length <= 10 && html` open`}>
      <summary>${label} ${events.length}</summary>
      <ul class="changes">${events.map((event) => html`<li>${changedEvent(event, setting)}${fieldList(event, setting)}</li>`)}</ul>
    </details>`
}

const changedEvent = ({ id, title }: ChangedEvent, setting: Setting): Html =>
  html`<a href="${setting.addresses.event(id)}"${title && languageAttributes(setting, title)}>${title ? textOf(setting, title) : id}</a>`

function fieldList({ fields = [] }: Listed, setting: Setting): Html | false {
  const { speech, timeline } = setting
  const localizer = createLocalizer(timeline, speech)
  const differences = fields.flatMap((change) => differencesInWords(change, localizer))
  if (differences.length === 0) return false
  return html`
    <ul class="changes">${differences.map((difference) => differenceItem(difference, setting))}</ul>`
}

/** What words cannot show, such as the offsets of a quotation, is said to differ in detail. */
function differenceItem({ name, language, before, after }: Difference, setting: Setting): Html {
  const { colon, inDetail, none } = messages[setting.speech.ui].events
  if (before === after) return html`<li>${name}${colon}${inDetail}</li>`
  const isOwn = language === null || language === undefined || language === setting.speech.ui
  const spoken = isOwn ? html` dir="auto"` : spokenIn(language, setting.speech)
  return html`
    <li>${name}${colon}${before === null ? none : html`<del${spoken}>${before}</del>`} → ${after === null ? none : html`<ins${spoken}>${after}</ins>`}</li>`
}
