// Builds the segment and the database of a timeline in a folder.
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSegmentBuilder } from '../../../src/edition/segment/builder.ts'
import { cpuNow, diskOutput, type Sizes } from './disk.ts'
import { editionIn, eventsIn, eventsPath } from './events-file.ts'
import { fillSqlite } from './sqlite.ts'

export interface Built {
  readonly events: number
  /** Bytes of all events. */
  readonly json: number
  /** Milliseconds, reading and parsing the events included. */
  readonly cpu: number
  /** Bytes of memory of the whole process at its peak. */
  readonly memory: number
  readonly sizes: Sizes
}

export async function buildSegment(folder: string): Promise<Built> {
  const before = cpuNow()
  const output = diskOutput(folder)
  const builder = await createSegmentBuilder('c0ffee', editionIn(folder).timeline, output)
  for await (const event of eventsIn(folder)) await builder.add(event)
  const root = await builder.finish()
  const sizes = output.finish()
  writeFileSync(join(folder, 'root.json'), JSON.stringify(root))
  return {
    events: root.events,
    json: statSync(eventsPath(folder)).size - root.events,
    cpu: cpuNow() - before,
    memory: process.resourceUsage().maxRSS * 1024,
    sizes,
  }
}

export const databasePath = (folder: string): string => join(folder, 'events.sqlite')

export const buildPeers = (folder: string): Promise<void> =>
  fillSqlite(databasePath(folder), editionIn(folder).timeline, eventsIn(folder))
