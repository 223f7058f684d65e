// A publisher of a large timeline: uploads, edits over what was uploaded, documents, roll backs and
// takedowns; goes on after lost replies, gives up at times, and sends what must be refused.
import type {
  CommitResult,
  Lease,
  Publisher,
  PublishFailure,
} from '../../../src/store/publish/publisher.ts'
import { documentDigest } from '../../../src/edition/digest.ts'
import { checksumOf } from '../../../src/edition/segment/checksums.ts'
import { checksumOfParts } from '../../../src/edition/upload/verify.ts'
import type { Result } from '../../../src/domain/result.ts'
import type { PackedParts } from '../../support/pack-upload.ts'
import { contentOf, documentOf, editsOf, nothing, timeline, type Content } from './content.ts'
import type { UploadPlan, UploadSetting } from './setting.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** After so many replies that do not come a client stops. */
export const mostLost = 8

interface Wish {
  readonly note: string
  readonly base: number
}

export async function publishOften(
  setting: UploadSetting,
  plan: UploadPlan,
  index: number,
): Promise<void> {
  const { world, truth } = setting
  for (let n = 0; n < plan.publishes; n++) {
    const base = Math.max(0, ...truth.contents.keys())
    await publishOne(setting, plan, { note: `client ${index}, ${n}`, base })
    await world.sleep(world.random() * world.pick([1_000, 60_000, 3_600_000, 7_200_000]))
  }
}

async function publishOne(setting: UploadSetting, plan: UploadPlan, wish: Wish): Promise<void> {
  const { world, truth } = setting
  const likes = world.chance(0.5) ? plan.likes : undefined
  const kind = likes ?? (wish.base === 0 ? world.pick(['upload', 'document']) : world.pick(kinds))
  if (kind === 'upload') return upload(setting, plan, wish, contentOf(wish.note, world, 1))
  if (kind === 'edit' && wish.base > 0) return edit(setting, plan, wish)
  const { note, base } = wish
  const stamp = { timeline, base, by: 'client', note }
  if (kind === 'restore') {
    const edition = world.pick([...truth.contents.keys()])
    truth.intend(note, (known) => known.get(edition) ?? nothing)
    return void (await pursue(setting, wish, (one) => one.restore({ ...stamp, edition })))
  }
  if (kind === 'take down') {
    const title = truth.contents.get(base)?.title ?? ''
    truth.intend(note, () => ({ title, events: new Map() }))
    return void (await pursue(setting, wish, (one) => one.takeDown(stamp)))
  }
  const content = contentOf(note, world)
  truth.intend(note, () => content)
  const body = new TextEncoder().encode(JSON.stringify(documentOf(content)))
  await pursue(setting, wish, (one) => one.publish({ ...stamp, body }))
}

const kinds = ['upload', 'upload', 'edit', 'edit', 'edit', 'document', 'restore', 'take down']

/** Where edits are too many, everything is packed anew. */
async function edit(setting: UploadSetting, plan: UploadPlan, wish: Wish): Promise<void> {
  const { world, truth, tally } = setting
  const { note, base } = wish
  const before = truth.contents.get(base) ?? nothing
  const { edits, after } = editsOf(before, note, world)
  truth.intend(note, () => after)
  const outcome = await pursue(setting, wish, (one) =>
    one.edit({ timeline, base, by: 'client', note, edits }),
  )
  if (outcome === 'published') tally.edits++
  if (outcome === 'too-many-edits') await upload(setting, plan, wish, after)
}

type Ended = 'published' | 'given up' | PublishFailure['reason']

/** Sends a request until it is answered. What was superseded is not published. */
async function pursue(
  setting: UploadSetting,
  { note, base }: Wish,
  ask: (publisher: Publisher) => Promise<CommitResult>,
): Promise<Ended> {
  const { truth, tally } = setting
  for (let lost = 0; lost < mostLost; lost++) {
    const outcome = await answered(setting, ask)
    if (outcome === null) continue
    if (outcome.ok) {
      checkAcknowledged(setting, note, outcome.value)
      return 'published'
    }
    const { failure } = outcome
    if (failure.reason === 'precondition-failed') {
      if (failure.current?.number === base) truth.violate('refused: the base was current')
      if (failure.current?.note === note) truth.violate('refused: the edition is its own')
    } else if (!expected.has(failure.reason)) truth.violate(`refused: ${failure.reason}`)
    return failure.reason
  }
  tally.lost++
  return 'given up'
}

const expected = new Set<PublishFailure['reason']>(['not-found', 'too-many-edits'])

/** Null where the reply is lost, or the object could not read or write the store. */
export async function answered<Value>(
  { publisher, tally }: UploadSetting,
  ask: (publisher: Publisher) => Promise<Result<Value, PublishFailure>>,
): Promise<Result<Value, PublishFailure> | null> {
  try {
    return await publisher.call((one) =>
      ask(one).catch((error: unknown) => {
        if (isOfStore(error)) return null
        throw error
      }),
    )
  } catch {
    tally.lost++
    return null
  }
}

