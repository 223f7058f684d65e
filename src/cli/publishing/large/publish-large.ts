// What `jishi publish` does with a document that is too large for one request: it is read in parts, packed
// here and uploaded. It is never merged; it is published only over the edition that it began from.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChangeCounts } from '../../../domain/document/changes.ts'
import { failed, ok, type Result } from '../../../domain/result.ts'
import { eventCompiler } from '../../../edition/compile.ts'
import { editedDigest } from '../../../edition/edits.ts'
import { countsInWords } from '../../../messages/changes.ts'
import { reportMessages } from '../../../messages/report.ts'
import type { StreamedCheck } from '../../document/large/check-stream.ts'
import { withScratch } from '../../document/large/scratch-folder.ts'
import { isTooLarge } from '../../document/size.ts'
import { rememberBase, readBase } from '../../document/draft-file.ts'
import { faultyResult, quotedLine, warningsIn } from '../../document/report.ts'
import { done, endedWith, type CommandResult } from '../../outcome.ts'
import type { Connection } from '../../service/connection.ts'
import { conflict, writeGuarded, type GuardedWrite } from '../../service/guarded-write.ts'
import { verdictOf } from '../../service/http-call.ts'
import type { EditionReply, PublishReply, ServiceFailure } from '../../service/http-client.ts'
import { publishedResult } from '../../service/published.ts'
import { refusedBy } from '../../service/refusal.ts'
import { progress } from '../../terminal/console.ts'
import { megabytes, tellChecked, tellTenths } from '../../terminal/progress.ts'
import { say } from '../../terminal/speech.ts'
import { doubtOf } from '../authority.ts'
import { otherwise, type PublishFlags } from '../task.ts'
import { baseEvents, eventChangeFrom, revisionsFrom, type BaseEvents } from './base-revisions.ts'
import { fewEdits, type FewEdits } from './few-edits.ts'
import { prepareLarge, type PreparedDocument } from './prepare.ts'
import { uploadSegment, type UploadProgress } from './upload-segment.ts'
import { commandLine } from '../../terminal/command-line.ts'

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
  const { flags, file } = task
  return withScratch(file, join(tmpdir(), 'jishi-publish-'), async (folder) => {
    const prepared = await prepareLarge(file, {
      sources: flags.source,
      onChecked: tellChecked(),
      folder,
    })
    if (!prepared.ok) return unprepared(prepared.failure, flags)
    const { report } = prepared.value
    if (isTooLarge(report.size)) return unprepared(report, flags)
    if (!connection.ok) return connection.failure
    return review({ ...task, connection: connection.value }, prepared.value, folder)
  })
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
  const isSame = kept?.edition.digest === prepared.digest
  const compared =
    kept === null || isSame ? ok(null) : await fewEdits(connection.client, prepared, kept)
  if (!compared.ok) return refusedBy(compared.failure, otherwise())
  const few = compared.value
  if (kept !== null && (isSame || few?.size === 0) && flags.dryRun !== true) {
    const { number: edition, digest } = kept.edition
    await rememberBase(file, connection.origin, { timeline, edition, digest })
    const text = say().published.same(edition, timeline, file)
    return done(text, { timeline, file, edition, outcome: 'unchanged' })
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
  const begun = { prepared, base: base.value, doubt, folder }
  return few === null ? sendAll(task, begun) : sendFew(task, begun, few)
}

/** What is published over which edition. */
interface Begun {
  readonly prepared: PreparedDocument
  readonly base: Base
  readonly doubt: 'nobody' | 'other' | null
  readonly folder: string
}

async function sendAll(task: LargeTask, { folder, ...begun }: Begun): Promise<CommandResult> {
  const { connection, flags } = task
  const { prepared, base } = begun
  const timeline = prepared.frame.id
  const { kept, number } = base
  const revisions = kept === null ? ok(null) : await baseEvents(connection.client, timeline, kept)
  if (!revisions.ok)
    return revisions.failure === 'damaged'
      ? endedWith('unavailable', say().pulled.damaged(number ?? 0, timeline))
      : refusedBy(revisions.failure, otherwise())
  if (kept !== null && revisions.value === null)
    return endedWith('refused', say().service.incomparable(kept.edition.number))
  const counts = await countChanges(prepared, revisions.value)
  const about = announced(task, { ...begun, counts, few: null })
  if (flags.dryRun === true)
    return done(say().published.unasked, { ...about, outcome: 'planned', asked: false })
  return send(task, { prepared, base: number, revisions: revisions.value, folder, about })
}

