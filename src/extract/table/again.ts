// The import of a table that was imported before: which event each row is, and which rows are gone.
import { sameValue } from '../../domain/merge/same-value.ts'
import type { AuthoredEvent } from '../../domain/document/event.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { byLanguage, type AuthoredText } from '../../domain/text/language-map.ts'
import type { GivenAnswers } from '../question.ts'
import type { Asker } from './asker.ts'
import { withKind } from './row-date.ts'
import { digestOf, markOfValue, marksOfValue } from './compared.ts'
import { foldName } from './names.ts'
import type { EventFields, RowEvent } from './rows.ts'
import { importFields, type ImportField } from './table.ts'

/** A mark of each field that a row writes. */
export type FieldMarks = Readonly<Partial<Record<ImportField, string>>>

/** What is remembered of a row: which event it is, and a mark of each field as it was written. */
export interface RememberedRow {
  readonly key: string
  readonly fields: FieldMarks
}

/** Of one imported table; no content. */
export interface ImportMemory {
  /** By the id of their question. */
  readonly answers: GivenAnswers
  /** By the id of the event. */
  readonly rows: ReadonlyMap<string, RememberedRow>
}

export const noMemory: ImportMemory = { answers: new Map(), rows: new Map() }

/** A row with what recognises it. */
export interface KeyedRow extends RowEvent {
  /** The id that a column gives. */
  readonly id: string
  readonly key: string
}

