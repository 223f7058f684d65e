// The public JSON of one event, in responses of the API and in NDJSON. The schema is the single
// source of its shape; the type and the OpenAPI description are derived from it. No I/O.
import * as v from 'valibot'
import { Identifier } from '../../domain/document/identifier.ts'
import { supportedFields } from '../../domain/document/citation.ts'
import { printDay, twoDigits, type CivilDay } from '../../domain/date/civil-day.ts'
import { statuses, type TimelineEvent } from '../../domain/document/event.ts'
import { sequenceOf } from '../../domain/document/revision.ts'
import { inLanguage, type Text } from '../../domain/text/language-map.ts'
import { bounds, type Measure } from '../../domain/document/measure.ts'
import type { Timeline } from '../../domain/document/timeline.ts'
import { dateKinds, precisions } from '../../domain/date/when.ts'
import { nearestUiLanguage, uiLanguages } from '../../domain/text/ui-language.ts'
import { dateInWords, hasShortWords, shortDateInWords } from '../../messages/dates.ts'
import { InstantJson } from './shared-json.ts'

/** A text by language tag, or only the text if the request has `lang`. */
export const LocalizedText = v.pipe(
  v.union([v.record(v.string(), v.string()), v.string()]),
  v.description('A text by language tag; with the parameter lang, only the text.'),
)
export type LocalizedText = v.InferOutput<typeof LocalizedText>

export const DayJson = v.pipe(
  v.string(),
  // Not the format `date`, which has no years before 0.
  v.metadata({ pattern: String.raw`^-?\d{4,}-\d{2}-\d{2}$` }),
  v.description('A civil day in the timeline’s time zone, ISO 8601.'),
)

export const EventDateJson = v.object({
  edtf: v.pipe(v.string(), v.description('The date as precise as its source: EDTF, ISO 8601-2.')),
  kind: v.picklist(dateKinds),
  stated: v.pipe(
    v.exactOptional(v.string()),
    v.description('The source’s own words for the date, in the source’s language.'),
  ),
  words: v.pipe(LocalizedText, v.description('The date in words.')),
  short: v.pipe(
    v.exactOptional(LocalizedText),
    v.description(
      'The words for use where the year is already shown; absent if they are the same.',
    ),
  ),
  earliest: v.nullable(DayJson),
  latest: v.nullable(DayJson),
  named: v.pipe(
    v.nullable(v.object({ from: DayJson, to: DayJson })),
    v.description(
      'The days of which the date surely names one: a point’s, those on which a span or a since may have begun, those on which an asOf or until ends; null for an undated event. The event is counted in the month that holds both.',
    ),
  ),
  anchor: v.pipe(DayJson, v.description('A key of the order of the list; not a claim.')),
  precision: v.pipe(
    v.picklist(precisions),
    v.description(
      'Of the statement, not of the bounds: window for one day of a set, and for an undated event.',
    ),
  ),
  approximate: v.boolean(),
  uncertain: v.boolean(),
  time: v.pipe(
    v.exactOptional(v.string()),
    v.description('Clock time HH:MM in the timeline’s time zone; only for an instant.'),
  ),
})

const figure = {
  label: LocalizedText,
  value: v.number(),
  valueTo: v.exactOptional(v.number()),
  unit: v.exactOptional(LocalizedText),
  unitCode: v.exactOptional(v.string()),
  approximate: v.exactOptional(v.boolean()),
  bound: v.exactOptional(v.picklist(bounds)),
  sourceWords: v.exactOptional(v.string()),
}

export const MeasureJson = v.object({
  ...figure,
  parts: v.pipe(
    v.exactOptional(v.array(v.object(figure))),
    v.description('Figures that add up to value.'),
  ),
})
export type MeasureJson = v.InferOutput<typeof MeasureJson>

export const CitationJson = v.pipe(
  v.object({
    source: Identifier,
    exact: v.exactOptional(v.string()),
    prefix: v.exactOptional(v.string()),
    suffix: v.exactOptional(v.string()),
    start: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    end: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    supports: v.exactOptional(v.array(v.picklist(supportedFields))),
  }),
  v.description(
    'Words quoted from a source, or without exact only the source. Offsets count Unicode code points of its text; end is exclusive.',
  ),
)

