import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Measure } from '../../src/domain/document/measure.ts'
import { inLanguage, languageOf, type Text } from '../../src/domain/text/language-map.ts'
import { uiLanguages, type UiLanguage } from '../../src/domain/text/ui-language.ts'
import { messages } from '../../src/messages/languages.ts'
import { figureInWords, measureInWords } from '../../src/messages/measures.ts'

const label = { 'zh-Hans': '数', 'zh-Hant': '數', en: 'n' }
const area = { 'zh-Hans': '平方米', 'zh-Hant': '平方公尺', en: 'm²' }
const firms = { 'zh-Hans': '家', 'zh-Hant': '家', en: 'enterprises' }
const yuan = { 'zh-Hans': '元', 'zh-Hant': '元', en: 'yuan' }
const percent = { 'zh-Hans': '%' }

const localizer = (ui: UiLanguage) => ({
  ui,
  text: (text: Text) => inLanguage(text, ui, 'zh-Hans'),
  tagOf: (text: Text) => languageOf(text, ui, 'zh-Hans'),
})
const figure = (measure: Partial<Measure>, ui: UiLanguage) => {
  const { before, unit, after } = figureInWords({ label, value: 0, ...measure }, localizer(ui))
  return before + unit + after
}

describe('a figure in words', () => {
  test.each<[Partial<Measure>, ...string[]]>([
    [
      { value: 200_000, bound: 'over', approximate: true, unit: area },
      '20多万平方米',
      '20多萬平方公尺',
      'over 200,000 m²',
    ],
    [{ value: 200, bound: 'over', unit: firms }, '200多家', '200多家', 'over 200 enterprises'],
    [{ value: 10_000_000, unit: yuan }, '1000万元', '1000萬元', '10,000,000 yuan'],
    [{ value: 100_000_000, unit: yuan }, '1亿元', '1億元', '100,000,000 yuan'],
    [{ value: 123_450_000 }, '1.2345亿', '1.2345億', '123,450,000'],
    [{ value: 1e12, unit: yuan }, '1万亿元', '1兆元', '1,000,000,000,000 yuan'],
    [{ value: 12_345_678 }, '12345678', '12345678', '12,345,678'],
    [{ value: 123_456_789 }, '123456789', '123456789', '123,456,789'],
    [{ value: 15_000 }, '1.5万', '1.5萬', '15,000'],
    [{ value: 12_300 }, '12300', '12300', '12,300'],
    [
      { value: 50_000, bound: 'over', unit: firms },
      '5万多家',
      '5萬多家',
      'over 50,000 enterprises',
    ],
    [{ value: 87, bound: 'over', unit: firms }, '超过87家', '超過87家', 'over 87 enterprises'],
    [{ value: 20, bound: 'over', unit: percent }, '超过20%', '超過20%', 'over 20%'],
    [
      { value: 1000, bound: 'under', unit: firms },
      '近1000家',
      '近1000家',
      'nearly 1,000 enterprises',
    ],
    [{ value: 1000, approximate: true }, '约1000', '約1000', 'about 1,000'],
    [{ value: 8, valueTo: 10, unit: firms }, '8–10家', '8–10家', '8–10 enterprises'],
    [
      { value: 1e5, valueTo: 2e5, unit: area },
      '10万–20万平方米',
      '10萬–20萬平方公尺',
      '100,000–200,000 m²',
    ],
    [
      { value: -5, valueTo: 3, unit: { 'zh-Hans': '°C', en: '°C' } },
      '-5至3°C',
      '-5至3°C',
      '-5 to 3 °C',
    ],
    [{ value: 0, unit: firms }, '0家', '0家', '0 enterprises'],
    [{ value: -10_000 }, '-1万', '-1萬', '-10,000'],
    [{ value: 1234.5678 }, '1234.5678', '1234.5678', '1,234.5678'],
    [{ value: 1e-7 }, '0.0000001', '0.0000001', '0.0000001'],
    [{ value: 12_000, unit: { 'zh-Hans': '万元' } }, '12000万元', '12000万元', '12000万元'],
    // What is a sign in every language, in a text of Chinese only.
    [
      { value: 200_000, bound: 'over', unit: { 'zh-Hans': 'm²' } },
      '20多万m²',
      '20多萬m²',
      'over 200,000 m²',
    ],
    [{ value: 20, approximate: true, unit: { ja: 'km' } }, '约20km', '約20km', 'about 20 km'],
    [{ value: -3, bound: 'under', unit: { ko: '°C' } }, '近-3°C', '近-3°C', 'nearly -3 °C'],
    [{ value: 12, unit: { 'zh-Hans': '％' } }, '12％', '12％', '12％'],
    [
      { value: 3_000_000, unitCode: 'USD', approximate: true },
      '约300万USD',
      '約300萬USD',
      'about 3,000,000 USD',
    ],
    [{ value: 3, unit: yuan, unitCode: 'CNY' }, '3元', '3元', '3 yuan'],
  ])('%j', (measure, ...words) => {
    expect(uiLanguages.map((language) => figure(measure, language))).toEqual(words)
  })
  test('takes number words and unit from one language [fault 2.1]', () => {
    const measure = { label, value: 200_000, bound: 'over', unit: { 'zh-Hans': '平方米' } } as const
    const inWords = uiLanguages.map((ui) => figureInWords(measure, localizer(ui)))
    expect(inWords).toEqual([
      { before: '20多万', unit: '平方米', after: '', language: 'zh-Hans', isSign: false },
      { before: '20多万', unit: '平方米', after: '', language: 'zh-Hans', isSign: false },
      { before: '20多万', unit: '平方米', after: '', language: 'zh-Hans', isSign: false },
    ])
    const german = { ...measure, unit: { de: 'Betriebe' } }
    expect(figureInWords(german, localizer('en'))).toMatchObject({
      before: 'over 200,000 ',
      language: 'en',
    })
  })

  const scales: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 亿: 8, 億: 8, 万亿: 12, 兆: 12 }
  const readBack = (words: string): number => {
    const parts = /^(-?[\d,.]+)多?(万亿|[万萬亿億兆])?多?$/.exec(
      words.replace(/^(?:约|約|近|超过|超過|about |over |nearly )/, ''),
    )
    const [, digits = '', word = ''] = parts ?? []
    return Number(`${digits.replaceAll(',', '')}e${scales[word] ?? 0}`)
  }
  const round = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 14 }))
  const value = fc.oneof(
    fc.integer(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    round.map(([digits, zeros]) => Number(`${digits}e${zeros}`)),
  )

  test('reads back to the value, to the digit [fault 2.1]', () => {
    fc.assert(
      fc.property(
        value,
        fc.constantFrom('over', 'under', undefined),
        fc.boolean(),
        fc.constantFrom(...uiLanguages),
        (value, bound, approximate, ui) => {
          const words = figure({ value, approximate, ...(bound && { bound }) }, ui)
          expect(readBack(words)).toBe(value === 0 ? 0 : value)
          expect(words).not.toMatch(/1多|[2-9]多[万萬]|e[+-]/)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

test('a measure has its label, and its parts in parentheses', () => {
  const measure: Measure = {
    label: { 'zh-Hans': '复工企业', en: 'Enterprises back at work' },
    value: 87,
    unit: firms,
    parts: [
      { label: { 'zh-Hans': '规上企业', en: 'large' }, value: 50, unit: firms },
      { label: { 'zh-Hans': '其他', en: 'others' }, value: 37, approximate: true, unit: firms },
    ],
  }
  const inWords = (ui: UiLanguage) => measureInWords(measure, messages[ui].events, localizer(ui))
  expect(inWords('zh-Hans')).toBe('复工企业：87家（规上企业：50家，其他：约37家）')
  expect(inWords('en')).toBe(
    'Enterprises back at work: 87 enterprises (large: 50 enterprises, others: about 37 enterprises)',
  )
})
