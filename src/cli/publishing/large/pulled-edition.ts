// The document of an edition that was uploaded in parts, as a file or a stream: part by part, so that it is
// never in memory whole.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { orderKeyOf, type OrderKey } from '../../../domain/query/order.ts'
import { failed, ok, type Result } from '../../../domain/result.ts'
import { eventsOfPart } from '../../../edition/segment/lines.ts'
import { DamagedPart } from '../../../edition/segment/parts.ts'
import { authoredLines } from '../../../edition/upload/authored.ts'
import { BadPart } from '../../../edition/upload/part-problem.ts'
import { fileBehind, takePlace } from '../../document/replace.ts'
import { inScratchFolder } from '../../document/large/scratch-folder.ts'
import { keepHeapSmall } from '../../document/large/small-heap.ts'
import type { ServiceFailure } from '../../service/http-call.ts'
import type { EditionLine, ServiceClient, UploadedEdition } from '../../service/http-client.ts'
import { digestOfEvents } from './content-digest.ts'
import { createEventSorter } from './sorted-events.ts'

/** An edition that was uploaded in parts. */
export interface UploadedReply {
  readonly edition: EditionLine
  readonly document: null
  readonly uploaded: UploadedEdition
}

/** Why an edition cannot be given: the service, or `damaged` if it is not what was published. */
export type Unpulled = ServiceFailure | 'damaged'

export interface PullTarget {
  /** A folder for what is sorted meanwhile. */
  readonly folder: string
  readonly out: Writable
  /** A line for each event, or JSON as `jishi pull` prints it. */
  readonly isOfLines: boolean
  readonly onPart?: (done: number, all: number) => void
}

/**
 * Writes the events byte for byte as they were published, in the order of their document. What was
 * written is not to be used if this fails.
 */
export async function writeEdition(
  client: ServiceClient,
  timeline: string,
  kept: UploadedReply,
  target: PullTarget,
): Promise<Result<null, Unpulled>> {
  keepHeapSmall()
  const { uploaded, edition } = kept
  const { events: edits = [], ...frame } = uploaded.document
  // Its digest is not that of its document.
  const isEdited = edits.length > 0 || uploaded.drops.length > 0
  const sorter = createEventSorter(target.folder)
  try {
    const sorted = await sortParts(
      { client, timeline, number: edition.number, uploaded },
      sorter,
      target,
    )
    if (!sorted.ok) return sorted
  } catch (error) {
    if (error instanceof DamagedPart || error instanceof BadPart) return failed('damaged')
    throw error
  }
  const digest = digestOfEvents(frame)
  const writer = documentWriter(target, frame)
  await writer.begin()
  for await (const { line } of sorter.sorted()) {
    digest.add(JSON.parse(line))
    await writer.event(line)
  }
  await writer.end()
  const isWhole = isEdited || digest.end() === edition.digest
  return isWhole ? ok(null) : failed('damaged')
}

interface Parts {
  readonly client: ServiceClient
  readonly timeline: string
  readonly number: number
  readonly uploaded: UploadedEdition
}

/** Authored events have the order of readers; their places in the document stand in what readers get. */
async function sortParts(
  { client, timeline, number, uploaded }: Parts,
  sorter: ReturnType<typeof createEventSorter>,
  { onPart }: PullTarget,
): Promise<Result<null, ServiceFailure>> {
  const { segment, parts } = uploaded
  const drops = new Set(uploaded.drops)
  let waiting: string[] = []
  let when: OrderKey['when'] | undefined
  /** Of events that edits replace, by id. */
  const places = new Map<string, number>()
  let [ordinal, next, last] = [0, 0, 0]
  for (let part = 0; part < parts.e; part++) {
    const stored = await client.segments.part(timeline, number, `e${part}`)
    if (!stored.ok) return stored
    const text = new TextDecoder().decode(stored.value)
    const eventAt = eventsOfPart(`${segment}/e${part}`, ordinal, text)
    for (let left = text.split('\n').length - 1; left > 0; left--, ordinal++) {
      if (waiting.length === 0) {
        const authored = await client.segments.part(timeline, number, `a${next}`)
        if (!authored.ok) return authored
        waiting = [...(await authoredLines(`${segment}/a${next}`, authored.value))].toReversed()
        next++
      }
      const line = waiting.pop() ?? ''
      const key = orderKeyOf(eventAt(ordinal))
      // The same date for all, so that only the places in the document decide.
      when ??= key.when
      last = Math.max(last, key.position)
      if (drops.has(ordinal)) places.set(key.id, key.position)
      else await sorter.add({ ...key, when }, line)
    }
    onPart?.(part + 1, parts.e)
  }
  for (const edit of uploaded.document.events ?? []) {
    const { id } = edit as { readonly id: string }
    const position = places.get(id) ?? ++last
    if (when !== undefined) await sorter.add({ id, position, when }, JSON.stringify(edit))
  }
  return ok(null)
}

const indented = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', '\n    ')

/** Waits where whoever reads is slower. */
function documentWriter({ out, isOfLines }: PullTarget, frame: object) {
  const put = async (text: string): Promise<void> => {
    // It drains no more.
    if (out.errored !== null) throw out.errored
    if (!out.write(text)) await once(out, 'drain')
  }
  let count = 0
  return {
    begin: (): Promise<void> =>
      isOfLines
        ? put(`${JSON.stringify(frame)}\n`)
        : put(`${JSON.stringify(frame, null, 2).slice(0, -2)},\n  "events": [`),
    event: (line: string): Promise<void> =>
      isOfLines
        ? put(`${line}\n`)
        : put(`${count++ === 0 ? '' : ','}\n    ${indented(JSON.parse(line))}`),
    end: (): Promise<void> =>
      isOfLines ? Promise.resolve() : put(count === 0 ? ']\n}\n' : '\n  ]\n}\n'),
  }
}

/**
 * The same into a file, which is written completely or not at all; false if another one is in the way.
 * @example await pullToFile(client, 'town', kept, { file: 'town.ndjson', … }) → ok(true)
 */
export async function pullToFile(
  client: ServiceClient,
  timeline: string,
  kept: UploadedReply,
  target: Pick<PullTarget, 'isOfLines' | 'onPart'> & {
    readonly file: string
    readonly force: boolean
  },
): Promise<Result<boolean, Unpulled>> {
  const { file: path, force, ...how } = target
  const file = await fileBehind(path)
  return inScratchFolder(join(dirname(file), '.jishi-pull-'), async (folder) => {
    const draft = join(folder, 'document')
    const out = createWriteStream(draft)
    const closed = once(out, 'close')
    // Rejected where the disk is full; until it is awaited, that is no other failure.
    closed.catch(() => undefined)
    const written = await writeEdition(client, timeline, kept, { ...how, folder, out })
    out.end()
    await closed
    if (!written.ok) return written
    const old = force ? null : await hashOf(file)
    if (old !== null && old !== (await hashOf(draft))) return ok(false)
    await takePlace(draft, file)
    return ok(true)
  })
}

/** The same on standard output, as JSON. */
export async function printUploaded(
  client: ServiceClient,
  timeline: string,
  kept: UploadedReply,
): Promise<Result<null, Unpulled>> {
  return inScratchFolder(join(tmpdir(), 'jishi-pull-'), (folder) =>
    writeEdition(client, timeline, kept, { folder, out: process.stdout, isOfLines: false }),
  )
}

/** SHA-256 of a file; null if it cannot be read. */
export async function hashOf(file: string): Promise<string | null> {
  try {
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
    return hash.digest('hex')
  } catch {
    return null
  }
}
