// What a bar is called, and a span of time: no output counts years before Christ in two ways.
import { expect, test } from 'vitest'
import { binOf, type BinSize } from '../../src/domain/query/lanes.ts'
import { timelinesInMarkdown } from '../../src/formats/tools/timeline-text.ts'
import { binInWords } from '../../src/page/list/picture/bins.ts'
import { pageContext } from '../../src/page/page-context.ts'
import { day } from '../support/feed.ts'
import { viewOfPicture } from '../support/pictures.ts'

test.each<[string, BinSize, string, string]>([
  ['2020-02-15', 'day', '2020-02-15', '2020-02-15'],
  ['2020-02-15', 'week', '2020-02-10/2020-02-16', '2020-02-10/2020-02-16'],
  ['2020-02-15', 'month', 'February 2020', '2020年2月'],
  ['-0043-03-15', 'day', '15 March 44 BC', '公元前44年3月15日'],
  ['-0043-03-15', 'month', 'March 44 BC', '公元前44年3月'],
  ['-0043-03-15', 'year', '44 BC', '公元前44年'],
  ['0079-08-24', 'day', '24 August AD 79', '公元79年8月24日'],
])('the bin of %s by %s is %s, %s', (date, size, english, chinese) => {
  const [start] = binOf(day(date), size)
  const said = (['en', 'zh-Hans'] as const).map((ui) =>
    binInWords(start, size, pageContext(viewOfPicture([], ui))),
  )
  expect(said).toEqual([english, chinese])
})

test.each([
  ['-0043-03-15', '0014-08-19', '15 March 44 BC to 19 August AD 14'],
  ['2020-01-24', '2020-03-13', '2020-01-24 to 2020-03-13'],
  ['2020', '2020', '2 events, 2020, '],
])('a list of timelines has the span of %s and %s as %s', (first, last, expected) => {
  const links = { page: 'https://timelines.example/timelines/town' }
  const one = { id: 'town', title: { en: 'Town' }, edition: 1, published: '2026-01-01', events: 2 }
  const answer = { timelines: [{ ...one, first, last, links }], total: 1 }
  expect(timelinesInMarkdown(answer, 'en')).toContain(expected)
})
