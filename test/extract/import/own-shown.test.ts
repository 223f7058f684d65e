// Calendars and slide shows of ours hold less of an event than its timeline: what is not edited in them leaves
// the event as it is, and what is edited is all that changes.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AuthoredEvent } from '../../../src/domain/document/event.ts'
import { withoutFrame } from '../../../src/extract/twice/unedited.ts'
import { ics } from '../../../src/formats/icalendar/ics.ts'
import { timelineJs } from '../../../src/formats/timelinejs.ts'
import { datesAround2020, instantsAround2020 } from '../../support/dates.ts'
import { citation, document, event, measure } from '../../support/document.ts'
import { askedBy, madeOf, planOf } from '../../support/import.ts'
import { shownIn } from '../../support/shown.ts'
import { documentsDated } from '../../support/timelines.ts'

const documents = documentsDated(fc.oneof(datesAround2020, instantsAround2020))

describe.each([ics, timelineJs])('a file of ours of $name', (format) => {
  it('says nothing new of the timeline that it is of, whatever that is', () => {
    let seen = 0
    const languages = fc.constantFrom('zh-Hans', 'en', 'zh-Hant', 'fr')
    fc.assert(
      fc.property(documents, languages, (into, language) => {
        const { questions, result } = planOf(shownIn(format, into, language), { into })
        expect(questions).toEqual([])
        expect(result).toMatchObject({ added: [], changed: [], bad: [], withdrawn: [] })
        expect(result?.document).toEqual(into)
        seen += result?.unchanged.length ?? 0
      }),
      { numRuns: 40 },
    )
    expect(seen).toBeGreaterThan(0)
  })
})

const typed = document({
  description: { 'zh-Hans': '镇上的事\n\n两年间', en: 'What happened' },
  events: [
    event({
      id: 'a',
      date: '[2020-02-01..2020-02-10]',
      kind: 'point',
      title: { 'zh-Hans': '支部', en: 'Branches' },
      summary: { 'zh-Hans': '十九个', en: 'Nineteen of them' },
      note: '注',
      status: 'disputed',
      themes: ['prevention', 'reopening'],
      links: [
        { url: 'https://a.example', title: '甲' },
        { url: 'https://b.example/', title: { 'zh-Hans': '乙', en: 'B' } },
      ],
      measures: [measure({ sourceWords: '19个' })],
      citations: [citation({ start: 4, end: 16, prefix: '镇报' })],
    }),
    event({ id: 'b', title: '无摘要', date: '2020-03', kind: 'span' }),
  ],
})
const [first, second] = typed.events as [AuthoredEvent, AuthoredEvent]

const calendar = shownIn(ics, typed)
const slides = shownIn(timelineJs, typed)
const folded = (text: string): string => text.replaceAll('\r\n ', '')

