// A refusal names what it is about: the rule that is broken, of the edition that was asked for.
import { beforeAll, expect, test } from 'vitest'
import { document, event } from '../support/document.ts'
import { createMemoryService, writing, type MemoryService } from '../support/memory-service.ts'
import { publishPacked } from '../support/upload.ts'

let service: MemoryService
let cursor: string

const bare = document()
const themed = document({
  themes: [...bare.themes, { id: 'markets', label: 'Markets', color: 2 }],
  events: bare.events.map((one) => ({ ...one, themes: ['markets'] })),
})
const uploaded = document({
  id: 'uploaded',
  events: Array.from({ length: 4 }, (_, index) =>
    event({ id: `e${index}`, title: { zh: '各市、县复工' } }),
  ),
})

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(themed)
  const first = await service.fetch('/v1/timelines/town-2020/events?theme=markets&limit=1')
  const { links }: Page = await first.json()
  cursor = new URL(links.next).search
  await service.publish(bare, 1)
  await service.publish(document({ id: 'down' }))
  await service.fetch('/v1/timelines/down', { method: 'DELETE', headers: writing(1) })
  await publishPacked(service, uploaded)
})

interface Page {
  readonly links: { readonly next: string }
}

interface Told {
  readonly rule?: string
  readonly errors?: readonly { readonly parameter?: string; readonly rule: string }[]
}

const told = async (response: Response) => {
  const { rule, errors = [] } = (await response.json()) as Told
  return [response.status, rule ?? errors.map((error) => `${error.parameter} ${error.rule}`)]
}
const read = async (address: string) => told(await service.fetch(`/v1/timelines/${address}`))

test.each([
  ['nothing/changes?since=1', 'no-such-timeline'],
  ['nothing/events?edition=1', 'no-such-timeline'],
  ['nothing/editions/1', 'no-such-timeline'],
  ['town-2020/changes?since=99', 'no-such-edition'],
  ['town-2020/events?edition=99', 'no-such-edition'],
  ['town-2020/events.ics?edition=99', 'no-such-edition'],
  ['town-2020/editions/99', 'no-such-edition'],
  ['town-2020/editions/99/parts/e0', 'no-such-edition'],
])('%s: %s', async (address, rule) => {
  expect(await read(address)).toEqual([404, rule])
})

test.each([
  ['DELETE nothing', 'no-such-timeline', null],
  ['PATCH nothing', 'no-such-timeline', '{ "drop": ["a"] }'],
  ['PUT nothing/head', 'no-such-timeline', '{ "edition": 1 }'],
  ['PUT town-2020/head', 'no-such-edition', '{ "edition": 99 }'],
  ['PUT down/head', 'nothing-to-restore', '{ "edition": 2 }'],
])('%s: %s', async (request, rule, body) => {
  const [method = '', address] = request.split(' ')
  const edits = { 'content-type': 'application/vnd.jishi.edits+json' }
  const headers = { ...writing(2), ...(method === 'PATCH' && edits) }
  const init = { method, headers, body }
  expect(await told(await service.fetch(`/v1/timelines/${address}`, init))).toEqual([404, rule])
})

test('a repair of what was never published says so', async () => {
  const { authorization = '' } = writing(1)
  const init = { method: 'POST', headers: { authorization } }
  const repaired = await service.fetch('/v1/timelines/nothing/repair', init)
  expect(await told(repaired)).toEqual([404, 'no-such-timeline'])
})

test('names of a filter are those of the edition that is asked for, also beside other faults', async () => {
  const bad = 'from=bad'
  const only = [400, ['from not-a-window-day']]
  expect(await read(`town-2020/events?theme=markets&${bad}`)).toEqual([
    400,
    ['from not-a-window-day', 'theme no-such-theme'],
  ])
  expect(await read(`town-2020/events?theme=markets&edition=1&${bad}`)).toEqual(only)
  expect(await read(`town-2020/events${cursor}&${bad}`)).toEqual(only)
  expect(await read(`town-2020/events?theme=markets&edition=x`)).toEqual([
    400,
    ['edition whole-number'],
  ])
  expect(await read(`town-2020/events?theme=markets&edition=99&${bad}`)).toEqual(only)
})

test.each([
  ['en', 'two Chinese characters side by side'],
  ['zh-Hans', '两个汉字相连'],
  ['zh-Hant', '兩個漢字相連'],
])('characters that a mark keeps apart are not called too few, in %s', async (lang, words) => {
  const q = encodeURIComponent('市、县')
  const address = `/v1/timelines/uploaded/events?q=${q}&lang=${lang}`
  const { status, errors } = (await (await service.fetch(address)).json()) as {
    status: number
    errors: { rule: string; detail: string }[]
  }
  expect([status, errors[0]?.rule]).toEqual([400, 'too-broad'])
  expect(errors[0]?.detail).toContain(words)
  const found = await service.fetch(`/v1/timelines/uploaded/events?q=${encodeURIComponent('复工')}`)
  expect(found.status).toBe(200)
})
