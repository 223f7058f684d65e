// The records of docs/decisions/: numbered, dated, with a status, and all in one index.
import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tableRows } from '../support/markdown.ts'
import { readText, root } from '../support/pages.ts'

const folder = 'docs/decisions'
const records = globSync(`${folder}/*.md`, { cwd: root })
  .map((path) => basename(path))
  .filter((name) => name !== 'README.md')
  .toSorted()
  .map((name) => {
    const [heading = '', , line = ''] = readText(`${folder}/${name}`).split('\n')
    const [, date = '', status = ''] = /^(\d{4}-\d{2}-\d{2}), (.+)$/.exec(line) ?? []
    return { name, number: Number(name.slice(0, 4)), heading, date, status }
  })

describe('a decision', () => {
  test('has the next number, in the name of its file and in its heading', () => {
    expect(records.length).toBeGreaterThan(10)
    expect(records.map(({ number }) => number)).toEqual(records.map((_, index) => index + 1))
    for (const { name, number, heading } of records) {
      expect(name).toMatch(/^\d{4}-[a-z0-9]+(?:-[a-z0-9]+)*\.md$/)
      expect(heading).toMatch(new RegExp(`^# ${number}\\. \\S`))
    }
  })

  test('has a date that there is, not before that of the one before it', () => {
    for (const { name, date } of records)
      expect(new Date(date).toISOString().slice(0, 10), name).toBe(date)
    const dates = records.map(({ date }) => date)
    expect(dates).toEqual(dates.toSorted())
  })

  test('is accepted, or superseded by a later one', () => {
    for (const { name, number, status } of records) {
      if (status === 'accepted') continue
      const [, by = '', file] = /^superseded by \[(\d+)\]\(([^)]+)\)$/.exec(status) ?? []
      expect(Number(by), `${name}: ${status}`).toBeGreaterThan(number)
      expect(file, name).toBe(records[Number(by) - 1]?.name)
    }
  })

  test('is in the index, with its date, title and status', () => {
    const rows = tableRows(readText(`${folder}/README.md`))
    expect(rows.map(([number, date, , title, status]) => [number, date, title, status])).toEqual(
      records.map(({ name, number, heading, date, status }) => [
        String(number),
        date,
        `[${heading.replace(/^# \d+\. /, '')}](${name})`,
        status,
      ]),
    )
  })
})
