// Compiles an authoring document into the content of an edition: texts by language, resolved dates,
// revisions continued from the previous edition. Pure: the caller passes the instant.
import { publicationDay } from '../domain/date/publication.ts'
import type { AuthoredEvent, StoredEvent } from '../domain/document/event.ts'
import type { EarlyRevision, Revised, Revision } from '../domain/document/revision.ts'
import { normalUrl } from '../domain/document/link.ts'
import { byLanguage, type AuthoredText, type Text } from '../domain/text/language-map.ts'
import type { AuthoredMeasure, Measure } from '../domain/document/measure.ts'
import { compareEvents } from '../domain/query/order.ts'
import type { Timeline, TimelineDocument } from '../domain/document/timeline.ts'
import { resolveDate, type When } from '../domain/date/when.ts'
import type { PartKind } from '../domain/document/fields.ts'
import { eventChanges, fieldChanges, orderChanges } from './changes.ts'
import type { Head, StoredTimeline } from './head.ts'

export interface Compiled {
  readonly timeline: StoredTimeline
  /** In the total order. */
  readonly events: readonly StoredEvent[]
  /** See `Head`; not limited. */
  readonly removed: readonly string[]
}

type Previous = Pick<Head, 'timeline' | 'adds' | 'removed'>

/** In which edition an event appeared first; undefined for one that never was. */
export type FirstLookUp = (id: string) => EarlyRevision | undefined

/**
 * Compiles a checked document into the content of the edition `at`. What is the same as in
 * `previous` keeps its revision. `firstOf` also knows events that are missing from `previous`, so
 * that nothing begins anew when an event returns.
 * Throws on a date that the check would have refused.
 * @example an event whose title changed: { changed: { edition: 1, … }, … } → { changed: at, … }
 */
export function compile(
  document: TimelineDocument,
  previous: Previous | null,
  at: Revision,
  firstOf: FirstLookUp = firstIn(previous),
): Compiled {
  const timeline = compileTimeline(document)
  const contentOf = eventCompiler(document)
  const before = new Map(previous?.adds.map((event) => [event.id, event]))
  // What is shown of every event depends on both.
  const isGroundSame =
    previous?.timeline.language === timeline.language &&
    previous.timeline.timeZone === timeline.timeZone

  const events = document.events.map((authored, position): StoredEvent => {
    const content = contentOf(authored)
    const old = before.get(authored.id)
    const isSame =
      old !== undefined && isGroundSame && eventChanges(old, { ...content, position }).length === 0
    return {
      ...content,
      position,
      first: firstOf(authored.id) ?? at,
      changed: isSame ? old.changed : at,
    }
  })
  const ordered = events.toSorted(compareEvents)
  const isReordered =
    previous !== null &&
    orderChanges(
      { timeline: previous.timeline, events: previous.adds },
      { timeline, events: ordered },
    ).length > 0
  const parts = revised(timeline, previous?.timeline, at)
  return {
    timeline: isReordered ? { ...parts, changed: at } : parts,
    events: ordered,
    removed: removedSince(previous, new Set(events.map((event) => event.id))),
  }
}

/** Without a log, the previous edition is all that is known. */
function firstIn(previous: Previous | null): FirstLookUp {
  const known = new Map(previous?.adds.map(({ id, first }) => [id, first]))
  return (id) => known.get(id)
}

/** The content of an event, without its index and its history. */
export type EventContent = Omit<StoredEvent, 'position' | 'first' | 'changed'>

/**
 * Compiles single events of a checked document, which may be without events itself.
 * @example eventCompiler(document)({ id: 'a', date: '2020-01', … }) → { id: 'a', when: { … }, … }
 */
export function eventCompiler(
  document: Omit<TimelineDocument, 'events'>,
): (authored: AuthoredEvent) => EventContent {
  const dayOf = sourceDays(document)
  return (authored) => compileEvent(authored, document, dayOf)
}

/**
 * The timeline of a checked document with its parts; what is the same as in `previous` keeps its revision.
 * @example storedTimeline(document, null, at) → { id, themes: [{ id, label, changed: at }], …, changed: at }
 */
export const storedTimeline = (
  document: Omit<TimelineDocument, 'events'>,
  previous: StoredTimeline | undefined,
  at: Revision,
): StoredTimeline => revised(compileTimeline(document), previous, at)

