// docs/dates.md tells what the date model does: its tables are run.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { edtfRules } from '../../src/domain/broken-rule.ts'
import { ruleInWords } from '../../src/messages/languages.ts'
import { maxDateLength, parseEdtf } from '../../src/domain/date/edtf.ts'
import { dateKinds, precisions, type DateKind } from '../../src/domain/date/when.ts'
import { dated, wordsOf } from '../support/dates.ts'

const page = readFileSync(new URL('../../docs/dates.md', import.meta.url), 'utf8')

/** The cells of the table rows under a heading, without their code marks. */
function rows(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('| '))
  return lines.slice(1).map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.replaceAll('`', '')),
  )
}

describe('docs/dates.md', () => {
  test('shows every refusal of a text with its message', () => {
    const told = new Map(
      rows('Refusals').map(([reason = '', example = '', message]) => [
        reason,
        { example, message },
      ]),
    )
    expect([...told.keys()].toSorted()).toEqual([...edtfRules].toSorted())
    for (const [reason, { example, message }] of told) {
      const texts: Record<string, string> = { empty: '', 'too-long': 'x'.repeat(maxDateLength + 1) }
      const parsed = parseEdtf(texts[reason] ?? example)
      expect(parsed, reason).toMatchObject({ ok: false, failure: { rule: reason } })
      expect(parsed.ok || ruleInWords(parsed.failure, 'en').detail, reason).toBe(message)
    }
  })

  test('shows words as they are written', () => {
    const told = rows('Words')
    expect(told.length).toBeGreaterThan(15)
    for (const [date = '', kind, hans, hant, en] of told) {
      expect(wordsOf(dated(date, kind as DateKind)), date).toEqual({
        'zh-Hans': hans,
        'zh-Hant': hant,
        en,
      })
    }
  })

  test('names every kind, derived field and precision', () => {
    expect(rows('Kinds').map(([kind]) => kind)).toEqual(expect.arrayContaining([...dateKinds]))
    const fields = rows('Derived fields').flatMap(([names = '']) => names.split(', '))
    const { edtf: _edtf, kind: _kind, ...derived } = dated('2020-03-12T23:45Z', 'point')
    expect(fields.toSorted()).toEqual(Object.keys(derived).toSorted())
    for (const precision of precisions) expect(page).toContain(`\`${precision}\``)
    expect(page).toContain(`At most ${maxDateLength} characters`)
  })
})
