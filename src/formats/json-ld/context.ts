// Shared by the nodes of a graph: the timeline's vocabulary by id, its permanent identifiers, and
// the language of the texts.
import type { TimelineEvent } from '../../domain/document/event.ts'
import { nearestUiLanguage } from '../../domain/text/ui-language.ts'
import { messages } from '../../messages/languages.ts'
import { createLocalizer } from '../../messages/localizer.ts'
import { figureInWords } from '../../messages/measures.ts'
import { statedDateInWords } from '../feed/entry-content.ts'
import type { Actor } from '../../domain/document/actor.ts'
import type { Text } from '../../domain/text/language-map.ts'
import type { Measure } from '../../domain/document/measure.ts'
import type { Source } from '../../domain/document/source.ts'
import type { Theme } from '../../domain/document/theme.ts'
import type { Timeline } from '../../domain/document/timeline.ts'
import { timelineTag } from '../../domain/document/permanent-id.ts'

export type Node = Readonly<Record<string, unknown>>

export interface Context {
  readonly timeline: Timeline
  readonly themes: ReadonlyMap<string, Theme>
  readonly actors: ReadonlyMap<string, Actor>
  readonly sources: ReadonlyMap<string, Source>
  /** The text in the content language, or else in the timeline's. */
  readonly text: (text: Text) => string
  /** The date in words, as stated and explicit, and its EDTF. */
  readonly dateLine: (event: TimelineEvent) => string
  /** The figure of a measure in words, with its unit. */
  readonly figure: (measure: Measure) => string
  /** A reference to a node by its permanent identifier, a tag URI (RFC 4151). */
  readonly ref: (
    vocabulary: 'themes' | 'actors' | 'sources',
    id: string,
  ) => { readonly '@id': string }
}

export function graphContextOf(timeline: Timeline, content: string): Context {
  const tag = timelineTag(timeline)
  const ui = nearestUiLanguage(content)
  const localizer = createLocalizer(timeline, { ui, content })
  const { fields, events } = messages[ui]
  const { beside, colon } = events
  return {
    timeline,
    themes: byId(timeline.themes),
    actors: byId(timeline.actors),
    sources: byId(timeline.sources),
    text: localizer.text,
    figure: (measure) => {
      const { before, unit, after } = figureInWords(measure, localizer)
      return before + unit + after
    },
    dateLine: (event) =>
      fields.date + colon + statedDateInWords(event, localizer) + beside(`EDTF ${event.when.edtf}`),
    ref: (vocabulary, id) => ({ '@id': `${tag}/${vocabulary}/${id}` }),
  }
}

const byId = <Known extends { readonly id: string }>(all: readonly Known[]) =>
  new Map(all.map((known) => [known.id, known]))
