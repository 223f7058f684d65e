// English: the report about a document.
import type { Translation } from '../../../domain/text/translation.ts'
import { plural } from '../plural.ts'
import { enMerge } from './merge.ts'

export type ReportMessages = Translation<typeof enReport>

export const enReport = {
  holds: (held: Readonly<Record<'events' | 'themes' | 'actors' | 'sources', number>>) =>
    Object.entries(held)
      .map(([what, number]) => plural(number, what.slice(0, -1), what))
      .join(', '),
  /** Kilobytes, and how many events of the same size fit beside those that there are. */
  size: ({
    used,
    max,
    more,
  }: {
    readonly used: string
    readonly max: string
    readonly more: number
  }) => `${used} of ${max} kB; about ${more} more like these`,
  /** Kilobytes of the timeline without its events, and how many it may have. */
  tooLarge: ({ used, max }: { readonly used: string; readonly max: string }) =>
    `${used} of ${max} kB without its events: too large to be published; shorten its texts, or leave out actors and sources that no event names`,
  /** Kilobytes, and above how many a publish takes several requests. */
  inParts: ({ used, max }: { readonly used: string; readonly max: string }) =>
    `${used} kB: more than ${max} kB, so that npx jishi publish uploads it in parts`,
  /** Before either, of a document whose faults leave only an estimate. */
  about: 'with these faults about ',
  tooLargeVerdict: 'too large',
  lookedUp: (found: number, all: number) =>
    `${found} of ${plural(all, 'quotation', 'quotations')} found in the sources`,
  byWords: (otherwise: number) => `, ${otherwise} of them only by nearly the same words`,
  notLookedUp: (all: number) =>
    `0 of ${plural(all, 'quotation', 'quotations')} looked up: put the texts of the sources into sources/<source>.txt, or name them with --source`,
  readAs: (encoding: string) => `was read as ${encoding}`,
  strange: 'is not the text of a source: name it sources/<source>.txt',
  otherWords: (words: string) => `the source has other words here: ${words}`,
  /** What to do about a fault, behind it. */
  advice: (hint: string) => ` (${hint})`,
  faults: (number: number) => plural(number, 'fault', 'faults'),
  warnings: (number: number) => plural(number, 'warning', 'warnings'),
  noFault: 'no fault',
  more: (number: number) => `${number} more: --json lists all`,
  /** Of an edition of more than 5 MB. */
  unlisted: (number: number) =>
    number === 1 ? 'one more is counted, not listed' : `${number} more are counted, not listed`,
  /** Where `--json` does not list all either. */
  moreCounted: (number: number) => `${number} more`,
  merge: enMerge,
  /** Of the domain of `authority`, at a first edition. */
  authority: {
    nobody: (domain: string) =>
      `the document's "authority" names ${domain}, a domain for examples that nobody holds. The permanent ids of calendars and feeds are made of it and can never change after the first edition: name a domain of your own`,
    other: (domain: string) =>
      `! The permanent ids of calendars and feeds will be those of ${domain} ("authority"), which is not the domain of this service, and can never change after this edition: is it yours?`,
  },
  /** Of a publish. */
  words: {
    undoes: ({
      what,
      edition,
      by,
    }: {
      readonly what: string
      readonly edition: number
      readonly by: string
    }) => `! ${what}: undoes edition ${edition}, by ${by}`,
    removed:
      '! Removed events answer 410. Was withdrawn meant? "status": "withdrawn" keeps the page, which says that it was wrong.',
    unknownBaseDocument: (file: string) =>
      `no kept edition has the content of ${file}: it was never published, or only merged with what others had published. Take the newest edition over, or name the edition that you have compared with by --onto`,
    unknownBase:
      'nothing says which edition this document began from, and it may undo what others have published since: compare, then name the edition with --onto',
  },
}
