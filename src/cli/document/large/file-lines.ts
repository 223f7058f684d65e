// The lines of a file of any size, as bytes.

export interface FileLine {
  /** From 1. */
  readonly number: number
  /** Without the line feed that ends it. */
  readonly bytes: Buffer
}

/** Bytes of a line. A longer one is handed on as far as it was read, as the last one. */
const maxLine = 32 * 1_048_576

export async function* fileLines(chunks: AsyncIterable<Buffer>): AsyncIterable<FileLine> {
  let pending: Buffer[] = []
  let [length, number] = [0, 0]
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const last = chunk.subarray(start, end)
      yield {
        number: ++number,
        bytes: pending.length === 0 ? last : Buffer.concat([...pending, last]),
      }
      ;[pending, length, start] = [[], 0, end + 1]
    }
    pending.push(chunk.subarray(start))
    length += chunk.length - start
    if (length > maxLine) break
  }
  if (length > 0) yield { number: ++number, bytes: Buffer.concat(pending) }
}
