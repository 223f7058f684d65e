// One word, one meaning: a name that is exported means one thing in all of src/. And rooms that one can
// look over: no folder is fuller than a screen, no file stands beside a folder of its name.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sources } from '../support/pages.ts'

const declaration =
  /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|class|interface|type) (\w+)/gm

/** The files that declare each exported name. */
function declared(files: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const [file, text] of files)
    for (const [, name = ''] of text.matchAll(declaration))
      names.set(name, [...new Set([...(names.get(name) ?? []), file])])
  return names
}

/** A type beside the class that it describes, and a module that each language has. */
const isMeant = (name: string, files: readonly string[]): boolean =>
  name === 'EventTimeline' || files.every((file) => /\/(?:en|zh|zh-hans|zh-hant)\//.test(file))

test('no exported name means two things', () => {
  const own = [...sources('src')].filter(([file]) => !file.includes('/released/'))
  const names = declared(new Map(own))
  expect(names.size).toBeGreaterThan(300)
  const several = [...names].filter(([name, files]) => files.length > 1 && !isMeant(name, files))
  expect(several).toEqual([])
})

test('a name that two files export is noticed', () => {
  const names = declared(
    new Map([
      ['a.ts', 'export const same = 1\nconst own = 2\n'],
      ['b.ts', 'export async function same() {}\nexport type Own = 1\n'],
    ]),
  )
  expect(names.get('same')).toEqual(['a.ts', 'b.ts'])
  expect(names.has('own')).toBe(false)
})

const root = join(import.meta.dirname, '../../src')

interface Room {
  readonly path: string
  readonly files: readonly string[]
  readonly folders: readonly string[]
}

function roomsBelow(path: string): Room[] {
  const entries = readdirSync(join(root, path), { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
  // Releases and files of the viewer are not read by people who look for code.
  const inner = folders.filter((name) => name !== 'released')
  return [{ path, files, folders }, ...inner.flatMap((name) => roomsBelow(join(path, name)))]
}

test('no folder has more than 17 rooms, and no file beside a folder of its name', () => {
  const rooms = roomsBelow('')
  expect(rooms.length).toBeGreaterThan(20)
  for (const { path, files, folders } of rooms) {
    expect(files.length + folders.length, `src/${path}`).toBeLessThanOrEqual(17)
    const stems = files.map((name) => name.replace(/\.\w+$/, ''))
    expect(
      stems.filter((stem) => folders.includes(stem)),
      `src/${path}`,
    ).toEqual([])
  }
})
