// The names of a timeline's themes, actors and sources in the language of an output.
import { inLanguage, languageOf, type Text } from '../domain/text/language-map.ts'
import type { Source } from '../domain/document/source.ts'
import type { Timeline } from '../domain/document/timeline.ts'

export interface Vocabulary {
  /** A text in the language of the output, else in the timeline's. */
  readonly say: (text: Text) => string
  /** The label of a theme; its id where the timeline does not know it. */
  readonly themeLabel: (id: string) => string
  readonly actorName: (id: string) => string
  readonly sourceTitle: (id: string) => string
  readonly source: (id: string) => Source | undefined
}

/** The language in which an output is, as a whole: that of the title, for texts fall back alike. */
export const contentLanguage = (timeline: Timeline, content: string): string =>
  languageOf(timeline.title, content, timeline.language)

/** `content` is the language wanted. */
export function vocabularyOf(timeline: Timeline, content: string): Vocabulary {
  const say = (text: Text) => inLanguage(text, content, timeline.language)
  const themes = new Map(timeline.themes.map(({ id, label }) => [id, say(label)]))
  const actors = new Map(timeline.actors.map(({ id, name }) => [id, say(name)]))
  const sources = new Map(timeline.sources.map((source) => [source.id, source]))
  return {
    say,
    themeLabel: (id) => themes.get(id) ?? id,
    actorName: (id) => actors.get(id) ?? id,
    sourceTitle: (id) => {
      const source = sources.get(id)
      return source ? say(source.title) : id
    },
    source: (id) => sources.get(id),
  }
}
