// Packs a synthetic timeline into a folder. Events are made once: the segment is built of them while the
// oracle of each edition takes them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoredEvent } from '../../../src/domain/document/event.ts'
import type { PackedEdition } from '../../../src/edition/packed/packed-edition.ts'
import { createSegmentBuilder } from '../../../src/edition/segment/builder.ts'
import { diskOutput } from '../../bench/segments/disk.ts'
import { randomFrom } from '../../support/synthetic.ts'
import { afterEach, editsOver, materialOf, type Laid } from './material.ts'
import { createOracle, type Oracle } from './oracle.ts'
import { randomQuestions } from './questions.ts'

export interface Size {
  readonly events: number
  readonly questions: number
  /** Of each of these numbers of edits its own edition is asked. */
  readonly edits: readonly number[]
  readonly seed: number
  /** Addresses of the API have no lists by section. */
  readonly asAddresses?: true
}

export interface PackedFolder {
  readonly path: string
  /** An edition over the segment in the folder, and what it must answer. */
  readonly asked: readonly { readonly edition: PackedEdition; readonly oracle: Oracle }[]
}

/** Packs the timeline into a folder, which is deleted in the end. */
export async function inFolder(
  size: Size,
  use: (folder: PackedFolder) => Promise<void>,
): Promise<void> {
  const path = mkdtempSync(join(tmpdir(), 'jishi-random-'))
  try {
    await use({ path, asked: await packed(path, size) })
  } finally {
    rmSync(path, { recursive: true, force: true })
  }
}

async function packed(path: string, size: Size) {
  const { events: count, questions, edits, seed, asAddresses } = size
  const material = materialOf(count)
  const { timeline, edition, events } = material
  const output = diskOutput(path)
  const builder = await createSegmentBuilder('c0ffee', timeline, output)
  const laid = edits.map((number) => takenOver(editsOver(material, number), number))
  for (let ordinal = 0; ordinal < events.length; ordinal++) {
    const event = events.at(ordinal) as StoredEvent
    await builder.add(event)
    for (const { take } of laid) take(event, ordinal)
  }
  for (const { end } of laid) end()
  const root = await builder.finish()
  output.finish()
  return laid.map(({ oracle, over: { adds, places, drops, timeline: own } }) => ({
    oracle,
    edition: {
      timeline: own,
      edition,
      kept: [edition],
      removed: [],
      adds,
      base: { root, places, drops },
    },
  }))

  function takenOver(over: Laid, number: number) {
    const all = randomQuestions(randomFrom(seed + number), material, questions).map((question) =>
      asAddresses ? { ...question, bySection: false } : question,
    )
    const oracle = createOracle(over.timeline, all, count + number)
    const after = afterEach(over)
    return {
      oracle,
      over,
      take: (event: StoredEvent, ordinal: number) =>
        after.upTo(event, ordinal).forEach((one) => oracle.take(one)),
      end: () => after.rest().forEach((one) => oracle.take(one)),
    }
  }
}
