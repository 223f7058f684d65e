// What all steps of a publish share: the checked document, and where it goes.
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { reportMessages } from '../../messages/report.ts'
import type { SourceTexts } from '../document/source-texts.ts'
import type { SourceFlags, WriteFlags } from '../options.ts'
import type { Connection } from '../service/connection.ts'
import type { GuardedWrite } from '../service/guarded-write.ts'
import { say } from '../terminal/speech.ts'

export interface PublishFlags extends WriteFlags, SourceFlags {
  readonly onto?: number
  readonly baseDocument?: string
  readonly dryRun?: boolean
}

/** What is sent to the service: the file as it is, or a merged document. */
export interface Content {
  readonly document: TimelineDocument
  /** The same as it is sent: unchanged, since its digest decides whether anything changed. */
  readonly content: object
  /** SHA-256 of the content. */
  readonly digest: string
  /** How many of its quotations were looked up, in words. */
  readonly lookedUp: string
}

/** A document that passed the check, and where it goes. */
export interface PublishTask {
  readonly flags: PublishFlags
  readonly connection: Connection
  readonly file: string
  readonly timeline: string
  readonly mine: Content
  /** The texts in which its citations were looked up. */
  readonly texts: SourceTexts
  /** How many warnings the file has, as a line; empty without any. */
  readonly warned: string
}

/** What a failure means. */
export const otherwise = (): string => say().undone.published

/** What programs are told of a dry run, besides whether the service was asked. */
export const plannedJson = { edition: null, outcome: 'planned', visible: false } as const

/** A dry run on the service. */
export const offer = (
  { connection, timeline }: PublishTask,
  { content }: Content,
  base: number | null,
) => connection.client.publish({ timeline, document: content, base, dryRun: true })

/** The command that publishes the same again. */
export const sameCommand = ({ flags, connection, file }: PublishTask): string =>
  connection.command(
    'publish',
    file,
    ...(flags.onto === undefined ? [] : ['--onto', String(flags.onto)]),
    ...(flags.baseDocument === undefined ? [] : ['--base-document', flags.baseDocument]),
    ...flags.source.flatMap(({ id, path }) => [
      '--source',
      id === undefined ? path : `${id}=${path}`,
    ]),
    ...(flags.note === undefined ? [] : ['--note', flags.note]),
  )

/** The write of a content, which says how to go on if it cannot be done. */
export function writeOf(task: PublishTask, { content, digest }: Content): GuardedWrite {
  const { flags, connection, file, timeline } = task
  const { merge: words } = reportMessages[flags.lang]
  return {
    connection,
    timeline,
    flags,
    otherwise: otherwise(),
    send: (base) =>
      connection.client.publish({ timeline, document: content, base, note: flags.note }),
    isOwn: (edition) => edition.digest === digest && edition.removes !== true,
    goOn: [
      words.goOn,
      `  ${connection.command('pull', timeline, '-o', 'newest.json')}   ${words.getsNewest(file)}`,
    ],
  }
}
