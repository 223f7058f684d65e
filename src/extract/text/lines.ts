// Lines of a text: headings whose year and month hold for what follows, and the article's own stamp.
import type { CivilDay } from '../../domain/date/civil-day.ts'
import type { Period } from '../period.ts'
import { statesYear, type Phrase } from '../rules/stated.ts'

/** UTF-16 offsets, without the line's end. */
export interface Line {
  readonly start: number
  readonly end: number
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (;;) {
    const end = text.indexOf('\n', start)
    lines.push({ start, end: end < 0 ? text.length : end })
    if (end < 0) return lines
    start = end + 1
  }
}

const decoration = /<br ?\/?>|[\s#*_:.,/=【】()-]/g
const edges = /^[\s#*_:【】()-]+|[\s#*_:【】()-]+$/g
const chronicle =
  /大事记|纪事|记事|年表|日志|时间线|(?:公报|年报|年鉴|工作报告)$|chronicle|timeline|diary/i

/** A line that holds a date and hardly more, or the title of a year's chronicle. */
export function isHeading({ start, end }: Line, phrase: Phrase, text: string): boolean {
  if (phrase.start - start > 40 || end - phrase.end > 40 || phrase.claim !== 'point') return false
  const rest = text.slice(start, phrase.start) + text.slice(phrase.end, end)
  return rest.replace(decoration, '').length <= 4 || chronicle.test(rest)
}

/** Nothing but the end of its line stands between a heading and the date that begins the next one. */
export const isAboveDates = (text: string, { end }: Phrase, next: Phrase | undefined): boolean => {
  const between = next === undefined ? 'end' : text.slice(end, next.start)
  return between.includes('\n') && between.replace(decoration, '') === ''
}

/** How many lines may stand above an article's stamp, and how long that may be. */
const stampLines = 6
const stampLength = 90

/** The article's own date with its year, in a line without a sentence near the top. */
export function isStamp(
  { start, end }: Line,
  place: number,
  { phrase, text }: { readonly phrase: Phrase; readonly text: string },
  { period, day }: { readonly period: Period | undefined; readonly day: CivilDay },
): boolean {
  if (place >= stampLines || end - start > stampLength) return false
  if (period?.unit !== 'day' || period.first !== day) return false
  // Friday 26 September 2025: the weekday may stand first.
  const names = [phrase.from.stated, ...phrase.from.besides]
  if (!names.some((stated) => stated.is === 'calendar' && statesYear(stated))) return false
  return !/[。;!?]|(?<!\.)[a-z]\.(?:\s|$)/.test(text.slice(start, end))
}

/** The day of a notice under its last line, alone. */
export function isSignature(
  { start, end }: Line,
  { phrase, text }: { readonly phrase: Phrase; readonly text: string },
  { period, day }: { readonly period: Period | undefined; readonly day: CivilDay },
): boolean {
  if (period?.unit !== 'day' || period.first !== day || text.slice(end).trim() !== '') return false
  const rest = text.slice(start, phrase.start) + text.slice(phrase.end, end)
  return rest.replace(decoration, '') === '' && start > 0
}

const asideHeading =
  /^(?:新闻推荐|相关新闻|相关阅读|延伸阅读|推荐阅读|相关链接|更多新闻|猜你喜欢|related (?:stories|articles|news|topics|content)|read more|more on this story|you may also like|recommended)$/i

/** Where the lines begin that are perhaps not of the article; the text's end if none do. */
export function asideStart(text: string, lines: readonly Line[]): number {
  const heading = lines.find(
    ({ start, end }) =>
      end - start < 40 && asideHeading.test(text.slice(start, end).replace(edges, '')),
  )
  return heading?.start ?? text.length
}
