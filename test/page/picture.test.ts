// The picture of time: what stands where, and that it adds up.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimOf, keyEntriesOf } from '../../src/picture/claim.ts'
import { estimatedWidth, shortened } from '../../src/picture/glyphs.ts'
import { axisOfEvents, narrowest, packLane, type PicturedEvent } from '../../src/picture/lanes.ts'
import { maxMarked } from '../../src/picture/limits.ts'
import { everything, only } from '../../src/domain/query/event-query.ts'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { printHtml } from '../../src/markup/html.ts'
import { eventInPicture } from '../../src/page/list/picture/kept-picture.ts'
import { pageContext } from '../../src/page/page-context.ts'
import { toggle } from '../../src/page/list/picture/lanes.ts'
import { askedIn, ownLanes } from '../../src/page/list/picture/own-lanes.ts'
import { binOf, binSizes, countLanes } from '../../src/domain/query/lanes.ts'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { messages } from '../../src/messages/languages.ts'
import {
  drawnPicture as drawn,
  picturedEvents as events,
  viewOfPicture as view,
} from '../support/pictures.ts'
import { dated, datesAround2020 } from '../support/dates.ts'
import { day, timeline, timelineEvent } from '../support/feed.ts'

/** The lanes of a picture as their markup, with the count that the head of each says. */
const lanesOf = (markup: string) =>
  [...markup.matchAll(/<li class="lane [^"]*">(.*?)<\/li>/gs)].map(([, lane = '']) => ({
    lane,
    count: Number(/chip-count">(?:\d+\/)?(\d+)</.exec(lane)?.[1]),
  }))

const links = (markup: string) =>
  [...markup.matchAll(/<a [^>]*href="#(e-\d+)"/g)].map(([, id]) => id)

