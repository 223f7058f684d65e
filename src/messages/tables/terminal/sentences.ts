// What the commands say while they run and at their end: verdicts, questions, refusals and advice.
// Commands, options, paths, addresses and names are passed in, and are the same in every language.
import type { NamedEdition } from '../../en/terminal/merge.ts'

/** What a command did not do, before the reason. */
export type NotDone =
  | 'published'
  | 'wouldPublish'
  | 'rolledBack'
  | 'takenDown'
  | 'repaired'
  | 'listed'

/** What keeps a file from being read or written. */
export const systemErrors = [
  'ENOENT',
  'EACCES',
  'EPERM',
  'EROFS',
  'EISDIR',
  'ENOTDIR',
  'EEXIST',
  'ENOSPC',
] as const
export type SystemError = (typeof systemErrors)[number]

/** What cannot be read. */
export interface Unread {
  readonly timeline: string
  readonly edition: number
}

export interface SentenceMessages {
  /** Before what went wrong. */
  readonly error: (what: string) => string
  readonly conflict: (what: string) => string
  /** What was not done, and why. */
  readonly because: (what: string, why: string) => string
  readonly undone: Readonly<Record<NotDone, string>>
  /** In brackets behind a sentence. */
  readonly aside: (text: string) => string
  readonly quoted: (text: string) => string
  readonly edition: (edition: NamedEdition) => string
  readonly editionAlone: (number: number) => string
  readonly nothing: string
  readonly place: {
    readonly own: (origin: string, root: string) => string
    readonly foreign: (origin: string) => string
    readonly on: (place: string) => string
  }
  readonly question: {
    readonly publish: (edition: number) => string
    readonly remove: (events: number, edition: number) => string
    readonly bringBack: (edition: number) => string
    readonly rollBack: (edition: number) => string
    readonly takeDown: string
    /** Follows a question that only yes or no answers; the letters are typed in every language. */
    readonly yesNo: string
    readonly unchanged: string
    readonly nobody: string
  }
  readonly published: {
    readonly done: (edition: number, timeline: string) => string
    readonly lost: string
    readonly since: (edition: string, command: string) => string
    readonly again: string
    readonly seen: (address: string) => string
    readonly soon: string
    readonly stored: string
    readonly waiting: string
    readonly same: (edition: number, timeline: string, file: string) => string
    readonly sameAnew: string
    readonly rehearsed: string
    readonly unasked: string
    /** What a comparison would tell. */
    readonly untold: (command: string) => string
    readonly from: (timeline: string, place: string, edition: string) => string
    readonly to: (file: string, merged: string) => string
    readonly first: string
    readonly takenDownWith: (edition: number) => string
    readonly notDocument: (file: string) => string
    readonly notOfEdition: (file: string, edition: number) => string
  }
  readonly conflicts: {
    readonly meanwhile: (edition: string) => string
    readonly none: string
    readonly unread: (edition: number) => string
    /** Before changes. */
    readonly since: (edition: number | null) => string
    readonly goOn: (command: string) => string
    readonly asksAgain: string
    readonly showsAgain: string
  }
  readonly rolledBack: {
    readonly untold: (timeline: string, edition: number, why: string) => string
    readonly comesBack: (timeline: string, edition: number) => string
    readonly same: (newest: number, timeline: string, edition: number) => string
    readonly from: (timeline: string, edition: string) => string
    readonly backTo: (edition: string, changes: string) => string
  }
  readonly takenDown: {
    readonly already: (timeline: string) => string
    readonly at: (timeline: string, place: string, edition: number) => string
    readonly butBack: (timeline: string, edition: string) => string
    readonly done: (timeline: string, days: number, command: string) => string
    readonly noTimelineAt: (timeline: string, place: string) => string
  }
  readonly compared: {
    readonly from: (timeline: string, edition: string) => string
    readonly to: (edition: string, changes: string) => string
  }
  readonly listed: { readonly contentOf: (edition: number) => string; readonly takenDown: string }
  /** Of a timeline that is too large for one request. Sizes are in megabytes. */
  readonly large: {
    readonly packed: (events: number, size: string) => string
    readonly packing: (done: number, all: number) => string
    readonly reading: (percent: number) => string
    readonly uploading: (done: string, all: string) => string
    readonly resumed: (had: string, all: string) => string
    readonly notMerged: string
    readonly incomparable: (edition: number) => string
    readonly noRevisions: (edition: number) => string
    readonly needsFile: (command: string) => string
  }
  readonly pulled: {
    readonly nameOne: string
    readonly done: (file: string, edition: number, timeline: string) => string
    readonly next: (command: string) => string
    readonly backedUp: (folder: string, timelines: number, files: number) => string
    readonly missing: (count: number) => string
    readonly damaged: (edition: number, timeline: string) => string
    readonly inTheWay: (file: string) => string
  }
  readonly repaired: {
    readonly nameOne: string
    readonly done: string
    readonly line: (timeline: string, edition: number, kept: number) => string
    readonly notYet: (timeline: string) => string
    readonly one: (timeline: string) => string
    readonly some: (failed: number, done: number) => string
  }
  readonly token: {
    readonly shown: string
    readonly entry: string
    readonly set: (command: string) => string
    readonly isIn: (file: string) => string
    readonly nameTaken: (file: string, name: string) => string
    readonly notEntries: (file: string, why: string | null) => string
  }
  readonly files: {
    readonly unreadable: (file: string, why: string) => string
    /** Of an address of the web. */
    readonly notFetched: string
    readonly unwritable: (file: string, why: string) => string
    /** By the code of the system's error (POSIX, errno). */
    readonly reasons: Readonly<Record<SystemError, string>>
    readonly noArticle: (file: string, form: string, command: string) => string
    readonly otherKind: (file: string, form: string, command: string) => string
    readonly sourcesUnclear: (count: number, option: string) => string
    readonly noSource: (id: string, known: readonly string[]) => string
    readonly answersForm: (file: string) => string
    readonly answerForm: (file: string, question: string) => string
    readonly begin: (failure: string, command: string) => string
    readonly port: (max: number) => string
  }
  readonly service: {
    readonly silent: string
    readonly timedOut: string
    readonly elsewhere: string
    readonly redirected: (status: number, location: string) => string
    readonly strange: (status: number) => string
    readonly strangeForm: string
    readonly tooLong: (bytes: number) => string
    readonly again: (why: string, seconds: number) => string
    readonly token: string
    readonly notAnAddress: string
    readonly onlyOrigin: string
    readonly notSecure: (address: string) => string
    readonly notRunning: string
    readonly notRunningIn: (root: string) => string
    readonly startOrName: (what: string) => string
    readonly several: (root: string, options: readonly string[]) => string
    readonly noTimeline: (timeline: string) => string
    readonly unreadable: (what: Unread) => string
    readonly timelineUnreadable: (timeline: string) => string
    readonly editionsUnreadable: (timeline: string) => string
    readonly incomparable: (edition: number) => string
    /** A fault of the request or document as a whole. */
    readonly whole: string
    readonly more: (count: number) => string
    readonly hints: {
      readonly later: string
      readonly running: string
      readonly token: string
      readonly right: string
      readonly kept: string
      readonly listed: string
      readonly gone: string
    }
  }
  /** Behind a value that was typed. */
  readonly invalid: {
    readonly number: string
    readonly language: (tags: readonly string[]) => string
    readonly length: string
    readonly ids: string
    readonly instant: string
    readonly passed: string
    readonly port: string
  }
  readonly preview: {
    readonly title: (file: string, faults: string) => string
    readonly unreadable: string
    readonly reloads: string
  }
  readonly start: {
    readonly portTaken: (port: number, other: number) => string
    readonly cloneTaken: (process: number, folder: string) => string
    readonly stop: string
    readonly stopped: (why: string) => string
    readonly notReady: (seconds: number, status: number) => string
    readonly silent: (seconds: number) => string
    readonly noWrangler: (why: string) => string
    readonly wranglerEnded: (code: number | null, signal: string | null) => string
    readonly hasFaults: string
    readonly served: (edition: number, isNew: boolean) => string
    readonly notPublished: (timeline: string, file: string) => string
    readonly older: (edition: string, older: number) => string
    readonly others: (edition: string) => string
    /** Names of the lines, which are padded to the same width. */
    readonly lines: Readonly<
      Record<
        | 'publish'
        | 'pull'
        | 'rollBack'
        | 'fresh'
        | 'page'
        | 'api'
        | 'calendar'
        | 'subscribe'
        | 'timelines'
        | 'reference'
        | 'token',
        string
      >
    >
    readonly made: string
  }
}
