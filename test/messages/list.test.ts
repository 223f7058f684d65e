import { describe, expect, test } from 'vitest'
import { parseDay, splitDay, weekday } from '../../src/domain/date/civil-day.ts'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { messages } from '../../src/messages/languages.ts'
import type { ListMessages } from '../../src/messages/en/list.ts'

const inEach = (write: (words: ListMessages) => string) =>
  uiLanguages.map((language) => write(messages[language].list))

describe('the calendar in words', () => {
  test.each([
    ['2020-02-24', '2020年2月', '2020年2月', 'February 2020'],
    ['-0043-03-15', '公元前44年3月', '西元前44年3月', 'March 44 BC'],
    ['0987-12-01', '公元987年12月', '西元987年12月', 'December AD 987'],
  ])('heads the month of %s', (day, ...headings) => {
    const { year, month } = splitDay(parseDay(day)!)
    expect(inEach((words) => words.month(year, month))).toEqual(headings)
  })

  test.each([
    ['2020-01-26', '周日', '週日', 'Sunday'],
    ['2020-01-27', '周一', '週一', 'Monday'],
    ['2020-01-28', '周二', '週二', 'Tuesday'],
    ['2020-01-29', '周三', '週三', 'Wednesday'],
    ['2020-01-30', '周四', '週四', 'Thursday'],
    ['2020-03-13', '周五', '週五', 'Friday'],
    ['2020-02-01', '周六', '週六', 'Saturday'],
    ['-0043-03-15', '周五', '週五', 'Friday'],
  ])('names the weekday of %s', (day, ...weekdays) => {
    expect(inEach((words) => words.weekday(weekday(parseDay(day)!)))).toEqual(weekdays)
  })
})
