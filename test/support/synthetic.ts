// Timelines of any size that are the same in every run: themes, actors and sources in Zipf's proportions,
// about 200 Chinese characters an event, citations, and as many vague dates as chronicles have.
import { printDay, twoDigits } from '../../src/domain/date/civil-day.ts'
import { resolveDate, type DateKind, type When } from '../../src/domain/date/when.ts'
import type { StoredEvent } from '../../src/domain/document/event.ts'
import type { EditionEntry, StoredTimeline } from '../../src/edition/head.ts'

export interface Synthetic {
  readonly timeline: StoredTimeline
  readonly edition: EditionEntry
  /** Made one after the other, in the total order. */
  events(): Iterable<StoredEvent>
  /** The same by their ordinals. */
  readonly listed: EventsByOrdinal
}

/** Events in the total order, as an array or made anew each time. */
export interface EventsByOrdinal {
  readonly length: number
  at(ordinal: number): StoredEvent | undefined
}

/** Each number of a seed in the same order (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Random = () => number

const whole = (random: Random, below: number): number => Math.floor(random() * below)

/** The index n with a probability of about 1 / (n + 1). */
export const zipf = (random: Random, count: number): number =>
  Math.min(count - 1, Math.floor((count + 1) ** random()) - 1)

export const published = '2026-10-01T08:30:00.000Z'
const changed = { edition: 1, instant: published }

/** The first and the last day of all dates: 1950 to 2019. */
const [firstDay, lastDay] = [-7305, 18_261]
const attested = 18_350

export interface Sizes {
  readonly themes: number
  readonly actors: number
  readonly sources: number
}

export const sizesFor = (count: number): Sizes => ({
  themes: 93,
  actors: Math.min(3000, Math.max(60, Math.floor(count / 20))),
  sources: Math.min(1500, Math.max(10, Math.floor(count / 50))),
})

/** Every 40th actor is a group, and every third of the others is in one; every 7th is a place. */
export function synthetic(count: number): Synthetic {
  const sizes = sizesFor(count)
  let positions: Uint32Array | undefined
  const inTheirOrder = (): Uint32Array => (positions ??= inOrder(count))
  return {
    timeline: timelineOf(sizes),
    edition: {
      number: 1,
      digest: '',
      published,
      by: 'bench',
      events: count,
      changes: { added: count, changed: 0, withdrawn: 0 },
    },
    *events() {
      for (const position of inTheirOrder()) yield eventOf(position, sizes)
    },
    listed: {
      length: count,
      at(ordinal) {
        const position = inTheirOrder()[ordinal]
        return position === undefined ? undefined : eventOf(position, sizes)
      },
    },
  }
}

export const isGroup = (actor: number): boolean => actor % 40 === 7
const isPlace = (actor: number): boolean => actor % 7 === 3

