// The lines of the list in memory: for simulation, and as the reference for those in SQLite.
import type { LineStore } from '../../src/store/timeline-list.ts'
import { createMemoryOutbox } from './memory-outbox.ts'
import type { TimelineLine } from '../../src/store/values.ts'

export function createMemoryLines(): LineStore {
  const lines = new Map<string, TimelineLine>()
  return {
    ...createMemoryOutbox(),
    lines: () => [...lines.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    take(line) {
      const known = lines.get(line.id)
      if (known === undefined || known.edition <= line.edition) lines.set(line.id, line)
    },
  }
}
