// What the simulation knows to be true: every edition that the log took, and what each intent to
// publish came to. Finds what contradicts it.
import type { Head } from '../../src/edition/head.ts'
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
  const verified = new WeakSet<object>()

  const take = (record: EditionRecord): void => {
    const { number } = record.entry
    if (editions.has(number)) violations.push(`double winner: edition ${number} was made twice`)
    checkRevisions(editions.get(number - 1)?.record.head, record.head)
    editions.set(number, editionOf(record))
  }

  const checkRevisions = (before: Head | undefined, after: Head): void => {
    const now = revisionsOf(after)
    for (const [id, old] of before === undefined ? [] : revisionsOf(before)) {
      const revision = now.get(id)
      if (revision === undefined) violations.push(`forgotten: the revision of ${id}`)
      else if (revision.sequence < old.sequence || revision.modified < old.modified)
        violations.push(`fallen: the revision of ${id}`)
    }
  }

  return {
    violations,
    editions,
    violate: (what) => void violations.push(what),
    watch(log) {
      const known = log.latest()
      if (known !== null)
        for (const { number } of known.head.kept) {
          const record = log.record(number)
          if (record !== null) editions.set(number, editionOf(record))
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
      timeline: head.timeline,
      edition: head.edition,
      kept: head.kept,
      adds: head.adds,
    }),
    copy: JSON.stringify({ entry, head, document, changes }),
  }
}

const revisionsOf = ({ adds, retired }: Head) =>
  new Map([...adds.map((event) => [event.id, event.revision] as const), ...Object.entries(retired)])
