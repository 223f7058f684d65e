// English: messages of a list of events and of a filter in words.
import type { CardMessages, ControlMessages, QueryMessages } from '../tables.ts'
import { englishMonths, englishYear } from './dates.ts'

export const enCards: CardMessages = {
  and: ', ',
  colon: ': ',
  count: (events) => (events === '1' ? '1 event' : `${events} events`),
  all: 'All',
  byTheme: 'Filter by theme',
  filter: 'More filters',
  year: englishYear,
  stated: 'In the source’s words',
  cited: (passages) => (passages === 1 ? 'Cited words' : `${passages} cited passages`),
  who: 'People and organizations',
  menu: 'Calendar and share',
  subscribe: 'Subscribe to calendar',
  checkSource: 'Check the source',
  archived: 'archived',
  disputed: 'Disputed',
  undated: 'The source gives no date',
  more: 'Later events',
  source: 'Source',
  translated: ' (translated title)',
  month: (year, month) => `${englishMonths[month - 1]} ${englishYear(year)}`,
  weekday: (day) => ['Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur', 'Sun'][day - 1] + 'day',
}

export const enControls: ControlMessages = {
  setAside: (events) =>
    events === '1'
      ? '1 event has no date in its source and was not compared with the days chosen.'
      : `${events} events have no date in their source and were not compared with the days chosen.`,
  showThem: 'Show them too',
  withMembers: (group) => `${group} and its members`,
  alone: (group) => `${group} alone`,
  empty: 'No event matches this filter.',
  noEvents: 'There are no events yet.',
  reset: 'Clear the filter',
  actor: 'People and organizations',
  any: 'Any',
  theme: 'Theme',
  from: 'From',
  to: 'To',
  words: 'Words',
  apply: 'Filter',
  shortMonth: (_, month) => (englishMonths[month - 1] ?? '').slice(0, 3),
  place: 'Place',
  figures: 'Figures',
  ics: 'Download .ics (Apple, Outlook)',
  google: 'Add to Google Calendar',
  outlook: 'Add to Outlook',
  permalink: 'Permalink',
  copyCitation: 'Copy citation',
  copied: 'Copied',
  copyFailed: 'Your browser does not allow copying. The text is selected for you to copy.',
  embed: 'Embed',
}

export const enQueries: QueryMessages = {
  or: ' or ',
  and: ', ',
  not: 'not ',
  quoted: (term) => `“${term}”`,
  since: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
}
