// English: what the commands say while they run and at their end: verdicts, questions, refusals and
// advice. Commands, options, paths, addresses and names are passed in, and are the same in every
// language.
import { plural } from '../plural.ts'
import type { Translation } from '../../../domain/text/translation.ts'
import type { NamedEdition } from './merge.ts'

export type SentenceMessages = Translation<typeof enSentences>

export const enSentences = {
  /** Before what went wrong. */
  error: (what: string) => `error: ${what}`,
  conflict: (what: string) => `conflict: ${what}`,
  /** What was not done, and why. */
  because: (what: string, why: string) => `${what}: ${why}`,
  undone: {
    published: 'not published',
    wouldPublish: 'it would not be published',
    rolledBack: 'not rolled back',
    takenDown: 'not taken down',
    repaired: 'not repaired',
    listed: 'the timelines cannot be listed',
  },
  /** In brackets behind a sentence. */
  aside: (text: string) => ` (${text})`,
  quoted: (text: string) => `"${text}"`,
  /** The first of many names, and how many there are. */
  few: (names: readonly string[], all: number) =>
    `${names.join(', ')}${all > names.length ? `, … (${all})` : ''}`,
  edition: ({ number, by, time, note }: NamedEdition) =>
    `edition ${number} (by ${by}, ${time}${note === undefined ? '' : `: ${note}`})`,
  editionAlone: (number: number) => `edition ${number}`,
  nothing: 'nothing',
  noteLost: '--note is not kept: no edition was made.',
  place: {
    own: (origin: string, root: string) => `${origin} (npm start of ${root})`,
    foreign: (origin: string) => `${origin} (not of this clone)`,
    on: (place: string) => `On ${place}`,
  },
  question: {
    publish: (edition: number) => `Publish this as edition ${edition}?`,
    remove: (events: number, edition: number) =>
      `Remove ${events === 1 ? 'an event' : `${events} events`}, and publish this as edition ${edition}?`,
    bringBack: (edition: number) => `Bring it back, and publish this as edition ${edition}?`,
    rollBack: (edition: number) => `Publish that as edition ${edition}?`,
    takeDown: 'Take it down?',
    /** Follows a question that only yes or no answers; the letters are typed in every language. */
    yesNo: ' [y/N] ',
    unchanged: 'Nothing was changed',
    nobody: 'nobody can be asked here: agree beforehand with --yes',
  },
  published: {
    done: (edition: number, timeline: string) => `Published as edition ${edition} of ${timeline}`,
    lost: '; the answer was lost',
    since: (edition: string, command: string) =>
      `Since then ${edition} was published over it: ${command}`,
    again: ' (it was there already: the same publish again)',
    seen: (address: string) => `Readers see it: ${address}`,
    soon: 'Readers see it within two minutes, when all caches have run out.',
    stored:
      'The store has not taken it yet; the service repeats that until it has. No action needed.',
    waiting: 'published; waiting until it can be read …',
    same: (edition: number, timeline: string, file: string) =>
      `Nothing to publish: edition ${edition} of ${timeline} has the same content as ${file}`,
    sameAnew: 'the same content, which is stored anew',
    rehearsed: 'Nothing was published. The service would take it.',
    unasked: 'Nothing was published. Without a token (PUBLISH_TOKEN) the service was not asked.',
    /** What a comparison would tell. */
    untold: (command: string) =>
      `what changes cannot be told, since the service cannot read it now; this may fix it: ${command}`,
    from: (timeline: string, place: string, edition: string) =>
      `${timeline} on ${place}, from ${edition}`,
    to: (file: string, merged: string) => `to ${file}${merged}: `,
    first: 'nothing: this is its first edition',
    takenDownWith: (edition: number) => `edition ${edition}, with which it was taken down`,
    staysTaken:
      'The editions before the takedown stay taken (410) when this is published, until a rollback to one of them.',
    notDocument: (file: string) => `${file} is not a document of a timeline`,
    notOfEdition: (file: string, edition: number) =>
      `${file} is not the document of edition ${edition}`,
  },
  conflicts: {
    meanwhile: (edition: string) => `somebody published ${edition} meanwhile`,
    none: 'the service has no such edition to build on',
    unread: (edition: number) =>
      `the timeline stands at edition ${edition} by now, which cannot be read here yet`,
    /** Before changes. */
    since: (edition: number | null) =>
      edition === null ? 'It has: ' : `Since edition ${edition}: `,
    goOn: (command: string) => `How to go on: ${command}`,
    asksAgain: 'asks again',
    showsAgain: 'shows what it would change now, and asks again',
  },
  rolledBack: {
    untold: (timeline: string, edition: number, why: string) =>
      `${timeline}, back to edition ${edition}: ${why}`,
    comesBack: (timeline: string, edition: number) =>
      `${timeline} was taken down; edition ${edition} comes back as it was`,
    same: (newest: number, timeline: string, edition: number) =>
      `Nothing to roll back: edition ${newest} of ${timeline} has the content of edition ${edition}`,
    from: (timeline: string, edition: string) => `${timeline}, from ${edition}`,
    backTo: (edition: string, changes: string) => `back to ${edition}: ${changes}`,
    uncompared: (timeline: string, edition: number) =>
      `${timeline}, back to edition ${edition}: nothing lists what that changes`,
  },
  takenDown: {
    already: (timeline: string) =>
      `${timeline} was taken down already; the cache of the service forgets it once more.`,
    at: (timeline: string, place: string, edition: number) =>
      `${timeline} on ${place}, edition ${edition}`,
    butBack: (timeline: string, edition: string) =>
      `${timeline} was taken down, but is back since then: ${edition} was published over it.`,
    done: (timeline: string, days: number, command: string) =>
      `${timeline} is taken down. Run this command again in two minutes: until then, earlier editions may be read elsewhere, and cached for a day. Within ${days} days this brings it back: ${command}`,
    notStored:
      'The store has not taken that yet, and readers may still get the timeline; the service repeats it until it has. Run this command again in two minutes.',
    noTimelineAt: (timeline: string, place: string) =>
      `there is no timeline ${timeline} on ${place}`,
  },
  compared: {
    from: (timeline: string, edition: string) => `${timeline}, from ${edition}`,
    to: (edition: string, changes: string) => `to ${edition}: ${changes}`,
  },
  listed: {
    contentOf: (edition: number) => `content of edition ${edition}`,
    takenDown: 'taken down',
  },
  /** Of a timeline that is too large for one request. Sizes are in megabytes. */
  large: {
    /** At the end of a dry run. */
    unasked:
      'Nothing was published. Of more than 5 MB a dry run does not ask the service whether it would take it.',
    packed: (events: number, size: string) =>
      `${events} events, ${size} MB: more than 5 MB, so it is packed here and uploaded in parts`,
    edited: (edits: number, events: number) =>
      edits === 1
        ? `one edit is sent, not all ${events} events`
        : `${edits} edits are sent, not all ${events} events`,
    checking: (done: string, all: string) => `checked ${done} of ${all} MB …`,
    packing: (done: number, all: number) => `packed ${done} of ${all} events …`,
    reading: (percent: number) => `read ${percent} % …`,
    uploading: (done: string, all: string) => `uploaded ${done} of ${all} MB …`,
    resumed: (had: string, all: string) =>
      `the service has ${had} of ${all} MB from before; going on …`,
    notMerged:
      'What is larger than 5 MB is not merged: compare with what was published, then name the edition that your document takes into account:',
    incomparable: (edition: number) =>
      `edition ${edition} is larger than 5 MB and is not compared here`,
    untold:
      'editions of more than 5 MB are compared with the one before and with the newest one only',
    noRevisions: (edition: number) =>
      `the service does not tell when the events of edition ${edition} appeared and changed, which what follows must keep: update the service`,
    needsFile: (command: string) =>
      `it is larger than 5 MB: name a file for it, such as ${command}`,
  },
  pulled: {
    nameOne: 'name a timeline, or a folder for all of them with --all <folder>',
    done: (file: string, edition: number, timeline: string) =>
      `${file}: edition ${edition} of ${timeline}`,
    next: (command: string) => `When it is changed: ${command}`,
    backedUp: (folder: string, timelines: number, files: number) =>
      `${folder}: ${plural(timelines, 'timeline', 'timelines')}, ${plural(files, 'file', 'files')}`,
    missing: (count: number) => `; ${count} not written, as told above`,
    damaged: (edition: number, timeline: string) =>
      `edition ${edition} of ${timeline} arrived damaged: its digest differs`,
    allOfAll: '--all writes every edition into its folder: leave out --edition and -o',
    inTheWay: (file: string) => `${file} is there and differs: overwrite it with --force`,
    nothingForced:
      '--force overwrites the file that -o names: without it, the edition is printed, and no file is written',
  },
  repaired: {
    nameOne: 'name a timeline, or all of them with --all',
    done: 'Written anew:',
    line: (timeline: string, edition: number, kept: number) =>
      `${timeline}  edition ${edition}, ${plural(kept, 'kept edition', 'kept editions')}`,
    uploaded: (timeline: string, segments: string, command: string) =>
      `${timeline}: the parts of ${segments} were uploaded and are in the store alone; where it has lost any, put them back: ${command}`,
    reading: (done: number, all: number) => `read ${done} of ${all} parts …`,
    whole: (segment: string, parts: number) => `${segment}: all ${parts} parts are there`,
    putBack: (segment: string, sent: number, parts: number) =>
      `${segment}: ${sent} of ${parts} parts were lost or damaged, and are there again`,
    otherwise: (
      segment: string,
      parts: string,
      [takeDown, publish]: readonly [takeDown: string, publish: string],
    ) =>
      `${segment}: ${parts} cannot be built as they were, since what they say depends on an edition that is no longer kept, or on another version of jishi. Publish the document anew: ${takeDown}, then ${publish}`,
    notThis: (file: string, editions: string) =>
      `${file} is not what was published as edition ${editions}: name the document as it was then, such as from your version control`,
    noneUploaded: (timeline: string) =>
      `${timeline} has no uploaded parts: everything was written anew from the edition log`,
    notYet: (timeline: string) =>
      `${timeline}: storage does not accept all of it yet; the service repeats that until it does`,
    one: (timeline: string) => `${timeline} was not repaired`,
    some: (failed: number, done: number) =>
      `${plural(failed, 'timeline was', 'timelines were')} not repaired, as told above; ${done} written anew`,
  },
  token: {
    shown: 'The token, shown this once; keep it as PUBLISH_TOKEN where you publish from:',
    entry: 'Its entry for the JSON array in the secret PUBLISH_TOKENS:',
    set: (command: string) => `Set the secret with: ${command}`,
    isIn: (file: string) => `Its entry is in ${file}. `,
    nameTaken: (file: string, name: string) =>
      `${file} has an entry named ${name}: choose another name, such as ${name}-2, so that the edition log tells them apart`,
    notEntries: (file: string, why: string | null) =>
      `${file} is not a JSON array of entries that can be added to${why === null ? '' : `: ${why}`}`,
  },
  files: {
    unreadable: (file: string, why: string) =>
      `cannot read ${file}${why === null ? '' : `: ${why}`}`,
    /** Of an address of the web. */
    notFetched: 'nothing is fetched: download it first',
    unwritable: (file: string, why: string) => `cannot write ${file}: ${why}`,
    standardOutput: 'standard output',
    changed: (file: string) =>
      `${file} has changed meanwhile, and nothing was written: run the same command again`,
    /** Of the file beside a document in which what it began from is remembered. */
    notRemembered: (file: string) =>
      `${file} is not the file that jishi keeps under this name, and stays as it is: what the document began from, or what was imported, is remembered only where that file has another name`,
    /** Of the same file: `failure` is why it can be neither read nor written. */
    forgotten: (failure: string) =>
      `${failure}: what the document began from, or what was imported, is not remembered`,
    /** By the code of the system's error (POSIX, errno). */
    reasons: {
      ENOENT: 'there is no such file',
      EACCES: 'it is not permitted',
      EPERM: 'it is not permitted',
      EROFS: 'the disk is read-only',
      EISDIR: 'it is a folder',
      ENOTDIR: 'a folder on the way is a file',
      EEXIST: 'it is there already',
      ENOSPC: 'the disk is full',
      /** Of our own: whoever made the file wants it to stay. */
      protected: 'it is write-protected',
      special: 'it is no regular file',
    },
    noArticle: (file: string, form: string, command: string) =>
      `${file} is ${form}, no article: ${command} reads it`,
    otherKind: (file: string, form: string, command: string) =>
      `${file} is ${form}, not the document of a timeline: ${command} reads it into one`,
    sourcesUnclear: (count: number, option: string) =>
      count === 0
        ? 'the document has no sources: a text has nothing to stand for'
        : `the document has ${plural(count, 'source', 'sources')}: name one, ${option}`,
    noSource: (id: string, known: readonly string[]) =>
      `the document has no source ${id}; it has ${known.join(', ') || 'none'}`,
    answersForm: (file: string) => `${file} must be a JSON object: { "<question>": "<answer>" }`,
    answerForm: (file: string, question: string) =>
      `${file}: the answer to ${question} must be a string or null`,
    begin: (failure: string, command: string) => `${failure}; ${command} begins a timeline`,
    /** A folder that is no timeline's, and the documents in it. */
    noDocument: (folder: string, inside: number, few: string, command: string) =>
      inside === 0
        ? `${folder} has no timeline.json, and no folder in it has one; ${command} begins a timeline`
        : `${folder} has no timeline.json: name ${inside === 1 ? 'the timeline' : 'one of the timelines'} in it, ${few}`,
    ofLines: (file: string, command: string) =>
      `${file} is NDJSON, with a line for each event: this command writes into the document, and takes JSON alone; ${command} writes an edition as JSON`,
    port: (max: number) => `the port must be a whole number up to ${max}`,
  },
  service: {
    silent: 'The service does not answer',
    timedOut: 'it took too long',
    brokeOff: 'the connection broke off',
    elsewhere: 'The service is at another address',
    redirected: (status: number, location: string) =>
      `it answered ${status} with Location ${location}; nothing was written`,
    followed: (status: number, location: string, why: string) =>
      `it answered ${status} with Location ${location}, where this was the answer: ${why}`,
    strange: (status: number) => `The service answered ${status} in a form that is not its own`,
    strangeForm: 'the service answered in a form that is not its own',
    tooLong: (bytes: number) => `it has more than ${bytes} bytes`,
    again: (why: string, seconds: number) =>
      `${why.replace(/\.$/, '')}; trying again in ${seconds} s`,
    token:
      'PUBLISH_TOKEN, or .jishi/token, must be at most 200 letters, digits and -._~+/ of ASCII, then perhaps =',
    notAnAddress: 'the service must be an http or https address, such as https://timelines.example',
    twoAddresses: 'name the service once: as an address or with --to',
    onlyOrigin: 'the address of the service has no user, path or query, only its origin',
    notSecure: (address: string) =>
      `a service that is not on this machine is reached by https: ${address}`,
    notRunning: 'no service is running here',
    notRunningIn: (root: string) => `no service of ${root} is running`,
    startOrName: (what: string) =>
      `${what}: start it with npm start, or name one with --to <url> or JISHI_URL`,
    several: (root: string, options: readonly string[]) =>
      `${root} has several services: name one, ${options.join(' or ')}`,
    noTimeline: (timeline: string) => `there is no timeline ${timeline}`,
    unreadable: ({ timeline, edition }: { readonly timeline: string; readonly edition: number }) =>
      `edition ${edition} of ${timeline} cannot be read`,
    timelineUnreadable: (timeline: string) => `${timeline} cannot be read`,
    editionsUnreadable: (timeline: string) => `the editions of ${timeline} cannot be read`,
    incomparable: (edition: number) =>
      `edition ${edition} cannot be compared: its document is not of a form that this version of jishi knows`,
    /** A fault of the request or document as a whole. */
    whole: '(all of it)',
    more: (count: number) => `… and ${count} more`,
    hints: {
      later:
        'Nothing is lost: run the same command again later, or wait longer with --wait <seconds>.',
      running:
        'Is it running? Start it with npm start, or name another with --to <url> or JISHI_URL.',
      token: (command: string) =>
        `Set PUBLISH_TOKEN to a token that the service knows and that has not expired (${command} makes one). The token of a clone goes only to the service that npm start runs in it.`,
      right:
        'The token is good, but not for this timeline: see its "timelines" in the secret PUBLISH_TOKENS.',
      foreign: (command: string) =>
        `Does something else stand at this address, or before it, such as a proxy or a firewall? ${command} looks at it from outside.`,
      kept: (command: string) => `See what there is: ${command} lists the editions that are kept.`,
      timelines: (address: string) => `See which timelines there are: ${address}`,
      taken: (command: string) =>
        `A rollback to an edition from before the takedown gives them back: ${command}`,
      earlier: (command: string) =>
        `Editions from before the takedown are not listed, but one of them may be rolled back to while it is kept: ${command}, with a lower number`,
      gone: 'It was taken down. Publishing it, or rolling back to a kept edition, brings it back.',
    },
  },
  /** Behind a value that was typed. */
  invalid: {
    edition: 'It must be a whole number from 1 on: editions count from 1.',
    number: 'It must be a whole number.',
    language: (tags: readonly string[]) => `It must be one of ${tags.join(', ')}, or close to one.`,
    length: 'It must have 1 to 100 characters.',
    note: (max: number) => `It must have 1 to ${max} characters, and no control characters.`,
    ids: 'It must be ids of timelines, joined by commas.',
    instant:
      'It must be a day such as 2027-06-30, or an instant with an offset such as 2027-06-30T12:00:00Z.',
    passed: 'It has passed: the token would be of no use.',
    port: 'The port must be a whole number from 0 to 65535.',
  },
  preview: {
    title: (file: string, faults: string) => `${file}: ${faults}`,
    unreadable: 'The draft cannot be read',
    reloads: 'This page reloads when the draft is saved.',
  },
  start: {
    portTaken: (port: number, other: number) => `port ${port} is taken, using ${other}`,
    cloneTaken: (process: number, folder: string) =>
      `process ${process} serves this clone, keeping its data in ${folder}`,
    stop: 'Ctrl-C stops',
    stopped: (why: string) => `✗ stopped: ${why}`,
    notReady: (seconds: number, status: number) =>
      `the service was not ready after ${seconds} s: GET /health should answer 200, ${status === 0 ? 'nothing answers' : `the last answer was ${status}`}`,
    silent: (seconds: number) =>
      `the service has gone silent: nothing has answered for ${seconds} s`,
    noWrangler: (why: string) => `wrangler could not be run: ${why}`,
    wranglerEnded: (code: number | null, signal: string | null) =>
      signal === null ? `wrangler ended with code ${code}` : `wrangler was ended by ${signal}`,
    served: (edition: number, isNew: boolean) =>
      `edition ${edition}, ${isNew ? 'published' : 'unchanged'}`,
    notPublished: (timeline: string, file: string) => `${timeline}  not published: ${file}`,
    older: (edition: string, older: number) =>
      `${edition} stands; the file is that of edition ${older} and did not replace it`,
    others: (edition: string) =>
      `${edition} stands; npm start did not make it, and does not replace it`,
    /** Names of the lines, which are padded to the same width. */
    lines: {
      publish: 'Publish    ',
      pull: 'Pull       ',
      rollBack: 'Roll back  ',
      fresh: 'Afresh     ',
      page: 'Page       ',
      api: 'API        ',
      calendar: 'Calendar   ',
      subscribe: 'Subscribe  ',
      timelines: 'Timelines  ',
      reference: 'Reference  ',
      token: 'Token      ',
    },
    made: ' (made just now, for publishing)',
  },
}
