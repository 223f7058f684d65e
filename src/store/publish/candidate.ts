// The publisher of one timeline: each request becomes a candidate for the next edition. The edition
// log decides; everything outside is updated afterwards.
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { documentDigest } from '../../edition/digest.ts'
import type { Head } from '../../edition/head.ts'
import type { Stamp } from '../../edition/next.ts'
import type { PartSource } from '../../edition/segment/parts.ts'
import { commit, superseded, type Candidate, type CommitParts } from './compare-and-set.ts'
import { createCopies } from './copies.ts'
import { editedDocument, editedOverSegment } from './edited.ts'
import { createLeases } from './leases.ts'
import { backOff, createDelivery } from '../delivery.ts'
import { restoredChanges, restoredEdition } from './restored.ts'
import { isWhole, repairTasks, runTask, type Outside } from './tasks.ts'
import { readDocument } from './received-document.ts'
import type {
  CommitResult,
  EditRequest,
  Publisher,
  PublishFailure,
  Repaired,
  RestoreRequest,
} from './publisher.ts'
import { documentAfterUploaded, documentEdition, segmentCandidate } from './uploaded.ts'
import { withWriteTimeouts, writeTimeout } from '../key-value.ts'
import { withTimeout } from '../timeout.ts'

export interface PublishingParts extends Outside, Omit<CommitParts, 'delivery'> {
  /** The parts of uploaded segments of a timeline. */
  readonly sourceOf: (timeline: string) => PartSource
}

export interface Publishing extends Publisher {
  /** Runs the tasks that are due. */
  drain(): Promise<void>
}

/** @example publish({ base: 0, … }) → ok({ entry: { number: 1, … }, outcome: 'created', … }) */
export function createPublishing(parts: PublishingParts): Publishing {
  const { log, now, schedule } = parts
  const kv = withWriteTimeouts(parts.kv)
  const list: Outside['list'] = (line) => withTimeout(parts.list(line), writeTimeout)
  const copies = createCopies(log, kv)
  const delivery = createDelivery({
    outbox: log,
    mutable: 'head',
    aside: ['list', 'forget', 'collect'],
    now,
    schedule,
    run: (task) => runTask(task, { log, kv, list, now }, copies),
  })
  const committing = { ...parts, delivery }

  return {
    drain: () => delivery.drain(),
    ...createLeases({ log, kv, delivery, now }),

    async publish(request) {
      const document = readDocument(request, log.latest())
      if (!document.ok) return document
      const { base, dryRun = false } = request
      const stamp = stampOf(request)
      return commitDocument({ document: document.value, base, stamp, dryRun }, committing)
    },

    edit: (request) => edit(request, committing),

    async commitSegment(request) {
      const source = parts.sourceOf(request.timeline)
      const candidate = await segmentCandidate(request, log, { now: now(), source })
      return candidate.ok ? commit(candidate.value, committing) : candidate
    },

    restore: (request) => restore(request, committing),

    async takeDown(request) {
      const latest = log.latest()
      if (latest === null) return failed(noTimeline)
      const document = { ...latest.document, events: [] }
      const stamp = { ...stampOf(request), removes: true as const }
      return commitDocument({ document, base: request.base, stamp, dryRun: false }, committing)
    },

    repair: () => repair(committing),
  }
}

type Committing = CommitParts & Pick<PublishingParts, 'sourceOf'>

interface ProposedDocument extends Pick<Candidate, 'base' | 'dryRun'> {
  readonly document: TimelineDocument
  readonly stamp: Omit<Stamp, 'digest' | 'instant'>
  /** The head of the edition that it is rolled back to. */
  readonly restored?: Head
}

/** A document as the edition after the newest one. */
async function commitDocument(
  { document, base, dryRun, stamp, restored }: ProposedDocument,
  committing: Committing,
): Promise<CommitResult> {
  const { log, sourceOf } = committing
  const digest = await documentDigest(document)
  const latest = log.latest()
  // What readers have of the newest edition is read only where the document can become the next one.
  const prior =
    latest?.head.base && latest.entry.number === base
      ? await documentAfterUploaded(document, latest.head, {
          source: sourceOf(document.id),
          restored,
        })
      : null
  const build: Candidate['build'] = (previous, full) =>
    documentEdition(document, { previous, prior, stamp: full }, log)
  return commit({ base, dryRun, stamp: { ...stamp, digest }, build }, committing)
}

async function edit(request: EditRequest, committing: Committing): Promise<CommitResult> {
  const { log, sourceOf } = committing
  const { base, dryRun = false, edits, timeline } = request
  const [latest, record] = [log.latest(), log.record(base)]
  if (latest === null) return failed(noTimeline)
  // The edits of a base that was superseded by just them are the same publish.
  if (record === null) return failed(superseded(latest, base))
  const stamp = stampOf(request)
  if (record.head.base === null) {
    const document = editedDocument(record.document, edits, latest)
    if (!document.ok) return document
    return commitDocument({ document: document.value, base, stamp, dryRun }, committing)
  }
  const edited = await editedOverSegment(record, edits, sourceOf(timeline), log)
  if (!edited.ok) return edited
  const { digest, build } = edited.value
  const own: Candidate['build'] = (previous, full) => build(previous ?? record.head, full)
  return commit({ base, dryRun, stamp: { ...stamp, digest }, build: own }, committing)
}

async function restore(request: RestoreRequest, committing: Committing): Promise<CommitResult> {
  const { edition, base } = request
  const { log, sourceOf } = committing
  const [latest, record] = [log.latest(), log.record(edition)]
  if (latest === null) return failed(noTimeline)
  if (record === null) return failed({ reason: 'not-found', rule: 'no-such-edition' })
  if (record.entry.removes === true) {
    const isKept = record.head.kept.some(({ number }) => number < edition && log.has(number))
    const rule = isKept ? 'nothing-to-restore' : 'nothing-kept-before'
    return failed({ reason: 'not-found', rule })
  }
  const stamp = { ...stampOf(request), restores: edition }
  const { document, head, entry } = record
  if (head.base === null)
    return commitDocument({ document, base, stamp, dryRun: false, restored: head }, committing)
  const { digest } = entry
  const compared =
    latest.entry.number === base
      ? await restoredChanges(
          { restored: head, latest: latest.head },
          log,
          sourceOf(request.timeline),
        )
      : null
  const build: Candidate['build'] = (previous, full) =>
    restoredEdition(record, { previous: previous ?? head, compared }, full)
  return commit({ base, stamp: { ...stamp, digest }, dryRun: false, build }, committing)
}

async function repair({
  log,
  delivery,
  now,
  schedule,
}: Committing): Promise<Result<Repaired, PublishFailure>> {
  const latest = log.latest()
  if (latest === null) return failed(noTimeline)
  const tasks = repairTasks(latest.head, log)
  schedule(now() + backOff.first)
  for (const task of tasks) log.add(task)
  await delivery.deliver()
  const copies = tasks.flatMap(({ kind, number }) => (kind === 'edition' ? [number] : []))
  const segments = log.segments().filter(({ editions }) => editions.length > 0)
  const uploaded = segments.map(({ segment }) => segment)
  return ok({ entry: latest.entry, copies, uploaded, visible: isWhole(log) })
}

const noTimeline: PublishFailure = { reason: 'not-found', rule: 'no-such-timeline' }

const stampOf = ({ by, note }: { readonly by: string; readonly note?: string }) =>
  note === undefined ? { by } : { by, note }
