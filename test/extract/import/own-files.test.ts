// Files of the service, imported into the timeline that they are of: nothing has changed, and what is edited in
// the file afterwards is all that changes.
import { beforeAll, describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AuthoredEvent } from '../../../src/domain/document/event.ts'
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import { digestOf } from '../../../src/extract/table/compared.ts'
import { citation, document, event, measure } from '../../support/document.ts'
import { askedBy, madeOf, planOf, type Importing } from '../../support/import.ts'
import { createMemoryService } from '../../support/memory-service.ts'

const sample = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../data/fusha-2020/timeline.json'), 'utf8'),
) as TimelineDocument

/** Texts as strings and as maps, addresses as people type them, line ends of Windows. */
const typed = document({
  events: [
    event({
      id: 'a',
      title: { 'zh-Hans': '支部', en: 'Branches' },
      summary: { 'zh-Hans': '一\r\n\r\n二', en: 'One' },
      note: '注',
      links: [
        { url: 'https://a.example', title: '甲' },
        { url: 'https://a.example/b|c、d', title: { 'zh-Hans': '乙', en: 'B' } },
      ],
      measures: [
        measure({
          unit: { 'zh-Hans': '家', en: 'companies' },
          sourceWords: '19个',
          approximate: true,
          parts: [
            { label: '甲', value: 100 },
            { label: '乙', value: 8 },
          ],
        }),
      ],
      citations: [citation({ prefix: '镇报', start: 4, end: 16, supports: ['date'] })],
    }),
    event({ id: 'b', title: '无译文', date: '2020-02', kind: 'span', status: 'disputed' }),
  ],
})

const files = ['events.csv', 'events.ndjson', 'events?limit=500']
const inEnglish = ['events.csv?lang=en', 'events?limit=500&lang=en']
/** Of calendars and slide shows, which leave vague dates out unless they are asked for. */
const shown = ['', 'vague=include', 'lang=en', 'lang=en&vague=include', 'lang=zh-Hant'].flatMap(
  (query) => [`events.ics?${query}`, `events.timelinejs.json?limit=500&${query}`],
)

async function filesOf(into: TimelineDocument): Promise<ReadonlyMap<string, string>> {
  const service = await createMemoryService()
  await service.publish(into)
  const paths = [...files, ...inEnglish, ...shown].map(async (path) => {
    const answer = await service.fetch(`/v1/timelines/${into.id}/${path}`)
    return [path, await answer.text()] as const
  })
  return new Map([...(await Promise.all(paths)), ['document', JSON.stringify(into)]])
}

describe.each([
  ['the sample', sample],
  ['a timeline as it is typed', typed],
])('imported into %s', (_, into) => {
  let written: ReadonlyMap<string, string>
  beforeAll(async () => {
    written = await filesOf(into)
  })

  it.each([...files, ...inEnglish, 'document'])('%s changes nothing, and asks nothing', (path) => {
    const { questions, settled, result } = planOf(written.get(path) ?? '', { into })
    expect(questions).toEqual([])
    expect(settled).toEqual([])
    expect(result).toMatchObject({ added: [], changed: [], bad: [], withdrawn: [] })
    expect(result?.document).toEqual(into)
    expect(result?.unchanged).toHaveLength(into.events.length)
  })
})

describe.each([
  ['the sample', sample],
  ['a timeline as it is typed', typed],
])('a calendar or slide show of %s, imported into it', (_, into) => {
  let written: ReadonlyMap<string, string>
  beforeAll(async () => {
    written = await filesOf(into)
  })

  it.each(shown)('%s changes nothing, and asks nothing', (path) => {
    const { questions, result } = planOf(written.get(path) ?? '', { into })
    expect(questions).toEqual([])
    expect(result).toMatchObject({ added: [], changed: [], bad: [], withdrawn: [] })
    expect(result?.document).toEqual(into)
    expect(result?.unchanged.length).toBeGreaterThan(0)
  })
})

