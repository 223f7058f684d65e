// The corrections feed: Atom with one entry per edition, newest first, that lists in words which
// events were added, changed (field by field), withdrawn and removed, and which other parts changed.
import type { Text } from '../../domain/text/language-map.ts'
import {
  changeCounts,
  type ChangeCounts,
  type ChangedEvent,
  type Changes,
  type NamedEvent,
  type PartChange,
} from '../../domain/document/changes.ts'
import type { FieldChange, PartKind } from '../../domain/document/fields.ts'
import {
  countsInWords,
  differencesInWords,
  partInWords,
  stampInWords,
  whyCounted,
  type Difference,
} from '../../messages/changes.ts'
import { atomLink, feedEnd, feedStart, person, textConstruct } from './atom.ts'
import { authorOf, rightsLanguage, rightsOf, textIn, uri } from './entry.ts'
import { timelineTag } from '../../domain/document/permanent-id.ts'
import { feedContext, lined, type FeedContext } from './entry-content.ts'
import { messages } from '../../messages/languages.ts'
import type { FormatInput } from '../format.ts'
import { element, xmlDeclaration, xmlText, type Xml, type XmlAttributes } from '../../markup/xml.ts'

export const correctionsMediaType = 'application/atom+xml; charset=utf-8'

/** The changes of an edition from the previous one. */
export interface CorrectedEdition extends LoggedEdition, Changes {}

/** What the log says of an edition. */
export interface LoggedEdition {
  readonly number: number
  /** Instant of publication, RFC 3339 in UTC. */
  readonly published: string
  readonly note?: string
  /** True if it took the timeline down. */
  readonly removes?: true
  /** The edition that it restores. */
  readonly restores?: number
}

/** An edition that changed too much to list it in the feed, or whose changes are not all known. */
export interface CountedEdition extends LoggedEdition {
  readonly changes: ChangeCounts
  /** True where its JSON lists only some of its changes. */
  readonly isUnlisted?: true
  /** True where the counts are upper bounds. */
  readonly isBounded?: true
}

export interface CorrectionsFeed extends Pick<
  FormatInput,
  'timeline' | 'edition' | 'language' | 'content'
