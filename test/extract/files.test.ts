// What a file is, by its content, and the tables in it.
import { strToU8, zipSync } from 'fflate'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readDelimited } from '../../src/extract/files/delimited.ts'
import { plainCell } from '../../src/extract/files/html.ts'
import { shownDate, shownParts } from '../../src/extract/files/number-format.ts'
import { readFile } from '../../src/extract/files/read-file.ts'
import { unzip } from '../../src/extract/files/zip.ts'
import type { Table } from '../../src/extract/table/table.ts'
import { importWords } from '../../src/extract/words/words.ts'
import { workbook } from '../support/workbook.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function tableIn(content: string | Uint8Array): Table & { readonly form: string } {
  const found = readFile(typeof content === 'string' ? bytes(content) : content)
  if (!found.ok) throw new Error(found.failure(importWords.en.files, 'file'))
  const [table] = found.value.tables
  if (table === undefined) throw new Error('no table')
  return { ...table, form: found.value.form }
}

const cellsIn = (content: string | Uint8Array): (readonly string[])[] =>
  tableIn(content).rows.map(({ cells }) => cells)

function problemWith(content: string | Uint8Array): string {
  const found = readFile(typeof content === 'string' ? bytes(content) : content)
  if (found.ok) throw new Error(`it was read as ${found.value.form}`)
  return found.failure(importWords.en.files, 'npx jishi draft file.txt --into town')
}

describe('tables of text', () => {
  it.each([
    ['commas', 'date,title\n2020-02-05,"a, ""b"""\n', 'CSV'],
    ['semicolons', 'date;title\r\n2020-02-05;"a, ""b"""\r\n', 'CSV'],
    ['tabs, as cells are copied', 'date\ttitle\n2020-02-05\t"a, ""b"""\n', 'TSV'],
    ['a separator that is named', 'sep=;\ndate;title\n2020-02-05;"a, ""b"""\n', 'CSV'],
    ['blanks behind the commas', 'date, title\n2020-02-05, "a, ""b""" \n', 'CSV'],
    ['bars of Markdown', '| date | title |\n|---|:--|\n| 2020-02-05 | a, "b" |\n', 'Markdown'],
  ])('are read with %s', (_, text, form) => {
    expect(tableIn(text).form).toBe(form)
    expect(cellsIn(text).map((cells) => cells.map((cell) => cell.trim()))).toEqual([
      ['date', 'title'],
      ['2020-02-05', 'a, "b"'],
    ])
  })

  it('may have brackets around the first header', () => {
    expect(cellsIn('[日期],标题\n2020,镇\n')).toEqual([
      ['[日期]', '标题'],
      ['2020', '镇'],
    ])
    expect(problemWith('[{"date": "2020",]')).toContain('JSON')
    expect(problemWith('["2020", 1')).toContain('JSON')
  })

  it('keep line ends and marks within cells, and the line on which a row begins', () => {
    const { rows } = tableIn('date,title\n2020,"one\ntwo"\n2021,5" pipe\n2022,"Li" said\n')
    expect(rows.map(({ at, cells }) => [at, cells[1]])).toEqual([
      [1, 'title'],
      [2, 'one\ntwo'],
      [4, '5" pipe'],
      [5, '"Li" said'],
    ])
  })

  it('are read in GB18030', () => {
    // 日期,标题 and 2020,镇 in GBK.
    const text = [
      0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xb1, 0xea, 0xcc, 0xe2, 0x0a, 0x32, 0x30, 0x32, 0x30, 0x2c,
      0xd5, 0xf2,
    ]
    const found = readFile(new Uint8Array(text))
    expect(found).toMatchObject({ ok: true, value: { encoding: 'GB18030' } })
    expect(cellsIn(new Uint8Array(text))).toEqual([
      ['日期', '标题'],
      ['2020', '镇'],
    ])
  })

  it.each(['date,title\n2020,镇\n', '\ufeffdate,title\n2020,镇\n'])(
    'are read in UTF-16: %j',
    (text) => {
      const little = Buffer.from(text, 'utf16le')
      for (const [content, encoding] of [
        [little, 'UTF-16LE'],
        [Buffer.from(little).swap16(), 'UTF-16BE'],
      ] as const) {
        expect(readFile(content)).toMatchObject({ ok: true, value: { form: 'CSV', encoding } })
        expect(cellsIn(content)).toEqual([
          ['date', 'title'],
          ['2020', '镇'],
        ])
      }
    },
  )

  it('read what an independent writer of CSV means', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '镇', ';', '\t') })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = ['"h","i"', ...rows.map((row) => row.map(quoted).join(','))].join('\n')
        const expected = parse(text).filter((row) => row.some((one) => one.trim() !== ''))
        const read = readDelimited(text)
        expect(read?.ok === true && read.value.rows.map(({ cells }) => cells)).toEqual(expected)
      }),
    )
  })

  it('end with words where a quotation mark is never closed', () => {
    expect(problemWith('date,title\n2020,a\n2021,"b\n')).toBe(
      'the quotation mark that opens a cell in line 3 is never closed',
    )
  })
})

