// What somebody saves while a command asks is never written over: `import`, `cite` and `draft` write only
// over the files that they have read.
import { existsSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { document, source } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { linesOf } from '../support/uploads.ts'

let folder: string
const at = (name: string): string => join(folder, name)

const town = document({
  themes: [],
  actors: [],
  sources: [source({ published: '2020-03-13' })],
  events: ['one', 'two'].map((id) => ({
    id,
    date: '2020-02-01',
    title: id,
    themes: [],
    actors: [],
    citations: [{ source: 'town-news', exact: '通车' }],
  })),
})
const edited = JSON.stringify({ ...town, events: [{ ...town.events[0], id: 'zero' }] }, null, 2)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jishi-meanwhile-'))
  await mkdir(at('sources'))
  await writeFile(at('timeline.json'), JSON.stringify(town))
  await writeFile(at('sources/town-news.txt'), '河埠桥通车。\n')
  await writeFile(at('events.csv'), 'date,title\n2020-02-05,Opened\n13月,Bad\n')
  await writeFile(at('answers.json'), JSON.stringify({ source: 'town-news' }))
  await writeFile(at('bridge.txt'), '桥于2029年3月动工。\n')
})
afterEach(() => rm(folder, { recursive: true }))

const commands = {
  import: () => ['import', at('events.csv'), '--good-rows', '--answers', at('answers.json')],
  draft: () => ['draft', at('bridge.txt'), '--title', '桥', '--publisher', '-'],
  cite: () => ['cite', folder],
}
const argvOf = (name: keyof typeof commands): string[] => [
  ...commands[name](),
  ...(name === 'cite' ? [] : ['--into', folder]),
  ...(name === 'draft' ? ['--published', '2031-05-06'] : []),
]

/** Runs it; somebody saves this file before the answer, which is yes. */
const whileSaving = (name: keyof typeof commands, file: string, text: string) =>
  jishi(argvOf(name), {}, [
    () => {
      writeFileSync(at(file), text)
      return 'y'
    },
  ])

describe('a file that is saved while a command asks', () => {
  it.each(['import', 'cite', 'draft'] as const)('is left as it is by %s', async (name) => {
    const before = (await readdir(folder, { recursive: true })).toSorted()
    const { code, stderr } = await whileSaving(name, 'timeline.json', edited)
    expect({ code, stderr }).toMatchObject({ code: 2 })
    expect(stderr).toContain(`${at('timeline.json')} has changed meanwhile`)
    expect(await readFile(at('timeline.json'), 'utf8')).toBe(edited)
    expect((await readdir(folder, { recursive: true })).toSorted()).toEqual(before)
  })

  it.each([
    ['import', 'events.csv.rest.csv'],
    ['draft', 'draft.csv'],
    ['draft', 'sources/bridge.txt'],
  ] as const)('is left as it is by %s where it was not there before: %s', async (name, file) => {
    const { code, stderr } = await whileSaving(name, file, 'mine')
    expect({ code, stderr }).toMatchObject({ code: 2 })
    expect(stderr).toContain(`${at(file)} has changed meanwhile`)
    expect(await readFile(at(file), 'utf8')).toBe('mine')
    expect(await readFile(at('timeline.json'), 'utf8')).toBe(JSON.stringify(town))
  })

  it.each(['import', 'cite', 'draft'] as const)(
    'is edited by %s, not printed anew',
    async (name) => {
      const saved = `\uFEFF${JSON.stringify(town, null, '\t')}\n`.replaceAll('\n', '\r\n')
      await writeFile(at('timeline.json'), saved)
      expect(await jishi([...argvOf(name), '--yes'])).toMatchObject({ code: 0 })
      const written = (await readFile(at('timeline.json'), 'utf8')).split('\r\n')
      const [now, lost] = [
        new Set(written),
        saved.split('\r\n').filter((line) => !written.includes(line)),
      ]
      // Where something follows now, the last line has a comma.
      expect(lost.filter((line) => !now.has(`${line},`))).toEqual([])
      expect(written.length).toBeGreaterThan(saved.split('\r\n').length)
    },
  )

  it.each(['import', 'cite', 'draft'] as const)(
    'is not written by %s where it is NDJSON',
    async (name) => {
      await rm(at('timeline.json'))
      await writeFile(at('timeline.ndjson'), linesOf(town))
      const { code, stderr } = await jishi([...argvOf(name), '--yes'])
      expect({ code, stderr }).toMatchObject({ code: 2 })
      expect(stderr).toMatch(
        /timeline.ndjson is NDJSON.+takes JSON alone; npx jishi pull <timeline> -o/,
      )
      expect(stderr).not.toContain('begins a timeline')
      expect(await readFile(at('timeline.ndjson'), 'utf8')).toBe(linesOf(town))
    },
  )

  it.each(['import', 'cite', 'draft'] as const)('is written by %s otherwise', async (name) => {
    expect(await jishi(argvOf(name), {}, ['y'])).toMatchObject({ code: 0 })
    expect(await readFile(at('timeline.json'), 'utf8')).not.toBe(JSON.stringify(town))
  })
})

it('draft leaves the text of another source that has its name, and writes nothing', async () => {
  await writeFile(at('sources/bridge.txt'), 'another text')
  const { code, stderr } = await jishi([...argvOf('draft'), '--yes'])
  expect({ code, stderr }).toMatchObject({ code: 1 })
  expect(stderr).toContain(`${at('sources/bridge.txt')} is there already, with another text`)
  expect(await readFile(at('sources/bridge.txt'), 'utf8')).toBe('another text')
  expect(existsSync(at('draft.csv'))).toBe(false)
})
