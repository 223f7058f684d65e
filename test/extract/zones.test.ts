// Times of an article that tells them in another zone than the timeline's: none of them is settled as a
// time of the timeline's clocks.
import { expect, test } from 'vitest'
import { en, read, zh } from '../support/marks.ts'

const day = '2026-07-10'

test.each([
  '7月10日纽约时间下午3时，会议开始，下午4时30分结束。',
  '2026年7月10日，纽约时间下午3时，会议开始。下午4时30分，会议结束。',
  '7月10日美国东部夏令时间下午3时，会议开始，16:30结束。',
  '当地时间7月10日下午3时，会议开始，下午4时30分结束。',
  '倫敦時間7月10日15時開會，16時30分結束。',
  '7月10日下午3时（纽约时间），会议开始，下午4时30分结束。',
  '7月10日下午3时（北京时间7月11日凌晨3时），会议开始，下午4时30分结束。',
  '7月10日15:00 UTC开会，下午4时30分结束。',
  '2026-07-10T15:00Z，会议开始，下午4时30分结束。',
])('%s', (text) => {
  const marks = read(text)
  expect(marks.at(-1)).toMatch(/ \? other-zone: 2026-07-10 \| 2026-07-10T16:30\+08:00$/)
  // The time that names its zone tells its day, or has its offset.
  expect(marks[0]).toMatch(/ = 2026-07-10(?:T15:00Z)? point$/)
})

test.each([
  'On July 10 at 3 p.m. New York time the meeting began. It ended at 4.30pm.',
  'On July 10 at 3 p.m. (ET), the meeting began. It ended at 4.30pm.',
  'At 3pm local time on 10 July the meeting began, and ended at 16:30.',
  'On 10 July at 15:00 GMT the meeting began, and ended at 16:30.',
  'It began at 2026-07-10T15:00Z and ended at 16:30.',
])('%s', (text) => {
  const marks = read(text, en)
  expect(marks.at(-1)).toMatch(/ \? other-zone: 2026-07-10 \| 2026-07-10T16:30\+01:00$/)
  expect(marks[0]).toMatch(/ = 2026-07-10(?:T15:00Z)? point$/)
})

test('the zone of the timeline, and one whose clocks show the same, leave times as they are', () => {
  const chinese = '信号于北京时间7月10日15时出现，16时30分消失。'
  expect(read(chinese).at(-1)).toBe(`16时30分 = ${day}T16:30+08:00 point`)
  const london = 'On July 10 at 3 p.m. London time the meeting began. It ended at 16:30.'
  const [first] = read(london, en)
  expect(first).toBe(`July 10 at 3 p.m. London time = ${day}T15:00+01:00 point`)
  const eastern = read('On July 10 at 3 p.m. ET it began.', { ...en, timeZone: 'America/New_York' })
  expect(eastern).toEqual([`July 10 at 3 p.m. ET = ${day}T15:00-04:00 point`])
})

test('the timeline’s zone and a new line with a date of its own end another zone', () => {
  const named = '当地时间7月10日15时开会，北京时间7月11日5时结束，5时30分离开。'
  expect(read(named).at(-1)).toBe(`5时30分 = 2026-07-11T05:30+08:00 point`)
  const line = '当地时间7月10日15时开会。\n7月11日上午9时，他回国。'
  expect(read(line, zh).at(-1)).toBe('7月11日上午9时 = 2026-07-11T09:00+08:00 point')
})

test('a note may name the zone of all times', () => {
  const note = '7月10日15时开会。\n7月11日16时结束。\n（文中时间均为纽约时间）'
  expect(read(note).map((mark) => mark.replace(/:.*/, ''))).toEqual([
    '7月10日15时 ? other-zone',
    '7月11日16时 ? other-zone',
  ])
  expect(read(note.replace('纽约', '北京')).at(-1)).toBe(
    '7月11日16时 = 2026-07-11T16:00+08:00 point',
  )
  const english = '(All times are Eastern.)\nOn July 10 at 15:30 it began.'
  expect(read(english, en)).toEqual([
    'July 10 at 15:30 ? other-zone: 2026-07-10 | 2026-07-10T15:30+01:00',
  ])
  const eastern = read(english, { ...en, timeZone: 'America/New_York' })
  expect(eastern).toEqual(['July 10 at 15:30 = 2026-07-10T15:30-04:00 point'])
})
