// Files that say a date twice: which of the two counts, and that the report tells where they differ.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv } from '../../../src/formats/csv.ts'
import { timelineJs } from '../../../src/formats/timelinejs.ts'
import { datesAround2020, instantsAround2020 } from '../../support/dates.ts'
import { document, source } from '../../support/document.ts'
import { madeOf, planOf } from '../../support/import.ts'
import { shownIn } from '../../support/shown.ts'
import { documentsDated } from '../../support/timelines.ts'

const empty = document({ events: [], sources: [source({ published: '2030-01-01' })] })
const answers = { source: 'town-news', 'stretches/start_date': 'once' }
const documents = documentsDated(fc.oneof(datesAround2020, instantsAround2020))

const told = (file: string, into = empty): string =>
  planOf(file, { into, answers })
    .settled.filter((line) => line.includes('says otherwise'))
    .join('\n')

describe('display_date of TimelineJS', () => {
  const slide = (start: object, display: string, end?: object) =>
    JSON.stringify({
      events: [
        { start_date: start, end_date: end, display_date: display, text: { headline: 'A' } },
      ],
    })
  const fifth = { year: 2020, month: 3, day: 5 }

  it.each([
    '5 February 2020',
    '2020年2月5日',
    'from 5 March 2020 onwards',
    '2020-03-05/2020-03-07',
  ])('is told where it is another date than start and end: %s', (display) => {
    const file = slide(fifth, display)
    expect(told(file)).toBe(
      `“display_date” says otherwise than the date, which counts: row 1 is 2020-03-05, not “${display}”`,
    )
    expect(madeOf(file, { into: empty, answers }).document.events[0]).toMatchObject({
      date: '2020-03-05',
      note: `The date is given as “${display}”.`,
    })
  })

  it.each(['5 March 2020', 'March 2020', '2020', 'One fine day', 'Spring'])(
    'is not where it names the day, perhaps among others, or no date: %s',
    (display) => {
      expect(told(slide(fifth, display))).toBe('')
    },
  )

  it('is told where it was edited alone, or stands beside a day that was, in a file of ours', () => {
    const into = document()
    const file = shownIn(timelineJs, into)
    const moved = file.replace(
      '"start_date":{"year":2020,"month":2,"day":24}',
      '"start_date":{"year":2020,"month":3,"day":4}',
    )
    expect(told(moved, into)).toContain('row 2 is 2020-03-04, not “截至2020年2月24日”')
    const edited = file.replace(
      '"display_date":"截至2020年2月24日"',
      '"display_date":"截至2020年3月4日"',
    )
    expect(told(edited, into)).toContain('row 2 is ../2020-02-24, not “截至2020年3月4日”')
  })
})

describe('columns of our own CSV that follow from the date', () => {
  it('say nothing else in a file that was not edited', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom('zh-Hans', 'en', 'zh-Hant'), (into, language) => {
        expect(told(shownIn(csv, into, language), into)).toBe('')
      }),
      { numRuns: 40 },
    )
  })

  it.each([
    ['"截至2020年2月24日"', '"截至2020年2月25日"', 'date_in_words', '截至2020年2月25日'],
    [',"2020-02-24","2020-02-24",', ',"2020-02-25","2020-02-24",', 'latest', '2020-02-25'],
  ])('are told where they were edited alone: %s', (from, to, header, text) => {
    const into = document()
    const file = shownIn(csv, into)
    const edited = file.replace(from, to)
    expect(edited).not.toBe(file)
    expect(told(edited, into)).toBe(
      `“${header}” says otherwise than the date, which counts: row 3 is ../2020-02-24, not “${text}”`,
    )
  })
})