> {
  /** Newest first. */
  readonly editions: readonly CorrectedEdition[]
  /** The ids of events of these that the newest edition does not have. */
  readonly gone?: ReadonlySet<string>
  readonly large?: readonly CountedEdition[]
  /** Takedowns, and the rollbacks that undo them: a line says all of them. */
  readonly stated?: readonly LoggedEdition[]
  /** Numbers of the editions that are left out, since what they changed cannot be read. */
  readonly unread?: readonly number[]
  /** Absolute URLs. */
  readonly links: {
    readonly self: string
    /** The first and the next part of the log (RFC 5005, 3); undefined where there is no other part. */
    readonly first?: string
    readonly next?: string | undefined
    /** The HTML page of editions, also at one of them. */
    readonly page: (edition?: number) => string
    /** An edition as JSON. */
    readonly edition: (number: number) => string
    /** The page of an event, of the newest edition unless an older one is given. */
    readonly event: (id: string, edition?: number) => string
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
  const { unread = [], large = [], stated = [] } = feed
  const entries = [
    ...feed.editions.map((edition) => ({
      edition,
      counts: countsInWords(changeCounts(edition), language, edition),
      content: contentOf(edition, context, (id) =>
        links.event(id, feed.gone?.has(id) === true ? edition.number : undefined),
      ),
    })),
    ...large.map((edition) => ({
      edition,
      counts: countsInWords(edition.changes, language, edition),
      content: [element('p', {}, whyCounted(edition, language))],
    })),
    ...stated.map((edition) => ({ edition, counts: undefined, content: [] })),
  ].toSorted((a, b) => b.edition.number - a.edition.number)
  const children = [
    // The trailing slash distinguishes it from an event whose id is `editions`.
    element('id', {}, `${timelineTag(timeline)}/editions/`),
    textConstruct('title', messages[language].feeds.corrections(textIn(timeline.title, feed))),
    ...(unread.length === 0
      ? []
      : [textConstruct('subtitle', messages[language].feeds.leftOut(unread))]),
    element('updated', {}, feed.edition.published),
    person(authorOf(feed)),
    atomLink('self', links.self, 'application/atom+xml'),
    atomLink('alternate', links.page(), 'text/html'),
    ...pagingLinksOf(links).map(({ rel, href }) => atomLink(rel, href, 'application/atom+xml')),
    ...(rights === undefined ? [] : [textConstruct('rights', rights, rightsLanguage(feed))]),
    element('generator', {}, 'Jishi'),
    ...entries.map(({ edition, counts, content }) => {
      const id = `${timelineTag(timeline)}/editions/${edition.number}`
      const said = [stampInWords(edition, language), counts].filter((words) => words !== undefined)
      return element('entry', {}, [
        element('id', {}, id),
        element('title', {}, titleOf(edition.number, said, context)),
        element('published', {}, edition.published),
        element('updated', {}, edition.published),
        atomLink('alternate', links.page(edition.number), 'text/html'),
        // A takedown has no content, and is not served where it still holds.
        ...(edition.removes === true
          ? []
          : [atomLink('related', links.edition(edition.number), 'application/json')]),
        element('content', { type: 'html' }, saidOf(edition, content, context).join('')),
      ])
    }),
  ]
  return `${xmlDeclaration}${feedStart(language)}${children.join('\n')}\n${feedEnd}`
}

/** `第4版：新增2个事件，修改1个事件`. */
const titleOf = (
  number: number,
  said: readonly string[],
  { messages: { events } }: FeedContext,
): string => events.edition(number) + events.colon + said.join(events.comma)

/** Its note and its line of the log before what it changed. */
function saidOf(
  edition: LoggedEdition,
  content: readonly Xml[],
  { localizer }: FeedContext,
): readonly Xml[] {
  const lines = [edition.note, stampInWords(edition, localizer.ui)]
  const told = lines.flatMap((line) => (line === undefined ? [] : [element('p', {}, lined(line))]))
  return [...told, ...content]
}

/** Of a feed in parts (RFC 5005, 3); one that has everything has none. */
function pagingLinksOf({ self, first = self, next }: CorrectionsFeed['links']) {
  if (next === undefined && first === self) return []
  return [
    { rel: 'first', href: first },
    ...(next === undefined ? [] : [{ rel: 'next', href: next }]),
  ]
}

function contentOf(
  edition: CorrectedEdition,
  context: FeedContext,
  urlOf: (id: string) => string,
): readonly Xml[] {
  const { changes: words, events } = context.messages
  const { added, changed, withdrawn, removed, parts = [] } = edition
  const named = (name: Text): Xml =>
    element('span', marked(context.localizer.tagOf(name), context), textIn(name, context))
  const link = ({ id, title }: NamedEvent): Xml => {
    const tag = context.localizer.tagOf(title)
    return element('a', { href: uri(urlOf(id)), ...marked(tag, context) }, textIn(title, context))
  }
  const rows = (part: PartKind, fields: readonly FieldChange[]): Xml[] => {
    const differences = fields.flatMap((change) =>
      differencesInWords(part, change, context.localizer),
    )
    if (differences.length === 0) return []
    return [
      element(
        'ul',
        {},
        differences.map((difference) => differenceItem(difference, context)),
      ),
    ]
  }
  const changedItem = (event: ChangedEvent): Xml =>
    element('li', {}, [link(event), ...rows('event', event.fields)])
  const partItem = (part: PartChange): Xml =>
    element('li', {}, [
      xmlText(partInWords(part, context.localizer.ui) + events.colon),
      named(part.name),
      ...rows(part.part, part.fields),
    ])
  const sections = [
    ...section(
      words.added(added.length),
      added.map((event) => element('li', {}, [link(event)])),
    ),
    ...section(words.changed(changed.length), changed.map(changedItem)),
    ...section(words.withdrawn(withdrawn.length), withdrawn.map(changedItem)),
    // Without a link: there is nothing at their addresses.
    ...section(
      words.removed(removed.length),
      removed.map(({ title }) => element('li', {}, [named(title)])),
    ),
    ...section(words.parts(parts.length), parts.map(partItem)),
  ]
  const nothing = countsInWords(changeCounts(edition), context.localizer.ui, edition)
  return sections.length === 0 ? [element('p', {}, nothing)] : sections
}

const section = (said: string, items: readonly Xml[]): Xml[] =>
  items.length === 0 ? [] : [element('p', {}, said), element('ul', {}, items)]

/** The `lang` attribute for a text that is not in the language of the feed, that of the messages. */
const marked = (language: string | null, context: FeedContext): XmlAttributes => ({
  lang: language === null || language === context.localizer.ui ? undefined : language,
})

/** `标题：<del>旧</del> → <ins>新</ins>`; a change that the words do not show is noted as such. */
function differenceItem({ name, language, before, after }: Difference, context: FeedContext): Xml {
  const { changes: words, events } = context.messages
  const heading = xmlText(name + events.colon)
  const lang = marked(language, context)
  if (before === after) return element('li', {}, [heading, xmlText(words.inDetail)])
  return element('li', {}, [
    heading,
    before === null ? xmlText(words.none) : element('del', lang, lined(before)),
    xmlText(' → '),
    after === null ? xmlText(words.none) : element('ins', lang, lined(after)),
  ])
}
