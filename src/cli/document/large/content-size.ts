// How large the edition of a document is that is read in batches: `contentSize` of all of them.
import type { TimelineDocument } from '../../../domain/document/timeline.ts'
import { eventCompiler } from '../../../edition/compile.ts'
import { sizeFrom, sizeOfDocument, type EditionSize } from '../size.ts'

/** The brackets of the JSON of an edition are counted with its frame. */
export function createSizer() {
  let [frame, events, isEstimated] = [0, 0, false]
  return {
    addFrame(document: TimelineDocument): void {
      frame = sizeOfDocument(document).used
    },
    addEvents(document: TimelineDocument, first: number): void {
      const contentOf = eventCompiler(document)
      for (const [index, event] of document.events.entries()) {
        const text = JSON.stringify({ ...contentOf(event), position: first + index })
        events += Buffer.byteLength(text) + (first + index > 0 ? 1 : 0)
      }
    },
    /** Of what has faults: it counts as it is written. */
    addUnsound(text: string): void {
      isEstimated = true
      events += Buffer.byteLength(text)
    },
    size: (count: number): EditionSize => sizeFrom({ frame, events, count, isEstimated }),
  }
}
