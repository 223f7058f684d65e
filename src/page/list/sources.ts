// The sources of a timeline under its title, each with the events that rest on it.
import { relTo } from '../shell/crawlers.ts'
import { publicationDate } from '../../domain/date/publication.ts'
import type { Source } from '../../domain/document/source.ts'
import { only } from '../../domain/query/event-query.ts'
import { html, type Html } from '../../markup/html.ts'
import { outward } from '../../markup/outward.ts'
import { languageAttributes, textOf, translationNote, type RenderContext } from '../context.ts'
import type { TimelineView } from '../view.ts'

/** Maximum sources named in the row; the others are in a list below it. */
const maxNamed = 3

type Cited = Pick<TimelineView, 'timeline' | 'query' | 'choices' | 'total'>

export function sourceRow(view: Cited, context: RenderContext): Html {
  const { words } = context
  const { sources } = view.timeline
  const named = sources.slice(0, maxNamed)
  const others = sources.slice(maxNamed)
  return html`
    ${named.length > 0 && html`<p class="small-print">${words.source} ${named.map((source, i) => html`${i > 0 && ' · '}${inRow(source, view, context)}`)}</p>`}
    ${others.length > 0 && list(others, view, context)}`
}

/** Publisher, day and number of events. The only source of a timeline has them all. */
function inRow(source: Source, view: Cited, context: RenderContext): Html {
  const { publisher, title, url } = source
  const name = publisher ?? title
  const label = textOf(context, name)
  const note = publisher === undefined ? translationNote(context, source) : ''
  const isOnly = view.timeline.sources.length === 1
  return html`<cite${languageAttributes(context, name)}>${url === undefined ? label : outward(url, label)}</cite>${note} · ${day(source, view)}${!isOnly && html` · ${events(source, view, context)}`}`
}

function list(sources: readonly Source[], view: Cited, context: RenderContext): Html {
  return html`
    <details class="small-print">
      <summary>${context.words.moreSources(sources.length)}</summary>
      <ul>${sources.map((source) => html`<li><cite${languageAttributes(context, source.title)}>${textOf(context, source.title)}</cite>${translationNote(context, source)} · ${day(source, view)} · ${events(source, view, context)}</li>`)}</ul>
    </details>`
}

/** As precise as it is known; it also tells sources of one title apart. */
function day({ published }: Source, { timeline }: Cited): Html {
  const day = publicationDate(published, timeline.timeZone)
  return html`<time datetime="${day}">${day}</time>`
}

/** How many events of this view rest on the source, as a link to them. */
function events({ id }: Source, view: Cited, context: RenderContext): Html {
  const count = view.choices.source.get(id) ?? 0
  const words = context.words.count(String(count))
  const resting = { ...view.query, sources: [only(id)] }
  const href = context.addresses.timeline(resting)
  return count === 0 ? html`${words}` : html`<a href="${href}"${relTo(resting)}>${words}</a>`
}
