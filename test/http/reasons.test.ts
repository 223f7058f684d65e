// The reason of a refusal reaches the reader: pages keep the form, and say what the API says.
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { messages } from '../../src/messages/languages.ts'
import type { Messages } from '../../src/messages/languages.ts'
import { renderErrorPage } from '../../src/page/error.ts'
import { document } from '../support/document.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'
import { problemOf } from '../support/service.ts'

let service: MemoryService
beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document())
})

const api = '/v1/timelines/town-2020/events'
const pages = ['', '/embed', '/subscribe', '/embed-code'].map((end) => `/timelines/town-2020${end}`)
const read = async (address: string) => {
  const response = await service.fetch(address, { headers: { accept: 'text/html' } })
  return { response, html: await response.text() }
}

/** The text that a browser shows for escaped text. */
const shown = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const faulty = [
  ['from=2020-03-13&to=2020-01-01', ['to']],
  ['theme=nothing', ['theme']],
  ['from=2020-02-30', ['from']],
  [
    'theme=nothing&actor=nobody&from=2020-02-30&q=a+b+c+d+e+f+g+h+i+j+k',
    ['theme', 'actor', 'from', 'q'],
  ],
  ['from=2019-3-5&to=5/3/2019', ['from', 'to']],
] as const

describe.each(faulty)('?%s', (query, parameters) => {
  test.each(pages)(
    'on %s keeps what was typed, marks it, and says what the API says in each language [fault 6.1]',
    async (page) => {
      for (const language of uiLanguages) {
        const { response, html } = await read(`${page}?${query}&lang=${language}`)
        const problem = await problemOf(await service.fetch(`${api}?${query}&lang=${language}`))
        expect([response.status, response.headers.get('cache-control')]).toEqual([400, 'no-store'])
        expect(html).toContain(`<html lang="${language}">`)
        expect(problem.errors?.map(({ parameter }) => parameter).toSorted()).toEqual(
          [...parameters].toSorted(),
        )
        const fields = Array.from(
          html.matchAll(/<input type="(?:text|search)"[^>]*>/g),
          ([tag]) => tag,
        )
        for (const [name, value] of new URLSearchParams(query)) {
          const field = fields.find((tag) => tag.includes(` name="${name}"`)) ?? ''
          expect(shown(field)).toContain(` value="${value}"`)
          expect(field.includes('aria-invalid="true"')).toBe(
            (parameters as readonly string[]).includes(name),
          )
        }
        for (const { parameter, detail } of problem.errors ?? []) {
          const told = new RegExp(`id="fault-${parameter}">([^<]*)<`).exec(html)?.[1] ?? ''
          expect(shown(told)).toContain(detail)
          expect(html).toContain(`aria-describedby="fault-${parameter}"`)
        }
      }
    },
  )
})

test('other conditions are kept, faulty ones and the cursor are not [fault 6.1]', async () => {
  const { html } = await read(
    '/timelines/town-2020?from=x&undated=include&match=perhaps&cursor=abc&lang=en&utm_source=y',
  )
  const hidden = Array.from(
    html.matchAll(/<input type="hidden" name="(\w+)" value="(\w+)">/g),
    ([, name, value]) => `${name}=${value}`,
  )
  expect(hidden).toEqual(['undated=include', 'lang=en'])
  expect(shown(html)).toContain('match: must be possible or certain')
})

test('what is typed is text, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
      const typed = text.toWellFormed().replaceAll(/[\p{C}\s]/gu, '')
      fc.pre(typed !== '')
      const { html } = await read(
        `/timelines/town-2020?theme=${encodeURIComponent(`${typed}"><script>`)}&lang=en`,
      )
      expect(html.match(/<script/g)).toBeNull()
      expect(shown(html)).toContain(`value="${typed}"><script>"`)
    }),
    { numRuns: 60 },
  )
})

test('an unknown timeline has no form', async () => {
  const { response, html } = await read('/timelines/nothing?from=x&lang=en')
  expect(response.status).toBe(400)
  expect(html).not.toContain('<form')
})

