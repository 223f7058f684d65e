// What no isolate and no retry can mend: a value of the store is lost or damaged for good, or the whole
// store is put back to an older state. Then everything is repaired from the log.
import { isOfAnother } from './history.ts'
import { corrupt, type Value } from './kv.ts'
import type { Setting } from './setting.ts'

/** Today's keys with what they had then; a key that had nothing has lost its value. */
type Snapshot = ReadonlyMap<string, Value>

export const harms = ['lost', 'flipped', 'truncated', 'swapped', 'put back'] as const

/** Does one harm and repairs it; the store and its readers are looked at afterwards. */
export async function heal(setting: Setting, older: Snapshot): Promise<void> {
  const { world, truth, registry } = setting
  // Where nothing was ever published there is nothing to harm.
  const published = setting.all.filter(({ log }) => log.latest() !== null)
  if (published.length === 0) return
  harm(setting, older)
  let isOver = false
  const repairs = published.map(({ publisher, timeline }) =>
    publisher.call((one) => one.repair({ timeline })),
  )
  void Promise.all(repairs)
    .then(() => {
      // A write may take too long; the alarm repeats it.
      return registry.call((listing) => listing.repair())
    })
    .then((ids) => {
      if (published.some(({ timeline }) => !ids.includes(timeline)))
        truth.violate('not healed: a timeline is not in the list')
    })
    .catch((error: unknown) => truth.violate(`threw: ${String(error)}`))
    .finally(() => (isOver = true))
  await world.run(() => isOver)
}

function harm({ world, kv }: Setting, older: Snapshot): void {
  const own = [...kv.stored].filter(([key]) => !isOfAnother(key))
  const [key, found] = world.pick(own)
  const kind = world.pick(harms)
  if (kind === 'lost') kv.lose(key)
  else if (kind === 'swapped') kv.preset(key, world.pick(own)[1])
  else if (kind === 'put back')
    for (const [each] of own) {
      const before = older.get(each)
      if (before === undefined) kv.lose(each)
      else kv.preset(each, before)
    }
  else kv.preset(key, { ...found, value: corrupt(found.value, kind, world.random) })
}
