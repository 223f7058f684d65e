// The copies of editions in the store. Small ones are one value. Where the events are packed, a copy is
// many values, which a store that fails now and then takes only bit by bit: what it took is remembered.
import { wrap } from '../../edition/envelope.ts'
import { maxHeadBytes, type Head } from '../../edition/head.ts'
import { packHead, type Packed } from '../../edition/segment/pack.ts'
import { contentSize } from '../../edition/size.ts'
import type { EditionLog, EditionRecord, Packing } from './edition-log.ts'
import { documentKey, editionKey, partKey } from '../keys.ts'
import type { KeyValue } from '../key-value.ts'
import { chooseBase, laidOver, packingOf, servedHead } from './laid.ts'
import { deleteSegments, each, releaseSegment } from './segments.ts'
import type { DocumentCopy, EditionCopy } from '../values.ts'

/** The parts that are in the store, of copies that are not yet. */
type Written = Map<number, Set<string>>

export interface Copies {
  /** What a copy names comes before it: the parts of the segment and the document. */
  write(number: number): Promise<void>
  /** The head as readers get it: with its events, or with the root of their segment. */
  served(head: Head): Promise<Head>
  delete(timeline: string, number: number, now: number): Promise<void>
}

/** @example write(3), where edition 3 is large → its parts, its document, then its copy */
export function createCopies(log: EditionLog, kv: Pick<KeyValue, 'put' | 'delete'>): Copies {
  const written: Written = new Map()
  const inTurn = createTurns()

  /** Only one large edition at a time is in memory. */
  const writeIfLarge = (number: number): Promise<EditionRecord | null> =>
    inTurn(async () => {
      const record = log.record(number)
      if (record === null || !isLarge(record.head)) return record
      await writePacked(record, { log, kv, written })
      return null
    })

  return {
    async write(number) {
      const small = await writeIfLarge(number)
      if (small === null) return
      const { entry, head, document, changes } = small
      await put(kv, editionKey(head.timeline.id, number), { entry, head, document, changes })
    },

    async served(head) {
      if (!isLarge(head)) return head
      const { number } = head.edition
      const known = servedHead(log, head)
      if (known !== null) return known
      await writeIfLarge(number)
      const now = servedHead(log, head)
      if (now === null) throw new Error(`edition ${number} is not packed`)
      return now
    },

    async delete(timeline, number, now) {
      written.delete(number)
      await kv.delete(editionKey(timeline, number))
      releaseSegment(number, log, now)
      const packing = packingOf(log, number)
      if (packing === undefined) return
      await kv.delete(documentKey(timeline, number))
      log.notePacking({ ...packing, over: null, isForgotten: true })
      await deleteSegments(timeline, log, kv)
    },
  }
}

interface Writing {
  readonly log: EditionLog
  readonly kv: Pick<KeyValue, 'put'>
  readonly written: Written
}

/** Over the segment that was noted; else over that of the newest edition that is near enough; else packed. */
async function writePacked(record: EditionRecord, { log, kv, written }: Writing): Promise<void> {
  const { entry, head, document, changes } = record
  const noted = packingOf(log, entry.number)
  const laid = noted === undefined ? chooseBase(log, head) : laidOver(log, noted, head)
  const packed = laid === null ? await packHead(head) : null
  const served = packed?.head ?? laid?.head ?? head
  const packing: Packing = {
    number: entry.number,
    over: laid?.over ?? noted?.over ?? null,
    root: packed === null ? null : (served.base?.root ?? null),
    parts: [...(packed?.parts.keys() ?? [])],
    isWritten: false,
    isForgotten: false,
  }
  log.notePacking(packing)
  if (packed !== null) await writeParts(record, packed, { kv, written })
  const { id } = head.timeline
  await put(kv, documentKey(id, entry.number), { document })
  await put(kv, editionKey(id, entry.number), { entry, head: served, document: null, changes })
  // A repair writes all of them again.
  written.delete(entry.number)
  log.notePacking({ ...packing, isWritten: true })
}

async function writeParts(
  { head }: EditionRecord,
  packed: Packed,
  { kv, written }: Omit<Writing, 'log'>,
): Promise<void> {
  const { number } = head.edition
  const done = written.get(number) ?? new Set()
  written.set(number, done)
  const left = [...packed.parts].filter(([name]) => !done.has(name))
  await each(left, async ([name, part]) => {
    await kv.put(partKey(head.timeline.id, name), part)
    done.add(name)
  })
}

const put = async (
  kv: Pick<KeyValue, 'put'>,
  key: string,
  content: EditionCopy | DocumentCopy,
): Promise<void> => kv.put(key, await wrap(key, content))

/** True of an edition whose events are packed here, and not uploaded. */
const isLarge = (head: Head): boolean => head.base === null && contentSize(head) > maxHeadBytes

/** Runs one after the other, whether or not the one before failed. */
function createTurns(): <Value>(run: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (run) => {
    const turn = last.then(run, run)
    last = turn.catch(() => undefined)
    return turn
  }
}
