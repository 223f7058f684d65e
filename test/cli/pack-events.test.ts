// Segments that the command line builds from a file are those that are built in memory, to the byte.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDiskParts } from '../../src/cli/publishing/large/disk-parts.ts'
import { packEvents } from '../../src/cli/publishing/large/pack-events.ts'
import { prepareLarge } from '../../src/cli/publishing/large/prepare.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { compile } from '../../src/edition/compile.ts'
import { documentDigest } from '../../src/edition/digest.ts'
import { createSegmentBuilder } from '../../src/edition/segment/builder.ts'
import { authoredLines } from '../../src/edition/upload/authored.ts'
import { researchCollection } from '../support/collections.ts'
import { document, event } from '../support/document.ts'
import { isFull } from '../support/extent.ts'
import { memoryParts } from '../support/memory-parts.ts'
import { folderOfFile } from '../support/own.ts'

const folder = folderOfFile()

const at = { edition: 4, instant: '2026-10-01T08:30:00.000Z' }

/** The parts of a segment by name, as it is built in memory. */
async function inMemory(content: TimelineDocument) {
  const { timeline, events } = compile(content, null, at)
  const memory = memoryParts()
  const builder = await createSegmentBuilder('4-u1', timeline, memory)
  for (const one of events) await builder.add(one)
  const root = await builder.finish()
  return { timeline, root, ids: events.map(({ id }) => id), parts: memory.parts }
}

async function onDisk(content: TimelineDocument, runBytes: number) {
  const file = join(folder, 'town.json')
  writeFileSync(file, JSON.stringify(content))
  const own = mkdtempSync(join(folder, 'runs-'))
  const prepared = await prepareLarge(file, { sources: [], folder: own, runBytes })
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.failure))
  const { frame, sorter, digest } = prepared.value
  const parts = createDiskParts(own)
  const { timeline } = compile(content, null, at)
  const packed = await packEvents({
    segment: '4-u1',
    timeline,
    frame,
    revisionsOf: () => ({ first: at, changed: at }),
    events: sorter.sorted(),
    parts,
  })
  const read = new Map([...parts.sizes.keys()].map((name) => [name, parts.read(name)]))
  parts.close()
  return { ...packed, digest, parts: read }
}

async function compare(content: TimelineDocument, runBytes: number): Promise<void> {
  const [memory, disk] = [await inMemory(content), await onDisk(content, runBytes)]
  expect(disk.root).toEqual(memory.root)
  expect(disk.digest).toBe(await documentDigest(content))
  const isAuthored = (name: string): boolean => /\/a\d+$/.test(name)
  const authored: string[] = []
  for (const [name, bytes] of disk.parts)
    if (isAuthored(name)) authored.push(...(await authoredLines(name, bytes)))
  const others = [...disk.parts].filter(([name]) => !isAuthored(name))
  const hex = (part: string | Uint8Array): string => Buffer.from(part).toString('hex')
  expect(new Map(others.map(([name, bytes]) => [name, hex(bytes)]))).toEqual(
    new Map([...memory.parts].map(([name, part]) => [name, hex(part as string)])),
  )
  const byId = new Map(content.events.map((one) => [one.id, JSON.stringify(one)]))
  expect(authored).toEqual(memory.ids.map((id) => byId.get(id)))
  expect(disk.groups.flat().toSorted()).toEqual([...disk.parts.keys()].toSorted())
}

const dates = [
  '2020',
  '2020-02',
  '2020-02-03',
  '2020-02-03T10:00:00+08:00',
  '2019-12/2020-01',
  '[..2020-02-03]',
]

test('any events, sorted in runs of any size', async () => {
  const events = fc.array(fc.constantFrom(...dates), { maxLength: 30 }).map((all) =>
    all.map((date, index) => {
      const { kind: _, ...one } = event({ id: `e-${(index * 7) % 31}`, date })
      return date.startsWith('[') ? { ...one, kind: 'undated' as const } : one
    }),
  )
  await fc.assert(
    fc.asyncProperty(events, fc.constantFrom(1, 2000, 1_000_000), async (some, runBytes) =>
      compare(document({ events: some }), runBytes),
    ),
    { numRuns: 20 },
  )
})

test('a collection whose events fill several parts', () =>
  compare(researchCollection(isFull ? 700 : 100), 100_000))
