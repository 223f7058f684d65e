// What a picture says of itself, in words and numbers, is true of what it shows.
import { expect, test } from 'vitest'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { printHtml } from '../../src/markup/html.ts'
import { messages } from '../../src/messages/languages.ts'
import { eventInPicture } from '../../src/page/list/picture/kept-picture.ts'
import { pageContext } from '../../src/page/page-context.ts'
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
