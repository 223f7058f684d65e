// A folder in the place of a document: what is in it is named, and what to do.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { document } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { ownFolder, writeDocument } from '../support/own.ts'

let folder = ''
const at = (...names: string[]): string => join(folder, ...names)

beforeEach(() => {
  folder = ownFolder()
})

function timeline(name: string, file = 'timeline.json'): string {
  mkdirSync(at(name))
  writeDocument(at(name), document(), file)
  return at(name)
}

const commands: readonly (readonly string[])[] = [
  ['check'],
  ['preview', '--port', '0'],
  ['cite'],
  ['publish', '--dry-run', '--yes', '--to', 'http://localhost:1'],
  ['import', 'rows.csv', '--into'],
  ['draft', 'article.txt', '--into'],
]
const on = ([name, ...rest]: readonly string[], path: string) =>
  rest.includes('--into') ? [name ?? '', ...rest, path] : [name ?? '', path, ...rest]

test.each(commands)('%s names the timelines in a folder of several', async (...command) => {
  const inside = [timeline('a'), timeline('b', 'timeline.ndjson')]
  writeDocument(folder, document(), 'c.json')
  mkdirSync(at('empty'))
  for (const name of ['d.json', '.hidden.json'])
    writeFileSync(at(name), JSON.stringify({ $schema: 'x', type: 'object' }))
  const { code, stderr } = await jishi(on(command, folder))
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `error: ${folder} has no timeline.json: name one of the timelines in it, ${[...inside, at('c.json')].join(', ')}\n`,
  })
})

test.each(commands)('%s says of a folder without any how one is begun', async (...command) => {
  const { code, stderr } = await jishi(on(command, folder))
  expect(code).toBe(2)
  expect(stderr).toBe(
    `error: ${folder} has no timeline.json, and no folder in it has one; npx jishi new <id> begins a timeline\n`,
  )
})

test('counts what are many, in every language', async () => {
  for (const name of 'abcdefg') timeline(name)
  const said = async (lang: string) => (await jishi(['check', folder, '--lang', lang])).stderr
  const five = ['a', 'b', 'c', 'd', 'e'].map((name) => at(name))
  expect(await said('en')).toContain(`${five.join(', ')}, … (7)`)
  expect(await said('zh-Hans')).toContain(`${five.join('、')}……（共7个）`)
  expect(await said('zh-Hant')).toContain(`${five.join('、')}……（共7個）`)
})
