// Looks for every number of an event in what it cites: in its title and summary, its figures and its
// date. A number may stand there in other words or another language. What is found nowhere is warned of.
import { broken } from '../broken-rule.ts'
import type { AuthoredEvent } from '../document/event.ts'
import type { AuthoredMeasure } from '../document/measure.ts'
import type { AuthoredText } from '../text/language-map.ts'
import { publicationDate, publicationDay } from '../date/publication.ts'
import { numeralsIn, type Numeral } from '../text/numerals.ts'
import { numbersOfDate, type DateNumbers } from '../date/counted.ts'
import {
  locatedTexts,
  type LooseDocument,
  type Located,
  type WellFormed,
} from './loose-document.ts'
import type { Warning } from './warning.ts'

type Event = WellFormed<AuthoredEvent>

export function digitWarnings(document: LooseDocument): Warning[] {
  const names = namesOf(document)
  const { timeZone } = document
  return document.events.flatMap(({ pointer, value: event }) => {
    // A citation that cannot be read might be the one that has the number.
    if (event.citations === undefined || event.citations.includes(undefined)) return []
    const cited = event.citations.flatMap((citation) => citation?.exact ?? [])
    const passages = numbersOf(cited)
    const date = numbersOfDate(event.date ?? '', timeZone)
    const context = lazily(() => contextOf(event, names, date))
    const isKnown = (number: number): boolean => passages.has(number) || context().has(number)
    const allowed = new Set(event.allow?.flatMap((entry) => entry?.term ?? []))
    const found = lazily(() => shownNumbers(cited))
    const warn = (place: string, number: string): Warning[] =>
      allowed.has(number)
        ? []
        : [
            {
              pointer: pointer + place,
              reason: 'uncited-digits',
              broken: broken('uncited-digits', { number, found: found() }),
            },
          ]
    return [
      ...[
        ...locatedTexts('/title', event.title),
        ...locatedTexts('/summary', event.summary),
      ].flatMap(({ pointer: place, value }) =>
        claimedIn(value)
          .filter(({ value: number, inRange = number }) => !isKnown(number) && !isKnown(inRange))
          .flatMap(({ words }) => warn(place, words)),
      ),
      ...(event.measures ?? []).flatMap((measure, index) =>
        measure === undefined
          ? []
          : figuresOf(measure, passages).flatMap(({ pointer: place, value }) =>
              warn(`/measures/${index}${place}`, String(value)),
            ),
      ),
      ...dateWarnings(pointer, event, date),
    ]
  })
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

/** Names of fixed things, whose digits say nothing about an event. */
const fixedNames = /covid-19|sars-cov-2|h\d+n\d+/gi

/** What a text says in digits, or with words from eleven on: 一 and one are often no number. */
const claimedIn = (text: string): Numeral[] =>
  numeralsIn(text.replaceAll(fixedNames, '')).filter(
    ({ isDigits, value, words }) =>
      isDigits ||
      (value > 10 && Array.from(words).length > 1 && /[一二三四五六七八九两a-z]/.test(words)),
  )

const numbersOf = (passages: readonly string[]): Set<number> =>
  new Set(
    passages.flatMap((text) => [
      ...numeralsIn(text).flatMap(({ value, others, inRange = value }) => [
        value,
        inRange,
        ...others,
      ]),
      ...monthsIn(text),
      ...wordNumbers.flatMap(([sign, value]) => (text.includes(sign) ? [value] : [])),
    ]),
  )

const wordNumbers: readonly (readonly [string, number])[] = [
  ['首', 1],
  ['双', 2],
  ['雙', 2],
  ['半', 0.5],
  ['half', 0.5],
]

const months =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b/gi
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthsIn = (text: string): number[] =>
  Array.from(text.matchAll(months), ([, name = '']) => monthNames.indexOf(name.toLowerCase()) + 1)

/** For the warning: what the passages have instead. */
const shownNumbers = (passages: readonly string[]): string[] =>
  [...new Set(passages.flatMap((text) => numeralsIn(text).map(({ words }) => words)))].slice(0, 5)

type Names = ReadonlyMap<string, readonly string[]>

/** The names of themes, actors and sources by their place, such as `actors/town`. */
function namesOf({ themes, actors, sources, timeZone }: LooseDocument): Names {
  const names = new Map<string, readonly string[]>()
  for (const { value } of themes) names.set(`themes/${value.id}`, stringsOf(value.label))
  for (const { value } of actors)
    names.set(`actors/${value.id}`, [
      ...stringsOf(value.name),
      ...stringsOf(value.role),
      ...Object.values(value.aliases ?? {}).flat(),
    ])
  for (const { value } of sources)
    names.set(`sources/${value.id}`, [
      ...stringsOf(value.title),
      dayIn(value.published ?? '', timeZone),
    ])
  return names
}

/** The day on which a source appeared, without the hour. */
const dayIn = (published: string, timeZone: string | undefined): string =>
  timeZone !== undefined && publicationDay(published, timeZone).ok
    ? publicationDate(published, timeZone)
    : published.slice(0, 10)

/** Numbers that need no passage: of the date, of what the event names, and of its sources' titles. */
function contextOf(event: Event, names: Names, date: DateNumbers | null): Set<number> {
  const parts = [
    ...(event.themes ?? []).map((id) => `themes/${id}`),
    ...(event.actors ?? []).map((id) => `actors/${id}`),
    `actors/${event.place}`,
    ...(event.citations ?? []).map((citation) => `sources/${citation?.source}`),
  ]
  return new Set([
    ...numbersOf(parts.flatMap((part) => names.get(part) ?? [])),
    ...parts
      .filter((part) => part.startsWith('sources/'))
      .flatMap((part) => (names.get(part)?.at(-1) ?? '').match(/\d+/g)?.map(Number) ?? []),
    // A date that cannot be read has a fault of its own.
    ...(date === null
      ? ((event.date ?? '').match(/\d+/g)?.map(Number) ?? [])
      : [...date.years, ...date.months, ...date.days, ...date.others]),
  ])
}

/** The figures of a measure that are not in its own source words, else in no passage. */
function figuresOf(measure: AuthoredMeasure, passages: ReadonlySet<number>): Located<number>[] {
  const parts = measure.parts ?? []
  const inParts = parts.flatMap((part, index) =>
    valuesOf(part, passages).map(({ pointer, value }) => ({
      pointer: `/parts/${index}${pointer}`,
      value,
    })),
  )
  // A whole without source words is the sum of its parts, which `wrong-sum` checks.
  const isSum = parts.length > 0 && measure.sourceWords === undefined && inParts.length === 0
  return [...(isSum ? [] : valuesOf(measure, passages)), ...inParts]
}

function valuesOf(
  { value, valueTo, sourceWords }: Omit<AuthoredMeasure, 'parts'>,
  passages: ReadonlySet<number>,
): Located<number>[] {
  const own = numbersOf(sourceWords === undefined ? [] : [sourceWords])
  const known = own.size > 0 ? own : passages
  return [
    { pointer: '/value', value },
    ...(valueTo === undefined ? [] : [{ pointer: '/valueTo', value: valueTo }]),
  ].filter((figure) => !known.has(Math.abs(figure.value)))
}

/** Days of the lunar calendar are others than those of the date. */
const lunar = /农历|農曆|阴历|陰曆|正月|腊月|臘月|初[一二三四五六七八九十]|除夕|闰|閏/

/** Year, month and day of the stated date that the date does not have, nor the day before or after. */
function dateWarnings(
  pointer: string,
  { statedDate = '' }: Event,
  date: DateNumbers | null,
): Warning[] {
  if (date === null || lunar.test(statedDate)) return []
  const years = [...date.years, ...date.beside.years]
  const isThere = (number: number, sign: string): boolean => {
    if (sign === '年代')
      return years.some((year) => tensOf(year) === number || tensOf(year) % 100 === number)
    // A year may be written with two digits.
    if (sign === '年') return years.some((year) => year === number || year % 100 === number)
    const part = sign === '月' ? 'months' : 'days'
    return date[part].has(number) || date.beside[part].has(number)
  }
  const stated = Array.from(
    statedDate.normalize('NFKC').matchAll(/(\d+)(年代?|月(?!前|后|後)|日|号|號)/g),
  )
  const missing = stated.filter(([, number, sign = '']) => !isThere(Number(number), sign))
  return missing.slice(0, 1).map(([words]) => ({
    pointer: `${pointer}/date`,
    reason: 'date-differs' as const,
    broken: broken('date-differs', { words }),
  }))
}

const tensOf = (year: number): number => year - (year % 10)

const stringsOf = (text: AuthoredText | undefined): string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text)
