// The pages of lists and events as texts.
import { joined } from '../../src/domain/text/pieces.ts'
import * as embed from '../../src/page/embed.ts'
import * as event from '../../src/page/event.ts'
import * as timeline from '../../src/page/timeline.ts'

export const renderTimelinePage = (
  ...view: Parameters<typeof timeline.renderTimelinePage>
): string => joined(timeline.renderTimelinePage(...view))

export const renderEmbedPage = (...view: Parameters<typeof embed.renderEmbedPage>): string =>
  joined(embed.renderEmbedPage(...view))

export const renderEventPage = (...view: Parameters<typeof event.renderEventPage>): string =>
  joined(event.renderEventPage(...view))
