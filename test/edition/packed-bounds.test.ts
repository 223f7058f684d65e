// Where so many packed events may hold the words of a query that not each is looked through, every output
// says that its total is an upper bound.
import { beforeAll, describe, expect, test } from 'vitest'
import { wrap } from '../../src/edition/envelope.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { headKey } from '../../src/store/keys.ts'
import { document, event } from '../support/document.ts'
import {
  createMemoryService,
  createMemoryStorage,
  type MemoryService,
} from '../support/memory-service.ts'
import { twice } from '../support/packed.ts'

const base = '/v1/timelines/town-2020'
/** Every event has the pairs of 复工厂, one in ten has the word; some 30 parts of events. */
const long = document({
  events: Array.from({ length: 150 }, (_, index) =>
    event({
      id: `e-${index}`,
      title: index % 10 === 0 ? '复工厂' : '开会',
      summary: `复工${String(index).padStart(5, '零').repeat(900)}工厂`,
    }),
  ),
})

let packed: MemoryService

beforeAll(async () => {
  const { edition, memory } = await twice([long])
  const storage = createMemoryStorage()
  await storage.kv.put(headKey(long.id), await wrap(headKey(long.id), edition))
  packed = await createMemoryService({ storage, partsOf: () => memory.source })
})

const bounded = encodeURIComponent('复工厂')
const exact = encodeURIComponent('开会')

describe('a search that looked through all that may hold its words', () => {
  const shown = async (path: string) => {
    const answer = await packed.fetch(path)
    return { answer, text: (await answer.text()).replaceAll('\r\n ', '') }
  }

  test.each([
    '.ics',
    '.jcal.json',
    '.atom',
    '.rss',
    '.feed.json',
    '.md',
    '.jsonld',
    '.csv',
    '.ndjson',
    '',
  ])('has the total in events%s, and nothing to hold back', async (extension) => {
    const whole = /ics|jcal/.test(extension) ? '' : '&limit=500'
    const { answer, text } = await shown(`${base}/events${extension}?q=${bounded}&lang=en${whole}`)
    const { headers } = answer
    expect(headers.get('jishi-total-relation')).toBeNull()
    expect([headers.get('jishi-total'), headers.get('jishi-held-back')]).toEqual(['15', '0'])
    expect(text).not.toMatch(/holds back|At most|the rest|on this page/)
    expect(text).toMatch(extension === '.atom' ? /<fh:complete\/>/ : /./)
  })

  test('counts only these', async () => {
    const { text } = await shown(`${base}/events?q=${bounded}&limit=500&facets=true`)
    const { facets } = JSON.parse(text) as { facets: { theme: { count: number }[] } }
    expect(facets.theme.length).toBeGreaterThan(0)
    for (const { count } of facets.theme) expect(count).toBeLessThanOrEqual(15)
  })

  test('has a calendar that the page to subscribe to does not call full', async () => {
    const { text } = await shown(`/timelines/town-2020/subscribe?q=${bounded}&lang=en`)
    expect(text).toContain('The calendar has 15 events')
    expect(text).not.toMatch(/It is full/)
  })
})

test('a calendar has what it can show behind more events than are read at once', async () => {
  const { edition, memory } = await twice([
    document({
      events: [
        event({ id: 'to-the-day', date: '1901-05-05', kind: 'point' }),
        ...Array.from({ length: 10_001 }, (_, index) =>
          event({ id: `y-${index}`, date: '1950', kind: 'point' }),
        ),
      ],
    }),
  ])
  const storage = createMemoryStorage()
  await storage.kv.put(headKey(long.id), await wrap(headKey(long.id), edition))
  const vague = await createMemoryService({ storage, partsOf: () => memory.source })
  const text = await (await vague.fetch(`${base}/events.ics?lang=en`)).text()
  expect(text).toContain('UID:to-the-day.')
  expect(text.replaceAll('\r\n ', '')).not.toMatch(/holds back|the rest/)
})

