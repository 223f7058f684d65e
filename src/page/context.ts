// What rendering an event needs besides the event: messages, languages, look-ups, addresses.
import type { Actor } from '../domain/document/actor.ts'
import { isDirected } from '../domain/text/direction.ts'
import { inLanguage, isTranslated, languageOf, type Text } from '../domain/text/language-map.ts'
import type { Source } from '../domain/document/source.ts'
import type { ColoredTheme } from '../domain/document/theme.ts'
import { themesWithColors } from '../domain/document/theme-colors.ts'
import type { Timeline } from '../domain/document/timeline.ts'
import type { EventQuery } from '../domain/query/event-query.ts'
import { groupsIn, through } from '../domain/query/members.ts'
import type { Pieces } from '../domain/text/pieces.ts'
import { html, type Html } from '../markup/html.ts'
import { createAddresses, type Addresses } from '../address/addresses.ts'
import { langOf, type DateWords, type ShownEvent, type Speech } from './view.ts'
import type { CardMessages, ListMessages } from '../messages/en/list.ts'

export interface RenderContext<Words extends CardMessages = ListMessages> {
  readonly timeline: Timeline
  readonly words: Words
  readonly dates: DateWords
  readonly speech: Speech
  /** For links; prefixed with `base`. */
  readonly addresses: Addresses
  /** For addresses used outside of the page, such as copied links; prefixed with the public URL. */
  readonly absolute: Addresses
  /** For what readers take along, such as a calendar: absolute, and in their language. */
  readonly taken: Addresses
  readonly themes: ReadonlyMap<string, ColoredTheme>
  readonly actors: ReadonlyMap<string, Actor>
  readonly sources: ReadonlyMap<string, Source>
  /** Who takes part as a member of an actor that the view asks for. */
  readonly through: (event: Pick<ShownEvent, 'actors' | 'place' | 'through'>) => readonly string[]
  /** The address of an event and its `rel`, where they say which list it was reached from. */
  readonly eventLink?:
    | ((event: string) => { readonly href: string | Html; readonly rel: Html })
    | undefined
  /** The address of a list; the page of the timeline if it is absent. */
  readonly listUrl?: ((query: EventQuery) => string) | undefined
  /** A small bar of an event on the axis of its timeline; absent where cards do not show it. */
  readonly extentOf?: ((event: ShownEvent) => Html | false) | undefined
  /** Takes what is long (`Parts.put`); joined where it is absent. */
  readonly place?: ((part: Pieces) => Html) | undefined
}

/** What an event in a list needs. */
export type CardContext = RenderContext<CardMessages>

/**
 * Adds look-ups by id and addresses to a view; `base` is the prefix of links.
 * @example contextOf(view, { words, dates }).addresses.event('a') → '/timelines/town-2020/events/a'
 */
export function contextOf<Words extends CardMessages>(
  view: {
    readonly timeline: Timeline
    readonly speech: Speech
    readonly publicUrl: string
    readonly pinnedEdition?: number | undefined
    readonly query?: EventQuery
  },
  { words, dates }: Pick<RenderContext<Words>, 'words' | 'dates'>,
  base = '',
): RenderContext<Words> {
  const { timeline, speech, publicUrl, pinnedEdition, query } = view
  const groupsOf = groupsIn(timeline.actors)
  const lang = langOf(speech)
  return {
    timeline,
    words,
    dates,
    speech,
    addresses: createAddresses(base, timeline.id, lang, pinnedEdition),
    absolute: createAddresses(publicUrl, timeline.id, lang, pinnedEdition),
    taken: createAddresses(publicUrl, timeline.id, speech.content, pinnedEdition),
    themes: byId(themesWithColors(timeline.themes)),
    actors: byId(timeline.actors),
    sources: byId(timeline.sources),
    through: (event) => (query ? through(event, query, groupsOf) : []),
  }
}

const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]) =>
  new Map(things.map((thing) => [thing.id, thing]))

/** Where the title of an event leads. */
export const eventLinkOf = ({ eventLink, addresses }: CardContext) =>
  eventLink ?? ((event: string) => ({ href: addresses.event(event), rel: html`` }))

/** A text in the content language, else in the timeline's. */
export const textOf = ({ speech, timeline }: CardContext, text: Text): string =>
  inLanguage(text, speech.content, timeline.language)

/** The language tag of the version that `textOf` chooses. */
export const tagOf = ({ speech, timeline }: CardContext, text: Text): string =>
  languageOf(text, speech.content, timeline.language)

/** Says that the title of a source is not in the language of that source; else nothing. */
export const translationNote = (
  { speech, timeline, words }: CardContext,
  { title, language }: Source,
): string =>
  isTranslated(title, speech.content, timeline.language, language) ? words.translated : ''

/**
 * `lang` and `dir` attributes for a text. Empty if it is in the page's language and has nothing that
 * could change the order of its surroundings: `dir` isolates.
 */
export function languageAttributes(context: CardContext, text: Text): Html {
  const tag = tagOf(context, text)
  const isOwn = tag === context.speech.ui
  return isOwn && isDirected(textOf(context, text))
    ? html` dir="auto"`
    : spokenIn(tag, context.speech)
}

/**
 * A text within a sentence, marked with its language if that is not the page's. `written` makes of it
 * what stands there, such as a title within marks.
 */
export function textMarkup(
  context: CardContext,
  text: Text,
  written: (words: string) => string = (words) => words,
): Html {
  const words = written(textOf(context, text))
  const isPlain = tagOf(context, text) === context.speech.ui && !isDirected(words)
  return isPlain ? html`${words}` : html`<span${languageAttributes(context, text)}>${words}</span>`
}

/** Texts joined by `between`, each marked with its own language. */
export const textRow = (context: CardContext, texts: readonly Text[], between: string): Html =>
  html`${texts.map((text, i) => html`${i > 0 && between}${textMarkup(context, text)}`)}`

/** The same attributes for text in a known language, such as a quotation. */
export const spokenIn = (language: string, speech: Speech): Html =>
  language === speech.ui ? html`` : html` lang="${language}" dir="auto"`
