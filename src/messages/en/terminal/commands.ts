// English: what `--help` says, and what is said of a command that was typed wrong. Commands and
// options are the same in every language; placeholders are named in it.
import type { Translation } from '../../../domain/text/translation.ts'

export type CommandMessages = Translation<typeof enCommands>

export const enCommands = {
  program: 'Dated, sourced event timelines, published from the edge.',
  environment: `
Environment:
  JISHI_URL      the service, such as https://timelines.example; otherwise that of npm start
  PUBLISH_TOKEN  the token for publishing; npm start keeps that of its own service in .jishi/token
  NO_COLOR       any value: no colours, also on a terminal; FORCE_COLOR=1: colours everywhere
  LC_ALL, LANG   the language of every command (zh_CN, zh_TW, else English), unless --lang names one

docs/cli.md has every command, exit code and the form of --json.`,
  /**
   * By command: `about` is one line, also in the list of commands; `more` follows the options:
   * examples, what to know, exit codes.
   */
  help: {
    new: {
      about: 'make the folder of a timeline, with a valid document to begin from',
      more: `
Examples:
  jishi new our-town
  jishi new our-town --title "Our town" --language en --time-zone Europe/London --domain town.example
  jishi new our-town --from article.txt       also keeps the article, and lists its dates in draft.csv

It asks what is not given. Nothing that is there is changed.
Exit codes: 0 made, 1 taken, or questions are open, 2 wrong use or a folder that cannot be written.`,
    },
    draft: {
      about: 'keep an article as a source, and list the dates that it states',
      more: `
Examples:
  jishi draft article.txt --into data/our-town
  jishi draft article.txt --into data/our-town --title "The bridge opens" --publisher - \\
    --published 2031-05-06 --yes

The table, draft.csv, has a row for each date: put an x into keep, write a title, settle the open dates,
and read it with jishi import.
Exit codes: 0 written, 1 questions, or the answer was no, 2 wrong use, or a file that cannot be read.`,
    },
    import: {
      about: 'read a table, a calendar or a timeline of another program into a timeline',
      more: `
Examples:
  jishi import events.csv --into data/town-2020
  jishi import chronicle.ics --into data/town-2020 --answers answers.json --yes
  pbpaste | jishi import - --into data/town-2020       cells that were copied in a spreadsheet

Without a terminal, questions are listed: answer them in a file for --answers.
Exit codes: 0 written or nothing to write, 1 questions or faults, or the answer was no, 2 wrong use, or
a file that cannot be read.`,
    },
    cite: {
      about: 'look quotations up in the sources, and fill in where they stand',
      more: `
Examples:
  jishi cite data/our-town
  jishi cite data/our-town --answers places.json --yes

Quotations that stand at several places are asked; those that are not found stay as they are, and are
listed with the nearest words of the source.
Exit codes: 0 written or nothing to fill in, 1 questions or faults, or the answer was no, 2 wrong use, or
a file that cannot be read.`,
    },
    check: {
      about: 'check a timeline: its form, references, dates, figures, privacy and citations',
      more: `
Examples:
  jishi check data/fusha-2020
  jishi check town.json --source town-news=news.txt    also finds every cited passage in the text
  jishi check town.ndjson                              one line for the timeline, then one for each event

Exit codes: 0 no fault, 1 faults or too large, 2 wrong use or unreadable file.`,
    },
    preview: {
      about: 'serve a draft on this machine, and reload as it changes',
      more: `
Examples:
  jishi preview data/fusha-2020
  jishi preview town.json --source town-news=news.txt --port 9000

Pages, feeds and API of the draft are served to this machine alone, and nothing is published. Pages
reload when the document is saved, and list its faults while it has some. Ctrl-C ends it.
Exit codes: 0 ended by Ctrl-C, 2 wrong use or no document.`,
    },
    publish: {
      about: 'publish a document as the next edition, after showing what it changes',
      more: `
Examples:
  jishi publish data/fusha-2020                        to the service on this machine
  jishi publish data/fusha-2020 --dry-run              only tells what would change
  jishi publish data/fusha-2020 --to https://timelines.example --note "Mend a date"
  jishi publish town.json --onto 7 --yes               merges what was published since edition 7
  jishi publish town.ndjson --yes                      of any size: above 5 MB it is uploaded in parts

The token comes from PUBLISH_TOKEN; a service on this machine has one in .jishi/token.
A connection that breaks is tried again; the same document is never published twice.
Exit codes: 0 published or nothing to publish, 1 faults or refused, 2 wrong use, 3 somebody else
published meanwhile, 4 the service does not answer, 5 the token may not, 6 no such edition.`,
    },
    editions: {
      about: 'list the editions that are kept: when, by whom, why, what changed',
      more: `
Examples:
  jishi editions fusha-2020
  jishi editions fusha-2020 --to https://timelines.example --json

Exit codes: 0 listed, 2 wrong use, 4 the service does not answer, 6 no such timeline.`,
    },
    diff: {
      about: 'tell in words what changed between two editions, field by field',
      more: `
Examples:
  jishi diff fusha-2020                     what the newest edition changed
  jishi diff fusha-2020 7                   what changed since edition 7
  jishi diff fusha-2020 7 9 --lang zh-Hans  from edition 7 to edition 9, in Chinese

Exit codes: 0 compared, 1 the service does not list what changed, 2 wrong use, 4 the service does not answer, 6 no such edition.`,
    },
    rollback: {
      about: 'publish the content of a kept edition again, as the newest one',
      more: `
Examples:
  jishi rollback fusha-2020 7 --note "Edition 8 had a wrong date"
  jishi rollback fusha-2020 7 --yes --json

Nothing is erased: the content of edition 7 becomes the newest edition, and the ones in between stay
in the log. A timeline that was taken down comes back the same way.
Exit codes: 0 rolled back or the same already, 1 refused, 2 wrong use, 3 somebody published meanwhile,
4 the service does not answer, 5 the token may not, 6 the edition is not kept.`,
    },
    pull: {
      about: 'get the document of an edition, or a backup of everything',
      more: `
Examples:
  jishi pull fusha-2020                              prints the newest document
  jishi pull fusha-2020 -o data/fusha-2020/timeline.json --force
  jishi pull fusha-2020 --edition 7 -o seven.json    jishi rollback publishes it again
  jishi pull fusha-2020 -o town.ndjson               one line for each event
  jishi pull --all backup                            backup/<timeline>/timeline.json and editions/<n>.json

What is written has the content of the edition, checked by its digest. Files that differ are not
overwritten without --force; a backup writes again only what changed, and replaces a timeline.json
only if it is an edition that was backed up. What cannot be read is named, the rest is written.
Exit codes: 0 written, 2 wrong use or a file in the way, 4 the service does not answer, 6 not kept.`,
    },
    delete: {
      about: 'take a timeline down',
      more: `
Examples:
  jishi delete fusha-2020 --note "Withdrawn at the source's request"

Its pages, feeds and API answer 410 from then on. Its editions are kept for {days} more days, within
which jishi rollback <timeline> <edition> brings it back; jishi publish does so at any time.
Exit codes: 0 taken down or gone already, 1 refused, 2 wrong use, 3 somebody published meanwhile,
4 the service does not answer, 5 the token may not, 6 no such timeline.`,
    },
    repair: {
      about: 'write everything that readers get anew, after the store has lost or damaged it',
      more: `
Examples:
  jishi repair fusha-2020
  jishi repair fusha-2020 --document data/fusha-2020/timeline.ndjson
  jishi repair --all --to https://timelines.example

Nothing is published and no edition changes: the copies of the kept editions, what is served now, and
the list of timelines are written anew from the edition log. What cannot be written is named, the rest
is written.
Exit codes: 0 written, 1 parts that cannot be built from the document as they were, 2 wrong use, 4 the
service does not answer or the store takes no writes yet, 5 the token may not, 6 no such timeline.`,
    },
    doctor: {
      about: 'look at a service from outside: what is not as it should be, and what to do',
      more: `
Examples:
  jishi doctor https://timelines.example
  jishi doctor --json

Nothing is written. It takes one request for each timeline and each kept edition, and a few more.
Exit codes: 0 nothing failed, 1 something did, 2 wrong use, 4 the service does not answer.`,
    },
    token: {
      about: 'make a token for publishing; it is shown once and kept nowhere',
      more: `
Examples:
  jishi token anna                                           for every timeline, without an end
  jishi token ci --timelines fusha-2020 --expires 2027-06-30
  jishi token ci --into tokens.json                          adds the entry to a file of entries

The token itself goes where you publish from, as PUBLISH_TOKEN. The service gets a JSON array of all
entries, which hold only hashes:  npx wrangler secret put PUBLISH_TOKENS < tokens.json
To rotate: add a token of another name, such as ci-2, switch to it, then remove the first entry.
Exit codes: 0 made, 2 wrong use or a file that is not a list of entries.`,
    },
  },
  start: {
    about: 'Serves this clone on this machine, and publishes data/ to it.',
    more: `
PUBLISH_TOKEN sets the token of the local service; otherwise one is made once and kept in .jishi/token.`,
  },
  /** What each stands for, by its placeholder or by command and placeholder. */
  arguments: {
    path: 'a folder with timeline.json, or a document as JSON or NDJSON',
    written: 'a folder with timeline.json, or a document as JSON',
    folder: 'a folder with timeline.json, or a document',
    timeline: 'its id',
    edition: 'the number of the edition to go back to',
    before: 'the edition before; otherwise the one before the newest',
    after: 'the edition after; otherwise the newest',
    address: 'the service; otherwise as with --to',
    article: 'a text: UTF-8, UTF-16 or GB18030',
    file: 'CSV, TSV, XLSX, iCalendar, TimelineJS, JSON or NDJSON; - for standard input',
    id: 'the id of the timeline, for ever part of its addresses: a-z, 0-9 and -',
    name: 'who or what publishes with it; it stands in the edition log',
  },
  options: {
    to: 'the service; otherwise JISHI_URL, otherwise that of npm start in this clone',
    wait: 'how long to try again while the service is overloaded or silent',
    json: 'print the result as JSON',
    lang: 'the language of all that is said',
    langDefault: 'that of LC_ALL or LANG, else en',
    note: 'why, for the edition log; at most 200 characters',
    yes: 'do not ask',
    yesToWrite: 'do not ask before writing',
    source: 'the text of a source, to look up its cited words; repeatable',
    answers: 'answers to its questions: a JSON object, by their ids',
    strict: 'end with 1 for warnings, too',
    jsonLines: 'print the address and each check as lines of JSON',
    dryRun: 'show what would change, and change nothing',
    onto: 'the edition that the document began from',
    baseDocument: 'the document of that edition, such as of the commit before',
    keptEdition: 'a kept edition; otherwise the newest',
    output: 'where to write it; otherwise it is printed',
    all: 'every timeline with all kept editions, into a folder',
    force: 'overwrite a file that differs',
    repairDocument:
      'the document of an uploaded edition, as it was published: its parts that the store has lost are built and sent again',
    repairAll: 'every timeline that the token is for, and the list of timelines',
    timelines: 'the timelines it may publish, with commas; otherwise all',
    expires: 'until when it is good: 2027-06-30, or an instant',
    into: 'add the entry to the JSON array in this file',
    jsonToken: 'print token and entry as JSON',
    intoFolder: 'the folder with timeline.json',
    goodRows: 'take the rows without faults; the others go to <file>.rest.csv',
    title: 'the title that readers see',
    language: 'the language of its texts, such as zh-Hans or en',
    timeZone: 'the time zone whose days date its events, such as Asia/Shanghai',
    domain: 'a domain name that you hold, for permanent identifiers',
    from: 'a text to draft from, as jishi draft does',
    articleTitle: 'the title of that article',
    publisher: 'who published it; - where nobody is named',
    published: 'the day, month or year on which it appeared',
    publishedToday: 'when it appeared: words such as yesterday count from this day',
    in: 'the folder that holds timelines',
    sourceId: 'the id of the source; otherwise made of the name of the file',
    articleLanguage: 'the language of the article; otherwise by its script',
    table: 'the table of dates; otherwise draft.csv in the folder',
    previewPort: 'where; the next free one where it is taken',
    startPort: 'where to listen; 0 takes any free port',
    fresh: 'forget the local state first and publish everything again',
  },
  /** What a placeholder such as `<file>` is called; one that is not named here stands as it is. */
  placeholders: new Map<string, string>(),
  /** The titles and standing words of the help. */
  titles: {
    usage: 'Usage:',
    options: 'Options:',
    commands: 'Commands:',
    arguments: 'Arguments:',
    help: 'display help for command',
    helpCommand: 'display help for command',
    byDefault: (value: string) => ` (default: ${value})`,
    ofVariable: (name: string) => ` (env: ${name})`,
  },
  /** How a command was typed wrong. */
  wrong: {
    missingArgument: (name: string) => `missing required argument '${name}'`,
    missingValue: (option: string) => `option '${option}' argument missing`,
    missingOption: (option: string, about: string) =>
      `required option '${option}' not specified: ${about}`,
    invalidValue: (value: string, of: string, why: string) =>
      `'${value}' is not valid for ${of}. ${why}`,
    unknownOption: (option: string) => `unknown option '${option}'`,
    unknownCommand: (name: string) => `unknown command '${name}'`,
    tooMany: (most: number, given: number) =>
      `too many arguments: ${given} where ${most === 1 ? '1 is' : `${most} are`} expected`,
    meant: (names: readonly string[]) => `(Did you mean ${names.join(' or ')}?)`,
    seeHelp: '(see --help)',
  },
}