/** Edits in place of everything; everything where the service finds that they are too many or not enough. */
async function sendFew(task: LargeTask, begun: Begun, few: FewEdits): Promise<CommandResult> {
  const { connection, file, flags } = task
  const { prepared, base } = begun
  const timeline = prepared.frame.id
  const about = announced(task, { ...begun, counts: few.counts, few })
  if (flags.dryRun === true)
    return done(say().published.unasked, { ...about, outcome: 'planned', asked: false })
  const { edits } = few
  const next = (base.number ?? 0) + 1
  const digest = await editedDigest(base.kept?.edition.digest ?? '', edits)
  let isRefused = false
  const write: GuardedWrite = {
    ...writeOf(task, prepared),
    isOwn: (edition) => edition.digest === digest && edition.removes !== true,
    async send(onto) {
      if (onto !== base.number) return ok(repeated(onto ?? 0))
      const { note } = flags
      const answer = await connection.client.edit({ timeline, base: onto, note, edits })
      isRefused = !answer.ok && [413, 422].some((one) => one === verdictOf(answer.failure))
      return answer
    },
  }
  const published = await writeGuarded(write, base.number, say().question.publish(next))
  if (isRefused) return sendAll(task, begun)
  if (!published.ok) return published.failure
  const edition = published.value.edition ?? next
  // What differs only as it was written makes no new edition.
  const isNew = edition !== base.number
  const own = isNew ? digest : (base.kept?.edition.digest ?? digest)
  await rememberBase(file, connection.origin, { timeline, edition, digest: own })
  return publishedResult(connection, timeline, published.value, about)
}

/** Says what will be sent; what programs are told of it. */
function announced(task: LargeTask, told: Told): object {
  const { flags, file } = task
  const { prepared, base, counts } = told
  if (flags.json !== true) process.stdout.write(textOf(task, told))
  return { timeline: prepared.frame.id, file, base: base.number, counts, changes: null }
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
  { frame, sorter, events }: PreparedDocument,
  base: BaseEvents | null,
): Promise<ChangeCounts> {
  let [added, changed, found] = [0, 0, 0]
  if (base === null) return { added: events, changed: 0, withdrawn: 0, removed: 0, parts: 0 }
  const contentOf = eventCompiler(frame)
  for await (const { line } of sorter.sorted()) {
    const content = contentOf(JSON.parse(line) as Parameters<typeof contentOf>[0])
    const change = eventChangeFrom(base, frame, content)
    if (change === 'added') added++
    else found++
    if (change === 'changed') changed++
  }
  return { added, changed, withdrawn: 0, removed: base.events.size - found, parts: 0 }
}

interface Told extends Omit<Begun, 'folder'> {
  readonly counts: ChangeCounts
  /** Null where everything is sent. */
  readonly few: FewEdits | null
}

function textOf(
  { flags: { lang }, connection, file }: LargeTask,
  { prepared: { report, frame, events }, base, counts, doubt, few }: Told,
): string {
  const { authority } = reportMessages[lang]
  const { published: words, large } = say()
  const from = base.kept === null ? words.first : say().editionAlone(base.kept.edition.number)
  const warnings = warningsIn(report)
  return [
    words.from(frame.id, connection.place, from),
    words.to(file, '') + countsInWords(counts, lang),
    ...(doubt === null ? [] : [`  ${authority.other(frame.authority.domain)}`]),
    few === null
      ? large.packed(events, megabytes(report.size?.used ?? 0))
      : large.edited(few.size, events),
    ...(warnings === 0
      ? []
      : [say().because(reportMessages[lang].warnings(warnings), commandLine('check', file))]),
    ...(report.quoted === 0 ? [] : [quotedLine(report, lang)]),
    '',
  ].join('\n')
}

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
        revisions: (lease) => revisionsFrom(prepared.frame, revisions, lease),
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
    `  ${connection.command('pull', frame.id, '-o', 'newest.ndjson')}`,
    `  ${connection.command('publish', file, '--onto', '<edition>')}`,
  ],
})

/** Tells each tenth of a step, on standard error. */
function teller(): (told: UploadProgress) => void {
  const { large } = say()
  const tellPacked = tellTenths(large.packing)
  let last = -1
  return ({ step, done: part, all, had }) => {
    if (step === 'pack') {
      tellPacked(part, all)
      return
    }
    const tenth = Math.floor((part / Math.max(1, all)) * 10)
    if (tenth === last || part === 0) return
    last = tenth
    if (part === had) progress(large.resumed(megabytes(had), megabytes(all)))
    else progress(large.uploading(megabytes(part), megabytes(all)))
  }
}
