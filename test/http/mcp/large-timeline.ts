// A timeline of many events over ten years, and a plain oracle of it: the days within which each event
// was, and when a window surely holds it, written down as the event is made, by the rules of docs/dates.md.
import type { AuthoredEvent } from '../../../src/domain/document/event.ts'
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import { citation, document, event, source } from '../../support/document.ts'

/** Days as numbers, since 1970. */
interface Known {
  readonly id: string
  /** One of them is, or all of them are, the days of the event; null without a date. */
  readonly range: readonly [first: number, last: number] | null
  readonly isSure: (from: number, to: number) => boolean
  readonly theme: string
  readonly hasActor: boolean
  readonly hasFlood: boolean
  /** The date in English words, no more exact than it is. */
  readonly words: RegExp
}

const length = 86_400_000
const begin = Date.UTC(2000, 0, 1) / length
const days = 3_653
/** The day of the only source: what goes on was last told then. */
const told = '2010-06-30'

export const dayNumber = (text: string): number => Date.parse(text) / length
const iso = (day: number): string => new Date(day * length).toISOString().slice(0, 10)

const words = (day: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(day * length)
const inWords = (day: number): string =>
  words(day, { day: 'numeric', month: 'long', year: 'numeric' })
const monthInWords = (day: number): string => words(day, { month: 'long', year: 'numeric' })

const exactly = (text: string): RegExp => new RegExp(`^${RegExp.escape(text)}$`)

type Dated = Required<Pick<AuthoredEvent, 'date' | 'kind'>> &
  Pick<Known, 'range' | 'isSure' | 'words'>

const within =
  (first: number, last: number) =>
  (from: number, to: number): boolean =>
    from <= first && last <= to
const never = (): boolean => false

/** The ways in which sources date, each on or from a day. */
const ways: readonly ((day: number) => Dated)[] = [
  (day) => ({
    date: iso(day),
    kind: 'point',
    range: [day, day],
    isSure: within(day, day),
    words: exactly(inWords(day)),
  }),
  (day) => {
    const month = iso(day).slice(0, 7)
    const first = dayNumber(`${month}-01`)
    const next = new Date(first * length)
    const last = next.setUTCMonth(next.getUTCMonth() + 1) / length - 1
    return {
      date: month,
      kind: 'point',
      range: [first, last],
      isSure: within(first, last),
      words: exactly(monthInWords(day)),
    }
  },
  (day) => ({
    date: `[${iso(day)}..${iso(day + 9)}]`,
    kind: 'point',
    range: [day, day + 9],
    isSure: within(day, day + 9),
    words: /^between /,
  }),
  (day) => ({
    date: `${iso(day)}/..`,
    kind: 'since',
    range: [day, dayNumber(told)],
    isSure: within(day, day),
    words: exactly(`from ${inWords(day)} onwards`),
  }),
  (day) => ({
    date: `../${iso(day)}`,
    kind: 'asOf',
    range: [day, day],
    isSure: within(day, day),
    words: exactly(`as of ${inWords(day)}`),
  }),
  (day) => ({
    date: `${iso(day)}/${iso(day + 4)}`,
    kind: 'span',
    range: [day, day + 4],
    isSure: (from, to) => from <= day + 4 && day <= to,
    words: /\d.*–.*\d/,
  }),
  (day) => ({
    date: `${iso(day)}~`,
    kind: 'point',
    range: [day, day],
    isSure: never,
    words: exactly(`c. ${inWords(day)}`),
  }),
  (day) => ({
    date: `[..${iso(day)}]`,
    kind: 'undated',
    range: null,
    isSure: never,
    words: exactly(`on or before ${inWords(day)}`),
  }),
]

const datedAt = (index: number): Dated =>
  // Neighbours in the list are dated in other ways, and far from each other.
  ways[index % ways.length]!(begin + ((index * 1_009) % days))

export const knownEvents = (count: number): readonly Known[] =>
  Array.from({ length: count }, (_, index) => ({
    ...datedAt(index),
    id: `e-${index}`,
    theme: index % 3 === 0 ? 'reopening' : 'prevention',
    hasActor: index % 7 === 0,
    hasFlood: index % 97 === 0,
  }))

export const largeTimeline = (known: readonly Known[]): TimelineDocument =>
  document({
    id: 'large',
    language: 'en',
    sources: [source({ id: 'annals', published: told })],
    events: known.map((one, index) => {
      const { date, kind } = datedAt(index)
      const cited = citation({ source: 'annals', exact: `entry ${index}` })
      return event({
        id: one.id,
        date,
        kind,
        title: { en: one.hasFlood ? `Flood ${index}` : `Entry ${index}` },
        themes: [one.theme],
        actors: one.hasActor ? ['committee'] : [],
        citations: [cited],
      })
    }),
  })
