// Parts of events: after the label one line for each event, in the total order: the CRC-32 of its JSON
// in UTF-8, in eight hexadecimal digits, a space, the JSON. Only the lines that are needed are checked
// and parsed.
import type { StoredEvent } from '../../domain/document/event.ts'
import { crcOf } from './checksums.ts'
import { checkedLabel, DamagedPart, partLabel } from './parts.ts'

/** The layout of parts of events. */
const linesForm = 1

/** @example ('c0ffee/e0', 7, ['1c291ca3 {"id":"a",…}']) → {"part":"c0ffee/e0","form":1,"first":7}, a line feed, 1c291ca3 {"id":"a",…} */
export const linesPart = (name: string, first: number, lines: readonly string[]): string =>
  [partLabel(name, { first }), ...lines].join('\n')

/** The line of an event, and its length in bytes. */
export function eventLine(event: StoredEvent): { readonly line: string; readonly bytes: number } {
  const json = JSON.stringify(event)
  const bytes = encoder.encode(json)
  return { line: `${crcOf(bytes)} ${json}`, bytes: bytes.length + 10 }
}

/** Reads the events of a part, whose first has the ordinal `first`. Throws `DamagedPart`. */
export function eventsOfPart(
  name: string,
  first: number,
  text: string | null,
): (ordinal: number) => StoredEvent {
  if (text === null) throw new DamagedPart(name, 'missing')
  const ends: number[] = [endFrom(text, 0)]
  if (checkedLabel(name, text.slice(0, ends[0]), linesForm).first !== first)
    throw new DamagedPart(name, 'other-name')
  return (ordinal) => {
    const line = ordinal - first + 1
    while (ends.length <= line) ends.push(endFrom(text, (ends.at(-1) ?? 0) + 1))
    const start = (ends[line - 1] ?? 0) + 1
    const json = text.slice(start + 9, ends[line])
    if (text.slice(start, start + 9) !== `${crcOf(encoder.encode(json))} `)
      throw new DamagedPart(name, 'checksum-differs')
    return JSON.parse(json) as StoredEvent
  }
}

function endFrom(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

const encoder = new TextEncoder()
