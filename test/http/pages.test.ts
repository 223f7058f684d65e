import { exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { get, origin, problemOf, publish, put } from '../support/service.ts'

const base = '/timelines/fusha-2020'

beforeAll(async () => {
  await publish(fusha as unknown as TimelineDocument)
})

const paths = [
  ['/', 'fusha-2020'],
  [base, 'feng-begins-epidemic-control'],
  [`${base}?theme=work-resumption&from=2020-02`, 'all-enterprises-resumed'],
  [`${base}/events/zhu-merit-award`, '近日'],
  [`${base}/editions`, 'edition-1'],
  [`${base}/embed?actor=feng-suhua`, '每晚'],
  [`${base}/subscribe?theme=work-resumption`, 'webcal://'],
] as const

describe.each(paths)('%s', (path, part) => {
  test('is a page with a strict policy, in the language asked for', async () => {
    const response = await get(path, { 'accept-language': 'fr, zh-CN;q=0.9, en;q=0.5' })
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ])
    expect(response.headers.get('content-language')).toBe('zh-Hans')
    expect(response.headers.get('vary')).toBe('Accept-Language')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(
      path.includes('/embed') ? 'frame-ancestors *' : "frame-ancestors 'none'",
    )
    expect(policy).not.toContain('unsafe')
    const html = await response.text()
    expect(html).toContain(part)
    expect(html).not.toMatch(/ style=| on\w+=/)
  })

  test('speaks the language that its address names, whatever the browser says', async () => {
    const english = await get(`${path}${path.includes('?') ? '&' : '?'}lang=en`, {
      'accept-language': 'zh',
    })
    expect(english.headers.get('content-language')).toBe('en')
    expect(english.headers.has('vary')).toBe(false)
    expect(await english.text()).toContain('<html lang="en"')
  })

  test('answers 304 to a reader who has it', async () => {
    const first = await get(path)
    await first.text()
    expect((await get(path, { 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(304)
  })
})

test.each([
  ['/timelines/nothing', 404],
  [`${base}/events/nothing`, 404],
  [`${base}?theme=nonsense`, 400],
  [`${base}?cursor=nonsense`, 400],
])('%s is an error page with status %i', async (path, status) => {
  const response = await get(path, { 'accept-language': 'en' })
  expect([response.status, response.headers.get('content-type')]).toEqual([
    status,
    'text/html; charset=utf-8',
  ])
  const html = await response.text()
  expect(html).toContain('<html lang="en"')
  // Only the fields of a form and the links to other languages keep what was typed.
  expect(html.replaceAll(/ (?:value|href)="[^"]*"/g, '')).not.toContain('nonsense')
})

test('the page of an event offers its permalink, and names every fact alike', async () => {
  const page = await (await get(`${base}/events/zhu-merit-award?lang=en`)).text()
  const permalink = `https://timelines.example${base}/events/zhu-merit-award?lang=en`
  expect(page).toMatch(new RegExp(`Permalink<textarea[^>]*>${RegExp.escape(permalink)}</textarea>`))
  const facts = [...page.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, name = '']) => name)
  expect(facts).toContain('Themes')
  expect(facts.filter((name) => /^[a-z]/.test(name))).toEqual([])
})

/** Addresses and targets of the links of a page. */
const linksOf = (page: string): readonly string[] =>
  [...page.matchAll(/<a [^>]*href="([^"]*)"[^>]*?( target="\w+")?>/g)].map(
    ([, address, target = '']) => address + target,
  )

describe('an error page', () => {
  test.each([
    [`${base}?theme=zzz`, ['?', '/']],
    [`${base}?theme=zzz&lang=en`, ['?lang=en', '/?lang=en']],
    [`${base}?from=1&from=2&lang=en`, ['?lang=en', '/?lang=en']],
    [`${base}/subscribe?lang=xx-`, ['?', '/']],
    [`${base}/embed?theme=zzz&lang=en`, ['?lang=en target="_self"', '/?lang=en target="_blank"']],
    [`${base}/events/nope?lang=en`, ['..?lang=en', '/?lang=en']],
    [`${base}?edition=99`, ['?', '/']],
    ['/timelines/nothing', ['/']],
    ['/nope?lang=en', ['/?lang=en']],
  ])('of %s leads on, home and to the reference, and keeps its language', async (path, onward) => {
    const page = await (await get(path, { accept: 'text/html' })).text()
    const home = onward.at(-1) ?? ''
    const within = home.includes('target') ? ' target="_self"' : ''
    // What was typed stays; what the page does not have does not.
    const typed = /[?](?!lang)([^?]*?)(?:&lang=\w+)?$/.exec(path)?.[1]
    const kept = typed === undefined ? '' : `${typed.replaceAll('&', '&amp;')}&amp;`
    const languages = ['zh-Hans', 'zh-Hant', 'en'].map((tag) => `?${kept}lang=${tag}${within}`)
    const reference = home.replace('/', '/docs')
    expect(linksOf(page)).toEqual([home, ...onward, ...languages, reference])
  })

  test('leads from an event that is not there to its timeline', async () => {
    const { pathname, search } = new URL('..?lang=en', `${origin}${base}/events/nope`)
    const page = await (await get(pathname + search)).text()
    expect(page).toContain(`<title>${fusha.title.en}</title>`)
  })
})

describe('an address that nothing is at', () => {
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'en' }

  test.each(['/nope', '/timelines', '/timelines/', `${base}/nope`, '/timelines//'])(
    '%s is a page for browsers and a problem for programs',
    async (path) => {
      const page = await get(path, browser)
      expect([page.status, page.headers.get('content-type')]).toEqual([
        404,
        'text/html; charset=utf-8',
      ])
      expect(page.headers.get('vary')).toBe('Accept, Accept-Language')
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(await page.text()).toContain('Page not found')
      for (const accept of ['*/*', 'application/json', 'text/html;q=0']) {
        const problem = await get(path, { accept })
        expect(problem.headers.get('vary')).toBe('Accept')
        expect((await problemOf(problem)).name).toBe('not-found')
      }
    },
  )

  test.each(['/v1', '/v1/', '/v1/nope', '/v1/timelines/', '/v1/timelines/nothing'])(
    '%s of the API is a problem for everybody',
    async (path) => {
      const response = await get(path, browser)
      expect(response.headers.has('vary')).toBe(false)
      expect((await problemOf(response)).name).toBe('not-found')
    },
  )

  const unfollowed = (path: string, method = 'GET') =>
    exports.default.fetch(new Request(origin + path, { method, redirect: 'manual' }))

  test.each([base, `${base}/embed`, `${base}/events/zhu-merit-award`])(
    'a slash too many redirects to %s',
    async (path) => {
      for (const method of ['GET', 'HEAD']) {
        const response = await unfollowed(`${path}/?theme=a,b&lang=en`, method)
        const location = response.headers.get('location')
        expect([response.status, location]).toEqual([308, `${path}?theme=a,b&lang=en`])
      }
    },
  )

  test('nothing redirects to another site, nor anything but a read', async () => {
    for (const path of ['//elsewhere.example/', '/timelines//'])
      expect((await unfollowed(path)).status).toBe(404)
    expect((await unfollowed(`${base}/`, 'DELETE')).status).toBe(404)
  })
})

