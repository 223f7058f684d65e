// Where a mark of the picture leads within the element, and what the fragment says of it, in a stand-in
// for a document.
import { afterEach, expect, test, vi } from 'vitest'
import { messages } from '../../../src/messages/languages.ts'
import { moreIn } from '../../../src/widget/lazy/controls.ts'
import type { Stage } from '../../../src/widget/state.ts'

afterEach(() => void vi.unstubAllGlobals())

/** Presses the mark of the event `rain`; returns the address of the page, and how its card was reached. */
async function pressed(address: string, { base = address, own = '' } = {}) {
  const reached: string[] = []
  const card = {
    classList: { add: (name: string) => reached.push(name) },
    scrollIntoView: () => reached.push('scrolled'),
  }
  vi.stubGlobal('document', {
    baseURI: base,
    getElementById: (id: string) => (id === own ? {} : null),
  })
  vi.stubGlobal('location', { href: address, hash: new URL(address).hash })
  let page = address
  vi.stubGlobal('history', {
    state: null,
    pushState: (_state: null, _title: string, url: string) => (page = url),
  })
  const root = {
    getElementById: (id: string) => (id === 'rain' ? card : null),
    querySelector: () => null,
  }
  const stage = { root, shown: {}, settings: {} } as unknown as Stage
  await moreIn({ ...messages.en.list }).reach(stage, 'rain')
  return { page, reached }
}

const there = ['highlighted', 'scrolled']

test('a mark leads to its card, which the fragment then names', async () => {
  expect(await pressed('https://site.example/news')).toEqual({
    page: 'https://site.example/news#rain',
    reached: there,
  })
  expect((await pressed('https://site.example/news#other')).page).toBe(
    'https://site.example/news#rain',
  )
})

test.each([
  ['whose links lead elsewhere', 'https://site.example/news', { base: 'https://site.example/' }],
  ['whose router has the fragment', 'https://site.example/#/news', {}],
  ['whose older router has the fragment', 'https://site.example/#!/news', {}],
  ['that has such an element itself', 'https://site.example/', { own: 'rain' }],
  ['without an address of its own', 'about:srcdoc', { base: 'https://site.example/' }],
])('a mark leads to its card on a page %s, whose address stays', async (_, page, options) => {
  expect(await pressed(page, options)).toEqual({ page, reached: there })
})

test('a mark leads to its card as often as it is pressed', async () => {
  const page = 'https://site.example/news#rain'
  expect(await pressed(page)).toEqual({ page, reached: there })
})
