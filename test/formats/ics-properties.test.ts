// Whatever the texts, the calendar is well-formed, says the same and says it again in the same octets.
import fc from 'fast-check'
import ICAL from 'ical.js'
import { nestedQuotes } from '../../src/domain/text/nested-quotes.ts'
import { describe, expect, it } from 'vitest'
import { printDay } from '../../src/domain/date/civil-day.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { ics } from '../../src/formats/icalendar/ics.ts'
import { calendarDate } from '../../src/formats/icalendar/calendar-date.ts'
import { leftOut } from '../../src/formats/icalendar/calendar.ts'
import { feed, timelineEvent } from '../support/feed.ts'
import { readText, readTexts, textOf, valuesOf } from '../support/ics-octets.ts'
import { hostileFeed } from './hostile-feed.ts'

const attacks = [
  'END:VEVENT',
  '\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n',
  '\u2028END:VEVENT\u2028',
  '\\n',
  '\\\\',
  '\\;',
  ';;,,',
  '\t \t',
  'a b c d e f g h i j k l m n o p q r s t u v w x y z',
  '复工',
  '👩‍👩‍👧🇨🇳',
  '\ud800',
  '\0',
  'x'.repeat(66),
]

const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: 'binary', maxLength: 90 })), {
    maxLength: 5,
  })
  .map((parts) => parts.join(''))

const feedOf = ({ title, summary, exact, label }: Record<string, string>): FormatInput => {
  const plain = feed()
  const themes = [{ id: 'prevention', label: { 'zh-Hans': label! }, color: 3 }]
  return feed({
    timeline: { ...plain.timeline, themes },
    events: [
      timelineEvent({
        title: { 'zh-Hans': title! },
        summary: { 'zh-Hans': summary! },
        citations: [{ source: 'town-news', exact: exact! }],
      }),
    ],
  })
}

const feeds = fc
  .record({ title: hostileText, summary: hostileText, exact: hostileText, label: hostileText })
  .map((texts) => ({ texts, written: feedOf(texts) }))

/** The text as docs/formats.md promises it, character by character. */
const carried = (text: string): string =>
  Array.from(text.replace(/\r\n|\r/g, '\n'), (character) => {
    const code = character.codePointAt(0)!
    if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
    return (code >= 0x20 && code !== 0x7f) || character === '\n' || character === '\t'
      ? character
      : ''
  }).join('')

const onOneLine = (text: string) => carried(text).replace(/[\n\u0085\u2028\u2029]+/g, ' ')

describe('an iCalendar of any texts', () => {
  it('unfolds and unescapes to the same texts', () => {
    fc.assert(
      fc.property(feeds, ({ texts, written }) => {
        const [event, ...more] = readText(ics.write(written)).components
        expect(more).toEqual([])
        const title = onOneLine(texts.title)
        expect(textOf(event!, 'SUMMARY')).toBe(title.trim() === '' ? 'branches-formed' : title)
        expect(valuesOf(event!, 'CATEGORIES').flatMap(readTexts)).toEqual([
          onOneLine(texts.label),
          '镇委',
        ])
        const description = textOf(event!, 'DESCRIPTION')
        expect(description.startsWith(carried(texts.summary))).toBe(true)
        expect(description).toContain(`“${nestedQuotes(carried(texts.exact))}”`)
      }),
      { numRuns: 500 },
    )
  })

  it('has one event a dated event, in order, and counts the others', () => {
    let seen = 0
    fc.assert(
      fc.property(hostileFeed, (written) => {
        const { components } = readText(ics.write(written))
        const events = components.filter(({ name }) => name === 'VEVENT')
        const dated = written.events.filter((event) => calendarDate(event, written.vague) !== null)
        expect(events.map((event) => textOf(event, 'UID'))).toEqual(
          dated.map(({ id }) => `${id}.town-2020@timelines.example`),
        )
        expect(leftOut(written)).toBe(written.events.length - dated.length)
        expect(components.length).toBe(Math.max(1, dated.length))
        seen += events.length
      }),
      { numRuns: 300 },
    )
    expect(seen).toBeGreaterThan(100)
  })

  it('is read by ical.js with the same texts and days', () => {
    let seen = 0
    fc.assert(
      fc.property(hostileFeed, (written) => {
        const text = ics.write(written)
        const read = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent')
        const strict = readText(text).components.filter(({ name }) => name === 'VEVENT')
        expect(read.length).toBe(strict.length)
        read.forEach((component, index) => {
          const event = new ICAL.Event(component)
          expect(event.summary).toBe(textOf(strict[index]!, 'SUMMARY'))
          expect(event.description).toBe(textOf(strict[index]!, 'DESCRIPTION'))
          const source = written.events.find(({ id }) => event.uid.startsWith(`${id}.`))!
          const date = calendarDate(source, written.vague)!
          expect(event.startDate.isDate && event.endDate.isDate).toBe(true)
          expect(String(event.startDate)).toBe(printDay(date.start))
          expect(String(event.endDate)).toBe(printDay(date.end))
          seen++
        })
      }),
      { numRuns: 200 },
    )
    expect(seen).toBeGreaterThan(100)
  })

  it('is the same octets every time', () => {
    fc.assert(
      fc.property(hostileFeed, (written) => {
        expect(ics.write(structuredCloneOf(written))).toBe(ics.write(written))
      }),
      { numRuns: 100 },
    )
  })
})

/** A feed of the same contents that shares no object with the first. */
const structuredCloneOf = ({ links, ...rest }: FormatInput): FormatInput => ({
  ...structuredClone(rest),
  links,
})
