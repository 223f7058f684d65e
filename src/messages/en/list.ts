// English: messages of a list of events: cards, controls, and the conditions of its filter.
import { nestedQuotes } from '../../domain/text/nested-quotes.ts'
import type { Translation } from '../../domain/text/translation.ts'
import { plural } from './plural.ts'
import { enDates, englishMonths, englishYear } from './dates.ts'
import { enPicture } from './picture.ts'

/** What a citation of an event names; dates are in words. */
export interface CitationParts {
  readonly title: string
  readonly date: string
  readonly sources: readonly {
    readonly title: string
    /** Empty, or that the title is not in the language of the source. */
    readonly translated: string
    readonly publisher: string | undefined
    readonly published: string
  }[]
  readonly timeline: string
  readonly edition: number
  readonly published: string
  readonly url: string
}

/** Messages of events and their chips, in and below a list: all that the widget needs first. */
export type CardMessages = Translation<typeof enCards>

export const enCards = {
  /** Joins names in a list. */
  and: ', ',
  colon: ': ',
  count: (events: string) => plural(events, 'event', 'events'),
  /** A link to every event of an answer that is cut off. */
  allEvents: (events: string) => `All ${plural(events, 'event', 'events')}`,
  all: 'All',
  byTheme: 'Filter by theme',
  filter: 'More filters',
  reset: 'Clear the filter',
  year: englishYear,
  stated: 'In the source’s words',
  cited: (passages: number) => (passages === 1 ? 'Cited words' : `${passages} cited passages`),
  who: 'People, organizations and places',
  /** Before the members of an actor of the filter for whom an event is listed. */
  through: 'Listed for members',
  menu: 'Calendar and share',
  subscribe: 'Subscribe to calendar',
  checkSource: 'Check the source',
  archived: 'archived',
  disputed: 'Disputed',
  /** Of one event whose source is known to say nothing of its day. */
  undated: 'The source gives no date',
  /** Headings of the events that stand in no month, and of those whose date the timeline lacks. */
  monthUnknown: 'Month not known',
  withoutDate: 'Without a date',
  /** Heading of a whole list in the order of changes. */
  lastChangedFirst: 'Last changed first',
  more: 'More events',
  source: 'Source',
  /** Follows a title that is not in the language of what it names. */
  translated: ' (translated title)',
  /** Sources besides those that are named. */
  moreSources: (sources: number) => `and ${sources} more`,
  edition: (number: string) => `Edition ${number}`,
  /** Before the links of an event. */
  links: 'Links',
  /** A link to the page of the timeline without a filter. */
  wholeTimeline: 'The whole timeline',
  month: (year: number, month: number) => `${englishMonths[month - 1]} ${englishYear(year)}`,
  day: (year: number, month: number, day: number) =>
    `${day} ${englishMonths[month - 1]} ${englishYear(year)}`,
  picture: enPicture,
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  weekday: (day: number) =>
    ['Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur', 'Sun'][day - 1] + 'day',
}

/** Messages for a filter in words, such as in the name of a feed. */
export type QueryMessages = Translation<typeof enQueries>

const enQueries = {
  date: enDates,
  /** Joins the names of a clause. */
  or: ' or ',
  /** Joins conditions. */
  and: ', ',
  /** Before the names that an event must not have. */
  not: 'without ',
  quoted: (term: string) => `“${term}”`,
  since: (day: string) => `from ${day}`,
  until: (day: string) => `until ${day}`,
  withMembers: (group: string) => `${group} and its members`,
  alone: (group: string) => `${group} alone`,
  membersExcluded: 'without members of groups',
  certain: 'only events that certainly happened or went on within the chosen days',
  undated: 'with events that have no date',
  sorts: { '-date': 'newest first', '-updated': 'last changed first' },
  edition: (number: number) => `edition ${number}`,
  /** Added to a condition that leaves the view as it is. */
  idle: (condition: string) => `${condition} (no effect here)`,
}

/** Other messages of a list of events: the form and the menu. */
export type ControlMessages = Translation<typeof enControls>

export const enControls = {
  setAside: (events: string) =>
    `${plural(events, 'event has', 'events have')} no date, cannot be placed in the chosen days and ${Number(events) === 1 ? 'is' : 'are'} not listed.`,
  showThem: 'Show them too',
  empty: 'No event matches this filter.',
  noEvents: 'There are no events yet.',
  queries: enQueries,
  /** Before the conditions of a view. */
  conditions: 'Filter',
  /** Before a condition: what its link does. */
  remove: 'Remove',
  actor: 'People, organizations and places',
  any: 'Any',
  theme: 'Theme',
  from: 'From',
  to: 'To',
  words: 'Search',
  /** Fields for what a window does with what is not known to the day, and for the order. */
  form: {
    match: 'Within the dates',
    matches: { possible: 'possibly', certain: 'certainly' },
    undated: 'Events without a date',
    undatedChoices: { exclude: 'left out', include: 'included' },
    sort: 'Order',
    sorts: { date: 'oldest first', '-date': 'newest first', '-updated': 'last changed first' },
  },
  apply: 'Filter',
  place: 'Place',
  figures: 'Figures',
  /** A title with the words of its date, in the order of the language. */
  datedTitle: (title: string, words: readonly string[]) => `${title} (${words.join(', ')})`,
  ics: 'Download .ics (Apple, Outlook)',
  google: 'Add to Google Calendar',
  outlook: 'Add to Outlook',
  permalink: 'Permalink',
  copyCitation: 'Copy citation',
  /** The label of a field that has the citation. */
  citationFormat: 'Citation',
  citation: ({ title, date, sources, timeline, edition, published, url }: CitationParts) => {
    const origin = sources.map((source) =>
      [
        ...(source.publisher === undefined ? [] : [source.publisher]),
        titled(source.title) + source.translated,
        source.published,
      ].join(', '),
    )
    const from = origin.length > 0 ? `Source: ${origin.join('; ')}. ` : ''
    return `${titled(title)} (${date}). ${from}In: ${timeline}, edition ${edition}, ${published}, ${url}`
  },
  /** Behind a title or a date, where an event is quoted. */
  statusMarks: { confirmed: '', disputed: ' [disputed]', withdrawn: ' [withdrawn]' },
  copied: 'Copied',
  copyFailed: 'Your browser does not allow copying. The text is selected for you to copy.',
  embed: 'Embed',
}

const titled = (title: string): string => `“${nestedQuotes(title)}”`

/** All messages of a list of events. */
export type ListMessages = CardMessages & ControlMessages
