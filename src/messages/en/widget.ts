// English: messages of the widget only.
import type { WidgetMessages } from '../tables/widget.ts'

export const enWidget: WidgetMessages = {
  loading: 'Loading the timeline…',
  failed: 'The timeline cannot be loaded at the moment.',
  retry: 'Try again',
  stale: 'The connection was lost; this is what was loaded before.',
  noTimeline:
    'No timeline can be shown: src must be its address, such as https://timelines.example/timelines/town-2020.',
}
