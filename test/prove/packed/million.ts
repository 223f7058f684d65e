// A million events: random questions in Node; then to the Worker alone in a process, many at once, while
// what that process holds is measured.
import { wrap } from '../../../src/edition/envelope.ts'
import type { PackedEdition } from '../../../src/edition/packed/packed-edition.ts'
import { createPackedReader } from '../../../src/edition/packed/packed-reader.ts'
import { createPartCache } from '../../../src/edition/packed/part-cache.ts'
import { headKey, partKey } from '../../../src/store/keys.ts'
import { diskReader, diskSource } from '../../bench/segments/disk.ts'
import { deploy, type Deployment } from '../../host/workerd.ts'
import { untilUp } from '../local.ts'
import { judgeReader } from './judge.ts'
import { judgeService } from './judge-service.ts'
import { inFolder, type Size } from './pack.ts'
import { judgeAll, judgeAtOnce, noneJudged, type Judged } from './run.ts'

export interface MeasuredMemory {
  readonly inNode: Judged
  readonly inWorkerd: Judged
  /** Megabytes resident beyond the idle Worker, at the peak, by the heap that V8 may have. */
  readonly beyondIdle: Readonly<Record<string, number>>
}

/** Requests under way at a time, at most. */
const atOnce = 4

/**
 * Plain workerd lets V8 have as much heap as the machine has, and V8 then leaves garbage for long; Cloudflare
 * ends an isolate that has more than 128 MB.
 */
const heaps = { 'of any size': [], 'of 100 MB': ['--max-old-space-size=100'] }

export async function askMillion(size: Size): Promise<MeasuredMemory> {
  const [inNode, inWorkerd] = [noneJudged(), noneJudged()]
  const beyondIdle: Record<string, number> = {}
  await inFolder({ ...size, asAddresses: true }, async ({ path, asked }) => {
    for (const { edition, oracle } of asked) {
      const reader = createPackedReader(edition, diskSource(path), createPartCache())
      await judgeAll(oracle, judgeReader(reader), inNode)
      console.log(`  in Node: ${inNode.questions} asked, ${inNode.wrong.length} wrong`)
      const deployment = await deployed(path, edition)
      try {
        for (const [heap, flags] of Object.entries(heaps)) {
          const { origin, memory, peak } = await deployment.restart(flags)
          await untilUp(origin)
          const idle = memory()
          await judgeAtOnce(oracle, judgeService(origin, reader), inWorkerd, atOnce)
          const most = Math.round((peak() - idle) / 1e6)
          beyondIdle[heap] = Math.max(most, beyondIdle[heap] ?? 0)
          console.log(`  in workerd with a heap ${heap}: ${most} MB beyond the idle Worker`)
        }
      } finally {
        await deployment.close()
      }
    }
  })
  return { inNode, inWorkerd, beyondIdle }
}

/** The Worker alone in its process, over a store that reads the parts in the folder from here. */
async function deployed(path: string, edition: PackedEdition): Promise<Deployment> {
  const deployment = await deploy()
  const { id } = edition.timeline
  const head = { value: Buffer.from(await wrap(headKey(id), edition)), headers: {} }
  const readPart = diskReader(path)
  const beginning = partKey(id, '')
  deployment.lookUp = (key) => {
    if (key === headKey(id)) return head
    const part = key.startsWith(beginning) ? readPart(key.slice(beginning.length)) : null
    return part === null ? undefined : { value: Buffer.from(part), headers: {} }
  }
  return deployment
}
