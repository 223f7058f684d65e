// The messages that a language must have, by surface: without one of them it does not compile.
// Numbers and names are passed as text; everything is escaped where it is printed. languages.ts has
// the rows; each file here has the name of the file that a language has for it.
import type { ChangeMessages, FieldMessages } from './changes.ts'
import type { DateWriter } from './dates.ts'
import type { EventMessages } from './events.ts'
import type {
  CalendarMessages,
  FeedMessages,
  MarkdownMessages,
  TimelineJsMessages,
} from './feeds.ts'
import type { ListMessages } from './list.ts'
import type { PageMessages } from './pages.ts'
import type { ProblemMessages } from './problems.ts'
import type { ReferenceMessages } from './reference.ts'
import type { ToolMessages } from './tools.ts'
import type { WidgetMessages } from './widget.ts'

/** All messages of one language. */
export interface Messages {
  readonly dates: DateWriter
  readonly events: EventMessages
  readonly fields: FieldMessages
  readonly changes: ChangeMessages
  readonly list: ListMessages
  readonly pages: PageMessages
  readonly reference: ReferenceMessages
  readonly feeds: FeedMessages
  readonly calendar: CalendarMessages
  readonly markdown: MarkdownMessages
  readonly timelineJs: TimelineJsMessages
  readonly tools: ToolMessages
  readonly widget: WidgetMessages
  readonly problems: ProblemMessages
}
