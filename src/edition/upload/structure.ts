// Checks the parts of an index by themselves: that their bytes are what their kind is, so that no reader
// ever runs off. Whether the index leads to the right events is known only in part (verify.ts): a wrong
// one gives wrong answers of its own timeline.
import {
  columnEvents,
  columnKinds,
  columnsOf,
  entryAt,
  widestEntry,
  type ColumnView,
  type Vocabulary,
} from '../segment/columns.ts'
import { decodeFacets, sizesOf } from '../segment/facets.ts'
import { openPart, type OpenedPart } from '../segment/parts.ts'
import { containerSize, eachPosting } from '../segment/postings.ts'
import type { Term } from '../segment/terms.ts'
import { createByteReader, signedOf, type ByteReader } from '../segment/varints.ts'
import type { Frame } from './frames.ts'
import type { Material } from './group.ts'
import { badPart } from './part-problem.ts'
import { markOf, type ToldPart, type ToldTerms } from './told.ts'

type Bytes = Uint8Array<ArrayBuffer>

/**
 * Throws `BadPart` or `DamagedPart` unless the part is one of its kind.
 * @example checkStructure(t0, material) → { kind: 't', first: '2', last: 'tøwork', … }
 */
export async function checkStructure(
  { part, bytes }: Frame,
  material: Material,
): Promise<ToldPart> {
  const opened = await openPart(`${material.segment}/${part}`, bytes)
  const told = toldOfKind(part.charAt(0), opened, material)
  if (told === null) throw badPart(part, 'part-content')
  return told
}

/** Null for bytes that are no part of that kind. */
function toldOfKind(kind: string, opened: OpenedPart, { stored }: Material): ToldPart | null {
  const { content } = opened
  switch (kind) {
    case 't':
      return toldOfTerms(content)
    case 'c':
      return toldOfColumns(opened, vocabularyOf(stored))
    case 'f':
      return toldOfFacets(content, vocabularyOf(stored))
    case 'd':
      return toldOfDays(opened)
    case 'w':
      return toldOfWideDates(content)
    case 'v':
      return isVocabulary(content, vocabularyOf(stored)) ? { kind: 'v' } : null
    default:
      return null
  }
}

function isVocabulary(content: Bytes, wanted: Vocabulary): boolean {
  try {
    const found = JSON.parse(new TextDecoder().decode(content)) as Partial<Vocabulary>
    return columnKinds.every((kind) => found[kind]?.join('\n') === wanted[kind].join('\n'))
  } catch {
    return false
  }
}

function toldOfTerms(block: Bytes): ToldTerms | null {
  const terms = scannedTerms(block)
  if (terms === null) return null
  let [last, ids, marks, highest] = ['', 0, 0, -1]
  for (const [index, { key, count, list }] of terms.entries()) {
    if ((index > 0 && key <= last) || !isPostingList(list)) return null
    last = key
    let found = 0
    let ordinal = -1
    eachPosting(list, (next) => {
      found++
      ordinal = next
    })
    if (found !== count || count === 0) return null
    highest = Math.max(highest, ordinal)
    if (!key.startsWith('i')) continue
    if (count !== 1) return null
    ids++
    marks += markOf(key.slice(1), ordinal)
  }
  const first = terms[0]?.key
  return first === undefined ? null : { kind: 't', first, last, ids, marks, highest }
}

/** All terms of a block (segment/terms.ts), read without trust; null if the bytes are no block. */
function scannedTerms(block: Bytes): readonly Term[] | null {
  if (block.length < 4) return null
  const view = new DataView(block.buffer, block.byteOffset, block.length)
  const starts = view.getUint32(block.length - 4, true)
  const end = block.length - 4 - starts * 4
  if (end < 0) return null
  const reader = createByteReader(block)
  const terms: Term[] = []
  let previous = ''
  while (reader.at < end) {
    const isStart = terms.length % 64 === 0
    if (isStart && (terms.length / 64 >= starts || startAt(view, end, terms.length) !== reader.at))
      return null
    const shared = reader.varint()
    const more = reader.varint()
    if (shared > (isStart ? 0 : previous.length) || more > maxKeyLength) return null
    let key = previous.slice(0, shared)
    for (let left = more; left > 0; left--) key += String.fromCharCode(reader.varint())
    const count = reader.varint()
    const length = reader.varint()
    if (reader.at + length > end) return null
    terms.push({ key, count, list: block.subarray(reader.at, reader.at + length) })
    reader.at += length
    previous = key
  }
  return reader.at === end && starts === Math.ceil(terms.length / 64) ? terms : null
}

const startAt = (view: DataView, end: number, term: number): number =>
  view.getUint32(end + (term / 64) * 4, true)

/** Ids have at most 64 characters; no key is much longer. */
const maxKeyLength = 200

/** True if the containers follow each other and end where the list does. */
function isPostingList(list: Bytes): boolean {
  const reader = createByteReader(list)
  let container = 0
  while (reader.at < list.length) {
    container += reader.varint()
    const length = reader.varint()
    const end = reader.at + (length === 0 ? containerSize / 8 : length)
    if (end > list.length || container * containerSize > maxOrdinal) return false
    if (length > 0 && !areGaps(list.subarray(reader.at, end))) return false
    reader.at = end
    container++
  }
  return reader.at === list.length
}

function highestOf(list: Bytes): number {
  let highest = -1
  eachPosting(list, (ordinal) => (highest = ordinal))
  return highest
}

