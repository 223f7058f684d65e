// What editions of more than 5 MB changed, and the way back: as the service tells it, since they are not
// compared here.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { publishLarge } from '../../src/cli/publishing/large/publish-large.ts'
import { connect } from '../../src/cli/service/connection.ts'
import { editsMediaType } from '../../src/http/request/body.ts'
import { document, event } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { ownFolder, ownService } from '../support/own.ts'
import { readPatiently } from '../support/patient-reads.ts'
import type { RealService } from '../support/real-service.ts'

readPatiently()

let real: RealService

const town = document({
  events: ['a', 'b', 'c'].map((id) => event({ id, title: `Event ${id}` })),
})

/** Uploads it in parts, and edits it: a is changed, b is gone and d is new. */
beforeEach(async () => {
  real = await ownService()
  const file = join(ownFolder(), 'town.json')
  writeFileSync(file, JSON.stringify(town))
  const flags = { to: real.origin, wait: 0, yes: true, json: true, lang: 'en', source: [] } as const
  const connection = connect(flags, { env: { PUBLISH_TOKEN: 'editor-token' } })
  await publishLarge({ file, flags, connection })
  await edit(1, {
    put: [event({ id: 'a', title: 'Mended' }), event({ id: 'd', title: 'Event d' })],
    drop: ['b'],
  })
})

async function edit(base: number, edits: object): Promise<void> {
  const answer = await real.service.fetch('/v1/timelines/town-2020', {
    method: 'PATCH',
    headers: {
      authorization: 'Bearer editor-token',
      'content-type': editsMediaType,
      'if-match': `"${base}"`,
    },
    body: JSON.stringify(edits),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

const run = (...argv: string[]) => jishi([...argv, '--to', real.origin, '--wait', '1'])

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim())

test('diff tells what the newest edition changed, and since an earlier one', async () => {
  for (const numbers of [[], ['1'], ['1', '2']]) {
    const { code, stdout } = await run('diff', 'town-2020', ...numbers)
    expect(code).toBe(0)
    expect(linesOf(stdout)).toEqual(
      expect.arrayContaining(['+ Event d (d)', '~ Mended (a)', '- Event b (b)']),
    )
    expect(stdout).toContain('1 event added, 1 event changed, 1 event removed')
  }
  const first = await run('diff', 'town-2020', '1', '1')
  expect(first).toMatchObject({ code: 1, stderr: expect.stringContaining('5 MB') as string })
  const { stdout } = await run('diff', 'town-2020', '--json')
  expect(JSON.parse(stdout)).toMatchObject({
    from: { number: 1 },
    to: { number: 2 },
    changes: {
      changed: [{ id: 'a', fields: [{ field: 'title', after: { 'zh-Hans': 'Mended' } }] }],
    },
  })
})

test('rollback shows what goes back, goes back, and that is listed, too', async () => {
  const { code, stdout } = await run('rollback', 'town-2020', '1', '--yes')
  expect(code).toBe(0)
  const back = ['+ Event b (b)', '~ Event a (a)', '- Event d (d)']
  expect(linesOf(stdout)).toEqual(expect.arrayContaining(['- Event d (d)', '+ Event b (b)']))
  expect(stdout).toContain('1 event added, 1 event changed, 1 event removed')
  expect(stdout).toContain('Mended → Event a')
  const listed = await run('diff', 'town-2020')
  expect(linesOf(listed.stdout)).toEqual(expect.arrayContaining(back))
  expect(await run('rollback', 'town-2020', '1', '--yes')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Nothing to roll back') as string,
  })
  const events = await real.service.fetch('/v1/timelines/town-2020/events')
  expect(await events.json()).toMatchObject({ total: { value: 3 } })
})

test('editions that nothing compares are told apart in each language', async () => {
  await edit(2, { texts: { title: 'Another' } })
  await edit(3, { texts: { title: 'And another' } })
  expect(await run('diff', 'town-2020', '1', '3')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('compared with the one before') as string,
  })
  expect(await run('diff', 'town-2020', '1', '3', '--lang', 'zh-Hans')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('只能与上一版或最新一版比较') as string,
  })
})
