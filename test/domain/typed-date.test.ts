// Why dates as people type them are refused: by what is wrong with them, not by the form of another date.
import { expect, test } from 'vitest'
import type { EdtfRule } from '../../src/domain/broken-rule.ts'
import { parseEdtf } from '../../src/domain/date/edtf.ts'

test.each<[string, EdtfRule]>([
  ['2020年2月中', 'unbounded-part'],
  ['1990年代初', 'unbounded-part'],
  ['2020年2月上旬', 'exact-part'],
  ['2020年2月中旬', 'exact-part'],
  ['2019年上半年', 'exact-part'],
  ['2020年第一季度', 'exact-part'],
  ['Q1 2020', 'exact-part'],
  ['2020Q1', 'exact-part'],
  ['first half of 2019', 'exact-part'],
  ['2021/02/29', 'no-day'],
  ['2021.02.29', 'no-day'],
  ['29/2/2021', 'no-day'],
  ['2/30/2021', 'no-day'],
  ['31/4/2019', 'no-day'],
  ['2019年2月30日', 'no-day'],
  ['30 February 2020', 'no-day'],
  ['February 30, 2020', 'no-day'],
  ['20210229', 'no-day'],
  ['2019-2-30', 'no-day'],
  ['2019/13/01', 'no-month'],
  ['2019/25/01', 'no-month'],
  ['2019-25-01', 'no-month'],
  ['2019年13月', 'no-month'],
  ['0 BC', 'no-year'],
  ['公元前0年', 'no-year'],
  ['AD 0', 'no-year'],
  ['公元0年', 'no-year'],
  ['0000-00-00', 'no-year'],
  ['1/1/0000', 'no-year'],
  ['2020/21', 'year-digits'],
])('%s is refused as %s', (text, rule) => {
  expect(parseEdtf(text)).toMatchObject({ ok: false, failure: { rule } })
})
