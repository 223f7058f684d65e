// Texts of several languages on one page: each stands in an element of its own language, on pages and in
// the element. Texts here end with the tag of their language, and a reader of HTML says where they stand.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCanonical } from '../../../src/address/canonical.ts'
import type { TimelineEvent } from '../../../src/domain/document/event.ts'
import type { Timeline } from '../../../src/domain/document/timeline.ts'
import { countTimes } from '../../../src/domain/query/counts.ts'
import { everything } from '../../../src/domain/query/event-query.ts'
import type { UiLanguage } from '../../../src/domain/text/ui-language.ts'
import { html, printHtml } from '../../../src/markup/html.ts'
import { contextOf } from '../../../src/page/context.ts'
import { messages } from '../../../src/messages/languages.ts'
import { datesIn } from '../../../src/widget/api/answers.ts'
import { cards } from '../../../src/widget/view/sections.ts'
import { timeline, timelineEvent } from '../../support/feed.ts'
import { renderEventPage, renderTimelinePage } from '../../support/rendered.ts'

const publicUrl = 'https://timelines.example'
const edition = { number: 3, published: '2026-10-01T08:30:00Z' }

/** Languages of texts, two of them languages of the page. */
const tags = ['ar', 'de', 'ja', 'en', 'zh-Hans'] as const

let count = 0
const someText = fc.constantFrom(...tags).map((tag) => ({ [tag]: `text${count++}(${tag})` }))

const figure = fc.record(
  {
    label: someText,
    value: fc.nat(),
    // In Latin letters alone a Chinese or Japanese unit would be a sign of every language.
    unit: someText.map((text) =>
      Object.fromEntries(Object.entries(text).map(([tag, words]) => [tag, `${words}家`])),
    ),
    bound: fc.constantFrom('over' as const, 'under' as const),
    approximate: fc.boolean(),
  },
  { requiredKeys: ['label', 'value'] },
)

const mixedTimeline: fc.Arbitrary<Timeline> = fc
  .tuple(fc.array(someText, { minLength: 12, maxLength: 12 }), fc.constantFrom(...tags))
  .map(([texts, language]) => {
    const [
      title,
      description,
      theme,
      second,
      actor,
      role,
      group,
      place,
      source,
      paper,
      licence,
      credit,
    ] = texts as [Record<string, string>, ...Record<string, string>[]]
    const kinds = { id: 'committee', kind: 'organization' } as const
    return timeline({
      language,
      title,
      description: description!,
      licence: { name: licence! },
      credit: credit!,
      themes: [
        { id: 'prevention', label: theme!, color: 0 },
        { id: 'reopening', label: second!, color: 1 },
      ],
      actors: [
        { ...kinds, name: group! },
        { id: 'li-ming', kind: 'person', name: actor!, role: role!, memberOf: ['committee'] },
        { id: 'town', kind: 'place', name: place! },
      ],
      sources: [
        {
          id: 'town-news',
          title: source!,
          publisher: paper!,
          published: '2020-03-13T07:45:00+08:00',
          language: 'ja',
        },
      ],
    })
  })

const mixedEvent: fc.Arbitrary<TimelineEvent> = fc
  .record({
    title: someText,
    summary: someText,
    note: someText,
    link: someText,
    measures: fc.array(fc.record({ figure, parts: fc.array(figure, { maxLength: 2 }) })),
  })
  .map(({ title, summary, note, link, measures }) =>
    timelineEvent({
      title,
      summary,
      note,
      themes: ['prevention', 'reopening'],
      actors: ['committee', 'li-ming'],
      place: 'town',
      links: [{ url: 'https://elsewhere.example/', title: link }],
      measures: measures.map((one) => ({ ...one.figure, parts: one.parts })),
      citations: [{ source: 'town-news', exact: 'quote(ja)', prefix: 'before(ja)' }],
    }),
  )

interface Standing {
  readonly text: string
  /** Of the nearest element that says it. */
  readonly lang: string
}

/** A title of the document and a field for code have one language. */
const unmarked = /^(?:title|textarea|script|style)$/
const isVoid = /^(?:meta|link|br|input|base|line|rect|circle|!doctype)$/

