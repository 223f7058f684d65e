// What the simulation knows to be true: every edition that the log took, and what each intent to
// publish came to. Finds what contradicts it.
import { withoutRevisions, revisionsOf } from '../../src/edition/revisions.ts'
import type { EditionReader } from '../../src/edition/reader.ts'
import type { EditionLog, EditionRecord } from '../../src/store/publish/edition-log.ts'
import type { KeptEdition } from '../../src/store/read/store.ts'
import { createModel, type Expected } from './model.ts'

export interface Truth {
  readonly violations: string[]
  readonly editions: Map<number, Edition>
  violate(what: string): void
  /** The log, watched: every edition that it takes is remembered. */
  watch(log: EditionLog): EditionLog
  checkReader(reader: EditionReader): Promise<void>
  checkCopy(copy: KeptEdition, number: number): void
  /** The edition through which readers get nothing once `newest` is there: it was taken down. */
  takenAt(newest: number): number
}

interface Edition {
  readonly record: EditionRecord
  /** What a reader of its head gives. */
  readonly served: string
  readonly copy: string
  /** The copy where it was published over a takedown: what came before is not compared with it. */
  readonly anew: string
  readonly expected: Expected
}

export function createTruth(): Truth {
  const violations: string[] = []
  const editions = new Map<number, Edition>()
  const revisions = new Map<string, { readonly sequence: number; readonly instant: string }>()
  const model = createModel()
  const verified = new WeakSet<object>()

  const take = (record: EditionRecord): void => {
    const { number } = record.entry
    if (editions.has(number)) violations.push(`double winner: edition ${number} was made twice`)
    editions.set(number, editionOf(record, checkRevisions(record)))
  }

  /** The sequence of revisions never falls; each is what the documents say; nothing is forgotten. */
  const checkRevisions = ({ head, document, entry }: EditionRecord): Expected => {
    const at = { edition: entry.number, instant: entry.published }
    const expected = model.take(document, at)
    for (const [id, { first, revision }] of expected) {
      const old = revisions.get(id)
      const sequence = revision.edition - first.edition
      if (old !== undefined && (sequence < old.sequence || revision.instant < old.instant))
        violations.push(`fallen: the revision of ${id}`)
      revisions.set(id, { sequence, instant: revision.instant })
    }
    for (const { id, first } of head.adds)
      if (JSON.stringify(first) !== JSON.stringify(expected.get(id)?.first))
        violations.push(`begun anew: the revision of ${id}`)
    if ([...model.removed].toSorted().join() !== head.removed.toSorted().join())
      violations.push('forgotten: a removed event')
    return expected
  }

  /** Forward: a takedown waits for a rollback to what was before it. */
  const takenAt = (newest: number): number => {
    let open: number[] = []
    for (const [number, { record }] of [...editions].toSorted(([a], [b]) => a - b)) {
      const { removes, restores = number } = record.entry
      if (number > newest) break
      open = open.filter((takedown) => takedown <= restores)
      if (removes === true) open.push(number)
    }
    return open.at(-1) ?? 0
  }

  return {
    violations,
    editions,
    takenAt,
    violate: (what) => void violations.push(what),
    watch(log) {
      const known = log.latest()
      if (known !== null)
        for (const { number } of known.head.kept.toReversed()) {
          const record = log.record(number)
          if (record !== null) {
            editions.set(number, editionOf(record, checkRevisions(record)))
          }
        }
      return {
        ...log,
        append(record, tasks) {
          const appended = log.append(record, tasks)
          if (appended.ok) take(record)
          return appended
        },
      }
    },
    async checkReader(reader) {
      if (verified.has(reader)) return
      verified.add(reader)
      const { timeline, edition, kept } = reader.facts
      const adds = await Array.fromAsync(reader.all())
      const truth = editions.get(edition?.number)
      if (truth?.served !== JSON.stringify({ timeline, edition, adds }))
        violations.push('torn: a head that was never published')
      const taken = takenAt(edition?.number)
      const told = truth?.record.head.kept.filter(({ number }) => number >= taken)
      if (JSON.stringify(kept) !== JSON.stringify(told))
        violations.push('torn: a log that was never published')
      for (const { id, revision } of adds)
        if (JSON.stringify(revision) !== JSON.stringify(truth?.expected.get(id)?.revision))
          violations.push(`wrong: the revision of ${id}`)
    },
    checkCopy({ reader: _reader, ...copy }, number) {
      if (copy.entry?.number !== number) violations.push('torn: the copy of another edition')
      if (verified.has(copy.head)) return
      const truth = editions.get(copy.entry?.number)
      const text = JSON.stringify(copy)
      if (truth?.copy !== text && truth?.anew !== text)
        violations.push('torn: a copy that was never published')
      verified.add(copy.head)
    },
  }
}

const editionOf = (record: EditionRecord, expected: Expected): Edition => {
  const { entry, head, document, changes } = record
  return {
    record,
    expected,
    served: JSON.stringify({
      timeline: withoutRevisions(head.timeline),
      edition: head.edition,
      adds: head.adds.map(revisionsOf(head.timeline)),
    }),
    copy: JSON.stringify({ entry, head, document, changes }),
    anew: JSON.stringify({ entry, head, document, changes: { ...changes, parts: [] } }),
  }
}
