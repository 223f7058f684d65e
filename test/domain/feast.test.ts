import { expect, test } from 'vitest'
import { feastIn } from '../../src/domain/date/feast.ts'

test.each([
  ['自除夕晚上起', 'newYearsEve'],
  ['除夕', 'newYearsEve'],
  ['大年三十', 'newYearsEve'],
  ['大年初一', 'newYear'],
  ['正月初一', 'newYear'],
  ['春節當天', 'newYear'],
  ['元宵节', 'lanterns'],
  ['臘八', 'laba'],
  ['重阳节上午', 'doubleNinth'],
])('%s names %s', (stated, feast) => {
  expect(feastIn(stated)).toBe(feast)
})

test.each([
  '春节前',
  '春节期间',
  '元宵节后',
  '清明前后',
  '除夕左右',
  '春节左右',
  '约除夕',
  '临近春节',
  '除夕之前',
  '春节假期',
  '小除夕',
  '1月26日大年初二',
  '近日',
  'New Year',
])('%s names no feast', (stated) => {
  expect(feastIn(stated)).toBeUndefined()
})
