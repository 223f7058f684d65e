// The size of the Worker as a deploy would upload it, what takes it, and its core: the API, the
// calendar and publishing, without pages and other formats. With --check it fails when one is over its
// limit (docs/decisions/0011-bundle-size.md). Usage: node test/bench/bundle.ts [--check]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import { bundle, root } from './workerd/serve.ts'

/** Bytes after gzip. */
const limits = { core: 60_000, whole: 98_000 }

/** The part of esbuild's metafile that is read here. */
interface Metafile {
  readonly outputs: Readonly<
    Record<
      string,
      {
        readonly entryPoint?: string
        readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>
      }
    >
  >
}

const leftOut: Plugin = {
  name: 'left out of the core',
  setup({ onLoad }) {
    const empty = (exports: string) => () => ({ contents: `export const ${exports}` })
    onLoad({ filter: /http.page\.ts$/ }, empty('missingPage = {}'))
    onLoad({ filter: /http.routes.pages\.ts$/ }, empty('pages = []'))
    onLoad({ filter: /http.routes.widget\.ts$/ }, empty('widgetFile = {}, oembed = {}'))
    onLoad(
      {
        filter:
          /formats.(?:atom|corrections|csv|jcal|json-feed|json-ld|markdown|rss|timelinejs)\.ts$/,
      },
      empty(
        [
          'atom',
          'csv',
          'jcal',
          'jsonFeed',
          'jsonLd',
          'markdown',
          'rss',
          'timelineJs',
          'writeCorrections',
          'correctionsMediaType',
        ]
          .map((name) => `${name} = {}`)
          .join(', '),
      ),
    )
  },
}

const folder = mkdtempSync(join(tmpdir(), 'jishi-bundle-'))
try {
  const metafile = join(folder, 'meta.json')
  await bundle(folder, [`--metafile=${metafile}`])
  const worker = readFileSync(join(folder, 'worker.js'))
  const sizes = { core: gzipSync(await coreBundle()).length, whole: gzipSync(worker).length }
  printShares(JSON.parse(readFileSync(metafile, 'utf8')) as Metafile)
  for (const name of ['core', 'whole'] as const) {
    const [size, limit] = [sizes[name], limits[name]]
    console.log(`${name}: gzip ${kilobytes(size)}; limit ${kilobytes(limit)}`)
    if (size > limit && process.argv.includes('--check')) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The Worker with nothing for people and no format but calendar and NDJSON. */
async function coreBundle(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/host/cloudflare/worker.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker'],
    external: ['cloudflare:*'],
    logLevel: 'silent',
    plugins: [leftOut],
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

/** Bytes before gzip, by package and by folder of src. */
function printShares({ outputs }: Metafile): void {
  const entry = Object.values(outputs).find(({ entryPoint }) => entryPoint !== undefined)
  const shares = new Map<string, number>()
  for (const [path, { bytesInOutput }] of Object.entries(entry?.inputs ?? {})) {
    const part = partOf(path)
    shares.set(part, (shares.get(part) ?? 0) + bytesInOutput)
  }
  if (shares.size === 0) throw new Error('the metafile names no part of the bundle')
  for (const [part, bytes] of [...shares].toSorted(([, a], [, b]) => b - a))
    console.log(`${kilobytes(bytes).padStart(9)}  ${part}`)
}

function partOf(path: string): string {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? []
  return name ?? path.split('/').slice(0, 2).join('/')
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
