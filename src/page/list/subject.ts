// The subject of a page whose filter names one theme, actor or source and nothing else.
import { titleAttributes } from '../shell/title.ts'
import { publicationDate } from '../../domain/date/publication.ts'
import { versionIn, type Text } from '../../domain/text/language-map.ts'
import { html, type Html } from '../../markup/html.ts'
import { outward } from '../../markup/outward.ts'
import { writeFilter } from '../../address/canonical.ts'
import type { EventQuery } from '../../domain/query/event-query.ts'
import { siteLine, timelineLink } from '../shell/site-line.ts'
import { spokenIn, textOf, textRow, type RenderContext } from '../context.ts'
import type { Narrowing } from '../../messages/conditions.ts'
import { messages } from '../../messages/languages.ts'

export interface Subject {
  readonly name: Text
  /** Its kind in words, such as the word for a theme or a person; absent if it is not known. */
  readonly kind?: string
  /** Role and memberships; the publisher of a source. */
  readonly about: readonly Text[]
  /** The day of a source, and where it can be read. */
  readonly published?: { readonly day: string; readonly url: string | undefined }
  readonly aliases: readonly string[]
}

export function subjectOf(
  { query, pinnedEdition }: Narrowing,
  context: RenderContext,
): Subject | undefined {
  const id = pinnedEdition === undefined ? soleIdIn(query) : undefined
  if (id === undefined) return undefined
  const theme = query.themes.length > 0 ? context.themes.get(id) : undefined
  if (theme) return { name: theme.label, kind: context.words.theme, about: [], aliases: [] }
  const source = query.sources.length > 0 ? context.sources.get(id) : undefined
  if (source) {
    const { title, publisher, published, url } = source
    const about = publisher === undefined ? [] : [publisher]
    const day = publicationDate(published, context.timeline.timeZone)
    return { name: title, kind: context.words.source, about, aliases: [], published: { day, url } }
  }
  const actor = context.actors.get(id)
  if (!actor) return undefined
  const groups = (actor.memberOf ?? []).map((id) => context.actors.get(id)?.name)
  return {
    name: actor.name,
    ...(actor.kind !== undefined && {
      kind: messages[context.speech.ui].pages.actorKinds[actor.kind],
    }),
    about: [actor.role, ...groups].filter((text) => text !== undefined),
    aliases: versionIn(actor.aliases, context.speech.content) ?? [],
  }
}

/** The id of the theme, actor or source, if it is the only condition of the query. */
function soleIdIn(query: EventQuery): string | undefined {
  const [clause, ...others] = [...query.themes, ...query.actors, ...query.sources]
  if (clause === undefined || others.length > 0 || clause.exclude || clause.any.length !== 1)
    return undefined
  return writeFilter({ ...query, members: 'include' }).length === 1 ? clause.any[0] : undefined
}

export function subjectTitle(
  { name, kind, about, aliases, published }: Subject,
  context: RenderContext,
): Html {
  const { title } = context.timeline
  const { words, speech } = context
  return html`
    ${siteLine(context, timelineLink(context, title), kind !== undefined && html`${kind}`)}
    <h1${titleAttributes(context, name)}>${textOf(context, name)}</h1>
    ${about.length > 0 && html`<p class="lead">${textRow(context, about, ' · ')}</p>`}
    ${published && html`<p class="small-print"><time datetime="${published.day}">${published.day}</time>${published.url !== undefined && html` · ${outward(published.url, words.checkSource)}`}</p>`}
    ${aliases.length > 0 && html`<p class="small-print">${messages[speech.ui].pages.aliases}${words.colon}<span${spokenIn(speech.content, speech)}>${aliases.join(words.and)}</span></p>`}`
}
