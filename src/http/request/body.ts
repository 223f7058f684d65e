// Reads the body of a write, of one media type and limited size, as bytes.
import { failed, ok, type Result } from '../../domain/result.ts'
import { broken } from '../../domain/broken-rule.ts'
import { problem, type Problem } from '../problem.ts'
import type { Exchange } from './exchange.ts'

/** Maximum bytes per document as it is sent; what is stored of it has a limit of its own, `maxContentBytes`
 * (edition/head.ts). */
export const maxBodyBytes = 8_388_608

/** What a route accepts. */
interface AcceptedType {
  readonly type: string
  readonly rule: 'not-json' | 'not-parts' | 'not-edits'
}

const jsonBody: AcceptedType = { type: 'application/json', rule: 'not-json' }

/** The parts of a segment (edition/upload/frames.ts). */
export const partsMediaType = 'application/vnd.jishi.parts'

const partsBody: AcceptedType = { type: partsMediaType, rule: 'not-parts' }

/** Edits of a document (edition/edits.ts). */
export const editsMediaType = 'application/vnd.jishi.edits+json'

const editsBody: AcceptedType = { type: editsMediaType, rule: 'not-edits' }

/** @example await readJsonBody(exchange) → ok(the bytes), or a problem: 400, 413, 415 */
export const readJsonBody = (
  exchange: Pick<Exchange, 'request'>,
  max = maxBodyBytes,
): Promise<Result<Uint8Array, Problem>> => readBody(exchange, jsonBody, max)

/** The same for parts of a segment. */
export const readPartsBody = (
  exchange: Pick<Exchange, 'request'>,
): Promise<Result<Uint8Array, Problem>> => readBody(exchange, partsBody, maxBodyBytes)

/** The same for edits. A refusal says what is accepted as RFC 5789, 2.2, asks, too. */
export async function readEditsBody(
  exchange: Pick<Exchange, 'request'>,
): Promise<Result<Uint8Array, Problem>> {
  const body = await readBody(exchange, editsBody, maxBodyBytes)
  if (body.ok || body.failure.type !== 'unsupported-media-type') return body
  const headers = { ...body.failure.headers, 'accept-patch': editsMediaType }
  return failed({ ...body.failure, headers })
}

async function readBody(
  { request }: Pick<Exchange, 'request'>,
  accepted: AcceptedType,
  max: number,
): Promise<Result<Uint8Array, Problem>> {
  // RFC 9110, 15.5.16: the response says which type is accepted.
  const rule = brokenByType(request.headers.get('content-type') ?? '', accepted)
  if (rule !== null) {
    const headers = { accept: accepted.type }
    return failed(problem('unsupported-media-type', { broken: broken(rule), headers }))
  }
  // RFC 9110, 8.4: content codings are not decoded here.
  if (request.headers.has('content-encoding')) {
    return failed(
      problem('unsupported-media-type', {
        broken: broken('encoded-body'),
        headers: { 'accept-encoding': 'identity' },
      }),
    )
  }
  // RFC 9110, 14.5: a part must not be taken for the whole.
  if (request.headers.has('content-range')) {
    return failed(
      problem('invalid-parameter', {
        errors: [{ header: 'Content-Range', broken: broken('part-of-a-body') }],
      }),
    )
  }
  const tooLarge = () => problem('content-too-large', { broken: broken('body-size', { max }) })
  if (Number(request.headers.get('content-length') ?? 0) > max) return failed(tooLarge())
  try {
    const body = await readAtMost(request.body, max)
    return body === null ? failed(tooLarge()) : ok(body)
  } catch {
    // RFC 9112, 8: a body that ended early, or whose chunks cannot be read, is no body.
    return failed(problem('malformed-json', { errors: [{ broken: broken('cut-body') }] }))
  }
}

/**
 * The rule that a Content-Type breaks, or null. RFC 9110, 5.6.6: parameters may be empty, and those that
 * nobody knows are ignored. All bodies are UTF-8, whatever the client calls it once.
 * @example brokenByType('application/json; charset="UTF-8"; profile=x', jsonBody) → null
 */
function brokenByType(
  given: string,
  { type, rule }: AcceptedType,
): AcceptedType['rule'] | 'other-charset' | null {
  const [begin = '', name = ''] = /^([^\t ;]*)[\t ]*/.exec(given) ?? []
  const parameters = [...given.slice(begin.length).matchAll(parameter)]
  const length = parameters.reduce((sum, [text]) => sum + text.length, begin.length)
  if (name.toLowerCase() !== type || length !== given.length) return rule
  const charsets = parameters.flatMap(([, key = '', plain, quoted = '']) =>
    key.toLowerCase() === 'charset' ? [plain ?? quoted.replaceAll(/\\(.)/g, '$1')] : [],
  )
  const isUtf8 = charsets.every((charset) => charset.toLowerCase() === 'utf-8')
  return charsets.length <= 1 && isUtf8 ? null : 'other-charset'
}

/** A semicolon, and a parameter behind it; its value may be in quotes, and hold semicolons there. */
const parameter =
  /;[\t ]*(?:([!#$%&'*+.^`|~\w-]+)=(?:([!#$%&'*+.^`|~\w-]+)|"((?:[^"\\]|\\.)*)"))?[\t ]*/gy

/** The bytes of a stream, or null if there are more than `max`. */
async function readAtMost(
  stream: ReadableStream<Uint8Array> | null,
  max: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (stream !== null) {
    const reader = stream.getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length
      if (size > max) {
        await reader.cancel()
        return null
      }
      chunks.push(read.value)
    }
  }
  const body = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    body.set(chunk, offset)
    offset += chunk.length
  }
  return body
}