describe('parameters that the page does not have', () => {
  test.each([
    ['en', 'theem, a parameter'],
    ['zh-Hans', 'theem、一个参数'],
    ['zh-Hant', 'theem、一個參數'],
  ])('are named in one line in %s, and nothing else is said [fault 6.6]', async (lang, names) => {
    for (const page of [...pages, '/timelines/town-2020/events/branches-formed', '/']) {
      const { response, html } = await read(`${page}?theem=reopening&%3Cblink%3E=1&lang=${lang}`)
      expect(response.status).toBe(200)
      expect(html.split(names)).toHaveLength(2)
      expect(html).not.toContain('<blink>')
    }
  })

  test.each([
    'from=timeline&isappinstalled=0',
    'from=groupmessage',
    'from=singlemessage&scene=1&clicktime=2&enterid=3',
    'utm_source=a&utm_campaign=b&fbclid=c&gclid=d&spm=e&share_source=f&_=g',
    'from=qq&tdsourcetag=a&subscene=b',
    'from=weibo&weibo_id=1&sharer_shareinfo=a&vd_source=b&bd_vid=c',
    'msclkid=a&mc_cid=b&mc_eid=c&igsh=d&srsltid=e&_gl=f&gad_source=1',
  ])('but were appended by others are ignored: %s [fault 8.12b]', async (query) => {
    const plain = '/timelines/town-2020?lang=en&from=2020-02'
    const { html: expected } = await read(plain)
    const { response, html } = await read(`${plain}&${query}`)
    expect(response.status).toBe(200)
    expect(html).toBe(expected)
    for (const feed of ['ics', 'atom', 'csv'])
      expect((await service.fetch(`${api}.${feed}?${query}`)).status).toBe(200)
    for (const page of pages) expect((await read(`${page}?${query}`)).response.status).toBe(200)
    const refused = await problemOf(await service.fetch(`${api}?${query}`))
    expect(refused.status).toBe(400)
    expect(refused.errors?.every(({ parameter }) => query.includes(`${parameter}=`))).toBe(true)
  })

  test('do not hide two dates', async () => {
    const { response } = await read('/timelines/town-2020?from=2020-02&from=2020-03')
    expect(response.status).toBe(400)
  })
})

