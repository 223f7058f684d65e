// Files in the folder `sources` that are no text of a source: every command that looks citations up tells them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { document } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { ownFolder, ownService, writeDocument } from '../support/own.ts'
import type { RealService } from '../support/real-service.ts'

let folder = ''
let real: RealService
beforeEach(async () => {
  folder = ownFolder()
  real = await ownService()
  writeDocument(folder, document(), 'timeline.json')
  mkdirSync(join(folder, 'sources'))
})

const stray = () => writeFileSync(join(folder, 'sources', 'no-source.txt'), 'x')

const commands = [
  ['check', []],
  ['cite', ['--yes']],
  ['publish', ['--dry-run']],
  ['publish', ['--yes']],
] as const

test.each(commands)(
  'jishi %s %j tells of a file that is no text of a source, once',
  async (name, flags) => {
    const run = async () => {
      const to = name === 'publish' ? ['--to', real.origin] : []
      const { stdout, stderr } = await jishi([name, folder, ...to, ...flags, '--lang', 'en'])
      return (stdout + stderr).match(/no-source\.txt is not the text of a source/g) ?? []
    }
    expect(await run()).toHaveLength(0)
    stray()
    writeDocument(folder, { ...document(), title: 'Another' }, 'timeline.json')
    expect(await run()).toHaveLength(1)
  },
)

test.each(commands)('jishi %s %j takes an empty file for no text', async (name, flags) => {
  const [source] = document().sources
  const file = join(folder, 'sources', `${source?.id}.txt`)
  writeFileSync(file, '\ufeff\n')
  const before = readFileSync(join(folder, 'timeline.json'), 'utf8')
  const to = name === 'publish' ? ['--to', real.origin] : []
  const { code, stderr } = await jishi([name, folder, ...to, ...flags, '--lang', 'en'])
  expect({ code, stderr }).toEqual({ code: 2, stderr: `error: ${file}: it is empty\n` })
  expect(readFileSync(join(folder, 'timeline.json'), 'utf8')).toBe(before)
})

test('a publish that is refused tells it with the faults', async () => {
  stray()
  writeDocument(folder, { ...document(), timeZone: 'Nowhere' }, 'timeline.json')
  const { code, stderr } = await jishi(['publish', folder, '--to', real.origin, '--lang', 'en'])
  expect({ code, stderr }).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no-source.txt is not the text of a source') as string,
  })
})
