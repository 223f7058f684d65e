// Every rule, type and hint has words in every language: no English in Chinese, and no name of a rule.
import { messages, ruleInWords } from '../../src/messages/languages.ts'
import { describe, expect, test } from 'vitest'
import { broken, edtfRules, type BrokenRule, type RuleName } from '../../src/domain/broken-rule.ts'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'

/** Values for the sentences of all rules: what each does not need, it ignores. */
const values = {
  max: 7,
  min: 2,
  seconds: 5,
  size: 9,
  days: 29,
  month: '2020-02',
  options: ['a1', 'b2', 'c3'],
  known: ['theme', 'from'],
  ids: ['a1', 'b2'],
  expected: 'value',
  field: '"title"',
  form: 'interval',
  kind: 'point',
  holder: '/themes/0',
  what: 'theme',
  date: '2020-03',
  term: '感冒',
  sha256: 'ab12',
  words: '十九',
  number: '109',
  found: ['108', '19'],
  fault: '…',
  total: 200,
  name: 'U+202E',
  closer: 'U+202C',
  line: 3,
  column: 5,
}
const rules = Object.keys(messages.en.problems.rules) as RuleName[]
const each = rules.flatMap((rule) => uiLanguages.map((language) => [rule, language] as const))

/** Names of fields, kinds, headers and standards, which are not translated. */
const names =
  /\b(?:ASCII|JSON|TLS|UTC|UTF-16|UTF-8|GB18030|SHA-256|IANA|XX?|198X|19XX|BC|Z|http|https|allow|date|statedDate|exact|prefix|suffix|start|end|value|kind|place|point|span|since|asOf|until|undated|true|false|null|If-Match|Content-Encoding|application\/json|Asia\/Shanghai|zh-Hans|zh-Hant|en|url|theme|actor|source|from|edition|note|cursor|Authorization|Bearer|Accept|Allow|Retry-After|If-None-Match|format|json|xml|digest|bytes|parts|document|root|checksum|put|drop|themes|actors|sources|texts|title|description|licence|credit|allowTerms|charset|utf-8|TT?|a|b|n|z|u|f|r|t)\b/g

const isPlain = (text: string, language: string): boolean =>
  language === 'en' ||
  !/[a-z]{2,}/i.test(
    text
      .replaceAll(/U\+202[CE]|\/themes\/0|"title"/g, '')
      .replaceAll(names, '')
      .replaceAll(/[a-z]+\d/g, ''),
  )

describe.each(each)('%s in %s', (rule, language) => {
  const said = ruleInWords({ rule, values } as unknown as BrokenRule, language)

  test('has a sentence of its language', () => {
    for (const text of [said.detail, ...(said.hint === undefined ? [] : [said.hint])]) {
      expect(text.trim()).not.toBe('')
      expect(text).not.toMatch(/undefined|NaN|\[object/)
      expect(text).not.toMatch(/\b[a-z]+(?:-[a-z]+){2,}\b/)
      expect(isPlain(text, language), text).toBe(true)
    }
  })
})

test('the words of types are of their language', () => {
  for (const language of uiLanguages)
    for (const { title, detail } of Object.values(messages[language].problems.types)) {
      expect(title.trim() === '' || detail.trim() === '').toBe(false)
      expect(isPlain(title + detail, language), title + detail).toBe(true)
    }
})

test('a proposal follows the sentence, several are told apart', () => {
  const rule = { ...broken('typed-date'), proposals: ['2019-03-05'] }
  const both = { ...broken('day-or-month'), proposals: ['2019-03-05', '2019-05-03'] }
  expect(ruleInWords(rule, 'en').detail).toMatch(/; write 2019-03-05$/)
  expect(ruleInWords(both, 'en').detail).toMatch(/; write 2019-03-05 or 2019-05-03$/)
  expect(ruleInWords(both, 'zh-Hans').detail).toMatch(/；请写2019-03-05或2019-05-03$/)
})

test('every rule of dates has words', () => {
  expect(rules).toEqual(expect.arrayContaining([...edtfRules]))
})
