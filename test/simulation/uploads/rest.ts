// The state when nothing moves any more: the store holds what the kept editions name, no more and no
// less, and the object remembers nothing else.
import { freshFor } from '../../../src/store/read/cached-store.ts'
import { staleness } from '../kv.ts'
import { timeline } from './content.ts'
import { putBackLost } from './put-back.ts'
import type { UploadReader } from './reader.ts'
import type { UploadSetting } from './setting.ts'
import { segmentIn } from './truth.ts'

export async function restOfUploads(
  setting: UploadSetting,
  readers: readonly UploadReader[],
): Promise<void> {
  const { world, truth } = setting
  setting.calm()
  // Until leases have ended and what was superseded is deleted.
  await world.run()
  checkKeys(setting)
  checkLog(setting)
  let isOver = false
  void putBackLost(setting)
    .then(() => world.sleep(staleness + freshFor))
    .then(async () => {
      for (const reader of readers) await reader.readLast()
    })
    .catch((error: unknown) => truth.violate(`unreadable at last: ${String(error)}`))
    .then(() => (isOver = true))
  await world.run(() => isOver)
  if (!isOver) truth.violate('stuck: a read never ends')
}

function checkKeys({ kv, truth, log }: UploadSetting): void {
  const named = new Set<string>()
  for (const number of truth.contents.keys()) {
    const copy = kv.stored.get(`edition/${timeline}/${number}`)?.value
    if (log.has(number) && copy === undefined) truth.violate(`never visible: edition ${number}`)
    if (!log.has(number) && copy !== undefined) truth.violate(`never collected: edition ${number}`)
    const segment = segmentIn(copy)
    if (segment !== undefined) named.add(segment)
    const document = kv.stored.has(`document/${timeline}/${number}`)
    if (document && !log.has(number)) truth.violate(`never collected: document ${number}`)
  }
  // An edition that was laid over another one, and packed anew, may still be read as it was.
  for (const { number, over } of log.packings()) {
    const { root = null } = log.packings().find((one) => one.number === over) ?? {}
    if (log.has(number) && root !== null) named.add(root.segment)
  }
  for (const key of kv.stored.keys()) {
    const [kind, , segment = ''] = key.split('/')
    if (kind === 'segment' && !named.has(segment)) truth.violate(`never collected: ${key}`)
  }
}

function checkLog({ truth, log }: UploadSetting): void {
  for (const { segment, editions, expires } of log.segments()) {
    if (expires !== null || editions.length === 0 || !editions.every((one) => log.has(one)))
      truth.violate(`never collected: segment ${segment}`)
  }
  for (const { kind, number } of log.tasks()) truth.violate(`never done: ${kind} ${number}`)
  for (const { number, isForgotten, parts } of log.packings())
    if (isForgotten && parts.length > 0 && !log.packings().some(({ over }) => over === number))
      truth.violate(`never collected: what edition ${number} packed`)
}