describe('in each lane', () => {
  test('marks and rings add up to its count, at every width', () => {
    fc.assert(
      fc.property(events, (shown) => {
        const lanes = lanesOf(drawn(view(shown)))
        expect(lanes.length).toBeGreaterThan(0)
        for (const { lane, count } of lanes) {
          const [dated = '', undated = ''] = lane.split('<div class="undated">')
          const [, ...plots] = dated.split(/<svg class="plot /)
          const rings = links(undated)
          expect(new Set([...links(dated), ...rings]).size).toBe(count)
          for (const plot of plots)
            expect(links(plot).length + rings.length, plot.slice(0, 10)).toBe(count)
        }
        const none = shown.filter(({ themes }) => themes.length === 0).length
        const all = shown.reduce((sum, { themes }) => sum + themes.length, none)
        expect(lanes.reduce((sum, { count }) => sum + count, 0)).toBe(all)
      }),
    )
  })

  test('bars and columns add up to its count, whatever the size of a bar', () => {
    fc.assert(
      fc.property(events, fc.constantFrom(...binSizes), (shown, size) => {
        const ids = ['prevention']
        const { lanes, rest, none } = countLanes(shown, ({ themes }) => themes, {
          ids,
          others: ['reopening'],
          size,
        })
        const sum = ({ bins, window, undated }: typeof none) =>
          [...bins.values()].reduce((a, b) => a + b, window + undated)
        const having = (id: string) => shown.filter(({ themes }) => themes.includes(id)).length
        expect(lanes.map(sum)).toEqual([having('prevention')])
        expect(sum(rest)).toBe(having('reopening'))
        expect(sum(none)).toBe(shown.filter(({ themes }) => themes.length === 0).length)
        for (const [start] of none.bins) expect(binOf(start, size)[0]).toBe(start)
      }),
    )
  })

  test('what the filter leaves out is pale, and stays where it is', () => {
    const shown = ['2020-01-26', '2020-02-10'].map((date, i) =>
      timelineEvent({ id: `e-${i}`, when: dated(date, 'point') }),
    )
    const whole = view(shown)
    const filtered = drawn({
      ...whole,
      events: shown.slice(0, 1),
      picture: { by: 'theme', events: shown, selected: new Set(['e-0']), counts: null },
    })
    expect(filtered).toContain('1/2')
    expect(
      [...filtered.matchAll(/events\/(e-\d)\?[^"]*" tabindex="-1" class="pale"/g)].map(
        ([, id]) => id,
      ),
      // With titles and without: more width says no more of so few.
    ).toEqual(['e-1', 'e-1'])
    const places = (markup: string) => [...markup.matchAll(/cx="[^"]*"/g)].map(String)
    expect(places(filtered)).toEqual(places(drawn(whole)))
  })

  test('more width has marks of its own only where it has longer titles or fewer rows', () => {
    const lanesOf = (title: string) => {
      const shown = ['2020-01-26', '2020-02-10'].map((date, i) =>
        timelineEvent({ id: `e-${i}`, when: dated(date, 'point'), title: { en: title } }),
      )
      return Array.from(drawn(view(shown)).matchAll(/<svg class="plot (.*?)"/g), ([, kind]) => kind)
    }
    expect(lanesOf('Short')).toEqual(['titled wide', 'bare'])
    expect(lanesOf('What happened in the town, and where, and who was there to see it')).toEqual([
      'wide',
      'titled',
      'bare',
    ])
  })
})

test('a picture that was laid out for another filter is the same as one laid out for its own', () => {
  const filters = fc.array(fc.func(fc.boolean()), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(events, filters, fc.func(fc.boolean()), (shown, selects, isListed) => {
      for (const isSelected of selects) {
        const selected = shown.filter(({ id }) => isSelected(id))
        const filtered = {
          ...view(shown),
          timeline: timeline(),
          query: {
            ...everything,
            themes: [only(selected.length % 2 ? 'prevention' : 'reopening')],
          },
          events: selected.filter(({ id }) => isListed(id)),
        }
        const data = {
          by: 'theme',
          selected: new Set(selected.map(({ id }) => id)),
          counts: null,
        } as const
        const kept = drawn({ ...filtered, timeline: known, picture: { ...data, events: shown } })
        expect(kept).toBe(drawn({ ...filtered, picture: { ...data, events: [...shown] } }))
      }
    }),
  )
})

test('so is the picture of an event that was laid out for another of the same themes', () => {
  fc.assert(
    fc.property(events, fc.constantFrom(...uiLanguages), (shown, ui) => {
      const data = { by: 'theme', selected: null, counts: null } as const
      const inPicture = (event: TimelineEvent, events: typeof shown, of: typeof known) => {
        const context = pageContext({ ...view(shown, ui), timeline: of })
        return printHtml(eventInPicture(event, { ...data, events }, context))
      }
      for (const event of shown) {
        const kept = inPicture(event, shown, known)
        expect(kept).toBe(inPicture(event, [...shown], timeline()))
        const own = new RegExp(
          `href="[^"]*/${event.id}\\?lang=${ui}" tabindex="-1"( class="pale")?`,
        )
        expect(own.exec(kept)?.[1]).toBeUndefined()
      }
    }),
  )
})

test('the picture of an event tells of the events of its lanes, and explains their marks alone', () => {
  fc.assert(
    fc.property(events, (shown) => {
      const context = pageContext({ ...view(shown), timeline: known })
      const data = { by: 'theme', events: shown, selected: null, counts: null } as const
      for (const event of shown) {
        const markup = printHtml(eventInPicture(event, data, context))
        const own = shown.filter(({ themes }) =>
          event.themes.length === 0
            ? themes.length === 0
            : themes.some((id) => event.themes.includes(id)),
        )
        const drawnIds = [...markup.matchAll(/href="[^"]*\/events\/(e-\d+)\?/g)].map(([, id]) => id)
        expect(new Set(drawnIds)).toEqual(new Set(own.map(({ id }) => id)))
        const undated = own.filter(({ when }) => when.named === null).length
        const [, told = '', dates = ''] =
          /<figcaption[^>]*>(\d+ events?) in .*; (.*)\.<\/figcaption>/.exec(markup) ?? []
        expect(told).toBe(`${own.length} ${own.length === 1 ? 'event' : 'events'}`)
        expect(dates).toBe(
          undated === 0
            ? 'all have a date'
            : `${own.length - undated} with a date, ${undated} without one`,
        )
        const explained = markup.split('<ul class="key"')[1]?.split('</ul>')[0] ?? ''
        const entries = own.flatMap(({ when }) => keyEntriesOf(claimOf(when, null)))
        expect(explained.split('<li>')).toHaveLength(new Set(entries).size + 1)
        expect(markup.includes('<span class="undated">No date</span>')).toBe(undated > 0)
      }
    }),
  )
})

test('an event alone is told as one, on the axis of a timeline that is counted', () => {
  const event = timelineEvent()
  const whole = countLanes([event], ({ themes }) => themes, { ids: [], others: [], size: 'month' })
  const counts = { size: 'month', ids: [], others: 2, total: 200, undated: 30 } as const
  const data = {
    by: 'theme',
    events: null,
    selected: null,
    counts: { ...counts, whole, found: whole },
  } as const
  const markup = printHtml(eventInPicture(event, data, pageContext(view([event]))))
  expect(markup).toMatch(/<figcaption[^>]*>1 event in .*; all have a date\./)
})

const known = timeline()

test('nothing in a row overlaps, and nothing leaves the picture, at the narrowest width of each kind', () => {
  let packed = 0
  fc.assert(
    fc.property(events, fc.constantFrom('wide', 'titled', 'bare'), (shown, kind) => {
      const pictured = shown.map(({ id, when, title }): PicturedEvent => ({
        id,
        when,
        attested: day('2021-01-01'),
        title: title['en'] ?? '',
      }))
      const axis = axisOfEvents(pictured)
      if (axis === null) return
      const width = narrowest[kind]
      const { marks, undated } = packLane(pictured, axis, { width, titled: kind !== 'bare' })
      expect(marks.length + undated.length).toBe(shown.length)
      for (const [i, { row, reach, title }] of marks.entries()) {
        packed++
        expect(title === undefined || reach.start >= -1, 'left').toBe(true)
        expect(title === undefined || reach.end <= width + 1, 'right').toBe(true)
        const beside = marks.slice(i + 1).filter((other) => other.row === row)
        for (const other of beside)
          expect(other.reach.start >= reach.end || reach.start >= other.reach.end).toBe(true)
      }
    }),
  )
  expect(packed).toBeGreaterThan(100)
})

test('a hard end stands on a bound of the event, and a fade has none', () => {
  fc.assert(
    fc.property(datesAround2020, ([date, kind]) => {
      const when = dated(date, kind)
      const claim = claimOf(when, day('2021-01-01'))
      expect(claim === null).toBe(when.named === null)
      if (claim === null) return
      const { earliest, latest, named } = when
      const bounds = kind === 'span' ? [earliest, latest] : named
      expect([claim.from, claim.to]).toEqual(bounds)
      expect(['dot', 'stop'].includes(claim.shape) && claim.from !== claim.to).toBe(false)
      expect(claim.shape === 'bar').toBe(kind === 'span')
      expect(claim.fade === 'after').toBe(kind === 'since')
      expect(claim.fade === 'before').toBe(kind === 'asOf' || kind === 'until')
      const before = keyEntriesOf(claim).filter((entry) => ['asOf', 'until'].includes(entry))
      expect(before).toEqual(claim.fade === 'before' ? [kind] : [])
    }),
  )
})

test('the estimate of a width grows with the text, and a shortened text keeps to its limit', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.integer({ min: 3, max: 40 }),
      (text, most) => {
        expect(estimatedWidth(`${text}字`)).toBeGreaterThan(estimatedWidth(text))
        expect(estimatedWidth(shortened(text, most))).toBeLessThanOrEqual(most)
      },
    ),
  )
})

