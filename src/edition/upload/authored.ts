// Parts of authored events: what `e` parts hold compiled, as it was written, so that an edition can be
// given back. One event a line in the total order, packed by gzip (RFC 1952), sealed as parts of bytes.
import { openPart, sealPart } from '../segment/parts.ts'
import { badPart } from './part-problem.ts'

/** Maximum bytes of the events of such a part, unpacked. */
export const maxAuthoredBytes = 4_194_304

/**
 * A part of authored events as it is stored. Lines are JSON without line feeds.
 * @example authoredPart('5-u3/a0', ['{"id":"a",…}']) → the sealed bytes
 */
export async function authoredPart(
  name: string,
  lines: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Response(lines.join('\n')).body?.pipeThrough(new CompressionStream('gzip'))
  return sealPart(name, new Uint8Array(await new Response(packed).arrayBuffer()))
}

/**
 * The lines of a stored part. Throws `DamagedPart`, and `BadPart` if it cannot be unpacked or is too large.
 * @example authoredLines('5-u3/a0', sealed) → ['{"id":"a",…}']
 */
export async function authoredLines(
  name: string,
  sealed: Uint8Array<ArrayBuffer> | null,
): Promise<readonly string[]> {
  const { content } = await openPart(name, sealed)
  const text = await unpacked(content)
  if (text === null) throw badPart(name.slice(name.indexOf('/') + 1), 'part-content')
  return text.split('\n')
}

/** Null where it is no gzip, no UTF-8, or longer than a part may be. */
async function unpacked(content: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let [text, size] = ['', 0]
  try {
    const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream('gzip'))
    const reader = stream.getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length
      if (size > maxAuthoredBytes) {
        await reader.cancel()
        return null
      }
      text += decoder.decode(read.value, { stream: true })
    }
    return text + decoder.decode()
  } catch {
    return null
  }
}
