// The render context of the service's own pages: messages and date words in the language of the
// page. The element builds its own (widget/display.ts).
import type { EventQuery } from '../domain/query/event-query.ts'
import type { Timeline } from '../domain/document/timeline.ts'
import { dateInWords, shortDateInWords } from '../messages/dates.ts'
import { contextOf, type RenderContext } from './context.ts'
import type { PageView } from './view.ts'
import { messages } from '../messages/languages.ts'

export function pageContext(
  view: PageView & {
    readonly timeline: Timeline
    readonly pinnedEdition?: number | undefined
    readonly query?: EventQuery
  },
): RenderContext {
  const { ui } = view.speech
  return contextOf(view, {
    words: messages[ui].list,
    dates: {
      full: (when) => dateInWords(when, ui),
      short: (when) => shortDateInWords(when, ui),
      spoken: (when, language) => [dateInWords(when, language), shortDateInWords(when, language)],
    },
  })
}