/** More than any timeline has; sets of ordinals are as large as the highest. */
const maxOrdinal = 16_777_216

/** All varints end, and the ordinals stay in their container. */
function areGaps(gaps: Bytes): boolean {
  const reader = createByteReader(gaps)
  let next = 0
  while (reader.at < gaps.length) next += reader.varint() + 1
  return reader.at === gaps.length && next <= containerSize
}

/** The counts themselves are taken as they are, like posting lists. */
function toldOfFacets(block: Bytes, vocabulary: Vocabulary): ToldPart | null {
  const terms = scannedTerms(block)
  if (terms === null) return null
  const keys = terms.map(({ key }) => key)
  const isSorted = keys.every((key, at) => at === 0 || (keys[at - 1] ?? '') < key)
  const sizes = sizesOf(vocabulary)
  const areFacets = terms.every(
    ({ count, list }) => count > 0 && decodeFacets(list, sizes) !== null,
  )
  const [first, last] = [keys[0], keys.at(-1)]
  if (first === undefined || last === undefined || !isSorted || !areFacets) return null
  return { kind: 'f', first, last }
}

function toldOfColumns({ content, form }: OpenedPart, vocabulary: Vocabulary): ToldPart | null {
  const view = new DataView(content.buffer, content.byteOffset, content.length)
  if (content.length < 24) return null
  const head = columnKinds.map((_, index) => ({
    width: view.getUint32(index * 8, true) * (form === 1 ? 8 : 1),
    entries: view.getUint32(index * 8 + 4, true),
  }))
  const isWidth = (width: number): boolean =>
    form === 1 ? [8, 16, 32].includes(width) : width >= 1 && width <= widestEntry
  if (head.some(({ width }) => !isWidth(width))) return null
  const bodies = head.reduce(
    (sum, { width, entries }) => sum + Math.ceil((width * entries) / 32) * 4,
    24,
  )
  const groups = (content.length - bodies) / 12
  if (!Number.isInteger(groups) || groups < 1 || groups * 32 > columnEvents) return null
  const columns = columnsOf(content, groups * 32, form)
  const counts = columnKinds.map((kind) => eventsOfColumn(columns[kind], vocabulary[kind].length))
  const [events = -1] = counts
  if (counts.some((count) => count !== events) || Math.ceil(events / 32) !== groups) return null
  return { kind: 'c', events }
}

/** Negative for what is no column of a vocabulary of that size. */
function eventsOfColumn(column: ColumnView, most: number): number {
  let [events, isStart, isEnd] = [0, true, false]
  for (let at = 0; at < column.entries; at++) {
    const entry = entryAt(column, at)
    if (isStart && events % 32 === 0 && column.starts[events / 32] !== at) return -1
    if (entry >>> 1 > most) return -1
    isEnd = (entry & 1) === 1
    events += isEnd ? 1 : 0
    isStart = isEnd
  }
  return isEnd ? events : -1
}

function toldOfDays({ content, form }: OpenedPart): ToldPart | null {
  const read = bounded(content)
  const chunks = read.list(() => read.varint())
  const days = read.list((index) => {
    const step = index === 0 ? (read.signed(), 1) : read.varint()
    return step === 0 ? 0 : read.varint()
  })
  const wide = read.list(() => {
    const first = read.signed()
    return first <= read.signed()
  })
  const lists = form === 1 ? [] : [read.bytes(), read.bytes()]
  if (
    !read.isAtEnd() ||
    !lists.every(isPostingList) ||
    chunks.includes(0) ||
    days.includes(0) ||
    wide.includes(false)
  )
    return null
  const events = days.reduce((sum, count) => sum + count, 0)
  const isWithin = lists.every((list) => highestOf(list) < events)
  return isWithin ? { kind: 'd', chunks, events, wide: wide.length } : null
}

function toldOfWideDates(content: Bytes): ToldPart | null {
  const read = bounded(content)
  let highest = -1
  while (!read.isAtEnd()) {
    highest += read.varint() + 1
    const flags = read.varint()
    if (flags > 15 || (flags & 3) === 3) return null
    read.signed()
    read.varint()
    if ((flags & 8) !== 0) {
      read.signed()
      read.varint()
    }
    if (read.isPast()) return null
  }
  return highest < 0 ? null : { kind: 'w', highest }
}

/** Reads varints without ever going past the end. */
function bounded(content: Bytes) {
  const reader: ByteReader = createByteReader(content)
  const varint = (): number => (reader.at < content.length ? reader.varint() : (reader.at++, 0))
  return {
    varint,
    signed: () => signedOf(varint()),
    /** A number, and as many entries; cut where the bytes end. */
    list<Entry>(one: (index: number) => Entry): Entry[] {
      const entries: Entry[] = []
      for (let left = varint(); left > 0 && reader.at < content.length; left--)
        entries.push(one(entries.length))
      return entries
    },
    /** A number, and as many bytes; cut where the bytes end. */
    bytes(): Bytes {
      const length = varint()
      reader.at += length
      return content.subarray(reader.at - length, reader.at)
    },
    isAtEnd: () => reader.at === content.length,
    isPast: () => reader.at > content.length,
  }
}

/** As the builder numbers them. */
const vocabularyOf = ({ themes, actors, sources }: Material['stored']): Vocabulary => ({
  themes: themes.map(({ id }) => id),
  actors: actors.map(({ id }) => id),
  sources: sources.map(({ id }) => id),
})