describe('what is edited in a file of ours after its import', () => {
  /** The event after an edit of the file, and what the import told. */
  const after = (file: string, edited: string) => {
    expect(edited).not.toBe(file)
    const { memory } = madeOf(file, { into: typed })
    const { settled } = planOf(edited, { into: typed, memory })
    const { document: made, changed } = madeOf(edited, { into: typed, memory })
    return { made: made.events, changed, settled }
  }
  const inCalendar = (from: string | RegExp, to: string) =>
    after(folded(calendar), folded(calendar).replace(from, to))
  const inSlides = (from: string | RegExp, to: string) => after(slides, slides.replace(from, to))

  it.each([
    [
      'the title of a calendar',
      () => inCalendar('SUMMARY:支部［有争议］', 'SUMMARY:两个支部［有争议］'),
    ],
    ['that of a slide', () => inSlides('"headline":"支部"', '"headline":"两个支部"')],
  ])('is all that changes: %s', (_, edit) => {
    const { made, changed } = edit()
    const title = { 'zh-Hans': '两个支部', en: 'Branches' }
    expect(made).toEqual([{ ...first, title }, second])
    expect(changed).toEqual(['a'])
  })

  it('is a text in the language of the file', () => {
    const english = folded(shownIn(ics, typed, 'en'))
    const { made } = after(english, english.replace('Nineteen of them', 'Twenty of them'))
    const summary = { 'zh-Hans': '十九个', en: 'Twenty of them' }
    expect(made).toEqual([{ ...first, summary }, second])
  })

  it('is a summary where there was none, without what stands around it', () => {
    const { made } = inCalendar(/(UID:b[\s\S]*DESCRIPTION:)/, String.raw`$1新的\n\n`)
    expect(made).toEqual([first, { ...second, summary: '新的' }])
  })

  it('is the day to which a calendar event was moved', () => {
    const { made, settled } = inCalendar(
      'DTSTART;VALUE=DATE:20200201\r\nDTEND;VALUE=DATE:20200211',
      'DTSTART;VALUE=DATE:20200205\r\nDTEND;VALUE=DATE:20200206',
    )
    const { kind: _, ...rest } = first
    expect(made).toEqual([{ ...rest, date: '2020-02-05' }, second])
    expect(settled.join(' ')).toContain('row 1 is 2020-02-05, not [2020-02-01..2020-02-10]')
  })

  it('is the day of a slide', () => {
    const { made } = inSlides(
      '"end_date":{"year":2020,"month":2,"day":10}',
      '"end_date":{"year":2020,"month":2,"day":9}',
    )
    expect(made[0]).toMatchObject({ date: '2020-02-01/2020-02-09' })
    expect(made[1]).toEqual(second)
  })

  it('are the themes, of which a slide has the first alone', () => {
    const { made } = inSlides('"group":"防控"', '"group":"复工"')
    expect(made).toEqual([{ ...first, themes: ['reopening'] }, second])
    const shown = inCalendar(/(UID:b[\s\S]*CATEGORIES:)防控/, '$1复工')
    expect(shown.made).toEqual([first, { ...second, themes: ['reopening'] }])
  })

  it('are links that are new, beside those that the timeline has', () => {
    const { made } = inSlides(
      /(?<="headline":"支部","text":")/,
      String.raw`<p><a href=\"https://c.example/\">丙</a></p>`,
    )
    expect(made[0]?.links).toEqual([
      ...(first.links ?? []),
      { url: 'https://c.example/', title: '丙' },
    ])
  })

  it('is asked about where it was never imported before', () => {
    const edited = folded(calendar).replace('SUMMARY:支部［有争议］', 'SUMMARY:两个支部［有争议］')
    expect(askedBy(edited, { into: typed })).toEqual(['both/a/title'])
  })
})

it('asks where it is said of an event that was added to a calendar of ours, and of it alone', () => {
  const more =
    'BEGIN:VEVENT\r\nUID:x\r\nDTSTART;VALUE=DATE:20200401\r\nSUMMARY:新\r\nEND:VEVENT\r\n'
  const edited = calendar.replace('END:VCALENDAR', `${more}END:VCALENDAR`)
  expect(askedBy(edited, { into: typed })).toEqual(['source'])
  const made = madeOf(edited, { into: typed, answers: { source: 'town-news' } })
  expect(made).toMatchObject({ changed: [], unchanged: ['a', 'b'] })
  expect(made.document.events.at(-1)).toMatchObject({ date: '2020-04-01', title: '新' })
})

it.each([
  ['Branches now (February)', 'Branches (February)', 'Branches', 'Branches now'],
  ['Now (March)', 'Branches (February)', 'Branches', 'Now (March)'],
  ['New\n\nSource: A', 'Source: A', '', 'New'],
  ['(a)', '(aa)', 'aa', '(a)'],
])('takes what our writers put around a text off, as far as it is there: %s', (...given) => {
  const [edited, written, own, text] = given
  expect(withoutFrame(edited, written, own)).toBe(text === '(a)' ? 'a' : text)
})
