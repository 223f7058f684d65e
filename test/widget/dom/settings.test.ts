// What the attributes of the element mean, and that what cannot be used is told.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { settingsOf } from '../../../src/widget/settings.ts'

const warnings: string[] = []

beforeEach(() => {
  warnings.length = 0
  // What it stands in is no shadow tree.
  vi.stubGlobal('ShadowRoot', EventTarget)
  vi.stubGlobal('navigator', { languages: ['de'] })
  vi.spyOn(console, 'warn').mockImplementation((text: string) => void warnings.push(text))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const page = 'https://host.example/timelines/town'

/** The settings of an element with these attributes, in a stand-in for a document. */
const settings = (attributes: Readonly<Record<string, string>>) =>
  settingsOf({
    getAttribute: (name: string) => ({ src: page, ...attributes })[name] ?? null,
    baseURI: 'https://site.example/news',
    closest: () => null,
    getRootNode: () => ({}),
  } as unknown as HTMLElement)

test.each([
  ['1', 1],
  ['500', 500],
  ['501', 500],
  ['1000', 500],
  ['', undefined],
])('limit="%s" is %s', (limit, expected) => {
  expect(settings({ limit }).limit).toBe(expected)
  expect(warnings).toEqual([])
})

test.each([
  ['limit', '0'],
  ['limit', 'ten'],
  ['limit', '0x10'],
  ['limit', '-5'],
  ['limit', '2.5'],
  ['layout', 'Picture'],
  ['sync', 'Hash'],
  ['heading-level', '5'],
  ['color-scheme', 'Dark'],
  ['loading', 'now'],
])('%s="%s" is as if it were not there, and is told once', (name, value) => {
  expect(settings({ [name]: value })).toEqual(settings({}))
  expect(settings({ [name]: value })).toEqual(settings({}))
  expect(warnings).toEqual([expect.stringContaining(`ignores ${name}="${value}"; usable: `)])
})

test('values that can be used are used, and nothing is told', () => {
  const all = {
    layout: 'picture',
    sync: 'hash',
    'heading-level': '4',
    'color-scheme': 'dark',
    loading: 'eager',
  }
  expect(settings(all)).toMatchObject({ layout: 'picture', sync: true, level: 4 })
  expect(warnings).toEqual([])
})

test.each([
  [
    `${page}?theme=a&theme=b&q=rain`,
    [
      ['theme', 'a'],
      ['theme', 'b'],
      ['q', 'rain'],
    ],
  ],
  [`${page}/?q=rain&theme=`, [['q', 'rain']]],
  [`${page}/embed?sort=-date`, [['sort', '-date']]],
  ['https://host.example/v1/timelines/town?q=rain', [['q', 'rain']]],
])('the filter of %s counts', (src, filter) => {
  expect(settings({ src })).toMatchObject({
    base: 'https://host.example',
    timeline: 'town',
    filter,
  })
  expect(warnings).toEqual([])
})

test('an attribute counts in place of the same parameter of src', () => {
  const { filter } = settings({ src: `${page}?theme=a&theme=b&q=rain`, theme: 'c d' })
  expect(filter).toEqual([
    ['theme', 'c d'],
    ['q', 'rain'],
  ])
})

test('what else src says is told', () => {
  const src = `${page}/events/rain?edition=3&q=rain#sun`
  expect(settings({ src })).toMatchObject({ timeline: 'town', filter: [['q', 'rain']] })
  expect(warnings).toEqual([expect.stringContaining('ignores /events/rain edition=3 #sun in src')])
})

test.each([
  '',
  page + '.md',
  'https://host.example/',
  'mailto:timelines/town',
  'https://host.example/timelines/Town',
])('src="%s" is no address of a timeline', (src) => {
  expect(settings({ src }).timeline).toBe('')
})
