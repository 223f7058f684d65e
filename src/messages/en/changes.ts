// English: names of fields, and messages of what editions changed.
import type { Translation } from '../../domain/text/translation.ts'
import { plural } from './plural.ts'

/** Messages of what editions changed, for pages, feeds and the command line. */
export type ChangeMessages = Translation<typeof enChanges>

export const enChanges = {
  added: (events: number) => `${plural(events, 'event', 'events')} added`,
  changed: (events: number) => `${plural(events, 'event', 'events')} changed`,
  withdrawn: (events: number) => `${plural(events, 'event', 'events')} withdrawn`,
  removed: (events: number) => `${plural(events, 'event', 'events')} removed`,
  /** Withdrawn or removed: version 0.1 counted both as one. */
  leftOut: (events: number) => `${plural(events, 'event', 'events')} withdrawn or removed`,
  /** Changes of the timeline's texts, its themes, actors and sources. */
  parts: (parts: number) =>
    `${plural(parts, 'change', 'changes')} to names, sources or other parts`,
  /** Of an edition that may have changed other parts. */
  noEvent: 'no event changed',
  nothing: 'nothing changed',
  /** Of a first edition without events. */
  begins: 'begins the timeline, without events',
  /** Of an edition that took the timeline down. */
  takesDown: 'took the timeline down',
  /** Of a rollback. */
  restores: (edition: number) => `restores edition ${edition}`,
  /** For an absent value. */
  none: '(none)',
  /** For a field whose change its words do not show, such as the offsets of a quotation. */
  inDetail: 'changed in detail',
  tooMany: 'Too many changes to list here: the edition as JSON has all of them.',
  /** Where the changes are known, but only some of them one by one. */
  notListed:
    'Too many changes to list here: the edition as JSON lists some of them, and counts the others.',
  /** Of an uploaded edition of which not all changes are known one by one. */
  notCompared:
    'This edition was uploaded and not compared event by event: the edition as JSON lists the changes that are known.',
  /** Of counts that are upper bounds. */
  atMost: (counts: string) => `at most ${counts}`,
  /** Of an edition that is kept, but whose copy the store has lost. */
  unread: 'The details cannot be read at the moment.',
  partNames: { timeline: 'Timeline', theme: 'Theme', actor: 'Actor', source: 'Source' },
  partChanges: {
    added: (part: string) => `${part} added`,
    changed: (part: string) => part,
    removed: (part: string) => `${part} removed`,
  },
  statuses: {
    confirmed: 'confirmed',
    disputed: 'disputed',
    withdrawn: 'withdrawn',
  },
}

/** The names of the fields of events and other parts. */
export type FieldMessages = Translation<typeof enFields>

export const enFields = {
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
  aliases: 'Other names',
  archivedUrl: 'Archived copy',
  authority: 'Authority of identifiers',
  authors: 'Authors',
  color: 'Colour',
  credit: 'Credit',
  description: 'Description',
  kind: 'Kind',
  label: 'Label',
  language: 'Language',
  licence: 'Licence',
  memberOf: 'Member of',
  name: 'Name',
  published: 'Published',
  publisher: 'Publisher',
  rights: 'Rights',
  role: 'Role',
  sha256: 'SHA-256 of its text',
  timeZone: 'Time zone',
  url: 'Address',
  eventOrder: 'Order of events',
  themeOrder: 'Order of themes',
  actorOrder: 'Order of people, organizations and places',
  sourceOrder: 'Order of sources',
}
