// English: messages of the command line for changes other than those of events.
import type { TerminalMessages } from '../tables.ts'

export const enTerminal: TerminalMessages = {
  parts: { timeline: 'Timeline', theme: 'Theme', actor: 'Actor', source: 'Source' },
  fields: {
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
    title: 'Title',
    url: 'Address',
  },
}
