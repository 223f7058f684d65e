// Where a timeline comes from, and what may be done with it: for frame and element, which stand
// away from the page that says it.
import { publicationDate } from '../../domain/date/publication.ts'
import type { Source } from '../../domain/document/source.ts'
import { html, type Html } from '../../markup/html.ts'
import { outward } from '../../markup/outward.ts'
import { languageAttributes, textOf, translationNote, type CardContext } from '../context.ts'

/** Sources that are named; the page has the others. */
const maxNamed = 2

/** One line: sources, licence and credit, edition, and links to all of it. */
export function provenance(edition: number, context: CardContext): Html {
  const { words, addresses, timeline } = context
  const named = timeline.sources.slice(0, maxNamed)
  const others = timeline.sources.length - named.length
  return html`
    <p class="provenance">
      ${named.length > 0 && html`<span>${words.source}${words.colon}${named.map((source, i) => html`${i > 0 && words.and}${sourceName(source, context)}`)}${others > 0 && html` <a href="${addresses.timeline()}">${words.moreSources(others)}</a>`}</span>`}
      ${rights(context)}
      <a href="${addresses.editions()}">${words.edition(String(edition))}</a>
      <a href="${addresses.timeline()}">${words.wholeTimeline}</a>
    </p>`
}

/** Publisher, or else title, with its link, and the day of publication. */
function sourceName(source: Source, context: CardContext): Html {
  const { publisher, title, published, url } = source
  const name = publisher ?? title
  const label = textOf(context, name)
  const note = publisher === undefined ? translationNote(context, source) : ''
  const day = publicationDate(published, context.timeline.timeZone)
  return html`<cite${languageAttributes(context, name)}>${url === undefined ? label : outward(url, label)}</cite>${note} <time datetime="${day}">${day}</time>`
}

/** Licence and credit of the timeline, each in its own language. */
export function rights(context: CardContext): Html {
  const { licence, credit } = context.timeline
  const name = licence && textOf(context, licence.name)
  return html`
    ${name !== undefined && html`<span${licence && languageAttributes(context, licence.name)}>${licence?.url === undefined ? name : outward(licence.url, name)}</span>`}
    ${credit && html`<span${languageAttributes(context, credit)}>${textOf(context, credit)}</span>`}`
}
