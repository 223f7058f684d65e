// A page tells a day as exact only where it is known: with its weekday, or with the name of a feast on
// the axis. The number of days of a list is in facts.test.ts.
import { expect, test } from 'vitest'
import { isToTheDay } from '../../src/domain/date/claims.ts'
import type { DateKind } from '../../src/domain/date/kinds.ts'
import { printHtml } from '../../src/markup/html.ts'
import { dateMarkup } from '../../src/page/card/date.ts'
import { pageContext } from '../../src/page/page-context.ts'
import { dated } from '../support/dates.ts'
import { timelineEvent } from '../support/feed.ts'
import { drawnPicture, viewOfPicture } from '../support/pictures.ts'

const dates: readonly (readonly [string, DateKind])[] = [
  ['2020-01-24', 'point'],
  ['2020-01-24~', 'point'],
  ['2020-01-24?', 'point'],
  ['2020-01-24%', 'point'],
  ['2020-01-24T18:00+08:00', 'point'],
  ['[2020-01-24..2020-01-25]', 'point'],
  ['2020-01', 'point'],
  ['2020-01-24/..', 'since'],
  ['2020-01-24~/..', 'since'],
  ['../2020-01-24?', 'asOf'],
  ['2020-01-24?/2020-02-01', 'span'],
]

test.each(dates)('the weekday of %s as %s is said only where it is the day', (date, kind) => {
  const when = dated(date, kind)
  const event = timelineEvent({ when })
  const markup = printHtml(dateMarkup(event, true, pageContext(viewOfPicture([event], 'en'))))
  expect(markup).toContain('class="date')
  expect(markup.includes('Friday')).toBe(kind === 'point' && isToTheDay(when))
})

test.each(dates)(
  '%s as %s gives a day of the axis its name only where it is the day',
  (...date) => {
    const when = dated(...date)
    const shown = [
      timelineEvent({ id: 'e-1', when, statedDate: '除夕' }),
      timelineEvent({ id: 'e-2', when: dated('2020-02-20', 'point') }),
    ]
    const markup = drawnPicture(viewOfPicture(shown, 'zh-Hans'))
    expect(markup).toContain('class="axis')
    expect(markup.includes('除夕 24日')).toBe(isToTheDay(when))
  },
)
