// What the service does with a message: the methods of both eras.
import { failed, ok, type Result } from '../../domain/result.ts'
import { messages } from '../../messages/languages.ts'
import { thrownProblem, type Problem } from '../problem.ts'
import type { Exchange } from '../request/exchange.ts'
import { legacyVersions, modernVersions, type ProtocolEra } from './era.ts'
import { findEvents } from './find-events.ts'
import { errorCodes, isObject, type Members, type RpcFault } from './message.ts'
import { getTimeline, listTimelines } from './read-timelines.ts'
import { languageOfCall, problemText, type Tool } from './tool.ts'

export const tools: readonly Tool[] = [listTimelines, getTimeline, findEvents]

/** The version is that of the deploy, which is in every entity tag, too. */
const serverInfo = ({ service }: Exchange) => ({
  name: 'jishi',
  title: 'Jishi 纪事',
  version: service.build,
})

const instructions =
  'Timelines of dated events; every event cites its source. A date is as precise as its source and no more: give it in the words of the answer, never more exactly. find_events answers in three groups: what surely was in the days asked for, what only may have been, and what has no date. Keep them apart when you answer, quote the cited passage, name the source, and link the permalink of each event.'

/** Tools only: no resources, no prompts, and the list of tools never changes while a version runs. */
const capabilities = { tools: {} } as const

/** An hour: the tools change only with a deploy. */
const cached = { ttlMs: 3_600_000, cacheScope: 'public' } as const

type Answer = Result<object, RpcFault>
type Handler = (params: Members, exchange: Exchange) => Answer | Promise<Answer>

const listed = tools.map(({ call: _, ...tool }) => ({
  ...tool,
  annotations: { readOnlyHint: true, openWorldHint: false },
}))

const modern = (result: object, exchange: Exchange): object => ({
  resultType: 'complete',
  ...result,
  _meta: { 'io.modelcontextprotocol/serverInfo': serverInfo(exchange) },
})

const methods: Readonly<Record<ProtocolEra, Readonly<Record<string, Handler>>>> = {
  modern: {
    'server/discover': (_, exchange) => {
      const told = { supportedVersions: modernVersions, capabilities, instructions, ...cached }
      return ok(modern(told, exchange))
    },
    'tools/list': (params, exchange) =>
      onePage(params, modern({ tools: listed, ...cached }, exchange)),
    'tools/call': async (params, exchange) => {
      const called = await callTool(params, exchange)
      return called.ok ? ok(modern(called.value, exchange)) : called
    },
  },
  legacy: {
    initialize: ({ protocolVersion }, exchange) =>
      ok({
        protocolVersion:
          legacyVersions.find((version) => version === protocolVersion) ?? legacyVersions[0],
        capabilities,
        serverInfo: serverInfo(exchange),
        instructions,
      }),
    ping: () => ok({}),
    'tools/list': (params) => onePage(params, { tools: listed }),
    'tools/call': callTool,
  },
}

/**
 * The result of a request, or its error. A method that the era does not have is answered with 404
 * in the modern one, and as every error of the legacy one within a 200.
 */
export async function serve(
  era: ProtocolEra,
  { method, params }: { readonly method: string; readonly params: Members },
  exchange: Exchange,
): Promise<Answer> {
  const known = methods[era]
  const handler = Object.hasOwn(known, method) ? known[method] : undefined
  if (handler !== undefined) return handler(params, exchange)
  return failed({
    status: era === 'modern' ? 404 : 200,
    code: errorCodes.methodNotFound,
    message: 'Method not found',
  })
}

/** All tools are on one page, so that there is no cursor to come back with. */
const onePage = ({ cursor }: Members, page: object): Answer =>
  (cursor ?? null) === null ? ok(page) : failed(invalidParams('there is no such cursor'))

const invalidParams = (message: string): RpcFault => ({
  status: 200,
  code: errorCodes.invalidParams,
  message: `Invalid params: ${message}`,
})

/** Refusals of the service are results, from which the caller can put the next call right. */
async function callTool(params: Members, exchange: Exchange): Promise<Answer> {
  const { name } = params
  const given = params['arguments'] ?? {}
  const tool = tools.find((one) => one.name === name)
  if (tool === undefined)
    return failed(
      invalidParams(`unknown tool; there are ${tools.map((one) => one.name).join(', ')}`),
    )
  if (!isObject(given)) return failed(invalidParams('arguments must be an object'))
  const answered = await tool.call(exchange, given).catch((error: unknown) => {
    const refused = thrownProblem(error)
    if (refused === undefined) throw error
    return failed(refused)
  })
  if (answered.ok) {
    const { text, data } = answered.value
    return ok({ content: [{ type: 'text', text }], structuredContent: data })
  }
  const text = await refusalText(answered.failure, given, exchange)
  return ok({ content: [{ type: 'text', text }], isError: true })
}

async function refusalText(
  refused: Problem,
  given: Members,
  { service }: Exchange,
): Promise<string> {
  const language = languageOfCall(given)
  const text = problemText(refused, language)
  if (refused.broken?.rule !== 'no-such-timeline') return text
  const list = await service.store.timelines()
  if (!list.ok) return text
  const ids = list.value.value.timelines.slice(0, 20).map(({ id }) => id)
  return `${text}\n${messages[language].tools.known(ids.join(', '))}`
}
