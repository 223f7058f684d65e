// Cuts the JSON of a document into its events and the rest, while it is read: only brackets, commas and
// quotation marks are looked at. The pieces are JSON only if the whole is; whoever parses them sees.

/** `event`: one element of the document's `events`; `between`: what stands around these in the array. */
export interface Piece {
  readonly kind: 'rest' | 'between' | 'event'
  readonly bytes: Buffer
}

/** Bytes of a piece. A longer one was never closed: it is handed on as far as it was read, as the last one. */
const maxPiece = 32 * 1_048_576

/** In the order of the file; together they are all of its bytes, unless one was too long. */
export async function* piecesOf(chunks: AsyncIterable<Buffer>): AsyncIterable<Piece> {
  const scanner = createScanner()
  let pending: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    let start = 0
    for (const { end, kind } of scanner.cutsIn(chunk)) {
      const last = chunk.subarray(start, end)
      const bytes = pending.length === 0 ? last : Buffer.concat([...pending, last])
      if (bytes.length > 0) yield { kind, bytes }
      ;[pending, length, start] = [[], 0, end]
    }
    pending.push(chunk.subarray(start))
    length += chunk.length - start
    if (length > maxPiece) break
  }
  if (length > 0) yield { kind: scanner.kind, bytes: Buffer.concat(pending) }
}

/** Where a piece ends in a chunk. */
interface Cut {
  readonly end: number
  readonly kind: Piece['kind']
}

const [quote, comma, backslash] = [0x22, 0x2c, 0x5c]
const [openArray, closeArray, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d]

/** How many brackets are open around an event. */
const depthOfEvents = 2

/** Bytes of the key `events` and its quotation marks; of longer texts only so many are kept. */
const kept = '"events"'.length + 1

function createScanner() {
  let kind: Piece['kind'] = 'rest'
  let [depth, isEscaped, isText] = [0, false, false]
  /** The last text directly in the document, which is the key if a value follows; with its marks. */
  let text: number[] = []
  let cuts: Cut[] = []

  const cut = (end: number, next: Piece['kind']): void => {
    cuts.push({ end, kind })
    kind = next
  }
  /** Reads on in a text; the index of its last byte in the chunk. */
  const passText = (chunk: Buffer, from: number): number => {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0
      if (depth === 1 && text.length < kept) text.push(byte)
      if (isEscaped) isEscaped = false
      else if (byte === backslash) isEscaped = true
      else if (byte === quote) {
        isText = false
        return at
      }
    }
    return chunk.length
  }
  const open = (byte: number, at: number): void => {
    depth++
    if (kind === 'rest' && depth === depthOfEvents && byte === openArray && isEvents(text))
      cut(at + 1, 'between')
    // A second value of the same key is none of it.
    text = []
  }
  return {
    get kind() {
      return kind
    },
    cutsIn(chunk: Buffer): readonly Cut[] {
      cuts = []
      for (let at = 0; at < chunk.length; at++) {
        const byte = chunk[at] ?? 0
        if (isText) {
          at = passText(chunk, at)
          continue
        }
        // An event ends in front of what separates it from the next one, be it a text or a number.
        if (kind === 'event' && depth === depthOfEvents && isSeparator(byte)) cut(at, 'between')
        if (kind === 'between') {
          if (byte === closeArray) cut(at, 'rest')
          else if (!isSeparator(byte)) cut(at, 'event')
        }
        if (byte === quote) {
          isText = true
          if (depth === 1) text = [byte]
        } else if (byte === openArray || byte === openObject) open(byte, at)
        else if (byte === closeArray || byte === closeObject) depth--
      }
      return cuts
    },
  }
}

const isSeparator = (byte: number): boolean => byte <= 0x20 || byte === comma || byte === closeArray

const isEvents = (text: readonly number[]): boolean => Buffer.from(text).toString() === '"events"'
