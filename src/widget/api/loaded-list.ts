// The events of one filter, loaded from the API page by page, each only once.
import { readCanonical, writeFilter, writeSearch, type Pairs } from '../../address/canonical.ts'
import { createAddresses } from '../../address/addresses.ts'
import type { TimeCounts } from '../../domain/query/counts.ts'
import type { EventQuery } from '../../domain/query/event-query.ts'
import type { PictureData, ShownChoices, ShownEvent } from '../../page/view.ts'
import { maxMarked } from '../../picture/limits.ts'
import { countsOf, shownEvent, timesOf, type EventsAnswer, type TimelineAnswer } from './answers.ts'
import { isSpaced } from './spaced.ts'
import type { CountPart, LanesAnswer } from '../lazy/counts.ts'
import type { Joining, separateNames } from '../lazy/names.ts'
import { read } from './service.ts'
import type { ElementSettings } from '../settings.ts'

export interface LoadedList {
  readonly timeline: TimelineAnswer
  readonly edition: number
  /** The filter as the service understood it: labels have become ids. */
  readonly query: EventQuery
  readonly total: number
  /** True where it selects at most so many. */
  readonly atMost?: true
  readonly setAside: number
  readonly choices: ShownChoices
  readonly times: TimeCounts
  /** Absent where no picture is asked for. */
  readonly picture?: PictureData
  /** What draws a picture of counts; absent where events have marks of their own. */
  readonly counted?: CountPart
  /** The events loaded so far, from the first one on. */
  readonly loaded: ShownEvent[]
  /** Address of the next page, if there is one. */
  readonly nextPage: string | undefined
  /** True where there are more events than the list will ever show. */
  readonly isPart: boolean
}

/** What is loaded only for some timelines and filters. */
export interface LoadedParts {
  readonly loadNames: () => Promise<typeof separateNames>
  readonly loadCounts: () => Promise<CountPart>
}

/** Events of the first page: all that a picture can show. A list without a second is drawn at once. */
const firstPage = maxMarked

/**
 * A longer list ends after its first page, with the link to all of it: it would be loaded whole for its
 * end, and for paper.
 */
const maxContinued = 10_000

/** Which answers are wanted: by default the newest ones, as page or browser may have kept them. */
interface Wanted {
  /** Not kept ones. */
  readonly isAnew?: boolean
  /** How names that the timeline lacks are left to the service: copies of it may differ. */
  readonly joining?: Joining
  /** Of one edition. */
  readonly edition?: number
  /** Of this one where that has not what the filter names. */
  readonly newer?: number
}

/**
 * Reads the timeline and the first page of a filter's events, all of one edition. Each answer is kept for
 * itself: those that do not fit are read anew; where copies of the service differ, too, of the older edition
 * that has what the filter names.
 * @example await loadList(settings, [['theme', 'work']], parts) → { total: 12, loaded: [event, …], … }
 */
export async function loadList(
  settings: ElementSettings,
  filter: Pairs,
  parts: LoadedParts,
  wanted: Wanted = {},
): Promise<LoadedList> {
  const { isAnew, joining = 'none', edition, newer } = wanted
  const numbers = new Set<number>()
  let next: Wanted
  try {
    const list = await loadWanted(settings, filter, parts, { ...wanted, numbers })
    if (numbers.size === 1 || edition !== undefined) return list
    next = isAnew
      ? { joining, edition: Math.min(...numbers), newer: Math.max(...numbers) }
      : { isAnew: true, joining }
  } catch (error) {
    if ((error as { readonly status?: number }).status !== 400) throw error
    if (newer !== undefined) next = { joining, edition: newer }
    // A kept timeline lacks what was named since, so that a name was told apart into its words, or into a
    // name within it and the words beside that.
    else if (joining !== 'names' && filter.some(isSpaced))
      next = { isAnew: true, joining: joining === 'none' ? 'words' : 'names' }
    else throw error
  }
  return loadList(settings, filter, parts, next)
}

