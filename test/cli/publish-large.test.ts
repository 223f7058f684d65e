// Collections as people bring them, published by the command line. With COLLECTION_SIZE=1 they are whole,
// 1,600 events and 1,500 articles, and every filter is compared with the same edition in one value; else
// the first is a sixth of that. With ALL_CASES=1 also a collection of 10 MB.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import type { EditionEntry } from '../../src/edition/head.ts'
import { headKey } from '../../src/store/keys.ts'
import { datedArticles, researchCollection } from '../support/collections.ts'
import {
  filtersOfArticles,
  filtersOfCollection,
  wrongFilters,
  type Page,
} from '../support/filters.ts'
import { jishi } from '../support/jishi.ts'
import { ownFolder, ownService } from '../support/own.ts'
import type { RealService } from '../support/real-service.ts'
import { breaking, linesOf } from '../support/uploads.ts'
import { readPatiently } from '../support/patient-reads.ts'

readPatiently()

const size = Number(process.env['COLLECTION_SIZE'] ?? 1 / 6)

let folder = ''
let real: RealService

beforeEach(async () => {
  folder = ownFolder()
  real = await ownService()
})

const brought = [
  [
    'a collection of 1,600 events of 2.8 kB',
    researchCollection(Math.ceil(1600 * size)),
    filtersOfCollection,
  ],
  ['1,500 dated articles', datedArticles(1500), filtersOfArticles],
] as const

test.each(size < 1 ? [] : brought)(
  '%s: published by the command line, every filter is right',
  async (_, document, filters) => {
    const path = join(folder, 'timeline.json')
    writeFileSync(path, JSON.stringify(document))
    const { code, stdout, stderr } = await jishi(['publish', path, '--to', real.origin, '--yes'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`Published as edition 1 of ${document.id}`)
    const { service } = real
    const head = service.kv.stored.get(headKey(document.id))?.value.split('\n')[1] ?? ''
    const { edition, adds } = JSON.parse(head) as { edition: EditionEntry; adds: unknown[] }
    expect(adds).toEqual([])
    expect(await wrongFilters(service, document, edition, filters)).toEqual([])
  },
)

test('a collection that two people edit is merged, pulled, rolled back and repaired', async () => {
  const first = researchCollection(Math.ceil(1600 * size))
  const [a, b] = [join(folder, 'a.json'), join(folder, 'b.json')]
  const run = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await jishi([...argv, '--to', real.origin])
    expect({ argv, code, stderr }).toEqual({ argv, code: 0, stderr: '' })
    return stdout
  }
  const pulled = async () => JSON.parse(await run('pull', 'collection')) as TimelineDocument
  const retitled = (document: TimelineDocument, index: number): TimelineDocument => ({
    ...document,
    events: document.events.map((event, at) =>
      at === index ? { ...event, title: { 'zh-Hans': `改题${index}` } } : event,
    ),
  })
  writeFileSync(a, JSON.stringify(first))
  await run('publish', a, '--yes')
  await run('pull', 'collection', '-o', b)
  writeFileSync(a, JSON.stringify(retitled(first, 3)))
  writeFileSync(b, JSON.stringify(retitled(first, 30)))
  await run('publish', a, '--yes')
  await run('publish', b, '--yes')
  expect(await pulled()).toEqual(retitled(retitled(first, 3), 30))
  const { service } = real
  const found = async (word: string) => {
    const path = `/v1/timelines/collection/events?q=${word}`
    const answer = await service.fetch(encodeURI(path))
    return [answer.status, answer.ok ? (await answer.json<Page>()).total.value : null]
  }
  expect([await found('改题3'), await found('改题30')]).toEqual([
    [200, 2],
    [200, 1],
  ])
  await run('rollback', 'collection', '1', '--yes')
  expect(await pulled()).toEqual(first)
  expect(await found('改题3')).toEqual([200, 0])
  for (const keys of [service.kv.stored, service.kv.bytes])
    for (const key of keys.keys()) if (key.startsWith('segment/')) keys.delete(key)
  service.clock.now += 86_400_000
  await run('repair', 'collection')
  expect(await found('捐修河工')).toEqual([200, expect.any(Number)])
  expect(await pulled()).toEqual(first)
})

test.skipIf(size < 1)(
  'a collection of 10 MB: continued after a broken connection, every filter right, pulled back',
  async () => {
    const collection = researchCollection(4400)
    const file = join(folder, 'collection.ndjson')
    writeFileSync(file, linesOf(collection))
    real.gate = breaking(2)
    const argv = ['publish', file, '--to', real.origin, '--yes', '--wait', '0']
    expect((await jishi(argv)).code).toBe(4)
    real.gate = undefined
    const { code, stdout, stderr } = await jishi(argv)
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('in parts') as string,
    })
    expect(stderr).toContain('from before')
    const { service } = real
    const head = service.kv.stored.get(headKey('collection'))?.value.split('\n')[1] ?? ''
    const { edition } = JSON.parse(head) as { edition: EditionEntry }
    expect(await wrongFilters(service, collection, edition, filtersOfCollection)).toEqual([])
    const again = join(folder, 'again.ndjson')
    expect((await jishi(['pull', 'collection', '-o', again, '--to', real.origin])).code).toBe(0)
    const [, ...lines] = readFileSync(again, 'utf8').split('\n')
    expect(lines.join('\n') === linesOf(collection).split('\n').slice(1).join('\n')).toBe(true)
    const [one, ...others] = collection.events
    writeFileSync(
      file,
      linesOf({ ...collection, events: [{ ...one!, title: 'another' }, ...others] }),
    )
    expect(await jishi(argv)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('one edit is sent, not all 4400 events') as string,
    })
  },
)
