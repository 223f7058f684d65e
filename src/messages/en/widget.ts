// English: messages of the widget only.
import type { Translation } from '../../domain/text/translation.ts'

/** Messages that only the widget uses. */
export type WidgetMessages = Translation<typeof enWidget>

export const enWidget = {
  loading: 'Loading the timeline…',
  /** For any other reason. */
  failed: 'The timeline cannot be loaded at the moment.',
  retry: 'Try again',
  /** No answer came. */
  unreached: 'The server cannot be reached.',
  /** Status 429. */
  busy: 'Too many requests.',
  /** Another answer without data, which may pass. */
  unavailable: 'The server is not available at the moment.',
  /** Below one of these, where something is shown. */
  stale: 'This is what was loaded before.',
  /** Above a list that shows only a part of its events. */
  part: (shown: number, total: string) => `Events shown: ${shown} of ${total}`,
  /** The element has no usable address. */
  noTimeline:
    'No timeline can be shown: src must be its address, such as https://timelines.example/timelines/town-2020.',
}
