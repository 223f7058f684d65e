// The copies of editions in the store. Small ones are one value. Where the events are packed, a copy is
// many values, which a store that fails now and then takes only bit by bit: what it took is remembered.
import { wrap } from '../../edition/envelope.ts'
import { maxHeadBytes, type Head } from '../../edition/head.ts'
import { packHead } from '../../edition/segment/pack.ts'
import { contentSize } from '../../edition/size.ts'
import type { EditionLog, EditionRecord } from './edition-log.ts'
import { documentKey, editionKey, partKey } from '../keys.ts'
import type { KeyValue } from '../key-value.ts'
import { together } from '../together.ts'
import type { DocumentCopy, EditionCopy } from '../values.ts'

export interface Copies {
  /** What a copy names comes before it: the parts of the segment and the document. */
  write(number: number): Promise<void>
  /** The head as readers get it: with its events, or with the root of their segment. */
  served(head: Head): Promise<Head>
  delete(timeline: string, number: number): Promise<void>
}

/** A store that failed so often is left alone until the next try. */
const maxFailures = 6

/** @example write(3), where edition 3 is large → its parts, its document, then its copy */
export function createCopies(log: EditionLog, kv: Pick<KeyValue, 'put' | 'delete'>): Copies {
  /** The parts in the store of copies that are not yet. */
  const written = new Map<number, Set<string>>()
  let packed: Head | null = null
  const inTurn = createTurns()

  async function pack(head: Head) {
    const { head: served, parts } = await packHead(head)
    packed = served
    return { served, parts }
  }

  async function writePacked({ entry, head, document, changes }: EditionRecord): Promise<void> {
    const { number } = entry
    const { id } = head.timeline
    const { served, parts } = await pack(head)
    log.noteParts(number, [...parts.keys()])
    const done = written.get(number) ?? new Set()
    written.set(number, done)
    const left = [...parts].filter(([name]) => !done.has(name))
    await each(left, async ([name, part]) => {
      await kv.put(partKey(id, name), part)
      done.add(name)
    })
    await put(documentKey(id, number), { document })
    await put(editionKey(id, number), { entry, head: served, document: null, changes })
    // A repair writes all of them again.
    written.delete(number)
  }

  const put = async (key: string, content: EditionCopy | DocumentCopy): Promise<void> =>
    kv.put(key, await wrap(key, content))

  return {
    async write(number) {
      // Only one large edition at a time is in memory.
      const small = await inTurn(async () => {
        const record = log.record(number)
        if (record === null || !isLarge(record.head)) return record
        await writePacked(record)
        return null
      })
      if (small === null) return
      const { entry, head, document, changes } = small
      await put(editionKey(head.timeline.id, number), { entry, head, document, changes })
    },

    async served(head) {
      if (!isLarge(head)) return head
      return packed?.edition.number === head.edition.number ? packed : (await pack(head)).served
    },

    async delete(timeline, number) {
      written.delete(number)
      await kv.delete(editionKey(timeline, number))
      await deleteParts(timeline, number, { log, kv })
    },
  }
}

async function deleteParts(
  timeline: string,
  number: number,
  { log, kv }: { readonly log: EditionLog; readonly kv: Pick<KeyValue, 'delete'> },
): Promise<void> {
  const names = log.parts(number)
  if (names.length === 0) return
  await kv.delete(documentKey(timeline, number))
  const left = new Set(names)
  try {
    await each(names, async (name) => {
      await kv.delete(partKey(timeline, name))
      left.delete(name)
    })
  } finally {
    // What is left is deleted by the next try.
    log.noteParts(number, [...left])
  }
}

/** True of an edition whose events are packed. */
const isLarge = (head: Head): boolean => contentSize(head) > maxHeadBytes

/** Does as much as it can, then throws the first failure. */
async function each<Item>(
  items: readonly Item[],
  one: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = []
  await together(items, async (item) => {
    if (failures.length < maxFailures)
      await one(item).catch((cause: unknown) => failures.push(cause))
  })
  if (failures.length > 0) throw failures[0]
}

/** Runs one after the other, whether or not the one before failed. */
function createTurns(): <Value>(run: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (run) => {
    const turn = last.then(run, run)
    last = turn.catch(() => undefined)
    return turn
  }
}