describe('cells of HTML and Markdown', () => {
  it.each([
    ['<p>a <b>b</b>&nbsp;&amp; c<br>d</p>', 'a b & c\nd', []],
    [
      '<a href="https://a.example/x">A</a>, b',
      'A, b',
      [{ url: 'https://a.example/x', title: 'A' }],
    ],
    ['[A](https://a.example) b', 'A b', [{ url: 'https://a.example/', title: 'A' }]],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2', []],
    ['AT&T, R&D;', 'AT&T, R&D;', []],
    ['<script>alert(1)</script>a', 'a', []],
    ['<a href="javascript:alert(1)">a</a>', 'a', []],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb', []],
    ['a <!-- b --> c', 'a c', []],
    ['<a href="https://a.example', '<a href="https://a.example', []],
  ])('%s', (cell, text, links) => {
    const read = plainCell(cell)
    expect(read.text).toBe(text)
    expect(read.links).toEqual(links)
  })

  it('are never made of anything but text and web addresses', () => {
    const part = fc.constantFrom(
      '<a href="',
      'javascript:x',
      'https://a.example/',
      '">',
      '</a>',
      '<img src=',
      '<script>',
      '&#60;',
      '<',
      '>',
      "'",
      'x',
      '<!--',
      '-->',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const { links } = plainCell(parts.join(''))
        for (const { url } of links) expect(url).toMatch(/^https?:\/\//)
      }),
    )
  })
})

describe('workbooks', () => {
  it('show a date as precisely as its format, and link its cells', () => {
    const formats = [
      'yyyy"年"m"月"',
      'yyyy/m/d',
      'm"月"d"日"',
      'yyyy-mm-dd hh:mm',
      '[$-409]mmm\\-yy;@',
      '0.00%',
    ]
    const cells = [1, 2, 3, 4, 5, 6].map((style) => ({
      at: `A${style}`,
      value: style === 4 ? 43_862.5 : 43_862,
      style,
    }))
    const table = tableIn(
      workbook({
        formats,
        cells: [...cells, { at: 'A7', value: 43_862 }, { at: 'B7', value: '镇 & <b>' }],
        links: { B7: 'https://a.example/?a=1&b=2' },
      }),
    )
    expect(table.rows.map(({ cells: [first] }) => first)).toEqual([
      '2020-02',
      '2020-02-01',
      '2月1日',
      '2020-02-01 12:00',
      '2020-02',
      '43862',
      '43862',
    ])
    expect(table.rows.at(-1)?.cells[1]).toBe('镇 & <b>')
    expect(table.rows.at(-1)?.links).toEqual(new Map([[1, 'https://a.example/?a=1&b=2']]))
  })

  it('count from 1904 where they say so', () => {
    const cells = [{ at: 'A1', value: 42_400, style: 1 }]
    expect(cellsIn(workbook({ cells, formats: ['yyyy-mm-dd'], is1904: true }))).toEqual([
      ['2020-02-01'],
    ])
    const day = shownParts('d.m.yyyy')
    expect(day && shownDate(60, day, 'excel')).toBe('1900-02-29')
    // What a formula shows of an empty cell.
    expect(day && shownDate(0, day, 'excel')).toBe('1900-01-00')
    const month = shownParts('yyyy"年"m"月"')
    expect(month && shownDate(0, month, 'excel')).toBe('1900-01-00')
    expect(day && shownDate(1, day, 'excel')).toBe('1900-01-01')
    expect(day && shownDate(59, day, 'excel')).toBe('1900-02-28')
    expect(day && shownDate(61, day, 'excel')).toBe('1900-03-01')
  })

  it('give a merged value to each of its rows, and say so', () => {
    const cells = [
      { at: 'A1', value: '2020' },
      { at: 'B1', value: 'a' },
      { at: 'B2', value: 'b' },
    ]
    const table = tableIn(
      workbook({ cells, behind: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>' }),
    )
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['2020', 'a'],
      ['2020', 'b'],
    ])
    expect(table.lost).toEqual([{ what: 'merged-cells', at: [2], count: 1 }])
  })

  it('are unpacked as far as the limit allows, and only where they are read', () => {
    const zeros = new Uint8Array(2_000_000)
    const zip = zipSync({ 'xl/workbook.xml': zeros, 'xl/media/image1.png': zeros })
    expect(zip.length).toBeLessThan(10_000)
    expect(unzip(zip, (name) => name.endsWith('.xml'), 1_000_000)).toEqual({
      ok: false,
      failure: 'too-large',
    })
    const read = unzip(zip, (name) => name.endsWith('.xml'), 3_000_000)
    expect(read.ok && [...read.value.parts].map(([name, { length }]) => [name, length])).toEqual([
      ['xl/workbook.xml', 2_000_000],
    ])
    expect(problemWith(zipSync({ 'xl/media/image1.png': zeros }))).toContain('ZIP file')
    expect(problemWith(new Uint8Array(50_000_001))).toBe('it is larger than 50 MB: split it')
  })

  it('end with words where they are damaged, too wide or too long', () => {
    const whole = workbook({ cells: [{ at: 'A1', value: 'a' }] })
    expect(problemWith(whole.subarray(0, 400))).toContain('damaged')
    expect(problemWith(workbook({ cells: [{ at: 'XFD1', value: 'a' }] }))).toContain('200 columns')
    const rows = Array.from({ length: 51_000 }, (_, row) => ({ at: `A${row + 1}`, value: 1 }))
    expect(problemWith(workbook({ cells: rows }))).toContain('50000 rows')
    const bomb = strToU8(
      '<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook><sheets><sheet name="&b;" r:id="rId1"/></sheets></workbook>',
    )
    expect(problemWith(zipSync({ 'xl/workbook.xml': bomb }))).toContain('damaged')
  })
})