function timelineOf({ themes, actors, sources }: Sizes): StoredTimeline {
  const random = randomFrom(7)
  const groups = numbers(actors).filter(isGroup)
  return {
    id: 'synthetic',
    title: { 'zh-Hans': '合成纪事' },
    language: 'zh-Hans',
    timeZone: 'Asia/Shanghai',
    authority: { domain: 'example.org', date: '2026' },
    changed,
    themes: numbers(themes).map((n) => ({
      id: `theme-${n}`,
      label: { 'zh-Hans': word(n) + n },
      changed,
    })),
    actors: numbers(actors).map((n) => ({
      id: `actor-${n}`,
      kind: isPlace(n) ? 'place' : isGroup(n) ? 'group' : 'person',
      name: { 'zh-Hans': `${word(whole(random, 20_000))}${word(n)}${n}` },
      ...(n % 5 === 0 && { role: { 'zh-Hans': `${word(n % 300)}主任` } }),
      ...(!isGroup(n) && n % 3 === 0 && { memberOf: [`actor-${groups[n % groups.length] ?? 7}`] }),
      changed,
    })),
    sources: numbers(sources).map((n) => ({
      id: `source-${n}`,
      title: { 'zh-Hans': `${word(n)}报第${n}期` },
      published: '2020-03-29',
      language: 'zh-Hans',
      url: `https://example.org/${n}`,
      changed,
    })),
  }
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

/** The positions of all events in the total order, in little memory. */
function inOrder(count: number): Uint32Array {
  const anchors = new Int32Array(count)
  const latest = new Float64Array(count)
  const instants = new Float64Array(count)
  for (let position = 0; position < count; position++) {
    const when = dateOf(randomFrom(position * 2 + 1))
    anchors[position] = when.anchor
    latest[position] = when.latest ?? Infinity
    instants[position] = when.instant ?? -Infinity
  }
  const difference = (of: Int32Array | Float64Array, a: number, b: number): number =>
    of[a] === of[b] ? 0 : (of[a] ?? 0) - (of[b] ?? 0)
  return Uint32Array.from(numbers(count)).toSorted(
    (a, b) =>
      difference(anchors, a, b) || difference(latest, a, b) || difference(instants, a, b) || a - b,
  )
}

const dates = new Map<string, When>()

function dated(date: string, kind: DateKind): When {
  const key = `${date} ${kind}`
  const known = dates.get(key)
  if (known !== undefined) return known
  const when = resolveDate({ date, kind, timeZone: 'Asia/Shanghai', attested })
  if (!when.ok) throw new Error(`${date} as ${kind}: ${when.failure.rule}`)
  if (dates.size < 200_000) dates.set(key, when.value)
  return when.value
}

/** Of 100 events about 68 are dated to the day, 6 of them to the minute; the others are vague. */
function dateOf(random: Random): When {
  const day = firstDay + whole(random, lastDay - firstDay)
  const text = printDay(day)
  const month = text.slice(0, 7)
  const mark = random() < 0.05 ? '~' : ''
  const chance = random() * 100
  const until = (days: number): string => printDay(Math.min(lastDay, day + 1 + whole(random, days)))
  if (chance < 62) return dated(`${text}${mark}`, 'point')
  if (chance < 68)
    return dated(
      `${text}T${twoDigits(whole(random, 24))}:${twoDigits(whole(random, 60))}:00+08:00`,
      'point',
    )
  if (chance < 79) return dated(`${month}${mark}`, 'point')
  if (chance < 82) return dated(text.slice(0, 4), 'point')
  if (chance < 87) return dated(`${text}/${until(20)}`, 'span')
  if (chance < 89) return dated(`${text}/${until(900)}`, 'span')
  if (chance < 92) return dated(`${month}/..`, 'since')
  if (chance < 95) return dated(`../${text}`, 'asOf')
  if (chance < 96) return dated(`/${month}`, 'until')
  if (chance < 98) return dated(`[${text}..${until(60)}]`, 'point')
  return dated(`[..${text}]`, 'undated')
}

/** Words of two characters, of 2,500 characters. */
export const word = (rank: number): string =>
  String.fromCharCode(0x4e_00 + ((rank * 7919) % 2500), 0x4e_00 + ((rank * 104_729 + 31) % 2500))

function textOf(random: Random, words: number): string {
  let text = ''
  for (let count = 0; count < words; count++) {
    text += word(zipf(random, 20_000))
    if (count % 9 === 8) text += '，'
  }
  return `${text}。`
}

const some = (random: Random, prefix: string, count: number, most: number): string[] => [
  ...new Set(numbers(whole(random, most + 1)).map(() => `${prefix}-${zipf(random, count)}`)),
]

function eventOf(position: number, { themes, actors, sources }: Sizes): StoredEvent {
  const random = randomFrom(position * 2 + 1)
  const when = dateOf(random)
  const place = zipf(random, Math.floor(actors / 7)) * 7 + 3
  const cited = some(random, 'source', sources, 1)
  const exact = textOf(random, 30)
  return {
    id: `event-${position}`,
    position,
    when,
    title: { 'zh-Hans': textOf(random, 8) },
    summary: { 'zh-Hans': textOf(random, 55) },
    themes: [`theme-${zipf(random, themes)}`, ...some(random, 'theme', themes, 2)].filter(isFirst),
    actors: some(random, 'actor', actors, 3),
    ...(random() < 0.6 && { place: `actor-${place}` }),
    measures: [],
    citations: [
      { source: `source-${zipf(random, sources)}`, exact, start: 20, end: 20 + exact.length },
      ...cited.map((source) => ({ source })),
    ],
    links: [],
    status: random() < 0.01 ? 'withdrawn' : random() < 0.03 ? 'disputed' : 'confirmed',
    first: changed,
    changed,
  }
}

const isFirst = (id: string, index: number, ids: readonly string[]): boolean =>
  ids.indexOf(id) === index