test.each(uiLanguages)('in %s it is told in one sentence, and as a table', (ui) => {
  const markup = drawn(
    view(
      [timelineEvent(), timelineEvent({ id: 'e-2', when: dated('[..2020-03-13]', 'undated') })],
      ui,
    ),
  )
  const sentence = /<figcaption[^>]*>(.*?)<\/figcaption>/.exec(markup)?.[1]
  expect(sentence).toContain('2')
  expect(markup).toContain(messages[ui].list.picture.undatedColumn)
  expect(markup).toContain('<table>')
})

test('a span of some days among two thousand years has a bar that can be seen', () => {
  const dates = ['-0220-01-01', '1978-12-18/1978-12-22'] as const
  const markup = drawn(
    view(
      dates.map((date, i) =>
        timelineEvent({ id: `e-${i}`, when: dated(date, date.includes('/') ? 'span' : 'point') }),
      ),
    ),
  )
  const widths = lanesOf(markup).flatMap(({ lane }) =>
    [...lane.matchAll(/<rect class="bar"[^>]* width="([^"]*)"/g)].map(([, width]) => width),
  )
  expect(new Set(widths)).toEqual(new Set(['10']))
})

test('what a filter asks for has a lane of its own, whatever its count', () => {
  const ids = Array.from({ length: 20 }, (_, i) => `t-${i}`)
  const counts = new Map(ids.map((id, i) => [id, 100 - i]))
  expect(ownLanes(ids, counts, [])).toEqual(ids.slice(0, 12))
  const query = {
    themes: [
      { any: ['t-19', 't-3'], exclude: false },
      { any: ['t-15'], exclude: true },
    ],
    actors: [],
  }
  expect(ownLanes(ids, counts, askedIn(query, 'theme'))).toEqual([...ids.slice(0, 11), 't-19'])
  expect(ownLanes(ids, counts, ids.slice(5))).toEqual(ids.slice(5, 17))
})

