// Checks a part of authored events together with the parts that hold the same events compiled: every
// rule of documents holds, and what readers get is what was written.
import { checkDocument } from '../../domain/check/rules.ts'
import { spanEnds } from '../../domain/date/claims.ts'
import type { AuthoredEvent, StoredEvent } from '../../domain/document/event.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { decodeUtf8, parseJson } from '../../domain/document/json.ts'
import { compareEvents, orderKeyOf } from '../../domain/query/order.ts'
import { eventCompiler, type EventContent } from '../compile.ts'
import { canonicalJson } from '../digest.ts'
import type { StoredTimeline } from '../head.ts'
import { revisionsOf } from '../revisions.ts'
import { eventsOfPart } from '../segment/lines.ts'
import { authoredLines } from './authored.ts'
import type { Frame } from './frames.ts'
import { BadPart, badPart } from './part-problem.ts'
import { markOf, type ToldPart, type ToldEvents } from './told.ts'

/** What parts are checked against. */
export interface Material {
  /** Without events. */
  readonly document: TimelineDocument
  readonly stored: StoredTimeline
  readonly segment: string
  /** The edition that it will be, and its instant. */
  readonly edition: number
  readonly instant: string
}

/**
 * Throws `BadPart` or `DamagedPart` unless the parts of events hold, one after the other, exactly what
 * the part of authored events compiles to.
 * @example checkGroup(a0, [e0, e1], material) → what is told of a0, e0 and e1
 */
export async function checkGroup(
  authored: Frame,
  events: readonly Frame[],
  material: Material,
): Promise<ReadonlyMap<string, ToldPart>> {
  const { segment } = material
  const lines = await authoredLines(`${segment}/${authored.part}`, authored.bytes)
  const written = checkedEvents(authored.part, lines, material.document)
  const contentOf = eventCompiler(material.document)
  const told = new Map<string, ToldPart>()
  const state = { next: 0, first: -1, previous: null as StoredEvent | null }
  for (const frame of events) {
    const read = linesOf(frame, segment)
    if (state.first < 0) state.first = read.first
    if (read.first !== state.first + state.next) throw badPart(frame.part, 'part-content')
    const own: StoredEvent[] = []
    for (let line = 0; line < read.count; line++) {
      const one = written[state.next++]
      if (one === undefined) throw badPart(frame.part, 'part-alone', line)
      const stored = read.eventAt(read.first + line)
      checkEvent({ stored, content: contentOf(one), place: [frame.part, line] }, material)
      if (state.previous !== null && compareEvents(state.previous, stored) >= 0)
        throw badPart(frame.part, 'event-out-of-order', line)
      own.push((state.previous = stored))
    }
    told.set(frame.part, toldOf(own, { authored: authored.part, first: read.first }, material))
  }
  if (state.next !== written.length) throw badPart(authored.part, 'part-alone')
  return told.set(authored.part, { kind: 'a', first: state.first, events: written.length })
}

/** The events of a part of authored ones. All faults are told, at their lines. */
function checkedEvents(
  part: string,
  lines: readonly string[],
  document: TimelineDocument,
): readonly AuthoredEvent[] {
  // Each line by itself first: together, two halves of an event would pass as one.
  for (const [line, text] of lines.entries())
    if (!isJson(text)) throw badPart(part, 'part-content', line)
  const { events: _none, ...rest } = document
  const text = `${JSON.stringify(rest).slice(0, -1)},"events":[${lines.join(',')}]}`
  const json = parseJson(text)
  if (!json.ok) {
    const { pointer = '', broken } = json.failure
    throw new BadPart([{ pointer: atLine(part, pointer), broken }])
  }
  const checked = checkDocument(json.value, text)
  if (checked.ok) return checked.value.events
  throw new BadPart(
    checked.failure.map(({ pointer, broken }) => ({ pointer: atLine(part, pointer), broken })),
  )
}

/** @example ('a0', '/events/3/title') → '/a0/3/title' */
const atLine = (part: string, pointer: string): string =>
  `/${part}${pointer.replace(/^\/events/, '')}`

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function linesOf({ part, bytes }: Frame, segment: string) {
  const text = decodeUtf8(bytes)
  if (!text.ok) throw badPart(part, 'part-content')
  const label = text.value.slice(0, Math.max(0, text.value.indexOf('\n')))
  const first = firstOf(label)
  const count = text.value.split('\n').length - 1
  if (first === null || count === 0) throw badPart(part, 'part-content')
  return { first, count, eventAt: eventsOfPart(`${segment}/${part}`, first, text.value) }
}

/** Where the name of the label is another one, the reader of its lines says so. */
function firstOf(label: string): number | null {
  const first = isJson(label) ? (JSON.parse(label) as { first?: unknown } | null)?.first : null
  return Number.isSafeInteger(first) && Number(first) >= 0 ? Number(first) : null
}

interface Compared {
  readonly stored: StoredEvent
  readonly content: EventContent
  readonly place: readonly [part: string, line: number]
}

function checkEvent({ stored, content, place: [part, line] }: Compared, material: Material): void {
  const { position, first, changed } = stored
  const compiled = { ...content, position, first, changed }
  if (
    JSON.stringify(stored) !== JSON.stringify(compiled) &&
    canonicalJson(stored) !== canonicalJson(compiled)
  )
    throw badPart(part, 'event-differs', line)
  const isPlaced = Number.isSafeInteger(position) && position >= 0
  const isRevised =
    isRevision(first, material, true) && isRevision(changed, material, false) && isInOrder(stored)
  if (!isPlaced || !isRevised) throw badPart(part, 'event-revision', line)
}

const isInOrder = ({ first, changed }: StoredEvent): boolean => first.edition <= changed.edition

/** Of this edition with its instant, or of an earlier one. */
function isRevision(value: unknown, { edition, instant }: Material, isEarly: boolean): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Object.keys(value).toSorted().join() !== 'edition,instant') return false
  const { edition: number, instant: at } = value as { edition: unknown; instant: unknown }
  if (!Number.isSafeInteger(number)) return false
  if (number === edition) return at === instant
  if (Number(number) < 1 || Number(number) > edition) return false
  if (at === null) return isEarly
  return typeof at === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(at)
}

function toldOf(
  events: readonly StoredEvent[],
  { authored, first }: Pick<ToldEvents, 'authored' | 'first'>,
  { edition, stored }: Material,
): ToldEvents {
  const revised = revisionsOf(stored)
  const listed = events.filter(({ status }) => status !== 'withdrawn')
  const revisedHere = events.filter(({ changed }) => changed.edition === edition)
  const shown = revisedHere.filter(({ status }) => status !== 'withdrawn')
  const added = shown.filter((event) => event.first.edition === edition).length
  return {
    kind: 'e',
    authored,
    first,
    events: events.length,
    listed: listed.length,
    fresh: events.filter((event) => event.first.edition === edition).length,
    added,
    changed: shown.length - added,
    withdrawn: revisedHere.length - shown.length,
    edition: Math.max(...events.map((event) => revised(event).revision.edition)),
    start: orderKeyOf(events[0] as StoredEvent),
    end: orderKeyOf(events.at(-1) as StoredEvent),
    span: spanEnds(listed.map(({ when }) => when)),
    marks: events.reduce((sum, { id }, index) => sum + markOf(id, first + index), 0),
  }
}
