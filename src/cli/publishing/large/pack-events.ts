// Builds the parts of a segment from events in the total order: those of `src/edition/segment`, and with
// them the events as their author wrote them (parts `a`), for `jishi pull`.
import type { AuthoredEvent, StoredEvent } from '../../../domain/document/event.ts'
import type { EarlyRevision, Revision } from '../../../domain/document/revision.ts'
import type { TimelineDocument } from '../../../domain/document/timeline.ts'
import { eventCompiler, type EventContent } from '../../../edition/compile.ts'
import type { StoredTimeline } from '../../../edition/head.ts'
import { createSegmentBuilder } from '../../../edition/segment/builder.ts'
import { partName } from '../../../edition/segment/parts.ts'
import type { SegmentRoot } from '../../../edition/segment/parts.ts'
import { authoredPart } from '../../../edition/upload/authored.ts'
import type { DiskParts } from './disk-parts.ts'
import type { SortedEvent } from './sorted-events.ts'

export interface PackRequest {
  /** The name that the service gave to the segment. */
  readonly segment: string
  /** As the service stores it. */
  readonly timeline: StoredTimeline
  /** The document without its events. */
  readonly frame: TimelineDocument
  readonly revisionsOf: RevisionsOf
  readonly events: AsyncIterable<SortedEvent>
  readonly parts: DiskParts
  /** Told after each event. */
  readonly onEvent?: () => void
}

/** When an event appeared, and when it last changed, by its content. */
export type RevisionsOf = (content: EventContent) => {
  readonly first: EarlyRevision
  readonly changed: Revision
}

export interface PackedSegment {
  readonly root: SegmentRoot
  /** Names of parts that are uploaded together, in their order: authored events, then the same as stored. */
  readonly groups: readonly (readonly string[])[]
}

/** Bytes of authored events of one part, unless those of one part of stored events have more. */
const authoredBytes = 1_048_576

/** @example await packEvents({ segment: '1-u1', … }) → { root: { segment: '1-u1', … }, groups: [['1-u1/a0', '1-u1/e0', …], …] } */
export async function packEvents(request: PackRequest): Promise<PackedSegment> {
  const { segment, timeline, frame, revisionsOf, events, parts, onEvent } = request
  const groups: string[][] = []
  /** Lines whose stored events are not written yet, and those whose are. */
  let [waiting, lines]: [string[], string[]] = [[], []]
  let [names, length]: [string[], number] = [[], 0]
  const endGroup = async (): Promise<void> => {
    if (names.length === 0) return
    const name = partName(segment, 'a', groups.length)
    await parts.write(name, await authoredPart(name, lines))
    groups.push([name, ...names])
    ;[lines, names, length] = [[], [], 0]
  }
  const builder = await createSegmentBuilder(segment, timeline, {
    scratch: parts.scratch,
    async write(name, part) {
      await parts.write(name, part)
      if (typeof part !== 'string') return
      names.push(name)
      for (const line of waiting) {
        lines.push(line)
        length += line.length
      }
      waiting = []
      if (length >= authoredBytes) await endGroup()
    },
  })
  const contentOf = eventCompiler(frame)
  for await (const { position, line } of events) {
    const content = contentOf(JSON.parse(line) as AuthoredEvent)
    const stored: StoredEvent = { ...content, position, ...revisionsOf(content) }
    await builder.add(stored)
    waiting.push(line)
    onEvent?.()
  }
  const root = await builder.finish()
  await endGroup()
  parts.finish()
  const grouped = new Set(groups.flat())
  const others = [...parts.sizes.keys()].filter((name) => !grouped.has(name))
  return { root, groups: [...groups, ...others.map((name) => [name])] }
}
