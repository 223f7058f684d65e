import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { documentDigest } from '../../src/edition/digest.ts'
import { document, event } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { ownFolder, ownService } from '../support/own.ts'
import type { RealService } from '../support/real-service.ts'

let folder = ''
let real: RealService

/** Edition 1 has the date of the first event as it is, edition 2 another one and a note. */
beforeEach(async () => {
  folder = ownFolder()
  real = await ownService()
  await real.service.publish(document())
  await real.service.publish(changed, 1)
})

const changed = document({
  events: [event({ date: '2020-02-02/2020-02-10', note: '改正' }), document().events[1] ?? event()],
})

const run = (...argv: readonly string[]) => jishi([...argv, '--to', real.origin, '--wait', '2'])
const json = async (...argv: readonly string[]) =>
  JSON.parse((await run(...argv, '--json')).stdout) as Record<string, unknown>

describe('jishi editions', () => {
  test('lists the editions, newest first', async () => {
    const { code, stdout } = await run('editions', 'town-2020')
    expect(code).toBe(0)
    expect(stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^ {3}2 {2}2026-10-01 08:3\d UTC {2}editor {2}1 event changed$/),
      expect.stringMatching(/^ {3}1 {2}2026-10-01 08:3\d UTC {2}editor {2}2 events added$/),
    ])
  })

  test('of no such timeline ends with 6', async () => {
    expect(await run('editions', 'nothing')).toMatchObject({ code: 6, stdout: '' })
  })
})

describe('jishi diff', () => {
  const lines = ['1–10 February 2020', '2–10 February 2020']

  test('tells field by field what the newest edition changed', async () => {
    const { code, stdout } = await run('diff', 'town-2020')
    expect(code).toBe(0)
    expect(stdout).toContain('town-2020, from edition 1 (by editor, 2026-10-01')
    expect(stdout).toContain('1 event changed\n  ~ Party branches are formed (branches-formed)')
    expect(stdout).toContain(`      Date: ${lines[0]} → ${lines[1]}\n`)
    expect(stdout).toContain('      Editor’s note (zh-Hans): (none) → 改正\n')
  })

  test('compares any two kept editions, in either direction and in Chinese', async () => {
    const { stdout } = await run('diff', 'town-2020', '2', '1', '--lang', 'zh-Hans')
    expect(stdout).toContain('日期：2020年2月2日至10日 → 2020年2月1日至10日')
    expect(stdout).toContain('说明：改正 → （无）')
  })

  test('of an edition with itself finds no change', async () => {
    expect((await run('diff', 'town-2020', '2')).stdout).toContain('nothing changed')
  })

  test('gives programs values and words', async () => {
    expect(await json('diff', 'town-2020')).toMatchObject({
      ok: true,
      from: { number: 1 },
      to: { number: 2 },
      changes: {
        changed: [
          {
            fields: [
              { field: 'date', words: [{ name: 'Date', before: lines[0], after: lines[1] }] },
              { field: 'note' },
            ],
          },
        ],
        parts: [],
      },
    })
  })

  test('with an edition that was never there ends with 6, with a word for a number with 2', async () => {
    expect((await run('diff', 'town-2020', '7')).code).toBe(6)
    expect((await run('diff', 'town-2020', 'last')).code).toBe(2)
  })

  test('shows control characters of texts instead of obeying them', async () => {
    const title = 'Red \u2067evil'
    const hostile = document({ title: { en: 'x' }, events: [event({ title: `${title}\u2069` })] })
    await real.service.publish(hostile, 2)
    const { stdout } = await run('diff', 'town-2020')
    expect(stdout).toContain('Red \\u2067evil\\u2069')
    expect(stdout).toContain('~ Timeline x (town-2020)')
  })
})

