// What `npm ci` installs is what was locked, may be used, and is no older than what is known to be safe.
import { describe, expect, test } from 'vitest'
import ofContract from '../contract/client/package-lock.json' with { type: 'json' }
import ofAgents from '../mcp/client/package-lock.json' with { type: 'json' }
import lock from '../../package-lock.json' with { type: 'json' }
import manifest from '../../package.json' with { type: 'json' }
import { readText } from '../support/pages.ts'

interface Entry {
  readonly link?: boolean
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly hasInstallScript?: boolean
}

const entriesOf = ({ packages }: { readonly packages: object }) =>
  Object.entries(packages as Record<string, Entry>).filter(
    ([path, { link }]) => path !== '' && link !== true,
  )

const locks = [
  ['package-lock.json', lock],
  ['test/contract/client/package-lock.json', ofContract],
  ['test/mcp/client/package-lock.json', ofAgents],
] as const

describe.each(locks)('%s', (_, locked) => {
  const entries = entriesOf(locked)

  test('has the integrity of every package [fault B1]', () => {
    expect(entries.length).toBeGreaterThan(20)
    const without = entries.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'))
    expect(without.map(([path]) => path)).toEqual([])
  })

  test('names no registry but that of npm', () => {
    const elsewhere = entries.filter(
      ([, { resolved }]) =>
        resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    )
    expect(elsewhere.map(([path]) => path)).toEqual([])
  })

  test('has packages alone whose licence lets anybody use them', () => {
    const refused = entries.filter(([, { license = 'none' }]) => !isPermitted(license))
    expect(refused.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  })
})

/** Of tools, which are run and not passed on, weak copyleft is fine, too. */
const permitted = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'MPL-2.0',
  'LGPL-3.0-or-later',
  'Python-2.0',
  'Unlicense',
  'W3C-20150513',
])

const isPermitted = (license: string): boolean => {
  const names = license.split(/ (?:AND|OR) |[()]/).filter((name) => name !== '')
  return license.includes(' OR ')
    ? names.some((name) => permitted.has(name))
    : names.every((name) => permitted.has(name))
}

describe('what the Worker runs', () => {
  test('is two packages, at one version each, without scripts or packages of their own [fault B15]', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['hono', 'valibot'])
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
      const [, entry] = entriesOf(lock).find(([path]) => path === `node_modules/${name}`) ?? []
      expect(entry).toMatchObject({ version, license: 'MIT' })
      expect(entry?.hasInstallScript ?? false).toBe(false)
      expect(entry).not.toHaveProperty('dependencies')
    }
    const shipped = entriesOf(lock).filter(
      ([, { dev, devOptional }]) => dev !== true && devOptional !== true,
    )
    const names = shipped.map(([path]) => path.replace('node_modules/', ''))
    // TypeScript is an optional peer of valibot, of which nothing is run.
    expect(names.filter((name) => !/^(?:@typescript\/.*|typescript)$/.test(name))).toEqual([
      'hono',
      'valibot',
    ])
  })

  test('and what is derived from other people is told with its licence [fault B15]', () => {
    const notices = readText('NOTICE')
    for (const name of ['hono', 'valibot', 'OpenCC']) expect(notices).toContain(name)
    expect(notices).toContain('Copyright')
  })
})

/** The oldest version of each package that is safe, and why it is: raise it with every advisory. */
const oldest: Readonly<Record<string, readonly [version: string, why: string]>> = {
  hono: ['4.12.34', 'faults of its router and body parsers before it'],
  valibot: ['1.2.0', 'slow regular expression for emoji before it'],
  esbuild: ['0.25.0', 'its server answered every site before it'],
  vitest: ['3.0.5', 'its interface could be called by every site before it'],
  undici: ['7.5.0', 'an invalid certificate made it leak memory before it'],
  ws: ['8.17.1', 'many headers ended its process before it'],
}

const numbersOf = (version: string): readonly number[] =>
  (/^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []).slice(1).map(Number)

function isOlder(version: string, than: string): boolean {
  const [left, right] = [numbersOf(version), numbersOf(than)]
  const at = [0, 1, 2].find((index) => left[index] !== right[index])
  return at !== undefined && left[at]! < right[at]!
}

describe('versions', () => {
  test('are compared by number', () => {
    expect(isOlder('4.9.1', '4.12.34')).toBe(true)
    expect(isOlder('4.12.34', '4.12.34')).toBe(false)
    expect(isOlder('10.0.0', '9.9.9')).toBe(false)
  })

  test.each(Object.entries(oldest))('of %s are not older than %s', (name, [version]) => {
    const found = locks.flatMap(([, locked]) =>
      entriesOf(locked).filter(([path]) => path.endsWith(`node_modules/${name}`)),
    )
    expect(found).not.toEqual([])
    const old = found.filter(([, entry]) => isOlder(entry.version ?? '0.0.0', version))
    expect(old.map(([path, entry]) => `${path} ${entry.version}`)).toEqual([])
  })
})

test('scripts are run at installation for three packages alone', () => {
  const scripted = entriesOf(lock).filter(([, { hasInstallScript }]) => hasInstallScript === true)
  const names = scripted.map(([path]) => path.replace(/^.*node_modules\//, ''))
  expect([...new Set(names)].toSorted()).toEqual(Object.keys(manifest.allowScripts).toSorted())
})

test('dependabot proposes newer versions of every lock, and of actions', () => {
  const text = readText('.github/dependabot.yml')
  for (const folder of ['/', '/test/contract/client', '/test/mcp/client'])
    expect(text).toContain(`- ${folder}\n`)
  expect(text).toContain('package-ecosystem: github-actions')
})
