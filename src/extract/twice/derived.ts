// What a row of ours says of its event a second time: words and days that follow from the date, names beside ids.
// The first counts; where the second says otherwise, the report tells both, since an edit of it alone is not taken.
import { dateKinds, type When } from '../../domain/date/when.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { byLanguage, type AuthoredText } from '../../domain/text/language-map.ts'
import { printable } from '../../domain/text/printable.ts'
import { isRecord } from '../table/compared.ts'
import type { MappedTable } from '../table/mapping.ts'
import type { RowValues } from '../table/values.ts'
import type { ImportWords } from '../words/en.ts'
import {
  dateOtherwise,
  isOwnWords,
  namesSame,
  whenOf,
  type OwnDateWords,
  type SaidText,
} from './follows.ts'
import { ownCells, ownLabels, type OwnLabels } from './own-labels.ts'

interface Setting {
  readonly document: TimelineDocument
  readonly words: ImportWords
  readonly dateWords?: OwnDateWords | undefined
}

/** A row and the date that was read from it. */
export interface DatedRow {
  readonly row: RowValues
  readonly date: string | undefined
  readonly kind: When['kind'] | undefined
}

/** Something that a row says a second time, and otherwise. */
interface Otherwise {
  readonly header: string
  /** The header of what counts; null for the date. */
  readonly beside: string | null
  readonly at: number
  readonly text: string
  readonly counts: string
}

/** One line for each column that says otherwise in some rows. */
export function saidOtherwise(
  rows: readonly DatedRow[],
  { columns, headers }: MappedTable,
  setting: Setting,
): string[] {
  const { timeZone } = setting.document
  const stated = columns.find(({ field }) => field === 'statedDate')
  const cellOf = ownCells(headers)
  const labels = ownLabels(
    rows.map(({ row }) => row),
    headers,
  )
  const names = labels === null ? null : { ...namesIn(setting.document), labels }
  const found = rows.flatMap(({ row, date, kind }) => {
    const when = date === undefined ? null : whenOf({ date, kind }, timeZone)
    const tell = (header: string, text: string, counts: string, beside: string | null = null) => ({
      header,
      beside,
      at: row.at,
      text,
      counts,
    })
    const said = statedIn(row)
    const ofStated =
      stated === undefined || when === null || said === '' || isSaid(said, row, when, timeZone)
        ? []
        : [tell(stated.header, said, when.edtf)]
    if (cellOf === null || names === null) return ofStated
    const cell = (header: string): string => cellOf(row, header)
    const ofDate = when === null ? [] : dateOtherwise(cell, when, { ...setting, timeZone })
    return [
      ...ofStated,
      ...ofDate.map(({ name, text }) => tell(name, text, when?.edtf ?? '')),
      ...namesOtherwise(cell, names).map(({ name, text, of }) =>
        tell(name, text, cell(of) || '—', of),
      ),
      ...(isAddressOf(cell('url'), row.text('id'))
        ? []
        : [tell('url', cell('url'), cell('id'), 'id')]),
    ]
  })
  return linesOf(found, setting.words)
}

/** Of events of the API, as they stand in the file. */
export function saidOtherwiseInEvents(
  events: readonly { readonly at: number; readonly event: Json }[],
  setting: Setting,
): string[] {
  const found = events.flatMap(({ at, event: { id, date, url } }) => {
    const of = (name: string, text: string, counts: string, beside: string | null): Otherwise => ({
      header: name,
      beside,
      at,
      text,
      counts,
    })
    const ofDate = isRecord(date) ? dateMembers(date, setting) : []
    const [address, own] = [url, id].map((one) => (typeof one === 'string' ? one : ''))
    return [
      ...ofDate.map(({ name, text, counts }) => of(`date.${name}`, text, counts, null)),
      ...(isAddressOf(address ?? '', own ?? '') ? [] : [of('url', address ?? '', own ?? '', 'id')]),
    ]
  })
  return linesOf(found, setting.words)
}

