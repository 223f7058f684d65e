import { describe, expect, test } from 'vitest'
import { canonicalTag, inLanguage } from '../../src/domain/text/language-map.ts'
import { uiLanguageOf } from '../../src/domain/text/ui-language.ts'

describe('a tag of a language [fault 5.5]', () => {
  test.each([
    ['zh_CN', 'zh-CN', 'zh-Hans'],
    ['zh-CN', 'zh-CN', 'zh-Hans'],
    ['ZH_hans_cn', 'zh-Hans-CN', 'zh-Hans'],
    ['zh_SG', 'zh-SG', 'zh-Hans'],
    ['zh_TW', 'zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-HK', 'zh-Hant'],
    ['zh_hant_HK', 'zh-Hant-HK', 'zh-Hant'],
    ['zh', 'zh', 'zh-Hans'],
    ['EN_us', 'en-US', 'en'],
    ['en-GB', 'en-GB', 'en'],
    ['fr_CA', 'fr-CA', null],
    ['zha', 'zha', null],
    ['constructor', 'constructor', null],
  ])('%s is written %s and closest to %s', (tag, canonical, language) => {
    expect(canonicalTag(tag)).toBe(canonical)
    expect(uiLanguageOf(tag)).toBe(language)
  })
})

describe('a text in several languages', () => {
  const text = { 'zh-Hans': '国', 'zh-Hant': '國', en: 'country', 'fr-CA': 'pays', ja: '国' }
  test.each([
    ['zh-CN', '国'],
    ['zh-TW', '國'],
    ['zh-Hant-HK', '國'],
    ['zh', '国'],
    ['en-GB', 'country'],
    ['fr', 'pays'],
    ['fr-FR', 'pays'],
    ['de', '国'],
    ['constructor', '国'],
    ['__proto__', '国'],
  ])('is given in %s as %s', (wanted, given) => {
    expect(inLanguage(text, wanted, 'ja')).toBe(given)
  })

  test('is given in its first language where that of the timeline is missing', () => {
    expect(inLanguage({ fr: 'pays', de: 'Land' }, 'en', 'zh-Hans')).toBe('pays')
    expect(inLanguage({ fr: 'pays' }, 'toString', 'valueOf')).toBe('pays')
  })
})
