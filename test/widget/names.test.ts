// The names in an attribute, and when a blank between them is a blank of a name.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TimelineAnswer } from '../../src/widget/api/answers.ts'
import { separateNames } from '../../src/widget/lazy/names.ts'

const theme = (id: string, en: string) => ({ id, label: { en, fr: `Le ${en}` } })
const timeline = {
  themes: [
    theme('capture', 'Regulatory Capture'),
    theme('law', 'Law'),
    theme('old', 'Law of  old'),
  ],
  actors: [{ id: 'li', name: { en: 'Li Ming' }, aliases: { en: ['Mr Li'] } }],
  sources: [{ id: 'times', title: { en: 'The Town Times' } }],
} as unknown as TimelineAnswer

describe('names in an attribute [fault 6.3]', () => {
  test.each([
    ['theme', 'Regulatory Capture', ['Regulatory Capture']],
    ['theme', 'regulatory  CAPTURE', ['regulatory CAPTURE']],
    ['theme', '-Regulatory Capture', ['-Regulatory Capture']],
    ['theme', 'Le Regulatory Capture', ['Le Regulatory Capture']],
    ['theme', 'Regulatory Capture,Law', ['Regulatory Capture,Law']],
    ['theme', 'Regulatory Capture , Law', ['Regulatory Capture,Law']],
    // Of Chinese characters the service folds more than the element does.
    ['theme', '復工復產, 疫情防控', ['復工復產,疫情防控']],
    ['theme', '復工復產 ,疫情防控 law', ['復工復產,疫情防控', 'law']],
    ['theme', 'Regulatory Capture law', ['Regulatory Capture', 'law']],
    ['theme', 'law -Regulatory Capture', ['law', '-Regulatory Capture']],
    ['theme', 'law of old', ['law of old']],
    ['theme', 'capture law', ['capture', 'law']],
    ['theme', 'Regulatory law', ['Regulatory', 'law']],
    ['actor', 'Ｌi Ming', ['Ｌi Ming']],
    ['actor', 'Mr Li', ['Mr Li']],
    ['source', 'The Town Times', ['The Town Times']],
    ['q', 'Regulatory Capture', ['Regulatory Capture']],
  ])('%s="%s" are %j', (name, value, names) => {
    expect(separateNames([[name, value]], timeline)).toEqual(names.map((one) => [name, one]))
  })

  test.each([
    ['Regulatory law', ['Regulatory', 'law'], ['Regulatory law']],
    ['law of New', ['law', 'of New'], ['law of New']],
    ['law capture', ['law', 'capture'], ['law', 'capture']],
    ['-law New -capture', ['-law', 'New', '-capture'], ['-law New', '-capture']],
  ])('of a service that may know more, "%s" may be %j or %j', (value, words, names) => {
    const joined = (joining: 'words' | 'names') =>
      separateNames([['theme', value]], timeline, joining).map(([, one]) => one)
    expect([joined('words'), joined('names')]).toEqual([words, names])
  })

  test('keep every word in its order', () => {
    const words = fc.array(
      fc.constantFrom('Regulatory', 'Capture', 'law', 'of', 'old', 'x', 'capture'),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(words, (all) => {
        const found = separateNames([['theme', all.join(' ')]], timeline)
        expect(found.map(([, value]) => value).join(' ')).toBe(all.join(' '))
      }),
    )
  })
})