/** What a browser sends for the form of a page, without the fields that are empty. */
function submitted(page: string): readonly string[] {
  const form = /<form.*?<\/form>/s.exec(page)?.[0] ?? ''
  const fields = [...form.matchAll(/<input type="(\w+)" name="(\w+)"[^>]* value="([^"]*)"/g)]
    // A field for dates has no value but a day that it can show (HTML, 4.10.5.1.7).
    .filter(([, type, , value = '']) => type !== 'date' || /^\d{4}-\d\d-\d\d$/.test(value))
    .map(([, , name, value]) => `${name}=${value}`)
  const choices = [...form.matchAll(/<select name="(\w+)">(.*?)<\/select>/gs)].map(
    ([, name, options = '']) => `${name}=${/value="([^"]*)" selected/.exec(options)?.[1] ?? ''}`,
  )
  return [...fields, ...choices].filter((field) => !field.endsWith('=')).toSorted()
}

describe.each(['', '/embed', '/embed-code'])('the form of %s', (page) => {
  test.each([
    ['theme=front-line-exemplars,work-resumption'],
    ['theme=-work-resumption', 'theme=front-line-exemplars'],
    ['actor=feng-suhua,zhu-yuchen'],
    ['actor=-feng-suhua'],
    ['actor=feng-suhua', 'actor=zhu-yuchen'],
    ['from=-0043-03-15', 'to=2020-03-01'],
    ['match=certain', 'sort=-date', 'to=2020-03-01', 'undated=include'],
    ['actor=feng-suhua', 'lang=en', 'q=复工'],
  ])('keeps %s', async (...conditions) => {
    const response = await get(`${base}${page}?${conditions.join('&')}`)
    expect(response.status).toBe(200)
    const layout = page === '/embed-code' ? ['layout=auto'] : []
    expect(submitted(await response.text())).toEqual([...conditions, ...layout].toSorted())
  })
})

test('a form names in words what it keeps', async () => {
  const page = await (await get(`${base}?actor=-feng-suhua,zhu-yuchen&lang=zh-Hans`)).text()
  expect(page).toContain(
    '<option value="-feng-suhua,zhu-yuchen" selected>不含冯素华或朱瑜晨</option>',
  )
})

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

