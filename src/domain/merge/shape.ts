// What of a document is merged each by itself, from the table of fields, and how documents are read
// and written for it: texts by language, dates with their kind, defaults filled in.
import { kindOf } from '../date/kinds.ts'
import { parseEdtf } from '../date/edtf.ts'
import { partFields, valueKindOf, type PartKind, type ValueKind } from '../document/fields.ts'
import type { AuthoredText } from '../text/language-map.ts'
import { byLanguage } from '../text/language-map.ts'
import { sameValue } from './same-value.ts'
import type { Shape } from './three-way.ts'

export type Fields = Readonly<Record<string, unknown>>

/** The lists of parts in a document. */
export const partLists = {
  themes: 'theme',
  actors: 'actor',
  sources: 'source',
  events: 'event',
} as const satisfies Record<string, PartKind>
export type PartList = keyof typeof partLists
export const partListNames = Object.keys(partLists) as PartList[]
export const isPartList = (name: string | undefined): name is PartList =>
  name !== undefined && Object.hasOwn(partLists, name)

const whole: Shape = { form: 'whole' }
const ids: Shape = { form: 'list', keyOf: String, of: whole }

const shapesOfKinds: Partial<Record<ValueKind, Shape>> = {
  text: { form: 'record', order: [], of: () => whole, neverEmpty: true },
  themeIds: ids,
  actorIds: ids,
  aliases: { form: 'record', order: [], of: () => ids },
  citations: {
    form: 'list',
    keyOf(item) {
      const { source, exact = null } = item as { source: string; exact?: string }
      return JSON.stringify([source, exact])
    },
    of: whole,
    neverEmpty: true,
  },
  links: { form: 'list', keyOf: (item) => (item as { url: string }).url, of: whole },
}

/** What the check of private matters lets pass, which is no field that readers see. */
const allowances: ReadonlyMap<string, Shape> = new Map([
  ['allowTerms', ids],
  ['allow', { form: 'list', keyOf: (item) => (item as { term: string }).term, of: whole }],
])

/** A field that is not in the table is merged as a whole. */
export function shapeOfField(part: PartKind, field: string): Shape {
  const kind = valueKindOf(part, field)
  if (kind !== undefined) return shapesOfKinds[kind] ?? whole
  return allowances.get(field) ?? whole
}

const shapeOfParts = (part: PartKind): Shape => ({
  form: 'list',
  keyOf: (item) => (item as { id: string }).id,
  of: {
    form: 'record',
    order: Object.keys(partFields[part]),
    of: (field) => shapeOfField(part, field),
  },
})

/** The shape of what `readForMerge` returns. */
export const documentShape: Shape = {
  form: 'record',
  order: [...Object.keys(partFields.timeline), ...partListNames],
  of: (field) =>
    isPartList(field) ? shapeOfParts(partLists[field]) : shapeOfField('timeline', field),
}

/** `$schema` says where editors find the schema, and is no content. */
export function readForMerge({ $schema: _, ...document }: Fields): Fields {
  const language = String(document['language'])
  const lists = partListNames.map((list) => {
    const parts = (document[list] ?? []) as readonly Fields[]
    return [list, parts.map((part) => readPart(partLists[list], part, language))] as const
  })
  return { ...readPart('timeline', document, language), ...Object.fromEntries(lists) }
}

function readPart(part: PartKind, authored: Fields, language: string): Fields {
  const raw = rawFields(part, authored)
  const names = new Set([...Object.keys(raw), ...Object.keys(partFields[part])])
  const fields = Array.from(names, (field) => [field, readField(part, field, raw[field], language)])
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Fields
}

/** The date of an event and its kind are one field. */
function rawFields(part: PartKind, authored: Fields): Fields {
  if (part !== 'event') return authored
  const { date, kind, ...rest } = authored
  return { ...rest, date: { date, ...(kind !== undefined && { kind }) } }
}

function readField(part: PartKind, field: string, raw: unknown, language: string): unknown {
  const kind = valueKindOf(part, field)
  if (raw === undefined) return kind && structuredDefault(kind)
  const text = (authored: unknown) => byLanguage(authored as AuthoredText, language)
  switch (kind) {
    case 'text':
      return text(raw)
    case 'date':
      return readDate(raw as { date: string; kind?: string })
    case 'figures':
      return (raw as Fields[]).map((measure) => withTexts(measure, text))
    case 'links':
      return (raw as Fields[]).map((link) => withTexts(link, text))
    case 'licence':
      return withTexts(raw as Fields, text)
    default:
      return raw
  }
}

