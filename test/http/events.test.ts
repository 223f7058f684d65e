import { beforeAll, describe, expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json'
import type { EventJson } from '../../src/formats/json/event-json.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { get, getJson, problemOf, publish } from '../support/service.ts'

interface EventsAnswer {
  edition: number
  total: { value: number; relation: string }
  setAside: { undated: number }
  events: EventJson[]
  facets?: { theme: { id: string; count: number }[]; actor: { id: string; count: number }[] }
  links: Record<string, string>
}

const path = '/v1/timelines/fusha-2020/events'
const list = (query = ''): Promise<EventsAnswer> => getJson<EventsAnswer>(`${path}${query}`)
const ids = async (query: string): Promise<string[]> =>
  (await list(query)).events.map((event) => event.id)

beforeAll(async () => {
  await publish(fusha as unknown as TimelineDocument)
})

describe('filtering', () => {
  test('lists the reopening events of February in order, with 截至 kept', async () => {
    const answer = await list(`?theme=${encodeURIComponent('复工复产')}&from=2020-02`)
    expect(answer.events.map((event) => [event.id, event.date.words])).toMatchObject([
      ['cao-city-press-conference', { 'zh-Hans': '2020年2月23日' }],
      ['enterprises-above-designated-size-resumed', { 'zh-Hans': '截至2020年2月24日' }],
      ['key-industrial-projects-resume', { 'zh-Hans': '2020年2月25日' }],
      ['all-enterprises-resumed', { 'zh-Hans': '截至2020年2月29日' }],
      ['report-published', { 'zh-Hans': '2020年3月13日 07:45' }],
    ])
    expect(answer.setAside.undated).toBe(5)
  })

  test('finds an actor by id, by name and by alias', async () => {
    const byId = await ids('?actor=zhu-yuchen')
    expect(byId).toEqual([
      'zhu-volunteers-for-checkpoint',
      'zhu-checkpoint-duty',
      'zhu-merit-award',
    ])
    expect(await ids(`?actor=${encodeURIComponent('朱瑜晨')}`)).toEqual(byId)
    expect(await ids('?actor=zhu%20yuchen')).toEqual(byId)
    expect(await ids(`?actor=${encodeURIComponent('夜妈妈')}`)).toEqual(
      await ids('?actor=feng-suhua'),
    )
  })

  test('takes a comma as any, repetition as and, a leading hyphen as none', async () => {
    const all = (await list('?limit=500')).events
    const having =
      (...themes: string[]) =>
      (event: EventJson) =>
        themes.some((theme) => event.themes.includes(theme))
    const [a, b] = ['work-resumption', 'all-out-2020']
    expect(await ids(`?limit=500&theme=${a},${b}`)).toEqual(
      all.filter(having(a, b)).map((event) => event.id),
    )
    expect(await ids(`?limit=500&theme=-${a}`)).toEqual(
      all.filter((event) => !having(a)(event)).map((event) => event.id),
    )
    expect(await ids('?theme=epidemic-control&theme=work-resumption')).toEqual([
      'cao-city-press-conference',
      'report-published',
    ])
    expect(await ids('?theme=epidemic-control&actor=cao-fuquan')).toEqual([
      'cao-city-press-conference',
      'leaders-daily-inspections',
    ])
  })

  test('finds a place among the actors', async () => {
    expect(await ids('?actor=luosong-village')).toContain('feng-urges-calling-off-banquets')
  })

  test('finds words in any language, all of them', async () => {
    expect((await list(`?q=${encodeURIComponent('复工')}`)).total.value).toBeGreaterThan(2)
    expect(await ids('?q=MERIT%20nonsense')).toEqual([])
    expect(await ids('?q=second%20MERIT')).toEqual(['zhu-merit-award'])
  })

  test('finds the members of a group with it, at any depth, and says through whom [fault 5.4]', async () => {
    const own = await ids('?actor=fusha-enterprises&members=exclude')
    const firms = await ids('?actor=fusha-enterprises-above-designated-size')
    const all = await list(`?actor=${encodeURIComponent('阜沙镇企业')}&facets=true`)
    expect(all.events.map(({ id }) => id).toSorted()).toEqual(
      [...new Set([...own, ...firms])].toSorted(),
    )
    expect(all.events.length).toBeGreaterThan(own.length)
    const marked = all.events.filter(({ through }) => through !== undefined)
    expect(marked.map(({ id }) => id)).toEqual(firms.filter((id) => !own.includes(id)))
    expect(marked[0]?.through).toEqual(['fusha-enterprises-above-designated-size'])
    const answer = await get(`${path}.ndjson?actor=fusha-enterprises`)
    const lines = (await answer.text()).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as EventJson)).toEqual(
      (await list('?actor=fusha-enterprises&limit=500')).events,
    )
    expect(all.facets?.actor.find(({ id }) => id === 'fusha-enterprises')?.count).toBe(
      all.total.value,
    )
    // The squadron of the brigade of the police.
    expect(await ids('?actor=fusha-police')).toEqual(
      expect.arrayContaining(await ids('?actor=zhu-yuchen')),
    )
    expect(await ids('?limit=500&actor=-fusha-police')).not.toContain('zhu-merit-award')
  })

  const spelled = (word: string) => ids(`?q=${encodeURIComponent(word)}`)

  test.each([
    ['企業', '企业'],
    ['復工', '复工'],
    ['規上', '规上'],
    ['Jian’an', "Jian'an"],
    ['"三级网格"', '三级网格'],
    ['police.', 'police'],
    ['ＰＯＬＩＣＥ', 'police'],
  ])('finds %s as it finds %s [fault 5.1]', async (typed, written) => {
    expect(await spelled(typed)).toEqual(await spelled(written))
    expect((await spelled(typed)).length).toBeGreaterThan(0)
  })

  test('finds an actor by its name in the other script [fault 5.1]', async () => {
    expect(await ids(`?actor=${encodeURIComponent('馮素華')}`)).toEqual(
      await ids('?actor=feng-suhua'),
    )
  })

  test('finds the role of an actor [fault 5.6]', async () => {
    expect(await spelled('镇长')).not.toEqual([])
    expect(await spelled('党委书记')).toEqual(await spelled('黨委書記'))
  })

  test('answers with certainty only what surely was in the window', async () => {
    const certain = await ids('?match=certain&from=2020-02-01&to=2020-02-10')
    expect(certain).toEqual([
      'temporary-party-branches-formed',
      'party-members-canvass-households',
      'teachers-task-force-deployed',
    ])
  })

  test('counts the undated events that certainty leaves out, though they are asked for [fault 1.2]', async () => {
    const { setAside } = await list('?match=certain&from=2020-02&undated=include')
    expect(setAside).toEqual((await list('?from=2020-02')).setAside)
    expect(setAside.undated).toBeGreaterThan(0)
  })

  test('is not certain of a watch on a day of which no source says that it was kept [fault 1.9]', async () => {
    expect(await ids('?from=2020-02-15&to=2020-02-15')).toContain('liang-village-entrance-watch')
    expect(await ids('?match=certain&from=2020-02-15&to=2020-02-15')).toEqual([])
  })

  test('lists the award of 近日 at the end of the dated events, not in January', async () => {
    const dated = (await list('?limit=500')).events.filter((event) => event.date.kind !== 'undated')
    expect(dated.slice(-3).map((event) => event.id)).toContain('zhu-merit-award')
    expect((await ids('?to=2020-01')).at(-1)).toBe('zhu-merit-award')
    expect(await ids('?to=2020-01&match=certain')).not.toContain('zhu-merit-award')
  })

  test('counts the themes and actors of the whole answer on request', async () => {
    const { facets, total, events } = await list('?facets=true&theme=work-resumption&limit=1')
    expect(events).toHaveLength(1)
    expect(facets?.theme[0]).toMatchObject({ id: 'work-resumption', count: total.value })
    expect((await list('?limit=1')).facets).toBeUndefined()
  })

  test('gives texts in one language with lang', async () => {
    const [event] = (await list('?lang=en&actor=zhu-yuchen')).events
    expect(event).toMatchObject({
      title: expect.stringMatching(/^Zhu Yuchen/),
      date: { words: 'between 26 and 27 January 2020' },
    })
  })
})

