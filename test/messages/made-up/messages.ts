// A language that nobody speaks, as a contributor would add one: a writer of dates of its own, and of all
// else the English messages between ⟦ and ⟧, so that what comes from elsewhere is seen.
import type { CivilDate } from '../../../src/domain/date/civil-date.ts'
import { printDate } from '../../../src/domain/date/edtf-date.ts'
import { printEdtf } from '../../../src/domain/date/edtf.ts'
import { nearTags, uiLanguages } from '../../../src/domain/text/ui-language.ts'
import { figureWriters } from '../../../src/messages/figures.ts'
import { messages, type Messages } from '../../../src/messages/languages.ts'
import type { DateWriter, FigureWriter } from '../../../src/messages/writers.ts'

export const tag = 'art'

/** `⟦2020-02~⟧`, `⟦2020-02~ short⟧`, `⟦465⟧` of an instant. */
const dates: DateWriter = (civil, withYear) => `⟦${said(civil)}${withYear ? '' : ' short'}⟧`

function said(civil: CivilDate): string {
  if (civil.form === 'clock') return String(civil.minute)
  return civil.form === 'whole' ? `all of ${printDate(civil.date)}` : printEdtf(civil)
}

/** `⟦8⟧ unit`, `⟦8 over⟧ unit`. */
const figures: FigureWriter = ({ value, valueTo, bound, approximate }) => [
  `⟦${[value, valueTo, bound, approximate && 'about'].filter(Boolean).join(' ')}⟧ `,
  '',
]

const english = marked(messages.en) as Messages
const queries = { ...english.list.queries, date: dates }
export const madeUp: Messages = { ...english, dates, list: { ...english.list, queries } }

function marked(message: unknown): unknown {
  if (typeof message === 'string') return `⟦${message}⟧`
  if (typeof message === 'function')
    return (...values: unknown[]) =>
      marked((message as (...values: unknown[]) => string)(...values))
  return Object.fromEntries(
    Object.entries(message as object).map(([name, inner]) => [name, marked(inner)]),
  )
}

/** Adds its tag and its row; isolates are to begin afterwards, as they do with a deploy. */
export function register(): void {
  Object.assign(nearTags, { [tag]: /^art\b/i })
  ;(uiLanguages as string[]).push(tag)
  Object.assign(messages, { [tag]: madeUp })
  Object.assign(figureWriters, { [tag]: figures })
}
