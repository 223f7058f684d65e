// English: messages of a list of events and of a filter in words.
import { nestedQuotes } from '../../domain/text/nested-quotes.ts'
import type { CardMessages, ControlMessages, QueryMessages } from '../tables/list.ts'
import { plural } from './plural.ts'
import { enDates, englishMonths, englishYear } from './dates.ts'
import { enPicture } from './picture.ts'

export const enCards: CardMessages = {
  and: ', ',
  colon: ': ',
  count: (events) => plural(events, 'event', 'events'),
  allEvents: (events) => `All ${plural(events, 'event', 'events')}`,
  all: 'All',
  byTheme: 'Filter by theme',
  filter: 'More filters',
  year: englishYear,
  stated: 'In the source’s words',
  cited: (passages) => (passages === 1 ? 'Cited words' : `${passages} cited passages`),
  who: 'People, organizations and places',
  through: 'Listed for members',
  menu: 'Calendar and share',
  subscribe: 'Subscribe to calendar',
  checkSource: 'Check the source',
  archived: 'archived',
  disputed: 'Disputed',
  undated: 'The source gives no date',
  monthUnknown: 'Month not known',
  lastChangedFirst: 'Last changed first',
  more: 'Later events',
  source: 'Source',
  translated: ' (translated title)',
  moreSources: (sources) => `and ${sources} more`,
  edition: (number) => `Edition ${number}`,
  links: 'Links',
  wholeTimeline: 'The whole timeline',
  month: (year, month) => `${englishMonths[month - 1]} ${englishYear(year)}`,
  picture: enPicture,
  weekday: (day) => ['Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur', 'Sun'][day - 1] + 'day',
}

const enQueries: QueryMessages = {
  date: enDates,
  or: ' or ',
  and: ', ',
  not: 'without ',
  quoted: (term) => `“${term}”`,
  since: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  withMembers: (group) => `${group} and its members`,
  alone: (group) => `${group} alone`,
  membersExcluded: 'without members of groups',
  certain: 'only events certainly within the chosen days',
  undated: 'with events that have no date',
  sorts: { '-date': 'newest first', '-updated': 'last changed first' },
  edition: (number) => `edition ${number}`,
  idle: (condition) => `${condition} (no effect here)`,
}

export const enControls: ControlMessages = {
  setAside: (events) =>
    `${plural(events, 'event has', 'events have')} no date in ${Number(events) === 1 ? 'its' : 'their'} source, cannot be placed in the chosen days and ${Number(events) === 1 ? 'is' : 'are'} not listed.`,
  showThem: 'Show them too',
  empty: 'No event matches this filter.',
  noEvents: 'There are no events yet.',
  reset: 'Clear the filter',
  queries: enQueries,
  conditions: 'Filter',
  remove: 'Remove',
  actor: 'People, organizations and places',
  any: 'Any',
  theme: 'Theme',
  from: 'From',
  to: 'To',
  words: 'Search',
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
  datedTitle: (title, words) => `${title} (${words.join(', ')})`,
  ics: 'Download .ics (Apple, Outlook)',
  google: 'Add to Google Calendar',
  outlook: 'Add to Outlook',
  permalink: 'Permalink',
  copyCitation: 'Copy citation',
  citationFormat: 'Citation',
  citation: ({ title, date, sources, timeline, edition, published, url }) => {
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
  copied: 'Copied',
  copyFailed: 'Your browser does not allow copying. The text is selected for you to copy.',
  embed: 'Embed',
}

const titled = (title: string): string => `“${nestedQuotes(title)}”`