function dateMembers(date: Json, { document: { timeZone }, dateWords }: Setting) {
  const { edtf, kind } = date
  const given = {
    date: typeof edtf === 'string' ? edtf : '',
    kind: dateKinds.find((one) => one === kind),
  }
  const when = whenOf(given, timeZone)
  if (when === null) return []
  const inWords = ['words', 'short'].flatMap((name) => {
    const text = versionsOf(date[name]).find(
      (one) => !isOwnWords(one, when, { timeZone, dateWords }),
    )
    return text === undefined ? [] : [{ name, text }]
  })
  const others = dateOtherwise((name) => memberText(date, name), when, { timeZone, dateWords })
  return [...inWords, ...others].map((one) => ({ ...one, counts: when.edtf }))
}

function linesOf(found: readonly Otherwise[], words: ImportWords): string[] {
  return [...Map.groupBy(found, ({ header }) => header)].map(([header, rows]) =>
    words.settled.otherwise(header, rows[0]?.beside ?? null, rows),
  )
}

type Json = Readonly<Record<string, unknown>>

/** A member, such as `named.from`, as a text; empty where there is none. */
function memberText(date: Json, name: string): string {
  let value: unknown = date
  for (const part of name.split('.')) value = isRecord(value) ? value[part] : undefined
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A text, or its versions by language. */
const versionsOf = (text: unknown): readonly string[] =>
  (typeof text === 'string' ? [text] : Object.values(text ?? {})).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  )

/** Of a file of ours only what was edited, or stands beside a date that was. */
const statedIn = (row: RowValues): string => row.known?.stated ?? row.text('statedDate')

/** Words for the whole, or for its start and its end. */
function isSaid(said: string, { endWords }: RowValues, when: When, timeZone: string): boolean {
  if (endWords === undefined) return namesSame(said, when, timeZone)
  const [from = '', to = from] = when.edtf.replaceAll(/[[\]]/g, '').split(/\/|\.\./)
  return [
    [endWords.whole, when.edtf],
    [endWords.start, from],
    [endWords.end, to],
  ].every(([words = '', date = '']) => {
    const end = words === '' ? null : whenOf({ date }, timeZone)
    return end === null || namesSame(words, end, timeZone)
  })
}

/** Columns of names, and those of the ids that they follow from. */
const named = [
  { name: 'theme_labels', of: 'themes' },
  { name: 'actor_names', of: 'actors' },
  { name: 'place_name', of: 'place' },
] as const

type KnownTexts = Readonly<Record<'themes' | 'actors', ReadonlyMap<string, AuthoredText>>>

interface Names {
  readonly texts: KnownTexts
  readonly language: string
  /** Of ids that the timeline does not have: the table's. */
  readonly labels: OwnLabels
}

const namesIn = ({ themes, actors, language }: TimelineDocument): Omit<Names, 'labels'> => ({
  texts: {
    themes: new Map(themes.map(({ id, label }) => [id, label])),
    actors: new Map(actors.map(({ id, name }) => [id, name])),
  },
  language,
})

const namesOtherwise = (
  said: (name: string) => string,
  { texts, language, labels }: Names,
): readonly (SaidText & { readonly of: string })[] =>
  named.flatMap(({ name, of }) => {
    const text = said(name)
    const list = of === 'themes' ? of : 'actors'
    const labelOf = (id: string) => texts[list].get(id) ?? labels(list, id) ?? id
    const versions = said(of)
      .split('; ')
      .map((id) => Object.values(byLanguage(labelOf(id), language)).map(printable))
    return text === '' || isListOf(text, versions) ? [] : [{ name, text, of }]
  })

/** True for one version of each name in its order, whatever signs a name holds. */
function isListOf(text: string, names: readonly (readonly string[])[]): boolean {
  let rests = new Set([`; ${text}`])
  for (const versions of names)
    rests = new Set(
      [...rests].flatMap((rest) =>
        versions.flatMap((one) =>
          rest.startsWith(`; ${one.trim()}`) ? [rest.slice(one.trim().length + 2)] : [],
        ),
      ),
    )
  return rests.has('')
}

/** The page of an event ends with its id. */
const isAddressOf = (url: string, id: string): boolean =>
  url === '' || id === '' || (URL.canParse(url) && new URL(url).pathname.endsWith(`/${id}`))
