// A type of problem names all its causes on its own page, and an answer the one that it has.
import { expect, test } from 'vitest'
import { messages } from '../../src/messages/languages.ts'
import { document } from '../support/document.ts'
import { createMemoryService, writing } from '../support/memory-service.ts'

test.each([
  ['forbidden', [/other timelines/, /TLS/]],
  ['invalid-cursor', [/invalid/, /another timeline, edition or filter/, /packed anew/]],
  ['content-too-large', [/Shorten/, /parts/, /edits/]],
  ['unsupported-media-type', [/compression/, /JSON/, /edits/, /parts/]],
  ['digest-mismatch', [/Reserved/]],
  [
    'precondition-failed',
    [/another edition/, /none though there is one/, /entity tag/, /has none/],
  ],
  ['segment-incomplete', [/missing/, /of the commit/, /other content/]],
  ['invalid-part', [/faults/, /contradict/]],
  ['store-unavailable', [/responding/, /damaged/]],
] as const)('%s', (type, causes) => {
  for (const cause of causes) expect(messages.en.problems.types[type].detail).toMatch(cause)
})

test('a token that may not be used here: for other timelines, or sent without TLS', async () => {
  const told = async (publicUrl: string, token: string) => {
    const service = await createMemoryService({ publicUrl, isSecure: () => false })
    const headers = { ...writing(0), authorization: `Bearer ${token}` }
    const response = await service.fetch('/v1/timelines/town-2020', { method: 'DELETE', headers })
    const { rule, detail } = await response.json<{ rule: string; detail: string }>()
    return [response.status, rule, detail]
  }
  expect(await told('http://a.example', 'narrow-token')).toEqual([
    403,
    'other-timelines',
    'The token is valid, but for other timelines.',
  ])
  expect(await told('https://a.example', 'editor-token')).toEqual([
    403,
    'insecure-write',
    expect.stringMatching(/^The request came without TLS.*https\.$/),
  ])
})

test('a condition that does not hold: of a write by what there is, of a read by its tag', async () => {
  const service = await createMemoryService()
  const told = async (method: string, path: string, condition: Record<string, string>) => {
    const { 'if-none-match': _first, ...headers } = writing(0)
    const response = await service.fetch(path, {
      method,
      headers: { ...headers, ...condition },
      ...(method === 'PUT' && { body: JSON.stringify(document()) }),
    })
    const { title, rule, detail } = await response.json<Record<string, string>>()
    expect([response.status, title]).toEqual([412, 'The condition of the request does not hold'])
    return [rule, detail]
  }
  const address = '/v1/timelines/town-2020'
  expect(await told('PUT', address, { 'if-match': '"1"' })).toEqual([
    'no-edition-yet',
    expect.stringContaining('If-None-Match: *'),
  ])
  await service.publish(document())
  await service.publish(document({ title: 'Another' }), 1)
  service.clock.now += 10_000
  expect(await told('DELETE', address, { 'if-none-match': '*' })).toEqual([
    'edition-there',
    expect.stringContaining('has an edition already'),
  ])
  expect(await told('DELETE', address, { 'if-match': '"1"' })).toEqual([
    'other-edition',
    expect.stringContaining('another edition by now'),
  ])
  expect(await told('DELETE', address, { 'if-match': '"3"' })).toEqual([
    'later-edition',
    expect.stringContaining('no such edition yet'),
  ])
  expect((await told('GET', address, { 'if-match': '"x"' }))[0]).toBe('other-tag')
  expect((await told('POST', '/mcp', { 'if-match': '"x"' }))[0]).toBe('no-tag')
})
