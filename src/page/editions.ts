// `/timelines/{t}/editions`: what changed when, field by field.
import {
  changeCounts,
  type ChangedEvent,
  type NamedEvent,
  type PartChange,
} from '../domain/document/changes.ts'
import type { FieldChange, PartKind } from '../domain/document/fields.ts'
import {
  countsInWords,
  differencesInWords,
  partInWords,
  stampInWords,
  whyCounted,
  type Difference,
} from '../messages/changes.ts'
import { messages } from '../messages/languages.ts'
import { createLocalizer } from '../messages/localizer.ts'
import { html, type Html } from '../markup/html.ts'
import { createAddresses } from '../address/addresses.ts'
import { alternateLink, jsonLink } from './share/alternates.ts'
import { renderPlainPage } from './shell/plain-page.ts'
import { languageAttributes, spokenIn, textOf, type RenderContext } from './context.ts'
import { pageContext } from './page-context.ts'
import type { EditionsView } from './view.ts'

/** @example renderEditionsPage({ ...page, timeline, editions }) → <!doctype html>… */
export function renderEditionsPage(view: EditionsView): string {
  const { pages, changes: words } = messages[view.speech.ui]
  const context = pageContext(view)
  const { stated = [], unread = [], large = [] } = view
  return renderPlainPage({
    view,
    context,
    title: pages.editions,
    lead: pages.editionsIntro,
    path: createAddresses('', view.timeline.id).editions(undefined, view.cursor),
    head: html`
      ${jsonLink(context.absolute.log())}
      ${alternateLink('application/atom+xml', pages.editions, context.absolute.corrections(context.absolute.lang))}`,
    content: [
      ...[
        ...view.editions.map((edition) => ({
          edition,
          part: editionPart(edition, view.gone, context),
        })),
        ...stated.map((edition) => ({ edition, part: sectionOf(edition, [], context) })),
        ...unread.map((edition) => ({
          edition,
          part: countedPart(edition, words.unread, context),
        })),
        ...large.map((edition) => {
          const address = createAddresses('', view.timeline.id).edition(edition.number)
          const why = html`<a href="${address}">${whyCounted(edition, view.speech.ui)}</a>`
          return { edition, part: countedPart(edition, why, context) }
        }),
      ]
        .toSorted((a, b) => b.edition.number - a.edition.number)
        .map(({ part }) => part),
      pageLinks(view, context),
    ],
  })
}

/** Links to the first and the next page. */
function pageLinks(
  { cursor, next }: EditionsView,
  { addresses, speech }: RenderContext,
): Html | false {
  const words = messages[speech.ui].pages
  if (next === undefined && cursor === undefined) return false
  return html`
    <nav class="link-row" aria-label="${words.pages}">
      ${cursor !== undefined && html`<a class="chip" href="${addresses.editions()}">${words.firstPage}</a>`}
      ${next !== undefined && html`<a class="chip" rel="next" href="${addresses.editions(undefined, next)}">${words.nextPage}</a>`}
    </nav>`
}

type Edition = EditionsView['editions'][number]

function editionPart(edition: Edition, gone: EditionsView['gone'], context: RenderContext): Html {
  const { changes: words } = messages[context.speech.ui]
  const { added, changed, withdrawn, removed, parts = [] } = edition
  const counts = changeCounts(edition)
  const none = Object.values(counts).every((count) => count === 0)
  const { addresses } = context
  const say = sayerIn(context, (id) =>
    addresses.event(id, gone?.has(id) === true ? { edition: edition.number } : {}),
  )
  const lines = [
    section(words.added(added.length), added.map(say.event)),
    section(words.changed(changed.length), changed.map(say.event)),
    section(words.withdrawn(withdrawn.length), withdrawn.map(say.event)),
    section(words.removed(removed.length), removed.map(say.removed)),
    section(words.parts(parts.length), parts.map(say.part)),
    none && html`<p class="small-print">${countsInWords(counts, context.speech.ui, edition)}</p>`,
  ]
  return sectionOf(edition, lines, context)
}

/** An edition of which only stamp, note and counts are shown, and why. */
function countedPart(
  edition: NonNullable<EditionsView['large']>[number],
  why: string | Html,
  context: RenderContext,
): Html {
  const counts = countsInWords(edition.changes, context.speech.ui, edition)
  const lines = [html`<p class="prose">${counts}</p>`, html`<p class="small-print">${why}</p>`]
  return sectionOf(edition, lines, context)
}

/** An edition with what its entry in the log says of it, and what else there is to say. */
function sectionOf(
  edition: NonNullable<EditionsView['stated']>[number],
  lines: readonly (Html | false)[],
  { speech, words }: RenderContext,
): Html {
  const { number, published, note } = edition
  const stamp = stampInWords(edition, speech.ui)
  return html`
    <section class="detail-section" id="edition-${number}">
      <h2>${words.edition(String(number))}</h2>
      <p class="small-print"><time datetime="${published}">${published.slice(0, 16).replace('T', ' ')} UTC</time></p>
      ${note !== undefined && html`<p class="prose" dir="auto">${note}</p>`}
      ${stamp !== undefined && html`<p class="prose">${stamp}</p>`}
      ${lines}
    </section>`
}

function section(heading: string, items: readonly Html[]): Html | false {
  if (items.length === 0) return false
  return html`
    <details${items.length <= 10 && html` open`}>
      <summary>${heading}</summary>
      <ul class="changes">${items.map((item) => html`<li>${item}</li>`)}</ul>
    </details>`
}

/** Writes one changed event or part each. */
function sayerIn(context: RenderContext, addressOf: (event: string) => string) {
  const { speech, timeline } = context
  const localizer = createLocalizer(timeline, speech)
  const { colon } = messages[speech.ui].events
  const fieldList = (part: PartKind, fields: readonly FieldChange[] = []): Html | false => {
    const differences = fields.flatMap((change) => differencesInWords(part, change, localizer))
    if (differences.length === 0) return false
    return html`
    <ul class="changes">${differences.map((difference) => differenceItem(difference, context))}</ul>`
  }
  return {
    event: ({ id, title, fields }: NamedEvent & Partial<ChangedEvent>): Html =>
      html`<a href="${addressOf(id)}"${languageAttributes(context, title)}>${textOf(context, title)}</a>${fieldList('event', fields)}`,
    /** Without a link: there is nothing at its address. */
    removed: ({ title }: NamedEvent): Html =>
      html`<span${languageAttributes(context, title)}>${textOf(context, title)}</span>`,
    part: ({ part, change, name, fields }: PartChange): Html =>
      html`${partInWords({ part, change }, speech.ui)}${colon}<span${languageAttributes(context, name)}>${textOf(context, name)}</span>${fieldList(part, fields)}`,
  }
}

/** Changes that words cannot show, such as offsets of a quotation, are described as details. */
function differenceItem(
  { name, language, before, after }: Difference,
  context: RenderContext,
): Html {
  const { events, changes } = messages[context.speech.ui]
  const [{ colon }, { inDetail, none }] = [events, changes]
  if (before === after) return html`<li>${name}${colon}${inDetail}</li>`
  const isOwn = language === null || language === undefined || language === context.speech.ui
  const spoken = isOwn ? html` dir="auto"` : spokenIn(language, context.speech)
  return html`
    <li>${name}${colon}${before === null ? none : html`<del${spoken}>${before}</del>`} → ${after === null ? none : html`<ins${spoken}>${after}</ins>`}</li>`
}