describe('the code to embed', () => {
  const codes = async (query: string) => {
    const page = await (await get(`${base}/embed-code?${query}`)).text()
    const [element = '', frame = '', oembed = ''] = [
      ...page.matchAll(/<textarea[^>]*>(.*?)<\/textarea>/gs),
    ].map(([, code = '']) => unescaped(code))
    return { page, element, frame, oembed: new URL(oembed).searchParams.get('url') ?? '' }
  }

  test('has every condition in element, frame and oEmbed', async () => {
    const query = 'theme=work-resumption&undated=include&sort=-date'
    const { page, element, frame, oembed } = await codes(`${query}&lang=en`)
    expect(page).toContain('Remove: </span><span>newest first')
    expect(element).toContain('theme="work-resumption" undated="include" sort="-date"')
    // So has the link that stands there until the element has loaded, also in the preview.
    const link = '<a href="https://timelines.example/timelines/fusha-2020'
    expect(unescaped(element)).toContain(`${link}?${query}&lang=en">`)
    expect(unescaped(page)).toContain(
      `<a href="/timelines/fusha-2020?${query}&lang=en" rel="nofollow">Fusha`,
    )
    expect(unescaped(frame)).toContain(`/embed?${query}&`)
    expect(oembed).toContain(`?${query}&`)
  })

  test('a compact layout reaches element, frame and oEmbed', async () => {
    const { element, frame, oembed } = await codes('theme=work-resumption&layout=compact')
    expect(element).toContain('layout="compact"')
    const [, address = ''] = /<iframe src="([^"]+)"/.exec(frame) ?? []
    expect(address).toContain('layout=compact')
    const answer = await get(`/oembed?url=${encodeURIComponent(oembed)}`)
    expect((await answer.json<{ html: string }>()).html).toContain('layout=compact')
    const path = unescaped(address).slice('https://timelines.example'.length)
    const compact = await get(path)
    const usual = await get(path.replace('&layout=compact', ''))
    expect(compact.headers.get('etag')).not.toBe(usual.headers.get('etag'))
    const [short, long] = [await compact.text(), await usual.text()]
    for (const part of [/<p class="event-summary"/, /class="picture/, /<dl/]) {
      expect([part, part.test(long), part.test(short)]).toEqual([part, true, false])
    }
    expect(short.match(/<article/g)).toHaveLength(long.match(/<article/g)?.length ?? 0)
    // Every link and field of the filter keeps the layout, once.
    const own = short.match(/target="_self" href="[^"]*"/g) ?? []
    expect(own.length).toBeGreaterThan(3)
    for (const link of own) expect(link.match(/layout=compact/g)).toHaveLength(1)
    expect(submitted(short)).toEqual(['layout=compact', 'theme=work-resumption'])
  })
})

test('the editions page and the corrections feed tell what an edition changed', async () => {
  const changed = structuredClone(fusha)
  changed.events[0]!.title = { 'zh-Hans': '改过的标题', en: 'A mended title' }
  const response = await put('/v1/timelines/fusha-2020?note=Mended', changed, {
    headers: { 'if-match': '"1"' },
  })
  expect(response.status).toBe(200)
  const page = await (await get(`${base}/editions?lang=en`)).text()
  expect(page).toContain('A mended title')
  const feed = await get('/v1/timelines/fusha-2020/editions.atom?lang=en')
  expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  expect(await feed.text()).toContain('A mended title')
})

describe('the head of pages', () => {
  test.each([
    ['zh-Hans', 'zh_CN', ['zh_TW', 'en_US']],
    ['zh-Hant', 'zh_TW', ['zh_CN', 'en_US']],
    ['en', 'en_US', ['zh_CN', 'zh_TW']],
  ])('names in %s the locale %s, and others [fault 8.12]', async (lang, locale, others) => {
    const page = await (await get(`${base}?lang=${lang}`)).text()
    const named = (property: string) =>
      [...page.matchAll(new RegExp(`property="${property}" content="([^"]*)"`, 'g'))].map(
        ([, value]) => value,
      )
    expect(named('og:locale')).toEqual([locale])
    expect(named('og:locale:alternate').toSorted()).toEqual(others.toSorted())
    expect(page).toContain('<link rel="icon"')
  })

  test('names every format of an event, and each can be read [fault 8.12]', async () => {
    const page = await (await get(`${base}/events/zhu-merit-award?lang=en`)).text()
    const links = [...page.matchAll(/rel="alternate" type="([^"]+)"[^>]* href="([^"]+)"/g)]
      .map(([, type = '', href = '']) => [type, href.replaceAll('&amp;', '&')] as const)
      .filter(([, href]) => href.includes('/v1/'))
    expect(links.length).toBeGreaterThan(9)
    for (const [type, href] of links) {
      const { pathname, search } = new URL(href)
      const answer = await get(pathname + search)
      expect(answer.status, href).toBe(200)
      expect(answer.headers.get('content-type')).toContain(type)
      await answer.arrayBuffer()
    }
  })
})