/** `numbers` takes the edition of each answer. */
async function loadWanted(
  { base, timeline: id, limit, layout }: ElementSettings,
  filter: Pairs,
  parts: LoadedParts,
  { isAnew, joining, edition, numbers }: Wanted & { readonly numbers: Set<number> },
): Promise<LoadedList> {
  const ask: Ask = async (path, pairs) => {
    const pinned: Pairs = edition === undefined ? pairs : [...pairs, ['edition', `${edition}`]]
    const url = createAddresses(base, id).data() + path + writeSearch(pinned)
    const answer = await read<Answers[typeof path]>(url, isAnew)
    numbers.add(typeof answer.edition === 'number' ? answer.edition : answer.edition.number)
    return answer
  }
  const events = (pairs: Pairs, max: number) =>
    ask('/events', [...pairs, ['limit', `${max}`], ['facets', 'true']])
  const known = ask('', [])
  // Awaited below; until then its failure must not count as unhandled.
  known.catch(() => undefined)
  const named = filter.some(isSpaced)
    ? (await parts.loadNames())(filter, await known, joining)
    : filter
  const hasPicture = layout !== 'compact'
  const most = limit !== undefined && !hasPicture ? limit : Math.max(limit ?? 0, firstPage)
  // Asked beside the filter's own events, so that a picture does not wait for two answers in turn.
  const others = hasPicture && known.then((whole) => beside(whole, named, { ask, events, parts }))
  if (others) others.catch(() => undefined)
  const [timeline, first] = await Promise.all([known, events(named, most)])
  const query = readCanonical([...new URL(first.links.self).searchParams])
  const found = first.events.map(shownEvent)
  const [picture, choices] = await Promise.all([
    others && others.then((besides) => pictureOf(found, query, besides)),
    choicesOf(timeline, first, query, (pairs) => events(pairs, 1)),
  ])
  const loaded = found.slice(0, limit)
  const { next } = first.links
  const nextPage = limit === undefined && first.total.value <= maxContinued ? next : undefined
  return {
    timeline,
    edition: first.edition,
    query,
    total: first.total.value,
    ...(first.total.relation === 'lte' && { atMost: true }),
    setAside: first.setAside.undated,
    choices,
    times: timesOf(first.facets),
    ...picture,
    loaded,
    nextPage,
    isPart: loaded.length < found.length || nextPage !== next,
  }
}

/** The answers of the API by what follows the address of the timeline. */
interface Answers {
  readonly '': TimelineAnswer
  readonly '/events': EventsAnswer
  readonly '/lanes': LanesAnswer
}

type Ask = <Path extends keyof Answers>(path: Path, pairs: Pairs) => Promise<Answers[Path]>

interface Asking {
  readonly ask: Ask
  readonly events: (filter: Pairs, max: number) => Promise<EventsAnswer>
  readonly parts: LoadedParts
}

/** What a picture shows besides what the filter finds. */
interface Beside {
  /** All events of the timeline; null where the filter finds them. */
  readonly all: EventsAnswer | null
  /** In place of marks, for a timeline of more events than a picture shows one by one. */
  readonly counted?: { readonly part: CountPart; readonly lanes: LanesAnswer }
}

async function beside(
  { edition }: TimelineAnswer,
  filter: Pairs,
  { ask, events, parts }: Asking,
): Promise<Beside> {
  if (edition.events <= firstPage)
    return { all: filter.length === 0 ? null : await events([], firstPage) }
  const [part, lanes] = await Promise.all([parts.loadCounts(), ask('/lanes', filter)])
  return { all: null, counted: { part, lanes } }
}

function pictureOf(
  found: readonly ShownEvent[],
  query: EventQuery,
  { all, counted }: Beside,
): Pick<LoadedList, 'picture' | 'counted'> {
  if (counted) return { picture: counted.part.picturedCounts(counted.lanes), counted: counted.part }
  const isWhole = writeFilter({ ...query, sort: 'date' }).length === 0
  const selected = isWhole ? null : new Set(found.map(({ id }) => id))
  const events = isWhole || !all ? found : all.events.map(shownEvent)
  return { picture: { by: 'theme', events, selected, counts: null } }
}

/** Each as if the filter had no condition on it, since another choice replaces what is chosen. */
async function choicesOf(
  timeline: TimelineAnswer,
  first: EventsAnswer,
  query: EventQuery,
  events: (pairs: Pairs) => Promise<EventsAnswer>,
): Promise<ShownChoices> {
  const { themes: theme, actors: actor, sources: source } = timeline
  const total = { value: timeline.edition.events, relation: 'eq' }
  const whole = { total, facets: { theme, actor, source } }
  const without = (part: 'themes' | 'actors' | 'sources') => {
    if (query[part].length === 0) return first
    const others = writeFilter({ ...query, [part]: [] })
    return others.length === 0 ? whole : events(others)
  }
  const [themes, actors, sources] = await Promise.all([
    without('themes'),
    without('actors'),
    without('sources'),
  ])
  return {
    theme: countsOf(themes.facets?.theme),
    all: themes.total.value,
    actor: countsOf(actors.facets?.actor),
    source: countsOf(sources.facets?.source),
    ...([themes, actors, sources].some((one) => one.total.relation === 'lte') && { atMost: true }),
  }
}
