// Files of other programs, and our own, as events of a timeline.
import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { compile } from '../../src/edition/compile.ts'
import { readFile } from '../../src/extract/files/read-file.ts'
import { noMemory } from '../../src/extract/table/again.ts'
import { planImport, type ImportPlan } from '../../src/extract/table/plan.ts'
import { importWords } from '../../src/extract/words/words.ts'
import { csv } from '../../src/formats/csv.ts'
import { ndjson } from '../../src/formats/json/ndjson.ts'
import { document, source } from '../support/document.ts'
import { feed } from '../support/feed.ts'

const empty = document({
  language: 'en',
  title: 'The town',
  themes: [],
  actors: [],
  events: [],
  sources: [source({ published: '2024-03-13' })],
})

const answers = {
  source: 'town-news',
  'new/themes': 'add',
  'new/actors': 'add',
  'stretches/start_date': 'once',
  'timeline/title': 'take',
  'timeline/description': 'take',
}

function plan(
  content: string,
  given: object = answers,
  into: TimelineDocument = empty,
): ImportPlan {
  const found = readFile(new TextEncoder().encode(content))
  if (!found.ok) throw new Error(found.failure(importWords.en.files, 'file'))
  const words = importWords.en
  return planImport(found.value.tables, {
    document: into,
    memory: noMemory,
    answers: new Map(Object.entries(given)),
    words,
  })
}

function result(...given: Parameters<typeof plan>) {
  const { result: made, questions, lost } = plan(...given)
  if (made === null) throw new Error(`open: ${questions.map(({ id }) => id).join(', ')}`)
  return { ...made, lost }
}

describe('TimelineJS', () => {
  const slides = {
    title: { text: { headline: 'The <b>hall</b>', text: '<p>All of it</p>' } },
    events: [
      {
        unique_id: 'hall',
        start_date: { year: '2011', month: '5' },
        end_date: { year: '2011', month: '8' },
        display_date: 'Summer 2011',
        text: {
          headline: 'Hall built',
          text: "<p>By <a href='https://a.example/x'>Li &amp; co</a></p>",
        },
        media: { url: 'https://img.example/a.jpg', caption: 'The <i>hall</i>', credit: 'Zhou' },
        group: 'Buildings',
      },
      {
        start_date: { year: 2020, month: 2, day: 3, hour: 14, minute: 5 },
        end_date: { year: 2020, month: 2, day: 3, hour: 16 },
        text: { headline: 'Opened' },
      },
      { start_date: { year: -44, month: 3, day: 15 }, text: { headline: 'Ides' } },
      { start_date: { year: 2020, month: 2, day: 30 }, text: { headline: 'Never' } },
    ],
    eras: [{ start_date: { year: 2000 }, end_date: { year: 2001 } }],
  }

  it('keeps dates as precise as they are, texts, links and groups, and says what it does not keep', () => {
    const { document: made, bad, lost } = result(JSON.stringify(slides))
    expect(made.title).toBe('The hall')
    expect(made.description).toBe('All of it')
    expect(made.themes).toEqual([{ id: 'buildings', label: 'Buildings' }])
    expect(made.events.map(({ date }) => date)).toEqual([
      '2011-05/2011-08',
      '2020-02-03T14:05+08:00',
      '-0043-03-15',
    ])
    expect(made.events[0]).toMatchObject({
      summary: 'By Li & co',
      note: 'The date is given as “Summer 2011”.',
      links: [
        { url: 'https://a.example/x', title: 'Li & co' },
        { url: 'https://img.example/a.jpg', title: 'The hall' },
      ],
    })
    expect(bad).toMatchObject([{ at: 4, reasons: ['“2020-02-30”: no such date'] }])
    expect(lost.map(({ what }) => what).toSorted()).toEqual([
      'clock-ends',
      'credits',
      'eras',
      'years-before-christ',
    ])
  })

  it('is the same as a sheet', () => {
    const sheet = `Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background
,,,,,,,,,The hall,All of it,,,,,title,,
2011,5,,,2011,8,,,Summer 2011,Hall built,"<p>By <a href='https://a.example/x'>Li &amp; co</a></p>",https://img.example/a.jpg,Zhou,The hall,,,Buildings,
2000,,,,2001,,,,,An era,,,,,,era,,
`
    const { document: made, lost } = result(sheet)
    expect(made.title).toBe('The hall')
    expect(made.events).toMatchObject([
      { date: '2011-05/2011-08', title: 'Hall built', themes: ['buildings'] },
    ])
    expect(lost.map(({ what }) => what).toSorted()).toEqual(['credits', 'eras'])
  })
})

