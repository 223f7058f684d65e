import { feedWords } from '../feed-words.ts'
import type { Feed } from '../format.ts'

/** What this answer does not hold, in sentences for people; empty where it holds everything. */
export function feedNotes({ events, total, setAside, links, language }: Feed): readonly string[] {
  const words = feedWords[language]
  return [
    ...(events.length < total
      ? [words.holdsBack(events.length, total, links.next ?? links.page)]
      : []),
    ...(setAside > 0 ? [words.setAside(setAside)] : []),
  ]
}
