// The text of a document after a change: what did not change stays as it was written, character by
// character, so that a comparison of two versions of the file shows the change and nothing else.
import { valueOffsets } from '../../domain/document/json.ts'
import { pointerOf } from '../../domain/document/pointer.ts'
import { sameValue } from '../../domain/merge/same-value.ts'

/** A file that has a byte order mark keeps it. */
const withMark = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true })

/** `before` is the content of the file, whose bytes are UTF-8. */
export const editedFile = (bytes: Uint8Array, before: object, after: object): string =>
  editedText(withMark.decode(bytes), before, after)

/**
 * `before` is the content of `text`, JSON, whose byte order mark, line ends, indentation and order of fields
 * are kept; what is new is written as what stands beside it.
 * @example editedText('{ "a": [1,\n 2] }', { a: [1, 2] }, { a: [1, 2], b: 3 }) → '{ "a": [1,\n 2], "b": 3 }'
 */
export function editedText(text: string, before: object, after: object): string {
  const [, mark = '', own = ''] = /^(\uFEFF?)(.*)$/s.exec(text) ?? []
  const start = own.length - own.trimStart().length
  const edited = createEditor(own)([], before, after, '')
  return mark + own.slice(0, start) + edited + own.slice(endOf(own, start))
}

type Path = readonly (string | number)[]

/** A member or an item that is written: a place in the text, or what is new. */
interface Piece {
  readonly text: string
  /** Which one it was; null if it is new. */
  readonly old: number | null
}

/** Returns the text of a value that stands at `path`, in a line that begins with `indent` (null: within a line). */
function createEditor(text: string) {
  const offsets = valueOffsets(text)
  const unit = /\n([\t ]+)\S/.exec(text)?.[1] ?? '  '
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n'
  /** Behind a colon, and between what stands in one line. */
  const blank = /":\s/.test(text) ? ' ' : ''

  const startOf = (path: Path): number => offsets.get(pointerOf(path)) ?? 0

  const printed = (value: unknown, indent: string | null): string =>
    indent === null
      ? inLine(value, blank)
      : JSON.stringify(value, null, unit).replaceAll('\n', lineEnd + indent)

  function edited(path: Path, before: unknown, after: unknown, indent: string | null): string {
    const start = startOf(path)
    if (sameValue(before, after)) return text.slice(start, endOf(text, start))
    if (Array.isArray(before) && Array.isArray(after) && before.length * after.length > 0)
      return editedItems(path, before, after)
    if (isObject(before) && isObject(after) && Object.keys(before).length > 0)
      return editedMembers(path, before, after)
    return printed(after, indent)
  }

  function editedItems(path: Path, before: readonly unknown[], after: readonly unknown[]): string {
    const starts = before.map((_, index) => startOf([...path, index]))
    const places = starts.map((start) => ({ start, end: endOf(text, start) }))
    const { indent, write } = listAt(text, startOf(path), places, blank)
    const known = new Map(before.flatMap((item, index) => (hasId(item) ? [[item.id, index]] : [])))
    return write(
      after.map((item, index) => {
        const old = hasId(item) ? known.get(item.id) : hasId(before[index]) ? undefined : index
        return old === undefined || old >= before.length
          ? { text: printed(item, indent), old: null }
          : { text: edited([...path, old], before[old], item, indent), old }
      }),
    )
  }

  function editedMembers(path: Path, before: JsonObject, after: JsonObject): string {
    const names = Object.keys(before).toSorted(
      (a, b) => startOf([...path, a]) - startOf([...path, b]),
    )
    const starts = names.map((name) => startOf([...path, name]))
    const places = placesOf(text, startOf(path) + 1, starts)
    const { indent, write } = listAt(text, startOf(path), places, blank)
    const earlier = new Map(Object.entries(before))
    const written = new Map(Object.entries(after).filter(([, value]) => value !== undefined))
    const pieces = new Map<string, Piece>()
    for (const [old, name] of names.entries()) {
      if (!written.has(name)) continue
      const key = text.slice(places[old]?.start, starts[old])
      const value = edited([...path, name], earlier.get(name), written.get(name), indent)
      pieces.set(name, { text: key + value, old })
    }
    const order = inOrder([...pieces.keys()], [...written.keys()])
    for (const [name, value] of written) {
      if (pieces.has(name)) continue
      const key = `${JSON.stringify(name)}:${blank}`
      pieces.set(name, { text: key + printed(value, indent), old: null })
    }
    return write(order.flatMap((name) => pieces.get(name) ?? []))
  }

  return edited
}

/** How the members or items are set that stand at these places of what begins at `start`. */
function listAt(text: string, start: number, places: readonly Place[], blank: string) {
  const [first, last] = [places.at(0), places.at(-1)]
  const lead = text.slice(start + 1, first?.start)
  const gaps = places.slice(1).map((place, index) => text.slice(places[index]?.end, place.start))
  const close = endOf(text, start)
  const isBroken = lead.includes('\n')
  const usual = gaps[0] ?? `,${isBroken ? lead : blank}`
  const gapAt = (before: Piece, { old }: Piece): string =>
    before.old !== null && old === before.old + 1 ? (gaps[before.old] ?? usual) : usual
  return {
    indent: isBroken ? lead.slice(lead.lastIndexOf('\n') + 1) : null,
    write: (pieces: readonly Piece[]): string => {
      const inner = pieces.map((piece, index) => {
        const before = pieces[index - 1]
        return (before === undefined ? lead : gapAt(before, piece)) + piece.text
      })
      return text.charAt(start) + inner.join('') + text.slice(last?.end, close)
    },
  }
}

/** The members with their names, which begin at `begin`, by where their values start. */
function placesOf(text: string, begin: number, values: readonly number[]): readonly Place[] {
  let end = begin
  return values.map((value) => {
    const start = text.indexOf('"', end)
    end = endOf(text, value)
    return { start, end }
  })
}

/** What stays, as it stands; new ones stand behind what precedes them in `wanted`. */
function inOrder(kept: readonly string[], wanted: readonly string[]): readonly string[] {
  const order = [...kept]
  const known = new Set(kept)
  for (const [index, name] of wanted.entries())
    if (!known.has(name)) order.splice(order.indexOf(wanted[index - 1] ?? '') + 1, 0, name)
  return order
}

interface Place {
  readonly start: number
  readonly end: number
}

type JsonObject = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasId = (value: unknown): value is { readonly id: unknown } =>
  isObject(value) && value['id'] !== undefined

/** A value in one line. */
function inLine(value: unknown, blank: string): string {
  if (Array.isArray(value)) return `[${value.map((one) => inLine(one, blank)).join(`,${blank}`)}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([name, one]) => `${JSON.stringify(name)}:${blank}${inLine(one, blank)}`)
  return members.length === 0 ? '{}' : `{${blank}${members.join(`,${blank}`)}${blank}}`
}

/** The offset behind a value of valid JSON. */
function endOf(text: string, start: number): number {
  const value = /"(?:[^"\\]|\\.)*"|[[\]{}]|[^\s"[\]{},:]+/gs
  value.lastIndex = start
  let depth = 0
  for (let match = value.exec(text); match !== null; match = value.exec(text)) {
    if (/^[[{]$/.test(match[0])) depth += 1
    if (/^[\]}]$/.test(match[0])) depth -= 1
    if (depth === 0) return value.lastIndex
  }
  return text.length
}
