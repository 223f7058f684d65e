// Every template of the element's own, printed with hostile texts. Those that it shares with pages are
// printed by the pages' tests.
import { everything } from '../../../src/domain/query/event-query.ts'
import { expect, test } from 'vitest'
import { html, printHtml, type Html } from '../../../src/markup/html.ts'
import { datesIn } from '../../../src/widget/api/answers.ts'
import { contextOf } from '../../../src/page/context.ts'
import type { ListView } from '../../../src/page/view.ts'
import { messages } from '../../../src/messages/languages.ts'
import {
  countText,
  failureNote,
  footerOf,
  headerOf,
  picturePart,
  shell,
} from '../../../src/widget/view/frame.ts'
import { controlsOf, menuOf, notesOf } from '../../../src/widget/lazy/controls.ts'
import { countPart } from '../../../src/widget/lazy/counts.ts'
import { themeChips } from '../../../src/page/list/chips.ts'
import { cards, sections } from '../../../src/widget/view/sections.ts'
import type { ElementSettings } from '../../../src/widget/settings.ts'
import type { LoadedList } from '../../../src/widget/api/loaded-list.ts'
import { timeline, timelineEvent } from '../../support/feed.ts'

const hostile = `"><img src=x onerror=alert(1)>`
const event = timelineEvent({
  title: { en: hostile },
  summary: { en: hostile },
  statedDate: hostile,
})
const view: ListView = {
  publicUrl: 'https://timelines.example',
  base: 'https://timelines.example',
  speech: { ui: 'en', content: 'en', inAddress: true },
  timeline: timeline({ title: { en: hostile }, description: { en: hostile } }),
  query: { ...everything, terms: [hostile] },
  events: [event],
  total: 0,
  setAside: 2,
  choices: { theme: new Map(), all: 2, source: new Map(), actor: new Map([['li-ming', 1]]) },
  times: {
    month: new Map([
      ['2020-01', 2],
      ['2020-02', 1],
    ]),
    window: new Map(),
    undated: 0,
  },
}
const pictured: ListView = {
  ...view,
  picture: { by: 'theme', events: [event], selected: null, counts: null },
}
const settings: ElementSettings = {
  base: 'https://timelines.example',
  timeline: 'town-2020',
  filter: [],
  language: 'en',
  limit: undefined,
  layout: 'auto',
  level: 2,
  sync: false,
}
const context = contextOf(view, { words: messages.en.list, dates: datesIn('en') }, view.base)
const source = { times: view.times, query: view.query, loaded: [event] } as unknown as LoadedList
const edition = { number: 3, published: '2026-10-01T08:30:00Z' }
const hostileWords = {
  cards: { ...messages.en.list, reset: hostile },
  widget: { ...messages.en.widget, retry: hostile, stale: hostile },
  more: '',
}

const printed: Record<string, Html | readonly Html[]> = {
  shell: shell(settings),
  headerOf: headerOf(settings, context),
  picturePart: picturePart(pictured, settings, () => false, context) || html``,
  footerOf: footerOf({ ...view, total: 9 }, 3, context),
  'failureNote that may pass': failureNote(hostile, { isStale: true, way: 'retry' }, hostileWords),
  'failureNote of a filter': failureNote(hostile, { isStale: true, way: hostile }, hostileWords),
  notesOf: notesOf(view, context),
  controlsOf: controlsOf(view, context),
  menuOf: menuOf(event, { query: view.query, edition }, context),
  cards: cards({ section: '2020-01', events: [event], from: 0 }, 4, context),
  sections: sections(source, 3, context),
}

test.each(Object.entries(printed))('%s keeps hostile texts inert', (_, markup) => {
  const text = [markup].flat().map(printHtml).join('')
  expect(text.length).toBeGreaterThan(20)
  expect(text).not.toContain('<img')
  // Escaped text has no quotation marks.
  const attributes =
    text
      .replaceAll(/"[^"]*"/g, '')
      .match(/<[^>]*>/g)
      ?.join('') ?? ''
  expect(attributes).not.toMatch(/\s(?:style|on\w+)=/)
})

test('a month that a limit leaves without events is left out', () => {
  expect(printHtml(sections(source, 3, context)).match(/<section/g)).toHaveLength(1)
})

