// The date of an event as the rail beside it shows it. The source's own words come first where they
// are in the page's language, then the day or the range that they mean. In another language they
// follow the explicit date, and are left out where they only repeat it. The heading of a month
// gives the year.
import { civilDay, weekday } from '../../domain/date/civil-day.ts'
import { uiLanguageOf } from '../../domain/text/ui-language.ts'
import { html, type Html } from '../../markup/html.ts'
import { spokenIn, type CardContext } from '../context.ts'
import type { ShownEvent } from '../view.ts'

type ShownDate = ShownEvent['when']

/** Long dates are set smaller to fit the rail; wide (Chinese) characters count twice. */
const sizeOf = (words: string): string =>
  words.replaceAll(/[^\0-\u{2ff}]/gu, '..').length > 14 ? 'date long' : 'date'

/** The date as the source states it and in words, for the rail of a list; `inMonth`: without year. */
export function dateMarkup(
  { when, statedDate, citations }: ShownEvent,
  inMonth: boolean,
  context: CardContext,
): Html {
  const { words, speech, dates } = context
  const short = inMonth ? dates.short(when) : dates.full(when)
  const stating =
    citations.find(({ exact }) => statedDate !== undefined && exact?.includes(statedDate)) ??
    citations[0]
  const language = context.sources.get(stating?.source ?? '')?.language ?? context.timeline.language
  const isOwn = language.split('-')[0] === speech.ui.split('-')[0]
  const isRepeated = isOwn
    ? statedDate === short
    : statedDate !== undefined && repeats(statedDate, when, language, context)
  if (statedDate === undefined || isRepeated) {
    const isUndated = when.kind === 'undated'
    const aside = isUndated ? words.undated : weekdayWord(when, context)
    const size = isUndated ? 'date long' : sizeOf(short)
    return html`${dateElement(when, short, size)}<span class="date-detail">${aside}</span>`
  }
  const stated = html`
    <span class="visually-hidden">${words.stated}${words.colon}</span>
    <q class="${isOwn ? sizeOf(statedDate) : 'date-detail'}"${spokenIn(language, speech)}>${statedDate}</q>`
  return isOwn
    ? html`${stated}${dateElement(when, short, 'date-detail')}`
    : html`${dateElement(when, short, sizeOf(short))}${stated}`
}

/** True if the words are the explicit date in their own language, or the end of that of a day. */
function repeats(
  stated: string,
  when: ShownDate,
  language: string,
  { dates }: CardContext,
): boolean {
  const spoken = uiLanguageOf(language)
  if (spoken === null) return false
  const bare = stated.replace(/\s+/g, '')
  const isDay = when.kind === 'point' && when.earliest === when.latest
  return dates.spoken(when, spoken).some((words) => {
    const explicit = words.replace(/\s+/g, '')
    const rest = explicit.endsWith(bare) ? explicit.slice(0, -bare.length) : null
    return rest === '' || (isDay && rest !== null && !/\d$/.test(rest))
  })
}

/** 1582-10-15: sources of older days count by other calendars, whose weekdays are others. */
const gregorian = /* @__PURE__ */ civilDay(1582, 10, 15)

/** A `time` element if HTML can express the date (HTML, 2.4.5), else a `span` with its EDTF. */
export function dateElement({ edtf }: ShownDate, words: string, kind: string): Html {
  return htmlDate.test(edtf)
    ? html`<time class="${kind}" datetime="${edtf}">${words}</time>`
    : html`<span class="${kind}" data-edtf="${edtf}">${words}</span>`
}

const htmlDate = /^(?!0000)\d{4}(?:-\d\d){0,2}(?:T[\d:+Z-]+)?$/

function weekdayWord(
  { earliest, latest, kind }: ShownDate,
  { words }: CardContext,
): string | false {
  const isKnown = kind === 'point' && earliest !== null && earliest === latest
  return isKnown && earliest >= gregorian && words.weekday(weekday(earliest))
}
