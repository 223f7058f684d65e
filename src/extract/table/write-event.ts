// What the rows of a table write: new events, or into an event what changed since the last import.
import { AuthoredEvent } from '../../domain/document/event.ts'
import { normalUrl } from '../../domain/document/link.ts'
import { byLanguage, inLanguage, versionIn, type Text } from '../../domain/text/language-map.ts'
import {
  fieldValue,
  isRemembered,
  marksOfFields,
  rememberedKey,
  type KeyedRow,
  type MatchContext,
  type MatchedRow,
  type RememberedRow,
} from './again.ts'
import type { Asker } from './asker.ts'
import { isRecord, isText, languagesIn, mapTexts, says, type NamedValue } from './compared.ts'
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
  const { language } = document
  const changes: EventFields = {}
  const changed: ImportField[] = []
  let isOpen = false
  for (const field of importFields) {
    const [own, given] = [fieldValue(event, field), fieldValue(row.fields, field)]
    if (says({ name: field, value: own }, given, language)) continue
    if (given === undefined && !isTold(field, columns)) continue
    const isSameCell =
      base === null
        ? given === undefined
        : isRemembered(base, { name: field, value: given }, language)
    if (isSameCell) continue
    const isUntouched =
      base !== null &&
      formsOf({ own, given }, { field, language, columns }).some((value) =>
        isRemembered(base, { name: field, value }, language),
      )
    if (!isUntouched) {
      const answer = askBoth(event, { field, own, given, isFirst: base === null }, asker)
      if (answer === null) isOpen = true
      if (answer !== 'table') continue
    }
    changed.push(field)
    Object.assign(
      changes,
      field === 'date'
        ? { date: row.fields.date, kind: row.fields.kind }
        : { [field]: joined(field, { own, given }, language) },
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

interface Sides {
  readonly own: unknown
  readonly given: unknown
}

/**
 * What the timeline has, in the forms in which the table may have said it: in fewer languages, without titles
 * of links, and without the places of cited words, which may have been filled in since.
 */
function formsOf(
  { own, given }: Sides,
  {
    field,
    language,
    columns,
  }: {
    readonly field: ImportField
    readonly language: string
    readonly columns: readonly MappedColumn[]
  },
): unknown[] {
  const givenTags = [...languagesIn({ name: field, value: given }, language)]
  const known = new Set([language, ...columns.flatMap((one) => one.language ?? [])])
  const forms: ((text: Text) => unknown)[] = [
    (text) => text,
    (text) => versionIn(text, language),
    (text) => Object.fromEntries(Object.entries(text).filter(([tag]) => known.has(tag))),
    (text) => Object.fromEntries(givenTags.map((tag) => [tag, inLanguage(text, tag, language)])),
  ]
  return [
    own,
    ...forms
      .map((form) =>
        mapTexts({ name: field, value: own }, (text) => form(byLanguage(text, language))),
      )
      .flatMap((value) => [value, bare(value)]),
  ]
}

/** Links and citations as tables have them. */
function bare(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((one: unknown) => {
    if (!isRecord(one)) return one
    if ('url' in one) return { url: one['url'] }
    if (!('source' in one)) return one
    const { source, exact } = one
    return { source, ...(exact !== undefined && { exact }) }
  })
}

/**
 * What the table gives, with what it does not hold: other languages of a text, titles of links, and the places
 * of cited words.
 */
function joined(name: string, { own, given }: Sides, language: string): unknown {
  const mine: NamedValue = { name, value: own }
  const one: NamedValue = { name, value: given }
  if (isText(mine) && isText(one)) {
    if (typeof own === 'string' && typeof given === 'string') return given
    return { ...byLanguage(mine.value, language), ...byLanguage(one.value, language) }
  }
  if (Array.isArray(own) && Array.isArray(given)) return joinedItems(name, { own, given }, language)
  return given
}

function joinedItems(
  name: string,
  { own, given }: { readonly own: readonly unknown[]; readonly given: readonly unknown[] },
  language: string,
): unknown[] {
  const left = [...own]
  return given.map((one) => {
    const at = left.findIndex((mine) => isSameItem({ own: mine, given: one }, language))
    const [mine] = at < 0 ? [] : left.splice(at, 1)
    if (!isRecord(mine) || !isRecord(one)) return one
    const members = Object.entries(one).map(([inner, value]) => [
      inner,
      joined(inner, { own: mine[inner], given: value }, language),
    ])
    const whole = Object.fromEntries(members) as Readonly<Record<string, unknown>>
    if (name === 'links') return { ...mine, ...whole, url: mine['url'] }
    return name === 'citations' ? { ...mine, ...whole } : whole
  })
}

/** A link by its address, a citation by its words, a figure by its label. */
function isSameItem({ own, given }: Sides, language: string): boolean {
  if (!isRecord(own) || !isRecord(given)) return false
  const { url } = own
  if (typeof url === 'string' && typeof given['url'] === 'string')
    return normalUrl(url) === normalUrl(given['url'])
  return ['source', 'exact', 'label'].every((name) =>
    says({ name, value: own[name] }, given[name], language),
  )
}

/** Without what became absent, and with the lists that an event must have. */
const tidied = (event: EventFields): AuthoredEvent => {
  const { themes = [], actors = [], ...rest } = event
  return Object.fromEntries(
    Object.entries({ ...rest, themes, actors }).filter(([, value]) => value !== undefined),
  ) as unknown as AuthoredEvent
}

function askBoth(
  event: AuthoredEvent,
  {
    field,
    own,
    given,
    isFirst,
  }: Sides & { readonly field: ImportField; readonly isFirst: boolean },
  asker: Asker,
): string | null {
  const { words } = asker
  const all = asker.given('both')
  if (all === 'table' || all === 'document') return all
  const question = isFirst ? words.questions.differs : words.questions.both
  return asker.ask({
    id: `both/${event.id}/${field}`,
    words: question(event.id, words.eventFields[field]),
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
    memory.set(id, {
      key: rememberedKey(row, id),
      fields: marksOfFields(row.fields, document.language),
    })
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
