// iCalendar (RFC 5545) by clause. What a title says without a clause is a rule of docs/formats.md.
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { ics } from '../../src/formats/icalendar/ics.ts'
import { addFolded } from '../../src/formats/icalendar/content-line.ts'
import { dated } from '../support/dates.ts'
import { feed, timeline, timelineEvent } from '../support/feed.ts'
import {
  contentLines,
  octetsOf,
  physicalLines,
  readText,
  textOf,
  valuesOf,
} from '../support/ics-octets.ts'

const written = (...events: Partial<TimelineEvent>[]) =>
  ics.write(feed({ events: events.map((event) => timelineEvent(event)) }))
const titled = (title: string) => written({ title: { 'zh-Hans': title } })
const vevent = (event: Partial<TimelineEvent> = {}) => readText(written(event)).components[0]!

function folded(line: string): string[] {
  const lines: string[] = []
  addFolded(lines, line)
  return lines
}
const octets = (line: string) => octetsOf(line).length

describe('3.1 Content Lines', () => {
  it('ends every line with CRLF, also the last', () => {
    const lines = physicalLines(octetsOf(written({})))
    expect(lines.length).toBeGreaterThan(25)
    expect(written({}).endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  it.each(['a', '复', 'é', '😀'])('does not fold 75 octets and folds 76, of %s', (character) => {
    const fill = 'SUMMARY:' + 'x'.repeat(67 - octets(character))
    expect(octets(fill + character)).toBe(75)
    expect(folded(fill + character)).toEqual([fill + character])
    expect(folded(`${fill}x${character}`)).toEqual([`${fill}x`, ` ${character}`])
  })

  it('counts the blank of a continuation among its 75 octets', () => {
    const lines = folded(`SUMMARY:${'x'.repeat(67 + 74 + 74)}`)
    expect(lines.map(octets)).toEqual([75, 75, 75])
  })

  it.each([
    ['of two octets', 'é'],
    ['of three octets', '复'],
    ['of four octets', '𠮷'],
  ])('never cuts inside a sequence %s', (_, character) => {
    for (let shift = 0; shift < 5; shift++) {
      const line = `SUMMARY:${'x'.repeat(shift)}${character.repeat(200)}`
      const lines = folded(line)
      expect(lines.length).toBeGreaterThan(4)
      expect(lines.every((piece) => piece.isWellFormed() && octets(piece) <= 75)).toBe(true)
      expect(lines.map((piece, index) => (index === 0 ? piece : piece.slice(1))).join('')).toBe(
        line,
      )
    }
  })

  it.each(['\\\\', '\\n', '\\;', '\\,'])('never cuts inside the escape pair %s', (pair) => {
    for (let shift = 0; shift < 3; shift++) {
      const lines = folded(`SUMMARY:${'x'.repeat(shift)}${pair.repeat(100)}`)
      expect(lines.length).toBeGreaterThan(2)
      for (const piece of lines) expect(/(?<!\\)(?:\\\\)*\\$/.test(piece)).toBe(false)
    }
  })

  it.each([' ', '\t', '\u3000'])('never cuts beside a blank, here U+%#', (blank) => {
    for (let shift = 0; shift < 20; shift++) {
      const lines = folded(`SUMMARY:${'x'.repeat(shift)}${`abcdef${blank}`.repeat(40)}`)
      expect(lines.length).toBeGreaterThan(3)
      lines.slice(1).forEach((piece, index) => {
        expect(/\s$/.test(lines[index]!)).toBe(false)
        expect(/^ \S/.test(piece)).toBe(true)
      })
    }
  })

  it('cuts beside a blank where there is nothing but blanks, and keeps all of them', () => {
    const line = `SUMMARY:${' '.repeat(300)}x`
    const lines = folded(line)
    expect(lines.every((piece) => octets(piece) <= 75 && piece.length > 1)).toBe(true)
    expect(lines.map((piece, index) => (index === 0 ? piece : piece.slice(1))).join('')).toBe(line)
  })

  it('never leaves an empty continuation', () => {
    for (let length = 60; length < 240; length++) {
      const lines = folded(`SUMMARY:${'x'.repeat(length)}`)
      expect(lines.every((piece) => piece.length > 1)).toBe(true)
    }
  })

  it('never cuts inside a name', () => {
    expect(folded(`SUMMARY:${'a '.repeat(60)}`)[0]).toMatch(/^SUMMARY:a/)
  })

  it.each(['\u0085', '\u2028', '\u2029'])(
    'lets nothing after a line separator of Unicode begin a line, here U+%#',
    (separator) => {
      const line = `DESCRIPTION:a${separator}END:VEVENT${separator}`
      expect(folded(line)).toEqual([`DESCRIPTION:a${separator}`, ` END:VEVENT${separator}`])
    },
  )

  it('unfolds to the same lines in another reader', () => {
    const title = '中文，折行；测试\\ '.repeat(20)
    const read = new ICAL.Component(ICAL.parse(titled(title)) as unknown[])
    const [event] = read.getAllSubcomponents('vevent')
    expect(event?.getFirstPropertyValue('summary')).toBe(title)
  })
})

describe('3.2.20 and 3.3.12 Time zones and times', () => {
  it('has no floating and no UTC times in events, only days', () => {
    const lines = contentLines(
      octetsOf(written({ when: dated('2020-03-13T07:45:00+08:00', 'point') })),
    )
    const days = lines.filter((line) => /^DT(?:START|END)/.test(line))
    expect(days).toEqual(['DTSTART;VALUE=DATE:20200313', 'DTEND;VALUE=DATE:20200314'])
    expect(lines.some((line) => line.includes('TZID'))).toBe(false)
  })
})

describe('3.3.5 Date-Time', () => {
  it('writes instants in UTC without fractions', () => {
    const revision = { edition: 4, instant: '2026-09-30T12:00:01.987Z' }
    expect(textOf(vevent({ revision }), 'DTSTAMP')).toBe('20260930T120001Z')
  })
})

describe('3.3.11 Text', () => {
  const raw = (title: string) => valuesOf(readText(titled(title)).components[0]!, 'SUMMARY')[0]

  it('escapes backslash, semicolon and comma, not colon and quotation mark', () => {
    expect(raw('a\\b;c,d:e"f')).toBe('a\\\\b\\;c\\,d:e"f')
  })

  it.each(['\r\n', '\r', '\n'])('writes any line break as one \\n, here case %#', (lineBreak) => {
    const summary = { 'zh-Hans': `一${lineBreak}二` }
    expect(valuesOf(vevent({ summary }), 'DESCRIPTION')[0]).toMatch(/^一\\n二\\n/)
  })

  it('drops C0 controls except TAB, and DEL', () => {
    const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code))
    const title = `a${controls.filter((control) => !/[\t\r\n]/.test(control)).join('')}\t\u007fb`
    expect(raw(title)).toBe('a\tb')
  })

  it('writes lone surrogates as U+FFFD', () => {
    expect(raw('a\ud800b\udc00c😀')).toBe('a\ufffdb\ufffdc😀')
  })

  it('cannot be left by a text that looks like the end of an event', () => {
    const attack = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:forged'
    const { components } = readText(written({ summary: { 'zh-Hans': attack } }))
    expect(components.length).toBe(1)
    expect(textOf(components[0]!, 'DESCRIPTION')).toContain(attack.replaceAll('\r\n', '\n'))
  })
})

describe('3.3.13 URI', () => {
  it('is not escaped as text and is ASCII', () => {
    const links = { ...feed().links, page: 'https://timelines.example/?theme=复工,抗疫;a=\\b"' }
    expect(valuesOf(readText(ics.write(feed({ links }))), 'URL')).toEqual([
      'https://timelines.example/?theme=%E5%A4%8D%E5%B7%A5,%E6%8A%97%E7%96%AB;a=\\b%22',
    ])
  })
})

describe('3.4 and 3.6 iCalendar object', () => {
  it('begins with VERSION, PRODID, CALSCALE, then name and description', () => {
    expect(readText(written({})).properties.map(({ name }) => name)).toEqual([
      'VERSION',
      'PRODID',
      'CALSCALE',
      'NAME',
      'X-WR-CALNAME',
      'DESCRIPTION',
      'X-WR-CALDESC',
      'SOURCE',
      'URL',
      'REFRESH-INTERVAL',
      'X-PUBLISHED-TTL',
      'COLOR',
      'LAST-MODIFIED',
    ])
  })

  it('has no METHOD and no UID of the calendar', () => {
    const calendar = readText(written({}))
    expect(valuesOf(calendar, 'METHOD')).toEqual([])
    expect(valuesOf(calendar, 'UID')).toEqual([])
  })

  it.each([
    ['Asia/Shanghai', 'Asia/Shanghai', '+0800'],
    ['Europe/Berlin', 'Etc/UTC', '+0000'],
    ['Etc/UTC', 'Etc/UTC', '+0000'],
  ])('has a component also without events: the time zone %s', (timeZone, id, offset) => {
    const calendar = readText(ics.write(feed({ events: [], timeline: timeline({ timeZone }) })))
    expect(calendar.components.map(({ name }) => name)).toEqual(['VTIMEZONE'])
    const [zone] = calendar.components
    expect(textOf(zone!, 'TZID')).toBe(id)
    const offsets = zone!.components.flatMap((observance) => valuesOf(observance, 'TZOFFSETTO'))
    expect(offsets).toContain(offset)
  })

  it('has a time zone only without events', () => {
    const calendar = readText(written({}, { id: 'other' }))
    expect(calendar.components.map(({ name }) => name)).toEqual(['VEVENT', 'VEVENT'])
  })
})

describe('3.6.1 Event Component', () => {
  it('has each of its properties once', () => {
    expect(vevent({ place: 'town' }).properties.map(({ name }) => name)).toEqual([
      'UID',
      'DTSTAMP',
      'LAST-MODIFIED',
      'SEQUENCE',
      'DTSTART',
      'DTEND',
      'SUMMARY',
      'DESCRIPTION',
      'LOCATION',
      'CATEGORIES',
      'STATUS',
      'TRANSP',
      'URL',
      'X-EDTF',
    ])
  })

  it('has no alarm, organizer, attendee, recurrence, and nothing of RFC 9253 and RFC 9073', () => {
    const event = vevent()
    expect(event.components).toEqual([])
    const names = event.properties.map(({ name }) => name).join()
    expect(names).not.toMatch(/ORGANIZER|ATTENDEE|RRULE|LINK|CONCEPT|STRUCTURED-DATA/)
  })

  it('has days on both ends, the end after the last day', () => {
    const { properties } = vevent({ when: dated('2021-12-28/2022-01-03', 'span') })
    const ends = properties.filter(({ name }) => name.startsWith('DT') && name !== 'DTSTAMP')
    expect(ends).toEqual([
      { name: 'DTSTART', parameters: ';VALUE=DATE', value: '20211228' },
      { name: 'DTEND', parameters: ';VALUE=DATE', value: '20220104' },
    ])
  })
})

describe('3.8.1 Descriptive properties', () => {
  it('3.8.1.2 has a comma between categories and an escaped one inside', () => {
    const themes = [{ id: 'prevention', label: { 'zh-Hans': '防,控;"全"' }, color: 0 }]
    const [event] = readText(ics.write(feed({ timeline: timeline({ themes }) }))).components
    expect(valuesOf(event!, 'CATEGORIES')).toEqual(['防\\,控\\;"全",镇委'])
  })

  it('3.8.1.11 is CONFIRMED or TENTATIVE', () => {
    expect(textOf(vevent(), 'STATUS')).toBe('CONFIRMED')
    expect(textOf(vevent({ when: dated('2020-02~', 'point') }), 'STATUS')).toBe('TENTATIVE')
  })
})

describe('3.8.2.7 Time Transparency', () => {
  it('leaves the time of its subscribers free', () => {
    expect(textOf(vevent(), 'TRANSP')).toBe('TRANSPARENT')
  })
})

describe('3.8.4.7 Unique Identifier', () => {
  it('is of event, timeline and authority, and of no edition', () => {
    expect(textOf(vevent(), 'UID')).toBe('branches-formed.town-2020@timelines.example')
  })
})

describe('3.8.7 Change management', () => {
  it('has the last change of the content as DTSTAMP and LAST-MODIFIED, and counts the editions since the first', () => {
    const event = vevent({
      first: { edition: 2, instant: '2026-09-01T12:00:00.000Z' },
      revision: { edition: 6, instant: '2026-09-30T12:00:01.000Z' },
    })
    expect(textOf(event, 'DTSTAMP')).toBe('20260930T120001Z')
    expect(textOf(event, 'LAST-MODIFIED')).toBe('20260930T120001Z')
    expect(textOf(event, 'SEQUENCE')).toBe('4')
  })
})
