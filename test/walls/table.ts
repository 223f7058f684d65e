// The import walls: what each layer of src/ may import besides its own files. The lint rules are made
// of this table (oxlint.config.ts) and proven on seeded violations (walls.test.ts).
import type { OxlintOverride } from 'oxlint'

export interface Wall {
  readonly layers: readonly string[]
  /** As in an import, or `name/**` for everything below a name. */
  readonly packages: readonly string[]
}

export const walls: Readonly<Record<string, Wall>> = {
  domain: { layers: [], packages: ['valibot'] },
  markup: { layers: ['domain'], packages: [] },
  messages: { layers: ['domain'], packages: [] },
  address: { layers: ['domain'], packages: [] },
  extract: { layers: ['domain'], packages: ['fflate', 'saxen'] },
  edition: { layers: ['domain'], packages: [] },
  store: { layers: ['edition', 'domain'], packages: [] },
  picture: { layers: ['messages', 'address', 'markup', 'domain'], packages: [] },
  formats: { layers: ['messages', 'markup', 'domain'], packages: ['valibot'] },
  page: { layers: ['picture', 'messages', 'address', 'markup', 'domain'], packages: [] },
  http: {
    layers: ['store', 'edition', 'formats', 'page', 'picture', 'messages', 'address', 'domain'],
    packages: ['hono', 'hono/**', 'valibot'],
  },
  host: {
    layers: ['http', 'store', 'edition', 'domain'],
    packages: ['cloudflare:workers', 'valibot'],
  },
  widget: { layers: ['page', 'picture', 'messages', 'address', 'markup', 'domain'], packages: [] },
  assets: {
    layers: ['http', 'formats', 'page', 'messages', 'address', 'markup', 'domain'],
    packages: ['node:*', 'node:*/**', 'esbuild', 'valibot', '@valibot/to-json-schema'],
  },
  cli: {
    layers: ['assets', 'http', 'formats', 'edition', 'extract', 'messages', 'address', 'domain'],
    packages: ['node:*', 'node:*/**', 'valibot', 'commander', 'wrangler'],
  },
}

export const layers = Object.keys(walls)

/** Folders beside src/. */
const outside = '(?:test|data|docs|node_modules)/'

/** The rule of each layer, for `overrides` of oxlint. Type imports, re-exports and dynamic ones count. */
export const wallRules = (): OxlintOverride[] => layers.map(wallRule)

function wallRule(layer: string): OxlintOverride {
  const { layers: open, packages } = wallOf(layer)
  const closed = layers.filter((other) => other !== layer && !open.includes(other))
  const patterns = [
    {
      regex: String.raw`^(?:\.\./)+(?:(?:${closed.join('|')})(?:/|$)|${outside})`,
      message: `${layer}/ may import ${[...open, ...packages].join(', ') || 'nothing'} besides its own files.`,
    },
    {
      group: packagePatterns(packages),
      message: `${layer}/ may import ${packages.length > 0 ? `these packages: ${packages.join(', ')}` : 'no package'}.`,
    },
  ]
  return {
    files: [`src/${layer}/**`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  }
}

/** Everything but relative paths and what is named; a scoped name needs its scope readmitted. */
function packagePatterns(packages: readonly string[]): string[] {
  const scopes = packages.flatMap((name) => /^@[^/]+/.exec(name)?.[0] ?? [])
  const [scoped, plain] = [
    packages.filter((name) => name.startsWith('@')),
    packages.filter((name) => !name.startsWith('@')),
  ]
  return [
    '*',
    ...plain.map((name) => `!${name}`),
    '@*',
    '@*/**',
    ...[...new Set(scopes), ...scoped].map((name) => `!${name}`),
    '!.',
    '!..',
    '!./**',
    '!../**',
  ]
}

export function wallOf(layer: string): Wall {
  const wall = walls[layer]
  if (wall === undefined) throw new Error(`no wall for ${layer}`)
  return wall
}

/** Layers without clock, chance, network and global state. */
export const pureLayers = [
  'domain',
  'markup',
  'messages',
  'address',
  'extract',
  'edition',
  'picture',
  'formats',
  'page',
]
