// The timeline fusha-2020 against what its source says. The expectations are written by hand from
// the report, not from the data. The tests on the report's text need it beside the repository, as
// ../shared/seed/article.txt, and are left out, with a line saying so, where it is absent.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { AuthoredActor } from '../../src/domain/document/actor.ts'
import { AuthoredEvent } from '../../src/domain/document/event.ts'
import { codePoints } from '../../src/domain/text/language-map.ts'
import { TimelineDocument } from '../../src/domain/document/timeline.ts'

const json = readFileSync(new URL('../../data/fusha-2020/timeline.json', import.meta.url), 'utf8')
const timeline = v.parse(TimelineDocument, JSON.parse(json))
const { themes, actors, sources, events } = timeline
const citations = events.flatMap((event) => event.citations)
/** The citations that have words. */
const phrases = citations.flatMap(({ exact, ...place }) =>
  exact === undefined ? [] : [{ exact, ...place }],
)

const report = new URL('../../../shared/seed/article.txt', import.meta.url)
const reportIsHere = existsSync(report)
if (!reportIsHere) {
  console.log(
    'Left out: the tests of fusha-2020 on its source, ../shared/seed/article.txt is absent',
  )
}

describe('the document', () => {
  test('holds 31 events, 27 actors, 4 themes, 1 source and 149 citations, 138 of them phrases', () => {
    const counts = [events, actors, themes, sources, citations, phrases].map((list) => list.length)
    expect(counts).toEqual([31, 27, 4, 1, 149, 138])
  })

  test('has unique ids', () => {
    for (const list of [events, actors, themes, sources]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    }
  })

  test('has no two actors of the same name or alias', () => {
    const names = actors.flatMap(({ name, aliases = {} }) => [
      ...Object.values(name),
      ...Object.values(aliases).flat(),
    ])
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test('resolves every reference', () => {
    const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id))
    const places = ids(actors.filter(({ kind }) => kind === 'place'))
    const unresolved = [
      ...events.flatMap((event) => event.themes).filter((id) => !ids(themes).has(id)),
      ...events.flatMap((event) => event.actors).filter((id) => !ids(actors).has(id)),
      ...events.flatMap(({ place }) => place ?? []).filter((id) => !places.has(id)),
      ...actors.flatMap(({ memberOf }) => memberOf ?? []).filter((id) => !ids(actors).has(id)),
      ...citations.map(({ source }) => source).filter((id) => !ids(sources).has(id)),
    ]
    expect(unresolved).toEqual([])
  })

  test('cites phrases of at most 20 characters, by exact offsets', () => {
    for (const { exact, start = 0, end = 0 } of phrases) {
      expect(codePoints(exact)).toBeLessThanOrEqual(20)
      expect(end - start).toBe(codePoints(exact))
    }
  })

  test('carries every stated date and every figure by a cited phrase of the same event', () => {
    const uncited = events.flatMap(({ statedDate, measures = [], citations: cited }) =>
      [
        statedDate,
        ...measures.flatMap(({ sourceWords, parts = [] }) => [
          sourceWords,
          ...parts.map((part) => part.sourceWords),
        ]),
      ].filter(
        (words) => words !== undefined && !cited.some(({ exact }) => exact?.includes(words)),
      ),
    )
    expect(uncited).toEqual([])
  })

  test('supports the date, title, actors, place and figures of every event by a citation [fault 10]', () => {
    const unsupported = events.flatMap(
      ({ id, actors: acting, place, measures: figures, citations: cited }) => {
        const claims = [
          'date' as const,
          'title' as const,
          ...(acting.length > 0 ? ['actors' as const] : []),
          ...(place === undefined ? [] : ['place' as const]),
          ...(figures === undefined ? [] : ['measures' as const]),
        ]
        // An undated event claims no day.
        return claims
          .filter((claim) => claim !== 'date' || !event(id).date.startsWith('[..'))
          .filter((claim) => !cited.some(({ supports }) => supports?.includes(claim)))
          .map((claim) => `${id} ${claim}`)
      },
    )
    expect(unsupported).toEqual([])
  })

  test('has every text in Chinese and in English', () => {
    const texts = [...events, ...actors, ...themes].flatMap((item) =>
      Object.entries(item).filter(([key]) => textKeys.has(key)),
    )
    expect(texts.length).toBeGreaterThan(100)
    for (const [, text] of texts) expect(Object.keys(text)).toEqual(['zh-Hans', 'en'])
  })

  test('keeps one order of keys', () => {
    const order = (keys: readonly string[], item: object) =>
      expect(Object.keys(item)).toEqual(keys.filter((key) => key in item))
    for (const event of events) order(Object.keys(AuthoredEvent.entries), event)
    for (const actor of actors) order(Object.keys(AuthoredActor.entries), actor)
  })

  test('names no injury, treatment, age or infirmity of anyone, in any string', () => {
    const strings = stringsOf(JSON.parse(json))
    expect(strings.length).toBeGreaterThan(1000)
    expect(strings.filter((text) => privateMatters.test(text))).toEqual([])
    expect('拖着病腿').toMatch(privateMatters)
  })

  test('says nothing of 12 March, which another article is about', () => {
    expect(json).not.toMatch(/2020-03-12|3月12日|12 March|社保|何淼|李思宇/)
  })
})

