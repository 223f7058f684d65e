// The lines of a text stay lines in every format: as markup where a format is shown as HTML, as
// characters where it is plain.
import { describe, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { plainCell } from '../../src/extract/files/html.ts'
import { readFile } from '../../src/extract/files/read-file.ts'
import { noMemory } from '../../src/extract/table/again.ts'
import { planImport } from '../../src/extract/table/plan.ts'
import { importWords } from '../../src/extract/words/words.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { writeCorrections } from '../../src/formats/feed/corrections.ts'
import { document, source } from '../support/document.ts'
import { feed, timeline as timelineWith, timelineEvent } from '../support/feed.ts'
import { all, readXml, textOf } from '../support/xml-reader.ts'

const summary = '镇内成立19个党支部。\n次日全部到岗。'
const note = '日期据第二版。\r\n第一版作27日。'
const exact = '19个党支部\n成立'
const description = '第一段。\n第二段 <b>。'

const given = feed({
  timeline: timelineWith({ description: { 'zh-Hans': description } }),
  events: [
    timelineEvent({
      summary: { 'zh-Hans': summary },
      note: { 'zh-Hans': note },
      citations: [{ source: 'town-news', exact }],
    }),
  ],
})

const written = (name: string): string => formats.find((one) => one.name === name)!.write(given)

const xml = (name: string, element: string) => all(readXml(written(name)), element).map(textOf)
const slides = () => JSON.parse(written('timelinejs')) as { title: Slide; events: Slide[] }
interface Slide {
  readonly text: { readonly text: string }
}

const contents: Readonly<Record<string, () => string | undefined>> = {
  atom: () => xml('atom', 'content')[0],
  rss: () => xml('rss', 'content:encoded')[0],
  'json-feed': () => JSON.parse(written('json-feed')).items[0].content_html,
  timelinejs: () => slides().events[0]?.text.text,
}

describe('in HTML', () => {
  test.each(Object.entries(contents))(
    'of %s summary, note and cited words have their lines',
    (_, content) => {
      const lines = plainCell(content() ?? '').text.split('\n')
      for (const line of [...summary.split('\n'), ...exact.split('\n'), '第一版作27日。'])
        expect(lines).toContain(line)
      expect(lines).toContain('编者说明：日期据第二版。')
    },
  )

  test('of an RSS description, a title slide and a correction, too', () => {
    expect(plainCell(xml('rss', 'description').at(-1) ?? '').text).toBe(summary)
    expect(plainCell(slides().title.text.text).text.split('\n')).toContain('第一段。')
    const { timeline, edition, language, content: asked } = given
    const correction = writeCorrections({
      timeline,
      edition,
      language,
      content: asked,
      editions: [
        {
          number: 3,
          published: '2026-10-01T08:30:00Z',
          note: '甲\n乙',
          added: [],
          changed: [
            {
              id: 'branches-formed',
              title: { 'zh-Hans': '党支部成立' },
              fields: [{ field: 'summary', before: null, after: { 'zh-Hans': summary } }],
            },
          ],
          withdrawn: [],
          removed: [],
        },
      ],
      links: {
        self: given.links.self,
        page: () => given.links.page,
        edition: () => given.links.page,
        event: given.links.event,
      },
    })
    const content = all(readXml(correction), 'content').map(textOf).join('')
    expect(content).toContain('甲<br/>\n乙')
    expect(content).toContain('镇内成立19个党支部。<br/>\n次日全部到岗。')
  })

  test('the import of a TimelineJS file has the lines of summary and description', () => {
    const found = readFile(new TextEncoder().encode(written('timelinejs')))
    if (!found.ok) throw new Error('not read')
    const into: TimelineDocument = document({ events: [], sources: [source()] })
    const answers = {
      source: 'town-news',
      'themes/疫情防控': 'add',
      'timeline/title': 'take',
      'timeline/description': 'take',
    }
    const { result, questions } = planImport(found.value.tables, {
      document: into,
      memory: noMemory,
      answers: new Map(Object.entries(answers)),
      words: importWords.en,
    })
    expect(questions.map(({ id }) => id)).toEqual([])
    const { events, description } = result?.document ?? {}
    expect(JSON.stringify(events?.[0]?.summary)).toContain(JSON.stringify(summary).slice(1, -1))
    expect(JSON.stringify(description)).toContain(String.raw`第一段。\n第二段`)
  })
})

test('where it is plain they are characters, without markup', () => {
  expect(xml('atom', 'summary')).toEqual([summary])
  expect(JSON.parse(written('json-feed')).items[0].summary).toBe(summary)
  expect(xml('atom', 'subtitle')).toEqual([description])
  expect(written('csv')).toContain(summary)
})

test('a note of Markdown has its lines', () => {
  expect(written('markdown')).toContain('- 编者说明：日期据第二版。\\\n  第一版作27日。\n')
})