describe('files that cannot be imported end with words', () => {
  test.each([
    [
      'an article',
      '镇上2月5日成立了党支部。\n他们说，3月还要开会。\n',
      'jishi draft file.txt --into',
    ],
    [
      'prose with commas',
      'On 3 May, the hall, they say, burnt down.\nIt was rebuilt, in brick, at once.\n',
      'jishi draft',
    ],
    ['nothing', ' \n', 'empty'],
    ['a web page', '<!DOCTYPE html><html><table><tr><td>a</td></tr></table></html>', 'web page'],
    ['another JSON', '{"a":1}', 'of no form that is known'],
    ['broken JSON', '{"events":[\n{"id":}]}', 'from line 2 on'],
  ])('%s', (_, text, words) => {
    expect(problemWith(text)).toContain(words)
  })

  test.each([
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], '.xls'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'PDF'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d], 'picture'],
    ['bytes', [0xff, 0x00, 0x00, 0x80], 'neither text'],
  ])('%s', (_, start, words) => {
    expect(problemWith(new Uint8Array(start))).toContain(words)
  })

  test('text in an encoding that is not read', () => {
    // 日期,標題 and 1987,學校
    const big5 = [
      0xa4, 0xe9, 0xb4, 0xc1, 0x2c, 0xbc, 0xd0, 0xc3, 0x44, 0x0a, 0x31, 0x39, 0x38, 0x37,
    ]
    const rest = [0x2c, 0xbe, 0xc7, 0xae, 0xd5, 0x0a]
    expect(problemWith(new Uint8Array([...big5, ...rest]))).toContain('Big5')
    const latin = [...bytes('date,title\n2020,Caf'), 0xe9, 0x0a]
    expect(problemWith(new Uint8Array(latin))).toContain('save it as UTF-8')
    expect(tableIn(new Uint8Array([0xc8, 0xd5, 0x2c, 0xca, 0xc2, 0x0a])).rows).toHaveLength(1)
  })

  test('bullets with commas, which are an article', () => {
    const items = Array.from({ length: 9 }, (_, day) => `- **2020-02-0${day + 1}** Opened, at last`)
    expect(problemWith(`# Chronicle\n\n${items.join('\n')}\n`)).toContain('jishi draft')
  })

  test('a Word document', () => {
    const word = zipSync({ 'word/document.xml': strToU8('<a/>') })
    expect(problemWith(word)).toContain('Word document')
  })
})
