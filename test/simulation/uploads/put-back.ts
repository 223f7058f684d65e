// A part of a segment in use that the store has lost: whoever has the document, whatever the token, builds it
// again with the lease of the edition, and sends it again.
import { checksumOf } from '../../../src/edition/segment/checksums.ts'
import { partKey } from '../../../src/store/keys.ts'
import { answered, mostLost } from './client.ts'
import { timeline } from './content.ts'
import type { UploadSetting } from './setting.ts'

export async function putBackLost(setting: UploadSetting): Promise<void> {
  const { log, wanted } = setting
  for (const { segment, editions } of log.segments())
    if (editions.length > 0 && wanted.has(segment)) await putBack(setting, segment)
}

/** Again while the reply is lost: the object may still crash. */
async function asked<Value>(...told: Parameters<typeof answered<Value>>) {
  for (let lost = 0; lost < mostLost; lost++) {
    const outcome = await answered<Value>(...told)
    if (outcome !== null) return outcome
  }
  return null
}

async function putBack(setting: UploadSetting, segment: string): Promise<void> {
  const { log, wanted, world, kv, truth, code } = setting
  const { edition, digest } = log.segments().find((one) => one.segment === segment) ?? {}
  const document = wanted.get(segment)
  if (edition === undefined || digest === undefined || document === undefined) return
  const request = { timeline, base: edition - 1, by: 'another', digest, bytes: 1, parts: 1 }
  const lease = await asked(setting, (one) =>
    one.lease({ ...request, document: { ...document, events: [] } }),
  )
  if (lease?.ok !== true || lease.value.segment !== segment) {
    truth.violate(`lost for good: the lease of ${segment}`)
    return
  }
  const { parts } = await code.packUpload(document, lease.value)
  const [part, bytes] = world.pick([...parts])
  const key = partKey(timeline, `${segment}/${part}`)
  const before = kv.stored.get(key)
  if (world.chance(0.5)) kv.lose(key)
  else kv.preset(key, { metadata: null, value: 'damaged' })
  const [, other] = world.pick([...parts].filter(([name]) => name !== part))
  const forged = await code.framed(new Map([[part, other]]))
  const refused = await asked(setting, (one) => one.upload({ timeline, segment, body: forged }))
  if (refused?.ok !== false) truth.violate('accepted: another content for a part in use')
  const body = await code.framed(new Map([[part, bytes]]))
  const sent = await asked(setting, (one) => one.upload({ timeline, segment, body }))
  const told = log.uploaded(lease.value.serial).find((one) => one.part === part)
  const isBack = JSON.stringify(kv.stored.get(key)) === JSON.stringify(before)
  if (sent?.ok !== true || !isBack || told?.sha256 !== (await checksumOf(bytes)))
    truth.violate(`lost for good: ${part} of ${segment}`)
}
