// English: the sentences of the commands with which a timeline is begun and filled.
import type { Translation } from '../../../domain/text/translation.ts'
import { plural } from '../plural.ts'

export type AuthoringMessages = Translation<typeof enAuthoring>

export const enAuthoring = {
  begin: {
    notAnId: (id: string, proposal: string | null) =>
      `${id} is not an id: an id has 1 to 64 of a-z, 0-9 and -, and begins and ends with a letter or digit${proposal === null ? '' : `, such as ${proposal}`}`,
    taken: (folder: string) =>
      `${folder} is there already, and nothing was changed: choose another id, or go on with that timeline`,
    onlyWithArticle: (options: readonly string[]) =>
      `${options.join(', ')}: nothing is made of it without --from <article>`,
    unwritable: (folder: string, why: string) => `cannot write ${folder}: ${why}`,
    /** What may be answered besides what is offered. */
    other: 'or something else',
    /** What each asks for, with an example. */
    asks: {
      title: 'The title that readers see?',
      language: 'The language of its texts, as a tag such as zh-Hans or en?',
      timeZone: 'The time zone whose days date its events, such as Asia/Shanghai?',
      domain:
        'A domain name that you or your house hold, such as timelines.example? It makes the permanent identifiers, and never changes.',
    },
    made: (file: string, sources: string) =>
      `${file} is made, a valid timeline without events; the texts of its sources go into ${sources}`,
    /** Before the commands that come next. */
    next: 'Next:',
    steps: {
      preview: 'shows it while you write',
      check: 'says what is wrong with it',
      publish: 'publishes it',
    },
  },
  draft: {
    asks: {
      title: 'The title of the article?',
      publisher: 'Who published it?',
      published: 'When did it appear? Words such as yesterday count from that day.',
    },
    /** What may be answered besides what is offered. */
    free: {
      title: 'or its title',
      publisher: 'or a name',
      published: 'or a day, or a month or year where no more is known: 2020-03-13, 2020-03, 2020',
    },
    noPublisher: 'nobody is named',
    notADay: (answer: string) =>
      `${answer} is no day, month or year: write it such as 2020-03-13, 2020-03 or 2020`,
    marks: {
      perhapsNoEvent: 'perhaps no event',
      perhapsElsewhere: 'perhaps not of this article',
      /** Between two sentences. */
      joint: '; ',
    },
    headings: ['line', 'words', 'date', 'reason'],
    open: 'open',
    found: (ready: number, open: number) =>
      `${plural(ready + open, 'date', 'dates')}: ${ready} ready, ${open} open`,
    otherText: (source: string, command: string) =>
      `the timeline has a source ${source} with another text: name this one with --source, or put the corrected text into its place and look its quotations up with ${command}`,
    otherFacts: (source: string, facts: readonly string[]) =>
      `the timeline has the source ${source} with ${facts.join(', ')}: change it there, or leave the option out`,
    tableTaken: (file: string) =>
      `${file} is there already: import it, or name another file with --output`,
    textTaken: (file: string) =>
      `${file} is there already, with another text: name this source otherwise with --source`,
    notAnId: (id: string) => `${id} is not an id of a source: name one with --source`,
    write: (files: string) => `Write ${files}?`,
    needsYes: 'nothing is written yet: --yes writes it',
    unwritten: 'nothing is written',
    written: (files: string) => `Written: ${files}`,
    /** Before the command that reads the table. */
    next: (table: string) =>
      `Put an x into “keep” for each event, give it a title, and settle the open dates, in ${table}; then`,
  },
  cite: {
    looked: (found: number, all: number) =>
      `${found} of ${plural(all, 'quotation', 'quotations')} found`,
    filled: (number: number) => `${plural(number, 'citation', 'citations')} filled in`,
    changed: (source: string) =>
      `the text of ${source} is another than the one that was cited: all its quotations were looked up again`,
    lost: (number: number) =>
      `${plural(number, 'quotation', 'quotations')} not found; the nearest words beside each`,
    whichPlace: (event: string, words: string) =>
      `${event}: “${words}” stands at several places. Which one is cited?`,
    noTexts:
      'there is no text to look them up in: put those of the sources into sources/<source>.txt',
    write: (file: string) => `Write ${file}?`,
    written: (file: string) => `${file} is written`,
    nothing: 'nothing to fill in',
  },
}