function compileTimeline(document: Omit<TimelineDocument, 'events'>): Timeline {
  const { language } = document
  return {
    id: document.id,
    title: byLanguage(document.title, language),
    ...optional('description', document.description, (text) => byLanguage(text, language)),
    language,
    timeZone: document.timeZone,
    authority: document.authority,
    ...optional('licence', document.licence, ({ name, url }) => ({
      name: byLanguage(name, language),
      ...optional('url', url, normalUrl),
    })),
    ...optional('credit', document.credit, (text) => byLanguage(text, language)),
    themes: document.themes.map(({ allow: _allow, ...theme }) => ({
      ...theme,
      label: byLanguage(theme.label, language),
    })),
    actors: document.actors.map(({ name, role, allow: _allow, ...actor }) => ({
      ...actor,
      name: byLanguage(name, language),
      ...optional('role', role, (text) => byLanguage(text, language)),
    })),
    sources: document.sources.map((authored) => {
      const { title, publisher, rights, url, archivedUrl, allow: _allow, ...source } = authored
      return {
        ...source,
        title: byLanguage(title, language),
        ...optional('publisher', publisher, (text) => byLanguage(text, language)),
        ...optional('url', url, normalUrl),
        ...optional('archivedUrl', archivedUrl, normalUrl),
        ...optional('rights', rights, (text) => byLanguage(text, language)),
      }
    }),
  }
}

function compileEvent(
  authored: AuthoredEvent,
  document: Omit<TimelineDocument, 'events'>,
  dayOf: Map<string, number>,
): EventContent {
  const {
    date,
    kind,
    title,
    summary,
    measures,
    links,
    note,
    status,
    allow: _allow,
    ...rest
  } = authored
  const text = (authoredText: AuthoredText): Text => byLanguage(authoredText, document.language)
  const attested = Math.max(
    ...authored.citations.map((citation) => dayOf.get(citation.source) ?? -Infinity),
  )
  return {
    ...rest,
    when: resolvedDate(authored, document.timeZone, attested),
    title: text(title),
    ...optional('summary', summary, text),
    measures: (measures ?? []).map((measure) => compileMeasure(measure, text)),
    links: (links ?? []).map((link) => ({
      url: normalUrl(link.url),
      ...optional('title', link.title, text),
    })),
    status: status ?? 'confirmed',
    ...optional('note', note, text),
  }
}

function compileMeasure(measure: AuthoredMeasure, text: (authored: AuthoredText) => Text): Measure {
  const { label, unit, parts, ...figures } = measure
  return {
    label: text(label),
    ...figures,
    ...optional('unit', unit, text),
    ...optional('parts', parts, (inner) => inner.map((part) => compileMeasure(part, text))),
  }
}

function resolvedDate(event: AuthoredEvent, timeZone: string, attested: number): When {
  const when = resolveDate({ date: event.date, kind: event.kind, timeZone, attested })
  if (!when.ok) throw new Error(`event ${event.id}: ${when.failure.rule}`)
  return when.value
}

/** The last civil day on which each source may have been published, by id. */
function sourceDays({
  sources,
  timeZone,
}: Pick<TimelineDocument, 'sources' | 'timeZone'>): Map<string, number> {
  return new Map(
    sources.map(({ id, published }) => {
      const day = publicationDay(published, timeZone)
      if (!day.ok) throw new Error(`source ${id}: ${day.failure.rule}`)
      return [id, day.value]
    }),
  )
}

/** The timeline and its parts, each with its own revision. */
function revised(
  timeline: Timeline,
  previous: StoredTimeline | undefined,
  at: Revision,
): StoredTimeline {
  return {
    ...continued('timeline', timeline, previous, at),
    themes: continuedAll('theme', timeline.themes, previous?.themes, at),
    actors: continuedAll('actor', timeline.actors, previous?.actors, at),
    sources: continuedAll('source', timeline.sources, previous?.sources, at),
  }
}

function continuedAll<Part extends { readonly id: string }>(
  kind: PartKind,
  parts: readonly Part[],
  previous: readonly Revised<Part>[] = [],
  at: Revision,
): Revised<Part>[] {
  const before = new Map(previous.map((part) => [part.id, part]))
  return parts.map((part) => continued(kind, part, before.get(part.id), at))
}

function continued<Part extends object>(
  kind: PartKind,
  part: Part,
  before: Revised<object> | undefined,
  at: Revision,
): Revised<Part> {
  const isSame = before !== undefined && fieldChanges(kind, before, part).length === 0
  return { ...part, changed: isSame ? before.changed : at }
}

function removedSince(previous: Previous | null, present: ReadonlySet<string>): string[] {
  const missing = [...(previous?.adds ?? []).map(({ id }) => id), ...(previous?.removed ?? [])]
  return missing.filter((id) => !present.has(id))
}

/** `{ [key]: convert(value) }`, or `{}` if the value is absent (exactOptionalPropertyTypes). */
function optional<Key extends string, Value, Converted>(
  key: Key,
  value: Value | undefined,
  convert: (value: Value) => Converted,
): { readonly [K in Key]?: Converted } {
  return value === undefined ? {} : ({ [key]: convert(value) } as { [K in Key]: Converted })
}
