// One sheet of a workbook: rows of what its cells show, with links, merged and hidden cells.
import { failed, ok, type Result } from '../../domain/result.ts'
import { LostThings, type Table, type TableRow } from '../table/table.ts'
import { importLimits } from './limits.ts'
import { shownDate, shownNumber, type ShownParts } from './number-format.ts'
import { walkXml } from './xml.ts'

export interface SheetContext {
  readonly strings: readonly string[]
  /** By style. */
  readonly formats: readonly (ShownParts | null)[]
  readonly system: 'excel' | 'excel1904'
  /** Addresses by the id of their relation. */
  readonly links: ReadonlyMap<string, string>
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  formula: string
  inline: string
}

export function readSheet(
  xml: string,
  name: string,
  context: SheetContext,
): Result<Table, 'damaged' | 'rows' | 'columns'> {
  const reader = new SheetReader(context)
  const isWell = walkXml(xml, {
    open: (element, of) => reader.open(element, of),
    close: (element) => reader.close(element),
    text: (text) => reader.text(text),
  })
  if (reader.excess !== null) return failed(reader.excess)
  return isWell
    ? ok({ name, columns: null, rows: reader.finished(), lost: reader.lost.all() })
    : failed('damaged')
}

class SheetReader {
  readonly lost = new LostThings()
  excess: 'rows' | 'columns' | null = null
  readonly #context: SheetContext
  readonly #rows = new Map<number, Map<number, string>>()
  readonly #links = new Map<number, Map<number, string>>()
  readonly #merges: string[] = []
  #row = 0
  #column = -1
  #cell: OpenCell | null = null
  #inside: 'value' | 'formula' | 'inline' | null = null
  #isPhonetic = false

  constructor(context: SheetContext) {
    this.#context = context
  }

  open(element: string, of: (attribute: string) => string | undefined): void {
    if (element === 'row') {
      this.#row = Number(of('r') ?? this.#row + 1)
      this.#column = -1
      if (/^(?:1|true)$/.test(of('hidden') ?? '')) this.lost.add('hidden-rows', this.#row)
    } else if (element === 'c') {
      const place = placeOf(of('r') ?? '')
      this.#column = place?.column ?? this.#column + 1
      this.#cell = {
        column: this.#column,
        type: of('t') ?? 'n',
        style: Number(of('s') ?? 0),
        value: '',
        formula: '',
        inline: '',
      }
    } else if (element === 'v') this.#inside = 'value'
    else if (element === 'f') this.#inside = 'formula'
    else if (element === 't') this.#inside = 'inline'
    else if (element === 'rPh') this.#isPhonetic = true
    else if (element === 'mergeCell') this.#merges.push(of('ref') ?? '')
    else if (element === 'hyperlink')
      this.#addLink(of('ref') ?? '', this.#context.links.get(of('id') ?? ''))
  }

  close(element: string): void {
    if (element === 'v' || element === 'f' || element === 't') this.#inside = null
    if (element === 'rPh') this.#isPhonetic = false
    if (element !== 'c' || this.#cell === null) return
    const text = this.#shown(this.#cell)
    if (text !== '') this.#set(this.#row, this.#cell.column, text)
    this.#cell = null
  }

  text(text: string): void {
    if (this.#cell !== null && this.#inside !== null && !this.#isPhonetic)
      this.#cell[this.#inside] += text
  }

  #set(row: number, column: number, text: string): void {
    if (column >= importLimits.columns) this.excess ??= 'columns'
    const cells = this.#rows.get(row)
    if (cells === undefined && this.#rows.size > importLimits.rows + 10) this.excess ??= 'rows'
    if (this.excess !== null) return
    if (cells === undefined) this.#rows.set(row, new Map([[column, text]]))
    else cells.set(column, text)
  }

  #shown({ type, style, value, formula, inline, column }: OpenCell): string {
    const link = /^HYPERLINK\("([^"]{1,2000})"/i.exec(formula)
    if (link !== null) this.#linkAt(this.#row, column, link[1] ?? '')
    if (formula !== '' && value === '' && inline === '') this.lost.add('formulas', this.#row)
    if (type === 's') return unescaped(this.#context.strings[Number(value)] ?? '')
    if (type === 'inlineStr') return unescaped(inline)
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    const parts = this.#context.formats[style] ?? null
    // ISO 8601 without a zone; a Z that some writers add is none.
    if (type === 'd')
      return parts?.time === false ? value.replace(/T.*$/, '') : value.replace(/Z$/, '')
    if (type !== 'n' || value === '') return unescaped(value)
    const number = Number(value)
    return parts === null || !Number.isFinite(number) || number < 0 || number > 2_958_466
      ? shownNumber(value)
      : shownDate(number, parts, this.#context.system)
  }

  #addLink(reference: string, address: string | undefined): void {
    const place = placeOf(reference)
    if (place !== null && address !== undefined) this.#linkAt(place.row, place.column, address)
  }

  #linkAt(row: number, column: number, address: string): void {
    const links = this.#links.get(row) ?? new Map<number, string>()
    links.set(column, address)
    this.#links.set(row, links)
  }

  /** Rows from top to bottom; a merged value counts for each of its rows that has others. */
  finished(): TableRow[] {
    for (const merge of this.#merges) this.#fill(merge)
    return [...this.#rows]
      .toSorted(([a], [b]) => a - b)
      .map(([at, cells]) => {
        const width = Math.max(...cells.keys()) + 1
        const links = this.#links.get(at)
        return {
          at,
          cells: Array.from({ length: width }, (_, column) => cells.get(column) ?? ''),
          ...(links !== undefined && { links }),
        }
      })
  }

  #fill(merge: string): void {
    const [from, to] = merge.split(':').map(placeOf)
    if (!from || !to || to.row === from.row || to.row - from.row > importLimits.rows) return
    const value = this.#rows.get(from.row)?.get(from.column)
    if (value === undefined) return
    for (let row = from.row + 1; row <= to.row; row++) {
      const cells = this.#rows.get(row)
      if (cells === undefined || cells.has(from.column)) continue
      cells.set(from.column, value)
      this.lost.add('merged-cells', row)
    }
  }
}

/** C12: row 12, column 2. */
function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})/.exec(reference)
  if (match === null) return null
  const column =
    Array.from(match[1] ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(match[2]), column }
}

/** `_x000D_` stands for a character that XML has not (ECMA-376-1, 22.4.2.4). */
const unescaped = (text: string): string =>
  text
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll(/\r\n?/g, '\n')
