// A timeline: its description, its vocabulary of themes and actors, its sources and its events.
// How large all of it may be is in edition/head.ts and http/request/body.ts.
import * as v from 'valibot'
import { issueMessage } from '../broken-rule.ts'
import { parseDate } from '../date/edtf-date.ts'
import { AuthoredActor, type Actor } from './actor.ts'
import { AuthoredEvent } from './event.ts'
import { Identifier } from './identifier.ts'
import type { Text } from '../text/language-map.ts'
import { assignable, LanguageTag, plainCharacters, text, textLine } from '../text/text-schema.ts'
import { WebUrl } from './link.ts'
import { AuthoredSource, type Source } from './source.ts'
import { AuthoredTheme, type Theme } from './theme.ts'

const calendarDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/**
 * The authority for the permanent identifiers of a timeline: a domain and a date on which it was
 * owned (RFC 4151, 2.1). Fixed at the first edition and independent of where the timeline is served.
 * Names in other letters are written in ASCII (RFC 5890, A-label), the last label, too: `xn--fiqs8s` is 中国.
 */
export const Authority = v.strictObject({
  domain: v.pipe(
    v.string(),
    v.regex(
      /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$/,
      issueMessage('not-a-domain'),
    ),
  ),
  date: v.pipe(
    v.string(),
    v.regex(calendarDate, issueMessage('not-a-calendar-date')),
    v.check(
      (date) => !calendarDate.test(date) || parseDate(date).ok,
      issueMessage('no-such-calendar-date'),
    ),
  ),
})

/**
 * A name of the IANA time zone database that the runtime knows, spelled as there: calendars carry it.
 * Offsets, which ECMA-402 accepts, are none: they know no daylight saving.
 */
export const TimeZone = v.pipe(
  v.string(),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const name = dataset.value
    const known = knownTimeZone(name)
    if (known === undefined || !/^[A-Za-z]/.test(name) || name.startsWith('SystemV/')) {
      const rule = /^[+-]/.test(name) ? 'offset-not-a-zone' : 'not-a-time-zone'
      addIssue({ message: issueMessage(rule) })
    } else if (!isSpelled(name, known))
      addIssue({ message: issueMessage('zone-spelling', { known }) })
  }),
)

/** The name for which the runtime knows it, which is another one for names that are kept as links. */
function knownTimeZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** Names are compared without case by ECMA-402 (6.5.1). Those of links, such as PRC, are capitalized. */
const isSpelled = (name: string, known: string): boolean =>
  name.toLowerCase() === known.toLowerCase()
    ? name === known
    : name.split('/').every((part) => /^[A-Z]/.test(part))

/** The authoring document, `data/<timeline>/timeline.json`. */
export const TimelineDocument = v.strictObject({
  $schema: v.exactOptional(v.pipe(v.string(), assignable)),
  formatVersion: v.literal(1),
  id: Identifier,
  title: textLine(500),
  description: v.exactOptional(text(5000)),
  /** The language of bare strings. */
  language: LanguageTag,
  /** Name in the IANA time zone database; events are dated by its civil days. */
  timeZone: TimeZone,
  authority: Authority,
  licence: v.exactOptional(v.strictObject({ name: textLine(200), url: v.exactOptional(WebUrl) })),
  credit: v.exactOptional(text(500)),
  /** Terms from the list of private matters (docs/privacy.md) that this timeline may use. */
  allowTerms: v.exactOptional(
    v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(100), plainCharacters)),
  ),
  themes: v.array(AuthoredTheme),
  actors: v.array(AuthoredActor),
  sources: v.array(AuthoredSource),
  events: v.array(AuthoredEvent),
})

export type TimelineDocument = v.InferOutput<typeof TimelineDocument>

/** A timeline without its events, as stored in an edition. */
export interface Timeline {
  readonly id: string
  readonly title: Text
  readonly description?: Text
  readonly language: string
  readonly timeZone: string
  readonly authority: { readonly domain: string; readonly date: string }
  readonly licence?: { readonly name: Text; readonly url?: string }
  readonly credit?: Text
  readonly themes: readonly Theme[]
  readonly actors: readonly Actor[]
  readonly sources: readonly Source[]
}
