// The forms in which editions are stored. Each stored value and database includes the number of its
// form; older forms are upgraded when they are read, newer ones are a fault.
// 0: version 0.1, which wrote no number: dates include their words. 1: dates have no words.
// 2: addresses are in their normal form, revisions are editions, and every part of a timeline has one; dates have `named` and `instant`,
// sets have the precision `window`, and events are in the order of instants.
import type { StoredEvent } from '../domain/document/event.ts'
import type { EarlyRevision, Revision } from '../domain/document/revision.ts'
import type { Changes, NamedEvent } from '../domain/document/changes.ts'
import type { ChangedDate, FieldChange } from '../domain/document/fields.ts'
import type { Timeline } from '../domain/document/timeline.ts'
import { resolveDate, type When } from '../domain/date/when.ts'
import { compareDates } from '../domain/query/order.ts'
import { normalUrl } from '../domain/document/link.ts'
import type { Head, StoredTimeline } from './head.ts'

/** The form that this version writes, and the newest that it reads. */
export const storedForm = 2

/** True for the forms that this version reads. */
export const isReadableForm = (form: unknown): form is number =>
  Number.isInteger(form) && Number(form) >= 0 && Number(form) <= storedForm

/** The first and the last revision of an event. */
export interface Appearance {
  readonly first: EarlyRevision
  readonly last: Revision
}

/**
 * Upgrades a head to the newest form.
 * @example form 1: { revision: { sequence: 1, … }, … } in `adds` → { first, changed, … }
 */
export function upgradeHead(head: unknown, form: number): Head {
  if (form >= 2) return head as Head
  const { timeline, edition, kept, adds, retired } = head as Head1
  return {
    timeline: upgradeTimeline(timeline, kept),
    edition,
    kept,
    base: null,
    adds: adds
      .map((event) => upgradeEvent(event, kept, timeline.timeZone))
      .toSorted((a, b) => compareDates(a.when, b.when)),
    removed: Object.keys(retired).toReversed(),
  }
}

/**
 * The revisions that a head contains: of its events, and in older forms of removed ones, too.
 * @example a head of form 1 → Map { 'branches-formed' → { first, last }, … }
 */
export function appearancesIn(head: unknown, form: number): ReadonlyMap<string, Appearance> {
  const retired = form >= 2 ? {} : (head as Head1).retired
  const { adds, kept } = upgradeHead(head, form)
  return new Map([
    ...adds.map(({ id, first, changed }) => [id, { first, last: changed }] as const),
    ...Object.entries(retired).map(([id, revision]) => [id, appearanceOf(revision, kept)] as const),
  ])
}

/** The changes of form 0 and 1: removed events counted as withdrawn, parts were not compared. */
interface Changes1 {
  readonly added: readonly NamedEvent[]
  readonly changed: Changes['changed']
  readonly withdrawn: readonly NamedEvent[]
}

/** Upgrades the changes of the edition with that head, itself of the newest form. */
export function upgradeChanges(changes: unknown, form: number, head: Head): Changes {
  if (form >= 2) return changes as Changes
  const { added, changed, withdrawn } = changes as Changes1
  const present = new Set(head.adds.map(({ id }) => id))
  const { timeZone } = head.timeline
  return {
    added,
    changed: changed.map((event) => ({
      ...event,
      fields: event.fields.map((change) => upgradeChange(change, timeZone)),
    })),
    withdrawn: withdrawn
      .filter(({ id }) => present.has(id))
      .map((event) => ({ ...event, fields: [] })),
    removed: withdrawn.filter(({ id }) => !present.has(id)),
  }
}

/** `sequence` counted the changes of an event from 0; `modified` was the instant of the last one. */
interface Revision1 {
  readonly sequence: number
  readonly modified: string
}

type When1 = Pick<When, 'edtf' | 'kind' | 'range'>

type Event1 = Omit<StoredEvent, 'first' | 'changed' | 'when'> & {
  readonly when: When1
  readonly revision: Revision1
}

/** A head of form 0 or 1: its parts had no revisions. */
export type Head1 = Pick<Head, 'edition' | 'kept' | 'base'> & {
  readonly timeline: Timeline
  readonly adds: readonly Event1[]
  readonly retired: Readonly<Record<string, Revision1>>
}

function upgradeEvent(
  { revision, ...event }: Event1,
  kept: Head['kept'],
  timeZone: string,
): StoredEvent {
  const { first, last } = appearanceOf(revision, kept)
  const links = event.links.map((link) => ({ ...link, url: normalUrl(link.url) }))
  return { ...event, links, when: upgradeWhen(event.when, timeZone), first, changed: last }
}

/**
 * The kept edition of that instant changed the event, or else one before the oldest kept edition.
 * The first edition is the one that leaves `sequence` as it was; its instant is known only if the
 * event never changed.
 */
function appearanceOf({ sequence, modified }: Revision1, kept: Head['kept']): Appearance {
  const oldest = kept.at(-1)?.number ?? 1
  const edition = kept.find(({ published }) => published === modified)?.number ?? oldest - 1
  return {
    first: { edition: edition - sequence, instant: sequence === 0 ? modified : null },
    last: { edition, instant: modified },
  }
}

/** Nothing was known of the changes of parts: they count as unchanged since the first edition. */
function upgradeTimeline(timeline: Timeline, kept: Head['kept']): StoredTimeline {
  const first = kept.find(({ number }) => number === 1)
  const changed = { edition: 1, instant: first?.published ?? null }
  const revised = <Part extends object>(part: Part) => ({ ...part, changed })
  const { licence } = timeline
  return {
    ...timeline,
    ...(licence && { licence: withNormalUrls(licence) }),
    changed,
    themes: timeline.themes.map(revised),
    actors: timeline.actors.map(revised),
    sources: timeline.sources.map((source) => revised(withNormalUrls(source))),
  }
}

const withNormalUrls = <Part extends { readonly url?: string; readonly archivedUrl?: string }>(
  part: Part,
): Part => ({
  ...part,
  ...(part.url !== undefined && { url: normalUrl(part.url) }),
  ...(part.archivedUrl !== undefined && { archivedUrl: normalUrl(part.archivedUrl) }),
})

/** Everything that is derived is derived again; the end of a since's range is the attested day. */
function upgradeWhen({ edtf, kind, range }: When1, timeZone: string): When {
  const resolved = resolveDate({ date: edtf, kind, timeZone, attested: range?.[1] ?? 0 })
  if (!resolved.ok) throw new Error(`stored date ${edtf}: ${resolved.failure.rule}`)
  return resolved.value
}

function upgradeChange(change: FieldChange, timeZone: string): FieldChange {
  const { before, after } = change
  if (change.field === 'links')
    return { ...change, before: changedLinks(before), after: changedLinks(after) }
  if (change.field !== 'date') return change
  return { ...change, before: changedDate(before, timeZone), after: changedDate(after, timeZone) }
}

const changedLinks = (value: unknown): unknown =>
  (value as StoredEvent['links'] | null)?.map((link) => ({ ...link, url: normalUrl(link.url) })) ??
  null

/** Form 0 had no day and minute for an instant, form 1 had the day under another name. */
function changedDate(value: unknown, timeZone: string): ChangedDate {
  const { edtf, kind } = value as ChangedDate
  const { earliest, minute } = upgradeWhen({ edtf, kind, range: null }, timeZone)
  return minute === undefined ? { edtf, kind } : { edtf, kind, earliest, minute }
}
