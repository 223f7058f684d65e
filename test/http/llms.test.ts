// The line of a timeline in /llms.txt says no more than is known: one event, none, or none with a date.
import { expect, test } from 'vitest'
import { filter } from '../../src/http/request/parameters.ts'
import { document, event } from '../support/document.ts'
import { createMemoryService } from '../support/memory-service.ts'

const point = (id: string, date: string) => event({ id, date, kind: 'point' })
const undatedOne = event({ date: '[..2020-02-24]', kind: 'undated' })

test('names every parameter of the filter', async () => {
  const service = await createMemoryService()
  const text = await (await service.fetch('/llms.txt')).text()
  const [, query = ''] = /^- Filter: .*\?(\S+)$/m.exec(text) ?? []
  expect([...new URLSearchParams(query).keys()]).toEqual([...Object.keys(filter), 'limit', 'lang'])
})

test.each([
  ['none', [], '0 events, edition 1'],
  ['undated', [undatedOne], '1 event, edition 1'],
  ['single', [point('a', '2020-02')], '1 event, 2020-02, edition 1'],
  [
    'several',
    [point('a', '-0043'), point('b', '2020-02-24')],
    '2 events, 44 BC to 24 February 2020, edition 1',
  ],
])('of %s', async (id, events, words) => {
  const service = await createMemoryService()
  await service.publish(document({ id, title: 'Title', events }))
  const text = await (await service.fetch('/llms.txt')).text()
  const address = `https?://[^)]+/timelines/${id}\\.md`
  expect(text).toMatch(new RegExp(`^- \\[Title\\]\\(${address}\\): ${words}$`, 'm'))
})