/** A write that was refused or took too long; a part that could not be read in time. */
const isOfStore = (error: unknown): boolean =>
  error instanceof Error && (/injected|deadline/.test(error.message) || 'fault' in error)

function checkAcknowledged(
  { truth, tally }: UploadSetting,
  note: string,
  { entry, outcome }: { readonly entry: { readonly number: number }; readonly outcome: string },
): void {
  const number = truth.published.get(note)
  if (outcome === 'created') tally.editions++
  if (outcome === 'created' && number !== entry.number)
    truth.violate('lost: an acknowledged edition')
}

/** Leases, packs, sends what is missing and commits, again from the lease on whenever it is cut off. */
async function upload(
  setting: UploadSetting,
  plan: UploadPlan,
  wish: Wish,
  content: Content,
): Promise<void> {
  const { truth, world, tally, code } = setting
  const document = documentOf(content)
  truth.intend(wish.note, () => content)
  const packed = new Map<string, PackedParts>()
  for (let lost = 0; lost < mostLost; lost++) {
    const lease = await leaseOf(setting, wish, document)
    if (lease === null) continue
    if (typeof lease === 'string') return
    const { segment } = lease
    const own = packed.get(segment) ?? (await code.packUpload(document, lease))
    packed.set(segment, own)
    setting.wanted.set(segment, document)
    if (plan.isMischievous === true || world.chance(0.1)) await mislead(setting, wish, own, lease)
    if (world.chance(0.1)) return
    if (world.chance(0.05)) return giveUp(setting, segment)
    if (!(await sendParts(setting, own, lease))) continue
    if (world.chance(0.1)) await world.sleep(world.random() * 36 * 3_600_000)
    const ended = await commit(setting, wish, own)
    if (ended === 'published') tally.uploads++
    if (ended === 'incomplete') truth.violate('lost: an upload')
    if (ended !== 'no-lease') return
    if (truth.published.has(wish.note)) return
  }
  tally.lost++
}

/** Null where there was no reply, and why it was refused. */
async function leaseOf(
  setting: UploadSetting,
  { note, base }: Wish,
  document: ReturnType<typeof documentOf>,
): Promise<Lease | PublishFailure['reason'] | null> {
  const { truth, world } = setting
  const asked = world.now()
  const digest = await documentDigest(document)
  const request = { timeline, base, by: note, digest, bytes: 1_000_000, parts: 200 }
  const lease = await answered(setting, (one) =>
    one.lease({ ...request, document: { ...document, events: [] } }),
  )
  if (lease === null) return null
  if (lease.ok) {
    if (lease.value.isNew) truth.leased(lease.value.segment, asked)
    return lease.value
  }
  const { reason } = lease.failure
  if (reason !== 'precondition-failed' && reason !== 'too-many-leases')
    truth.violate(`refused: ${reason}`)
  return reason
}

/** In one to three requests, at once or one after the other. True if all were taken. */
async function sendParts(
  setting: UploadSetting,
  { parts }: PackedParts,
  { segment, uploaded }: Lease,
): Promise<boolean> {
  const { world } = setting
  const there = new Set(uploaded.map(({ part }) => part))
  const groups = groupsOf(parts).filter((group) =>
    [...group.keys()].some((name) => !there.has(name)),
  )
  const requests = Array.from(
    { length: 1 + Math.floor(world.random() * 3) },
    () => new Map<string, Bytes>(),
  )
  for (const group of groups) {
    const request = world.pick(requests)
    for (const [name, bytes] of group) request.set(name, bytes)
  }
  const send = (some: PackedParts['parts']) => sendSome(setting, segment, some)
  const filled = requests.filter((some) => some.size > 0)
  if (world.chance(0.5)) return (await Promise.all(filled.map(send))).every((isTaken) => isTaken)
  for (const some of filled) if (!(await send(some))) return false
  return true
}

async function sendSome(
  setting: UploadSetting,
  segment: string,
  parts: PackedParts['parts'],
): Promise<boolean> {
  const { truth, world, code } = setting
  const wasLeased = truth.isLeased(segment)
  const asked = world.now()
  const body = await code.framed(parts)
  const outcome = await answered(setting, (one) => one.upload({ timeline, segment, body }))
  if (outcome === null) return false
  if (outcome.ok) {
    // Who lost a reply may send parts of what is committed by now.
    if (outcome.value.expires !== null && wasLeased) truth.leased(segment, asked)
    return true
  }
  const { reason } = outcome.failure
  if (reason === 'no-lease') {
    if (wasLeased && truth.isLeased(segment)) truth.violate('lost: a lease')
  } else truth.violate(`refused: ${reason}`)
  return false
}

