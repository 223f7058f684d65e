// The outbox in memory: for simulation, and as the plain meaning of the one in SQLite.
import { byOrder, isSingle, type Duty, type Outbox } from '../../src/store/outbox.ts'

export function createMemoryOutbox(): Outbox {
  let duties: readonly Duty[] = []
  return {
    duties: () => duties,
    add(duty) {
      const isReplaced = (other: Duty): boolean =>
        other.kind === duty.kind && (other.number === duty.number || isSingle(duty.kind))
      duties = [...duties.filter((other) => !isReplaced(other)), duty].toSorted(byOrder)
    },
    done(duty) {
      duties = duties.filter((other) => other.kind !== duty.kind || other.number !== duty.number)
    },
  }
}
