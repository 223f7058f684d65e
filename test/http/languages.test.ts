import * as v from 'valibot'
import { beforeAll, describe, expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { TimelineJson } from '../../src/http/routes/timelines.ts'
import { actor, document, event, measure, source } from '../support/document.ts'
import { hasRoomFor } from '../support/event-ids.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'

/** A text that tells in which language it is. */
const both = (text: string) => ({ fr: `fr·${text}`, en: `en·${text}` })

/** A timeline in a language that our own words do not speak. */
const french: TimelineDocument = document({
  language: 'fr',
  title: both('town'),
  description: both('about'),
  credit: both('editors'),
  licence: { name: both('free') },
  themes: [{ id: 'prevention', label: both('prevention'), color: 0 }],
  actors: [
    actor({
      id: 'committee',
      kind: 'organization',
      name: both('committee'),
      role: both('role'),
      aliases: { fr: ['Comité'] },
    }),
    actor({ id: 'town', kind: 'place', name: both('place') }),
  ],
  sources: [source({ title: both('news'), publisher: both('press'), rights: both('rights') })],
  events: [
    event({
      title: both('formed'),
      summary: both('summary'),
      note: both('note'),
      links: [{ url: 'https://example.com/', title: both('link') }],
      measures: [
        measure({ label: both('label'), unit: both('unit'), value: 19, sourceWords: '19个' }),
      ],
    }),
  ],
})

let service: MemoryService
const textOf = async (path: string): Promise<string> => {
  const response = await service.fetch(path)
  const text = await response.text()
  expect(response.status, text).toBe(200)
  // Without the folds and escapes of a calendar, and those of XML.
  return text
    .replaceAll('\r\n ', '')
    .replaceAll('\\,', ',')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x22;', '"')
}

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(french)
  const disputed = french.events.map((one) => ({ ...one, status: 'disputed' as const }))
  await service.publish({ ...french, events: disputed }, 1)
  await service.publish(fusha as unknown as TimelineDocument)
})

const telling = formats.filter(({ name }) => hasRoomFor('language', name))
const base = '/v1/timelines/town-2020'

/** Where a format says in which language it is. */
const stated: Readonly<Record<string, (language: string) => string>> = {
  atom: (language) => `xml:lang="${language}"`,
  rss: (language) => `<language>${language}</language>`,
  'json-feed': (language) => `"language":"${language}","_timeline"`,
  jsonld: (language) => `"inLanguage":"${language}","version"`,
}

describe('a timeline in French and English, with French as its language', () => {
  const asked = [
    ['', 'fr', 'en'],
    ['?lang=fr', 'fr', 'en'],
    ['?lang=FR-ca', 'fr', 'en'],
    ['?lang=EN_us', 'en', 'fr'],
    ['?lang=de', 'fr', 'en'],
    ['?lang=zh-Hans', 'fr', 'en'],
    ['?lang=en', 'en', 'fr'],
  ] as const

  describe.each(asked)('asked for with %j', (query, spoken, other) => {
    test.each(telling.map((format) => [format.name, format] as const))(
      'is told in one language as %s',
      async (name, { extension }) => {
        for (const path of [`events.${extension}`, `events/branches-formed.${extension}`]) {
          const text = await textOf(`${base}/${path}${query}`)
          expect(text).toContain(`${spoken}·formed`)
          expect(text).not.toContain(`${other}·`)
          expect(text).toContain(stated[name]?.(spoken) ?? '')
        }
      },
    )

    test.each(
      formats.filter((format) => !telling.includes(format)).map(({ extension }) => extension),
    )('is told in all languages as .%s', async (extension) => {
      const text = await textOf(`${base}/events.${extension}${query}`)
      for (const language of [spoken, other]) expect(text).toContain(`${language}·formed`)
    })

    test('is told in one language on the page of an event, for programs', async () => {
      const page = await textOf(`/timelines/town-2020/events/branches-formed${query || '?lang=fr'}`)
      const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
      expect(data).toContain(`"${spoken}·formed"`)
      expect(data).not.toContain(`${other}·`)
    })

    test('is corrected in it', async () => {
      const text = await textOf(`${base}/editions.atom${query}`)
      expect(text).toContain(`${spoken}·formed</a>`)
      expect(text).not.toContain(`${other}·`)
    })
  })

  test('has the words of our own in English, and names of a filter in French', async () => {
    const filtered = '?theme=prevention&from=2020-02-01'
    const name = 'fr·town · fr·prevention, from 1 February 2020'
    for (const format of ['ics', 'atom', 'rss', 'feed.json', 'jcal.json']) {
      expect(await textOf(`${base}/events.${format}${filtered}`)).toContain(name)
    }
    for (const format of ['ics', 'atom', 'rss', 'feed.json', 'csv', 'md', 'timelinejs.json']) {
      const text = await textOf(`${base}/events.${format}`)
      expect(text).toMatch(format === 'ics' ? /SUMMARY:fr·formed/ : /1–10 February 2020/)
    }
    expect(await textOf(`${base}/editions.atom`)).toContain('<del>confirmed</del>')
    expect(await textOf(`${base}/events.atom`)).toContain('<p lang="en"')
  })
})

