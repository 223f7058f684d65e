// Files of whoever uses the commands: one that has the name of ours, one that a link leads to, one that not
// everybody may read.
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { document } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { ownFolder, ownService, writeDocument } from '../support/own.ts'
import type { RealService } from '../support/real-service.ts'

let folder = ''
let real: RealService
const at = (name: string): string => join(folder, name)

beforeEach(async () => {
  folder = ownFolder()
  real = await ownService()
})

const publish = (...argv: readonly string[]) =>
  jishi(['publish', folder, '--yes', '--to', real.origin, ...argv])

describe('a draft.json that somebody wrote', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['a document', JSON.stringify({ ...document(), title: 'Next' })],
    ['with a comment', '{ // my next version\n "formatVersion": 1 }\n'],
    ['with a byte order mark', `\ufeff${JSON.stringify(document())}`],
    ['half saved', '{"formatVersion": 1, "id": "to'],
    ['with other fields beside those of ours', '{"bases": {}, "title": "Next"}'],
  ]
  test.each(texts)('stays as it is, which is said: %s', async (_, text) => {
    writeDocument(folder, document(), 'timeline.json')
    writeFileSync(at('draft.json'), text)
    const { code, stderr } = await publish()
    expect(code).toBe(0)
    expect(stderr.match(/draft\.json is not the file that jishi keeps/g)).toHaveLength(1)
    expect(readFileSync(at('draft.json'), 'utf8')).toBe(text)
  })

  test('is left by an import, too', async () => {
    writeDocument(folder, document(), 'timeline.json')
    writeFileSync(at('draft.json'), '{"title": "Next"}')
    writeFileSync(at('rows.csv'), 'date,title\n2020-02-05,Opened\n')
    writeFileSync(at('answers.json'), JSON.stringify({ source: document().sources[0]?.id }))
    const { code, stderr } = await jishi([
      'import',
      at('rows.csv'),
      '--into',
      folder,
      '--yes',
      '--answers',
      at('answers.json'),
    ])
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('draft.json'),
    })
    expect(readFileSync(at('draft.json'), 'utf8')).toBe('{"title": "Next"}')
  })

  test('is told before an import asks which rows it knows', async () => {
    writeDocument(folder, document(), 'timeline.json')
    writeFileSync(at('draft.json'), '{"imports": {"rows"')
    writeFileSync(at('rows.csv'), 'date,title\n2020-02-05,Opened\n')
    const { code, stderr } = await jishi(['import', at('rows.csv'), '--into', folder])
    expect(code).toBe(1)
    expect(stderr).toContain('draft.json is not the file that jishi keeps')
  })

  test.each(['publish', 'pull'])('that cannot be kept is told by %s', async (command) => {
    writeDocument(folder, document(), 'timeline.json')
    if (command === 'pull') await publish()
    // Where a folder has the name, the file can be neither read nor written, by root either.
    const [argv, kept] =
      command === 'pull'
        ? [['pull', 'town-2020', '-o', at('town.json'), '--to', real.origin], 'town.draft.json']
        : [['publish', folder, '--yes', '--to', real.origin], 'draft.json']
    mkdirSync(at(kept))
    const { code, stderr } = await jishi(argv)
    expect(code).toBe(0)
    expect(stderr).toContain(`cannot read ${at(kept)}: it is a folder: what the document began`)
  })

  test('that cannot be written is told', async () => {
    writeDocument(folder, document(), 'timeline.json')
    // What it is written into before it takes its place.
    mkdirSync(at(`draft.json.${process.pid}.tmp`))
    const { code, stderr } = await publish()
    expect(code).toBe(0)
    expect(stderr).toContain(`cannot write ${at('draft.json')}: it is a folder: what the document`)
  })

  test('of ours is written on, without a word', async () => {
    writeDocument(folder, document(), 'timeline.json')
    const other = { timeline: 'town-2020', edition: 3, digest: 'x' }
    writeFileSync(at('draft.json'), JSON.stringify({ bases: { 'https://other.example': other } }))
    expect((await publish()).stderr).not.toContain('draft.json')
    expect(JSON.parse(readFileSync(at('draft.json'), 'utf8'))).toMatchObject({
      bases: { 'https://other.example': other, [real.origin]: { edition: 1 } },
    })
  })
})

describe('a link', () => {
  /** A document elsewhere, which only its owner may read, and a folder with a link to it. */
  function linked(): string {
    mkdirSync(at('real'))
    mkdirSync(at('link'))
    writeDocument(at('real'), { ...document(), title: 'Before' }, 'timeline.json')
    chmodSync(at('real/timeline.json'), 0o600)
    symlinkSync('../real/timeline.json', at('link/timeline.json'))
    return at('link/timeline.json')
  }
  const state = (link: string) => ({
    isLink: lstatSync(link).isSymbolicLink(),
    mode: statSync(at('real/timeline.json')).mode & 0o777,
  })

  test('stays one where a command writes its document, which keeps its permissions', async () => {
    const link = linked()
    writeFileSync(at('rows.csv'), 'date,title\n2020-02-05,Opened\n')
    writeFileSync(at('answers.json'), JSON.stringify({ source: document().sources[0]?.id }))
    const { code } = await jishi([
      'import',
      at('rows.csv'),
      '--into',
      at('link'),
      '--yes',
      '--answers',
      at('answers.json'),
    ])
    expect({ code, ...state(link) }).toEqual({ code: 0, isLink: true, mode: 0o600 })
    expect(readFileSync(at('real/timeline.json'), 'utf8')).toContain('Opened')
  })

  test('stays one where an edition is pulled into it', async () => {
    const link = linked()
    writeDocument(folder, document(), 'timeline.json')
    await publish()
    const pulled = await jishi(['pull', 'town-2020', '-o', link, '--force', '--to', real.origin])
    expect({ code: pulled.code, ...state(link) }).toEqual({ code: 0, isLink: true, mode: 0o600 })
    expect(JSON.parse(readFileSync(at('real/timeline.json'), 'utf8'))).toEqual(document())
  })
})

test('nothing is left of a file that cannot be written', async () => {
  writeDocument(folder, document(), 'timeline.json')
  await publish()
  mkdirSync(at('there'))
  const { code, stderr } = await jishi([
    'pull',
    'town-2020',
    '-o',
    at('there'),
    '--to',
    real.origin,
  ])
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('it is a folder') })
  expect(readdirSync(folder).toSorted()).toEqual(['draft.json', 'there', 'timeline.json'])
})

test.each([
  [['--force'], true],
  [['--force', '-o', '-'], true],
  [['--force', '-o', 'pulled.json'], false],
  [[], false],
])('pull %j says where --force has nothing to overwrite', async (flags, isTold) => {
  writeDocument(folder, document(), 'timeline.json')
  await publish()
  const given = flags.map((flag) => (flag === 'pulled.json' ? at(flag) : flag))
  const pulled = await jishi(['pull', 'town-2020', '--lang', 'en', '--to', real.origin, ...given])
  expect({ code: pulled.code, isTold: pulled.stderr.includes('--force') }).toEqual({
    code: 0,
    isTold,
  })
})
