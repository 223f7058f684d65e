import { describe, expect, test } from 'vitest'
import { countTimes } from '../../src/domain/query/counts.ts'
import { everything, only } from '../../src/domain/query/event-query.ts'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { printHtml } from '../../src/markup/html.ts'
import { sourceRow } from '../../src/page/list/sources.ts'
import { filterForm } from '../../src/page/list/filter-form.ts'
import { contextOf } from '../../src/page/context.ts'
import { messages } from '../../src/messages/languages.ts'
import { datesIn } from '../../src/widget/api/answers.ts'
import { timeline } from '../support/feed.ts'

const publicUrl = 'https://timelines.example'

/** A timeline with this many sources, on each of which as many events rest as its number. */
function withSources(count: number, ui: (typeof uiLanguages)[number] = 'en') {
  const [first] = timeline().sources
  if (first === undefined) throw new Error('no source')
  const sources = Array.from({ length: count }, (_, index) => ({
    ...first,
    id: `source-${index + 1}`,
    title: { en: `Title ${index + 1}` },
  }))
  const view = {
    publicUrl,
    base: '',
    speech: { ui, content: ui, inAddress: false },
    timeline: timeline({ sources }),
    query: everything,
    events: [],
    times: countTimes([]),
    resting: new Map(sources.map(({ id }, index) => [id, index + 1])),
    setAside: 0,
    total: 7,
    choices: {
      theme: new Map<string, number>(),
      all: 7,
      actor: new Map<string, number>(),
      source: new Map(sources.map(({ id }, index) => [id, index + 1])),
    },
  }
  const context = contextOf(view, { words: messages[ui].list, dates: datesIn(ui) })
  return { view, context }
}

function rowOf(count: number, ui?: (typeof uiLanguages)[number]): string {
  const { view, context } = withSources(count, ui)
  return printHtml(sourceRow(view, context))
}

describe('the sources of a timeline', () => {
  test.each([
    [1, 1, 0],
    [2, 2, 0],
    [3, 3, 0],
    [4, 3, 1],
    [43, 3, 40],
    [594, 3, 591],
  ])('of which there are %i: %i in the row, %i in a list [fault 8.9]', (count, inRow, inList) => {
    const text = rowOf(count)
    const [row = '', list = ''] = text.split('<details')
    expect(row.match(/<cite/g) ?? []).toHaveLength(inRow)
    expect(list.match(/<cite/g) ?? []).toHaveLength(Math.min(inList, 40))
    const unlisted = inList > 40 ? [`and ${inList - 40} more`] : []
    expect(Array.from(list.matchAll(/href="#_filter">(.*?)</g), ([, said]) => said)).toEqual(
      unlisted,
    )
    const said = /<summary>and (\d+) more<\/summary>/.exec(list)?.[1] ?? '0'
    expect(said).toBe(String(inList))
  })

  test('lead to what rests on each, unless there is only one', () => {
    expect(rowOf(1)).not.toContain('?source=')
    const text = rowOf(5)
    for (let number = 2; number <= 5; number++)
      expect(text).toContain(`?source=source-${number}" rel="nofollow">${number} events</a>`)
  })

  test('of which most events of the view rest on come first, and those of none are not in the row', () => {
    const { view, context } = withSources(60)
    const found = new Map([
      ['source-7', 1],
      ['source-51', 4],
    ])
    const few = { ...view, resting: found }
    const [row = '', list = ''] = printHtml(sourceRow(few, context)).split('<details')
    expect(row.match(/Title \d+/g)).toEqual(['Title 51', 'Title 7'])
    expect(list).toContain('and 58 more')
  })

  test('of which all could be named are named where any event of the view rests on them', () => {
    const { view, context } = withSources(3)
    const few = { ...view, resting: new Map([['source-3', 2]]) }
    const [row = '', list = ''] = printHtml(sourceRow(few, context)).split('<details')
    expect(row.match(/Title \d+/g)).toEqual(['Title 3'])
    expect(list).toContain('and 2 more')
  })

  test('lead to what else rests on each under a filter of sources', () => {
    const { view, context } = withSources(4)
    const query = { ...everything, sources: [{ any: ['source-1', 'source-2'], exclude: false }] }
    const text = printHtml(
      sourceRow({ ...view, query, resting: new Map([['source-4', 2]]) }, context),
    )
    expect(text).toContain('?source=source-1,source-2&amp;source=source-4"')
    const one = { ...everything, sources: [only('source-4')] }
    const own = printHtml(
      sourceRow({ ...view, query: one, resting: new Map([['source-4', 2]]) }, context),
    )
    expect(own).toContain(`"${context.addresses.timeline(one)}"`)
  })

  test('are counted with at most where the answer is', () => {
    const { view, context } = withSources(5)
    expect(printHtml(sourceRow({ ...view, atMost: true }, context))).toContain('>≤5 events</a>')
  })

  test('each have their day, in the list, too, since sources may share a title', () => {
    const days = withSources(5).view.timeline.sources.map(({ published }) => published.slice(0, 10))
    expect(rowOf(5).match(/<time datetime="[^"]*">[^<]*<\/time> · /g)).toEqual(
      days.map((day) => `<time datetime="${day}">${day}</time> · `),
    )
  })

  test.each(uiLanguages)('are counted in words in %s', (ui) => {
    expect(rowOf(594, ui)).toContain(messages[ui].list.moreSources(591))
  })
})

describe('the form', () => {
  test('has a choice of sources only where there are several', () => {
    const form = (count: number) => {
      const { view, context } = withSources(count)
      return printHtml(filterForm(view, { url: context.addresses.timeline }, context))
    }
    expect(form(1)).not.toContain('name="source"')
    expect(form(3)).toContain('<option value="source-3">Title 3 (3)</option>')
  })

  test('keeps a source that was chosen, also if it is the only one', () => {
    const { view, context } = withSources(1)
    const query = { ...everything, sources: [only('source-1')] }
    const text = printHtml(
      filterForm({ ...view, query }, { url: context.addresses.timeline }, context),
    )
    expect(text).toContain('<option value="source-1" selected>Title 1 (1)</option>')
    expect(text.match(/name="source"/g)).toHaveLength(1)
  })

  test('proposes of many those of most events first, and shows what was chosen by its name', () => {
    const { view, context } = withSources(50)
    const counts = new Map([...view.choices.source].map(([id], i) => [id, i === 44 ? 9 : 1]))
    const query = { ...everything, sources: [{ any: ['source-7', 'source-8'], exclude: true }] }
    const text = printHtml(
      filterForm(
        { ...view, query, choices: { ...view.choices, source: counts } },
        { url: context.addresses.timeline },
        context,
      ),
    )
    expect(text).toContain('name="source" list="_known-source" value="-Title 7,Title 8"')
    expect(text).toContain(
      '<datalist id="_known-source"><option value="Title 45"><option value="Title 1">',
    )
  })
})