test('the JSON API gives dates in the nearest language of our own, never in the first', async () => {
  const dateIn = async (lang: string) => {
    const { date } = JSON.parse(await textOf(`${base}/events/branches-formed?lang=${lang}`))
    return [date.words, date.short]
  }
  expect(await dateIn('fr')).toEqual(['1–10 February 2020', '1–10 February'])
  expect(await dateIn('zh-TW')).toEqual(['2020年2月1日至10日', '2月1日至10日'])
})

describe('fusha-2020 in a language that it lacks', () => {
  const titles = fusha.events.filter(({ date }) => date !== '').map(({ title }) => title)

  test.each(telling.map(({ name, extension }) => [name, extension]))(
    'has Chinese contents as %s',
    async (name, extension) => {
      const text = await textOf(
        `/v1/timelines/fusha-2020/events.${extension}?lang=fr&vague=include`,
      )
      const shown = titles.filter((title) => text.includes(title['zh-Hans']))
      expect(shown.length).toBeGreaterThan(25)
      expect(titles.filter((title) => text.includes(title.en))).toEqual([])
      for (const { label } of fusha.themes) expect(text).not.toContain(label.en)
      expect(text).toContain(stated[name ?? '']?.('zh-Hans') ?? '')
      expect(text).toContain(name === 'jsonld' ? '2020-02-24' : 'as of 24 February 2020')
    },
  )

  test('has them also in the JSON API, with dates in English', async () => {
    const { events } = JSON.parse(await textOf('/v1/timelines/fusha-2020/events?lang=fr&limit=500'))
    expect(events.map((one: { title: string }) => one.title)).toEqual(
      expect.arrayContaining(titles.map((title) => title['zh-Hans'])),
    )
    for (const { date } of events) expect(date.words).toMatch(/ 20\d\d\b/)
  })
})

describe('equal queries have equal tags, however they are spelled', () => {
  const tagOf = async (path: string) => (await service.fetch(path)).headers.get('etag')

  test.each([
    [`${base}/events?limit=50`, `${base}/events`],
    [`${base}/events.atom?limit=50`, `${base}/events.atom?sort=date`],
    [`${base}/events.atom?sort=-updated`, `${base}/events.atom`],
    [`${base}/events.jsonld?limit=100`, `${base}/events.jsonld`],
    [`${base}/events?lang=EN`, `${base}/events?lang=en`],
    [`${base}/events?lang=ZH-hans&limit=50`, `${base}/events?lang=zh-Hans`],
    [`${base}/events.csv?lang=zh-hant-tw`, `${base}/events.csv?lang=zh-Hant-TW`],
    [`${base}/events/branches-formed?lang=FR`, `${base}/events/branches-formed?lang=fr`],
    [`${base}?lang=FR`, `${base}?lang=fr`],
    [`/v1/timelines?lang=FR`, `/v1/timelines?lang=fr`],
    [`${base}/editions.atom?lang=FR`, `${base}/editions.atom?lang=fr`],
    ['/timelines/town-2020?lang=EN', '/timelines/town-2020?lang=en'],
  ])('%s and %s', async (one, other) => {
    expect(await tagOf(one)).toMatch(/^"\w+-test"$/)
    expect(await tagOf(one)).toBe(await tagOf(other))
  })

  test('while the usual limit of one format is a limit to another', async () => {
    expect(await tagOf(`${base}/events.csv?limit=50`)).not.toBe(await tagOf(`${base}/events.csv`))
    const { links } = JSON.parse(await textOf(`${base}/events?limit=50&lang=EN`))
    expect(links.self).toBe(`https://timelines.example${base}/events?lang=en`)
  })
})

describe('a timeline in the JSON API', () => {
  const schema = v.strictObject(TimelineJson.entries)
  const read = async (query: string) => v.parse(schema, JSON.parse(await textOf(base + query)))

  test('fits its schema, with texts by language, or in one', async () => {
    const [whole, told] = [await read(''), await read('?lang=de')]
    expect(whole).toMatchObject({
      title: both('town'),
      licence: { name: both('free') },
      actors: [{ name: both('committee'), role: both('role'), count: 1 }, { name: both('place') }],
      sources: [{ title: both('news'), publisher: both('press'), rights: both('rights') }],
    })
    expect(told).toMatchObject({
      title: 'fr·town',
      description: 'fr·about',
      credit: 'fr·editors',
      licence: { name: 'fr·free' },
      themes: [{ label: 'fr·prevention', count: 1 }],
      actors: [{ name: 'fr·committee', role: 'fr·role' }, { name: 'fr·place' }],
      sources: [{ title: 'fr·news', publisher: 'fr·press', rights: 'fr·rights' }],
    })
    expect(JSON.stringify(told)).not.toContain('en·')
  })

  test('keeps other names of actors by language, whatever the language', async () => {
    expect((await read('?lang=en')).actors[0]).toMatchObject({ aliases: { fr: ['Comité'] } })
  })

  test('is listed in one language', async () => {
    const { timelines } = JSON.parse(await textOf('/v1/timelines?lang=it'))
    expect(timelines).toContainEqual(
      expect.objectContaining({ id: 'town-2020', title: 'fr·town', description: 'fr·about' }),
    )
  })
})
