// A million events: random questions in Node; then to the Worker alone in a process, many at once, while
// what that process holds is measured.
import { setTimeout as pause } from 'node:timers/promises'
import { wrap } from '../../../src/edition/envelope.ts'
import type { PackedEdition } from '../../../src/edition/packed/packed-edition.ts'
import { createPackedReader } from '../../../src/edition/packed/packed-reader.ts'
import { createPartCache } from '../../../src/edition/packed/part-cache.ts'
import { headKey, partKey } from '../../../src/store/keys.ts'
import { diskReader, diskSource } from '../../bench/segments/disk.ts'
import type { Serving } from '../../bench/workerd/serve.ts'
import { deploy, type Deployment } from '../../host/workerd.ts'
import { untilUp } from '../local.ts'
import { judgeReader } from './judge.ts'
import { judgeService } from './judge-service.ts'
import { inFolder, type Size } from './pack.ts'
import { judgeAll, judgeAtOnce, noneJudged, type Judged } from './run.ts'

export interface MeasuredMemory {
  readonly inNode: Judged
  readonly inWorkerd: Judged
  /** Megabytes beyond the idle Worker at the peak: what JavaScript needed, and what the process held. */
  readonly needed: number
  readonly resident: number
}

/** Requests under way at a time, at most. */
const atOnce = 4

/** Plain workerd lets V8 leave garbage for long: what is needed is measured after a collection. */
const limited = { isInspected: true, v8Flags: ['--max-old-space-size=100'] }

export async function askMillion(size: Size): Promise<MeasuredMemory> {
  const [inNode, inWorkerd] = [noneJudged(), noneJudged()]
  let [needed, resident] = [0, 0]
  await inFolder({ ...size, asAddresses: true }, async ({ path, asked }) => {
    for (const { edition, oracle } of asked) {
      const reader = createPackedReader(edition, diskSource(path), createPartCache())
      await judgeAll(oracle, judgeReader(reader), inNode)
      console.log(`  in Node: ${inNode.questions} asked, ${inNode.wrong.length} wrong`)
      const deployment = await deployed(path, edition)
      try {
        const serving = await deployment.restart(limited)
        await untilUp(serving.origin)
        const idle = [await serving.needed(), serving.memory()] as const
        const judge = judgeService(serving.origin, edition.timeline.id, reader)
        const most = await sampledWhile(serving, () =>
          judgeAtOnce(oracle, judge, inWorkerd, atOnce),
        )
        needed = Math.max(needed, Math.round((most - idle[0]) / 1e6))
        resident = Math.max(resident, Math.round((serving.peak() - idle[1]) / 1e6))
        console.log(
          `  in workerd: ${needed} MB needed, ${resident} MB resident beyond the idle Worker`,
        )
      } finally {
        await deployment.close()
      }
    }
  })
  return { inNode, inWorkerd, needed, resident }
}

/** The most that was needed at any of many moments, requests being under way. */
async function sampledWhile(
  { needed }: Pick<Serving, 'needed'>,
  work: () => Promise<void>,
): Promise<number> {
  let most = 0
  const state = { isDone: false }
  const working = work().finally(() => (state.isDone = true))
  while (!state.isDone) {
    most = Math.max(most, await needed())
    await pause(100)
  }
  await working
  return most
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