describe('iCalendar', () => {
  const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
  const calendar = (...lines: readonly string[]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')

  it('keeps days, exclusive ends, zones, categories and places, and withdraws what is cancelled', () => {
    const { document: made } = result(
      calendar(
        ...event(
          'UID:1',
          'DTSTART;VALUE=DATE:19980307',
          'SUMMARY:Founding\\, in the',
          '  mill',
          'CATEGORIES:Society,History',
          'LOCATION:Old Mill',
          'URL:https://a.example/',
        ),
        ...event(
          'UID:2',
          'DTSTART;VALUE=DATE:19990501',
          'DTEND;VALUE=DATE:19990504',
          'SUMMARY:Festival',
          'STATUS:CANCELLED',
        ),
        ...event('UID:3', 'DTSTART;TZID=China Standard Time:20200224T140000', 'SUMMARY:Meeting'),
        ...event('UID:4', 'DTSTART:20200224T013000Z', 'SUMMARY:Call'),
        ...event('UID:5', 'DTSTART;VALUE=DATE:20200224', 'DURATION:P2D', 'SUMMARY:Fair'),
        ...event('UID:6', 'DTSTART:20200605T180000', 'DTEND:20200607T120000', 'SUMMARY:Weekend'),
      ),
    )
    expect(made.events.map(({ date, status }) => [date, status])).toEqual([
      ['1998-03-07', undefined],
      ['1999-05-01/1999-05-03', 'withdrawn'],
      ['2020-02-24T14:00:00+08:00', undefined],
      ['2020-02-24T01:30Z', undefined],
      ['2020-02-24/2020-02-25', undefined],
      ['2020-06-05/2020-06-07', undefined],
    ])
    expect(made.events[0]).toMatchObject({
      title: 'Founding, in the mill',
      themes: ['society', 'history'],
      place: 'old-mill',
      links: [{ url: 'https://a.example/' }],
    })
  })

  it('reads names of actors of the timeline among the categories of a calendar', () => {
    const into: TimelineDocument = {
      ...empty,
      themes: [
        { id: 'floods', label: 'Floods' },
        { id: 'li', label: 'Both' },
      ],
      actors: [
        { id: 'council', kind: 'organization', name: 'Town council', aliases: { en: ['TC'] } },
        { id: 'both', kind: 'group', name: 'Both' },
      ],
    }
    const file = calendar(
      ...event(
        'UID:1',
        'DTSTART;VALUE=DATE:20200126',
        'SUMMARY:Round',
        'CATEGORIES:Floods,TC,Both,Town council',
      ),
    )
    const [made] = result(file, { source: 'town-news' }, into).document.events
    expect(made).toMatchObject({ themes: ['floods', 'li'], actors: ['council'] })
  })

  it('reads escapes in the dates and lists of our own calendars', () => {
    const { document: made } = result(
      calendar(
        ...event(
          'UID:1',
          'DTSTART;VALUE=DATE:20200126',
          'DTEND;VALUE=DATE:20200130',
          'SUMMARY:Round',
          String.raw`CATEGORIES:back\\,P2,a\, b\\\, c,d\\\\,e\\`,
          String.raw`X-EDTF:[2020-01-26\,2020-01-29]`,
        ),
      ),
    )
    expect(made.events.map(({ date }) => date)).toEqual(['[2020-01-26,2020-01-29]'])
    expect(made.themes.map(({ label }) => label)).toEqual([
      'back\\',
      'P2',
      'a, b\\, c',
      'd\\\\',
      'e\\',
    ])
  })

  it('lists what lasted under the civil days of the timeline, and counts its times', () => {
    const { document: made, lost } = result(
      calendar(
        ...event('UID:1', 'DTSTART:20200131T160000Z', 'DTEND:20200203T160000Z', 'SUMMARY:Fair'),
        ...event('UID:2', 'DTSTART:20200201T220000', 'DTEND:20200202T020000', 'SUMMARY:Night'),
        ...event('UID:3', 'DTSTART:20200201T090000', 'DTEND:20200201T120000', 'SUMMARY:Talk'),
        ...event('UID:4', 'DTSTART:20200201T000000', 'DTEND:20200203T000000', 'SUMMARY:Days'),
        ...event('UID:5', 'DTSTART:20200201T090000', 'DURATION:PT2H', 'SUMMARY:Walk'),
        ...event('UID:6', 'DTSTART:20200131T160000Z', 'DURATION:P3D', 'SUMMARY:Trip'),
        ...event('UID:7', 'DTSTART:20200131T160000Z', 'DURATION:PT72H', 'SUMMARY:Tour'),
        ...event('UID:8', 'DTSTART:20200201T180000', 'DURATION:P1DT6H0M0S', 'SUMMARY:Camp'),
      ),
    )
    expect(made.timeZone).toBe('Asia/Shanghai')
    expect(made.events.map(({ date }) => date)).toEqual([
      '2020-02-01/2020-02-03',
      '2020-02-01T22:00+08:00',
      '2020-02-01T09:00+08:00',
      '2020-02-01/2020-02-02',
      '2020-02-01T09:00+08:00',
      '2020-02-01/2020-02-03',
      '2020-02-01/2020-02-03',
      '2020-02-01/2020-02-02',
    ])
    expect(lost.find(({ what }) => what === 'clock-ends')).toEqual({
      what: 'clock-ends',
      at: [1, 2, 3, 4, 5, 6, 7, 8],
      count: 8,
    })
  })

  it('keeps the end of what has no start, and of which only one end is a day', () => {
    const { document: made, lost } = result(
      calendar(
        ...event('UID:1', 'DTEND;VALUE=DATE:20200209', 'SUMMARY:Siege'),
        ...event('UID:2', 'DTEND:20200208T120000', 'SUMMARY:Strike'),
        ...event('UID:3', 'DTSTART:20200126T090000', 'DTEND;VALUE=DATE:20200129', 'SUMMARY:Fair'),
        ...event('UID:4', 'DTSTART;VALUE=DATE:20200126', 'DTEND:20200128T120000', 'SUMMARY:Trip'),
        ...event(
          'UID:5',
          'DTSTART;VALUE=DATE:20200126',
          'DTEND;VALUE=DATE:20200126',
          'SUMMARY:Day',
        ),
      ),
    )
    expect(made.events.map(({ date }) => date)).toEqual([
      '/2020-02-08',
      '/2020-02-08',
      '2020-01-26/2020-01-28',
      '2020-01-26/2020-01-28',
      '2020-01-26',
    ])
    expect(lost.find(({ what }) => what === 'clock-ends')?.at).toEqual([2, 3, 4])
  })

  it.each([
    ['DTSTART;VALUE=DATE:20200126', 'DTEND;VALUE=DATE:20200199', '20200199'],
    ['DTSTART;VALUE=DATE:20200126', 'DURATION:P2X', 'P2X'],
    ['DTSTART;VALUE=DATE:20200126', 'DTEND;VALUE=DATE:20200120', '2020-01-19'],
    ['COMMENT:None', 'DURATION:P2D', 'P2D'],
  ])('tells an end that is none: %s %s', (start, end, words) => {
    const { bad } = result(calendar(...event('UID:1', start, end, 'SUMMARY:Siege')))
    expect(bad.flatMap(({ reasons }) => reasons)).toEqual([expect.stringContaining(words)])
  })

  it('never reads private events and the addresses of people, and says what is not kept', () => {
    const { document: made, lost } = result(
      calendar(
        ...event('UID:1', 'CLASS:PRIVATE', 'DTSTART;VALUE=DATE:20200224', 'SUMMARY:Secret'),
        ...event(
          'UID:2',
          'DTSTART;VALUE=DATE:20200224',
          'RRULE:FREQ=YEARLY',
          'SUMMARY:Open day',
          'DESCRIPTION:Ask li@a.example',
          'ATTENDEE;CN=Li:mailto:li@a.example',
          'BEGIN:VALARM',
          'TRIGGER:-PT15M',
          'DESCRIPTION:Secret',
          'END:VALARM',
        ),
        'BEGIN:VTODO',
        'SUMMARY:Secret',
        'END:VTODO',
      ),
    )
    expect(made.events).toMatchObject([{ title: 'Open day', summary: 'Ask …' }])
    expect(JSON.stringify([made, lost])).not.toMatch(/Secret|li@a/)
    expect(lost.map(({ what }) => what).toSorted()).toEqual([
      'alarms',
      'other-components',
      'people',
      'private-events',
      'recurrences',
    ])
  })

  it('knows its events again by their UID', () => {
    const first = calendar(
      ...event('UID:1', 'DTSTART;VALUE=DATE:20200224', 'SUMMARY:One'),
      ...event('UID:2', 'DTSTART;VALUE=DATE:20200225', 'SUMMARY:Two'),
    )
    const before = result(first)
    const found = readFile(
      new TextEncoder().encode(
        first.replace('20200225', '20200226').replace('SUMMARY:One', 'SUMMARY:Uno'),
      ),
    )
    if (!found.ok) throw new Error('unread')
    const again = planImport(found.value.tables, {
      document: before.document,
      memory: before.memory,
      answers: new Map(),
      words: importWords.en,
    })
    expect(again.result).toMatchObject({ added: [], changed: ['one', 'two'] })
    expect(again.result?.document.events.map(({ title, date }) => [title, date])).toEqual([
      ['Uno', '2020-02-24'],
      ['Two', '2020-02-26'],
    ])
  })
})

describe('our own files', () => {
  const path = join(import.meta.dirname, '../../data/fusha-2020/timeline.json')
  const text = readFileSync(path, 'utf8')
  const whole = JSON.parse(text) as TimelineDocument
  const { timeline, events } = compile(whole, null, { edition: 1, instant: '2026-10-01T08:30:00Z' })
  const input = feed({
    timeline,
    events: events.map((event) => ({ ...event, revision: event.changed })),
  })
  const without = { ...whole, events: [] }

  it('come back as they were, as a document and as NDJSON', () => {
    expect(
      result(text, {}, { ...without, themes: [], actors: [], sources: [] }).document.events,
    ).toEqual(whole.events)
    const { document: made } = result(ndjson.write(input), {}, without)
    const compiled = compile(made, null, { edition: 1, instant: '2026-10-01T08:30:00Z' }).events
    const byId = (all: typeof events) =>
      all.map((event) => ({ ...event, position: 0 })).toSorted((a, b) => a.id.localeCompare(b.id))
    expect(byId(compiled)).toEqual(byId(events))
  })

  it('keep ids as CSV, say that figures are not kept, and change nothing in their own timeline', () => {
    const { document: made, lost, bad } = result(csv.write(input), {}, without)
    expect(bad).toEqual([])
    const facts = (all: TimelineDocument) =>
      all.events
        .map(({ id, date, citations }) => [id, date, citations.map(({ exact }) => exact)] as const)
        .toSorted(([a], [b]) => a.localeCompare(b))
    expect(facts(made)).toEqual(facts(whole))
    expect(lost).toMatchObject([{ what: 'measures' }])
    expect(result(csv.write(input), {}, whole)).toMatchObject({ added: [], changed: [] })
  })
})
