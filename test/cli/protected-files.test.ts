// What is write-protected, or is no file at all, stays as it is: a rename over it would not ask.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { replaceFile, whyUnwritable } from '../../src/cli/document/replace.ts'
import { document, sourceText } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { ownFolder, ownService, writeDocument } from '../support/own.ts'

let folder = ''
const at = (name: string): string => join(folder, name)

beforeEach(() => {
  folder = ownFolder()
  mkdirSync(at('sources'))
})

/** Every file of the folder with its content. */
const files = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(at(name)).isFile())
      .toSorted()
      .map((name) => [name, readFileSync(at(name), 'utf8')]),
  )

const article = (): string => {
  writeFileSync(at('article.txt'), 'On 5 February 2020 the library opened.\n')
  return at('article.txt')
}
const facts = ['--title', 'Library', '--publisher', '-', '--published', '2020-02-06']
const rows = (): string => {
  writeFileSync(at('rows.csv'), 'date,title\n2020-02-05,Opened\n')
  writeFileSync(at('answers.json'), JSON.stringify({ source: document().sources[0]?.id }))
  return at('rows.csv')
}
const quotations = (): string => {
  writeFileSync(at('sources/town-news.txt'), sourceText)
  return folder
}

test.each([
  ['import', () => ['import', rows(), '--into', folder, '--yes', '--answers', at('answers.json')]],
  ['draft', () => ['draft', article(), '--into', folder, '--yes', ...facts]],
  ['cite', () => ['cite', quotations(), '--yes']],
] as const)(
  '%s says that the document is write-protected, and writes nothing',
  async (_, command) => {
    const path = writeDocument(folder, document(), 'timeline.json')
    const argv = command()
    chmodSync(path, 0o444)
    const before = files()
    const { code, stderr } = await jishi(argv)
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`cannot write ${path}: it is write-protected`),
    })
    expect(files()).toEqual(before)
    chmodSync(path, 0o644)
    expect((await jishi(argv)).code).toBe(0)
    expect(files()).not.toEqual(before)
  },
)

test('pull --force and token --into replace no file that is write-protected', async () => {
  const real = await ownService()
  const path = writeDocument(folder, document())
  await jishi(['publish', path, '--to', real.origin, '--yes'])
  const [old, entries] = [at('old.json'), at('entries.json')]
  writeFileSync(old, '{}\n', { mode: 0o444 })
  writeFileSync(entries, '[]\n', { mode: 0o444 })
  for (const [file, argv] of [
    [old, ['pull', 'town-2020', '-o', old, '--force', '--to', real.origin]],
    [entries, ['token', 'anna', '--into', entries]],
  ] as const) {
    const before = readFileSync(file, 'utf8')
    const { code, stderr } = await jishi(argv)
    expect([code, stderr]).toEqual([2, `error: cannot write ${file}: it is write-protected\n`])
    expect(readFileSync(file, 'utf8')).toBe(before)
  }
})

test('nobody is asked whose answers could not be kept', async () => {
  const path = writeDocument(folder, document(), 'timeline.json')
  chmodSync(path, 0o444)
  const { code, stderr } = await jishi(['import', rows(), '--into', folder], {}, ['1'])
  expect(code).toBe(1)
  expect(stderr).toContain(`cannot write ${path}: it is write-protected`)
  expect(stderr).toContain('1 question is open')
})

test('a pipe, a device or a folder is never replaced', async () => {
  // In a folder of its own: where this fails, it is replaced.
  const pipe = at('pipe')
  execFileSync('mkfifo', [pipe])
  await expect(replaceFile(pipe, 'text')).rejects.toThrow('special')
  expect(statSync(pipe).isFIFO()).toBe(true)
  expect(await whyUnwritable(pipe)).toBe(`cannot write ${pipe}: it is no regular file`)
  expect(await whyUnwritable(folder)).toBe(`cannot write ${folder}: it is a folder`)
  expect(await whyUnwritable(at('new.json'))).toBe(null)
})
