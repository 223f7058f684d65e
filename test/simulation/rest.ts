// The state when nothing moves any more: the store holds what the log says, no more and no less, and
// every isolate reads it.
import { backOff, settled } from '../../src/store/delivery.ts'
import { writeTimeout } from '../../src/store/key-value.ts'
import { freshFor } from '../../src/store/read/cached-store.ts'
import { lineOf } from '../../src/store/values.ts'
import { noFaults, staleness, type SimulatedKv } from './kv.ts'
import type { Reader } from './reader.ts'
import type { Setting } from './setting.ts'
import { longestTransit } from './world.ts'

/** Ends the faults and waits until nothing moves; tells how long the store took to recover. */
export async function rest(setting: Setting, readers: readonly Reader[]): Promise<number> {
  const { kv, world, truth, all } = setting
  kv.faults = noFaults
  const quiet = world.now()
  await world.run()
  const recovery = Math.max(0, ...all.map(({ landed }) => landed.at - quiet))
  if (recovery > longestRecovery) truth.violate(`late: recovered after ${recovery} ms`)
  await checkRest(setting, readers)
  return recovery
}

/**
 * Until nothing late can land, while one task hangs and the longest back-off follows; and the way, also
 * of the copies that a repeated publish writes anew.
 */
const longestRecovery = settled + writeTimeout + backOff.max + 4 * longestTransit

async function checkRest(setting: Setting, readers: readonly Reader[]): Promise<void> {
  const { world, truth } = setting
  for (const one of setting.all) checkStored(one)
  checkList(setting)
  let isOver = false
  void world.sleep(staleness + freshFor).then(async () => {
    for (const reader of readers) await reader.readLast()
    isOver = true
  })
  await world.run(() => isOver)
  if (!isOver) truth.violate('stuck: a read never ends')
}

function checkStored({ kv, truth, log, timeline }: Setting): void {
  const latest = log.latest()
  if (latest === null) return
  const { number } = latest.entry
  const content = contentIn(kv)
  if (number !== Math.max(...truth.editions.keys())) truth.violate('lost: the newest edition')
  if (content(`head/${timeline}`) !== JSON.stringify(truth.editions.get(number)?.record.head))
    truth.violate('never visible: the head of the newest edition')
  const taken = truth.takenAt(number)
  if ([...truth.editions.keys()].some((kept) => kept < taken && log.has(kept)))
    truth.violate('never collected: what was taken down')
  for (const [kept, { copy }] of truth.editions) {
    const stored = content(`edition/${timeline}/${kept}`)
    if (log.has(kept) && stored !== copy)
      truth.violate(`never visible: the copy of edition ${kept}`)
    if (!log.has(kept) && stored !== undefined) truth.violate(`never collected: edition ${kept}`)
  }
}

/** One line for each timeline that was ever published. */
function checkList({ all, kv, truth }: Setting): void {
  const lines = all
    .flatMap(({ log }) => log.latest()?.head ?? [])
    .map((head) => lineOf(head))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (lines.length === 0) return
  const list = {
    timelines: lines.flatMap(({ summary }) => summary ?? []),
    gone: lines.flatMap(({ id, summary }) => (summary === null ? [id] : [])),
  }
  if (contentIn(kv)('timelines') !== JSON.stringify(list))
    truth.violate('never visible: the line in the list')
}

const contentIn =
  ({ stored }: SimulatedKv) =>
  (key: string): string | undefined => {
    const text = stored.get(key)?.value
    return text?.slice(text.indexOf('\n') + 1)
  }
