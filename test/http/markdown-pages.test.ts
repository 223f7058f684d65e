// The Markdown beside the pages, and the alternates that every page names.
import { beforeAll, describe, expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { routes } from '../../src/http/routes/table.ts'
import { isPage } from '../support/addresses.ts'
import { get, origin, publish } from '../support/service.ts'

const base = '/timelines/fusha-2020'
const event = 'zhu-merit-award'

beforeAll(async () => {
  await publish(fusha as TimelineDocument)
})

const textAt = async (path: string): Promise<string> => {
  const answer = await get(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

describe('the Markdown of a page', () => {
  test.each([
    [`${base}.md`, `/v1${base}/events.md`],
    [
      `${base}.md?theme=work-resumption&lang=en`,
      `/v1${base}/events.md?theme=work-resumption&lang=en`,
    ],
    [`${base}/events/${event}.md?lang=zh-Hant`, `/v1${base}/events/${event}.md?lang=zh-Hant`],
  ])('%s is the file of the API', async (page, file) => {
    expect(await textAt(page)).toBe(await textAt(file))
  })

  test.each([
    [`${base}.md?lang=en&from=2020-02`, `${base}?from=2020-02-01&lang=en`],
    [`${base}/events/${event}.md`, `${base}/events/${event}`],
  ])('%s names the page as the canonical address', async (file, page) => {
    const { headers, status } = await get(file)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(headers.get('link')).toContain(`<${origin}${page}>; rel="canonical"`)
  })

  test('continues beside the page until every event was given once', async () => {
    const ids: string[] = []
    let path = `${base}.md?limit=7&lang=en`
    for (let page = 0; page < 9 && path !== ''; page++) {
      const text = await textAt(path)
      ids.push(
        ...[...text.matchAll(/^- Permalink: <[^>]*\/events\/([^>]+)>$/gm)].map(([, id = '']) => id),
      )
      const next = /^- Next page: <([^>]+)>$/m.exec(text)?.[1] ?? ''
      expect(next === '' || next.startsWith(`${origin}${base}.md?`), next).toBe(true)
      path = next.slice(origin.length)
    }
    expect(ids.toSorted()).toEqual(fusha.events.map(({ id }) => id).toSorted())
  })

  test('has everything that an answer needs', async () => {
    const text = await textAt(`${base}/events/${event}.md?lang=en`)
    for (const part of [
      'between 27 January and 13 March 2020 (近日)',
      '`[2020-01-27..2020-03-13]` · On a day',
      'Cited words: “荣获个人二等功”',
      'Zhongshan Daily, 2020-03-13',
      `- Permalink: <${origin}${base}/events/${event}>`,
      'Edition 1, ',
    ])
      expect(text).toContain(part)
    const window = await textAt(`${base}.md?lang=en&from=2020-02-01&to=2020-02-10`)
    expect(window).toContain('10 events have no date, cannot')
  })

  test.each(['/timelines/none.md', '/timelines/Not.md', `${base}/events/none.md`])(
    '%s is not there',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      await answer.body?.cancel()
    },
  )
})

describe('every page names its alternates, and each can be read:', () => {
  const pages = routes.filter(isPage).map(({ path }) => path)

  test('there are such pages', () => expect(pages.length).toBeGreaterThan(6))

  test.each(pages)('%s', async (path) => {
    const page = path.replace('{timeline}', 'fusha-2020').replace('{event}', event)
    const text = await textAt(`${page}?lang=en`)
    const links = [
      ...text.matchAll(/<link rel="alternate" type="([^"]+)"[^>]* href="([^"]+)"/g),
    ].map(([, type = '', href = '']) => [type, href.replaceAll('&amp;', '&')] as const)
    const types = links.map(([type]) => type)
    const ofEvents = page.startsWith(base) && !page.endsWith('/editions')
    const wanted = ['application/json', ...(ofEvents ? ['text/markdown', 'text/calendar'] : [])]
    expect(types).toEqual(expect.arrayContaining(wanted))
    expect(new Set(links.map(([, href]) => href)).size, 'named twice').toBe(links.length)
    for (const [type, href] of links) {
      const answer = await get(href.slice(origin.length))
      expect(answer.status, href).toBe(200)
      expect(answer.headers.get('content-type'), href).toContain(type.replace('+oembed', ''))
      await answer.arrayBuffer()
    }
  })
})