describe('paging', () => {
  test.each(['date', '-date'])('walks all events once in the order %s', async (sort) => {
    const whole = await ids(`?limit=500&sort=${sort}`)
    const walked: string[] = []
    for (let next: string | undefined = `${path}?limit=4&sort=${sort}`; next !== undefined;) {
      const answer: EventsAnswer = await getJson(next)
      walked.push(...answer.events.map((event) => event.id))
      next = answer.links['next']?.replace('https://timelines.example', '')
    }
    expect(whole).toHaveLength(31)
    expect(walked).toEqual(whole)
  })

  test('refuses a cursor of another filter, and of another timeline [fault 7.5]', async () => {
    await publish({ ...(fusha as unknown as TimelineDocument), id: 'fusha-again' })
    const next = new URL((await list('?limit=4')).links['next'] ?? '')
    const other = next.pathname.replace('fusha-2020', 'fusha-again') + next.search
    expect((await get(next.pathname + next.search)).status).toBe(200)
    next.searchParams.set('theme', 'work-resumption')
    for (const address of [next.pathname + next.search, other])
      expect(await problemOf(await get(address))).toMatchObject({
        status: 400,
        name: 'invalid-cursor',
      })
  })
})

describe('one event', () => {
  test('has its citations', async () => {
    const event = await getJson<EventJson>(`${path}/zhu-merit-award`)
    expect(event.citations.length).toBeGreaterThan(1)
    expect(event.url).toBe('https://timelines.example/timelines/fusha-2020/events/zhu-merit-award')
  })

  test('is not found by another id', async () => {
    expect(await problemOf(await get(`${path}/nothing`))).toMatchObject({
      status: 404,
      name: 'not-found',
    })
  })
})

