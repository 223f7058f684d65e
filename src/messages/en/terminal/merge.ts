// English: the merge of two documents.
import type { Translation } from '../../../domain/text/translation.ts'

/** An edition as it is named to people; `by` and `note` are texts of others, made visible. */
export interface NamedEdition {
  readonly number: number
  readonly by: string
  /** The minute, in UTC. */
  readonly time: string
  readonly note?: string
}

export type MergeMessages = Translation<typeof enMerge>

export const enMerge = {
  /** What publish says of an edition that it did not expect. */
  meanwhile: ({ number, by, time, note }: NamedEdition) =>
    `somebody published edition ${number} (by ${by}, ${time}${note === undefined ? '' : `: ${note}`}) meanwhile`,
  /** Before the changes of that time. */
  since: (edition: number) => `Since edition ${edition}: `,
  /** Null: nothing says which edition the document began from. */
  allChosen: (notKept: number | null) =>
    `${notKept === null ? 'Nothing says which edition this document began from' : `Edition ${notKept} is no longer kept`}, so nobody can tell who changed what: all that differs is to be chosen.`,
  /** Before each question. */
  bothChanged: ({ index, all }: { readonly index: number; readonly all: number }) =>
    `To choose (${index} of ${all}): `,
  /** The letters are typed: they are the same in every language. */
  question: 'Keep mine or theirs? In capitals: for all that follow, too. [m/t/M/T] ',
  toChoose: (count: number) => `To choose (${count}):`,
  moreChoices: (count: number) => `… and ${count} more; --json lists them all`,
  hasFaults: 'Merged with your document it has faults:',
  /** After the name of the file. */
  merged: ', merged with it',
  /** Before values, padded to the same width. */
  sides: { base: 'was   ', mine: 'mine  ', theirs: 'theirs' },
  event: 'Event',
  /** A whole part that is there on one side only. */
  absent: 'not there',
  present: (fields: string) => (fields === '' ? 'there' : `there, with ${fields}`),
  /** Before what uses the part, and follows the choice. */
  follows: (uses: string) => `what uses it follows: ${uses}`,
  order: ', order',
  orderOf: {
    timeline: 'Order',
    event: 'Order of the events',
    theme: 'Order of the themes',
    actor: 'Order of the actors',
    source: 'Order of the sources',
  },
  unchanged: (file: string) => `${file} is as it was.`,
  hasAll: ({
    edition,
    timeline,
    file,
  }: {
    readonly edition: number
    readonly timeline: string
    readonly file: string
  }) => `Nothing to publish: merged with ${file}, edition ${edition} of ${timeline} stays as it is`,
  /** The newest edition took the timeline down. */
  takenDown: ({ timeline, number }: { readonly timeline: string; readonly number: number }) =>
    `edition ${number} took ${timeline} down: to publish it brings it back. If that is meant, --onto ${number} says so`,
  /** An edition that the service does not show; its newest one, or null. */
  notFound: ({
    timeline,
    edition,
    newest,
  }: {
    readonly timeline: string
    readonly edition: number
    readonly newest: number | null
  }) =>
    `there is no edition ${edition} of ${timeline}: ${newest === null ? 'it has none' : `the newest is ${newest}`}. If it was published just now, wait a minute; else name the edition that your document began from by --onto`,
  /** Each before a command. */
  goOn: 'How to go on: nothing was overwritten, and your document is as it was.',
  asksOnTerminal: 'on a terminal and without --yes asks what to keep',
  getsNewest: (file: string) => `gets the newest edition, to take its changes over into ${file}`,
  getsMerged: 'gets the merged document',
}
