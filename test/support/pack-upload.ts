// Packs the events of a document as the command line does, and makes bodies of uploads of them.
import type { AuthoredEvent, StoredEvent } from '../../src/domain/document/event.ts'
import type { Revision } from '../../src/domain/document/revision.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { compareEvents } from '../../src/domain/query/order.ts'
import { eventCompiler } from '../../src/edition/compile.ts'
import type { StoredTimeline } from '../../src/edition/head.ts'
import { createSegmentBuilder } from '../../src/edition/segment/builder.ts'
import { checksumOf } from '../../src/edition/segment/checksums.ts'
import { memoryScratch } from '../../src/edition/segment/posting-runs.ts'
import type { SegmentRoot } from '../../src/edition/segment/parts.ts'
import { authoredPart } from '../../src/edition/upload/authored.ts'

type Bytes = Uint8Array<ArrayBuffer>

const bytesOf = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text))

/** What a lease answers that packing needs. */
export interface LeaseTold {
  readonly segment: string
  readonly edition: number
  readonly instant: string
  readonly stored: StoredTimeline
  readonly uploaded: readonly { readonly part: string }[]
}

/** Parts by name, in the order in which they may be sent. */
export interface PackedParts {
  readonly root: SegmentRoot
  readonly parts: ReadonlyMap<string, Bytes>
}

/** Parts of events of one part of authored ones. */
const ofGroup = 2

/**
 * Packs all events as new ones of the edition, but those of which `revisions` knows others.
 * @example packUpload(document, lease) → { root, parts: Map { 'a0' → …, 'e0' → …, … } }
 */
export async function packUpload(
  document: TimelineDocument,
  { segment, edition, instant, stored }: LeaseTold,
  revisions: ReadonlyMap<string, Pick<StoredEvent, 'first' | 'changed'>> = new Map(),
): Promise<PackedParts> {
  const at: Revision = { edition, instant }
  const contentOf = eventCompiler(document)
  const events = document.events
    .map((authored, position) => {
      const known = revisions.get(authored.id) ?? { first: at, changed: at }
      return { authored, event: { ...contentOf(authored), position, ...known } }
    })
    .toSorted((a, b) => compareEvents(a.event, b.event))
  const [text, others] = [new Map<string, Bytes>(), new Map<string, Bytes>()]
  const builder = await createSegmentBuilder(segment, stored, {
    async write(name, part) {
      const [, own = ''] = name.split('/')
      if (typeof part === 'string') text.set(own, bytesOf(part))
      else others.set(own, part)
    },
    scratch: memoryScratch(),
  })
  for (const { event } of events) await builder.add(event)
  const root = await builder.finish()
  const authored = events.map((one) => one.authored)
  return { root, parts: new Map([...(await grouped(segment, text, authored)), ...others]) }
}

async function grouped(
  segment: string,
  text: ReadonlyMap<string, Bytes>,
  authored: readonly AuthoredEvent[],
): Promise<Map<string, Bytes>> {
  const parts = new Map<string, Bytes>()
  const names = [...text.keys()]
  let next = 0
  for (let at = 0; at < names.length; at += ofGroup) {
    const own = names.slice(at, at + ofGroup)
    const count = own.reduce((sum, name) => sum + linesIn(text.get(name)), 0)
    const lines = authored.slice(next, next + count).map((event) => JSON.stringify(event))
    next += count
    const name = `a${at / ofGroup}`
    parts.set(name, await authoredPart(`${segment}/${name}`, lines))
    for (const e of own) parts.set(e, text.get(e) ?? new Uint8Array())
  }
  return parts
}

/** Without the label. */
const linesIn = (part: Bytes = new Uint8Array()): number =>
  new TextDecoder().decode(part).split('\n').length - 1

/** The body of an upload of these parts. */
export async function framed(parts: ReadonlyMap<string, Bytes>): Promise<Bytes> {
  const pieces: Bytes[] = []
  for (const [part, bytes] of parts) {
    const line = { part, bytes: bytes.length, sha256: await checksumOf(bytes) }
    pieces.push(bytesOf(`${JSON.stringify(line)}\n`), bytes)
  }
  return new Uint8Array(Buffer.concat(pieces))
}
