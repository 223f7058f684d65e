// Workbooks of spreadsheets (XLSX, ECMA-376) as tables of what their cells show. Formulas are not
// computed: their last value counts.
import { failed, ok, type Result } from '../../domain/result.ts'
import type { LostRows, Table } from '../table/table.ts'
import { builtInFormat, shownParts, type ShownParts } from './number-format.ts'
import { readSheet, type SheetContext } from './sheet.ts'
import { walkXml } from './xml.ts'
import type { ZipParts } from './zip.ts'

/** What is read of a workbook: no pictures, charts and macros. */
export const isWorkbookPart = (name: string): boolean =>
  /^xl\/(?:workbook\.xml|styles\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/i.test(
    name,
  )

export function readWorkbook(
  parts: ZipParts,
): Result<readonly Table[], 'damaged' | 'rows' | 'columns'> {
  const byName = new Map(Array.from(parts, ([name, bytes]) => [name.toLowerCase(), bytes]))
  const text = (name: string): string =>
    new TextDecoder().decode(byName.get(name.toLowerCase()) ?? new Uint8Array())
  const book = readBook(text('xl/workbook.xml'))
  const strings = readStrings(text('xl/sharedStrings.xml'))
  const formats = readStyles(text('xl/styles.xml'))
  if (book === null || strings === null || formats === null) return failed('damaged')
  const targets = readRelations(text('xl/_rels/workbook.xml.rels'))
  const context: Omit<SheetContext, 'links'> = { strings, formats, system: book.system }
  const shown = book.sheets.filter(({ isHidden }) => !isHidden)
  const tables: Table[] = []
  for (const { name, relation } of shown.length > 0 ? shown : book.sheets) {
    const path = partPath(targets.get(relation) ?? '')
    const xml = text(path)
    if (xml === '') continue
    const links = readRelations(text(path.replace(/([^/]+)$/, '_rels/$1.rels')))
    const sheet = readSheet(xml, name, { ...context, links })
    if (!sheet.ok) return sheet
    tables.push(sheet.value)
  }
  const hidden = shown.length > 0 ? book.sheets.length - shown.length : 0
  if (hidden > 0)
    return ok(tables.map((table) => ({ ...table, lost: [...table.lost, hiddenSheets(hidden)] })))
  return tables.length === 0 ? failed('damaged') : ok(tables)
}

const hiddenSheets = (count: number): LostRows => ({ what: 'hidden-sheets', at: [], count })

/** Targets are relative to xl/, or begin with a slash. */
const partPath = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`

interface Book {
  readonly system: 'excel' | 'excel1904'
  readonly sheets: readonly {
    readonly name: string
    readonly relation: string
    readonly isHidden: boolean
  }[]
}

function readBook(xml: string): Book | null {
  let system: Book['system'] = 'excel'
  const sheets: Book['sheets'][number][] = []
  const isWell = walkXml(xml, {
    open: (element, of) => {
      if (element === 'workbookPr' && /^(?:1|true)$/.test(of('date1904') ?? ''))
        system = 'excel1904'
      // Both `id` attributes are there: that of the relation begins with rId.
      if (element === 'sheet')
        sheets.push({
          name: of('name') ?? '',
          relation: of('id') ?? '',
          isHidden: (of('state') ?? 'visible') !== 'visible',
        })
    },
  })
  return isWell && sheets.length > 0 ? { system, sheets } : null
}

/** Addresses and parts by the id of their relation. */
function readRelations(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  walkXml(xml, {
    open: (element, of) => {
      if (element === 'Relationship') targets.set(of('Id') ?? '', of('Target') ?? '')
    },
  })
  return targets
}

/** Texts of cells; what tells how to read Chinese or Japanese characters is no part of them. */
function readStrings(xml: string): readonly string[] | null {
  if (xml === '') return []
  const strings: string[] = []
  let own: string[] = []
  let [isText, isPhonetic] = [false, false]
  const isWell = walkXml(xml, {
    open: (element) => {
      if (element === 'si') own = []
      if (element === 't') isText = true
      if (element === 'rPh') isPhonetic = true
    },
    close: (element) => {
      if (element === 'si') strings.push(own.join(''))
      if (element === 't') isText = false
      if (element === 'rPh') isPhonetic = false
    },
    text: (text) => {
      if (isText && !isPhonetic) own.push(text)
    },
  })
  return isWell ? strings : null
}

/** More than a spreadsheet can have. */
const mostStyles = 66_000

/** What the format of each style shows of a date. */
function readStyles(xml: string): readonly (ShownParts | null)[] | null {
  const codes = new Map<number, string>()
  const styles: (ShownParts | null)[] = []
  let isCells = false
  const isWell =
    xml === '' ||
    walkXml(xml, {
      open: (element, of) => {
        if (element === 'numFmt') codes.set(Number(of('numFmtId')), of('formatCode') ?? '')
        if (element === 'cellXfs') isCells = true
        if (element !== 'xf' || !isCells || styles.length > mostStyles) return
        const id = Number(of('numFmtId') ?? 0)
        const code = codes.get(id) ?? builtInFormat(id)
        styles.push(code === undefined ? null : shownParts(code))
      },
      close: (element) => {
        if (element === 'cellXfs') isCells = false
      },
    })
  return isWell ? styles : null
}