test('the element has one section in the order of changes', () => {
  const query = { ...everything, sort: '-updated' } as const
  const printed = printHtml(sections({ ...source, query }, 3, context))
  expect(printed.match(/<section/g)).toHaveLength(1)
  expect(printed).toContain('Last changed first <small>')
  expect(printed).not.toContain('aria-labelledby="_2020')
})

test('the element says what narrows it, each condition with a link that removes it [fault 2.2]', () => {
  const query = {
    ...everything,
    themes: [{ any: ['prevention'], exclude: true }],
    sort: '-date',
  } as const
  const notes = printHtml(notesOf({ ...view, query, setAside: 0, total: 1 }, context))
  expect(notes.match(/without Prevention|newest first/g)).toHaveLength(2)
  expect(notes).toContain(
    'href="https://timelines.example/timelines/town-2020?sort=-date&amp;lang=en"',
  )
  expect(notes).toContain(
    'href="https://timelines.example/timelines/town-2020?theme=-prevention&amp;lang=en"',
  )
  // One theme is what its chip shows.
  const one = { ...everything, themes: [{ any: ['prevention'], exclude: false }] }
  expect(printHtml(notesOf({ ...view, query: one, setAside: 0, total: 1 }, context))).toBe('')
})

test('the footer says where a total is an upper bound', () => {
  const footer = (more: { readonly atMost?: true }) =>
    printHtml(footerOf({ ...view, total: 214, ...more }, 3, context))
  expect(footer({ atMost: true })).toContain('≤214')
  expect(footer({})).not.toContain('≤')
})

test('every number of an answer whose counts are upper bounds says so, but for none', () => {
  const both = { count: 9, found: 7 }
  const lane = { bins: [{ from: '2020-01-01', ...both }], window: both, undated: both }
  const none = { bins: [], window: { count: 0, found: 0 }, undated: { count: 0, found: 0 } }
  const drawn = (relation: 'eq' | 'lte') => {
    const picture = countPart.picturedCounts({
      edition: 3,
      by: 'theme',
      size: 'month',
      total: { ...both, relation },
      undated: both,
      lanes: [{ id: 'prevention', ...lane }],
      rest: { lanes: 0, ...none },
      none,
    })
    const atMost = relation === 'lte' && ({ atMost: true } as const)
    const theme = new Map([['prevention', 5]])
    const choices = { ...view.choices, theme, source: new Map(), ...atMost }
    const shown = { ...view, choices, picture, counted: countPart, ...atMost }
    return [
      themeChips(shown, context.addresses.timeline, context),
      controlsOf(shown, context),
      notesOf(shown, context),
      sections({ ...source, ...atMost }, 3, context),
      picturePart(shown, settings, () => false, context) || html``,
    ].map((part) =>
      printHtml(part)
        .replaceAll('alert(1)', '')
        .match(/(?<=<small>|chip-count">|<\/span>|<\/svg>|\(|: |notice">)[≤\d/]+(?=<|\)| events)/g)
        ?.join(' '),
    )
  }
  // The sentence of the picture is about the whole timeline.
  expect(drawn('eq')).toEqual(['2 5 0', '5 5 1 1', '2', '2', '21/27 7/9 7/9 7/9 27'])
  expect(drawn('lte')).toEqual(['≤2 ≤5 0', '≤5 ≤5 ≤1 ≤1', '≤2', '≤2', '≤21/27 ≤7/9 ≤7/9 ≤7/9 27'])
})

test('the element says where it shows only a part of its events', () => {
  const text = (isPart: boolean, layout: ElementSettings['layout'], atMost?: true) =>
    countText(
      { total: 31, loaded: [event], isPart, ...(atMost && { atMost }) },
      { layout },
      {
        cards: messages.en.list,
        widget: messages.en.widget,
      },
    )
  expect(text(true, 'auto')).toBe('Events shown: 1 of 31')
  expect(text(true, 'compact', true)).toBe('Events shown: 1 of ≤31')
  expect(text(false, 'auto')).toBe('31 events')
  // The picture shows them all.
  expect(text(true, 'picture')).toBe('31 events')
})
