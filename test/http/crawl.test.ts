// A crawler in the real service: one that honours nofollow, noindex and robots.txt meets few addresses,
// each of which can be read, and yet every event in every language.
import { beforeAll, describe, expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { crawl, readRobots, type Crawled } from '../support/crawler.ts'
import { get, getJson, origin, publish } from '../support/service.ts'

const base = `${origin}/timelines/fusha-2020`
let met: Crawled

beforeAll(async () => {
  await publish(fusha as TimelineDocument)
})

describe('a crawler that honours what pages ask', () => {
  test('ends', async () => {
    const listed = async () =>
      (await getJson<{ timelines: unknown[] }>('/v1/timelines')).timelines.length
    await expect.poll(listed).toBe(1)
    met = await crawl({ origin, fetch: get, max: 2000 })
    expect(met.size).toBeLessThan(2000)
  })

  test('meets at most 3 addresses an event and language', () => {
    const ofTimeline = [...met.keys()].filter((url) => url.includes('fusha-2020'))
    expect(ofTimeline.length, ofTimeline.join('\n')).toBeLessThanOrEqual(
      3 * fusha.events.length * uiLanguages.length,
    )
  })

  test('can read each of them', () => {
    expect([...met].filter(([, { status }]) => status !== 200)).toEqual([])
  })

  test('meets every event as a page and as Markdown, in every language', () => {
    for (const { id } of fusha.events) {
      expect([...met.keys()]).toContain(`${base}/events/${id}`)
      for (const language of uiLanguages) {
        expect([...met.keys()]).toContain(`${base}/events/${id}?lang=${language}`)
        // Without a language, Markdown is in that of the timeline.
        const search = language === fusha.language ? '' : `?lang=${language}`
        expect([...met.keys()]).toContain(`${base}/events/${id}.md${search}`)
      }
    }
  })

  test('meets each theme, and no filter of two conditions', () => {
    for (const { id } of fusha.themes) expect([...met.keys()]).toContain(`${base}?theme=${id}`)
    const conditions = (url: string) =>
      [...new URL(url).searchParams.keys()].filter((name) => !/^(?:lang|timeline|part)$/.test(name))
    expect([...met.keys()].filter((url) => conditions(url).length > 1)).toEqual([])
  })
})

describe('the robots meta element', () => {
  test.each([
    ['', null],
    ['?theme=work-resumption&lang=en', null],
    ['?actor=zhu-yuchen', null],
    ['?from=2020-02-01&to=2020-02-10', null],
    ['?theme=work-resumption&actor=zhu-yuchen', 'noindex, nofollow'],
    ['?theme=work-resumption&from=2020-02', 'noindex, nofollow'],
    ['?theme=work-resumption&theme=epidemic-control', 'noindex, nofollow'],
    ['?q=复工&sort=-date', 'noindex, nofollow'],
  ])('of the list %s is %s', async (search, robots) => {
    const page = await (await get(`/timelines/fusha-2020${search}`)).text()
    expect(/<meta name="robots" content="([^"]*)">/.exec(page)?.[1] ?? null).toBe(robots)
  })
})

describe('robots.txt', () => {
  test('leaves calendars to those who ask it before they subscribe', async () => {
    const isAllowed = readRobots(await (await get('/robots.txt')).text())
    for (const path of [
      '/',
      '/timelines/fusha-2020.md?from=2020-02',
      '/v1/timelines/fusha-2020/events.ics?theme=work-resumption&lang=en',
      '/v1/timelines/fusha-2020/events?from=2020-02',
      '/v1/timelines/fusha-2020',
      '/llms.txt',
      '/widget/v1/event-timeline.js',
    ])
      expect(isAllowed(path), path).toBe(true)
    for (const path of [
      '/v1/timelines/fusha-2020/events.csv',
      '/v1/timelines/fusha-2020/events/zhu-merit-award.ics',
      '/v1/timelines/fusha-2020/changes?since=1',
      '/oembed?url=x',
    ])
      expect(isAllowed(path), path).toBe(false)
  })
})

describe('/sitemap.xml', () => {
  const entries = async (search: string) => {
    const answer = await get(`/sitemap.xml${search}`)
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8')
    return Array.from(
      (await answer.text()).matchAll(/<loc>([^<]+)<\/loc><lastmod>([^<]+)<\/lastmod>/g),
      ([, url = '', changed = '']) => ({ url, changed }),
    )
  }

  test('is the index of the sitemaps of all timelines', async () => {
    const [first, ...others] = await entries('')
    expect(others).toEqual([])
    expect(first?.url).toBe(`${origin}/sitemap.xml?timeline=fusha-2020`)
    expect(first?.changed).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  })

  test('of a timeline names the timeline, its themes and its events, each with its last change', async () => {
    const { edition } = await getJson<{ edition: { published: string } }>(
      '/v1/timelines/fusha-2020',
    )
    const named = await entries('?timeline=fusha-2020')
    expect(named.map(({ url }) => url).toSorted()).toEqual(
      [
        base,
        ...fusha.themes.map(({ id }) => `${base}?theme=${id}`),
        ...fusha.events.map(({ id }) => `${base}/events/${id}`),
      ].toSorted(),
    )
    expect(new Set(named.map(({ changed }) => changed))).toEqual(new Set([edition.published]))
  })

  test.each([
    ['?timeline=none', 404],
    ['?timeline=NOT', 404],
    ['?timeline=fusha-2020&part=0', 400],
    ['?timeline=fusha-2020&part=1', 200],
    ['?timeline=fusha-2020&part=2', 404],
    ['?part=x', 400],
    ['?utm_source=x', 200],
  ])('%s is answered with %i', async (search, status) => {
    const answer = await get(`/sitemap.xml${search}`)
    expect(answer.status).toBe(status)
    await answer.body?.cancel()
  })
})
