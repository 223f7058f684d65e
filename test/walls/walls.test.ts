// The import walls of the lint rules (table.ts), proven on seeded violations: a wall that lets one pass fails.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import config from '../../oxlint.config.ts'
import { layers, wallOf, walls } from './table.ts'

const repository = join(import.meta.dirname, '../..')
const oxlint = join(repository, 'node_modules/.bin/oxlint')

/** Names of packages as code imports them. */
const packages = [
  ...new Set(Object.values(walls).flatMap((wall) => wall.packages.map(importable))),
  'fast-check',
  '@x/valibot',
]

/** `node:*` and `hono/**` stand for many. */
function importable(name: string): string {
  if (name.startsWith('node:')) return name.endsWith('/**') ? 'node:fs/promises' : 'node:fs'
  return name.replace('/**', '/cors')
}

interface Seed {
  readonly layer: string
  readonly specifier: string
  readonly permitted: boolean
}

const seeds: Seed[] = layers.flatMap((layer) => [
  ...layers.map((other) => ({
    layer,
    specifier: pathTo(layer, `${other}/own.ts`),
    permitted: other === layer || wallOf(layer).layers.includes(other),
  })),
  { layer, specifier: pathTo(layer, '../test/own.ts'), permitted: false },
  ...packages.map((specifier) => ({
    layer,
    specifier,
    permitted: wallOf(layer).packages.map(importable).includes(specifier),
  })),
])

/** From the folder of a layer to a file, by its path from src/. */
function pathTo(layer: string, file: string): string {
  const path = relative(`/src/${layer}`, join('/src', file))
  return path.startsWith('.') ? path : `./${path}`
}

/** The ways in which one file can lean on another; types count. */
const forms: Record<string, (specifier: string) => string> = {
  value: (specifier) => `import { own } from '${specifier}'\nexport const use = own\n`,
  type: (specifier) => `import type { Own } from '${specifier}'\nexport type Use = Own\n`,
  reexport: (specifier) => `export { own } from '${specifier}'\n`,
  dynamic: (specifier) => `export const use = () => import('${specifier}')\n`,
  deeper: (specifier) =>
    `import { own } from '${specifier.replace(/^\.\.?\//, '../$&').replace('.././', '../')}'\nexport const use = own\n`,
}

interface Diagnostic {
  readonly code: string
  readonly filename: string
}

let folder = ''
let caught: Diagnostic[] = []

const fileOf = ({ layer }: Seed, index: number, form: string): string =>
  `src/${layer}/${form === 'deeper' ? 'deep/' : ''}seed-${index}-${form}.ts`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jishi-walls-'))
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(config))
  for (const layer of layers)
    write(`src/${layer}/own.ts`, 'export const own = 1\nexport type Own = 1\n')
  for (const [index, seed] of seeds.entries())
    for (const [form, code] of Object.entries(forms))
      write(fileOf(seed, index, form), code(seed.specifier))
  write('src/domain/ring-a.ts', "import type { B } from './ring-b.ts'\nexport type A = B | 1\n")
  write('src/domain/ring-b.ts', "import type { A } from './ring-a.ts'\nexport type B = A | 2\n")
  write('src/domain/hidden.ts', "export type Hidden = import('../edition/own.ts').Own\n")
  write('src/domain/clock.ts', 'export const now = () => Date.now()\nexport const load = fetch\n')
  write('src/domain/preset.ts', 'const own = 1\nexport default own\n')
  caught = lint()
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function lint(): Diagnostic[] {
  const { stdout } = spawnSync(oxlint, ['--format=json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics
}

const codesOf = (file: string): string[] =>
  caught.filter(({ filename }) => filename === file).map(({ code }) => code)

const wall = 'eslint(no-restricted-imports)'

test.each(layers)('%s/ may import what its row names, and nothing else, in any form', (layer) => {
  const wrong: string[] = []
  let stopped = 0
  for (const [index, seed] of seeds.entries()) {
    if (seed.layer !== layer) continue
    for (const form of Object.keys(forms)) {
      const refused = codesOf(fileOf(seed, index, form)).includes(wall)
      if (refused) stopped += 1
      if (refused === seed.permitted)
        wrong.push(`${form} of ${seed.specifier} is ${refused ? 'refused' : 'let through'}`)
    }
  }
  expect(wrong).toEqual([])
  expect(stopped).toBeGreaterThan(20)
})

test('a cycle of types alone is a cycle', () => {
  expect(codesOf('src/domain/ring-a.ts')).toContain('import(no-cycle)')
})

test('a type that is imported in passing is refused', () => {
  expect(codesOf('src/domain/hidden.ts')).toContain('typescript(consistent-type-imports)')
})

test('the pure core may use neither clock nor network', () => {
  const codes = codesOf('src/domain/clock.ts')
  expect(codes).toContain('eslint(no-restricted-properties)')
  expect(codes).toContain('eslint(no-restricted-globals)')
})

test('a default export is refused', () => {
  expect(codesOf('src/domain/preset.ts')).toContain('import(no-default-export)')
})

test('every folder of src/ has a wall', () => {
  const folders = readdirSync(join(repository, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(folders.length).toBeGreaterThan(3)
  expect(layers).toEqual(expect.arrayContaining(folders))
})
