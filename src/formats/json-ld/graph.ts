// JSON-LD 1.1 in the vocabulary of schema.org: the timeline as a Dataset, the result as an
// ItemList, its events (a state measured on a day is an Observation), and the themes, actors and
// sources they name.
import type { TimelineEvent } from '../../domain/document/event.ts'
import type { Timeline } from '../../domain/document/timeline.ts'
import { sourcesOf } from '../../domain/query/matches.ts'
import { timelineTag } from '../../domain/document/permanent-id.ts'
import { feedNotes } from '../feed/notes.ts'
import type { FormatInput, Format } from '../format.ts'
import { graphContextOf, type Context, type Node } from './context.ts'
import { eventNode, listedNode, nodeId } from './event-node.ts'
import { mentionedNodes, sourceNode } from './mentioned-nodes.ts'
import { contentLanguage } from '../../messages/localizer.ts'

/**
 * The JSON-LD format.
 * @example jsonLd.write(input) → '{"@context":"https://schema.org","@graph":[…]}\n'
 */
export const jsonLd: Format = {
  name: 'jsonld',
  extension: 'jsonld',
  mediaType: 'application/ld+json; charset=utf-8',
  title: 'JSON-LD (schema.org)',
  limit: { default: 100, max: 500 },
  write(feed) {
    const context = graphContextOf(feed.timeline, feed.content)
    return graph([
      dataset(feed, context),
      itemList(feed),
      ...feed.events.map((event) => eventNode(event, feed.links.event(event.id), context)),
      ...mentionedNodes(feed.events, context),
    ])
  },
}

export interface EventJsonLdOptions {
  readonly timeline: Timeline
  readonly language: string
  /** The HTML page of the event. */
  readonly url: string
}

/** The graph of one event, for its page; safe to place in a script element. */
export function eventJsonLd(event: TimelineEvent, options: EventJsonLdOptions): string {
  const context = graphContextOf(options.timeline, options.language)
  return graph([eventNode(event, options.url, context), ...mentionedNodes([event], context)])
}

/** A file with the same events in one format. */
export interface DataFile {
  readonly title: string
  readonly mediaType: string
  readonly url: string
}

/** What a page shows of a list, for its graph. */
export type ListedEvents = Pick<
  FormatInput,
  'timeline' | 'edition' | 'events' | 'total' | 'setAside' | 'filter' | 'language' | 'content'
> & { readonly links: Pick<FormatInput['links'], 'page' | 'event' | 'next'> }

/**
 * The graph of a list, for its page: the timeline with its files and sources, and the events of the
 * page with their dates. What else is known of an event is in the graph of its own page.
 */
export function timelineJsonLd(list: ListedEvents, files: readonly DataFile[]): string {
  const context = graphContextOf(list.timeline, list.content)
  const cited = new Set(list.events.flatMap(sourcesOf))
  const sources = list.timeline.sources.filter(({ id }) => cited.has(id))
  const items = itemList({ ...list, links: { ...list.links, self: `${list.links.page}#events` } })
  return graph([
    {
      ...dataset(list, context),
      isBasedOn: sources.map(({ id }) => context.ref('sources', id)),
      distribution: files.map(download),
    },
    {
      ...items,
      itemListElement: list.events.map((event, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        item: listedNode(event, list.links.event(event.id), context),
      })),
    },
    ...sources.map((source) => sourceNode(source, context)),
  ])
}

const download = ({ title, mediaType, url }: DataFile): Node => ({
  '@type': 'DataDownload',
  name: title,
  encodingFormat: mediaType.split(';', 1)[0],
  contentUrl: url,
})

function graph(nodes: readonly Node[]): string {
  const document = { '@context': 'https://schema.org', '@graph': nodes }
  return `${scriptSafe(JSON.stringify(document, withoutEmptyLists))}\n`
}

/** An empty list carries no information. */
const withoutEmptyLists = (_name: string, value: unknown): unknown =>
  Array.isArray(value) && value.length === 0 ? undefined : value

/** Escapes JSON so that no text can end a script element or begin a comment (HTML, 4.12.1.3). */
const scriptSafe = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0')
    return `\\u${code}`
  })

function dataset(
  { edition, links, content }: ListedEvents,
  { timeline, text, ref }: Context,
): Node {
  const { description, licence, credit, sources } = timeline
  return {
    '@type': 'Dataset',
    '@id': timelineTag(timeline),
    name: text(timeline.title),
    ...(description && { description: text(description) }),
    url: links.page,
    inLanguage: contentLanguage(timeline, content),
    version: String(edition.number),
    dateModified: edition.published,
    ...(licence && {
      license: licence.url ?? { '@type': 'CreativeWork', name: text(licence.name) },
    }),
    ...(credit && { creditText: text(credit) }),
    isBasedOn: sources.map(({ id }) => ref('sources', id)),
  }
}

function itemList(
  feed: Omit<ListedEvents, 'links'> &
    Pick<FormatInput, 'heldBack' | 'withdrawn'> & {
      readonly links: ListedEvents['links'] & Pick<FormatInput['links'], 'self'>
    },
): Node {
  const { events, filter, links, total } = feed
  const notes = feedNotes(feed)
  return {
    '@type': 'ItemList',
    '@id': links.self,
    ...(filter !== '' && { name: filter }),
    ...(notes.length > 0 && { description: notes.join('\n') }),
    numberOfItems: total,
    itemListElement: events.map((event, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      item: { '@id': nodeId(links.event(event.id)) },
    })),
  }
}
