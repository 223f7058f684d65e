// What is too large for memory is kept in a folder, of which nothing stays, however the command ended.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inScratchFolder } from '../../src/cli/document/large/scratch-folder.ts'
import { ownFolder } from '../support/own.ts'

const module = join(import.meta.dirname, '../../src/cli/document/large/scratch-folder.ts')

/** A process that has such a folder, until it is killed. */
async function running(place: string) {
  const program = `
    import { inScratchFolder } from ${JSON.stringify(module)}
    await inScratchFolder(${JSON.stringify(join(place, 'jishi-publish-'))}, async (folder) => {
      console.log(folder)
      await new Promise(() => process.stdin.resume())
    })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program])
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    folder: line.toString().trim(),
    async kill(signal: NodeJS.Signals) {
      child.kill(signal)
      await once(child, 'close')
    },
  }
}

test('that of a process which was killed is removed by the next command, and no other', async () => {
  const place = ownFolder()
  const [killed, interrupted] = [await running(place), await running(place)]
  await interrupted.kill('SIGINT')
  expect(readdirSync(place)).toHaveLength(1)
  await killed.kill('SIGKILL')
  expect(readdirSync(place)).toHaveLength(1)
  const record = JSON.parse(readFileSync(join(killed.folder, 'process.json'), 'utf8')) as object
  const living = await running(place)
  // The first of all commands has removed it.
  const others = ['unknown', 'elsewhere'].map((name) => join(place, `jishi-publish-${name}`))
  for (const folder of others) mkdirSync(folder)
  // A copy of the folder is another.
  writeFileSync(join(others[1] ?? '', 'process.json'), JSON.stringify(record))
  const own = await inScratchFolder(join(place, 'jishi-pull-'), async (folder) => {
    expect(readdirSync(place).toSorted()).toEqual(
      [living.folder, folder, ...others].map((path) => path.slice(place.length + 1)).toSorted(),
    )
    return folder
  })
  expect(readdirSync(place)).not.toContain(own.slice(place.length + 1))
  await living.kill('SIGKILL')
})
