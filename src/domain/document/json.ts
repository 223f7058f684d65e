// Strict reading of JSON (RFC 8259): UTF-8 that is really UTF-8, no key twice, bounded depth.
// JSON.parse decides what is JSON; one linear scan of the accepted text finds what it lets through.
import { broken, type BrokenRule } from '../broken-rule.ts'
import { jsonFault } from './json-fault.ts'
import { pointerOf, type PointerToken } from './pointer.ts'
import { failed, ok, type Result } from '../result.ts'

/** Maximum depth of nested arrays and objects. */
export const maxDepth = 32

export interface JsonProblem {
  readonly reason:
    | 'invalid-utf-8'
    | 'malformed-json'
    | 'too-deep'
    | 'duplicate-key'
    | 'forbidden-key'
  /** What is wrong, and where in the text if it is not JSON at all. */
  readonly broken: BrokenRule
  /** JSON Pointer of the value concerned; absent if the text is not JSON at all. */
  readonly pointer?: string
  /** Offset in the decoded text, in UTF-16 units. */
  readonly offset?: number
}

/**
 * Reads JSON. A byte order mark is ignored, as RFC 8259, 8.1 allows.
 * @example parseJson('{"a":1,"a":2}') → failed({ reason: 'duplicate-key', pointer: '/a', … })
 */
export function parseJson(input: Uint8Array | string): Result<unknown, JsonProblem> {
  const text = typeof input === 'string' ? ok(input.replace(/^\ufeff/, '')) : decodeUtf8(input)
  if (!text.ok) return text
  let value: unknown
  try {
    value = JSON.parse(text.value)
  } catch {
    return failed({ reason: 'malformed-json', ...jsonFault(text.value) })
  }
  const problem = findProblem(text.value)
  return problem === null ? ok(value) : failed(problem)
}

/** Decodes UTF-8 without its byte order mark. Invalid bytes are an error, never U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): Result<string, JsonProblem> {
  // Its ASCII is UTF-8, too: then it would be malformed at its first zero byte.
  if (isUtf16(bytes)) return failed({ reason: 'invalid-utf-8', broken: broken('utf-16') })
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes))
  } catch {
    return failed({ reason: 'invalid-utf-8', broken: broken('not-utf-8') })
  }
}

/**
 * As some editors and shells save JSON: with a byte order mark (Unicode, 2.13), or without, where the
 * first character, which is ASCII, has one zero byte (RFC 4627, 3).
 */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  (second !== undefined && (first === 0) !== (second === 0))

/**
 * The offset of every value of a valid JSON text, by its pointer.
 * @example valueOffsets('{"a":[1]}') → Map { '' → 0, '/a' → 5, '/a/0' → 6 }
 */
export function valueOffsets(text: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>()
  scan(text, {
    value(offset, path) {
      offsets.set(pointerOf(path()), offset)
      return true
    },
  })
  return offsets
}

/**
 * The places of those numbers of a valid JSON text that are wanted, as they are written there.
 * @example placesOfNumbers('{"a":[1.50]}', (literal) => literal === '1.50') → ['/a/0']
 */
export function placesOfNumbers(text: string, isWanted: (literal: string) => boolean): string[] {
  const places: string[] = []
  const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
  scan(text, {
    value(offset, path) {
      number.lastIndex = offset
      const [literal] = number.exec(text) ?? []
      if (literal !== undefined && isWanted(literal)) places.push(pointerOf(path()))
      return true
    },
  })
  return places
}

interface Visitor {
  /** Called at the start of each value; returning false ends the scan. */
  value(offset: number, path: () => PointerToken[]): boolean
  /** Called at each key; `known` holds the earlier keys of the same object. */
  key?(key: string, offset: number, known: ReadonlySet<string>, path: () => PointerToken[]): boolean
}

interface Frame {
  /** The keys so far; null in an array. */
  readonly keys: Set<string> | null
  /** The key or index of the current value. */
  token: PointerToken
  atKey: boolean
}

function findProblem(text: string): JsonProblem | null {
  let problem: JsonProblem | null = null
  scan(text, {
    value(offset, path) {
      const opens = text[offset] === '{' || text[offset] === '['
      if (!opens || path().length < maxDepth) return true
      problem = {
        reason: 'too-deep',
        broken: broken('too-deep', { max: maxDepth }),
        pointer: pointerOf(path()),
        offset,
      }
      return false
    },
    key(key, offset, known, path) {
      const forbidden = key === '__proto__'
      if (!forbidden && !known.has(key)) return true
      problem = {
        reason: forbidden ? 'forbidden-key' : 'duplicate-key',
        broken: broken(forbidden ? 'forbidden-key' : 'duplicate-key'),
        pointer: pointerOf(path()),
        offset,
      }
      return false
    },
  })
  return problem
}

const codes = {
  space: 0x20,
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openArray: 0x5b,
  backslash: 0x5c,
  closeArray: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const

/** One pass over text that JSON.parse has accepted, so the grammar is not checked again. */
function scan(text: string, visitor: Visitor): void {
  const frames: Frame[] = []
  const path = () => frames.map((frame) => frame.token)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= codes.space || code === codes.colon) continue
    const frame = frames.at(-1)
    const start = at
    switch (code) {
      case codes.closeArray:
      case codes.closeObject:
        frames.pop()
        continue
      case codes.comma:
        if (frame?.keys === null) frame.token = Number(frame.token) + 1
        else if (frame !== undefined) frame.atKey = true
        continue
      case codes.quote:
        at = stringEnd(text, at)
        if (frame?.keys && frame.atKey) {
          if (!visitKey(text.slice(start, at + 1), start, frame)) return
          continue
        }
        break
      case codes.openArray:
      case codes.openObject:
        break
      default:
        while (isLiteral(text.charCodeAt(at + 1))) at++
    }
    if (!visitor.value(start, path)) return
    if (code === codes.openArray) frames.push({ keys: null, token: 0, atKey: false })
    if (code === codes.openObject) frames.push({ keys: new Set(), token: '', atKey: true })
  }

  function visitKey(literal: string, offset: number, frame: Frame): boolean {
    const key = literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1)
    frame.token = key
    frame.atKey = false
    if (visitor.key?.(key, offset, frame.keys ?? new Set(), path) === false) return false
    frame.keys?.add(key)
    return true
  }
}

/** The offset of the quotation mark that ends the string beginning at `start`. */
function stringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end
}

/** True after an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text.charCodeAt(first - 1) === codes.backslash) first--
  return (at - first) % 2 === 1
}

/** True for the characters of numbers, true, false and null (RFC 8259, 3 and 6). */
const isLiteral = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x61 && code <= 0x7a) ||
  code === 0x45 ||
  code === 0x2b ||
  code === 0x2d ||
  code === 0x2e
