// The date of an event as the rail beside it shows it: the source's own words first, then the day
// or the range that they mean. The month heading above gives the year.
import { weekday } from '../../domain/date/civil-day.ts'
import { html, type Html } from '../../markup/html.ts'
import { spokenIn, type CardContext } from '../context.ts'
import type { ShownEvent } from '../view.ts'

type ShownDate = ShownEvent['when']

/** Long dates are set smaller to fit the rail; wide (Chinese) characters count twice. */
const sizeOf = (words: string): string =>
  words.replaceAll(/[^\0-\u{2ff}]/gu, '..').length > 14 ? 'date long' : 'date'

/** The date as the source states it and in words, for the rail of a list. */
export function dateMarkup(
  { when, statedDate, citations }: ShownEvent,
  context: CardContext,
): Html {
  const { words, speech, dates } = context
  const short = dates.short(when)
  if (statedDate === undefined || statedDate === short) {
    const isUndated = when.kind === 'undated'
    const aside = isUndated ? words.undated : weekdayWord(when, context)
    const size = isUndated ? 'date long' : sizeOf(short)
    return html`${dateElement(when, short, size)}<span class="date-detail">${aside}</span>`
  }
  const stating = citations.find(({ exact }) => exact?.includes(statedDate)) ?? citations[0]
  const language = context.sources.get(stating?.source ?? '')?.language ?? context.timeline.language
  // Both are always shown; the explicit date comes first if the source's language is not the
  // page's.
  const isOwn = language.split('-')[0] === speech.ui.split('-')[0]
  const [first, second] = isOwn
    ? [sizeOf(statedDate), 'date-detail']
    : ['date-detail', sizeOf(short)]
  return html`
    <span class="visually-hidden">${words.stated}${words.colon}</span>
    <q class="${first}"${spokenIn(language, speech)}>${statedDate}</q>
    ${dateElement(when, short, second)}`
}

/** A `time` element if HTML can express the date (HTML, 2.4.5), else a `span` with its EDTF. */
export function dateElement({ edtf }: ShownDate, words: string, kind: string): Html {
  return htmlDate.test(edtf)
    ? html`<time class="${kind}" datetime="${edtf}">${words}</time>`
    : html`<span class="${kind}" data-edtf="${edtf}">${words}</span>`
}

const htmlDate = /^\d{4}(?:-\d\d){0,2}(?:T[\d:+Z-]+)?$/

function weekdayWord(
  { earliest, latest, kind }: ShownDate,
  { words }: CardContext,
): string | false {
  const isKnown = kind === 'point' && earliest !== null && earliest === latest
  return isKnown && words.weekday(weekday(earliest))
}
