// English: messages of an event and of its changes.
import { nestedQuotes } from '../../domain/text/nested-quotes.ts'
import type { EventMessages } from '../tables.ts'
import { plural } from './plural.ts'

export const enEvents: EventMessages = {
  colon: ': ',
  comma: ', ',
  and: ', ',
  beside: (words) => ` (${words})`,
  quote: (words) => `“${nestedQuotes(words)}”`,
  edition: (number) => `Edition ${number}`,
  added: (events) => `${plural(events, 'event', 'events')} added`,
  changed: (events) => `${plural(events, 'event', 'events')} changed`,
  withdrawn: (events) => `${plural(events, 'event', 'events')} withdrawn`,
  unchanged: 'no event changed',
  none: '(none)',
  inDetail: 'changed in detail',
  fields: {
    date: 'Date',
    statedDate: 'Date in the source’s words',
    title: 'Title',
    summary: 'Summary',
    themes: 'Themes',
    actors: 'People, organizations and places',
    place: 'Place',
    measures: 'Figures',
    citations: 'Cited words',
    links: 'Links',
    status: 'Status',
    note: 'Editor’s note',
  },
  statuses: {
    confirmed: 'confirmed',
    disputed: 'disputed',
    withdrawn: 'withdrawn',
  },
  source: 'Source',
  translated: ' (translated title)',
}
