// What a picture says of itself, in words and numbers, is true of what it shows.
import { expect, test } from 'vitest'
import { printHtml } from '../../src/markup/html.ts'
import { eventInPicture } from '../../src/page/list/picture/kept-picture.ts'
import { pageContext } from '../../src/page/page-context.ts'
import { timeline, timelineEvent } from '../support/feed.ts'
import { viewOfPicture } from '../support/pictures.ts'

test('the lane of what has none of its own leads nowhere on the page of an event', () => {
  const themes = Array.from({ length: 15 }, (_, i) => ({ id: `t-${i}`, label: { en: `T ${i}` } }))
  const event = timelineEvent({ themes: themes.map(({ id }) => id) })
  const view = { ...viewOfPicture([event]), timeline: timeline({ themes }) }
  const data = { by: 'theme', events: [event], selected: null, counts: null } as const
  const markup = printHtml(eventInPicture(event, data, pageContext(view)))
  expect(markup).toContain('<span class="lane-name has-dot"><span>3 more themes</span>')
  expect(markup).not.toContain('href=""')
})
