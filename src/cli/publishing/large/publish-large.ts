// What `jishi publish` does with a document that is too large for one request: it is read in parts, packed
// here and uploaded. It is never merged; it is published only over the edition that it began from.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChangeCounts } from '../../../domain/document/changes.ts'
import { failed, ok, type Result } from '../../../domain/result.ts'
import { eventCompiler } from '../../../edition/compile.ts'
import { countsInWords } from '../../../messages/changes.ts'
import { reportMessages } from '../../../messages/report.ts'
import type { StreamedCheck } from '../../document/large/check-stream.ts'
import { isTooLarge } from '../../document/size.ts'
import { rememberBase, readBase } from '../../document/draft-file.ts'
import { faultyResult, quotedLine, warningsIn } from '../../document/report.ts'
import { done, endedWith, type CommandResult } from '../../outcome.ts'
import type { Connection } from '../../service/connection.ts'
import { conflict, writeGuarded, type GuardedWrite } from '../../service/guarded-write.ts'
import type { EditionReply, PublishReply, ServiceFailure } from '../../service/http-client.ts'
import { publishedResult } from '../../service/published.ts'
import { refusedBy } from '../../service/refusal.ts'
import { progress } from '../../terminal/console.ts'
import { say } from '../../terminal/speech.ts'
import { doubtOf } from '../authority.ts'
import { otherwise, type PublishFlags } from '../task.ts'
import { baseEvents, eventChangeFrom, type BaseEvents } from './base-revisions.ts'
import type { GrantedLease } from '../../service/segment-client.ts'
import type { RevisionsOf } from './pack-events.ts'
import { prepareLarge, type PreparedDocument } from './prepare.ts'
import { uploadSegment, type UploadProgress } from './upload-segment.ts'

export interface LargeTask {
  readonly flags: PublishFlags
  readonly connection: Connection
  readonly file: string
  /** Maximum bytes of one request; otherwise what the service takes. */
  readonly requestBytes?: number
}

/**
 * The faults of a document are told, whatever is wrong with the connection.
 * @example await publishLarge({ file: 'town.ndjson', … }) → { ending: 'done', … }
 */