const formats = ['events.csv', 'events.ndjson', 'events', 'events.ics', 'events.timelinejs.json']
const inLanguages = ['', 'lang=zh-Hans', 'lang=zh-Hant', 'lang=en']

/** A file of each format in each language of the service. */
function pathsOf(part: string): string[] {
  return formats.flatMap((format) =>
    inLanguages.map((lang) => {
      const size = format === 'events' ? 'limit=500' : ''
      return `${format}?${[size, lang, part].filter((one) => one !== '').join('&')}`
    }),
  )
}

describe.each([
  ['the sample', sample],
  ['a timeline as it is typed', typed],
])('a kept edition or a part of %s, imported into it', (_, into) => {
  const later = {
    ...into,
    events: into.events.map((event, at) => (at === 0 ? { ...event, title: '改了' } : event)),
  }
  let fetched: (path: string) => Promise<string>
  beforeAll(async () => {
    const service = await createMemoryService()
    await service.publish(into)
    await service.publish(later, 1)
    fetched = async (path) => {
      const vague = /ics|timelinejs/.test(path) ? '&vague=include' : ''
      return (await service.fetch(`/v1/timelines/${into.id}/${path}${vague}`)).text()
    }
  })

  const parts = [
    'edition=1',
    `edition=1&theme=${into.themes[0]?.id}`,
    `edition=1&theme=-${into.themes[1]?.id}&q=一`,
    'edition=1&from=2020-02&undated=include&match=certain',
    'edition=1&from=2020-02-01&to=2020-02-05',
    'edition=1&sort=-date',
    'edition=1&limit=1',
  ]

  it.each(parts)(
    'changes nothing and asks nothing, in any format and language: %s',
    async (part) => {
      let seen = 0
      for (const path of pathsOf(part).filter((one) => !/limit=.*limit=/.test(one))) {
        const file = await fetched(path)
        const { questions, result } = planOf(file, { into })
        expect([path, questions.map(({ id }) => id)]).toEqual([path, []])
        expect(result).toMatchObject({ added: [], changed: [], bad: [], withdrawn: [] })
        expect(result?.document).toEqual(into)
        seen += result?.unchanged.length ?? 0
      }
      expect(seen).toBeGreaterThan(0)
    },
  )

  it('is asked about where the newest edition is another, and only there', async () => {
    for (const path of pathsOf('edition=1'))
      expect([path, askedBy(await fetched(path), { into: later })]).toEqual([
        path,
        [`both/${into.events[0]?.id}/title`],
      ])
  })

  it('is refused as JSON-LD, with what to take instead', async () => {
    const file = await fetched('events.jsonld?edition=1')
    expect(() => planOf(file, { into })).toThrow('it is JSON-LD, which is not imported')
  })
})

describe('our CSV, imported into another timeline', () => {
  const other = document({
    ...document(),
    themes: [{ id: 'other', label: '无关' }],
    actors: [],
    events: [],
  })

  it('brings themes and actors with their ids and labels', async () => {
    const labelled = {
      ...typed,
      themes: [
        { id: 'a-theme', label: '甲; 乙' },
        { id: 'b-theme', label: '丙' },
      ],
      actors: [{ id: 'hall', name: '礼堂' }],
      events: typed.events.map((one, at) => ({
        ...one,
        themes: at === 0 ? ['b-theme', 'a-theme'] : ['b-theme'],
        actors: [],
        place: 'hall',
      })),
    }
    const file = (await filesOf(labelled)).get('events.csv') ?? ''
    const answers = { 'new/themes': 'add', 'new/actors': 'add', published: '2020-03-13' }
    const { questions, settled } = planOf(file, { into: other })
    expect(questions.map(({ words }) => words).join('\n')).toMatch(/2 themes are new: 丙; 甲; 乙/)
    expect(settled.join('\n')).not.toContain('says otherwise')
    const made = madeOf(file, { into: other, answers })
    expect(made.document.themes.slice(1)).toEqual([
      { id: 'b-theme', label: '丙' },
      { id: 'a-theme', label: '甲; 乙' },
    ])
    expect(made.document.actors).toEqual([{ id: 'hall', kind: 'place', name: '礼堂' }])
    expect(made.document.events[0]).toMatchObject({ themes: ['b-theme', 'a-theme'], place: 'hall' })
  })

  it('finds a theme of the same label under another id', async () => {
    const file = (await filesOf(typed)).get('events.csv') ?? ''
    const label = typed.themes.find(({ id }) => id === typed.events[0]?.themes[0])?.label
    const into = { ...other, themes: [{ id: 'own', label: label ?? '' }] }
    const { questions } = planOf(file, { into })
    expect(questions.map(({ id }) => id)).not.toContain('new/themes')
  })
})

