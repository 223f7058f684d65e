// RFC 4180, section 2: the definition of the CSV format, clause by clause.
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csv, csvColumns } from '../../src/formats/csv.ts'
import { feed, timelineEvent } from '../support/feed.ts'

const titled = (title: string) =>
  csv.write(feed({ events: [timelineEvent({ title: { 'zh-Hans': title } })], bom: false }))

const recordsOf = (text: string): string[][] => parse(text, { record_delimiter: '\r\n' })

describe('RFC 4180', () => {
  test('2.1: each record ends with CRLF', () => {
    const text = titled('甲')
    expect(text.match(/\r\n/g)).toHaveLength(2)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('2.2: the last record ends with CRLF too', () => {
    expect(titled('甲').endsWith('\r\n')).toBe(true)
  })

  test('2.3 and 3: the first line is a header, as header=present says', () => {
    expect(recordsOf(csv.write(feed({ events: [], bom: false })))).toEqual([csvColumns])
    expect(csv.mediaType).toBe('text/csv; charset=utf-8; header=present')
  })

  test('2.4: every record has as many fields as the header', () => {
    const records = recordsOf(csv.write(feed({ bom: false })))
    expect(records.map((record) => record.length)).toEqual(
      Array.from({ length: 3 }, () => csvColumns.length),
    )
  })

  test('2.5 and 2.6: fields with line breaks, quotation marks and commas are enclosed', () => {
    expect(titled('甲,乙\r\n丙')).toContain(',"甲,乙\r\n丙",')
  })

  test('2.7: a quotation mark inside a field is doubled', () => {
    expect(titled('称"甲"')).toContain(',"称""甲""",')
  })
})
