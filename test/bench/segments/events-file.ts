// The events of a synthetic timeline in a file, one a line, in the total order.
import {
  closeSync,
  createReadStream,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { StoredEvent } from '../../../src/domain/document/event.ts'
import type { EditionEntry, StoredTimeline } from '../../../src/edition/head.ts'
import { synthetic } from '../../support/synthetic.ts'

export interface Written {
  readonly timeline: StoredTimeline
  readonly edition: EditionEntry
}

export const eventsPath = (folder: string): string => join(folder, 'events.ndjson')

export function writeEvents(folder: string, count: number): void {
  const { timeline, edition, events } = synthetic(count)
  const file = openSync(eventsPath(folder), 'w')
  let lines: string[] = []
  const flush = (): void => {
    writeSync(file, lines.join(''))
    lines = []
  }
  for (const event of events()) if (lines.push(`${JSON.stringify(event)}\n`) === 1000) flush()
  flush()
  closeSync(file)
  writeFileSync(join(folder, 'edition.json'), JSON.stringify({ timeline, edition }))
}

export const editionIn = (folder: string): Written =>
  JSON.parse(readFileSync(join(folder, 'edition.json'), 'utf8')) as Written

export async function* eventsIn(folder: string): AsyncIterable<StoredEvent> {
  for await (const line of createInterface({ input: createReadStream(eventsPath(folder)) }))
    yield JSON.parse(line) as StoredEvent
}