describe('what is edited in a file after an import', () => {
  const [first, ...others] = typed.events

  it.each(files)('of %s is all that changes', async (path) => {
    const file = (await filesOf(typed)).get(path) ?? ''
    const { memory } = madeOf(file, { into: typed })
    const made = madeOf(file.replace('支部"', '三个支部"'), { into: typed, memory })
    const title = { 'zh-Hans': '三个支部', en: 'Branches' }
    expect(made.document.events).toEqual([{ ...first, title }, ...others])
    expect(made.changed).toEqual(['a'])
  })

  it('keeps titles of links and places of cited words that CSV does not hold', async () => {
    const file = (await filesOf(typed)).get('events.csv') ?? ''
    const { memory } = madeOf(file, { into: typed })
    const edited = file
      .replace('https://a.example/;', 'https://a.example/c; https://a.example/;')
      .replace('"town-news","2月上旬,', '"town-news; town-news","2月10日\n2月上旬,')
    const made = madeOf(edited, { into: typed, memory })
    const links = [{ url: 'https://a.example/c' }, ...(first?.links ?? [])]
    const citations = [citation({ exact: '2月10日' }), ...(first?.citations ?? [])]
    expect(made.document.events).toEqual([{ ...first, links, citations }, ...others])
  })

  it('is asked about where the timeline has changed since, or was never imported from', async () => {
    const file = (await filesOf(typed)).get('events.csv') ?? ''
    const { memory } = madeOf(file, { into: typed })
    const title = { 'zh-Hans': '党支部', en: 'Branches' }
    const into = { ...typed, events: [{ ...typed.events[0], title } as AuthoredEvent, ...others] }
    const edited = file.replace('支部"', '三个支部"')
    const words = (importing: Importing) =>
      planOf(edited, importing).questions.map((one) => one.words)
    expect(words({ into, memory })).toEqual([
      'a: title was changed in the table and in the timeline. Which counts?',
    ])
    expect(words({ into })).toEqual([
      'a: title of the table and of the timeline differ. Which counts?',
    ])
  })

  it('is known by the marks of earlier versions, which were of texts as they were written', async () => {
    const file = (await filesOf(typed)).get('events.csv') ?? ''
    const { memory } = madeOf(file, { into: typed })
    const [, row] = [...memory.rows][0] ?? []
    const fields = { ...row?.fields, title: digestOf('支部') }
    const rows = new Map([...memory.rows, ['a', { key: row?.key ?? '', fields }]])
    const edited = file.replace('支部"', '三个支部"')
    expect(askedBy(edited, { into: typed, memory: { ...memory, rows } })).toEqual([])
  })
})

describe('a part of an answer', () => {
  const parts = [
    'events?limit=1',
    'events?limit=500&theme=prevention',
    'events?limit=500&from=2020-02-20',
  ]

  it.each(parts)('says nothing of what it lacks, and that it is one: %s', async (path) => {
    const service = await createMemoryService()
    await service.publish(sample)
    const read = async (address: string): Promise<string> =>
      (await service.fetch(`/v1/timelines/${sample.id}/${address}`)).text()
    const { memory } = madeOf(await read('events?limit=500'), { into: sample })
    const part = await read(path.replace('theme=prevention', `theme=${sample.themes[0]?.id}`))
    const { questions, settled, result } = planOf(part, { into: sample, memory })
    expect(questions).toEqual([])
    expect(settled.join(' ')).toContain('of more: what is not in it stays as it is')
    expect(result?.document).toEqual(sample)
    expect(result?.memory.rows.size).toBe(memory.rows.size)
  })
})