describe('a total that is an upper bound', () => {
  test('is told in JSON, and in the header of every format and of no exact answer', async () => {
    for (const extension of ['', ...formats.map((format) => `.${format.extension}`)]) {
      const answer = await packed.fetch(`${base}/events${extension}?q=${bounded}&limit=5`)
      expect(answer.headers.get('jishi-total-relation'), extension).toBe('lte')
      expect(answer.headers.get('jishi-total'), extension).toBe('150')
      const other = await packed.fetch(`${base}/events${extension}?q=${exact}&limit=5`)
      expect(other.headers.get('jishi-total-relation'), extension).toBeNull()
    }
    const json = await (await packed.fetch(`${base}/events?q=${bounded}&limit=14`)).json()
    expect(json).toMatchObject({ total: { value: 150, relation: 'lte' } })
  })

  test.each(['ics', 'atom', 'rss', 'feed.json', 'jsonld', 'md', 'timelinejs.json', 'jcal.json'])(
    'is told in the words of %s',
    async (extension) => {
      const words = /At most\s+150 events/
      const textOf = async (q: string) => {
        const answer = await packed.fetch(`${base}/events.${extension}?q=${q}&limit=5&lang=en`)
        return (await answer.text()).replaceAll('\r\n ', '')
      }
      expect(await textOf(bounded)).toMatch(words)
      expect(await textOf(exact)).not.toMatch(/At most/)
    },
  )

  test('is told to agents, in words and as data', async () => {
    const find = async (q: string) => {
      const call = {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'find_events', arguments: { timeline: long.id, q, lang: 'en' } },
      }
      const answer = await packed.fetch('/mcp', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(call),
      })
      return JSON.stringify(await answer.json())
    }
    expect(await find('复工厂')).toMatch(/At most \d+ events.*"atMost":true/)
    expect(await find('开会')).not.toMatch(/At most|atMost/)
  })
})

const months = ['2019-11', '2019-12', '2020-01', '2020-02', '2020-03']
/** All events have the word, more than a page or a picture has; every ninth has no date. */
const longer = document({
  events: Array.from({ length: 180 }, (_, index) =>
    event({
      id: `e-${index}`,
      title: '复工厂',
      summary: String(index).padStart(5, '零').repeat(900),
      themes: [index % 2 === 0 ? 'prevention' : 'reopening'],
      ...(index % 9 === 0
        ? { date: '[..2020-03-13]', kind: 'undated' }
        : { date: months[index % 5] ?? '', kind: 'point' }),
    }),
  ),
})

describe('the pages of an answer whose counts are upper bounds', () => {
  let service: MemoryService
  beforeAll(async () => {
    const { edition, memory } = await twice([longer])
    const storage = createMemoryStorage()
    await storage.kv.put(headKey(longer.id), await wrap(headKey(longer.id), edition))
    service = await createMemoryService({ storage, partsOf: () => memory.source })
  })

  /** The numbers of events in headings, chips, options, the rail, bars, rows of the picture and notes. */
  const numbersIn = (text: string) =>
    [
      /<small>([^<]*)<\/small>/g,
      /class="chip-count">([^<]*)</g,
      /\(([^()]*)\)<\/option>/g,
      /class="bin"[^>]*><title>[^<]*: ([^<]*)</g,
      /class="(?:ring|sample)"[^>]*>(?:<\/span>|.*?<\/svg>)([^<]*)<\/span>/g,
      /class="notice">(\S+) events have no date/g,
      /(?:role="status"|class="small-print")>(\S+) events/g,
    ].map((pattern) => Array.from(text.matchAll(pattern), ([, number = '']) => number))
  const page = async (path: string) => {
    const answer = await service.fetch(`/timelines/town-2020${path}`)
    return numbersIn(await answer.text())
  }

  test.each([
    ['', 'headings, rail, options, bars, rows and the note', [0, 1, 2, 3, 4, 5, 6]],
    ['/embed', 'the frame', [0, 1, 2, 3, 4, 5, 6]],
    ['/embed?layout=compact', 'chips', [0, 1, 2, 5, 6]],
    ['/subscribe', 'chips', [1, 6]],
  ])('%s tell that of every number in %s', async (path, _, kinds) => {
    const at = (filter: string) =>
      page(`${path}${path.includes('?') ? '&' : '?'}${filter}&from=2019-01-01&lang=en`)
    const [bounds, counts] = [await at(`q=${bounded}`), await at('theme=prevention')]
    expect(kinds.filter((kind) => bounds[kind]?.length === 0)).toEqual([])
    expect(bounds.flat().filter((number) => !/^(?:≤[1-9]|0)/.test(number))).toEqual([])
    expect(counts.flat().filter((number) => number.includes('≤'))).toEqual([])
  })
})
