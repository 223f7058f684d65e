// What the simulation knows to be true: every edition that the log took, and what each intent to
// publish came to. Finds what contradicts it.
import { sequenceOf } from '../../src/domain/document/revision.ts'
import { withoutRevisions, revisionsOf } from '../../src/edition/revisions.ts'
import type { EditionReader } from '../../src/edition/reader.ts'
import type { EditionLog, EditionRecord } from '../../src/store/publish/edition-log.ts'
import type { KeptEdition } from '../../src/store/read/store.ts'

export interface Truth {
  readonly violations: string[]
  readonly editions: Map<number, Edition>
  violate(what: string): void
  /** The log, watched: every edition that it takes is remembered. */
  watch(log: EditionLog): EditionLog
  checkReader(reader: EditionReader): Promise<void>
  checkCopy(copy: KeptEdition, number: number): void
}

interface Edition {
  readonly record: EditionRecord
  /** What a reader of its head gives. */
  readonly served: string
  readonly copy: string
}

export function createTruth(): Truth {
  const violations: string[] = []
  const editions = new Map<number, Edition>()
  const revisions = new Map<string, { readonly sequence: number; readonly instant: string }>()
  const verified = new WeakSet<object>()

  const take = (record: EditionRecord): void => {
    const { number } = record.entry
    if (editions.has(number)) violations.push(`double winner: edition ${number} was made twice`)
    checkRevisions(record)
    editions.set(number, editionOf(record))
  }

  const checkRevisions = ({ head }: EditionRecord): void => {
    for (const event of head.adds.map(revisionsOf(head.timeline))) {
      const { id, revision } = event
      const old = revisions.get(id)
      const now = { sequence: sequenceOf(event), instant: revision.instant }
      if (old !== undefined && (now.sequence < old.sequence || now.instant < old.instant))
        violations.push(`fallen: the revision of ${id}`)
      revisions.set(id, now)
    }
  }

  return {
    violations,
    editions,
    violate: (what) => void violations.push(what),
    watch(log) {
      const known = log.latest()
      if (known !== null)
        for (const { number } of known.head.kept.toReversed()) {
          const record = log.record(number)
          if (record !== null) {
            checkRevisions(record)
            editions.set(number, editionOf(record))
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
      if (truth?.served !== JSON.stringify({ timeline, edition, kept, adds }))
        violations.push('torn: a head that was never published')
    },
    checkCopy({ reader: _reader, ...copy }, number) {
      if (copy.entry?.number !== number) violations.push('torn: the copy of another edition')
      if (verified.has(copy.head)) return
      const truth = editions.get(copy.entry?.number)
      if (truth?.copy !== JSON.stringify(copy))
        violations.push('torn: a copy that was never published')
      verified.add(copy.head)
    },
  }
}

const editionOf = (record: EditionRecord): Edition => {
  const { entry, head, document, changes } = record
  return {
    record,
    served: JSON.stringify({
      timeline: withoutRevisions(head.timeline),
      edition: head.edition,
      kept: head.kept,
      adds: head.adds.map(revisionsOf(head.timeline)),
    }),
    copy: JSON.stringify({ entry, head, document, changes }),
  }
}
