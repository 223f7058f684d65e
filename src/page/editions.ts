// `/timelines/{t}/editions`: what changed when, field by field.
import type { Text } from '../domain/text/language-map.ts'
import type { FieldChange } from '../domain/document/fields.ts'
import { differencesIn, type Difference } from '../domain/words/change-words.ts'
import { eventWords } from '../domain/words/event-words.ts'
import { html, type Html } from '../markup/html.ts'
import { createAddresses } from '../address/addresses.ts'
import { renderPlainPage } from './shell/plain-page.ts'
import { languageAttributes, spokenIn, textOf, type Setting } from './context.ts'
import { pageContext } from './page-context.ts'
import type { ChangedEvent, EditionsView } from './view.ts'
import { pageWords } from './words/choose.ts'

export function renderEditionsPage(view: EditionsView): string {
  const words = pageWords[view.speech.ui]
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
  const words = pageWords[setting.speech.ui]
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
  const { speech, themes, actors } = setting
  const say = (text: Text) => textOf(setting, text)
  const themeLabel = (id: string) => nameOf(setting, themes.get(id)?.label, id)
  const actorName = (id: string) => nameOf(setting, actors.get(id)?.name, id)
  const told = { language: speech.ui, names: { say, themeLabel, actorName } }
  const differences = fields.flatMap((change) => differencesIn(change, told))
  if (differences.length === 0) return false
  return html`
    <ul class="changes">${differences.map((difference) => differenceItem(difference, setting))}</ul>`
}

const nameOf = (setting: Setting, name: Text | undefined, id: string): string =>
  name === undefined ? id : textOf(setting, name)

/** What words cannot show, such as the offsets of a quotation, is said to differ in detail. */
function differenceItem({ name, language, before, after }: Difference, setting: Setting): Html {
  const { colon, inDetail, none } = eventWords[setting.speech.ui]
  if (before === after) return html`<li>${name}${colon}${inDetail}</li>`
  const isOwn = language === null || language === undefined || language === setting.speech.ui
  const spoken = isOwn ? html` dir="auto"` : spokenIn(language, setting.speech)
  return html`
    <li>${name}${colon}${before === null ? none : html`<del${spoken}>${before}</del>`} → ${after === null ? none : html`<ins${spoken}>${after}</ins>`}</li>`
}