export async function publishLarge({
  connection,
  ...task
}: Omit<LargeTask, 'connection'> & {
  readonly connection: Result<Connection, CommandResult>
}): Promise<CommandResult> {
  const folder = await mkdtemp(join(tmpdir(), 'jishi-publish-'))
  try {
    const { flags, file } = task
    const prepared = await prepareLarge(file, { sources: flags.source, folder })
    if (!prepared.ok) return unprepared(prepared.failure, flags)
    const { report } = prepared.value
    if (isTooLarge(report.size)) return unprepared(report, flags)
    if (!connection.ok) return connection.failure
    return await review({ ...task, connection: connection.value }, prepared.value, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const unprepared = (failure: string | StreamedCheck, { lang }: PublishFlags): CommandResult =>
  typeof failure === 'string' ? endedWith('usage', failure) : faultyResult(failure, lang)

/** The edition that stands; null if there is none, or if it was taken down. */
interface Base {
  readonly number: number | null
  readonly kept: EditionReply | null
}

async function review(
  task: LargeTask,
  prepared: PreparedDocument,
  folder: string,
): Promise<CommandResult> {
  const { connection, file, flags } = task
  const timeline = prepared.frame.id
  const base = await baseOf(task, timeline)
  if (!base.ok) return refusedBy(base.failure, otherwise())
  const { number, kept } = base.value
  if (kept?.edition.digest === prepared.digest && flags.dryRun !== true) {
    const { digest } = prepared
    await rememberBase(file, connection.origin, { timeline, edition: kept.edition.number, digest })
    const text = say().published.same(kept.edition.number, timeline, file)
    return done(text, { timeline, file, edition: kept.edition.number, outcome: 'unchanged' })
  }
  const write = { ...writeOf(task, prepared), send: async () => failed(unsent) }
  if (!(await beganFrom(task, timeline, base.value))) return conflict(write, null, number)
  const doubt = number === null ? doubtOf(prepared.frame.authority.domain, connection.origin) : null
  const { authority: words } = reportMessages[flags.lang]
  if (doubt === 'nobody')
    return endedWith(
      'refused',
      say().because(otherwise(), words.nobody(prepared.frame.authority.domain)),
    )
  const revisions = kept === null ? ok(null) : await baseEvents(connection.client, timeline, kept)
  if (!revisions.ok)
    return revisions.failure === 'damaged'
      ? endedWith('unavailable', say().pulled.damaged(number ?? 0, timeline))
      : refusedBy(revisions.failure, otherwise())
  if (kept !== null && revisions.value === null)
    return endedWith('refused', say().service.incomparable(kept.edition.number))
  const counts = await countChanges(prepared, revisions.value)
  if (flags.json !== true)
    process.stdout.write(textOf(task, prepared, { base: base.value, counts, doubt }))
  const about = { timeline, file, base: number, counts, changes: null }
  if (flags.dryRun === true)
    return done(say().published.unasked, { ...about, outcome: 'planned', asked: false })
  return send(task, { prepared, base: number, revisions: revisions.value, folder, about })
}

const unsent: ServiceFailure = { status: 0, title: '', detail: null, faults: [] }

/** Where readers see nothing, the publisher tells by its refusal of a first edition. */
async function baseOf(
  { connection: { client } }: LargeTask,
  timeline: string,
): Promise<Result<Base, ServiceFailure>> {
  const current = await client.edition(timeline)
  if (!current.ok && current.failure.type === 'timeline-gone') {
    const probe = await client.publish({ timeline, document: {}, base: null, dryRun: true })
    const number = probe.ok ? null : (probe.failure.current?.number ?? null)
    return ok({ number, kept: null })
  }
  if (!current.ok) return current
  if (current.value === null) return ok({ number: null, kept: null })
  const { number } = current.value
  const kept = await client.keptEdition(timeline, number)
  return kept.ok ? ok({ number: kept.value.edition.number, kept: kept.value }) : kept
}

/** True if the document began from the edition that stands, or if there is none. */
async function beganFrom(
  { connection, file, flags }: LargeTask,
  timeline: string,
  { number, kept }: Base,
): Promise<boolean> {
  if (number === null || flags.onto === number) return true
  if (flags.onto !== undefined) return false
  const remembered = await readBase(file, connection.origin, timeline)
  return kept !== null && remembered?.digest === kept.edition.digest
}

async function countChanges(
  { frame, sorter }: PreparedDocument,
  base: BaseEvents | null,
): Promise<ChangeCounts> {
  let [added, changed, found] = [0, 0, 0]
  const contentOf = eventCompiler(frame)
  for await (const { line } of sorter.sorted()) {
    const content = contentOf(JSON.parse(line) as Parameters<typeof contentOf>[0])
    const change = eventChangeFrom(base, frame, content)
    if (change === 'added') added++
    else found++
    if (change === 'changed') changed++
  }
  return { added, changed, withdrawn: 0, removed: (base?.events.size ?? 0) - found, parts: 0 }
}

interface Told {
  readonly base: Base
  readonly counts: ChangeCounts
  readonly doubt: 'nobody' | 'other' | null
}

function textOf(
  { flags: { lang }, connection, file }: LargeTask,
  { report, frame, events }: PreparedDocument,
  { base, counts, doubt }: Told,
): string {
  const { authority } = reportMessages[lang]
  const { published: words, large } = say()
  const from = base.kept === null ? words.first : say().editionAlone(base.kept.edition.number)
  const warnings = warningsIn(report)
  return [
    words.from(frame.id, connection.place, from),
    words.to(file, '') + countsInWords(counts, lang),
    ...(doubt === null ? [] : [`  ${authority.other(frame.authority.domain)}`]),
    large.packed(events, megabytes(report.size?.used ?? 0)),
    ...(warnings === 0
      ? []
      : [say().because(reportMessages[lang].warnings(warnings), `jishi check ${file}`)]),
    ...(report.quoted === 0 ? [] : [quotedLine(report, lang)]),
    '',
  ].join('\n')
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)

interface Sending {
  readonly prepared: PreparedDocument
  readonly base: number | null
  readonly revisions: BaseEvents | null
  readonly folder: string
  readonly about: object
}

async function send(task: LargeTask, sending: Sending): Promise<CommandResult> {
  const { connection, file, flags } = task
  const { prepared, base, revisions, folder, about } = sending
  const { id: timeline } = prepared.frame
  const { client } = connection
  const next = (base ?? 0) + 1
  const write: GuardedWrite = {
    ...writeOf(task, prepared),
    send: async (onto) => {
      // Somebody, or an earlier try of ours whose answer was lost, has made the same edition.
      if (onto !== base) return ok(repeated(onto ?? 0))
      const answer = await uploadSegment({
        client: client.segments,
        timeline,
        base,
        note: flags.note,
        prepared,
        folder,
        revisions: (lease) => revisionsFrom(prepared, revisions, lease),
        onProgress: teller(),
        requestBytes: task.requestBytes,
      })
      if (!answer.ok) return answer
      const { status, body } = answer.value
      return ok({ status, edition: next, body })
    },
  }
  const published = await writeGuarded(write, base, say().question.publish(next))
  if (!published.ok) return published.failure
  const edition = published.value.edition ?? next
  await rememberBase(file, connection.origin, { timeline, edition, digest: prepared.digest })
  return publishedResult(connection, timeline, published.value, about)
}

const repeated = (edition: number): PublishReply => ({
  status: 200,
  edition,
  body: { edition: { number: edition }, outcome: 'repeated', visible: true },
})

/** Fails where nobody tells the history of an event that was there before. */
function revisionsFrom(
  { frame }: PreparedDocument,
  base: BaseEvents | null,
  { edition, instant, revisions }: GrantedLease,
): Result<RevisionsOf, ServiceFailure> {
  const told = new Map(revisions.map(({ id, first, changed }) => [id, { first, changed }]))
  for (const [id, { history }] of base?.events ?? [])
    if (history === null && !told.has(id))
      return failed({ ...unsent, title: say().large.noRevisions(edition - 1) })
  const at = { edition, instant }
  return ok((content) => {
    const history = base?.events.get(content.id)?.history ?? told.get(content.id)
    if (history === undefined) return { first: at, changed: at }
    const { first, changed } = history
    return { first, changed: eventChangeFrom(base, frame, content) === 'same' ? changed : at }
  })
}

const writeOf = (
  { connection, flags, file }: LargeTask,
  { frame, digest }: PreparedDocument,
): Omit<GuardedWrite, 'send'> => ({
  connection,
  timeline: frame.id,
  flags,
  otherwise: otherwise(),
  isOwn: (edition) => edition.digest === digest && edition.removes !== true,
  goOn: [
    say().large.notMerged,
    `  jishi pull ${frame.id} -o newest.ndjson${connection.option}`,
    `  jishi publish ${file} --onto <edition>${connection.option}`,
  ],
})

/** Tells each tenth of a step, on standard error. */
function teller(): (told: UploadProgress) => void {
  let last = ''
  return ({ step, done: part, all, had }) => {
    const { large } = say()
    const tenth = `${step} ${Math.floor((part / Math.max(1, all)) * 10)}`
    const isBegin = part === 0 || (step === 'pack' && part * 10 < all)
    if (tenth === last || isBegin) return
    last = tenth
    if (step === 'pack') progress(large.packing(part, all))
    else if (part === had && had > 0) progress(large.resumed(megabytes(had), megabytes(all)))
    else progress(large.uploading(megabytes(part), megabytes(all)))
  }
}
