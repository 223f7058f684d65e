import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstSentence } from '../../src/domain/text/first-sentence.ts'

test.each([
  [
    '二月以前，他们说：“还没有准备好。”后来才动工。',
    '二月以前，他们说：“还没有准备好。”',
    '后来才动工。',
  ],
  ['（本时间线按报纸的说法编写。）请指正。', '（本时间线按报纸的说法编写。）', '请指正。'],
  [
    '他們當時說：「還沒有準備好嗎？！」後來動工。',
    '他們當時說：「還沒有準備好嗎？！」',
    '後來動工。',
  ],
  ['They said “not ready yet.” Then they began.', 'They said “not ready yet.”', 'Then they began.'],
  [
    '(From the newspaper of the town.) Please write.',
    '(From the newspaper of the town.)',
    'Please write.',
  ],
  ['Figures such as 3.5 are kept. All of them.', 'Figures such as 3.5 are kept.', 'All of them.'],
])('%s', (text, first, rest) => {
  expect(firstSentence(text)).toEqual([first, rest])
})

test('what follows begins with no closing mark, and nothing is lost', () => {
  const characters = Array.from('日记。！？”’」』）》.!?)"“（a')
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...characters), minLength: 10, maxLength: 60 }),
      (text) => {
        const [first, rest] = firstSentence(text)
        const bare = (words: string) => words.replaceAll(/\s/g, '')
        expect(bare(first + rest)).toBe(bare(text))
        expect(rest).not.toMatch(/^[\p{Pe}\p{Pf}]/u)
      },
    ),
  )
})
