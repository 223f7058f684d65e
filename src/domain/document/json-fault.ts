// Where a text stops being JSON (RFC 8259), and why: for texts that JSON.parse has refused. One pass
// without recursion, so that a text of any depth is answered.
import { broken, type BrokenRule, type JsonToken } from '../broken-rule.ts'

export interface JsonFault {
  /** In UTF-16 units. */
  readonly offset: number
  readonly broken: BrokenRule
}

/** @example jsonFault('{"a":1,}') → { offset: 6, broken: { rule: 'json-trailing-comma', … } } */
export function jsonFault(text: string): JsonFault {
  const { at, rule, expected } = firstFault(text)
  const offset = Math.min(at, text.length)
  const place = placeOf(text, offset)
  if (rule === 'json-expected' || rule === 'json-ended')
    return { offset, broken: broken(rule, { ...place, expected }) }
  return { offset, broken: broken(rule, place) }
}

/** Line and column of an offset, from 1. Lines end as editors count them: CR LF, LF or CR. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n?|\n/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

type PlainJsonRule =
  | 'json-trailing-comma'
  | 'json-comment'
  | 'json-single-quote'
  | 'json-wide-mark'
  | 'json-word'
  | 'json-number'
  | 'json-control'
  | 'json-escape'

type Found =
  | { readonly at: number; readonly rule: PlainJsonRule; readonly expected?: never }
  | { readonly at: number; readonly rule: 'json-expected'; readonly expected: JsonToken }
  | { readonly at: number; readonly rule: 'json-ended'; readonly expected: JsonToken | 'quote' }

const space = /[ \t\n\r]*/y
// oxlint-disable-next-line no-control-regex -- JSON forbids them within a text (RFC 8259, 7)
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y
const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y

/** The end of the match of a sticky expression, or null. */
function endOf(expression: RegExp, text: string, at: number): number | null {
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : null
}

/** The text is known not to be JSON. */
function firstFault(text: string): Found {
  const open: ('{' | '[')[] = []
  let wanted: JsonToken = 'value'
  /** The offset of the last comma, if nothing but space has followed it. */
  let comma = -1
  /** Whether an array or object has just been opened, and may be closed at once. */
  let isEmpty = false
  for (let at = endOf(space, text, 0) ?? 0; ; at = endOf(space, text, at) ?? at) {
    const sign = text.charAt(at)
    const top = open.at(-1)
    if (sign === '') return { at, rule: 'json-ended', expected: wanted }
    const closes = (sign === '}' && top === '{') || (sign === ']' && top === '[')
    if (closes && comma >= 0) return { at: comma, rule: 'json-trailing-comma' }
    const opens = wanted === 'value' && (sign === '{' || sign === '[')
    if (closes && (isEmpty || wanted === 'comma-or-brace' || wanted === 'comma-or-bracket')) {
      open.pop()
      wanted = afterValue(open)
      at++
    } else if (sign === ',' && (wanted === 'comma-or-brace' || wanted === 'comma-or-bracket')) {
      comma = at
      wanted = top === '{' ? 'key' : 'value'
      at++
      continue
    } else if (sign === ':' && wanted === 'colon') {
      wanted = 'value'
      at++
    } else if (sign === '"' && (wanted === 'key' || wanted === 'value')) {
      const end = endOf(string, text, at) ?? at
      if (text.charAt(end) !== '"') return withinText(text, end)
      wanted = wanted === 'key' ? 'colon' : afterValue(open)
      at = end + 1
    } else if (opens) {
      open.push(sign)
      wanted = sign === '{' ? 'key' : 'value'
      at++
    } else {
      const end = wanted === 'value' ? endOf(scalar, text, at) : null
      if (end === null) return unexpected(text, at, wanted)
      wanted = afterValue(open)
      at = end
    }
    comma = -1
    isEmpty = opens
  }
}

function afterValue(open: readonly ('{' | '[')[]): JsonToken {
  const top = open.at(-1)
  if (top === undefined) return 'end'
  return top === '{' ? 'comma-or-brace' : 'comma-or-bracket'
}

/** What stops a text before its closing quotation mark. */
function withinText(text: string, at: number): Found {
  if (at >= text.length) return { at, rule: 'json-ended', expected: 'quote' }
  return { at, rule: text.charAt(at) === '\\' ? 'json-escape' : 'json-control' }
}

/** Signs of a few mistakes that are often made; anything else says what was expected. */
const signs: readonly (readonly [RegExp, PlainJsonRule])[] = [
  [/\/[/*]|#/y, 'json-comment'],
  [/['`]/y, 'json-single-quote'],
  [/[“”„‟«»＂‘’：，、；｛｝［］【】「」]/y, 'json-wide-mark'],
]
const ofValue: readonly (readonly [RegExp, PlainJsonRule])[] = [
  [/[+.\d-]/y, 'json-number'],
  [/[\p{L}_$]/uy, 'json-word'],
]

function unexpected(text: string, at: number, expected: JsonToken): Found {
  const known = expected === 'value' ? [...signs, ...ofValue] : signs
  const rule = known.find(([sign]) => endOf(sign, text, at) !== null)?.[1]
  return rule === undefined ? { at, rule: 'json-expected', expected } : { at, rule }
}
