// What a picture says of itself, in words and numbers, is true of what it shows.
import { expect, test } from 'vitest'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { countLanes } from '../../src/domain/query/lanes.ts'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { printHtml } from '../../src/markup/html.ts'
import { messages } from '../../src/messages/languages.ts'
import { eventInPicture } from '../../src/page/list/picture/kept-picture.ts'
import { pageContext } from '../../src/page/page-context.ts'
import type { PictureCounts } from '../../src/page/view.ts'
import { dated } from '../support/dates.ts'
import { timeline, timelineEvent } from '../support/feed.ts'
import { drawnPicture, viewOfPicture } from '../support/pictures.ts'

test('the lane of what has none of its own leads nowhere on the page of an event', () => {
  const themes = Array.from({ length: 15 }, (_, i) => ({ id: `t-${i}`, label: { en: `T ${i}` } }))
  const event = timelineEvent({ themes: themes.map(({ id }) => id) })
  const view = { ...viewOfPicture([event]), timeline: timeline({ themes }) }
  const data = { by: 'theme', events: [event], selected: null, counts: null } as const
  const markup = printHtml(eventInPicture(event, data, pageContext(view)))
  expect(markup).toContain('<span class="lane-name has-dot"><span>3 more themes</span>')
  expect(markup).not.toContain('href=""')
})

test.each(uiLanguages)('in %s the rows are named by what they filter by', (ui) => {
  const event = timelineEvent()
  const list = viewOfPicture([event], ui)
  const markup = (by: 'theme' | 'actor') =>
    drawnPicture({ ...list, picture: { by, events: [event], selected: null, counts: null } })
  const { byTheme, picture } = messages[ui].list
  expect(markup('theme')).toContain(`<nav aria-label="${byTheme}"`)
  expect(markup('actor')).toContain(`<nav aria-label="${picture.by.actor}"`)
})

/** In place of so many events. */
function countsOf(
  events: readonly TimelineEvent[],
  ids: readonly string[],
  others: readonly string[],
): PictureCounts {
  const size = 'month'
  const whole = countLanes(events, ({ themes }) => themes, { ids, others, size })
  const undated = events.filter(({ when }) => when.named === null).length
  const counts = { size, ids, others: others.length, total: events.length, undated } as const
  return { ...counts, whole, found: whole }
}

function countedPicture(...counted: Parameters<typeof countsOf>) {
  const counts = countsOf(...counted)
  return drawnPicture({
    ...viewOfPicture([]),
    total: counts.total,
    picture: { by: 'theme', events: null, selected: null, counts },
  })
}

test('the day of the sources is a line where it is on the axis', () => {
  const event = (id: string, date: string) =>
    timelineEvent({ id, when: dated(date, date.endsWith('..') ? 'since' : 'point') })
  const points = [event('a', '2020-01-26'), event('b', '2020-02-10')]
  expect(drawnPicture(viewOfPicture(points))).not.toContain('class="horizon"')
  const since = [...points, event('c', '2020-02-12/..')]
  expect(drawnPicture(viewOfPicture(since))).toContain('class="horizon"')
})

test('what lasts beyond all bars of its timeline ends on the axis where it ended', () => {
  const point = timelineEvent({ id: 'point', when: dated('2020-01-26', 'point') })
  const event = timelineEvent({ when: dated('2020-01-20/2021-12-31', 'span') })
  const counts = countsOf([point, event], ['prevention'], [])
  const data = { by: 'theme', events: null, selected: null, counts } as const
  const markup = printHtml(eventInPicture(event, data, pageContext(viewOfPicture([event]))))
  expect(markup).toMatch(/<svg class="axis wide".*>2021</s)
})

test.each(['[..2020-03-13]', '[2019-11-01..2020-02-01]'])(
  'of events of %s alone there is no bar, and no scale of bars',
  (date) => {
    const when = dated(date, date.startsWith('[..') ? 'undated' : 'point')
    const markup = countedPicture([timelineEvent({ when })], ['prevention'], [])
    expect(markup).not.toContain('class="bin"')
    expect(markup).not.toContain('One bar a')
    expect(markup).toContain('<figcaption')
  },
)

test('where only the other themes together have bars, these have the scale', () => {
  const undated = timelineEvent({
    when: dated('[..2020-03-13]', 'undated'),
    themes: ['prevention'],
  })
  const point = timelineEvent({ id: 'e-2', themes: ['reopening'] })
  const markup = countedPicture([undated, point], ['prevention'], ['reopening'])
  expect(markup).toContain('<p class="key">One bar a month; the highest has 1 event</p>')
})

test('a table of marks has no bars that an event could lie in several of', () => {
  const when = dated('[2019-11-01..2020-02-01]', 'point')
  const markup = drawnPicture(viewOfPicture([timelineEvent({ when })]))
  expect(markup).toContain('<th scope="row">Month not known</th>')
  expect(markup).not.toContain('Several bars')
  expect(countedPicture([timelineEvent({ when })], ['prevention'], [])).toContain('Several bars')
})