/** Parts of events go with that of the same authored ones. */
function groupsOf(parts: PackedParts['parts']): readonly Map<string, Bytes>[] {
  const groups: Map<string, Bytes>[] = []
  for (const [name, bytes] of parts)
    if (name.startsWith('e')) groups.at(-1)?.set(name, bytes)
    else groups.push(new Map([[name, bytes]]))
  return groups
}

async function commit(setting: UploadSetting, wish: Wish, packed: PackedParts): Promise<Ended> {
  const { truth } = setting
  const { segment } = packed.root
  const request = await commitRequest(wish, packed)
  for (let lost = 0; lost < mostLost; lost++) {
    const outcome = await answered(setting, (one) => one.commitSegment(request))
    if (outcome === null) continue
    if (outcome.ok) {
      checkAcknowledged(setting, wish.note, outcome.value)
      return 'published'
    }
    const { failure } = outcome
    const { reason } = failure
    if (reason === 'no-lease') {
      if (truth.isLeased(segment)) truth.violate('lost: a lease')
    } else if (reason === 'precondition-failed') {
      if (failure.current?.number === wish.base) truth.violate('refused: the base was current')
    } else if (reason !== 'incomplete') truth.violate(`refused: ${reason}`)
    return reason
  }
  return 'given up'
}

async function commitRequest({ note, base }: Wish, { root, parts }: PackedParts) {
  const told = await Promise.all(
    Array.from(parts, async ([part, bytes]) => ({ part, sha256: await checksumOf(bytes) })),
  )
  const checksum = await checksumOfParts(told)
  return { timeline, base, by: note, note, root, parts: parts.size, checksum }
}

async function giveUp(setting: UploadSetting, segment: string): Promise<void> {
  setting.truth.leaves(segment)
  await answered(setting, (one) => one.giveUp({ timeline, segment }))
}

/** What must be refused: parts of another name or with other content, and commits of what is not there. */
async function mislead(
  setting: UploadSetting,
  wish: Wish,
  packed: PackedParts,
  lease: Lease,
): Promise<void> {
  const { truth, world, code, tally } = setting
  const { segment } = packed.root
  const refuse = async <Value>(
    what: string,
    ask: (publisher: Publisher) => Promise<Result<Value, PublishFailure>>,
  ): Promise<void> => {
    const outcome = await answered(setting, ask)
    if (outcome?.ok === true) truth.violate(`accepted: ${what}`)
    if (outcome?.ok === false) tally.refused++
  }
  const send = async (what: string, parts: PackedParts['parts']): Promise<void> => {
    const body = await code.framed(parts)
    await refuse(what, (one) => one.upload({ timeline, segment, body }))
  }
  const { parts } = packed
  const there = new Set(lease.uploaded.map(({ part }) => part))
  const groups = groupsOf(parts)
  const first = groups[0] ?? new Map<string, Bytes>()
  const [e0, e1] = [parts.get('e0'), parts.get('e1')]
  if (e0 !== undefined && e1 !== undefined && first.has('e1'))
    await send('swapped parts', new Map([...first, ['e0', e1], ['e1', e0]]))
  const [t0, t1] = [parts.get('t0'), parts.get('t1')]
  if (t0 !== undefined && t1 !== undefined)
    await send('a part of another name', new Map([['t0', t1]]))
  // What another publish says, under the names that are there.
  const other = await code.packUpload(
    documentOf(contentOf(`other of ${wish.note}`, world, 4)),
    lease,
  )
  const left = world.pick([...parts.keys()].filter((name) => !/^[ae]/.test(name)))
  for (const group of groups) {
    const isLeft = group.has(left)
    const isThere = [...group.keys()].every((name) => there.has(name))
    if (!isLeft && !isThere) await sendSome(setting, segment, group)
  }
  if (await isStored(setting, wish, lease, [...first.keys()]))
    await send('another content', groupsOf(other.parts)[0] ?? new Map())
  const request = await commitRequest(wish, packed)
  if (!there.has(left))
    await refuse('a commit before its parts', (one) => one.commitSegment(request))
  if (world.chance(0.5)) {
    const checksum = await checksumOfParts([])
    await refuse('a commit of other parts', (one) => one.commitSegment({ ...request, checksum }))
  }
}

/** As the lease tells it. */
async function isStored(
  setting: UploadSetting,
  wish: Wish,
  { segment, digest }: Lease,
  names: readonly string[],
): Promise<boolean> {
  const { log } = setting
  const own = log.segments().find((one) => one.segment === segment && one.digest === digest)
  const parts = new Set(own === undefined ? [] : log.uploaded(own.serial).map(({ part }) => part))
  return !setting.truth.published.has(wish.note) && names.every((name) => parts.has(name))
}