/** The texts of a document with the language that they stand in. */
function textsOf(markup: string): Standing[] {
  const open: { name: string; lang: string }[] = []
  return markup.split(/(<[^>]*>)/).flatMap((token): Standing[] => {
    const [, end, name = ''] = /^<(\/?)([\w!-]+)/.exec(token) ?? []
    const lang = open.at(-1)?.lang ?? ''
    if (name === '')
      return open.some((one) => unmarked.test(one.name)) ? [] : [{ text: token, lang }]
    if (end === '/') expect(open.pop()?.name).toBe(name)
    else if (!isVoid.test(name) && !token.endsWith('/>'))
      open.push({ name, lang: / lang="([^"]*)"/.exec(token)?.[1] ?? lang })
    return []
  })
}

/** Each text of the contents beside the language in which it stands where that is another one. */
function misplaced(markup: string): { wrong: string[]; right: number } {
  const found = textsOf(markup).flatMap(({ text, lang }) =>
    Array.from(text.matchAll(/\w+\(([\w-]+)\)/g), ([name, tag]) => ({ name, tag, lang })),
  )
  const wrong = found.filter(({ tag, lang }) => tag !== lang)
  return {
    wrong: wrong.map(({ name, lang }) => `${name} in ${lang}`),
    right: found.length - wrong.length,
  }
}

const printed: Record<
  string,
  { least: number; print: (ui: UiLanguage, mixed: Timeline, event: TimelineEvent) => string }
> = {
  'the page of a timeline': {
    least: 14,
    print: (ui, mixed, event) => renderTimelinePage({ ...viewOf(ui, mixed), ...listOf(event) }),
  },
  'the page of an actor': {
    least: 14,
    print: (ui, mixed, event) =>
      renderTimelinePage({
        ...viewOf(ui, mixed),
        ...listOf(event),
        query: readCanonical([['actor', 'li-ming']]),
      }),
  },
  'the page of an event': {
    least: 12,
    print: (ui, mixed, event) =>
      renderEventPage({
        ...viewOf(ui, mixed),
        event,
        resting: new Map(),
        jsonLd: '{}',
        formats: [],
      }),
  },
  'the list of the element': {
    least: 8,
    print(ui, mixed, event) {
      const sources = { words: messages[ui].list, dates: datesIn(ui) }
      const context = contextOf(viewOf(ui, mixed), sources, publicUrl)
      return printHtml(
        html`<div lang="${ui}">${cards({ section: '2020-01', events: [event], from: 0 }, 3, context)}</div>`,
      )
    },
  },
}

const viewOf = (ui: UiLanguage, mixed: Timeline) => ({
  publicUrl,
  speech: { ui, content: ui, inAddress: true },
  timeline: mixed,
  edition,
})

const listOf = (event: TimelineEvent) => ({
  query: everything,
  events: [event],
  total: 1,
  setAside: 0,
  choices: {
    theme: new Map(),
    all: 1,
    actor: new Map([
      ['committee', 1],
      ['li-ming', 1],
    ]),
    source: new Map([['town-news', 1]]),
  },
  times: countTimes([event.when]),
  resting: new Map(),
  formats: [],
  continued: false,
})

test.each(Object.entries(printed))('%s marks every text with its own language', (_, one) => {
  fc.assert(
    fc.property(
      fc.constantFrom('zh-Hans' as const, 'zh-Hant' as const, 'en' as const),
      mixedTimeline,
      mixedEvent,
      (ui, mixed, event) => {
        const { wrong, right } = misplaced(one.print(ui, mixed, event))
        expect(wrong).toEqual([])
        expect(right).toBeGreaterThanOrEqual(one.least)
      },
    ),
  )
})

test('a text in the language of the page is not marked', () => {
  const page = printed['the page of a timeline']!.print('zh-Hans', timeline(), timelineEvent())
  expect(page).not.toMatch(/<body>.*lang="zh-Hans" dir="auto"/s)
})

test('a figure stands in the language of its unit, a sign in that of the page', () => {
  const event = timelineEvent({
    measures: [
      { label: { en: 'Area' }, value: 20, unit: { 'zh-Hans': '亩' }, bound: 'over' },
      { label: { en: 'Share' }, value: 5, unit: { 'zh-Hans': '%' } },
      { label: { en: 'Length' }, value: 20, unit: { 'zh-Hans': 'km' }, approximate: true },
      { label: { en: 'Damage' }, value: 3000, unitCode: 'USD' },
    ],
  })
  const page = printed['the list of the element']!.print('en', timeline(), event)
  expect(page).toContain('<dd><span lang="zh-Hans" dir="auto">20多亩</span></dd>')
  expect(page).toContain('<dd>5%</dd>')
  expect(page).toContain('<dd>about 20 km</dd>')
  expect(page).toContain('<dd>3,000 USD</dd>')
})