test('the bars of many themes together do not make those of one theme low', () => {
  const events = Array.from({ length: 40 }, (_, i) =>
    timelineEvent({
      id: `e-${i}`,
      when: dated(`2020-0${1 + (i % 2)}-10`, 'point'),
      themes: [i < 6 ? 'prevention' : 'reopening'],
    }),
  )
  const whole = countLanes(events, ({ themes }) => themes, {
    ids: ['prevention'],
    others: ['reopening'],
    size: 'month',
  })
  const counts = { size: 'month', ids: ['prevention'], others: 5, total: 40, undated: 0 } as const
  const markup = drawn({
    ...view(events.slice(0, 1)),
    total: 40,
    picture: {
      by: 'theme',
      events: null,
      selected: null,
      counts: { ...counts, whole, found: whole },
    },
  })
  const heights = lanesOf(markup).map(({ lane }) =>
    [...lane.matchAll(/<rect class="count"[^>]*height="([\d.]+)em"/g)].map(([, height]) =>
      Number(height),
    ),
  )
  expect(heights).toEqual([
    [2.6, 2.6],
    [2.6, 2.6],
  ])
  expect(markup).toContain(
    'highest has 3 events; “5 more themes” has a scale of its own, with up to 17',
  )
})

test('more events than have marks of their own are no picture without counts', () => {
  expect(maxMarked).toBe(150)
  expect(drawn({ ...view([timelineEvent()]), total: 500 })).toBe('')
})

test.each([
  [[], 'a', [{ any: ['a'], exclude: false }]],
  [[{ any: ['b'], exclude: false }], 'a', [{ any: ['b', 'a'], exclude: false }]],
  [[{ any: ['a', 'b'], exclude: false }], 'a', [{ any: ['b'], exclude: false }]],
  [[{ any: ['a'], exclude: false }], 'a', []],
  [
    [{ any: ['a'], exclude: true }],
    'a',
    [
      { any: ['a'], exclude: true },
      { any: ['a'], exclude: false },
    ],
  ],
])('the head of a lane toggles: %j with %s', (clauses, id, expected) => {
  expect(toggle(clauses, id)).toEqual(expected)
})
