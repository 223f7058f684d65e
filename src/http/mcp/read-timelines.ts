// The tools list_timelines and get_timeline: the answers of the API, also as Markdown.
import { publicationDate } from '../../domain/date/publication.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { nearestUiLanguage } from '../../domain/text/ui-language.ts'
import {
  maxListed,
  timelineInMarkdown,
  timelinesInMarkdown,
  type ListedTimelines,
  type TimelineFacts,
} from '../../formats/tools/timeline-text.ts'
import { createLocalizer } from '../../messages/localizer.ts'
import type { Problem } from '../problem.ts'
import * as parameters from '../request/parameters.ts'
import { chooseEdition } from '../request/selection.ts'
import type { Route } from '../route.ts'
import { timeline, timelines } from '../routes/timelines.ts'
import { cursorArgument } from './find-events.ts'
import { readArguments, schemaOfArguments, type Tool, type ToolExchange } from './tool.ts'
import { timelineSchema, timelinesSchema } from './schemas.ts'

/** The JSON that a route answers. */
async function answerOf<Body>(
  route: Route,
  exchange: Parameters<Route['handle']>[0],
): Promise<Result<Body, Problem>> {
  const answered = await route.handle(exchange)
  return 'body' in answered
    ? ok((await new Response(answered.body).json()) as Body)
    : failed(answered)
}

interface Listed extends Pick<ListedTimelines, 'total' | 'timelines'> {
  readonly links: { readonly next?: string }
}

/** As the route reads them, and `next` in place of the link. */
const declaredOfList = {
  lang: parameters.lang,
  limit: parameters.timelinesLimit,
  cursor: { ...parameters.timelinesCursor, description: cursorArgument.description },
} as const

export const listTimelines: Tool = {
  name: 'list_timelines',
  title: 'List timelines',
  description: `The timelines of this service, ${parameters.maxTimelines} in an answer: id, title, span of days, edition, number of events.`,
  inputSchema: schemaOfArguments(declaredOfList, false),
  outputSchema: timelinesSchema,
  async call(exchange, given) {
    const read = await readArguments(
      exchange,
      { parameters: declaredOfList, ofTimeline: false },
      given,
    )
    if (!read.ok) return read
    const listed = await answerOf<Listed>(timelines, read.value)
    if (!listed.ok) return listed
    const { timelines: shown, total, links: around } = listed.value
    const next = around.next && new URL(around.next).searchParams.get('cursor')
    const found = { timelines: shown, total, ...(next && { next }) }
    return ok({
      text: timelinesInMarkdown(found, nearestUiLanguage(read.value.query.lang ?? 'en')),
      data: {
        ...found,
        timelines: shown.map(({ id, title, edition, published, events, first, last, links }) => ({
          id,
          title,
          edition,
          published,
          events,
          first,
          last,
          page: links['page'],
        })),
      },
    })
  },
}

/** In their order, or, where not all are listed, those of most events. */
const listed = <Part extends { readonly count: number }>(parts: readonly Part[]): readonly Part[] =>
  parts.length <= maxListed
    ? parts
    : parts.toSorted((a, b) => b.count - a.count).slice(0, maxListed)

/**
 * Sources as find_events and every format name them: with their day in the timeline's time zone and, in
 * one language, with the words for a title that is not the source's own.
 */
async function withSourcesNamed(
  facts: TimelineFacts,
  exchange: ToolExchange<typeof declared>,
): Promise<TimelineFacts> {
  const { lang: content } = exchange.query
  const chosen = content === undefined ? undefined : await chooseEdition(exchange)
  const titles = new Map<string, string>()
  if (content !== undefined && chosen?.ok === true) {
    const { timeline: named } = chosen.value.reader.facts
    const { sourceTitle } = createLocalizer(named, { ui: nearestUiLanguage(content), content })
    for (const source of named.sources) titles.set(source.id, sourceTitle(source))
  }
  const sources = facts.sources.map((source) => ({
    ...source,
    title: titles.get(source.id) ?? source.title,
    published: publicationDate(source.published, facts.timeZone),
  }))
  return { ...facts, sources }
}

const declared = { lang: parameters.lang, edition: parameters.edition } as const

export const getTimeline: Tool = {
  name: 'get_timeline',
  title: 'Describe a timeline',
  description:
    'One timeline: its title, description, licence, edition, and its themes, actors and sources with the ids that the filters of find_events take and the number of their events.',
  inputSchema: schemaOfArguments(declared, true),
  outputSchema: timelineSchema,
  async call(exchange, given) {
    const read = await readArguments(exchange, { parameters: declared, ofTimeline: true }, given)
    if (!read.ok) return read
    const answer = await answerOf<TimelineFacts>(timeline, read.value)
    if (!answer.ok) return answer
    const facts = await withSourcesNamed(answer.value, read.value)
    const { id, title, description, edition, language, licence, credit, links } = facts
    const { lang = language } = read.value.query
    return ok({
      text: timelineInMarkdown(facts, lang),
      data: {
        id,
        title,
        ...(description && { description }),
        language,
        edition: edition.number,
        published: edition.published,
        page: links['page'],
        ...(licence && { licence }),
        ...(credit && { credit }),
        themes: listed(facts.themes).map(({ id: theme, label, count }) => ({
          id: theme,
          label,
          count,
        })),
        actors: facts.actors
          .toSorted((a, b) => b.count - a.count)
          .slice(0, maxListed)
          .map(({ id: actor, name, kind, count }) => ({
            id: actor,
            name,
            ...(kind && { kind }),
            count,
          })),
        sources: listed(facts.sources).map(({ id: source, title: name, published, count }) => ({
          id: source,
          title: name,
          published,
          count,
        })),
      },
    })
  },
}
