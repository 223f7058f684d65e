// Random questions to a packed timeline of any size, without and with edits over its segment, against the
// plain meaning of a filter.
import { createPackedReader } from '../../../src/edition/packed/packed-reader.ts'
import { createPartCache } from '../../../src/edition/packed/part-cache.ts'
import { diskSource } from '../../bench/segments/disk.ts'
import { localService } from '../local.ts'
import { judgeReader, type Judge } from './judge.ts'
import { judgeService } from './judge-service.ts'
import { writeHead, writeParts } from './local-store.ts'
import type { Oracle } from './oracle.ts'
import { inFolder, type Size } from './pack.ts'

export interface Judged {
  questions: number
  bounds: number
  tooBroad: number
  readonly wrong: string[]
}

export const noneJudged = (): Judged => ({ questions: 0, bounds: 0, tooBroad: 0, wrong: [] })

/** In Node, over parts on disk; each question finds what those before it left at hand. */
export async function askInNode(size: Size): Promise<Judged> {
  const sum = noneJudged()
  await inFolder(size, async ({ path, asked }) => {
    for (const { edition, oracle } of asked) {
      const reader = createPackedReader(edition, diskSource(path), createPartCache())
      await judgeAll(oracle, judgeReader(reader), sum)
    }
  })
  return sum
}

/** Inside workerd, as `npm start` runs it, over local KV. */
export async function askInWorkerd(size: Size): Promise<Judged> {
  const sum = noneJudged()
  await inFolder({ ...size, asAddresses: true }, async (folder) => {
    await writeParts(folder)
    for (const { edition, oracle } of folder.asked) {
      await writeHead(folder.path, edition)
      const local = await localService(folder.path, 8_970)
      try {
        await local.start()
        const reader = createPackedReader(edition, diskSource(folder.path), createPartCache())
        await judgeAll(oracle, judgeService(local.origin, edition.timeline.id, reader), sum)
      } finally {
        await local.stop()
      }
    }
  })
  return sum
}

export const judgeAll = (oracle: Oracle, judge: Judge, sum: Judged): Promise<void> =>
  judgeAtOnce(oracle, judge, sum, 1)

/** Several at a time. */
export async function judgeAtOnce(
  oracle: Oracle,
  judge: Judge,
  sum: Judged,
  atOnce: number,
): Promise<void> {
  const all = oracle.expected()[Symbol.iterator]()
  const walk = async (): Promise<void> => {
    for (let next = all.next(); next.done !== true; next = all.next()) {
      const verdict = await judge(next.value)
      sum.questions++
      if (verdict === 'bound') sum.bounds++
      else if (verdict === 'too broad') sum.tooBroad++
      else if (verdict !== 'exact') sum.wrong.push(verdict.wrong)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, walk))
}