describe('the events, as the report tells them', () => {
  test('begin on Lunar New Year’s Eve; the call-up of 26 January is there too', () => {
    expect(events[0]).toMatchObject({
      date: '2020-01-24/..',
      kind: 'since',
      actors: [feng, luosong],
    })
    expect(event('traffic-police-recalled')).toMatchObject({
      date: '2020-01-26',
      kind: 'point',
      statedDate: '1月26日大年初二',
    })
  })

  test('have the dates of the report, in this order', () => {
    const dated = events.filter(({ kind }) => kind !== 'undated')
    expect(dated.map(({ id, date, kind, statedDate }) => [date, kind, statedDate, id])).toEqual([
      ['2020-01-24/..', 'since', '自除夕晚上起', 'feng-begins-epidemic-control'],
      ['2020-01-26', 'point', '1月26日大年初二', 'traffic-police-recalled'],
      ['[2020-01-26..2020-01-27]', 'point', undefined, 'zhu-volunteers-for-checkpoint'],
      ['2020-01-26', 'point', '年初二', 'feng-urges-calling-off-banquets'],
      ['2020-01-27/..', 'since', '大年初三起', 'public-employees-on-duty'],
      ['2020-01-27/..', 'since', '从大年初三开始', 'zhu-checkpoint-duty'],
      ['2020-01-31/..', 'since', '自1月31日起', 'liang-joins-epidemic-control'],
      ['[2020-02-01..2020-02-10]', 'point', '2月上旬', 'temporary-party-branches-formed'],
      ['[2020-02-01..2020-02-10]', 'point', '2月上旬', 'party-members-canvass-households'],
      ['[2020-02-01..2020-02-10]', 'point', '2月上旬', 'teachers-task-force-deployed'],
      ['2020-02', 'point', '当时二月', 'liang-village-entrance-watch'],
      ['2020-02-23', 'point', '2月23日', 'cao-city-press-conference'],
      ['../2020-02-24', 'asOf', '截至2月24日', 'enterprises-above-designated-size-resumed'],
      ['2020-02-25', 'point', '2月25日', 'key-industrial-projects-resume'],
      ['2020-02-26', 'point', '2月26日', 'feng-33rd-press-conference'],
      ['../2020-02-29', 'asOf', '截至2月29日', 'all-enterprises-resumed'],
      ['2020-03-06', 'point', '3月6日', 'all-out-2020-meeting'],
      ['2020-03-06', 'point', '3月6日', 'cao-300-days-left'],
      ['[2020-01-27..2020-03-13]', 'point', '近日', 'zhu-merit-award'],
      ['../2020-03-13', 'asOf', '截至目前', 'epidemic-reported-contained'],
      ['2020-03-13T07:45:00+08:00', 'point', '2020-03-13 07:45', 'report-published'],
    ])
  })

  test('last over days in none: the report says of nothing from when to when it lasted [fault 1.9]', () => {
    expect(events.filter(({ kind }) => kind === 'span')).toEqual([])
  })

  test('are ten more without a day, known no later than the report', () => {
    const undated = events.filter(({ kind }) => kind === 'undated')
    expect(undated.map(({ date }) => date)).toEqual(Array(10).fill('[..2020-03-13]'))
  })

  test('of the return to work in February are these four', () => {
    const reopening = events.filter(
      ({ themes: filed, date }) => filed.includes('work-resumption') && date.includes('2020-02'),
    )
    expect(reopening.map(({ date }) => date)).toEqual([
      '2020-02-23',
      '../2020-02-24',
      '2020-02-25',
      '../2020-02-29',
    ])
  })

  test.each([
    ['zhu-yuchen', ['zhu-volunteers-for-checkpoint', 'zhu-checkpoint-duty', 'zhu-merit-award']],
    [
      'cao-fuquan',
      [
        'cao-city-press-conference',
        'all-out-2020-meeting',
        'cao-300-days-left',
        'leaders-daily-inspections',
      ],
    ],
    ['liang-honghui', ['liang-joins-epidemic-control', 'liang-village-entrance-watch']],
    ['guangdong-public-security-department', ['zhu-merit-award']],
    ['teachers-task-force', ['teachers-task-force-deployed']],
  ])('show %s in these', (actor, expected) => {
    const shown = events.filter(({ actors: acting }) => acting.includes(actor))
    expect(shown.map(({ id }) => id)).toEqual(expected)
  })

  test.each([
    ['temporary-party-branches-formed', [19, 12, 90]],
    ['party-members-canvass-households', [1000]],
    ['teachers-task-force-deployed', [100]],
    ['zhu-checkpoint-duty', [7]],
    ['enterprises-above-designated-size-resumed', [108, 100]],
    ['key-industrial-projects-resume', [200_000, 4]],
    ['all-enterprises-resumed', [852, 4200]],
    ['cao-300-days-left', [66, 300]],
    ['five-priorities-for-2020', [5]],
    ['leaders-assigned-to-enterprises', [8, 4]],
    ['ten-million-yuan-relief', [10_000_000]],
    ['protective-supplies-for-enterprises', [200]],
  ])('%s gives the figures %j', (id, figures) => {
    expect(measures(id).map(({ value }) => value)).toEqual(figures)
  })

  test('give figures in these twelve only', () => {
    expect(events.filter((event) => event.measures !== undefined)).toHaveLength(12)
  })

  test('mark as “over” exactly the figures with 多', () => {
    const all = events.flatMap((event) => event.measures ?? [])
    const over = all.filter(({ bound }) => bound === 'over').map(({ sourceWords }) => sourceWords)
    expect(over).toEqual(['1000多名党员', '20多万平方米', '200多家企业'])
    expect(all.filter(({ sourceWords }) => sourceWords?.includes('多'))).toHaveLength(3)
  })

  test('give 8-10家 as a range', () => {
    expect(measures('leaders-assigned-to-enterprises')[0]).toMatchObject({
      value: 8,
      valueTo: 10,
      sourceWords: '8-10家',
    })
  })

  test('give 10 million yuan as one figure of 5, 3 and 2 million', () => {
    const [fund, ...others] = measures('ten-million-yuan-relief')
    const parts = fund?.parts ?? []
    expect(others).toEqual([])
    expect(parts.map(({ value }) => value)).toEqual([5_000_000, 3_000_000, 2_000_000])
    expect(parts.reduce((sum, { value }) => sum + value, 0)).toBe(fund?.value)
    expect([fund, ...parts].map((part) => part?.unitCode)).toEqual(['CNY', 'CNY', 'CNY', 'CNY'])
  })
})

