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
import { rememberBase } from '../../document/draft-file.ts'
import { faultyResult, lookedUpLines, warningsIn } from '../../document/report.ts'
import { done, endedWith, type CommandResult } from '../../outcome.ts'
import type { Connection } from '../../service/connection.ts'
import { conflict, writeGuarded, type GuardedWrite } from '../../service/guarded-write.ts'
import { verdictOf } from '../../service/http-call.ts'
import type { PublishReply, ServiceFailure } from '../../service/http-client.ts'
import { publishedResult } from '../../service/published.ts'
import { refusedBy } from '../../service/refusal.ts'
import { currentOf, standingOf, untold, type Standing } from '../../service/standing.ts'
import { progress } from '../../terminal/console.ts'
import { megabytes, tellChecked, tellTenths } from '../../terminal/progress.ts'
import { say } from '../../terminal/speech.ts'
import { doubtOf } from '../authority.ts'
import { isTakenDown, notFound, standingName, takenDown } from '../standing-edition.ts'
import { otherwise, plannedJson, type PublishFlags } from '../task.ts'
import { baseEvents, eventChangeFrom, revisionsFrom, type BaseEvents } from './base-revisions.ts'
import { beganFrom } from './began-from.ts'
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
  /**
   * Whether the document is published over what stands, in place of `--onto`, its base document and what is
   * remembered beside it.
   */
  readonly decide?: (
    prepared: PreparedDocument,
    standing: Standing,
  ) => Promise<Result<boolean, CommandResult>>
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

async function review(
  task: LargeTask,
  prepared: PreparedDocument,
  folder: string,
): Promise<CommandResult> {
  const { connection, file, flags } = task
  const timeline = prepared.frame.id
  const standing = await standingOf(connection, timeline, () => probe(task, prepared))
  if (!standing.ok) return refusedBy(standing.failure, otherwise())
  const { base, kept, unread } = standing.value
  // The history of its events could not be kept.
  if (unread !== null)
    return endedWith('unavailable', say().because(otherwise(), untold(connection, timeline)))
  const absent =
    takenDown({ flags, timeline, file }, standing.value) ?? notFound({ flags, timeline }, base)
  if (absent !== null) return absent
  const isSame = kept?.edition.digest === prepared.digest
  const compared =
    kept === null || isSame ? ok(null) : await fewEdits(connection.client, prepared, kept)
  if (!compared.ok) return refusedBy(compared.failure, otherwise())
  const few = compared.value
  if (kept !== null && (isSame || few?.size === 0) && flags.dryRun !== true) {
    const { number: edition, digest } = kept.edition
    await rememberBase(file, connection.origin, { timeline, edition, digest })
    const text = say().published.same(edition, timeline, file)
    const about = { timeline, file, base, edition, ...uncompared, counts: noCounts }
    return done(text, { ...about, outcome: 'unchanged', visible: true })
  }
  const write = { ...writeOf(task, prepared), send: async () => failed(unsent) }
  const began =
    task.decide === undefined
      ? await beganFrom({ ...task, timeline, folder }, standing.value)
      : await task.decide(prepared, standing.value)
  if (!began.ok) return began.failure
  if (!began.value) return conflict(write, flags.onto ?? null, currentOf(standing.value))
  const doubt = base === null ? doubtOf(prepared.frame.authority.domain, connection.origin) : null
  const { authority: words } = reportMessages[flags.lang]
  if (doubt === 'nobody')
    return endedWith(
      'refused',
      say().because(otherwise(), words.nobody(prepared.frame.authority.domain)),
    )
  const begun = { prepared, standing: standing.value, doubt, folder }
  return few === null ? sendAll(task, begun) : sendFew(task, begun, few)
}

/** What is published over which edition. */
interface Begun {
  readonly prepared: PreparedDocument
  readonly standing: Standing
  readonly doubt: 'nobody' | 'other' | null
  readonly folder: string
}

async function sendAll(task: LargeTask, { folder, ...begun }: Begun): Promise<CommandResult> {
  const { connection, flags } = task
  const { prepared, standing } = begun
  const timeline = prepared.frame.id
  const { kept, base } = standing
  const revisions = kept === null ? ok(null) : await baseEvents(connection.client, timeline, kept)
  if (!revisions.ok)
    return revisions.failure === 'damaged'
      ? endedWith('unavailable', say().pulled.damaged(base ?? 0, timeline))
      : refusedBy(revisions.failure, otherwise())
  if (kept !== null && revisions.value === null)
    return endedWith('refused', say().service.incomparable(kept.edition.number))
  const counts = await countChanges(prepared, revisions.value)
  const about = announced(task, { ...begun, counts, few: null })
  if (flags.dryRun === true) return rehearsed(about)
  return send(task, { prepared, standing, revisions: revisions.value, folder, about })
}