/** The fields as they are compared: `date` with its kind, empty lists as absent. */
export function fieldValue(event: EventFields, field: ImportField): unknown {
  if (field === 'date') {
    if (event.date === undefined) return undefined
    const { date, kind } = withKind(event.date, event.kind)
    return [date, kind]
  }
  const value = event[field]
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

export const marksOfFields = (fields: EventFields, language: string): FieldMarks =>
  Object.fromEntries(
    importFields.flatMap((field) => {
      const value = fieldValue(fields, field)
      return value === undefined ? [] : [[field, markOfValue({ name: field, value }, language)]]
    }),
  )

/** True for what is remembered of a field that says this, or of one that says nothing. */
export const isRemembered = (
  { fields: marks }: RememberedRow,
  { name, value }: { readonly name: ImportField; readonly value: unknown },
  language: string,
): boolean => {
  const mark = marks[name]
  return mark === undefined
    ? value === undefined
    : marksOfValue({ name, value }, language).includes(mark)
}

/** The key of a row without a column for it: its date and title. */
export const wordsKey = ({ date, title }: EventFields, language: string): string =>
  `words:${digestOf([date, title === undefined ? '' : foldName(plainTitle(title, language))])}`

/** The key of a row whose own id is not that of its event. */
const idKey = (id: string): string => `id:${id}`

const isGivenKey = (key: string): boolean => key.startsWith('key:')

/** By what a row is known again as this event. */
export const rememberedKey = ({ id, key }: KeyedRow, event: string): string =>
  id === '' || id === event || isGivenKey(key) ? key : idKey(id)

const plainTitle = (title: AuthoredText, language: string): string =>
  Object.values(byLanguage(title, language))[0] ?? ''

export interface MatchedRow {
  readonly row: KeyedRow
  /** Null for a new event. */
  readonly event: AuthoredEvent | null
  readonly base: RememberedRow | null
}

export interface MatchContext {
  readonly document: TimelineDocument
  readonly memory: ImportMemory
  readonly asker: Asker
}

/** Finds the event of each row; rows of which it is open are left out. */
export function matchRows(rows: readonly KeyedRow[], context: MatchContext): MatchedRow[] {
  const { document, memory, asker } = context
  const events = new Map(document.events.map((event) => [event.id, event]))
  const byKey = new Map(Array.from(memory.rows, ([id, { key }]) => [key, id]))
  const taken = new Set<string>()
  const found = new Map<KeyedRow, string>()
  // An id of the table may be that of an event, of one that is gone, or stand for an event of another id.
  const knownId = ({ id, key }: KeyedRow): string | undefined =>
    events.has(id) || memory.rows.has(id) ? id : byKey.get(isGivenKey(key) ? key : idKey(id))
  for (const row of rows) {
    const id = row.id === '' ? byKey.get(row.key) : knownId(row)
    if (id === undefined || taken.has(id)) continue
    taken.add(id)
    found.set(row, id)
  }
  matchByWords(
    rows.filter((row) => !found.has(row)),
    { ...context, events, taken, found },
  )
  const gone = rows.filter((row) => {
    const id = found.get(row)
    return id !== undefined && !events.has(id)
  })
  const again = gone.length === 0 ? 'yes' : askGone(gone.length, asker)
  return rows.flatMap((row): MatchedRow[] => {
    const id = found.get(row)
    const event = id === undefined ? null : (events.get(id) ?? null)
    if (id !== undefined && event === null)
      return again === 'yes' ? [{ row, event: null, base: null }] : []
    return [{ row, event, base: (id === undefined ? undefined : memory.rows.get(id)) ?? null }]
  })
}

function askGone(count: number, asker: Asker): string | null {
  const { words } = asker
  return asker.ask({
    id: 'deleted',
    words: words.questions.deleted(count),
    choices: [
      { value: 'no', words: words.choices.leaveDeleted },
      { value: 'yes', words: words.choices.addAgain },
    ],
  })
}

interface ByWords extends MatchContext {
  readonly events: ReadonlyMap<string, AuthoredEvent>
  readonly taken: Set<string>
  readonly found: Map<KeyedRow, string>
}

/** Rows that no key finds: events of equal words, which a person confirms. */
function matchByWords(rows: readonly KeyedRow[], context: ByWords): void {
  const { document, memory, asker, taken, found } = context
  const remembered = [...memory.rows.keys()].filter(
    (id) => !taken.has(id) && context.events.has(id),
  )
  const byTitle = new Map<string, string[]>()
  const add = (key: string, id: string) => byTitle.set(key, [...(byTitle.get(key) ?? []), id])
  for (const event of document.events)
    for (const key of titleKeys(event, document.language)) add(key, event.id)
  const same: [KeyedRow, string][] = []
  for (const row of rows) {
    const titled = [
      ...new Set(titleKeys(row.fields, document.language).flatMap((key) => byTitle.get(key) ?? [])),
    ].filter((id) => !taken.has(id))
    const equal = titled.find((id) => sameValue(context.events.get(id)?.date, row.fields.date))
    if (equal !== undefined) {
      taken.add(equal)
      same.push([row, equal])
      continue
    }
    const alike = remembered.filter(
      (id) => !taken.has(id) && isAlike(memory.rows.get(id), row, document.language),
    )
    const near = [...new Set([...alike, ...titled.filter((id) => memory.rows.has(id))])]
    const answer = near.length === 0 ? 'new' : askSame(row, near, context)
    if (answer === null || answer === 'new') continue
    taken.add(answer)
    found.set(row, answer)
  }
  if (same.length === 0) return
  const answer = askKnown(same.length, asker)
  if (answer === 'same') for (const [row, id] of same) found.set(row, id)
}

const titleKeys = ({ title }: { readonly title?: AuthoredText }, language: string): string[] =>
  title === undefined ? [] : Object.values(byLanguage(title, language)).map(foldName)

/** At least half of what was written is still so, the date among it. */
function isAlike(base: RememberedRow | undefined, { fields }: KeyedRow, language: string): boolean {
  if (base === undefined) return false
  const isSame = (name: ImportField): boolean =>
    isRemembered(base, { name, value: fieldValue(fields, name) }, language)
  if (!isSame('date')) return false
  const before = importFields.filter((field) => base.fields[field] !== undefined)
  const equal = before.filter(isSame)
  return equal.length * 2 >= before.length && equal.length > 1
}

function askKnown(count: number, asker: Asker): string | null {
  const { words } = asker
  return asker.ask({
    id: 'known',
    words: words.questions.known(count),
    choices: [
      { value: 'same', words: words.choices.sameEvents },
      { value: 'new', words: words.choices.newEvents },
    ],
  })
}

function askSame(
  row: KeyedRow,
  near: readonly string[],
  { asker, document, events }: ByWords,
): string | null {
  const { words } = asker
  const title =
    row.fields.title === undefined ? '' : plainTitle(row.fields.title, document.language)
  return asker.ask({
    id: `same/${row.key}`,
    words: words.questions.same(title, row.at),
    choices: [
      ...near.slice(0, 4).map((id) => {
        const event = events.get(id)
        const name = event === undefined ? id : plainTitle(event.title, document.language)
        return { value: id, words: words.choices.sameEvent(name, event?.date ?? '', id) }
      }),
      { value: 'new', words: words.choices.newEvent },
    ],
  })
}

/**
 * Events that are withdrawn, though their rows are in the table and were not at the last import: those that
 * a person says are so no longer. Null while it is open.
 */
export function returnedEvents(
  matched: readonly MatchedRow[],
  { document, asker }: MatchContext,
): ReadonlySet<string> | null {
  const back = matched.flatMap(({ row, event, base }) =>
    base === null && event?.status === 'withdrawn' && row.fields.status === undefined
      ? [event]
      : [],
  )
  if (back.length === 0) return new Set()
  const { words } = asker
  const answer = asker.ask({
    id: 'returned',
    words: words.questions.returned(back.map(({ title }) => plainTitle(title, document.language))),
    choices: [
      { value: 'restore', words: words.choices.restoreReturned },
      { value: 'keep', words: words.choices.keepReturned },
    ],
  })
  if (answer === null) return null
  return new Set(answer === 'restore' ? back.map(({ id }) => id) : [])
}

/** Events of rows that the table no longer has: they stay, unless a person says that they are withdrawn. */
export function vanishedEvents(
  matched: readonly MatchedRow[],
  { document, memory, asker }: MatchContext,
): { readonly withdrawn: ReadonlySet<string>; readonly kept: readonly string[] } | null {
  const there = new Set(matched.flatMap(({ event }) => event?.id ?? []))
  const vanished = document.events.filter(
    ({ id, status }) => memory.rows.has(id) && !there.has(id) && status !== 'withdrawn',
  )
  if (vanished.length === 0) return { withdrawn: new Set(), kept: [] }
  const { words } = asker
  const nameOf = ({ title }: AuthoredEvent): string => plainTitle(title, document.language)
  const answer = asker.ask({
    id: 'vanished',
    words: words.questions.vanished(vanished.map(nameOf)),
    choices: [
      { value: 'keep', words: words.choices.keepVanished },
      { value: 'withdraw', words: words.choices.withdrawVanished },
      ...(vanished.length > 1 ? [{ value: 'each', words: words.choices.each }] : []),
    ],
  })
  if (answer === null) return null
  const answers = vanished.map((event) => ({
    id: event.id,
    answer:
      answer === 'each'
        ? asker.ask({
            id: `vanished/${event.id}`,
            words: words.questions.vanished([nameOf(event)]),
            choices: [
              { value: 'keep', words: words.choices.keepVanished },
              { value: 'withdraw', words: words.choices.withdrawVanished },
            ],
          })
        : answer,
  }))
  if (answers.some((one) => one.answer === null)) return null
  const of = (value: string) => answers.flatMap((one) => (one.answer === value ? [one.id] : []))
  return { withdrawn: new Set(of('withdraw')), kept: of('keep') }
}
