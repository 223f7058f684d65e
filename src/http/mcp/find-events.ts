// The tool find_events: the events that a filter selects, by how surely they were in its window.
import { longestOrdinal } from '../../address/cursor.ts'
import { countBy } from '../../domain/query/counts.ts'
import { groupsIn, through } from '../../domain/query/members.ts'
import { isBounded, takesUndated, type DateWindow } from '../../domain/query/window.ts'
import { ok } from '../../domain/result.ts'
import { nearestUiLanguage } from '../../domain/text/ui-language.ts'
import { queryInWords } from '../../messages/queries.ts'
import type { Answer } from '../../edition/reader.ts'
import {
  certaintyOf,
  foundAsData,
  foundInMarkdown,
  type Certainty,
  type FoundEvents,
  type Totals,
} from '../../formats/tools/found-events.ts'
import * as parameters from '../request/parameters.ts'
import { select, type Selection } from '../request/selection.ts'
import type { Parameter } from '../request/query-string.ts'
import { addressesOf, cursorBehind, pageUrl } from '../response/links.ts'
import { readArguments, schemaOfArguments, type Tool, type ToolExchange } from './tool.ts'
import { foundSchema } from './schemas.ts'

/** Default and maximum number of events of one answer. */
export const eventsOfTool = { default: 20, max: 100 } as const

/** Maximum characters of the Markdown of one answer; at least one event is in it. */
export const maxToolText = 30_000

/** Without `match`: who asks must see both what surely was and what may have been. */
const { theme, actor, members, source, from, to, undated, q, sort } = parameters.filter

const limit: Parameter<number> = {
  name: 'limit',
  description: `Maximum events of the answer, 1 to ${eventsOfTool.max}; ${eventsOfTool.default} without it. A long answer has fewer; next continues it.`,
  schema: parameters.wholeUpTo(eventsOfTool.max),
}

const lang = {
  ...parameters.lang,
  description:
    'The language of titles, summaries and dates in words, such as en or zh-Hans; without it, that of the timeline. Cited passages stay in the language of their source.',
} as const

export const cursorArgument = {
  ...parameters.cursor,
  description: 'Where to continue: next of the answer before, with the same arguments.',
} as const

const declared = {
  theme,
  actor,
  members,
  source,
  from,
  to,
  undated,
  q,
  sort,
  limit,
  cursor: cursorArgument,
  lang,
  edition: parameters.edition,
} as const

export const findEvents: Tool = {
  name: 'find_events',
  title: 'Find events',
  description:
    'Events of one timeline by theme, actor, source, days and words, in three groups: surely in the days from..to, possibly in them (the source is not exact enough), and undated (set aside and counted unless undated=include). Each event has its date in words, the cited passages, their source, and a permalink to link. Without arguments it lists the whole timeline. get_timeline has the ids of themes, actors and sources; labels and names work, too.',
  inputSchema: schemaOfArguments(declared, true),
  outputSchema: foundSchema,
  async call(exchange, given) {
    const read = await readArguments(exchange, { parameters: declared, ofTimeline: true }, given)
    if (!read.ok) return read
    const query = { ...read.value.query, match: undefined }
    const selected = await select({ ...read.value, query }, { limit: eventsOfTool })
    if (!selected.ok) return selected
    const { found, text } = await fitted(selected.value, read.value)
    return ok({ text, data: foundAsData(found) })
  },
}

type FindExchange = ToolExchange<typeof declared>

/** As many events as fit into an answer, with its text. */
async function fitted(
  selection: Selection,
  exchange: FindExchange,
): Promise<{ readonly found: FoundEvents; readonly text: string }> {
  const { reader, query, slice } = selection
  const answer = await reader.answer(query, slice, { facets: needsUndated(query.window) })
  const found = foundIn(selection, exchange, {
    events: answer.events,
    totals: await totalsOf(selection, answer),
    next: cursorBehind(selection, answer.next),
  })
  const text = foundInMarkdown(found)
  if (text.length <= maxToolText) return { found, text }
  const goesOn = { ...found, next: cursorBehind(selection, longestOrdinal) }
  let limit = found.events.length
  do limit = Math.max(1, Math.floor(limit * 0.8))
  while (limit > 1 && sizeOf(goesOn, limit) > maxToolText)
  const { events, next } = await reader.answer(query, { ...slice, limit })
  const cut = { ...found, events, next: cursorBehind(selection, next) }
  return { found: cut, text: foundInMarkdown(cut) }
}

const sizeOf = (found: FoundEvents, count: number): number =>
  foundInMarkdown({ ...found, events: found.events.slice(0, count) }).length

function foundIn(
  selection: Selection,
  { service, query: asked }: FindExchange,
  part: Pick<FoundEvents, 'events' | 'totals' | 'next'>,
): FoundEvents {
  const { reader, query, pinnedEdition } = selection
  const { timeline, edition } = reader.facts
  const content = asked.lang ?? timeline.language
  const language = nearestUiLanguage(content)
  const addresses = addressesOf(service, selection)
  const narrowing = { query, pinnedEdition }
  const groupsOf = groupsIn(timeline.actors)
  return {
    timeline,
    edition: { number: edition.number, published: edition.published },
    ...part,
    window: query.window,
    filter: queryInWords(narrowing, timeline, { ui: language, content }),
    language,
    content,
    page: pageUrl(addresses, { query }),
    through: (event) => through(event, query, groupsOf),
    links: { event: (id) => addresses.event(id) },
  }
}

/** Whether the undated events of an answer have to be counted: in a window they may be set aside. */
const needsUndated = (window: DateWindow): boolean => !isBounded(window) || takesUndated(window)

/**
 * How many events of the whole answer are in each group. Those of an answer on one page are counted there;
 * of a longer one the counts are its own, so that all are exact or all are upper bounds: in narrower days
 * no more events have to be looked through.
 */
async function totalsOf(
  { reader, query, slice }: Selection,
  { events, next, total, facets, setAside, atMost }: Answer,
): Promise<Totals> {
  const { window } = query
  const others = { setAside, ...(atMost && { atMost }) }
  if (slice.after === null && next === null) {
    const groups = countBy(events, (event) => [certaintyOf(event, window)])
    const countOf = (one: Certainty): number => groups.get(one) ?? 0
    const [surely, possibly] = [countOf('surely'), countOf('possibly')]
    return { surely, possibly, undated: countOf('undated'), ...others }
  }
  const { undated } = facets
  const dated = total - undated
  if (!isBounded(window)) return { surely: dated, possibly: 0, undated, ...others }
  const certain = { ...query, window: { ...window, match: 'certain' } } as const
  const { total: surely } = await reader.answer(certain, { limit: 0, after: null })
  return { surely, possibly: dated - surely, undated, ...others }
}
