// A workbook (XLSX) with the parts that a reader needs, for tests that change a cell or two.
import { strToU8, zipSync } from 'fflate'

export interface SheetCell {
  /** `B2`. */
  readonly at: string
  readonly value: string | number
  /** Index in `formats`. */
  readonly style?: number
  /** A day or time in ISO 8601, as text of the cell itself. */
  readonly type?: 'd'
}

export interface Workbook {
  readonly cells: readonly SheetCell[]
  /** Format codes of the styles 1, 2, …; style 0 is General. */
  readonly formats?: readonly string[]
  readonly is1904?: boolean
  /** XML behind the rows, such as `<mergeCells>`. */
  readonly behind?: string
  /** Further sheets by name, with their rows as XML. */
  readonly sheets?: Readonly<Record<string, string>>
  readonly links?: Readonly<Record<string, string>>
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export function workbook({
  cells,
  formats = [],
  is1904 = false,
  behind = '',
  sheets = {},
  links = {},
}: Workbook): Uint8Array {
  const strings = [
    ...new Set(cells.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))),
  ]
  const rows = new Map<number, string[]>()
  for (const { at, value, style = 0, type } of cells) {
    const row = Number(/\d+/.exec(at)?.[0])
    const isText = typeof value === 'string' && type === undefined
    const shown = isText ? strings.indexOf(value) : value
    const kind = isText ? 's' : type
    const xml = `<c r="${at}" s="${style}"${kind === undefined ? '' : ` t="${kind}"`}><v>${shown}</v></c>`
    rows.set(row, [...(rows.get(row) ?? []), xml])
  }
  const body = [...rows].map(([row, xml]) => `<row r="${row}">${xml.join('')}</row>`).join('')
  const names = ['Sheet1', ...Object.keys(sheets)]
  const sheet = (data: string, more = '') =>
    strToU8(
      `${head}<worksheet xmlns="${main}" xmlns:r="${relationships}"><sheetData>${data}</sheetData>${more}</worksheet>`,
    )
  const relation = (id: string, target: string) =>
    `<Relationship Id="${id}" Type="x" Target="${escaped(target)}"/>`
  const relations = (list: readonly string[]) =>
    strToU8(`${head}<Relationships>${list.join('')}</Relationships>`)
  return zipSync({
    '[Content_Types].xml': strToU8(`${head}<Types/>`),
    'xl/workbook.xml': strToU8(
      `${head}<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      names.map((_, index) => relation(`rId${index + 1}`, `worksheets/sheet${index + 1}.xml`)),
    ),
    'xl/sharedStrings.xml': strToU8(
      `${head}<sst xmlns="${main}">${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ),
    'xl/styles.xml': strToU8(
      `${head}<styleSheet xmlns="${main}"><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${165 + index}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${165 + index}"/>`).join('')}</cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': sheet(
      body,
      behind +
        (Object.keys(links).length === 0
          ? ''
          : `<hyperlinks>${Object.keys(links)
              .map((at, index) => `<hyperlink ref="${at}" r:id="rId${index + 1}"/>`)
              .join('')}</hyperlinks>`),
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      Object.values(links).map((url, index) => relation(`rId${index + 1}`, url)),
    ),
    ...Object.fromEntries(
      Object.values(sheets).map((data, index) => [
        `xl/worksheets/sheet${index + 2}.xml`,
        sheet(data),
      ]),
    ),
  })
}