describe('jishi rollback', () => {
  test('publishes the older content anew, and diff tells the truth about it', async () => {
    const { code, stdout } = await run(
      'rollback',
      'town-2020',
      '1',
      '--yes',
      '--note',
      'Wrong date',
    )
    expect(code).toBe(0)
    expect(stdout).toContain('Date: 2–10 February 2020 → 1–10 February 2020')
    expect(stdout).toContain('Published as edition 3 of town-2020')
    expect((await run('diff', 'town-2020', '1', '3')).stdout).toContain('nothing changed')
    expect((await run('diff', 'town-2020')).stdout).toContain(
      'Editor’s note (zh-Hans): 改正 → (none)',
    )
    const log = await run('editions', 'town-2020')
    expect(log.stdout.split('\n')[0]).toContain('content of edition 1  "Wrong date"')
  })

  test('to what is there already changes nothing', async () => {
    const { code, stdout } = await run('rollback', 'town-2020', '2', '--yes')
    expect(code).toBe(0)
    expect(stdout).toContain('Nothing to roll back')
    expect((await json('editions', 'town-2020'))['editions']).toHaveLength(2)
  })

  test('to an edition that is not kept ends with 6', async () => {
    expect((await run('rollback', 'town-2020', '9', '--yes')).code).toBe(6)
  })

  test('that another publish overtakes tells what changed meanwhile', async () => {
    real.gate = async ({ method }) => {
      if (method === 'PUT') await real.service.publish(document({ events: [event()] }), 2)
      return false
    }
    const { code, stderr } = await run('rollback', 'town-2020', '1', '--yes')
    expect(code).toBe(3)
    expect(stderr).toContain('not rolled back: somebody published edition 3')
    expect(stderr).toContain('1 event removed')
  })
})

describe('jishi delete', () => {
  test('takes a timeline down, which a roll back brings back', async () => {
    const { code, stdout } = await run('delete', 'town-2020', '--yes', '--note', 'Asked to')
    expect(code).toBe(0)
    expect(stdout).toContain('jishi rollback town-2020 2')
    expect((await real.service.fetch('/timelines/town-2020')).status).toBe(410)
    const gone = await run('editions', 'town-2020')
    expect(gone).toMatchObject({ code: 6, stderr: expect.stringContaining('was taken down') })

    const back = await run('rollback', 'town-2020', '2', '--yes')
    expect(back).toMatchObject({ code: 0, stdout: expect.stringContaining('edition 4') })
    const [newest, tombstone] = (await json('editions', 'town-2020'))['editions'] as object[]
    expect(newest).toMatchObject({ number: 4, restores: 2 })
    expect(tombstone).toMatchObject({ number: 3, removes: true, note: 'Asked to' })
    expect((await run('editions', 'town-2020')).stdout).toContain('taken down  "Asked to"')
  })

  test.each([
    ['9', 'No such edition is kept'],
    ['3', 'This edition took the timeline down'],
  ])('and a rollback to %s says what that edition is, and to go lower', async (number, why) => {
    await run('delete', 'town-2020', '--yes')
    const { code, stderr } = await run('rollback', 'town-2020', number, '--yes')
    expect(code).toBe(6)
    expect(stderr).toContain(why)
    expect(stderr).toContain(
      `jishi rollback town-2020 <edition> --to ${real.origin}, with a lower number`,
    )
  })

  test('that a publish overtakes tells what it changed since the edition that was shown', async () => {
    real.gate = async ({ method }) => {
      if (method === 'DELETE') await real.service.publish(document(), 2)
      return false
    }
    const { code, stderr } = await run('delete', 'town-2020', '--yes')
    expect(code).toBe(3)
    expect(stderr).toContain('not taken down: somebody published edition 3')
    expect(stderr).toContain('Since edition 2: 1 event changed')
    expect(stderr).toContain(`jishi delete town-2020 --to ${real.origin}   asks again`)
    expect((await real.service.fetch('/timelines/town-2020')).status).toBe(200)
  })

  test('can be undone by a publish', async () => {
    await run('delete', 'town-2020', '--yes')
    const path = join(folder, 'town.json')
    writeFileSync(path, JSON.stringify(document()))
    const { code, stdout } = await run('publish', path, '--yes', '--onto', '3')
    expect(code).toBe(0)
    expect(stdout).toContain('from edition 3, with which it was taken down')
    expect(stdout).toContain('Published as edition 4')
    expect((await real.service.fetch('/timelines/town-2020')).status).toBe(200)
  })

  test('of what is gone already changes nothing, and has caches forget again; of what never was ends with 6', async () => {
    await run('delete', 'town-2020', '--yes')
    const again = await run('delete', 'town-2020', '--yes')
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('taken down already') })
    expect((await run('delete', 'nothing', '--yes')).code).toBe(6)
    // The publisher is asked on no edition, which it refuses in any case.
    const asked = (call: string): boolean => call.startsWith('DELETE') && !call.endsWith(' *')
    expect(real.calls.filter(asked)).toEqual([
      'DELETE /v1/timelines/town-2020 "2"',
      'DELETE /v1/timelines/town-2020 "3"',
    ])
  })
})

