// Compiles an authoring document into the events of an edition: texts by language, resolved dates,
// revisions continued from the previous edition. Pure: the caller passes the instant.
import type { AuthoredEvent, Revision, TimelineEvent } from '../domain/document/event.ts'
import { publicationDay } from '../domain/date/publication.ts'
import { byLanguage, type AuthoredText, type Text } from '../domain/text/language-map.ts'
import type { AuthoredMeasure, Measure } from '../domain/document/measure.ts'
import { compareEvents } from '../domain/query/order.ts'
import type { Timeline, TimelineDocument } from '../domain/document/timeline.ts'
import { resolveDate, type When } from '../domain/date/when.ts'
import { canonicalJson } from './digest.ts'
import type { Head } from './head.ts'

export interface Compiled {
  readonly timeline: Timeline
  /** In the total order. */
  readonly events: readonly TimelineEvent[]
  readonly retired: Readonly<Record<string, Revision>>
}

type Previous = Pick<Head, 'adds' | 'retired'>

/**
 * Compiles a checked document into the content of the edition published at `published` (RFC 3339).
 * An event whose content is the same as in `previous` keeps its revision; sequence and instant never
 * decrease, even if the event was missing from some editions (RFC 5545, 3.8.7.4).
 * Throws on a date that the check would have refused.
 * @example an event whose title changed: { sequence: 0, … } → { sequence: 1, modified: published }
 */
export function compile(
  document: TimelineDocument,
  previous: Previous | null,
  published: string,
): Compiled {
  const timeline = compileTimeline(document)
  const before = new Map(previous?.adds.map((event) => [event.id, event]))
  const retired = previous?.retired ?? {}
  const dayOf = sourceDays(document)

  const events = document.events.map((authored, position) => {
    const content = compileEvent(authored, document, dayOf)
    const old = before.get(authored.id)
    const revision = old
      ? sameContent(old, content)
        ? old.revision
        : next(old.revision, published)
      : next(retired[authored.id], published)
    return { ...content, position, revision }
  })
  return {
    timeline,
    events: events.toSorted(compareEvents),
    retired: retire(previous, new Set(events.map((event) => event.id))),
  }
}

/** The content of an event, without its index and its history. */
type Content = Omit<TimelineEvent, 'position' | 'revision'>

function compileTimeline(document: TimelineDocument): Timeline {
  const { language } = document
  return {
    id: document.id,
    title: byLanguage(document.title, language),
    ...optional('description', document.description, (text) => byLanguage(text, language)),
    language,
    timeZone: document.timeZone,
    authority: document.authority,
    ...optional('licence', document.licence, ({ name, ...url }) => ({
      name: byLanguage(name, language),
      ...url,
    })),
    ...optional('credit', document.credit, (text) => byLanguage(text, language)),
    themes: document.themes.map((theme) => ({
      ...theme,
      label: byLanguage(theme.label, language),
    })),
    actors: document.actors.map(({ name, role, ...actor }) => ({
      ...actor,
      name: byLanguage(name, language),
      ...optional('role', role, (text) => byLanguage(text, language)),
    })),
    sources: document.sources.map(({ title, publisher, rights, ...source }) => ({
      ...source,
      title: byLanguage(title, language),
      ...optional('publisher', publisher, (text) => byLanguage(text, language)),
      ...optional('rights', rights, (text) => byLanguage(text, language)),
    })),
  }
}

function compileEvent(
  authored: AuthoredEvent,
  document: TimelineDocument,
  dayOf: Map<string, number>,
): Content {
  const { date, kind, title, summary, measures, links, note, status, ...rest } = authored
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
    links: (links ?? []).map((link) => ({ url: link.url, ...optional('title', link.title, text) })),
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
  if (!when.ok) throw new Error(`event ${event.id}: ${when.failure.message}`)
  return when.value
}

/** The last civil day on which each source may have been published, by id. */
function sourceDays(document: TimelineDocument): Map<string, number> {
  return new Map(
    document.sources.map(({ id, published }) => {
      const day = publicationDay(published, document.timeZone)
      if (!day.ok) throw new Error(`source ${id}: ${day.failure.message}`)
      return [id, day.value]
    }),
  )
}

function sameContent(old: TimelineEvent, content: Content): boolean {
  const { position: _position, revision: _revision, ...oldContent } = old
  return canonicalJson(oldContent) === canonicalJson(content)
}

const next = (revision: Revision | undefined, modified: string): Revision => ({
  sequence: revision === undefined ? 0 : revision.sequence + 1,
  modified,
})

function retire(previous: Previous | null, present: ReadonlySet<string>): Record<string, Revision> {
  const gone = (previous?.adds ?? []).filter((event) => !present.has(event.id))
  const entries = Object.entries(previous?.retired ?? {}).filter(([id]) => !present.has(id))
  return Object.fromEntries([
    ...entries,
    ...gone.map((event) => [event.id, event.revision] as const),
  ])
}

/** `{ [key]: convert(value) }`, or `{}` if the value is absent (exactOptionalPropertyTypes). */
function optional<Key extends string, Value, Converted>(
  key: Key,
  value: Value | undefined,
  convert: (value: Value) => Converted,
): { readonly [K in Key]?: Converted } {
  return value === undefined ? {} : ({ [key]: convert(value) } as { [K in Key]: Converted })
}
