// The outbox in memory: for simulation, and as the reference for the one in SQLite.
import { byOrder, isSingle, type Outbox, type Task } from '../../src/store/outbox.ts'

export function createMemoryOutbox(): Outbox {
  let tasks: readonly Task[] = []
  return {
    tasks: () => tasks,
    add(task) {
      const isReplaced = (other: Task): boolean =>
        other.kind === task.kind && (other.number === task.number || isSingle(task.kind))
      tasks = [...tasks.filter((other) => !isReplaced(other)), task].toSorted(byOrder)
    },
    done(task) {
      tasks = tasks.filter((other) => other.kind !== task.kind || other.number !== task.number)
    },
  }
}
