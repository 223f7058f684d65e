// Calendars and slide shows of a timeline, as the service writes them.
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { nearestUiLanguage } from '../../src/domain/text/ui-language.ts'
import { compile } from '../../src/edition/compile.ts'
import type { Format } from '../../src/formats/format.ts'
import { feed } from './feed.ts'

const at = { edition: 1, instant: '2026-10-01T08:30:00Z' }

/** Also of events that are dated vaguely; those that are withdrawn are in no list. */
export function shownIn(
  format: Format,
  whole: TimelineDocument,
  content: string = whole.language,
): string {
  const { timeline, events } = compile(whole, null, at)
  const listed = events.filter(({ status }) => status !== 'withdrawn')
  return format.write(
    feed({
      timeline,
      events: listed.map((event) => ({ ...event, revision: event.changed })),
      language: nearestUiLanguage(content),
      content,
      vague: true,
    }),
  )
}