function structuredDefault(kind: ValueKind): unknown {
  if (kind === 'status') return 'confirmed'
  if (kind === 'aliases') return {}
  return ['themeIds', 'actorIds', 'citations', 'links', 'figures'].includes(kind) ? [] : undefined
}

/** Without a kind, the form of the date decides. */
function readDate({ date, kind }: { date: string; kind?: string }): Fields {
  const parsed = parseEdtf(date)
  return { edtf: date, kind: kind ?? (parsed.ok ? kindOf(parsed.value) : null) }
}

/** The texts of figures, links and licences by language, also in parts of figures. */
function withTexts(value: Fields, text: (authored: unknown) => unknown): Fields {
  const read = Object.entries(value).map(([key, inner]) => {
    if (key === 'parts') return [key, (inner as Fields[]).map((part) => withTexts(part, text))]
    return [key, ['label', 'unit', 'title', 'name'].includes(key) ? text(inner) : inner]
  })
  return Object.fromEntries(read) as Fields
}

/** Documents as authors wrote them; `base` null if it is not known. */
export interface Authored {
  readonly base: Fields | null
  readonly mine: Fields
  readonly theirs: Fields
}

/** Writes a merged document: what is as one side has it, in the form in which that side wrote it. */
export function writeMerged(merged: Fields, { base, mine, theirs }: Authored): Fields {
  const language = String(merged['language'])
  const documents = [base, mine, theirs] as const
  const own = Object.entries(merged).filter(([field]) => !isPartList(field))
  const schema = chosenForm(documents.map((document) => document?.['$schema']))
  const lists = partListNames.map((list) => {
    const before = documents.map((document) => partsById(document, list))
    const parts = (merged[list] as readonly Fields[]).map((part) => {
      const forms = before.map((parts) => parts.get(String(part['id'])) ?? null)
      return writePart(partLists[list], Object.entries(part), { forms, language })
    })
    return [list, parts] as const
  })
  return {
    ...(schema !== undefined && { $schema: schema }),
    ...writePart('timeline', own, { forms: documents, language }),
    ...Object.fromEntries(lists),
  }
}

function partsById(document: Fields | null, list: PartList): ReadonlyMap<string, Fields> {
  const parts = (document?.[list] ?? []) as readonly (Fields & { id: string })[]
  return new Map(parts.map((part) => [part.id, part]))
}

interface Before {
  /** The part in base, mine and theirs; null where there is none. */
  readonly forms: readonly (Fields | null)[]
  readonly language: string
}

function writePart(
  part: PartKind,
  fields: readonly (readonly [string, unknown])[],
  { forms, language }: Before,
): Fields {
  const raws = forms.map((form) => form && rawFields(part, form))
  const written = fields.map(([field, value]) => {
    const isSame = (raw: unknown) => sameValue(readField(part, field, raw, language), value)
    const [base, mine, theirs] = raws.map((raw) => (raw === null ? none : raw[field]))
    const sides = [mine, theirs].filter((raw) => raw !== none && isSame(raw))
    const form =
      sides.length === 2
        ? chosenForm([base, ...sides])
        : sides.length === 1
          ? sides[0]
          : plainForm(part, field, value)
    return [field, form] as const
  })
  const { date, ...rest } = Object.fromEntries(written.filter(([, form]) => form !== undefined))
  return part === 'event'
    ? { ...rest, ...(date as Fields) }
    : { ...rest, ...(date !== undefined && { date }) }
}

const none = Symbol('no such part')

/** Of two forms of the same content, the one that changed; otherwise one that does not depend on the side. */
function chosenForm([base, mine, theirs]: readonly unknown[]): unknown {
  if (sameValue(base, mine)) return theirs
  if (sameValue(base, theirs)) return mine
  return [mine, theirs].toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))[0]
}

/** Events must state these even where they are empty. */
const statedFields = ['themes', 'actors', 'citations']

function plainForm(part: PartKind, field: string, value: unknown): unknown {
  const kind = valueKindOf(part, field)
  if (kind === 'date') {
    const { edtf, kind: claimed } = value as Fields
    return { date: edtf, kind: claimed }
  }
  if (kind === 'aliases') {
    const names = Object.entries(value as Fields).filter(([, list]) => (list as []).length > 0)
    return names.length === 0 ? undefined : Object.fromEntries(names)
  }
  const isEmptyList = Array.isArray(value) && value.length === 0
  return isEmptyList && !(part === 'event' && statedFields.includes(field)) ? undefined : value
}