describe('oEmbed', () => {
  const ask = (query: string) => get(`/oembed?${query}`)
  const url = encodeURIComponent(`https://timelines.example${base}?theme=work-resumption`)

  test('gives a frame as JSON and XML within the size asked for', async () => {
    const json = await (
      await ask(`url=${url}&maxwidth=400&maxheight=300`)
    ).json<Record<string, unknown>>()
    expect(json).toMatchObject({ type: 'rich', version: '1.0', width: 400, height: 300 })
    expect(json['html']).toContain(`${base}/embed?theme=work-resumption`)
    const xml = await ask(`url=${url}&format=xml`)
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(await xml.text()).toContain('<type>rich</type>')
  })

  const titleOf = async (rest: string) => {
    const query = `url=${encodeURIComponent(`https://timelines.example${base}${rest}`)}`
    return (await (await ask(query)).json<{ title: string }>()).title
  }

  test('its title speaks the language of the address, and is that of the event it names', async () => {
    const timelineTitles = [await titleOf(''), await titleOf('?lang=en')]
    expect(timelineTitles).toEqual([fusha.title['zh-Hans'], fusha.title.en])
    const event = fusha.events.find(({ id }) => id === 'zhu-merit-award')
    const path = '/events/zhu-merit-award'
    expect([await titleOf(path), await titleOf(`${path}?lang=en`)]).toEqual([
      event?.title['zh-Hans'],
      event?.title.en,
    ])
  })

  test('the page of an event names its oEmbed addresses, which show it in its timeline', async () => {
    const page = await (await get(`${base}/events/zhu-merit-award?lang=en`)).text()
    const links = [
      ...page.matchAll(/type="(?:application\/json|text\/xml)\+oembed"[^>]* href="([^"]+)"/g),
    ]
    expect(links).toHaveLength(2)
    for (const [, link = ''] of links) {
      const { pathname, search } = new URL(link.replaceAll('&amp;', '&'))
      const answer = await get(pathname + search)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain(`${base}/embed?lang=en#zhu-merit-award`)
    }
  })

  test.each([
    [`url=${encodeURIComponent('https://other.example/timelines/fusha-2020')}`, 404],
    [`url=${encodeURIComponent('https://timelines.example/docs')}`, 404],
    [`url=${encodeURIComponent('https://timelines.example/timelines/nothing')}`, 404],
    ['url=nonsense', 404],
    [`url=${url}&format=yaml`, 501],
    ['format=json', 400],
  ])('%s is answered with %i', async (query, status) => {
    expect((await ask(query)).status).toBe(status)
  })

  test.each([
    '?theme=zzz',
    '?edition=99',
    '?cursor=abc',
    '?from=2020-13',
    '?from=2020&from=2021',
    '/embed?theme=zzz',
    '/events/nope',
    '/events/zhu-merit-award?edition=99',
  ])('%s, whose page is one of an error, has nothing to embed', async (rest) => {
    const page = encodeURIComponent(`https://timelines.example${base}${rest}`)
    const { name } = await problemOf(await ask(`url=${page}`))
    expect(name).toBe('not-found')
  })
})

test('a page that is kept is that of its address, language and way to say it', async () => {
  const event = `${base}/events/zhu-merit-award`
  const addresses = [
    base,
    `${base}?theme=work-resumption`,
    `${base}?lanes=actor`,
    `${base}/embed`,
    event,
  ].flatMap((path) =>
    [
      '',
      'lang=zh-Hans',
      'lang=zh-CN',
      'lang=zh',
      'lang=en',
      'lang=zh-Hant',
      'edition=1',
      'nonsense=1',
    ].map((more) => (more === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${more}`)),
  )
  const read = async (path: string, language: string) =>
    (await get(path, { 'accept-language': language })).text()
  const first = new Map<string, string>()
  for (const language of ['zh', 'en'])
    for (const path of addresses) first.set(`${language} ${path}`, await read(path, language))
  for (const [key, html] of first) {
    const [language = '', path = ''] = key.split(' ')
    expect(await read(path, language)).toBe(html)
    expect(html).toContain(
      path.includes('lang=zh-Hant')
        ? '<html lang="zh-Hant"'
        : path.includes('lang=zh')
          ? '<html lang="zh-Hans"'
          : path.includes('lang=en') || language === 'en'
            ? '<html lang="en"'
            : '<html lang="zh-Hans"',
    )
  }
  // The links of a page name a language where its address does.
  for (const path of addresses.filter((one) => !/lang|edition|nonsense/.test(one)))
    expect(first.get(`zh ${path}`)).not.toBe(
      first.get(`zh ${path}${path.includes('?') ? '&' : '?'}lang=zh-Hans`),
    )
})
