// English: the merge of two documents, and the declaration of what a language must have.
import type { PartKind } from '../../../domain/document/fields.ts'

/** An edition as it is named to people; `by` and `note` are texts of others, made visible. */
export interface NamedEdition {
  readonly number: number
  readonly by: string
  /** The minute, in UTC. */
  readonly time: string
  readonly note?: string
}

export interface MergeMessages {
  /** What publish says of an edition that it did not expect. */
  readonly meanwhile: (edition: NamedEdition) => string
  /** Before the changes of that time. */
  readonly since: (edition: number) => string
  /** Null: nothing says which edition the document began from. */
  readonly allChosen: (notKept: number | null) => string
  /** Before each question. */
  readonly bothChanged: (count: { readonly index: number; readonly all: number }) => string
  /** The letters are typed: they are the same in every language. */
  readonly question: string
  readonly toChoose: (count: number) => string
  readonly moreChoices: (count: number) => string
  readonly hasFaults: string
  /** After the name of the file. */
  readonly merged: string
  /** Before values, padded to the same width. */
  readonly sides: Readonly<Record<'base' | 'mine' | 'theirs', string>>
  readonly event: string
  /** A whole part that is there on one side only. */
  readonly absent: string
  readonly present: (fields: string) => string
  /** Before what uses the part, and follows the choice. */
  readonly follows: (uses: string) => string
  readonly order: string
  readonly orderOf: Readonly<Record<PartKind, string>>
  readonly unchanged: (file: string) => string
  readonly hasAll: (publish: {
    readonly edition: number
    readonly timeline: string
    readonly file: string
  }) => string
  /** The newest edition took the timeline down. */
  readonly takenDown: (edition: { readonly timeline: string; readonly number: number }) => string
  /** An edition that the service does not show; its newest one, or null. */
  readonly notFound: (edition: {
    readonly timeline: string
    readonly edition: number
    readonly newest: number | null
  }) => string
  /** Each before a command. */
  readonly goOn: string
  readonly asksOnTerminal: string
  readonly getsNewest: (file: string) => string
  readonly getsMerged: string
}

export const enMerge: MergeMessages = {
  meanwhile: ({ number, by, time, note }) =>
    `somebody published edition ${number} (by ${by}, ${time}${note === undefined ? '' : `: ${note}`}) meanwhile`,
  since: (edition) => `Since edition ${edition}: `,
  allChosen: (notKept) =>
    `${notKept === null ? 'Nothing says which edition this document began from' : `Edition ${notKept} is no longer kept`}, so nobody can tell who changed what: all that differs is to be chosen.`,
  bothChanged: ({ index, all }) => `To choose (${index} of ${all}): `,
  question: 'Keep mine or theirs? In capitals: for all that follow, too. [m/t/M/T] ',
  toChoose: (count) => `To choose (${count}):`,
  moreChoices: (count) => `… and ${count} more; --json lists them all`,
  hasFaults: 'Merged with your document it has faults:',
  merged: ', merged with it',
  sides: { base: 'was   ', mine: 'mine  ', theirs: 'theirs' },
  event: 'Event',
  absent: 'not there',
  present: (fields) => (fields === '' ? 'there' : `there, with ${fields}`),
  follows: (uses) => `what uses it follows: ${uses}`,
  order: ', order',
  orderOf: {
    timeline: 'Order',
    event: 'Order of the events',
    theme: 'Order of the themes',
    actor: 'Order of the actors',
    source: 'Order of the sources',
  },
  unchanged: (file) => `${file} is as it was.`,
  hasAll: ({ edition, timeline, file }) =>
    `Nothing to publish: merged with ${file}, edition ${edition} of ${timeline} stays as it is`,
  takenDown: ({ timeline, number }) =>
    `edition ${number} took ${timeline} down: to publish it brings it back. If that is meant, --onto ${number} says so`,
  notFound: ({ timeline, edition, newest }) =>
    `there is no edition ${edition} of ${timeline}: ${newest === null ? 'it has none' : `the newest is ${newest}`}. If it was published just now, wait a minute; else name the edition that your document began from by --onto`,
  goOn: 'How to go on: nothing was overwritten, and your document is as it was.',
  asksOnTerminal: 'on a terminal and without --yes asks what to keep',
  getsNewest: (file) => `gets the newest edition, to take its changes over into ${file}`,
  getsMerged: 'gets the merged document',
}
