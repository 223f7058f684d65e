// What only Cloudflare has stands in src/host/cloudflare/: the types of the other rooms do not know it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const repository = join(import.meta.dirname, '../..')

interface Settings {
  readonly compilerOptions: object
  readonly exclude?: readonly string[]
}

const settingsOf = (folder: string): Settings =>
  JSON.parse(readFileSync(join(repository, folder, 'tsconfig.json'), 'utf8')) as Settings

/** One statement each; every one of them means something in a Worker. */
const seeds = [
  'export const a = crypto.subtle.timingSafeEqual(new Uint8Array(1), new Uint8Array(1))',
  'export const b = caches.default',
  'export type C = KVNamespace',
  'export type D = DurableObjectNamespace',
  'export type E = DurableObjectState',
  'export type F = SqlStorage',
  'export type G = Fetcher',
  'export type H = RateLimit',
  'export type I = WorkerVersionMetadata',
  'export type J = ExportedHandler',
  'export type K = ExecutionContext',
  'export const l = new HTMLRewriter()',
  'export const m = new Request("https://timelines.example").cf',
  'export { DurableObject } from "cloudflare:workers"',
]

/** The lines of the seeds that are no faults with the settings of that folder. */
function passing(folder: string): string[] {
  const inside = mkdtempSync(join(tmpdir(), 'jishi-host-'))
  try {
    const { compilerOptions } = settingsOf(folder)
    const settings = { compilerOptions: { ...settingsOf('.').compilerOptions, ...compilerOptions } }
    const typeRoots = [join(repository, 'node_modules/@types'), join(repository, 'node_modules')]
    writeFileSync(
      join(inside, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: { ...settings.compilerOptions, typeRoots },
        files: ['seeds.ts'],
      }),
    )
    writeFileSync(join(inside, 'seeds.ts'), seeds.join('\n'))
    const { stdout } = spawnSync(
      join(repository, 'node_modules/.bin/tsc'),
      ['-p', inside, '--pretty', 'false'],
      { encoding: 'utf8' },
    )
    const wrong = new Set(
      [...stdout.matchAll(/seeds\.ts\((\d+),/g)].map(([, line]) => Number(line)),
    )
    return seeds.filter((_, index) => !wrong.has(index + 1))
  } finally {
    rmSync(inside, { recursive: true, force: true })
  }
}

test.each(['.', 'src/cli', 'src/assets', 'src/widget'])(
  'the types of %s/ know nothing of Workers',
  (folder) => {
    expect(passing(folder)).toEqual([])
  },
)

test('the types of src/host/cloudflare/ do', () => {
  expect(passing('src/host/cloudflare')).toEqual(seeds)
})

test('no other room names a header or a module of Cloudflare', () => {
  const files = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' })
  const others = files.filter((file) => file.endsWith('.ts') && !file.startsWith('host/'))
  expect(others.length).toBeGreaterThan(100)
  const names = /['"`](?:cf-|cloudflare:)/i
  const knowing = (file: string) => names.test(readFileSync(join(repository, 'src', file), 'utf8'))
  expect(others.filter(knowing)).toEqual([])
  expect(knowing('host/cloudflare/worker.ts')).toBe(true)
})