export const EventJson = v.object({
  id: Identifier,
  url: v.pipe(
    v.string(),
    v.metadata({ format: 'uri' }),
    v.description(
      'The HTML page of the event: its permalink, or in the kept edition that was asked for.',
    ),
  ),
  date: EventDateJson,
  title: LocalizedText,
  summary: v.exactOptional(LocalizedText),
  themes: v.array(Identifier),
  actors: v.array(Identifier),
  place: v.exactOptional(Identifier),
  through: v.pipe(
    v.exactOptional(v.array(Identifier)),
    v.description(
      'In lists: who takes part as a member of an actor that the filter names, where that actor does not take part itself.',
    ),
  ),
  measures: v.array(MeasureJson),
  citations: v.array(CitationJson),
  links: v.array(v.object({ url: v.string(), title: v.exactOptional(LocalizedText) })),
  status: v.picklist(statuses),
  note: v.exactOptional(LocalizedText),
  sequence: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(0),
    v.description('Number of editions from the first one with the event to the last change.'),
  ),
  published: v.pipe(
    v.exactOptional(InstantJson),
    v.description('Instant of the first edition with the event, RFC 3339 in UTC; never changes.'),
  ),
  modified: v.pipe(
    InstantJson,
    v.description(
      'Instant of the edition that last changed the event or anything that it names, RFC 3339 in UTC.',
    ),
  ),
})
export type EventJson = v.InferOutput<typeof EventJson>

export interface EventJsonOptions {
  readonly timeline: Timeline
  /** If set, texts are strings in this language or else the timeline's; if not, maps by language. */
  readonly language?: string
  /** The HTML page of the event. */
  readonly url: string
}

export type Localize = (text: Text) => LocalizedText

/** Without a language, every text stays a map. */
export const localizer =
  (language: string | undefined, { language: fallback }: Pick<Timeline, 'language'>): Localize =>
  (text) =>
    language === undefined ? text : inLanguage(text, language, fallback)

export function eventJson(event: TimelineEvent, options: EventJsonOptions): EventJson {
  const { timeline, language, url } = options
  const localize = localizer(language, timeline)
  return {
    id: event.id,
    url,
    date: dateJson(event, language),
    title: localize(event.title),
    ...(event.summary && { summary: localize(event.summary) }),
    themes: [...event.themes],
    actors: [...event.actors],
    ...(event.place !== undefined && { place: event.place }),
    measures: event.measures.map((measure) => measureJson(measure, localize)),
    citations: event.citations.map(({ supports, ...words }) => ({
      ...words,
      ...(supports && { supports: [...supports] }),
    })),
    links: event.links.map((link) => ({
      url: link.url,
      ...(link.title && { title: localize(link.title) }),
    })),
    status: event.status,
    ...(event.note && { note: localize(event.note) }),
    sequence: sequenceOf(event),
    ...(event.first.instant !== null && { published: event.first.instant }),
    modified: event.revision.instant,
  }
}

function dateJson(
  { when, statedDate }: TimelineEvent,
  language: string | undefined,
): EventJson['date'] {
  // Messages, not texts of the timeline: in the nearest UI language.
  const inWords = (write: typeof dateInWords): LocalizedText =>
    language === undefined
      ? Object.fromEntries(uiLanguages.map((tag) => [tag, write(when, tag)]))
      : write(when, nearestUiLanguage(language))
  return {
    edtf: when.edtf,
    kind: when.kind,
    ...(statedDate !== undefined && { stated: statedDate }),
    words: inWords(dateInWords),
    ...(hasShortWords(when) && { short: inWords(shortDateInWords) }),
    earliest: dayOrNull(when.earliest),
    latest: dayOrNull(when.latest),
    named: when.named && { from: printDay(when.named[0]), to: printDay(when.named[1]) },
    anchor: printDay(when.anchor),
    precision: when.precision,
    approximate: when.approximate,
    uncertain: when.uncertain,
    ...(when.minute !== undefined && { time: clockTime(when.minute) }),
  }
}

function measureJson({ parts, ...figure }: Measure, localize: Localize): MeasureJson {
  return {
    ...figureJson(figure, localize),
    ...(parts && { parts: parts.map((part) => figureJson(part, localize)) }),
  }
}

function figureJson({ label, unit, ...figure }: Omit<Measure, 'parts'>, localize: Localize) {
  return { label: localize(label), ...figure, ...(unit && { unit: localize(unit) }) }
}

const dayOrNull = (day: CivilDay | null): string | null => (day === null ? null : printDay(day))

/** `07:45` for 465 minutes after midnight. */
export const clockTime = (minute: number): string =>
  `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
