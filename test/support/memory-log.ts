// The edition log in memory: for simulation, and as the reference for the one in SQLite.
import { failed, ok } from '../../src/domain/result.ts'
import type { Appearance } from '../../src/edition/stored-form.ts'
import type { EditionLog, EditionRecord, Packing } from '../../src/store/publish/edition-log.ts'
import { createMemoryOutbox } from './memory-outbox.ts'
import { createMemorySegments } from './memory-segments.ts'

export function createMemoryLog(): EditionLog {
  const appearances = new Map<string, Appearance>()
  const records = new Map<number, EditionRecord>()
  const packings = new Map<number, Packing>()
  const outbox = createMemoryOutbox()
  let latest: EditionRecord | null = null

  return {
    ...outbox,
    ...createMemorySegments(),
    latest: () => latest,
    record: (number) => records.get(number) ?? null,
    head: (number) => records.get(number)?.head ?? null,
    appearanceOf: (event) => appearances.get(event),
    has: (number) => records.has(number),
    append({ gone = [], ...record }, tasks) {
      const { number } = record.entry
      if (number !== (latest?.entry.number ?? 0) + 1) return failed('taken')
      records.set(number, record)
      for (const { id, first, changed } of [...gone, ...record.head.adds])
        appearances.set(id, { first, last: changed })
      latest = record
      const kept = new Set(record.head.kept.map((entry) => entry.number))
      for (const number of records.keys()) if (!kept.has(number)) records.delete(number)
      for (const task of tasks) outbox.add(task)
      return ok(record)
    },
    packings: () => [...packings.values()],
    notePacking: (packing) => void packings.set(packing.number, packing),
    dropPacking: (number) => void packings.delete(number),
    forget: (number) => void records.delete(number),
  }
}
