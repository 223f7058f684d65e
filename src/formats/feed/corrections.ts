// The corrections feed: Atom with one entry per edition, newest first, that lists in words which
// events were added, changed (field by field) and withdrawn.
import type { Text } from '../../domain/text/language-map.ts'
import type { FieldChange } from '../../domain/document/fields.ts'
import { differencesInWords, type Difference } from '../../messages/changes.ts'
import { atomLink, feedEnd, feedStart, person, textConstruct } from './atom.ts'
import { authorOf, rightsOf, textIn, uri } from './entry.ts'
import { timelineTag } from '../../domain/document/permanent-id.ts'
import { feedContext, type FeedContext } from './entry-content.ts'
import { messages } from '../../messages/languages.ts'
import type { FormatInput } from '../format.ts'
import { element, xmlDeclaration, xmlText, type Xml, type XmlAttributes } from '../../markup/xml.ts'

export const correctionsMediaType = 'application/atom+xml; charset=utf-8'

/** The changes of an edition from the previous one. */
export interface CorrectedEdition {
  readonly number: number
  /** Instant of publication, RFC 3339 in UTC. */
  readonly published: string
  readonly note?: string
  readonly added: readonly NamedEvent[]
  readonly changed: readonly (NamedEvent & { readonly fields: readonly FieldChange[] })[]
  readonly withdrawn: readonly NamedEvent[]
}

export interface NamedEvent {
  readonly id: string
  readonly title: Text
}

export interface CorrectionsFeed extends Pick<
  FormatInput,
  'timeline' | 'edition' | 'language' | 'content'
> {
  /** Newest first. */
  readonly editions: readonly CorrectedEdition[]
  /** Absolute URLs. */
  readonly links: {
    readonly self: string
    /** The HTML page of editions. */
    readonly page: string
    readonly edition: (number: number) => string
    readonly event: (id: string) => string
  }
}

/**
 * Writes the corrections feed.
 * @example writeCorrections(feed) → '<?xml …?>\n<feed xmlns="…" …>…<entry>…</entry>\n</feed>\n'
 */
export function writeCorrections(feed: CorrectionsFeed): string {
  const { timeline, language, links } = feed
  const context = feedContext(feed)
  const rights = rightsOf(feed)
  const children = [
    // The trailing slash distinguishes it from an event whose id is `editions`.
    element('id', {}, `${timelineTag(timeline)}/editions/`),
    textConstruct('title', messages[language].feeds.corrections(textIn(timeline.title, feed))),
    element('updated', {}, feed.edition.published),
    person(authorOf(feed)),
    atomLink('self', links.self, 'application/atom+xml'),
    atomLink('alternate', links.page, 'text/html'),
    ...(rights === undefined ? [] : [textConstruct('rights', rights)]),
    element('generator', {}, 'Jishi'),
    ...feed.editions.map((edition) => {
      const id = `${timelineTag(timeline)}/editions/${edition.number}`
      return element('entry', {}, [
        element('id', {}, id),
        element('title', {}, titleOf(edition, context)),
        element('published', {}, edition.published),
        element('updated', {}, edition.published),
        atomLink('alternate', links.edition(edition.number)),
        element('content', { type: 'html' }, contentOf(edition, context, links.event)),
      ])
    }),
  ]
  return `${xmlDeclaration}${feedStart(language)}${children.join('\n')}\n${feedEnd}`
}

/** `第4版：新增2个事件，修改1个事件`. */
function titleOf(edition: CorrectedEdition, context: FeedContext): string {
  const { events: words } = context.messages
  const counts = (['added', 'changed', 'withdrawn'] as const)
    .filter((kind) => edition[kind].length > 0)
    .map((kind) => words[kind](edition[kind].length))
  const said = counts.length === 0 ? words.unchanged : counts.join(words.comma)
  return words.edition(edition.number) + words.colon + said
}

function contentOf(
  edition: CorrectedEdition,
  context: FeedContext,
  urlOf: (id: string) => string,
): string {
  const { events: words } = context.messages
  const link = ({ id, title }: NamedEvent): Xml => {
    const tag = context.localizer.tagOf(title)
    return element('a', { href: uri(urlOf(id)), ...marked(tag, context) }, textIn(title, context))
  }

  const added = edition.added.map((event) => element('li', {}, [link(event)]))
  const changed = edition.changed.map((event) => {
    const rows = event.fields
      .flatMap((change) => differencesInWords(change, context.localizer))
      .map((difference) => differenceItem(difference, context))
    return element(
      'li',
      {},
      rows.length === 0 ? [link(event)] : [link(event), element('ul', {}, rows)],
    )
  })
  const withdrawn = edition.withdrawn.map((event) => element('li', {}, [link(event)]))
  const sections = [
    ...section(words.added(added.length), added),
    ...section(words.changed(changed.length), changed),
    ...section(words.withdrawn(withdrawn.length), withdrawn),
  ]
  return [
    ...(edition.note === undefined ? [] : [element('p', {}, edition.note)]),
    ...(sections.length === 0 ? [element('p', {}, words.unchanged)] : sections),
  ].join('')
}

const section = (said: string, items: readonly Xml[]): Xml[] =>
  items.length === 0 ? [] : [element('p', {}, said), element('ul', {}, items)]

/** The `lang` attribute for a text that is not in the language of the feed, that of the messages. */
const marked = (language: string | null, context: FeedContext): XmlAttributes => ({
  lang: language === null || language === context.localizer.ui ? undefined : language,
})

/** `标题：<del>旧</del> → <ins>新</ins>`; a change that the words do not show is noted as such. */
function differenceItem({ name, language, before, after }: Difference, context: FeedContext): Xml {
  const { events: words } = context.messages
  const heading = xmlText(name + words.colon)
  const lang = marked(language, context)
  if (before === after) return element('li', {}, [heading, xmlText(words.inDetail)])
  return element('li', {}, [
    heading,
    before === null ? xmlText(words.none) : element('del', lang, before),
    xmlText(' → '),
    after === null ? xmlText(words.none) : element('ins', lang, after),
  ])
}
