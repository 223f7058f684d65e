// The well-formed fields of a document whose form may be wrong in places, with their pointers, so
// that one run finds both faults of form and faults of meaning.
import * as v from 'valibot'
import { AuthoredActor } from '../document/actor.ts'
import { AuthoredEvent } from '../document/event.ts'
import { pointerOf } from '../document/pointer.ts'
import { AuthoredSource } from '../document/source.ts'
import { AuthoredTheme } from '../document/theme.ts'
import { TimelineDocument } from '../document/timeline.ts'
import type { AuthoredText } from '../text/language-map.ts'

/** A value of the document and its JSON Pointer. */
export interface Located<Value> {
  readonly pointer: string
  readonly value: Value
}

/**
 * A text in each of its languages, with the pointer of each.
 * @example locatedTexts('/title', { en: 'A' }) → [{ pointer: '/title/en', value: 'A' }]
 */
export function locatedTexts(
  pointer: string,
  text: AuthoredText | undefined,
): readonly Located<string>[] {
  if (text === undefined) return []
  if (typeof text === 'string') return [{ pointer, value: text }]
  return Object.entries(text).map(([language, value]) => ({
    pointer: pointer + pointerOf([language]),
    value,
  }))
}

export const collections = ['themes', 'actors', 'sources', 'events'] as const
export type Collection = (typeof collections)[number]

/**
 * The well-formed fields of an element; malformed ones are absent. In a list whose form is wrong,
 * malformed items are undefined, so that the others keep their index.
 */
export type WellFormed<Entry> = { readonly [Key in keyof Entry]?: WellFormedField<Entry[Key]> }

type WellFormedField<Value> =
  NonNullable<Value> extends readonly (infer Item)[]
    ? readonly (Item | undefined)[] | undefined
    : Value | undefined

export interface LooseDocument {
  readonly themes: readonly Located<WellFormed<v.InferOutput<typeof AuthoredTheme>>>[]
  readonly actors: readonly Located<WellFormed<v.InferOutput<typeof AuthoredActor>>>[]
  readonly sources: readonly Located<WellFormed<v.InferOutput<typeof AuthoredSource>>>[]
  readonly events: readonly Located<WellFormed<AuthoredEvent>>[]
  /** The texts about the timeline as a whole. */
  readonly introduction: WellFormed<
    Pick<TimelineDocument, 'title' | 'description' | 'credit' | 'licence'>
  >
  readonly timeZone?: string | undefined
  readonly allowTerms?: readonly (string | undefined)[] | undefined
}

/** @example readLooseDocument({ timeZone: 5, events: [] }) → { events: [], … }, without timeZone */
export function readLooseDocument(document: unknown): LooseDocument {
  const { title, description, credit, licence, timeZone, allowTerms } = TimelineDocument.entries
  const introduction = { title, description, credit, licence }
  return {
    themes: elements(document, 'themes', AuthoredTheme.entries),
    actors: elements(document, 'actors', AuthoredActor.entries),
    sources: elements(document, 'sources', AuthoredSource.entries),
    events: elements(document, 'events', AuthoredEvent.entries),
    introduction: wellFormed(introduction, document),
    ...wellFormed({ timeZone, allowTerms }, document),
  }
}

/** The same of a document whose form is right, which need not be read again. */
export function looseDocumentOf(document: TimelineDocument): LooseDocument {
  const { title, description, credit, licence, timeZone, allowTerms } = document
  return {
    themes: located('themes', document.themes),
    actors: located('actors', document.actors),
    sources: located('sources', document.sources),
    events: located('events', document.events),
    introduction: { title, description, credit, licence },
    timeZone,
    allowTerms,
  }
}

const located = <Value>(collection: Collection, values: readonly Value[]): Located<Value>[] =>
  values.map((value, index) => ({ pointer: `/${collection}/${index}`, value }))

type WellFormedOf<Entries extends v.ObjectEntries> = WellFormed<
  v.InferOutput<v.ObjectSchema<Entries, undefined>>
>

function elements<Entries extends v.ObjectEntries>(
  document: unknown,
  collection: Collection,
  entries: Entries,
): Located<WellFormedOf<Entries>>[] {
  const list: unknown = isRecord(document) ? document[collection] : undefined
  if (!Array.isArray(list)) return []
  return list.map((element: unknown, index) => ({
    pointer: `/${collection}/${index}`,
    value: wellFormed(entries, element),
  }))
}

function wellFormed<Entries extends v.ObjectEntries>(
  entries: Entries,
  value: unknown,
): WellFormedOf<Entries> {
  const given = isRecord(value) ? value : {}
  const fields: Record<string, unknown> = {}
  for (const [key, entry] of Object.entries(entries)) {
    const field = v.safeParse(entry, given[key])
    fields[key] = field.success ? field.output : wellFormedItems(entry, given[key])
  }
  return fields as WellFormedOf<Entries>
}

function wellFormedItems(entry: v.GenericSchema, value: unknown): unknown[] | undefined {
  const { type, wrapped = entry } = entry as { type: string; wrapped?: v.GenericSchema }
  const list = (type === 'exact_optional' ? wrapped : entry) as { item?: v.GenericSchema }
  if (!Array.isArray(value) || list.item === undefined) return undefined
  const { item } = list
  return value.map((one: unknown) => {
    const read = v.safeParse(item, one)
    return read.success ? read.output : undefined
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