describe.runIf(reportIsHere)('the source', () => {
  const text = reportIsHere ? readFileSync(report, 'utf8') : ''
  const characters = Array.from(text)

  test('is the text with this SHA-256', () => {
    expect(createHash('sha256').update(text).digest('hex')).toBe(sources[0]?.sha256)
  })

  test('has every cited phrase at its offsets', () => {
    for (const { exact, start, end } of phrases) {
      expect(characters.slice(start, end).join('')).toBe(exact)
    }
  })

  test('has every phrase once where the offsets are, with its context if it has one', () => {
    for (const { exact, prefix = '', suffix = '', start = 0 } of phrases) {
      if (prefix + suffix === '' && text.split(exact).length > 2) continue
      const passage = prefix + exact + suffix
      const at = text.indexOf(passage)
      expect(codePoints(text.slice(0, at) + prefix)).toBe(start)
      expect(text.indexOf(passage, at + 1)).toBe(-1)
    }
  })

  test('is republished by no more than half of any sentence, whatever events cite it [fault 10]', () => {
    const quoted = new Set(
      phrases.flatMap(({ exact, prefix = '', suffix = '', start = 0 }) => {
        const first = start - codePoints(prefix)
        const length = codePoints(prefix + exact + suffix)
        return Array.from({ length }, (_, at) => first + at)
      }),
    )
    // The dateline and the byline are names and a time, not sentences.
    const republished = sentencesOf(text)
      .filter(({ words }) => !/^(?:中山日报 2020|本版文图)/.test(words))
      .filter(({ places }) => {
        const share = places.filter((place) => quoted.has(place)).length / places.length
        return share > 0.5
      })
    expect(sentencesOf(text).length).toBeGreaterThan(50)
    expect(republished.map(({ words }) => words)).toEqual([])
  })

  test('gives context only where the phrase stands more than once', () => {
    const withContext = phrases.filter(({ prefix, suffix }) => prefix ?? suffix)
    expect(withContext.length).toBeGreaterThan(0)
    for (const { exact } of withContext) expect(text.split(exact).length).toBeGreaterThan(2)
  })

  test('lends the timeline no run of nine characters except names of offices and bodies', () => {
    const folded = fold(text)
    const own = [...events, ...actors].flatMap((item) =>
      Object.entries(item)
        .filter(([key]) => textKeys.has(key))
        .map(([, value]) => fold((value as Record<string, string>)['zh-Hans'] ?? '')),
    )
    const copied = own.flatMap((words) => runs(words, 9)).filter((run) => folded.includes(run))
    expect(own.length).toBeGreaterThan(100)
    expect(copied.filter((run) => !offices.some((office) => office.includes(run)))).toEqual([])
  })
})

