// Which changes of a document go back to the value of an older edition, and so undo what an edition since
// has changed.
import type { EditionLine, ServiceClient } from '../service/http-client.ts'
import { readEdition, readEditions, type ReadEdition } from '../service/kept.ts'
import { compareDocuments, type Comparison } from './comparison.ts'

export interface Undone {
  /** `event`, or the part as in the comparison. */
  readonly part: string
  readonly id: string
  /** Absent where the whole is added or removed again. */
  readonly field?: string
  /** The edition whose change is undone. */
  readonly edition: EditionLine
}

/** Maximum editions that are looked into. */
const depth = 10

/** Each change of the newest edition's document that takes an edition's change back. */
export async function undoneBy(
  client: ServiceClient,
  timeline: string,
  comparison: Comparison,
): Promise<readonly Undone[]> {
  const mine = valuesOf(comparison, 'after')
  if (mine.size === 0) return []
  const listed = await readEditions(client, timeline)
  if (!listed.ok) return []
  const lines = listed.value.slice(0, depth)
  const undone = new Map<string, Undone>()
  let after: ReadEdition | null = null
  for (const line of lines) {
    const read = await readEdition(client, timeline, line.number)
    if (!read.ok) break
    if (after !== null) addUndone(undone, mine, { before: read.value, after })
    after = read.value
  }
  return [...undone.values()]
}

interface Step {
  readonly before: ReadEdition
  readonly after: ReadEdition
}

function addUndone(
  undone: Map<string, Undone>,
  mine: ReadonlyMap<string, Change>,
  { before, after }: Step,
): void {
  const theirs = valuesOf(compareDocuments(before.document, after.document), 'before')
  for (const [key, { value, ...change }] of theirs)
    if (mine.get(key)?.value === value && !undone.has(key))
      undone.set(key, { ...change, edition: after.line })
}

interface Change extends Omit<Undone, 'edition'> {
  /** As JSON. */
  readonly value: string
}

const whole = (part: string, id: string, isThere: boolean): Change => ({
  part,
  id,
  value: String(isThere),
})

/** Every change by its place, with its value before or after. */
function valuesOf(comparison: Comparison, side: 'before' | 'after'): ReadonlyMap<string, Change> {
  const { added, changed, withdrawn, removed, parts } = comparison
  const all = [
    ...added.map(({ id }) => whole('event', id, side === 'after')),
    ...removed.map(({ id }) => whole('event', id, side === 'before')),
    ...[...changed, ...withdrawn].flatMap(({ id, fields }) =>
      fields.map((change) => ({
        part: 'event',
        id,
        field: change.field,
        value: JSON.stringify(change[side]),
      })),
    ),
    ...parts.flatMap(({ part, id, change: how, fields }) =>
      how === 'changed'
        ? fields.map((change) => ({
            part,
            id,
            field: change.field,
            value: JSON.stringify(change[side]),
          }))
        : [whole(part, id, (how === 'added') === (side === 'after'))],
    ),
  ]
  return new Map(all.map((change) => [`${change.part}/${change.id}/${change.field ?? ''}`, change]))
}
