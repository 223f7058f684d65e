// The texts and names of a timeline in the language of an output, and the language of its messages.
import { inLanguage, isTranslated, languageOf, type Text } from '../domain/text/language-map.ts'
import type { UiLanguage } from '../domain/text/ui-language.ts'
import type { Source } from '../domain/document/source.ts'
import type { Timeline } from '../domain/document/timeline.ts'
import { messages } from './languages.ts'

/** The parts of a timeline that an output refers to by id. */
export type Named = Pick<Timeline, 'language' | 'themes' | 'actors' | 'sources'>

export interface Languages {
  /** Language of the messages. */
  readonly ui: UiLanguage
  /** Preferred language for the texts of the timeline; falls back to the timeline's own. */
  readonly content: string
}

export interface Localizer extends Languages {
  readonly text: (text: Text) => string
  /** The language tag of the version that `text` chooses. */
  readonly tagOf: (text: Text) => string
  /** The label of a theme; its id if the timeline does not have it. */
  readonly theme: (id: string) => string
  readonly actor: (id: string) => string
  readonly source: (id: string) => Source | undefined
  /** The title of a source; one in another language than the source is said to be translated. */
  readonly sourceTitle: (source: Source) => string
}

/**
 * Names are looked up once; if ids repeat, the last one wins.
 * @example createLocalizer(timeline, languages).theme('work-resumption') → 'Return to work'
 */
export function createLocalizer(named: Named, { ui, content }: Languages): Localizer {
  const text = (text: Text) => inLanguage(text, content, named.language)
  const themes = new Map(named.themes.map(({ id, label }) => [id, text(label)]))
  const actors = new Map(named.actors.map(({ id, name }) => [id, text(name)]))
  const sources = new Map(named.sources.map((source) => [source.id, source]))
  return {
    ui,
    content,
    text,
    tagOf: (text) => languageOf(text, content, named.language),
    theme: (id) => themes.get(id) ?? id,
    actor: (id) => actors.get(id) ?? id,
    source: (id) => sources.get(id),
    sourceTitle: ({ title, language }) =>
      text(title) +
      (isTranslated(title, content, named.language, language)
        ? messages[ui].events.translated
        : ''),
  }
}

/** The language of an output as a whole: that of the title, since all texts fall back alike. */
export const contentLanguage = (
  { title, language }: Pick<Timeline, 'title' | 'language'>,
  content: string,
): string => languageOf(title, content, language)
