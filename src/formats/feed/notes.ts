import { messages } from '../../messages/languages.ts'
import type { FormatInput } from '../format.ts'

/** What this answer does not hold, in sentences for people; empty where it holds everything. */
export function feedNotes({
  events,
  total,
  setAside,
  links,
  language,
}: FormatInput): readonly string[] {
  const { holdsBack, setAside: leftOut } = messages[language].feeds
  return [
    ...(events.length < total ? [holdsBack(events.length, total, links.next ?? links.page)] : []),
    ...(setAside > 0 ? [leftOut(setAside)] : []),
  ]
}
