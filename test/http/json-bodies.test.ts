// Bodies of JSON other than documents: each fault is told at its member, wherever it is sent.
import { beforeAll, expect, test } from 'vitest'
import { messages } from '../../src/messages/languages.ts'
import { editableTexts } from '../../src/edition/edits.ts'
import { EditsBody } from '../../src/http/routes/writes/edit.ts'
import { HeadBody } from '../../src/http/routes/writes/publish.ts'
import { CommitBody, LeaseBody } from '../../src/http/routes/writes/segments.ts'
import { document } from '../support/document.ts'
import { createMemoryService, writing, type MemoryService } from '../support/memory-service.ts'

let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document())
})

const base = '/v1/timelines/town-2020'
const lease = { digest: '0'.repeat(64), bytes: 1, parts: 1, document: {} }

test.each([
  ['PUT', '/head', {}, ['/edition']],
  ['PUT', '/head', { edition: 1, other: 1 }, ['']],
  ['PUT', '/head', { edition: 'x', note: 1 }, ['/edition', '/note']],
  ['PUT', '/head', [], ['']],
  ['PATCH', '', { put: {} }, ['/put']],
  ['PATCH', '', { drop: [1, 2] }, ['/drop']],
  ['PATCH', '', { texts: { language: 'en' } }, ['/texts']],
  ['PATCH', '', { texts: [] }, ['/texts']],
  ['PATCH', '', { other: [] }, ['']],
  ['PATCH', '', [], ['']],
  ['POST', '/segments', { ...lease, bytes: 'x' }, ['/bytes']],
  ['POST', '/segments', { ...lease, digest: 'x' }, ['/digest']],
  ['POST', '/segments', { ...lease, document: [] }, ['/document']],
  ['POST', '/segments', { ...lease, document: [{}] }, ['/document']],
  ['POST', '/segments', null, ['']],
  ['PUT', '/segments/2-u1', { parts: 'x' }, ['/root', '/parts', '/checksum']],
])('%s …%s of %j is refused at %j', async (method, path, body, pointers) => {
  const type = method === 'PATCH' ? 'application/vnd.jishi.edits+json' : 'application/json'
  const answer = await service.fetch(base + path, {
    method,
    headers: { ...writing(1), 'content-type': type },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(400)
  const { title, errors } = (await answer.json()) as {
    title: string
    errors: readonly { pointer: string; rule: string; detail: string }[]
  }
  expect(title).toContain('the body')
  expect(errors.map(({ pointer }) => pointer)).toEqual(pointers)
  for (const { pointer, rule, detail } of errors)
    expect([pointer, rule, detail]).toEqual([
      pointer,
      ...(own.get(pointer) ?? [wholeBody, saidOfAll]),
    ])
})

const wholeBody = expect.stringMatching(/^not-an?-(?:head|lease|commit|edit)$/) as string
const saidOfAll = expect.stringMatching(/^the body must be \{ .* \}$/) as string

/** What is said of a member alone. */
const own = new Map([
  ['/texts', ['not-edited-texts', expect.stringMatching(/^must be an object of title/) as string]],
  ['/digest', ['not-a-sha256', 'must be 64 hexadecimal digits']],
])

const bodies = {
  'not-a-head': HeadBody,
  'not-a-lease': LeaseBody,
  'not-a-commit': CommitBody,
  'not-an-edit': EditsBody,
} as const

test.each(Object.keys(messages) as (keyof typeof messages)[])(
  'the sentences of a refused body have its members, in %s',
  (language) => {
    const { rules } = messages[language].problems
    for (const [rule, { entries }] of Object.entries(bodies)) {
      const sentence = rules[rule as keyof typeof bodies]
      const told = [...sentence.matchAll(/"(\w+)"(\??):/g)].map(
        ([, name, mark]) => `${name}${mark}`,
      )
      const members = Object.entries(entries).map(
        ([name, member]) => name + (isOptional(member) ? '?' : ''),
      )
      expect([rule, ...told]).toEqual([rule, ...members])
    }
    expect(rules['not-edited-texts'].match(/[A-Za-z]{5,}/g)?.filter(isText)).toEqual([
      ...editableTexts,
    ])
  },
)

/** Also behind a pipe, whose first item it is. */
const isOptional = (member: { readonly type: string }): boolean => member.type === 'exact_optional'

const isText = (word: string): boolean => (editableTexts as readonly string[]).includes(word)

test.each([
  [{ put: [[]] }, '/put/0'],
  [{ themes: [[]] }, '/themes/0'],
  [{ actors: [[]] }, '/actors/0'],
  [{ sources: [[]] }, '/sources/0'],
  [{ texts: { title: [] } }, '/texts/title'],
  [{ texts: { licence: [] } }, '/texts/licence'],
  [{ texts: { credit: [] } }, '/texts/credit'],
])('a list in place of an object within edits is a fault there: %j', async (edits, pointer) => {
  const answer = await service.fetch(base, {
    method: 'PATCH',
    headers: { ...writing(1), 'content-type': 'application/vnd.jishi.edits+json' },
    body: JSON.stringify(edits),
  })
  expect(answer.status).toBe(422)
  const { errors } = (await answer.json()) as { errors: readonly { pointer: string }[] }
  expect(errors.map((error) => error.pointer)).toEqual([pointer])
})
