// Whether memory grows with the body of a feed: peak RSS of the service in Node while NDJSON of 10,000 to
// 40,000 events is read and thrown away, and beside that where the reader keeps it as one text.
// Usage: node --expose-gc test/bench/stream.ts [most events]
import { spawnSync } from 'node:child_process'
import { setImmediate } from 'node:timers/promises'
import { largeStore } from '../support/large-store.ts'
import { createMemoryService } from '../support/memory-service.ts'

const ways = ['thrown away', 'kept'] as const
type Way = (typeof ways)[number]

interface Measured {
  /** Bytes of the answer. */
  readonly body: number
  /** Bytes of RSS above those before the request, at most. */
  readonly grown: number
}

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1).padStart(6)

const [count, way] = process.argv.slice(3)
if (process.argv[2] === 'measure') await measure(Number(count), way as Way)
else compare(Number(process.argv[2] ?? 40_000))

/** Each figure from a process of its own, since RSS never falls. */
function compare(most: number): void {
  console.log(`Node ${process.version}; MB of RSS above what stood before the request`)
  for (let count = 10_000; count <= most; count *= 2) {
    const figures = ways.map((way) => {
      const { body, grown } = measureApart(count, way)
      return `body ${megabytes(body)}, ${way} ${megabytes(grown)}`
    })
    console.log(`${String(count).padStart(7)} events  ${figures.join('   ')}`)
  }
}

function measureApart(count: number, way: Way): Measured {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--expose-gc', import.meta.filename, 'measure', String(count), way],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Measured
}

async function measure(count: number, way: Way): Promise<void> {
  const { store } = largeStore(count)
  const service = await createMemoryService({ store })
  await setImmediate()
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  const response = await service.fetch('/v1/timelines/town-2020/events.ndjson')
  const kept: Uint8Array[] = []
  let [body, chunks, peak] = [0, 0, before]
  for await (const chunk of response.body ?? []) {
    body += chunk.length
    if (way === 'kept') kept.push(chunk)
    // What is no longer held is not counted.
    if (++chunks % 20 === 0) globalThis.gc?.()
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  console.log(JSON.stringify({ body, grown: peak - before } satisfies Measured))
}
