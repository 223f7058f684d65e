// Reads a document that is too large for one request once: checks it, and sorts its events on disk.
import { orderKeyOf } from '../../../domain/query/order.ts'
import { failed, ok, type Result } from '../../../domain/result.ts'
import { eventCompiler } from '../../../edition/compile.ts'
import {
  checkStream,
  type FrameDocument,
  type StreamedCheck,
} from '../../document/large/check-stream.ts'
import type { SourceFile } from '../../document/source-texts.ts'
import type { TellDone } from '../../terminal/progress.ts'
import { digestOfEvents } from './content-digest.ts'
import { createEventSorter, type EventSorter } from './sorted-events.ts'

/** A document without faults, ready to be packed. */
export interface PreparedDocument {
  readonly report: StreamedCheck
  /** The document without its events, checked and as it is sent. */
  readonly frame: FrameDocument
  readonly content: object
  /** `documentDigest` of the whole document. */
  readonly digest: string
  readonly sorter: EventSorter
  readonly events: number
}

export interface PrepareOptions {
  readonly sources: readonly SourceFile[]
  readonly onChecked?: TellDone
  /** Where events are sorted. */
  readonly folder: string
  /** Bytes of events that are sorted in memory at a time. */
  readonly runBytes?: number
}

/**
 * Fails with a message for people where the file cannot be read, or with the report where it has faults.
 * @example await prepareLarge('town.ndjson', { sources: [], folder }) → ok({ digest, events: 100000, … })
 */
export async function prepareLarge(
  file: string,
  { sources, folder, runBytes, ...told }: PrepareOptions,
): Promise<Result<PreparedDocument, string | StreamedCheck>> {
  const sorter = createEventSorter(folder, runBytes)
  let digest: ReturnType<typeof digestOfEvents> | null = null
  const checked = await checkStream(file, {
    sources,
    ...told,
    async visit({ first, events, values, lines }, { document, value }) {
      digest ??= digestOfEvents(value)
      const contentOf = eventCompiler(document)
      for (const [index, event] of events.entries()) {
        const position = first + index
        digest.add(values[index])
        const { id, when } = contentOf(event)
        const line = lines?.[index] ?? JSON.stringify(values[index])
        await sorter.add(orderKeyOf({ id, position, when }), line)
      }
    },
  })
  if (!checked.ok) return checked
  const { frame, value, holds } = checked.value
  if (frame === null || value === null) return failed(checked.value)
  const content = { ...value, events: [] }
  const ended = digest ?? digestOfEvents(content)
  const events = holds?.events ?? 0
  return ok({ report: checked.value, frame, content, digest: ended.end(), sorter, events })
}
