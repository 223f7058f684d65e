// A document as NDJSON: the first line is the document without `events`, each other line is an event. For
// collections that no editor opens whole, and for programs that write one event after the other.

/** True of a name that says that the file has a line for each event. */
export const isOfLines = (file: string): boolean => /\.(?:ndjson|jsonl)$/i.test(file)

/**
 * The beginning of the document that a first line means, up to its first event; null if that is no object.
 * @example headOfLines('{"id":"town"}') → '{"id":"town","events":['
 */
export function headOfLines(line: string): string | null {
  const text = line.trimEnd()
  if (!text.trimStart().startsWith('{') || !text.endsWith('}')) return null
  const inner = text.slice(0, -1)
  return `${inner}${inner.trim() === '{' ? '' : ','}"events":[`
}

/**
 * The JSON of a document, in which every value stands in the line and column in which it stood.
 * @example documentOfLines('{"id":"town"}\n{"id":"a"}\n') → '{"id":"town","events":[\n{"id":"a"}]}'
 */
export function documentOfLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd())
  const first = lines.findIndex((line) => line !== '')
  const head = headOfLines(lines[first] ?? '')
  if (head === null) return text
  const last = lines.findLastIndex((line) => line !== '')
  const events = lines
    .slice(first + 1, last + 1)
    .map((line, at, all) => (line === '' || at === all.length - 1 ? line : `${line},`))
  return [...lines.slice(0, first), [head, ...events].join('\n')].join('\n') + ']}'
}

/**
 * A document as NDJSON.
 * @example printedLines({ id: 'town', events: [{ id: 'a' }] }) → '{"id":"town"}\n{"id":"a"}\n'
 */
export function printedLines(document: object): string {
  const { events = [], ...rest } = document as { readonly events?: readonly unknown[] }
  return [rest, ...events].map((value) => `${JSON.stringify(value)}\n`).join('')
}