describe('texts of a file that are strings', () => {
  const other = {
    ...document({ events: [] }),
    language: 'en',
    themes: [{ id: 'floods', label: 'Floods' }],
    actors: [{ id: 'li', name: 'Li', role: 'Mayor', aliases: { fr: ['Lee'] } }],
    sources: [{ id: 'news', title: 'The News', published: '2020', language: 'en' }],
    events: [
      {
        id: 'rise',
        date: '2020-02-24',
        title: 'The river rose',
        themes: ['floods'],
        actors: ['li'],
        measures: [
          { label: 'Level', value: 3, unit: 'metres', parts: [{ label: 'Rain', value: 3 }] },
        ],
        citations: [{ source: 'news', exact: 'rose by 3 metres' }],
        links: [{ url: 'https://a.example/', title: 'Map' }],
      },
    ],
  }
  const [rise] = other.events
  const english = {
    ...rise,
    title: { en: 'The river rose' },
    measures: [
      {
        label: { en: 'Level' },
        value: 3,
        unit: { en: 'metres' },
        parts: [{ label: { en: 'Rain' }, value: 3 }],
      },
    ],
    links: [{ url: 'https://a.example/', title: { en: 'Map' } }],
  }

  it('are in the language of the document', () => {
    const { document: made } = madeOf(JSON.stringify(other), { into: typed })
    expect(made.events.at(-1)).toEqual(english)
    expect(made.themes.at(-1)).toEqual({ id: 'floods', label: { en: 'Floods' } })
    const li = { name: { en: 'Li' }, role: { en: 'Mayor' }, aliases: { fr: ['Lee'] } }
    expect(made.actors.at(-1)).toEqual({ id: 'li', ...li })
    expect(made.sources.at(-1)).toMatchObject({ title: { en: 'The News' }, language: 'en' })
  })

  const answer = (more: object) =>
    JSON.stringify({ events: [{ ...rise, date: { edtf: '2020-02-24', kind: 'point' } }], ...more })

  it.each(['en', 'EN'])('are in that of the request for an answer of the API: %s', (lang) => {
    const file = answer({ links: { self: `https://a.example/v1/timelines/t/events?lang=${lang}` } })
    expect(madeOf(file, { into: typed }).document.events.at(-1)).toMatchObject(english)
  })

  it('are asked about where nothing says it', () => {
    const file = answer({})
    expect(askedBy(file, { into: typed })).toEqual(['language'])
    expect(askedBy(file, { into: typed, answers: { language: 'English' } })).toEqual(['language'])
    const made = madeOf(file, { into: typed, answers: { language: 'en' } })
    expect(made.document.events.at(-1)).toMatchObject(english)
    expect(askedBy(file, { into: made.document, memory: made.memory })).toEqual([])
    const own = madeOf(file, { into: typed, answers: { language: 'zh-Hans' } })
    expect(own.document.events.at(-1)?.title).toBe('The river rose')
  })

  it('are kept beside other languages where they are edited', async () => {
    const file = (await filesOf(typed)).get('events?limit=500&lang=en') ?? ''
    const { memory } = madeOf(file, { into: typed })
    const edited = file.replace('"Branches"', '"Three branches"').replace('companies', 'firms')
    const made = madeOf(edited, { into: typed, memory })
    const title = { 'zh-Hans': '支部', en: 'Three branches' }
    expect(made.document.events[0]).toMatchObject({
      title,
      measures: [{ unit: { 'zh-Hans': '家', en: 'firms' } }],
    })
  })
})