describe('conditional requests', () => {
  test('answer 304 to the tag of the same query, weak or strong, and 200 to another', async () => {
    const first = await get(`${path}?theme=work-resumption`)
    const etag = first.headers.get('etag') ?? ''
    await first.text()
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await get(`${path}?theme=work-resumption`, { 'if-none-match': tag })
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect(again.headers.get('access-control-allow-origin')).toBe('*')
    }
    expect((await get(`${path}?theme=work-resumption`, { 'if-none-match': '"x"' })).status).toBe(
      200,
    )
  })

  test('have one spelling in API, page, feed and calendar [fault 7.6]', async () => {
    const { links } = await list('?q=a%3Ab&theme=work%2Dresumption')
    const page = await (await get('/timelines/fusha-2020?theme=work-resumption&q=a%3ab')).text()
    const query = '?theme=work-resumption&q=a:b'
    for (const name of ['self', 'page', 'ics', 'atom'])
      expect(links[name]?.slice(links[name].indexOf('?')), name).toBe(query)
    for (const address of [links['self'], links['ics'], links['page']])
      expect(page).toContain(`href="${address?.replaceAll('&', '&amp;')}"`)
  })

  test('have one tag for all spellings of a query', async () => {
    const tags = await Promise.all(
      [
        `?theme=work-resumption,all-out-2020&q=`,
        `?q=&theme=${encodeURIComponent('奋战2020,复工复产')}`,
      ].map(async (query) => (await get(path + query)).headers.get('etag')),
    )
    expect(tags[0]).toBe(tags[1])
  })
})

describe('bad requests', () => {
  test.each([
    ['?colour=red', 'unknown-parameter', 'colour'],
    ['?from=2020&from=2021', 'duplicate-parameter', 'from'],
    ['?from=yesterday', 'invalid-parameter', 'from'],
    ['?from=2020-03&to=2020-02', 'invalid-parameter', 'to'],
    ['?theme=nonsense', 'invalid-parameter', 'theme'],
    ['?theme=,', 'invalid-parameter', 'theme'],
    ['?limit=0', 'invalid-parameter', 'limit'],
    ['?limit=501', 'invalid-parameter', 'limit'],
    ['?limit=1e1', 'invalid-parameter', 'limit'],
    ['?members=maybe', 'invalid-parameter', 'members'],
    ['?match=maybe', 'invalid-parameter', 'match'],
    ['?sort=title', 'invalid-parameter', 'sort'],
    [`?q=${'a'.repeat(201)}`, 'invalid-parameter', 'q'],
    ['?q=%E5%A4', 'invalid-parameter', undefined],
    ['?lang=%22', 'invalid-parameter', 'lang'],
    ['?cursor=x', 'invalid-cursor', 'cursor'],
  ])('%s is answered with %s', async (query, name, parameter) => {
    const problem = await problemOf(await get(path + query))
    expect(problem).toMatchObject({ status: 400, name })
    expect(problem.errors?.[0]?.parameter).toBe(parameter)
  })

  test('another edition than those kept is not found', async () => {
    expect(await problemOf(await get(`${path}?edition=9`))).toMatchObject({ status: 404 })
  })
})