describe('a takedown that the store has not taken yet', () => {
  test('is told as such, by the command and by its repetition', async () => {
    real.gate = async ({ method }, response, pass) => {
      if (method !== 'DELETE') return false
      const answer = await pass()
      const body: object = await answer.json()
      response.writeHead(answer.status).end(JSON.stringify({ ...body, visible: false }))
      return true
    }
    const first = await run('delete', 'town-2020', '--yes')
    const again = await run('delete', 'town-2020', '--yes')
    for (const { code, stdout } of [first, again])
      expect({ code, stdout }).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(
          /store has not taken that yet.+again in two minutes/,
        ) as string,
      })
    expect(await json('delete', 'town-2020', '--yes')).toMatchObject({ visible: false })
    real.gate = undefined
    expect((await run('delete', 'town-2020', '--yes')).stdout).not.toContain('not taken')
    expect(await json('delete', 'town-2020', '--yes')).toMatchObject({ visible: true })
  })
})

describe('jishi pull', () => {
  test('prints a document with the content of the edition', async () => {
    const { code, stdout } = await run('pull', 'town-2020', '--edition', '1')
    expect(code).toBe(0)
    expect((await run('pull', 'town-2020', '--edition', '1', '-o', '-')).stdout).toBe(stdout)
    expect(await documentDigest(JSON.parse(stdout) as object)).toBe(
      await documentDigest(document()),
    )
  })

  test('writes a file from which publish restores the edition', async () => {
    const path = join(folder, 'deep/one.json')
    const { stdout } = await run('pull', 'town-2020', '--edition', '1', '-o', path)
    expect(stdout).toContain(`jishi publish ${path}`)
    // To have changed nothing since edition 1 is no wish to undo edition 2: that must be meant.
    expect((await run('publish', path, '--yes')).stdout).toContain('Nothing to publish')
    expect((await run('publish', path, '--onto', '2', '--yes')).code).toBe(0)
    expect((await run('diff', 'town-2020', '1', '3')).stdout).toContain('nothing changed')
    const digests = ((await json('editions', 'town-2020'))['editions'] as { digest: string }[]).map(
      ({ digest }) => digest,
    )
    expect(digests[0]).toBe(digests[2])
  })

  test('overwrites no file that differs, unless it is told to', async () => {
    const path = join(folder, 'mine.json')
    writeFileSync(path, 'my work')
    const refused = await run('pull', 'town-2020', '-o', path)
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('--force') })
    expect(readFileSync(path, 'utf8')).toBe('my work')
    expect((await run('pull', 'town-2020', '-o', path, '--force')).code).toBe(0)
    // The same again is nothing to overwrite.
    expect((await run('pull', 'town-2020', '-o', path)).code).toBe(0)
  })

  test('backs up every timeline with all kept editions, and again what is new', async () => {
    await real.service.publish(document({ id: 'another' }))
    const backup = join(folder, 'backup')
    const { code, stdout } = await run('pull', '--all', backup)
    expect(code).toBe(0)
    expect(stdout).toContain('2 timelines, 7 files')
    const newest = readFileSync(join(backup, 'town-2020/timeline.json'), 'utf8')
    expect(newest).toBe(readFileSync(join(backup, 'town-2020/editions/2.json'), 'utf8'))
    expect(existsSync(join(backup, 'another/editions.json'))).toBe(true)
    expect((await run('pull', '--all', backup)).code).toBe(0)
  })

  test('a backup replaces an earlier backup, and nothing that somebody altered [fault B14]', async () => {
    const backup = join(folder, 'altered')
    expect((await run('pull', '--all', backup)).code).toBe(0)
    const [newest, kept] = ['timeline.json', 'editions/1.json'].map((name) =>
      join(backup, 'town-2020', name),
    ) as [string, string]
    const before = readFileSync(kept, 'utf8')
    writeFileSync(newest, before)
    expect((await run('pull', '--all', backup)).code).toBe(0)
    expect(readFileSync(newest, 'utf8')).not.toBe(before)
    for (const file of [newest, kept]) {
      const text = readFileSync(file, 'utf8')
      writeFileSync(file, 'my work')
      const { code, stderr } = await run('pull', '--all', backup)
      expect([code, readFileSync(file, 'utf8')]).toEqual([2, 'my work'])
      expect(stderr).toContain(file)
      expect((await run('pull', '--all', backup, '--force')).code).toBe(0)
      expect(readFileSync(file, 'utf8')).toBe(text)
    }
  })

  test('a backup goes on past what cannot be read, and names it [fault A3]', async () => {
    await real.service.publish(document({ id: 'another' }))
    real.gate = async ({ url }, response) => {
      if (url?.endsWith('/town-2020/editions/2') !== true) return false
      response.statusCode = 500
      response.end('{}')
      return true
    }
    const backup = join(folder, 'partial')
    const { code, stderr } = await run('pull', '--all', backup)
    expect(code).toBe(4)
    expect(stderr).toContain('town-2020')
    expect(existsSync(join(backup, 'town-2020/editions/1.json'))).toBe(true)
    expect(existsSync(join(backup, 'town-2020/timeline.json'))).toBe(false)
    expect(existsSync(join(backup, 'another/timeline.json'))).toBe(true)
  })

  test('a backup stays inside its folder, whatever a server names [fault B4]', async () => {
    real.gate = async ({ url }, response) => {
      if (url?.endsWith('/v1/timelines') !== true) return false
      response.end(JSON.stringify({ timelines: [{ id: '../outside' }, { id: 'a\u001b[2J' }] }))
      return true
    }
    const { code, stderr } = await run('pull', '--all', join(folder, 'inside'))
    expect(code).not.toBe(0)
    expect(stderr).not.toContain('\u001b')
    expect(existsSync(join(folder, 'outside'))).toBe(false)
  })

  test('writes nothing that arrived damaged', async () => {
    real.gate = async ({ url }, response, pass) => {
      if (url?.endsWith('/editions/2') !== true) return false
      response.end((await (await pass()).text()).replaceAll('改正', '改错'))
      return true
    }
    const { code, stderr } = await run('pull', 'town-2020', '-o', join(folder, 'x.json'))
    expect(code).toBe(4)
    expect(stderr).toContain('arrived damaged')
    expect(existsSync(join(folder, 'x.json'))).toBe(false)
  })

  test.each([[[]], [['town-2020', '--all', 'x']]])('of %j is wrong use', async (argv) => {
    expect((await run('pull', ...argv)).code).toBe(2)
  })
})

test.each([
  ['delete', 'town-2020'],
  ['rollback', 'town-2020', '2'],
  ['publish', 'same.json'],
])('%s %s that changes nothing says that its note is not kept', async (name, what, ...more) => {
  const path = join(folder, 'same.json')
  writeFileSync(path, JSON.stringify(changed))
  if (name === 'delete') await run('delete', what, '--yes', '--note', 'First')
  const argv = [name, what === 'same.json' ? path : what, ...more, '--yes']
  const noted = await run(...argv, '--note', 'Second')
  expect(noted).toMatchObject({ code: 0, stdout: expect.stringContaining('--note is not kept') })
  expect((await run(...argv)).stdout).not.toContain('--note')
})
