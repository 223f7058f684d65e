// The headings under which events stand, in words (domain/date/claims.ts).
import { changesSection, isMonth, windowSection, type SectionId } from '../../domain/date/claims.ts'
import { splitMonth } from '../../domain/date/month.ts'
import type { CardMessages } from '../en/list.ts'

type SectionMessages = Pick<
  CardMessages,
  'month' | 'monthUnknown' | 'withoutDate' | 'lastChangedFirst'
>

/** @example ('2020-02', messages.en.list) → 'February 2020' */
export function sectionInWords(id: SectionId, words: SectionMessages): string {
  if (id === changesSection) return words.lastChangedFirst
  if (!isMonth(id)) return id === windowSection ? words.monthUnknown : words.withoutDate
  const { year, month } = splitMonth(id)
  return words.month(year, month)
}
