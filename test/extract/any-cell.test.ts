// What holds of the answer to every cell of a column of dates.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEdtf } from '../../src/domain/date/edtf.ts'
import { readCell } from '../../src/extract/cells.ts'

const parts = fc.constantFrom(
  ...'1|3|12|31|19|下午|(日)|或|、|2019|2020|/|-|.| |年|月|日|初|底|上旬|March|Mar|5th|,|to|~|?|c. |early |W10|T|14:00|PM|Z|+08:00|BC|AD |农历|正月|初五|民国|至|前|[|]|..|X|{|}|":|DTSTART:|20190305|43862| 00:00|14:00:05.5|+0800'.split(
    '|',
  ),
)
const settings = fc.record(
  {
    order: fc.constantFrom('mdy' as const, 'dmy' as const, 'ymd' as const),
    timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/London'),
    pivot: fc.constant(1970),
    day: fc.constant('2026-07-16'),
    serials: fc.constantFrom('excel' as const, 'excel1904' as const, 'unix' as const),
    calendar: fc.constant('minguo' as const),
    stretches: fc.constantFrom('lasted' as const, 'once' as const),
    midnight: fc.constantFrom('day' as const, 'time' as const),
  },
  { requiredKeys: [] },
)

test('every answer is a date of the profile, or none', () => {
  let ready = 0
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(parts, { maxLength: 8 }).map((some) => some.join('')),
        fc.string(),
      ),
      settings,
      (cell, column) => {
        const read = readCell(cell, column)
        if (read.state === 'ready') ready += 1
        expect(read.state === 'ready').toBe(read.date !== null)
        for (const { date } of read.readings)
          expect(parseEdtf(date), date).toMatchObject({ ok: true })
      },
    ),
    { numRuns: 6000 },
  )
  expect(ready).toBeGreaterThan(50)
})
