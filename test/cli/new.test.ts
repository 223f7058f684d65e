// `jishi new` in a folder of its own.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkDocument } from '../../src/domain/check/rules.ts'
import { jishi } from '../support/jishi.ts'

let data: string

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'jishi-new-'))
})
afterAll(() => rm(data, { recursive: true }))

const about = {
  '--title': '河埠镇2031',
  '--language': 'zh-Hans',
  '--time-zone': 'Asia/Shanghai',
  '--domain': 'timelines.example',
}

const begin = (id: string, options: Readonly<Record<string, string>> = about) =>
  jishi(['new', id, '--in', data, ...Object.entries(options).flat()])

test('makes a folder with a valid document and a place for sources, and says what comes next', async () => {
  const { code, stdout, stderr } = await begin('hebu-2031')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const folder = join(data, 'hebu-2031')
  for (const command of ['preview', 'check', 'publish'])
    expect(stdout).toContain(`npx jishi ${command} ${folder}`)
  expect((await readdir(folder)).toSorted()).toEqual(['sources', 'timeline.json'])
  const document: unknown = JSON.parse(await readFile(join(folder, 'timeline.json'), 'utf8'))
  expect(checkDocument(document)).toEqual({ ok: true, value: document })
  expect(document).toMatchObject({ id: 'hebu-2031', events: [], sources: [] })
  const checked = await jishi(['check', folder])
  expect({ ...checked, stdout: checked.stdout.split('\n').length }).toMatchObject({
    code: 0,
    stdout: 3,
  })
})

test('changes nothing of what is there, be it a folder, a file or a timeline', async () => {
  await begin('taken')
  const file = join(data, 'taken', 'timeline.json')
  await writeFile(file, 'mine')
  await mkdir(join(data, 'a-folder'))
  await writeFile(join(data, 'a-file'), '')
  for (const id of ['taken', 'a-folder', 'a-file']) {
    const { code, stderr } = await begin(id)
    expect({ id, code }).toEqual({ id, code: 1 })
    expect(stderr).toContain('nothing was changed')
  }
  expect(await readFile(file, 'utf8')).toBe('mine')
  expect((await readdir(data)).filter((name) => name.startsWith('.'))).toEqual([])
})

test.each(['Our Town!', '镇', '-a', 'a-', '../up', 'a/b', '', 'a'.repeat(65), 'A'])(
  'refuses %j, which is no id, and makes nothing',
  async (id) => {
    const before = await readdir(data)
    const { code, stderr } = await jishi([
      'new',
      '--in',
      data,
      ...Object.entries(about).flat(),
      '--',
      id,
    ])
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('not an id'),
    })
    expect(await readdir(data)).toEqual(before)
    expect(existsSync(join(data, '..', 'up'))).toBe(false)
  },
)

test('proposes an id made of what was typed', async () => {
  expect((await begin('Our Town 2031!')).stderr).toContain('such as our-town-2031')
})

test('lists what nobody has said, in the language of the terminal', async () => {
  const { code, stderr } = await begin('later', { '--title': '甲', '--lang': 'zh' })
  expect(code).toBe(1)
  expect(stderr.match(/\((--[a-z-]+)\)/g)).toEqual(['(--language)', '(--time-zone)', '(--domain)'])
  expect(stderr).toContain('"timeline/domain": ""')
  expect(existsSync(join(data, 'later'))).toBe(false)
})

test.each([
  ['--language', 'english'],
  ['--time-zone', 'GMT+8'],
  ['--domain', 'town'],
  ['--title', ' '],
])('names the option whose value is wrong: %s %s', async (option, value) => {
  const { code, stderr } = await begin('wrong', { ...about, [option]: value })
  expect(code).toBe(1)
  expect(stderr).toContain(`(${option})`)
  expect(stderr.match(/\(--[a-z-]+\)/g)).toHaveLength(1)
  expect(stderr).toContain(`! ${value.trim()}`)
  expect(existsSync(join(data, 'wrong'))).toBe(false)
})

test.each([
  ['--article-title', 'A'],
  ['--publisher', 'A'],
  ['--published', '2031'],
])('says that %s is of no use without an article', async (option, value) => {
  const { code, stderr } = await begin(`none-${option.slice(2)}`, { ...about, [option]: value })
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringContaining(`${option}: nothing is made of it without --from`),
  })
})

test('proposes what was meant by a language, a time zone or a domain that is none, as check does', async () => {
  const meant = [
    ['--language', 'zh_TW.UTF-8', 'zh-TW'],
    ['--language', '中文', 'zh-Hans or zh-Hant'],
    ['--time-zone', '上海', 'Asia/Shanghai'],
    ['--domain', 'https://河埠.example/a', 'xn--djs979b.example'],
    ['--domain', '明德.中国', 'xn--p5tz4l.xn--fiqs8s'],
    ['--domain', 'editor@timelines.example', 'timelines.example'],
  ] as const
  for (const [option, said, proposal] of meant) {
    const { code, stderr } = await begin('meant', { ...about, [option]: said })
    expect({ code, stderr }).toMatchObject({ code: 1 })
    expect(stderr).toContain(`  ! ${said}: must be`)
    expect(stderr).toContain(`; write ${proposal}\n`)
  }
  const { stderr } = await begin('meant', { ...about, '--domain': 'localhost' })
  expect(stderr).toContain('localhost: must be a domain name\n')
})
