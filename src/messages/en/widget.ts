// English: messages of the widget only.
import type { Translation } from '../../domain/text/translation.ts'

/** Messages that only the widget uses. */
export type WidgetMessages = Translation<typeof enWidget>

export const enWidget = {
  loading: 'Loading the timeline…',
  failed: 'The timeline cannot be loaded at the moment.',
  retry: 'Try again',
  stale: 'The connection was lost; this is what was loaded before.',
  /** The element has no usable address. */
  noTimeline:
    'No timeline can be shown: src must be its address, such as https://timelines.example/timelines/town-2020.',
}
