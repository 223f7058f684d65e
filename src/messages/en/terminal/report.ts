// English: the report about a document, and the declaration of what a language must have.
import { enMerge, type MergeMessages } from './merge.ts'

export interface ReportMessages {
  readonly holds: (
    held: Readonly<Record<'events' | 'themes' | 'actors' | 'sources', number>>,
  ) => string
  /** Kilobytes, and how many events of the same size fit beside those that there are. */
  readonly size: (size: {
    readonly used: string
    readonly max: string
    readonly more: number
  }) => string
  /** Kilobytes of the timeline without its events, and how many it may have. */
  readonly tooLarge: (size: { readonly used: string; readonly max: string }) => string
  /** Kilobytes, and above how many a publish takes several requests. */
  readonly inParts: (size: { readonly used: string; readonly max: string }) => string
  /** Before either, of a document whose faults leave only an estimate. */
  readonly about: string
  readonly tooLargeVerdict: string
  readonly lookedUp: (found: number, all: number) => string
  readonly byWords: (otherwise: number) => string
  readonly notLookedUp: (all: number) => string
  readonly readAs: (encoding: string) => string
  readonly strange: string
  readonly otherWords: (words: string) => string
  /** What to do about a fault, behind it. */
  readonly advice: (hint: string) => string
  readonly faults: (count: number) => string
  readonly warnings: (count: number) => string
  readonly noFault: string
  readonly more: (count: number) => string
  /** Where `--json` does not list all either. */
  readonly moreCounted: (count: number) => string
  readonly merge: MergeMessages
  /** Of the domain of `authority`, at a first edition. */
  readonly authority: {
    readonly nobody: (domain: string) => string
    readonly other: (domain: string) => string
  }
  /** Of a publish. */
  readonly words: {
    readonly undoes: (undone: {
      readonly what: string
      readonly edition: number
      readonly by: string
    }) => string
    readonly removed: string
    readonly unknownBase: string
    readonly unknownBaseDocument: (file: string) => string
  }
}

const count = (number: number, what: string): string =>
  `${number} ${what}${number === 1 ? '' : 's'}`

export const enReport: ReportMessages = {
  holds: (held) =>
    Object.entries(held)
      .map(([what, number]) => count(number, what.slice(0, -1)))
      .join(', '),
  size: ({ used, max, more }) => `${used} of ${max} kB; about ${more} more like these`,
  tooLarge: ({ used, max }) =>
    `${used} of ${max} kB without its events: too large to be published; shorten its texts, or leave out actors and sources that no event names`,
  inParts: ({ used, max }) =>
    `${used} kB: more than ${max} kB, so that jishi publish uploads it in parts`,
  about: 'with these faults about ',
  tooLargeVerdict: 'too large',
  lookedUp: (found, all) => `${found} of ${count(all, 'quotation')} found in the sources`,
  byWords: (otherwise) => `, ${otherwise} of them only by nearly the same words`,
  notLookedUp: (all) =>
    `0 of ${count(all, 'quotation')} looked up: put the texts of the sources into sources/<source>.txt, or name them with --source`,
  readAs: (encoding) => `was read as ${encoding}`,
  strange: 'is not the text of a source: name it sources/<source>.txt',
  otherWords: (words) => `the source has other words here: ${words}`,
  advice: (hint) => ` (${hint})`,
  faults: (number) => count(number, 'fault'),
  warnings: (number) => count(number, 'warning'),
  noFault: 'no fault',
  more: (number) => `${number} more: --json lists all`,
  moreCounted: (number) => `${number} more`,
  merge: enMerge,
  authority: {
    nobody: (domain) =>
      `the document's "authority" names ${domain}, a domain for examples that nobody holds. The permanent ids of calendars and feeds are made of it and can never change after the first edition: name a domain of your own`,
    other: (domain) =>
      `! The permanent ids of calendars and feeds will be those of ${domain} ("authority"), which is not the domain of this service, and can never change after this edition: is it yours?`,
  },
  words: {
    undoes: ({ what, edition, by }) => `! ${what}: undoes edition ${edition}, by ${by}`,
    removed:
      '! Removed events answer 410. Was withdrawn meant? "status": "withdrawn" keeps the page, which says that it was wrong.',
    unknownBaseDocument: (file) =>
      `no kept edition has the content of ${file}: it was never published, or only merged with what others had published. Take the newest edition over, or name the edition that you have compared with by --onto`,
    unknownBase:
      'nothing says which edition this document began from, and it may undo what others have published since: compare, then name the edition with --onto',
  },
}