const feng = 'feng-suhua'
const luosong = 'luosong-village-party-committee'
const textKeys = new Set(['title', 'summary', 'note', 'role', 'name', 'label'])

/** Offices and bodies whose names cannot be put in other words. */
const offices = [
  '镇疫情防控指挥部总指挥',
  '镇疫情防控指挥部常务副总指挥',
  '阜沙镇党政领导班子',
  '阜沙公安分局交警大队事故中队',
  '中山市人民政府新闻办公室',
]

const privateMatters = new RegExp(
  [
    '[伤病痛疼瘸药腿膝]|韧带|半月板|断裂|手术|医[生院]|诊断|恢复期|康复|绑腿|白头|夜间送药',
    '行动不|年迈|高龄|老党员|党龄|退伍|\\d+岁|月.*够三个月|半年之后',
    '\\b(?:injur|surg|ligament|menisc|bandag|hospital|doctor|diagnos|convalesc|recover|infirm)',
    '\\b(?:wound|limp|pain|knee|legs?|ill|sick|aged?|elderly|veteran|white-hair|medicin)',
  ].join('|'),
  'i',
)

function event(id: string) {
  const found = events.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`no event ${id}`)
  return found
}

/** Sentences, headings and lines of a text, each with the places of its printed characters. */
function sentencesOf(text: string) {
  const sentences: { words: string; places: number[] }[] = [{ words: '', places: [] }]
  for (const [place, character] of Array.from(text).entries()) {
    const sentence = sentences.at(-1)!
    sentence.words += character
    if (/\S/.test(character)) sentence.places.push(place)
    if (/[。！？!?\n]/.test(character)) sentences.push({ words: '', places: [] })
  }
  return sentences.filter(({ places }) => places.length > 3)
}

function measures(id: string) {
  return event(id).measures ?? []
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsOf)
}

/** Without the width of punctuation, in which the report and the timeline differ. */
function fold(words: string): string {
  return words.normalize('NFKC')
}

function runs(words: string, length: number): string[] {
  const letters = Array.from(words)
  return letters.slice(length - 1).map((_, at) => letters.slice(at, at + length).join(''))
}
