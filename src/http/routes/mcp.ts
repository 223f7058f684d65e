// POST /mcp: the tools of the service for agents, in both eras of the Model Context Protocol. Every
// answer is plain JSON: there are no streams and no sessions (docs/agents.md).
import * as v from 'valibot'
import { ok, failed, type Result } from '../../domain/result.ts'
import { dataHeaders, noStore } from '../headers.ts'
import { carriesVersion, eraOf } from '../mcp/era.ts'
import {
  errorCodes,
  errorMessage,
  idOf,
  readMessage,
  resultMessage,
  type Message,
  type RpcFault,
} from '../mcp/message.ts'
import { serve } from '../mcp/serve.ts'
import { problem, problems } from '../problem.ts'
import { maxCalls, refusedForAMinute } from '../rate.ts'
import { readJsonBody } from '../request/body.ts'
import { untagged } from '../response/conditional.ts'
import type { Exchange } from '../request/exchange.ts'
import type { Responded } from '../response/responder.ts'
import { route } from '../route.ts'

/** Maximum bytes of a message. */
export const maxMessageBytes = 65_536

/** Maximum messages of a batch, which only version 2025-03-26 has. */
export const maxBatch = 10

const json = 'application/json'

const MessageJson = v.object({
  jsonrpc: v.literal('2.0'),
  id: v.exactOptional(v.union([v.string(), v.pipe(v.number(), v.integer())])),
  method: v.string(),
  params: v.exactOptional(v.record(v.string(), v.unknown())),
})

const AnswerJson = v.pipe(
  v.union([v.record(v.string(), v.unknown()), v.array(v.record(v.string(), v.unknown()))]),
  v.description('A message of JSON-RPC 2.0 with result or error; of a batch, a list of them.'),
)

const refusal = (description: string) => ({ description, type: json, schema: AnswerJson })

export const mcp = route({
  method: 'POST',
  path: '/mcp',
  id: 'callTools',
  summary: 'The tools list_timelines, get_timeline and find_events (Model Context Protocol)',
  tag: 'service',
  parameters: {},
  lenient: true,
  surface: 'data',
  unconditional: true,
  body: { description: 'One message of JSON-RPC 2.0', schema: MessageJson },
  success: {
    200: { description: 'The answer', type: json, schema: AnswerJson },
    202: { description: 'A notification was taken; no body' },
    400: refusal('The message, its version or its headers are wrong'),
    403: refusal('The origin may not call a service on loopback'),
    404: refusal('There is no such method'),
  },
  problems: ['content-too-large', 'unsupported-media-type', 'rate-limited', 'store-unavailable'],
  async handle(exchange) {
    const { service, request } = exchange
    if (!isOriginAllowed(request.headers.get('origin'), service.publicUrl))
      return answer(403, errorMessage(undefined, wrongMessage('this origin may not call')))
    if (!(await mayAsk(exchange))) return tooManyCalls
    const refused = untagged(exchange)
    if (refused !== undefined) return refused
    const body = await readJsonBody(exchange, maxMessageBytes)
    if (!body.ok) {
      // What is wrong with a message is told as a message.
      return problems[body.failure.type] === 400
        ? answer(400, errorMessage(undefined, wrongMessage('the body is not whole')))
        : body.failure
    }
    const read = parse(body.value)
    if (!read.ok) return answer(read.failure.status, errorMessage(undefined, read.failure))
    return Array.isArray(read.value)
      ? answerBatch(read.value, exchange)
      : answerOne(read.value, exchange)
  },
})

/**
 * Any origin may call, since no secret is served; but a site must not reach a service that runs on
 * the visitor's own machine (Streamable HTTP, "Security"; DNS rebinding).
 */
function isOriginAllowed(origin: string | null, publicUrl: string): boolean {
  if (origin === null || !isLoopback(publicUrl)) return true
  return URL.canParse(origin) && isLoopback(origin)
}

/** Each call counts, whether it comes alone or in a batch. */
const mayAsk = ({ service, request }: Exchange): Promise<boolean> =>
  service.mayAsk(service.callerOf(request))

const isLoopback = (url: string): boolean =>
  /^(?:localhost|(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)

async function answerOne(value: unknown, exchange: Exchange): Promise<Responded> {
  const message = readMessage(value)
  if (message === null) return answer(400, errorMessage(idOf(value), wrongMessage('not a message')))
  if (message.kind !== 'request') return accepted
  const era = eraOf(message, exchange.request.headers)
  if (!era.ok) return answer(era.failure.status, errorMessage(message.id, era.failure))
  const served = await serve(era.value, message, exchange)
  return served.ok
    ? answer(200, resultMessage(message.id, served.value))
    : answer(served.failure.status, errorMessage(message.id, served.failure))
}

function whyNoBatch(
  all: readonly ReturnType<typeof readMessage>[],
  version: string,
): string | null {
  if (version !== '2025-03-26') return `version ${version} has no batches`
  if (all.length === 0) return 'an empty batch'
  if (all.length > maxBatch) return `more than ${maxBatch} messages in a batch`
  return all.some((one) => one !== null && one.kind !== 'response' && carriesVersion(one))
    ? 'a message that names its version is part of a batch'
    : null
}

/**
 * Version 2025-03-26 alone has batches; a modern message is never part of one. What is no message is
 * answered in its place, and the others are served (JSON-RPC 2.0, 6).
 */
async function answerBatch(values: readonly unknown[], exchange: Exchange): Promise<Responded> {
  const all = values.map(readMessage)
  const version = exchange.request.headers.get('mcp-protocol-version') ?? '2025-03-26'
  const why = whyNoBatch(all, version)
  if (why !== null) return answer(400, errorMessage(undefined, wrongMessage(why)))
  const answers: object[] = []
  let calls = 0
  // One after the other, so that a batch never costs more than its messages.
  for (const [index, message] of all.entries()) {
    if (message === null)
      answers.push(errorMessage(idOf(values[index]), wrongMessage('not a message')))
    if (!isRequest(message)) continue
    // The first was asked for with the batch itself.
    const isAllowed = calls++ === 0 || (await mayAsk(exchange))
    const served = isAllowed ? await serve('legacy', message, exchange) : failed(tooManyOfBatch)
    answers.push(
      served.ok
        ? resultMessage(message.id, served.value)
        : errorMessage(message.id, served.failure),
    )
  }
  return answers.length === 0 ? accepted : answer(200, answers)
}

const isRequest = (message: Message | null): message is Extract<Message, { kind: 'request' }> =>
  message?.kind === 'request'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

function parse(body: Uint8Array): Result<unknown, RpcFault> {
  try {
    return ok(JSON.parse(decoder.decode(body)) as unknown)
  } catch {
    return failed({
      status: 400,
      code: errorCodes.parse,
      message: 'Parse error: not JSON in UTF-8',
    })
  }
}

const wrongMessage = (message: string): RpcFault => ({
  status: 400,
  code: errorCodes.invalidRequest,
  message: `Invalid Request: ${message}`,
})

const tooManyOfBatch: RpcFault = {
  status: 200,
  code: errorCodes.tooManyCalls,
  message: `Too many requests: at most ${maxCalls} calls a minute from one address`,
  data: { retryAfter: 60 },
}

const headers = { ...dataHeaders, 'cache-control': noStore }

const answer = (status: number, body: object): Responded => ({
  body: JSON.stringify(body),
  status,
  headers: { ...headers, 'content-type': json },
})

const accepted: Responded = { body: null, status: 202, headers }

const tooManyCalls = problem('rate-limited', {
  headers: refusedForAMinute('ask', maxCalls),
})
