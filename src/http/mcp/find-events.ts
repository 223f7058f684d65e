// The tool find_events: the events that a filter selects, by how surely they were in its window.
import { everything } from '../../domain/query/event-query.ts'
import { isBounded } from '../../domain/query/window.ts'
import { ok } from '../../domain/result.ts'
import { nearestUiLanguage } from '../../domain/text/ui-language.ts'
import { queryInWords } from '../../messages/queries.ts'
import type { Answer } from '../../edition/reader.ts'
import { foundAsData, foundInMarkdown, type FoundEvents } from '../../formats/tools/found-events.ts'
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
  const answer = await reader.answer(query, slice, { facets: !isBounded(query.window) })
  const found = foundIn(selection, exchange, { answer, totals: await totalsOf(selection, answer) })
  const text = foundInMarkdown(found)
  if (text.length <= maxToolText) return { found, text }
  let limit = found.events.length
  while (limit > 1 && sizeOf(found, limit) > maxToolText)
    limit = Math.max(1, Math.floor(limit * 0.8))
  const shorter = await reader.answer(query, { ...slice, limit })
  const cut = foundIn(selection, exchange, { answer: shorter, totals: found.totals })
  return { found: cut, text: foundInMarkdown(cut) }
}

const sizeOf = (found: FoundEvents, count: number): number =>
  foundInMarkdown({ ...found, events: found.events.slice(0, count) }).length

interface Counted {
  readonly answer: Answer
  readonly totals: FoundEvents['totals']
}

function foundIn(
  selection: Selection,
  { service, query: asked }: FindExchange,
  { answer, totals }: Counted,
): FoundEvents {
  const { reader, query, pinnedEdition } = selection
  const { timeline, edition } = reader.facts
  const content = asked.lang ?? timeline.language
  const language = nearestUiLanguage(content)
  const addresses = addressesOf(service, reader)
  const narrowing = { query, pinnedEdition }
  return {
    timeline,
    edition: { number: edition.number, published: edition.published },
    events: answer.events,
    window: query.window,
    totals,
    setAside: answer.setAside,
    ...(answer.atMost && { atMost: answer.atMost }),
    filter: queryInWords(narrowing, timeline, { ui: language, content }),
    language,
    content,
    page: pageUrl(addresses, { query, options: { edition: pinnedEdition } }),
    links: { event: (id) => addresses.event(id) },
    next: cursorBehind(selection, answer.next),
  }
}

/** How many events of the whole answer are in each group. */
async function totalsOf(
  { reader, query }: Selection,
  { total, facets }: Answer,
): Promise<FoundEvents['totals']> {
  const { window } = query
  if (!isBounded(window))
    return { surely: total - facets.undated, possibly: 0, undated: facets.undated }
  const none = { limit: 0, after: null } as const
  const totalIn = async (match: 'certain' | 'possible'): Promise<number> => {
    const dated = { ...query, window: { ...window, match, undated: everything.window.undated } }
    return (await reader.answer(dated, none)).total
  }
  const [surely, dated] = [await totalIn('certain'), await totalIn('possible')]
  return { surely, possibly: dated - surely, undated: total - dated }
}