/** Edits in place of everything; everything where the service finds that they are too many or not enough. */
async function sendFew(task: LargeTask, begun: Begun, few: FewEdits): Promise<CommandResult> {
  const { connection, file, flags } = task
  const { prepared, standing } = begun
  const { base, kept } = standing
  const timeline = prepared.frame.id
  const about = announced(task, { ...begun, counts: few.counts, few })
  if (flags.dryRun === true) return rehearsed(about)
  const { edits } = few
  const next = (base ?? 0) + 1
  const digest = await editedDigest(kept?.edition.digest ?? '', edits)
  let isRefused = false
  const write: GuardedWrite = {
    ...writeOf(task, prepared),
    isOwn: (edition) => edition.digest === digest && edition.removes !== true,
    async send(onto) {
      if (onto !== base) return ok(repeated(onto ?? 0))
      const { note } = flags
      const answer = await connection.client.edit({ timeline, base: onto, note, edits })
      isRefused = !answer.ok && [413, 422].some((one) => one === verdictOf(answer.failure))
      return answer
    },
  }
  const published = await writeGuarded(write, base, say().question.publish(next))
  if (isRefused) return sendAll(task, begun)
  if (!published.ok) return published.failure
  const edition = published.value.edition ?? next
  // What differs only as it was written makes no new edition.
  const isNew = edition !== base
  const own = isNew ? digest : (kept?.edition.digest ?? digest)
  await rememberBase(file, connection.origin, { timeline, edition, digest: own })
  return publishedResult(connection, timeline, published.value, about)
}

/** Says what will be sent; what programs are told of it. */
function announced(task: LargeTask, told: Told): object {
  const { flags, file } = task
  const { prepared, standing, counts } = told
  if (flags.json !== true) process.stdout.write(textOf(task, told))
  return { timeline: prepared.frame.id, file, base: standing.base, counts, ...uncompared }
}

/** Events are counted, and not listed. */
const uncompared = { changes: null, undoes: null } as const
const noCounts: ChangeCounts = { added: 0, changed: 0, withdrawn: 0, removed: 0, parts: 0 }

const rehearsed = (about: object): CommandResult =>
  done(say().large.unasked, { ...about, ...plannedJson, asked: false })

/** A document that passes the checks of the publisher, which are before that of the edition. */
const probe = ({ connection }: LargeTask, { frame, content }: PreparedDocument) =>
  connection.client.publish({ timeline: frame.id, document: content, base: null, dryRun: true })

const unsent: ServiceFailure = { status: 0, title: '', detail: null, faults: [] }

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
  { prepared: { report, frame, events }, standing, counts, doubt, few }: Told,
): string {
  const { authority } = reportMessages[lang]
  const { published: words, large } = say()
  const warnings = warningsIn(report)
  return [
    words.from(frame.id, connection.place, standingName(standing)),
    words.to(file, '') + countsInWords(counts, lang, { number: (standing.base ?? 0) + 1 }),
    ...(doubt === null ? [] : [`  ${authority.other(frame.authority.domain)}`]),
    ...(isTakenDown(standing) ? [`  ${words.staysTaken}`] : []),
    few === null
      ? large.packed(events, megabytes(report.size?.used ?? 0))
      : large.edited(few.size, events),
    ...(warnings === 0
      ? []
      : [say().because(reportMessages[lang].warnings(warnings), commandLine('check', file))]),
    ...lookedUpLines(report, lang),
    '',
  ].join('\n')
}

interface Sending {
  readonly prepared: PreparedDocument
  readonly standing: Standing
  readonly revisions: BaseEvents | null
  readonly folder: string
  readonly about: object
}

async function send(task: LargeTask, sending: Sending): Promise<CommandResult> {
  const { connection, file, flags } = task
  const { prepared, standing, revisions, folder, about } = sending
  const { base } = standing
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
  const { question: words } = say()
  const question = isTakenDown(standing) ? words.bringBack(next) : words.publish(next)
  const published = await writeGuarded(write, base, question)
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
