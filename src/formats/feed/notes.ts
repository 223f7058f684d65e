import { messages } from '../../messages/languages.ts'
import type { FormatInput } from '../format.ts'

/** Sentences on events that this part of the result lacks; empty if it has them all. */
export function feedNotes({
  events,
  total,
  heldBack = 0,
  setAside,
  withdrawn,
  links,
  language,
}: FormatInput): readonly string[] {
  const { feeds, list } = messages[language]
  return [
    ...(events.length + heldBack < total
      ? [feeds.holdsBack(events.length, total, links.next ?? links.page)]
      : []),
    ...(withdrawn === true ? [feeds.withdrawnEvent] : []),
    ...(setAside > 0 ? [list.setAside(String(setAside))] : []),
  ]
}