describe('pages for people', () => {
  test.each([
    ['GET', '/nothing', 404, '<h1'],
    ['GET', '/timelines/town-2020/events/nothing', 404, 'no such event'],
  ])('%s %s is %i with its reason', async (method, address, status, words) => {
    const response = await service.fetch(address, {
      method,
      headers: { accept: 'text/html', 'accept-language': 'en' },
    })
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'text/html; charset=utf-8',
    ])
    const html = await response.text()
    expect(html).toContain(words)
  })

  const everyPage = [...pages, '/timelines/town-2020/events/branches-formed', '/', '/docs']
  const long = `q=${'x'.repeat(8192)}`

  /** Each page answers so in each language, whatever the client accepts. */
  async function expectPages(
    asked: Pick<MemoryService, 'fetch'>,
    {
      method = 'GET',
      query = '',
      accept = '*/*',
    }: { readonly method?: string; readonly query?: string; readonly accept?: string },
    expected: {
      readonly status: number
      readonly cache: string
      readonly title: (words: Messages) => string
    },
  ): Promise<void> {
    for (const page of everyPage)
      for (const language of uiLanguages) {
        const init = { method, headers: { accept, 'accept-language': language } }
        const response = await asked.fetch(`${page}?${query}`, init)
        const html = await response.text()
        expect([page, response.status, response.headers.get('content-type')]).toEqual([
          page,
          expected.status,
          'text/html; charset=utf-8',
        ])
        expect(response.headers.get('cache-control')).toBe(expected.cache)
        expect(response.headers.get('vary')).toBe('Accept-Language')
        expect(html).toContain(`<html lang="${language}">`)
        expect(shown(html)).toContain(expected.title(messages[language]))
      }
  }

  test('tell names that they do not have, also where something else is wrong [fault 6.6]', async () => {
    const paths = [
      ...everyPage,
      '/timelines/town-2020/editions',
      '/timelines/nothing',
      '/timelines/town-2020/events/nothing',
      '/timelines/town-2020?from=x',
    ]
    for (const path of paths) {
      const { html } = await read(`${path}${path.includes('?') ? '&' : '?'}thme=work&lang=en`)
      expect([
        path,
        shown(html).includes('Not understood in this address, and ignored: thme.'),
      ]).toEqual([path, true])
    }
  })

  test('tell that words of marks alone select nothing, but not of none', async () => {
    const isTold = async (words: string) => {
      const { html } = await read(`/timelines/town-2020?q=${words}&lang=en`)
      return shown(html).includes('Not understood in this address, and ignored: q.')
    }
    const told = ['%26', '%E2%80%A6', '&q=', '%20', '%26+work', 'work']
    expect(await Promise.all(told.map(isTold))).toEqual([true, true, false, false, false, false])
  })

  test('say that they are only read, where something is sent to them [fault 6.1]', async () => {
    await expectPages(
      service,
      { method: 'POST', accept: 'text/html, */*;q=0.8' },
      {
        status: 405,
        cache: 'no-store',
        title: ({ pages: { errors } }) => errors.notAllowed.title,
      },
    )
    const refused = await service.fetch('/timelines/town-2020', { method: 'DELETE' })
    expect(refused.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  })

  test('say that their address is too long, and lead to the one without filter [fault 6.1]', async () => {
    await expectPages(
      service,
      { query: long },
      {
        status: 414,
        cache: 'public, max-age=3600',
        title: ({ problems }) => problems.types['uri-too-long'].title,
      },
    )
    const { html } = await read(`/timelines/town-2020?${long}`)
    expect(html).toContain('<a class="chip" href="?">')
    expect(html).not.toContain('xxxx')
  })

  test('say that something went wrong, and the log says what [fault 6.1]', async () => {
    const broken = (): never => {
      throw new Error('a bug')
    }
    const store = {
      current: broken,
      edition: broken,
      changes: broken,
      timelines: broken,
      document: broken,
      part: broken,
      expire: broken,
    }
    const failing = await createMemoryService({ store, assets: broken })
    await expectPages(
      failing,
      {},
      {
        status: 500,
        cache: 'no-store',
        title: ({ pages: { errors } }) => errors.other.title,
      },
    )
    expect(failing.logged.length).toBe(everyPage.length * uiLanguages.length)
    expect(failing.logged.every(({ message }) => message === 'a bug')).toBe(true)
  })

  test('tell who asks too often to wait [fault 6.1]', () => {
    for (const language of uiLanguages) {
      const problem = { status: 429, title: '', detail: '', isExact: false, errors: [] }
      const speech = { ui: language, content: language, inAddress: false }
      const html = renderErrorPage({ publicUrl: 'https://a.example', speech, problem })
      expect(shown(html)).toContain(messages[language].pages.errors.tooMany.text)
    }
  })

  test('are for pages: programs get problems [fault 6.1]', async () => {
    const answers = [
      await service.fetch(api, { method: 'POST' }),
      await service.fetch(`${api}?${long}`),
      await service.fetch(`/nothing?${long}`),
      await service.fetch(`/health?${long}`),
    ]
    expect(answers.map((one) => [one.status, one.headers.get('content-type')])).toEqual(
      [405, 414, 414, 414].map((status) => [status, 'application/problem+json']),
    )
    expect((await read(`/nothing?${long}`)).response.headers.get('content-type')).toBe(
      'text/html; charset=utf-8',
    )
  })
})

describe('problems of the API', () => {
  test.each([
    ['', 'There is no such parameter'],
    ['&lang=zh-CN', '没有这个参数'],
    ['&lang=zh-TW', '沒有這個參數'],
    ['&lang=fr', 'There is no such parameter'],
  ])('are told in the language of the address alone: %s', async (lang, title) => {
    const response = await service.fetch(`${api}?colour=1${lang}`, {
      headers: { 'accept-language': 'zh-TW' },
    })
    expect(await problemOf(response)).toMatchObject({ title })
  })

  test.each([
    ['limit=0', 'must be a whole number from 1 to 500'],
    ['limit=501', 'must be a whole number from 1 to 500'],
    ['edition=1234567890', 'must be a whole number from 1 to 999999999'],
  ])('tell the range: %s [fault 6.7]', async (query, detail) => {
    expect(await problemOf(await service.fetch(`${api}?${query}`))).toMatchObject({
      errors: [{ detail }],
    })
  })

  test('propose dates, made from what was read [fault 6.4]', async () => {
    const { errors } = await problemOf(await service.fetch(`${api}?from=2019-3-5&to=5/3/2019`))
    expect(errors?.map((error) => (error as { proposals?: string[] }).proposals)).toEqual([
      ['2019-03-05'],
      ['2019-03-05', '2019-05-03'],
    ])
  })
})
