// A publisher's client: publishes, restores and takes down on the edition it knows, and sends a
// request again when the reply is lost, or for no reason.
import type { CommitResult, Published, Publisher } from '../../src/store/publish/publisher.ts'
import { documentTitled, emptied } from './history.ts'
import type { Plan, Setting } from './setting.ts'

interface Wish {
  readonly note: string
  readonly base: number
  readonly isPlain: boolean | undefined
}

interface Intent {
  readonly note: string
  readonly base: number
  readonly ask: (publisher: Publisher) => Promise<CommitResult>
  /** It takes the timeline down. */
  readonly removes?: true
  /** The edition whose content it brings back. */
  readonly restores?: number
}

/** After so many lost replies a client gives up: one that asks once, and a patient one. */
const mostLost = [1, 6]

export async function write(setting: Setting, plan: Plan, index: number): Promise<void> {
  const { world, truth } = setting
  let base = truth.editions.size === 0 ? 0 : Math.max(...truth.editions.keys())
  for (let n = 0; n < plan.publishes; n++) {
    const intent = intend(setting, { note: `writer ${index}, ${n}`, base, isPlain: plan.isPlain })
    base = await pursue(setting, intent)
    while (plan.isPlain !== true && world.chance(0.2)) await pursue(setting, intent)
    checkOnce(setting, intent)
    if (world.chance(0.5)) await world.sleep(world.random() * 20_000)
  }
}

function intend({ world, truth, timeline }: Setting, wish: Wish): Intent {
  const { note, base, isPlain = false } = wish
  const stamp = { timeline, base, by: 'writer', note }
  const kind = base === 0 || isPlain ? 0 : world.random()
  const isEmpty = truth.editions.get(base)?.record.document.events.length === 0
  if (kind > (isEmpty ? 0.5 : 0.92))
    return { note, base, removes: true, ask: (publisher) => publisher.takeDown(stamp) }
  if (kind > 0.75) {
    const edition = world.pick([...truth.editions.keys()])
    const restores = edition
    return { note, base, restores, ask: (publisher) => publisher.restore({ ...stamp, edition }) }
  }
  // Without events it may be what another writer publishes, and what a takedown leaves.
  const document = { ...(kind > 0.6 ? emptied() : documentTitled(note)), id: timeline }
  const body = new TextEncoder().encode(JSON.stringify(document))
  return { note, base, ask: (publisher) => publisher.publish({ ...stamp, body }) }
}

/** The number of the edition that is current afterwards, as far as the client knows. */
async function pursue(setting: Setting, intent: Intent): Promise<number> {
  const { publisher, world, truth, tally } = setting
  const most = world.pick(mostLost)
  for (let lost = 0; lost < most;) {
    let outcome: CommitResult
    try {
      outcome = await publisher.call(intent.ask)
    } catch {
      lost++
      tally.lost++
      continue
    }
    if (outcome.ok) {
      checkAcknowledged(setting, intent, outcome.value)
      return outcome.value.entry.number
    }
    const { failure } = outcome
    if (failure.reason === 'rate-limited') await world.sleep(failure.retryAfter * 1_000)
    else if (failure.reason === 'precondition-failed') {
      tally.refused++
      const current = failure.current?.number ?? 0
      if (current === intent.base) truth.violate('refused: the base was current')
      if (failure.current?.note === intent.note) truth.violate('refused: the edition is its own')
      return current
    } else if (failure.reason === 'not-found') return intent.base
    else {
      truth.violate(`refused: ${failure.reason}`)
      return intent.base
    }
  }
  return intent.base
}

function checkAcknowledged(setting: Setting, intent: Intent, published: Published): void {
  const { truth, tally, landed } = setting
  const { entry, outcome, visible } = published
  const stored = truth.editions.get(entry.number)?.record.entry
  const wanted = truth.editions.get(intent.restores ?? 0)?.record.entry
  if (wanted !== undefined && wanted.digest !== entry.digest)
    truth.violate('wrong: what was restored')
  if (intent.restores !== undefined && truth.takenAt(entry.number) > intent.restores)
    truth.violate('lost: what a rollback gives back')
  if ((entry.removes === true) !== (intent.removes === true))
    truth.violate('lost: a takedown that was acknowledged')
  if (outcome === 'created') {
    tally.created++
    if (entry.number !== intent.base + 1) truth.violate('double winner: the base was not current')
    if (stored?.note !== intent.note) truth.violate('lost: an acknowledged edition')
  } else {
    tally.repeated++
    const isOwn = entry.number === intent.base + 1 || entry.number === intent.base
    if (!isOwn || stored?.digest !== entry.digest) truth.violate('lost: a repeated edition')
  }
  if (visible && landed.head < entry.number) truth.violate('said visible, and is not in the store')
}

function checkOnce({ truth }: Setting, { note }: Intent): void {
  const own = [...truth.editions.values()].filter(({ record }) => record.entry.note === note)
  if (own.length > 1) truth.violate(`twice: ${own.length} editions of one publish`)
}
