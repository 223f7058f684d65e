// What the rows of a table write: new events, or into an event what changed since the last import.
import { sameValue } from '../../domain/merge/same-value.ts'
import { AuthoredEvent } from '../../domain/document/event.ts'
import { byLanguage, versionIn, type Text } from '../../domain/text/language-map.ts'
import {
  fieldValue,
  marksOfFields,
  rememberedKey,
  type KeyedRow,
  type MatchContext,
  type MatchedRow,
  type RememberedRow,
} from './again.ts'
import type { Asker } from './asker.ts'
import { digestOf } from './digest.ts'
import { dayId, uniqueId, wordsId } from './ids.ts'
import type { EventFields } from './rows.ts'
import type { MappedColumn } from './mapping.ts'
import { importFields, type ColumnField, type ImportField } from './table.ts'

/** What a row writes into its event. */
interface WrittenFields {
  readonly event: AuthoredEvent
  readonly changed: readonly ImportField[]
}

/**
 * The event with what changed in the table since the last import; a table without a column for a field says
 * nothing of it. Null while it is open which side of a field counts that both have changed.
 */
function writeFields(
  { row, event, base }: MatchedRow & { readonly event: AuthoredEvent },
  { asker, document }: MatchContext,
  columns: readonly MappedColumn[],
): WrittenFields | null {
  const changes: EventFields = {}
  const changed: ImportField[] = []
  let isOpen = false
  for (const field of importFields) {
    const [own, given] = [fieldValue(event, field), fieldValue(row.fields, field)]
    if (sameValue(own, given) || says(own, given)) continue
    if (given === undefined && !isTold(field, columns)) continue
    const before = base?.fields[field]
    const isSameCell = base === null ? given === undefined : before === markOf(given)
    if (isSameCell) continue
    const isUntouched = before === markOf(own) || before === markOf(withoutPlaces(own))
    if (base === null || !isUntouched) {
      const answer = askBoth(event, field, { own, given }, asker)
      if (answer === null) isOpen = true
      if (answer !== 'table') continue
    }
    changed.push(field)
    Object.assign(
      changes,
      field === 'date'
        ? { date: row.fields.date, kind: row.fields.kind }
        : { [field]: joinedText(own, given, document.language) },
    )
  }
  if (isOpen) return null
  return { event: changed.length === 0 ? event : tidied({ ...event, ...changes }), changed }
}

/** Columns from which a field comes that have not its name. */
const columnsOf: Readonly<Partial<Record<ImportField, readonly ColumnField[]>>> = {
  statedDate: ['date'],
  citations: ['source', 'sourceLink', 'publisher', 'authors', 'published', 'citedWords'],
}

/** Events of our own have no columns, and tell all fields. */
const isTold = (field: ImportField, columns: readonly MappedColumn[]): boolean =>
  columns.length === 0 ||
  columns.some((one) => one.field === field || columnsOf[field]?.includes(one.field))

/** True if a value of the timeline says all that the table says, which holds less. */
function says(own: unknown, given: unknown): boolean {
  if (sameValue(own, given)) return true
  if (typeof own !== 'object' || own === null) return false
  if (typeof given === 'string') return !Array.isArray(own) && Object.values(own).includes(given)
  if (Array.isArray(own) && Array.isArray(given))
    return own.length === given.length && given.every((one, index) => says(own[index], one))
  if (typeof given !== 'object' || given === null || Array.isArray(own) || Array.isArray(given))
    return false
  const owned = new Map<string, unknown>(Object.entries(own))
  return Object.entries(given).every(([key, one]) => says(owned.get(key), one))
}

/** Citations as an import writes them: where words stand in a source may have been filled in since. */
function withoutPlaces(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('source' in one)) return one
    const { source, exact } = one as { readonly source: unknown; readonly exact?: unknown }
    return { source, ...(exact !== undefined && { exact }) }
  })
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text of the table takes the place of that in its language; others stay. */
function joinedText(own: unknown, given: unknown, language: string): unknown {
  if (isText(own) && typeof given === 'string') return { ...own, [language]: given }
  if (typeof own === 'string' && isText(given)) return { [language]: own, ...given }
  return isText(own) && isText(given) ? { ...own, ...given } : given
}

const markOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : digestOf(value)

/** Without what became absent, and with the lists that an event must have. */
const tidied = (event: EventFields): AuthoredEvent => {
  const { themes = [], actors = [], ...rest } = event
  return Object.fromEntries(
    Object.entries({ ...rest, themes, actors }).filter(([, value]) => value !== undefined),
  ) as unknown as AuthoredEvent
}

function askBoth(
  event: AuthoredEvent,
  field: ImportField,
  { own, given }: { readonly own: unknown; readonly given: unknown },
  asker: Asker,
): string | null {
  const { words } = asker
  const all = asker.given('both')
  if (all === 'table' || all === 'document') return all
  return asker.ask({
    id: `both/${event.id}/${field}`,
    words: words.questions.both(event.id, words.eventFields[field]),
    choices: [
      { value: 'table', words: words.choices.table(shown(given)) },
      { value: 'document', words: words.choices.document(shown(own)) },
    ],
  })
}

function shown(value: unknown): string {
  if (value === undefined) return '—'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** A new event, with the id that its column gives, words of an English title, or its day and a letter. */
function newEvent(row: KeyedRow, taken: ReadonlySet<string>, language: string): AuthoredEvent {
  const { date = '', title = '' } = row.fields
  const english =
    versionIn(byLanguage(title, language), 'en') ??
    Object.values(byLanguage(title, language))[0] ??
    ''
  const slug = wordsId(english)
  const id = row.id !== '' ? row.id : slug === null ? dayId(date, taken) : uniqueId(slug, taken)
  const { themes = [], actors = [], citations = [], ...fields } = row.fields
  return ordered({ id, ...fields, themes, actors, citations } as AuthoredEvent)
}

const order = Object.keys(AuthoredEvent.entries)

/** Fields in the order of the documentation. */
export const ordered = (event: AuthoredEvent): AuthoredEvent =>
  Object.fromEntries(
    Object.entries(event).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)),
  ) as unknown as AuthoredEvent

/** What the rows of a table write. */
interface Written {
  readonly byId: ReadonlyMap<string, AuthoredEvent>
  readonly added: readonly AuthoredEvent[]
  readonly changed: readonly string[]
  readonly unchanged: readonly string[]
  readonly rowOf: ReadonlyMap<string, number>
  readonly memory: ReadonlyMap<string, RememberedRow>
}

/** Null while it is open which side of a field counts. */
export function writeAll(
  matched: readonly MatchedRow[],
  {
    columns,
    returned,
  }: {
    readonly columns: readonly MappedColumn[]
    /** Events that are no longer withdrawn. */
    readonly returned: ReadonlySet<string> | null
  },
  setting: MatchContext,
): Written | null {
  const { document } = setting
  const taken = new Set([
    ...document.events.map(({ id }) => id),
    ...matched.map(({ row }) => row.id),
  ])
  const byId = new Map<string, AuthoredEvent>()
  const added: AuthoredEvent[] = []
  const changed: string[] = []
  const unchanged: string[] = []
  const rowOf = new Map<string, number>()
  const memory = new Map<string, RememberedRow>()
  let isOpen = false
  const remember = (id: string, row: KeyedRow): void => {
    rowOf.set(id, row.at)
    memory.set(id, { key: rememberedKey(row, id), fields: marksOfFields(row.fields) })
  }
  for (const { row, event, base } of matched) {
    if (event === null) {
      const created = newEvent(row, taken, document.language)
      taken.add(created.id)
      added.push(created)
      remember(created.id, row)
      continue
    }
    const written = writeFields({ row, event, base }, setting, columns)
    if (written === null) {
      isOpen = true
      continue
    }
    const isBack = returned?.has(event.id) === true
    const isChanged = isBack || written.changed.length > 0
    if (isChanged) byId.set(event.id, isBack ? restored(written.event) : written.event)
    ;(isChanged ? changed : unchanged).push(event.id)
    remember(event.id, row)
  }
  return isOpen ? null : { byId, added, changed, unchanged, rowOf, memory }
}

function restored({ status: _, ...event }: AuthoredEvent): AuthoredEvent {
  return event
}
