// What `--json` prints of a publish, a rollback and a takedown has the members that docs/cli.md names, however it ended.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { publishLarge } from '../../src/cli/publishing/large/publish-large.ts'
import { connect } from '../../src/cli/service/connection.ts'
import { document } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { ownFolder, ownService, writeDocument } from '../support/own.ts'
import { readPatiently } from '../support/patient-reads.ts'
import type { RealService } from '../support/real-service.ts'
import { linesOf } from '../support/uploads.ts'

readPatiently()

const page = readFileSync(join(import.meta.dirname, '../../docs/cli.md'), 'utf8')

/** The members that the section of a command lists, without what parentheses say of them. */
function membersOf(command: string): string[] {
  const section = page.split(`\n## ${command}\n`)[1]?.split('\n## ')[0] ?? ''
  const [, sentence = ''] = / JSON: ([^.]*)\./.exec(section.replaceAll(/ \([^)]*\)/g, '')) ?? []
  return Array.from(sentence.matchAll(/`(\w+)`/g), ([, name = '']) => name)
}

/** What is there of some results alone. */
const besides = new Set(['ok', 'ending', 'asked', 'counts', 'merged'])
const membersIn = (json: object): string[] => Object.keys(json).filter((name) => !besides.has(name))

let folder = ''
let real: RealService

beforeEach(async () => {
  folder = ownFolder()
  real = await ownService()
})

async function run(...argv: string[]): Promise<Record<string, unknown>> {
  const { stdout } = await jishi([...argv, '--yes', '--json', '--to', real.origin])
  return JSON.parse(stdout) as Record<string, unknown>
}

const file = (credit: string): string => writeDocument(folder, document({ credit }))

test('a publish', async () => {
  const members = membersOf('publish')
  expect(members).toHaveLength(8)
  const dryRun = await run('publish', file('one'), '--dry-run')
  const created = await run('publish', file('one'))
  const unchanged = await run('publish', file('one'))
  expect([dryRun, created, unchanged]).toMatchObject([
    { outcome: 'planned', base: null, edition: null, visible: false },
    { outcome: 'created', base: null, edition: 1, visible: true },
    { outcome: 'unchanged', base: 1, edition: 1, visible: true, undoes: [] },
  ])
  expect(unchanged['changes']).toEqual({
    added: [],
    changed: [],
    withdrawn: [],
    removed: [],
    parts: [],
  })
  for (const json of [dryRun, created, unchanged])
    expect(membersIn(json).toSorted()).toEqual(members.toSorted())
})

test('a publish in parts', async () => {
  const path = join(folder, 'town.ndjson')
  writeFileSync(path, linesOf(document()))
  const publish = async (more: { readonly dryRun?: boolean } = {}) => {
    const flags = { wait: 0, yes: true, json: true, lang: 'en', source: [], ...more } as const
    const connection = connect(
      { ...flags, to: real.origin },
      { env: { PUBLISH_TOKEN: 'editor-token' } },
    )
    return (await publishLarge({ file: path, flags, connection })).json
  }
  const results = [await publish({ dryRun: true }), await publish(), await publish()]
  expect(results).toMatchObject([
    { outcome: 'planned', edition: null },
    { outcome: 'created', edition: 1, counts: { added: 2 } },
    { outcome: 'unchanged', base: 1, counts: { added: 0 } },
  ])
  for (const json of results)
    expect(membersIn(json).toSorted()).toEqual(membersOf('publish').toSorted())
})

test('a rollback', async () => {
  const members = membersOf('rollback')
  expect(members).toHaveLength(7)
  await run('publish', file('one'))
  await run('publish', file('two'))
  const created = await run('rollback', 'town-2020', '1')
  const unchanged = await run('rollback', 'town-2020', '1')
  expect([created, unchanged]).toMatchObject([
    { outcome: 'created', base: 2, edition: 3 },
    { outcome: 'unchanged', base: 3, edition: 3, changes: { added: [] } },
  ])
  for (const json of [created, unchanged])
    expect(membersIn(json).toSorted()).toEqual(members.toSorted())
})

test('a takedown', async () => {
  const members = membersOf('delete')
  expect(members).toHaveLength(4)
  await run('publish', file('one'))
  for (const outcome of ['removed', 'unchanged']) {
    const json = await run('delete', 'town-2020')
    expect(json['outcome']).toBe(outcome)
    expect(membersIn(json).toSorted()).toEqual(members.toSorted())
  }
})

test('`current` of a conflict is one shape, however it came about', async () => {
  await run('publish', file('one'))
  await run('delete', 'town-2020')
  const down = await run('publish', file('two'))
  expect(down).toMatchObject({ ending: 'conflict', current: { number: 2, removes: true } })
  await run('publish', file('two'), '--onto', '2')
  const unknown = await run('publish', file('three'), '--base-document', file('three'))
  expect(unknown).toMatchObject({ ending: 'conflict', base: null, current: { number: 3 } })
  let isFirst = true
  real.gate = async ({ method, url = '' }, response) => {
    if (method === 'DELETE' && isFirst) {
      isFirst = false
      await real.service.publish(document({ credit: 'of another' }), 3)
    }
    if (method === 'GET' && url.endsWith('/editions/4')) {
      response.writeHead(410).end()
      return true
    }
    return false
  }
  const unread = await run('delete', 'town-2020')
  expect(unread).toMatchObject({ ending: 'conflict', base: 3, current: { number: 4 } })
})
