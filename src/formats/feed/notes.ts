import { messages } from '../../messages/languages.ts'
import type { FormatInput } from '../format.ts'

/** What decides the notes of an answer. */
export type NotedAnswer = Pick<
  FormatInput,
  | 'events'
  | 'total'
  | 'atMost'
  | 'heldBack'
  | 'tooLarge'
  | 'unread'
  | 'setAside'
  | 'withdrawn'
  | 'language'
> & { readonly links: Pick<FormatInput['links'], 'next' | 'page'> }

/**
 * Sentences on events that this part of the result lacks; empty if it has them all. `leftOut`: how many
 * of its events the format cannot show, which it says itself.
 */
export function feedNotes(
  { events, total, atMost, setAside, withdrawn, links, language, ...missing }: NotedAnswer,
  leftOut = 0,
): readonly string[] {
  const { heldBack = 0, tooLarge = 0, unread = 0 } = missing
  const { feeds } = messages[language]
  return [
    ...(atMost === true ? [feeds.atMost(total)] : []),
    ...(events.length + heldBack + tooLarge + unread < total
      ? [feeds.holdsBack(events.length - leftOut, total, links.next ?? links.page)]
      : []),
    ...(withdrawn === true ? [feeds.withdrawnEvent] : []),
    ...(setAside > 0 ? [setAsideInWords({ setAside, language, ...(atMost && { atMost }) })] : []),
  ]
}

/** How many undated events the window set aside, or at most so many. */
export function setAsideInWords({
  setAside,
  atMost,
  language,
}: Pick<NotedAnswer, 'setAside' | 'atMost' | 'language'>): string {
  const { feeds, list } = messages[language]
  const said = list.setAside(String(setAside))
  return atMost === true ? feeds.asideAtMost(said) : said
}
