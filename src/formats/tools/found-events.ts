// The answer of the tool find_events: events in three groups, as Markdown for reading and as data.
// Pure; src/http/mcp selects the events.
import { isBounded, isInWindow, type DateWindow } from '../../domain/query/window.ts'
import { printDay, type CivilDay } from '../../domain/date/civil-day.ts'
import { publicationDate } from '../../domain/date/publication.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import type { Source } from '../../domain/document/source.ts'
import { sourcesOf } from '../../domain/query/matches.ts'
import { dateInWords } from '../../messages/dates.ts'
import { setAsideInWords } from '../feed/notes.ts'
import type { FormatInput } from '../format.ts'
import {
  eventInMarkdown,
  markdownContext,
  markdownLine,
  rightsInMarkdown,
  type MarkdownContext,
  type MarkdownInput,
} from '../markdown.ts'

/** What is known of the day of an event, compared with a window of days. */
export type Certainty = 'surely' | 'possibly' | 'undated'

export const certainties = ['surely', 'possibly', 'undated'] as const satisfies Certainty[]

/**
 * The group of an event that may have been in the window. Without a window all dated events are
 * surely in it.
 * @example (an event of 2020-02 and the window 2020-02-01 to 2020-02-10) → 'possibly'
 */
export function certaintyOf({ when }: TimelineEvent, window: DateWindow): Certainty {
  if (when.range === null) return 'undated'
  return isInWindow(when, { ...window, match: 'certain' }) ? 'surely' : 'possibly'
}

/** Of the whole answer, on all pages. */
export interface Totals extends Readonly<Record<Certainty, number>> {
  /** Undated events that the window left out. */
  readonly setAside: number
  /** True where these are upper bounds. */
  readonly atMost?: true
}

export interface FoundEvents extends MarkdownInput, Pick<FormatInput, 'edition' | 'filter'> {
  readonly events: readonly TimelineEvent[]
  readonly window: DateWindow
  readonly totals: Totals
  /** The page for people with the same filter. */
  readonly page: string
  /** The cursor of the next events, if there are more. */
  readonly next?: string | undefined
}

/** Filter, edition and what was set aside; then the groups with their events. */
export function foundInMarkdown(found: FoundEvents): string {
  const context = markdownContext(found)
  const { messages, text } = context
  const { events: words, markdown: names, tools } = messages
  const { edition, filter, page, timeline, totals } = found
  const lines = [
    `${words.edition(edition.number)}${words.comma}${edition.published}`,
    ...(filter === '' ? [] : [names.filter + words.colon + markdownLine(filter)]),
    `${names.page}${words.colon}<${page}>`,
    ...rightsInMarkdown(context),
    tools.howToQuote,
  ]
  return [
    `# ${markdownLine(text(timeline.title))}\n`,
    ...lines.map((line) => `- ${line}`),
    ...(totalOf(totals) + totals.setAside === 0
      ? [`\n${filter === '' ? messages.list.noEvents : messages.list.empty}`]
      : []),
    ...(totals.atMost === true ? [`\n${messages.feeds.atMost(totalOf(totals))}`] : []),
    ...certainties.map((one) => groupInMarkdown(one, found, context)),
    ...continuation(found, context),
  ].join('\n')
}

/** A heading with the number of all events of the group, and those that are in this answer. */
function groupInMarkdown(
  one: Certainty,
  { events, language, totals, window }: FoundEvents,
  context: MarkdownContext,
): string {
  const { events: words, list, tools } = context.messages
  const isWhole = !isBounded(window)
  const notListed = one === 'undated' ? totals.setAside : 0
  const count = totals[one] + notListed
  if (count === 0 && isWhole) return ''
  const heading = one === 'surely' && isWhole ? tools.dated : tools[one]
  const here = events.filter((event) => certaintyOf(event, window) === one)
  const notes = [
    ...(notListed > 0 ? [`${setAsideInWords({ ...totals, language })} ${tools.listUndated}`] : []),
    ...(here.length < totals[one] ? [tools.elsewhere(here.length, totals[one])] : []),
    ...(count === 0 ? [tools.none] : []),
  ]
  return [
    `\n## ${heading}${words.colon}${list.count(String(count))}\n`,
    ...notes.map((note) => `${note}\n`),
    ...here.map((event) => eventInMarkdown(event, context, '###')),
  ].join('\n')
}

const continuation = (
  { events, totals, next }: FoundEvents,
  { messages }: MarkdownContext,
): readonly string[] =>
  next === undefined
    ? []
    : [`\n${messages.tools.continues(events.length, totalOf(totals), next)}\n`]

const totalOf = ({ surely, possibly, undated }: FoundEvents['totals']): number =>
  surely + possibly + undated

/** The same as data: ids, dates with their bounds, cited words. */
export function foundAsData(found: FoundEvents) {
  const { edition, events, filter, page, timeline, totals, window } = found
  const context = markdownContext(found)
  const inGroup = (one: Certainty) =>
    events
      .filter((event) => certaintyOf(event, window) === one)
      .map((event) => eventAsData(event, context))
  const cited = new Set(events.flatMap(sourcesOf))
  return {
    timeline: timeline.id,
    edition: edition.number,
    published: edition.published,
    page,
    ...(filter !== '' && { filter }),
    totals,
    surely: inGroup('surely'),
    possibly: inGroup('possibly'),
    undated: inGroup('undated'),
    sources: timeline.sources
      .filter(({ id }) => cited.has(id))
      .map((source) => sourceAsData(source, context)),
    ...(found.next !== undefined && { next: found.next }),
  }
}

function eventAsData(event: TimelineEvent, { feed, text }: MarkdownContext) {
  const { citations, id, statedDate, status, title, when } = event
  const members = feed.through?.(event) ?? []
  return {
    id,
    title: text(title),
    permalink: feed.links.event(id),
    date: {
      words: dateInWords(when, feed.language),
      ...(statedDate !== undefined && { stated: statedDate }),
      edtf: when.edtf,
      kind: when.kind,
      earliest: dayOrNull(when.earliest),
      latest: dayOrNull(when.latest),
    },
    ...(status !== 'confirmed' && { status }),
    ...(members.length > 0 && { through: members }),
    citations: citations.map(({ source, exact }) => ({
      source,
      ...(exact !== undefined && { exact }),
    })),
  }
}

const dayOrNull = (day: CivilDay | null): string | null => (day === null ? null : printDay(day))

const sourceAsData = (source: Source, { feed, text, sourceTitle }: MarkdownContext) => ({
  id: source.id,
  title: sourceTitle(source),
  ...(source.publisher && { publisher: text(source.publisher) }),
  ...(source.authors && { authors: source.authors }),
  published: publicationDate(source.published, feed.timeline.timeZone),
  ...(source.url !== undefined && { url: source.url }),
  ...(source.archivedUrl !== undefined && { archivedUrl: source.archivedUrl }),
})
