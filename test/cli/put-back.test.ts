// Parts of an uploaded edition that the store has lost or damaged: put back by `jishi repair` from the
// document that was published.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { publishLarge } from '../../src/cli/publishing/large/publish-large.ts'
import { connect } from '../../src/cli/service/connection.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { document, event } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { ownFolder, ownService } from '../support/own.ts'
import { readPatiently } from '../support/patient-reads.ts'
import type { RealService } from '../support/real-service.ts'

readPatiently()

let folder = ''
let real: RealService

beforeEach(async () => {
  folder = ownFolder()
  real = await ownService()
})

const linesOf = ({ events, ...rest }: TimelineDocument): string =>
  [rest, ...events].map((one) => `${JSON.stringify(one)}\n`).join('')

const town = document({
  events: Array.from({ length: 12 }, (_, index) =>
    event({ id: `e-${index}`, date: `2020-02-${String(28 - index)}`, kind: 'point' }),
  ),
})

/** Publishes in parts whatever the size. */
async function publish(file: string, onto?: number) {
  const flags = { to: real.origin, wait: 0, yes: true, json: true, lang: 'en', source: [] } as const
  const own = { ...flags, ...(onto !== undefined && { onto }) }
  const connection = connect(own, { env: { PUBLISH_TOKEN: 'editor-token' } })
  return publishLarge({ file, flags: own, connection })
}

const uploads = (): number => real.calls.filter((call) => /^PUT .*\/parts/.test(call)).length

/** Of the store, by the name of a part. */
function spoil(part: string, how: 'lose' | 'damage'): () => boolean {
  const { stored, bytes } = real.service.kv
  const key = [...stored.keys(), ...bytes.keys()].find((own) => own.endsWith(`/${part}`)) ?? ''
  const [text, packed] = [stored.get(key), bytes.get(key)]
  if (how === 'lose') {
    stored.delete(key)
    bytes.delete(key)
  } else if (text !== undefined)
    stored.set(key, { ...text, value: text.value.replace('2020', '2021') })
  else
    bytes.set(
      key,
      Uint8Array.from(packed ?? [], (byte, at) => (at === 9 ? byte ^ 1 : byte)),
    )
  return () =>
    text === undefined
      ? String(bytes.get(key)) === String(packed)
      : stored.get(key)?.value === text.value
}

const putBack = async (file: string, ...more: string[]) => {
  const argv = [
    'repair',
    'town-2020',
    '--document',
    file,
    '--wait',
    '1',
    '--to',
    real.origin,
    ...more,
  ]
  const ended = await jishi(argv)
  return { ...ended, isBack: ended.code === 0 }
}

test('parts that the store has lost or damaged are put back from the document, and no others are sent', async () => {
  const file = join(folder, 'town.ndjson')
  writeFileSync(file, linesOf(town))
  await publish(file)
  const before = uploads()
  expect(await putBack(file)).toMatchObject({
    stdout: expect.stringMatching(/all \d+ parts are there/) as string,
  })
  expect(uploads()).toBe(before)
  for (const how of ['lose', 'damage'] as const)
    for (const part of ['a0', 'e0', 't0', 'd0', 'v0', 'c0']) {
      const isAsBefore = spoil(part, how)
      expect(isAsBefore(), part).toBe(false)
      const { code, stdout } = await putBack(file)
      expect([part, how, code, stdout]).toEqual([
        part,
        how,
        0,
        expect.stringContaining('1-u1: 1 of '),
      ])
      expect(isAsBefore(), part).toBe(true)
    }
})

test('parts of a later edition are put back as they were, with the histories of their events', async () => {
  const file = join(folder, 'town.ndjson')
  writeFileSync(file, linesOf(town))
  await publish(file)
  const next = join(folder, 'next.ndjson')
  const events = town.events
    .toReversed()
    .map((one, at) => (at === 3 ? { ...one, title: 'x' } : one))
  writeFileSync(next, linesOf({ ...town, language: 'en', events }))
  expect(await publish(next, 1)).toMatchObject({ json: { edition: 2 } })
  // Edits lie over it.
  const edited = await real.service.fetch('/v1/timelines/town-2020', {
    method: 'PATCH',
    headers: {
      authorization: 'Bearer editor-token',
      'content-type': 'application/vnd.jishi.edits+json',
      'if-match': '"2"',
    },
    body: JSON.stringify({ texts: { title: 'Another' } }),
  })
  expect(edited.status).toBe(200)
  const checks = ['e0', 'a0', 't0'].map((part) => spoil(`2-u2/${part}`, 'lose'))
  const { code, stdout } = await putBack(next, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    putBack: [
      {
        segment: '2-u2',
        edition: 2,
        sent: expect.toSatisfy(
          (sent: string[]) => sent.toSorted().join() === 'a0,e0,t0',
        ) as string[],
        other: [],
      },
    ],
  })
  expect(checks.map((isThere) => isThere())).toEqual([true, true, true])
})

test('no parts are put back from another document, which is told in the language of the terminal', async () => {
  const file = join(folder, 'town.ndjson')
  writeFileSync(file, linesOf(town))
  await publish(file)
  spoil('e0', 'lose')
  const before = uploads()
  const other = join(folder, 'other.ndjson')
  writeFileSync(other, linesOf({ ...town, title: 'other' }))
  expect(await putBack(other)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is not what was published as edition 1') as string,
  })
  expect(await putBack(other, '--lang', 'zh-Hans')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('不是发布为第1版时的文件') as string,
  })
  expect(uploads()).toBe(before)
  expect(await putBack(join(folder, 'nothing.ndjson'))).toMatchObject({ code: 2 })
  expect(await jishi(['repair', '--all', '--document', file, '--to', real.origin])).toMatchObject({
    code: 2,
  })
})
