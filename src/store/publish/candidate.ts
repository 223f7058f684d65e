// The publisher of one timeline: each request becomes a candidate for the next edition. The edition
// log decides; everything outside is updated afterwards.
import { failed, ok } from '../../domain/result.ts'
import { commit, type CommitParts } from './compare-and-set.ts'
import { createCopies } from './copies.ts'
import { backOff, createDelivery } from '../delivery.ts'
import { isWhole, repairTasks, runTask, type Outside } from './tasks.ts'
import { readDocument } from './received-document.ts'
import type { Publisher } from './publisher.ts'
import { withWriteTimeouts, writeTimeout } from '../key-value.ts'
import { withTimeout } from '../timeout.ts'

export type PublishingParts = Outside & Omit<CommitParts, 'delivery'>

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
    aside: ['list', 'forget'],
    now,
    schedule,
    run: (task) => runTask(task, { log, kv, list }, copies),
  })
  const committing = { ...parts, delivery }

  return {
    drain: () => delivery.drain(),

    async publish(request) {
      const document = readDocument(request, log.latest())
      if (!document.ok) return document
      const { base, dryRun } = request
      const stamp = stampOf(request)
      return commit({ document: document.value, base, stamp, dryRun: dryRun ?? false }, committing)
    },

    async restore(request) {
      const { edition, base } = request
      const record = log.record(edition)
      if (record === null || record.entry.removes === true) return failed({ reason: 'not-found' })
      const stamp = { ...stampOf(request), restores: edition }
      return commit({ document: record.document, base, stamp, dryRun: false }, committing)
    },

    async takeDown(request) {
      const latest = log.latest()
      if (latest === null) return failed({ reason: 'not-found' })
      const document = { ...latest.document, events: [] }
      const stamp = { ...stampOf(request), removes: true as const }
      return commit({ document, base: request.base, stamp, dryRun: false }, committing)
    },

    async repair() {
      const latest = log.latest()
      if (latest === null) return failed({ reason: 'not-found' })
      const tasks = repairTasks(latest.head, log)
      schedule(now() + backOff.first)
      for (const task of tasks) log.add(task)
      await delivery.deliver()
      const copies = tasks.flatMap(({ kind, number }) => (kind === 'edition' ? [number] : []))
      return ok({ entry: latest.entry, copies, visible: isWhole(log) })
    },
  }
}

const stampOf = ({ by, note }: { readonly by: string; readonly note?: string }) =>
  note === undefined ? { by } : { by, note }
