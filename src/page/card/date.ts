// The date of an event as the rail beside it shows it. The source's own words come first where they
// are in the page's language, then the day or the range that they mean. In another language they
// follow the explicit date, and are left out where they only repeat it. The heading of a month
// gives the year.
import { isToTheDay } from '../../domain/date/claims.ts'
import { civilDay, weekday } from '../../domain/date/civil-day.ts'
import { withWholeOffset } from '../../domain/date/clock.ts'
import { isBoundedByReport, statedBeside, type StatedWords } from '../../domain/date/stated.ts'
import { html, type Html } from '../../markup/html.ts'
import { spokenIn, type CardContext } from '../context.ts'
import type { ShownEvent } from '../view.ts'

type ShownDate = ShownEvent['when']

/** Long dates are set smaller to fit the rail; wide (Chinese) characters count twice. */
const sizeOf = (words: string): string =>
  words.replaceAll(/[^\0-\u{2ff}]/gu, '..').length > 14 ? 'date long' : 'date'

/** The date as the source states it and in words, for the rail of a list; `inMonth`: without year. */
export function dateMarkup(event: ShownEvent, inMonth: boolean, context: CardContext): Html {
  const { when } = event
  const { words, speech, dates, sources, timeline } = context
  const short = inMonth ? dates.short(when) : dates.full(when)
  const said = statedWords(event, short, context)
  if (said === null) {
    const isUndated = when.kind === 'undated'
    const aside = isBoundedByReport(event, (id) => sources.get(id), timeline.timeZone)
      ? words.undated
      : weekdayWord(when, context)
    const size = isUndated ? 'date long' : sizeOf(short)
    return html`${dateElement(when, short, size)}<span class="date-detail">${aside}</span>`
  }
  const { isHere } = said
  const stated = html`
    <span class="visually-hidden">${words.stated}${words.colon}</span>
    <q class="${isHere ? sizeOf(said.words) : 'date-detail'}"${spokenIn(said.language, speech)}>${said.words}</q>`
  return isHere
    ? html`${stated}${dateElement(when, short, 'date-detail')}`
    : html`${dateElement(when, short, sizeOf(short))}${stated}`
}

/** The source's words for the date as they stand beside the explicit ones of the page. */
export const statedWords = (
  event: ShownEvent,
  explicit: string,
  { dates, speech, sources, timeline }: CardContext,
): StatedWords | null =>
  statedBeside(event, explicit, {
    ui: speech.ui,
    fallback: timeline.language,
    sourceOf: (id) => sources.get(id),
    spoken: (language) => dates.spoken(event.when, language),
  })

/** 1582-10-15: sources of older days count by other calendars, whose weekdays are others. */
const gregorian = /* @__PURE__ */ civilDay(1582, 10, 15)

/** A `time` element if HTML can express the date (HTML, 2.4.5), else a `span` with its EDTF. */
export function dateElement({ edtf }: ShownDate, words: string, kind: string): Html {
  return htmlDate.test(edtf)
    ? html`<time class="${kind}" datetime="${withWholeOffset(edtf)}">${words}</time>`
    : html`<span class="${kind}" data-edtf="${edtf}">${words}</span>`
}

const htmlDate = /^(?!0000)\d{4}(?:-\d\d){0,2}(?:T[\d:+Z-]+)?$/

function weekdayWord(when: ShownDate, { words }: CardContext): string | false {
  const { kind, earliest } = when
  const isKnown = kind === 'point' && earliest !== null && isToTheDay(when)
  return isKnown && earliest >= gregorian && words.weekday(weekday(earliest))
}
