// Answers stay within their bounds, whatever is sent.
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/formats/all-formats.ts'
import { maxLinkBytes } from '../../src/http/response/links.ts'
import { document, event } from '../support/document.ts'
import { createMemoryService, writing } from '../support/memory-service.ts'

const base = '/v1/timelines/town-2020'

/** A body of about a megabyte with that element as often as there is room for it. */
const full = (list: string, element: unknown): string =>
  JSON.stringify({
    ...document(),
    [list]: Array.from(
      { length: Math.floor(1_000_000 / (Buffer.byteLength(JSON.stringify(element)) + 1)) },
      () => element,
    ),
  })

const nested = (element: unknown): unknown =>
  event({
    measures: [
      { label: 'a', value: 1, parts: Array.from({ length: 100_000 }, () => element) },
    ] as never,
  })

describe('a megabyte of faults is told in 100 and a number [fault B11]', () => {
  test.each([
    ['events that are empty', full('events', {})],
    ['events that are arrays', full('events', [])],
    ['events of fields that there are not', full('events', { a: 1, b: 2 })],
    ['sources that are empty', full('sources', {})],
    ['themes that are empty', full('themes', {})],
    ['actors with a wrong name', full('actors', { id: 'a', name: '' })],
    ['parts that are empty', JSON.stringify(document({ events: [nested({})] as never }))],
    [
      'references to nothing',
      full('events', event({ themes: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] })),
    ],
  ])('%s', async (_, body) => {
    const service = await createMemoryService()
    const response = await service.fetch(base, { method: 'PUT', headers: writing(0), body })
    const text = await response.text()
    expect(response.status).toBe(422)
    expect(text.length).toBeLessThan(30_000)
    const { detail, errors } = JSON.parse(text) as { detail: string; errors: unknown[] }
    expect(errors).toHaveLength(100)
    expect(detail).toContain('has more than 1000 faults, of which the first 100 are listed')
  })
})

test('up to 1000 faults are counted exactly', async () => {
  const service = await createMemoryService()
  const wrong = (count: number) =>
    document({
      events: Array.from({ length: count }, (_, at) => event({ id: `e${at}`, title: '' })),
    })
  for (const [count, told] of [
    [101, '101'],
    [1000, '1000'],
    [1001, 'more than 1000'],
  ] as const) {
    const problem = (await (await service.offer(wrong(count))).json()) as { detail: string }
    expect(problem.detail).toContain(`has ${told} faults, of which the first 100 are listed`)
  }
})

describe('the Link header [fault B12]', () => {
  const actors = document().actors.map(({ id }) => id)
  const clauses = (count: number): string =>
    Array.from({ length: count }, () => `actor=${[...actors, ...actors].join(',')}`).join('&')

  test.each([
    ['events', 0],
    ['events', 20],
    ...formats.flatMap(({ extension }): [string, number][] => [
      [`events.${extension}`, 0],
      [`events.${extension}`, 20],
    ]),
  ])('of %s with %d clauses is bounded', async (path, count) => {
    const service = await createMemoryService()
    await service.publish(document())
    const long = `q=${'复'.repeat(200)}`
    const response = await service.fetch(
      `${base}/${path}?${count === 0 ? '' : `${clauses(count)}&${long}`}`,
    )
    await response.text()
    expect(response.status).toBe(200)
    const link = response.headers.get('link') ?? ''
    expect(link.length).toBeLessThanOrEqual(maxLinkBytes)
    expect(link).toContain('rel="service-desc"')
    expect(link.includes('rel="alternate"')).toBe(count === 0)
  })
})

test.each(['\ufffe', '\uffff', '\u0000', '\ud800'])(
  'oEmbed in XML has no %j, which XML cannot have [fault B9]',
  async (character) => {
    const { oembedXml } = await import('../../src/page/share/oembed.ts')
    const view = {
      pageUrl: 'https://a.example/',
      frameUrl: 'https://a.example/',
      publicUrl: 'https://a.example',
      previewUrl: 'https://a.example/picture.png',
      providerName: 'a',
    }
    const xml = oembedXml({ ...view, title: `a${character}b & <c>` })
    expect(xml).not.toContain(character)
    expect(xml).toMatch(/<title>a\ufffd?b &#x26; &#x3C;c&gt;<\/title>/)
  },
)

describe('of an Accept header', () => {
  const languageOf = async (header: string): Promise<string | undefined> => {
    const service = await createMemoryService()
    await service.publish(document())
    const page = await service.fetch('/timelines/town-2020', {
      headers: { 'accept-language': header },
    })
    return /<html lang="([^"]*)"/.exec(await page.text())?.[1]
  }

  test.each([
    ['zh-CN', 'zh-Hans'],
    [`${'fr,'.repeat(300)}zh-CN`, 'zh-Hans'],
    [`${'fr,'.repeat(30_000)}zh-CN`, 'en'],
    ['x'.repeat(100_000), 'en'],
    [`zh-TW,${'fr;q=0.1,'.repeat(10_000)}`, 'zh-Hant'],
  ])('%.20s… only the beginning is read', async (header, language) => {
    expect(await languageOf(header)).toBe(language)
  })
})
