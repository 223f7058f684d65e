// What calendars and slide shows of others say beside their events: it is taken, or told as not kept.
import { describe, expect, it } from 'vitest'
import { ics } from '../../../src/formats/icalendar/ics.ts'
import { timelineJs } from '../../../src/formats/timelinejs.ts'
import { document, event, source } from '../../support/document.ts'
import { askedBy, madeOf, planOf } from '../../support/import.ts'
import { shownIn } from '../../support/shown.ts'

const into = document({ events: [], sources: [source({ published: '2030-01-01' })] })
const answers = { source: 'town-news' }

function readWith(content: string) {
  const { lost, result } = planOf(content, { into, answers })
  return {
    lost: lost.map(({ what, at }) => [what, at]),
    event: result?.document.events[0],
  }
}

describe('a calendar', () => {
  const calendar = (lines: readonly string[], head: readonly string[] = []) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      ...head,
      'BEGIN:VEVENT',
      'UID:a',
      'DTSTART;VALUE=DATE:20200205',
      'SUMMARY:Opened',
      ...lines,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n')

  it('has its comments as the note of the event, without addresses of people', () => {
    const lines = ['COMMENT:Doors at ten\\, says a@b.example', 'COMMENT;LANGUAGE=en:Free']
    expect(readWith(calendar(lines))).toMatchObject({
      lost: [['people', [1]]],
      event: { note: 'Doors at ten, says …\nFree' },
    })
  })

  it.each([
    ['GEO:31.2;121.5', 'coordinates'],
    ['X-APPLE-STRUCTURED-LOCATION;VALUE=URI:geo:31.2,121.5', 'coordinates'],
    ['RESOURCES:PROJECTOR', 'other-properties'],
    ['RELATED-TO:b', 'other-properties'],
    ['CONFERENCE;VALUE=URI:https://call.example/1', 'other-properties'],
  ])('tells that it loses %s', (line, what) => {
    expect(readWith(calendar([line])).lost).toEqual([[what, [1]]])
  })

  it.each(['X-WR-CALDESC:All of it', 'X-WR-CALNAME:Town', 'DESCRIPTION:All', 'NAME:Town'])(
    'tells that it loses %s',
    (line) => {
      expect(readWith(calendar([], [line])).lost).toEqual([['about-calendar', []]])
    },
  )

  it('tells nothing where it says nothing more', () => {
    expect(readWith(calendar(['DTSTAMP:20200101T000000Z', 'TRANSP:OPAQUE'])).lost).toEqual([])
  })

  it('of ours tells nothing, and takes a comment that was added', () => {
    const own = document({ events: [event({ date: '2020-02-05', kind: 'point' })] })
    const file = shownIn(ics, own)
    expect(planOf(file, { into: own })).toMatchObject({ questions: [], lost: [] })
    const commented = file.replace('END:VEVENT', 'COMMENT:Free\r\nEND:VEVENT')
    expect(madeOf(commented, { into: own, answers: { both: 'table' } }).document.events).toEqual([
      { ...own.events[0], note: 'Free' },
    ])
  })

  it('of ours asks of a comment that was added to a note, and says nothing of the note', () => {
    const own = document({ events: [event({ id: 'a', note: 'Ours' })] })
    const file = shownIn(ics, own)
    expect(madeOf(file, { into: own }).document).toEqual(own)
    const commented = file.replace('END:VEVENT', 'COMMENT:Free\r\nEND:VEVENT')
    expect(askedBy(commented, { into: own })).toEqual(['both/a/note'])
  })
})

describe('slides of TimelineJS', () => {
  const url = 'https://img.example/a.jpg'
  const slides = (media: object) =>
    JSON.stringify({
      events: [{ start_date: { year: 2020, month: 2, day: 5 }, text: { headline: 'A' }, media }],
    })

  it.each([
    [{ url, caption: 'Hall' }, [{ url, title: 'Hall' }], []],
    [{ url, alt: 'A hall' }, [{ url, title: 'A hall' }], []],
    [{ url, title: 'Hall', alt: 'Hall' }, [{ url, title: 'Hall' }], []],
    [{ url, caption: 'Hall', title: 'B', alt: 'C' }, [{ url, title: 'Hall' }], ['media-texts']],
    [{ url, link: 'https://a.example/x' }, [{ url }, { url: 'https://a.example/x' }], []],
    [{ url, link: url }, [{ url }], []],
    [{ url, link: 'x' }, [{ url }], ['links-of-no-web-address']],
    [{ link: 'https://a.example/x' }, [{ url: 'https://a.example/x' }], []],
    [
      { url: '<iframe src="https://v.example/e"></iframe>', caption: 'Film' },
      [{ url: 'https://v.example/e' }],
      ['media-texts', 'images'],
    ],
  ])('keep of media %j what a link holds, and tell the rest', (media, links, lost) => {
    const read = readWith(slides(media))
    expect(read.event).toMatchObject({ links })
    expect(read.lost).toEqual(lost.map((what) => [what, [1]]))
  })

  it('as a sheet name the link by the alternative text, too', () => {
    const sheet = `Year,Month,Day,Headline,Text,Media,Media Caption,Alt Text,Type\n2020,2,5,A,,${url},,A hall,\n`
    expect(readWith(sheet).event).toMatchObject({ links: [{ url, title: 'A hall' }] })
    expect(readWith(sheet.replace(',,A hall', ',Hall,A hall')).lost).toEqual([['media-texts', [2]]])
  })

  it('as a sheet have columns that somebody has added, by their names or an answer', () => {
    const sheet =
      'Year,Headline,Text,Media,Type,来源,Weather\n,All,,,title,,\n2020,A,,,,town-news,Rain\n'
    expect(askedBy(sheet, { into, answers })).toContain('column/Weather')
    const given = {
      'column/Weather': 'note',
      'stretches/start_date': 'once',
      'timeline/title': 'keep',
    }
    expect(madeOf(sheet, { into, answers: given }).document.events).toMatchObject([
      { title: 'A', note: 'Rain', citations: [{ source: 'town-news' }] },
    ])
  })

  it('of ours tell nothing', () => {
    const own = document()
    expect(planOf(shownIn(timelineJs, own), { into: own })).toMatchObject({
      questions: [],
      lost: [],
    })
  })
})
