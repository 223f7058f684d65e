// A type of problem names all its causes on its own page, and an answer the one that it has.
import { expect, test } from 'vitest'
import { messages } from '../../src/messages/languages.ts'
import { createMemoryService, writing } from '../support/memory-service.ts'

test.each([
  ['forbidden', [/other timelines/, /TLS/]],
  ['invalid-cursor', [/invalid/, /another timeline or filter/, /packed anew/]],
  ['content-too-large', [/Shorten/, /parts/, /edits/]],
  ['unsupported-media-type', [/compression/, /JSON/, /edits/, /parts/]],
  ['digest-mismatch', [/Reserved/]],
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
