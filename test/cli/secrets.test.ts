// Canaries: a token that is right, one that is wrong, and the SHA-256 of both. Neither reaches an answer,
// the log, the store, the files that a command writes, or the terminal.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/edition/digest.ts'
import { document, event } from '../support/document.ts'
import { jishi, type Ended } from '../support/jishi.ts'
import { ownFolder, ownService, writeDocument } from '../support/own.ts'
import { createMemoryStorage, type MemoryStorage } from '../support/memory-service.ts'
import type { RealService } from '../support/real-service.ts'
import { watch } from '../support/watch.ts'

const tokens = ['canary-of-the-right-token-7f3a', 'canary-of-the-wrong-token-91c4'] as const
const [right, wrong] = tokens
const canaries = [...tokens, ...(await Promise.all(tokens.map(sha256)))]

let folder = ''
let storage: MemoryStorage
let real: RealService
const answers: string[] = []
const before = watch.response

beforeEach(async () => {
  folder = ownFolder()
  storage = createMemoryStorage()
  answers.length = 0
  watch.response = async (request, response) => {
    answers.push(JSON.stringify([...response.headers]), await response.clone().text())
    await before(request, response)
  }
  real = await ownService({
    service: {
      storage,
      tokens: [{ name: 'canary', sha256: await sha256(right), timelines: ['*'] }],
    },
  })
})

afterEach(async () => {
  watch.response = before
})

/** Everything that was written anywhere. */
const seen = (ended: readonly Ended[]): string =>
  [
    ...ended.flatMap(({ stdout, stderr }) => [stdout, stderr]),
    ...answers,
    ...real.service.logged.map((entry) => JSON.stringify(entry)),
    ...[...storage.kv.stored].flatMap(([key, { value, metadata }]) => [
      key,
      value,
      JSON.stringify(metadata),
    ]),
    ...globSync('**/*.*', { cwd: folder }).map((path) => readFileSync(join(folder, path), 'utf8')),
  ].join('\n')

const file = (title: string) => writeDocument(folder, document({ events: [event({ title })] }))

/** Every command that speaks to a service, in the order of an editor's work. */
const commands = (): string[][] => [
  ['publish', file('One'), '--yes'],
  ['publish', file('Two'), '--yes', '--json'],
  ['editions', 'town-2020'],
  ['diff', 'town-2020', '1', '2', '--json'],
  ['rollback', 'town-2020', '1', '--yes'],
  ['repair', 'town-2020', '--json'],
  ['repair', '--all'],
  ['pull', '--all', join(folder, 'pulled')],
  ['doctor'],
  ['doctor', '--json'],
  ['delete', 'town-2020', '--yes', '--json'],
]

describe.each([
  ['that is right', right],
  ['that is wrong', wrong],
])('a token %s, and its hash', (_, token) => {
  test('is in nothing that is answered, logged, stored, written or shown', async () => {
    const ended: Ended[] = []
    for (const argv of commands()) {
      const to = argv[0] === 'doctor' ? [real.origin] : ['--to', real.origin, '--wait', '1']
      ended.push(await jishi([...argv, ...to], { PUBLISH_TOKEN: token }))
    }
    const codes = ended.map(({ code }) => code)
    // None is misspelt (2); what needs a token is refused where it is wrong (5).
    expect(codes).not.toContain(2)
    expect(codes.includes(5)).toBe(token === wrong)
    expect(codes[0] === 0).toBe(token === right)
    expect(answers.length).toBeGreaterThan(20)
    const all = seen(ended)
    for (const canary of canaries) expect(all.includes(canary), canary).toBe(false)
  })

  test('is not shown where nothing answers, or something else does', async () => {
    const ended = [
      await jishi(['publish', file('One'), '--yes', '--to', 'http://localhost:1', '--wait', '0'], {
        PUBLISH_TOKEN: token,
      }),
      await jishi(['publish', file('One'), '--yes', '--to', `${real.origin}/x`, '--wait', '0'], {
        PUBLISH_TOKEN: token,
      }),
      await jishi(['repair', '--all', '--to', `http://a:${token}@localhost:1`], {
        PUBLISH_TOKEN: token,
      }),
    ]
    expect(ended.every(({ code }) => code !== 0)).toBe(true)
    const all = seen(ended)
    for (const canary of canaries) expect(all.includes(canary), canary).toBe(false)
  })
})

test('the canary is found where it is', () => {
  answers.push(`Bearer ${right}`)
  expect(canaries.some((canary) => seen([]).includes(canary))).toBe(true)
})
