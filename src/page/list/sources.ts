// The sources of a timeline under its title, each with the events of the list that rest on it.
import { relTo } from '../shell/crawlers.ts'
import { publicationDate } from '../../domain/date/publication.ts'
import type { Source } from '../../domain/document/source.ts'
import type { Counts } from '../../domain/query/counts.ts'
import { only } from '../../domain/query/event-query.ts'
import { renderings } from '../../domain/renderings.ts'
import { html, printHtml, type Html } from '../../markup/html.ts'
import { outward } from '../../markup/outward.ts'
import { languageAttributes, textOf, translationNote, type RenderContext } from '../context.ts'
import type { TimelineView } from '../view.ts'
import { boundedText } from './total.ts'

/** Maximum sources named in the row, and in a list below it; the form has the others. */
const maxNamed = 3
const maxListed = 40

type Cited = Pick<TimelineView, 'timeline' | 'query' | 'resting' | 'atMost'>

export function sourceRow(view: Cited, context: RenderContext): Html {
  const { words } = context
  const sources = byCount(view.timeline.sources, view.resting)
  const resting = sources.filter((source) => countOf(source, view.resting) > 0).length
  const named = sources.slice(0, resting === 0 ? maxNamed : Math.min(maxNamed, resting))
  const others = sources.slice(named.length)
  return html`
    ${named.length > 0 && html`<p class="small-print">${words.source} ${named.map((source, i) => html`${i > 0 && ' · '}${inRow(source, view, context)}`)}</p>`}
    ${others.length > 0 && list(others, view, context)}`
}

/** Those on which most events of the list rest come first; where all can be named, those of any. */
export function byCount<Cited extends Pick<Source, 'id'>>(
  sources: readonly Cited[],
  resting: Counts,
): readonly Cited[] {
  const weightOf = (source: Cited): number => {
    const count = countOf(source, resting)
    return sources.length > maxNamed ? count : Math.min(1, count)
  }
  return sources.toSorted((a, b) => weightOf(b) - weightOf(a))
}

const countOf = ({ id }: Pick<Source, 'id'>, resting: Counts): number => resting.get(id) ?? 0

/** Publisher, day and number of events. The only source of a timeline has them all. */
function inRow(source: Source, view: Cited, context: RenderContext): Html {
  const { timeline, speech } = context
  const isOnly = timeline.sources.length === 1
  const named = sourceNames(timeline)(source, `${speech.ui} ${speech.content}`, () =>
    nameAndDay(source, view, context),
  )
  return html`${named}${!isOnly && html` · ${events(source, view, context)}`}`
}

const sourceNames = renderings<Html>((markup) => printHtml(markup).length)

function nameAndDay(source: Source, view: Cited, context: RenderContext): Html {
  const { publisher, title, url } = source
  const name = publisher ?? title
  const label = textOf(context, name)
  const note = publisher === undefined ? translationNote(context, source) : ''
  return html`<cite${languageAttributes(context, name)}>${url === undefined ? label : outward(url, label)}</cite>${note} · ${day(source, view)}`
}

function list(sources: readonly Source[], view: Cited, context: RenderContext): Html {
  const { moreSources } = context.words
  const unlisted = sources.length - maxListed
  return html`
    <details class="small-print">
      <summary>${moreSources(sources.length)}</summary>
      <ul>${sources.slice(0, maxListed).map((source) => html`<li><cite${languageAttributes(context, source.title)}>${textOf(context, source.title)}</cite>${translationNote(context, source)} · ${day(source, view)} · ${events(source, view, context)}</li>`)}${unlisted > 0 && html`<li><a href="#_filter">${moreSources(unlisted)}</a></li>`}</ul>
    </details>`
}

/** As precise as it is known; it also tells sources of one title apart. */
function day({ published }: Source, { timeline }: Cited): Html {
  const day = publicationDate(published, timeline.timeZone)
  return html`<time datetime="${day}">${day}</time>`
}

/** How many events of the list rest on the source, as a link to them. */
function events(source: Source, view: Cited, context: RenderContext): Html {
  const { query, atMost } = view
  const count = countOf(source, view.resting)
  const words = context.words.count(boundedText(count, atMost))
  const isAsked = query.sources.some(({ any, exclude }) => !exclude && any.join() === source.id)
  const resting = isAsked ? query : { ...query, sources: [...query.sources, only(source.id)] }
  const href = context.addresses.timeline(resting)
  return count === 0 ? html`${words}` : html`<a href="${href}"${relTo(resting)}>${words}</a>`
}
