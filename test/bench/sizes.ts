// What is sent, in bytes after gzip: the files of the element, the page of fusha-2020, the Worker as a
// deploy would upload it. They are compared with sizes.json, which is committed: a change tells what it
// adds (docs/decisions/0015-told-sizes.md). Usage: node test/bench/sizes.ts [--check] [--renew]
// --check: fails where something has grown and sizes.json was not renewed; --renew: writes it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import fusha from '../../data/fusha-2020/timeline.json' with { type: 'json' }
import { buildWidget } from '../../src/assets/widget.ts'
import { sourcesOf } from '../../src/domain/query/matches.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { countBy, countTimes } from '../../src/domain/query/counts.ts'
import { everything } from '../../src/domain/query/event-query.ts'
import { uiLanguages, type UiLanguage } from '../../src/domain/text/ui-language.ts'
import { firstEdition, firstInstant } from '../support/first-edition.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { bundle } from './workerd/serve.ts'
import { renderTimelinePage } from '../support/rendered.ts'

/** Bytes by what is sent. */
type Sizes = Readonly<Record<string, number>>

/** What may grow before sizes.json has to be renewed, so that not every change renews it. */
const tolerance = (size: number): number => Math.max(100, Math.round(size / 100))

const { values: options } = parseArgs({
  options: { check: { type: 'boolean' }, renew: { type: 'boolean' } },
})
const file = join(import.meta.dirname, 'sizes.json')
const known = JSON.parse(readFileSync(file, 'utf8')) as Sizes
const { worker, shares } = await measureWorker()
const sizes: Sizes = { ...(await elementSizes()), ...pageSizes(), Worker: worker }

console.log(table(known, sizes))
console.log(`\nThe Worker before gzip, by package and by folder of src\n${sharesTable(shares)}`)
if (options.renew === true) writeFileSync(file, `${JSON.stringify(sizes, null, 2)}\n`)
else if (options.check === true) {
  const grown = Object.entries(sizes).filter(
    ([name, size]) => size > (known[name] ?? 0) + tolerance(known[name] ?? 0),
  )
  for (const [name] of grown)
    console.error(`${name} has grown: npm run sizes -- --renew, and say in the change what for`)
  if (grown.length > 0) process.exitCode = 1
}

async function elementSizes(): Promise<Sizes> {
  const { files } = await buildWidget('1.0.0')
  return Object.fromEntries([...files].map(([name, text]) => [`element: ${name}`, zipped(text)]))
}

/** The page with all its events, in each language. */
function pageSizes(): Sizes {
  const { timeline, events } = firstEdition(fusha as unknown as TimelineDocument)
  const page = (ui: UiLanguage): string =>
    renderTimelinePage({
      publicUrl: 'https://timelines.example',
      speech: { ui, content: ui, inAddress: false },
      timeline,
      edition: { number: 1, published: firstInstant },
      query: everything,
      events,
      total: events.length,
      setAside: 0,
      choices: {
        theme: countBy(events, ({ themes }) => themes),
        actor: countBy(events, ({ actors }) => actors),
        source: countBy(events, sourcesOf),
        all: events.length,
      },
      times: countTimes(events.map(({ when }) => when)),
      resting: countBy(events, sourcesOf),
      formats,
      continued: false,
    })
  return Object.fromEntries(
    uiLanguages.map((language) => [`page: fusha-2020 in ${language}`, zipped(page(language))]),
  )
}

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

async function measureWorker(): Promise<{ worker: number; shares: Sizes }> {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-sizes-'))
  try {
    const metafile = join(folder, 'meta.json')
    await bundle(folder, { options: [`--metafile=${metafile}`] })
    return {
      worker: zipped(readFileSync(join(folder, 'worker.js'))),
      shares: sharesOf(JSON.parse(readFileSync(metafile, 'utf8')) as Metafile),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function sharesOf({ outputs }: Metafile): Sizes {
  const entry = Object.values(outputs).find(({ entryPoint }) => entryPoint !== undefined)
  const shares: Record<string, number> = {}
  for (const [path, { bytesInOutput }] of Object.entries(entry?.inputs ?? {})) {
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? []
    const part = name ?? path.split('/').slice(0, 2).join('/')
    shares[part] = (shares[part] ?? 0) + bytesInOutput
  }
  if (Object.keys(shares).length === 0) throw new Error('the metafile names no part of the bundle')
  return shares
}

function zipped(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length
}

/** Names, sizes, and what they have gained or lost. */
function table(before: Sizes, now: Sizes): string {
  const names = [...new Set([...Object.keys(now), ...Object.keys(before)])]
  const rows = names.map((name) => {
    const delta = (now[name] ?? 0) - (before[name] ?? 0)
    const told = delta === 0 ? '' : `${delta > 0 ? '+' : '−'}${bytes(Math.abs(delta))}`
    return `${name.padEnd(40)}${bytes(now[name] ?? 0).padStart(10)}${told.padStart(10)}`
  })
  return [
    `${'bytes after gzip'.padEnd(40)}${'now'.padStart(10)}${'delta'.padStart(10)}`,
    ...rows,
  ].join('\n')
}

function sharesTable(parts: Sizes): string {
  return Object.entries(parts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([part, size]) => `${part.padEnd(40)}${bytes(size).padStart(10)}`)
    .join('\n')
}

function bytes(count: number): string {
  return count.toLocaleString('en')
}
