import type { ReportMessages } from '../report.ts'

const count = (number: number, what: string): string =>
  `${number} ${what}${number === 1 ? '' : 's'}`

export const enReport: ReportMessages = {
  holds: (held) =>
    Object.entries(held)
      .map(([what, number]) => count(number, what.slice(0, -1)))
      .join(', '),
  size: ({ used, max, more }) => `${used} of ${max} kB; about ${more} more like these`,
  tooLarge: ({ used, max }) =>
    `${used} of ${max} kB: too large to be published; shorten it, or split it into several timelines`,
  lookedUp: (found, all) => `${found} of ${count(all, 'quotation')} found in the sources`,
  byWords: (otherwise) => `, ${otherwise} of them only by nearly the same words`,
  notLookedUp: (all) =>
    `0 of ${count(all, 'quotation')} looked up: put the texts of the sources into sources/<source>.txt, or name them with --source`,
  readAs: (encoding) => `was read as ${encoding}`,
  strange: 'is not the text of a source: name it sources/<source>.txt',
  otherWords: (words) => `the source has other words here: ${words}`,
  faults: (number) => count(number, 'fault'),
  warnings: (number) => count(number, 'warning'),
  noFault: 'no fault',
  more: (number) => `${number} more: --json lists all`,
  words: {
    undoes: ({ what, edition, by }) => `! ${what}: undoes edition ${edition}, by ${by}`,
    removed:
      '! Removed events answer 410. Was withdrawn meant? "status": "withdrawn" keeps the page, which says that it was wrong.',
    unknownBase:
      'nothing says which edition this document began from, and it may undo what others have published since: compare, then name the edition with --onto',
  },
}
