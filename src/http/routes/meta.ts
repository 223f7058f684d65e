// The service itself: health, contract, problem types, a text for language models, an icon.
import * as v from 'valibot'
import { broken } from '../../domain/broken-rule.ts'
import { messages } from '../../messages/languages.ts'
import { answerAsset } from '../response/asset.ts'
import { conditional, untagged, type Answered } from '../response/conditional.ts'
import { dataHeaders, noStore } from '../headers.ts'
import { problem, problems, readProblem, type ProblemType } from '../problem.ts'
import { timelinesPage } from '../request/timelines-page.ts'
import { route, type RouteAnswer } from '../route.ts'
import type { Exchange } from '../request/exchange.ts'
import { InstantJson } from '../../formats/json/shared-json.ts'
import { isGood } from '../token.ts'
import { llmsText } from './llms.ts'

const json = 'application/json; charset=utf-8'

export const HealthJson = v.object({
  status: v.literal('ok'),
  build: v.pipe(v.string(), v.description('The deployed version; dev where none is known.')),
  publicUrl: v.pipe(
    v.string(),
    v.description('The origin of every address that the service gives.'),
  ),
  time: v.pipe(InstantJson, v.description('The clock of the service.')),
  publishing: v.pipe(v.boolean(), v.description('Whether any token is set that is still valid.')),
})

export const health = route({
  method: 'GET',
  path: '/health',
  id: 'getHealth',
  summary: 'Whether the service runs, and how it is set up; the store is not read',
  tag: 'service',
  parameters: {},
  lenient: true,
  success: {
    200: {
      description: 'It runs',
      type: json,
      schema: HealthJson,
    },
  },
  unconditional: true,
  problems: [],
  handle(exchange) {
    const refused = untagged(exchange)
    if (refused !== undefined) return refused
    const { service } = exchange
    const { build, publicUrl, tokens, now } = service
    const time = now()
    const health = {
      status: 'ok',
      build,
      publicUrl,
      time: new Date(time).toISOString(),
      publishing: tokens.some((token) => isGood(token, time)),
    } satisfies v.InferOutput<typeof HealthJson>
    return {
      body: JSON.stringify(health),
      headers: { ...dataHeaders, 'content-type': json, 'cache-control': noStore },
    }
  },
})

export const openapi = route({
  method: 'GET',
  path: '/openapi.json',
  id: 'getContract',
  summary: 'This contract, OpenAPI 3.1',
  tag: 'service',
  parameters: {},
  lenient: true,
  success: { 200: { description: 'The contract', type: 'application/json' } },
  problems: ['not-found'],
  handle: (exchange) => answerAsset(exchange, exchange.path, dataHeaders),
})

export const documentSchema = route({
  method: 'GET',
  path: '/timeline.schema.json',
  id: 'getDocumentSchema',
  summary: 'The JSON Schema of the authoring document',
  tag: 'service',
  parameters: {},
  lenient: true,
  success: { 200: { description: 'JSON Schema 2020-12', type: 'application/json' } },
  problems: ['not-found'],
  handle: (exchange) => answerAsset(exchange, exchange.path, dataHeaders),
})

export const problemType = route({
  method: 'GET',
  path: '/problems/{type}',
  id: 'getProblemType',
  summary: 'What a problem type means',
  tag: 'service',
  parameters: {},
  lenient: true,
  success: { 200: { description: 'The meaning', type: 'text/plain; charset=utf-8' } },
  problems: ['not-found'],
  handle(exchange) {
    const type = exchange.values.type
    if (!Object.hasOwn(problems, type))
      return problem('not-found', { broken: broken('no-such-problem') })
    const status = problems[type as ProblemType]
    const { title, detail } = messages.en.problems.types[type as ProblemType]
    return fixed(
      exchange,
      'text/plain; charset=utf-8',
      () => `${type} (${status})\n${title}.\n${detail}\n`,
    )
  },
})

export const llms = route({
  method: 'GET',
  path: '/llms.txt',
  id: 'getLlmsText',
  summary: 'The service in a few lines, for language models',
  tag: 'service',
  parameters: {},
  lenient: true,
  success: { 200: { description: 'Markdown', type: 'text/plain; charset=utf-8' } },
  problems: ['store-unavailable'],
  async handle(exchange) {
    const { store, publicUrl } = exchange.service
    const list = await store.timelines()
    if (!list.ok) return readProblem(list.failure)
    const { value, stale } = list.value
    const page = timelinesPage(value.timelines, {})
    const identity = `llms ${page.identity}`
    return conditional(exchange, { identity, pinned: false, stale }, () => ({
      type: 'text/plain; charset=utf-8',
      body: llmsText(publicUrl, page),
    }))
  },
})

/**
 * The icon of the pages, which browsers, feed readers and bots ask for by habit; pages name no file, since
 * theirs is inline (page/shell/document.ts): a rail with two days: a PNG of 32 by 32 pixels and 141 octets.
 */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgAgMAAAAOFJJnAAAACVBMVEUAAACqppwLa2Ia9bKbAAAAA3RSTlMA//9EUNYhAAAAMElEQVR42mNgYGBgdGCAADwMrgVQxqpVEJpp1aoGVAbXqlULCDEwdcENRFgxmGwHAKjDKKGhJFB+AAAAAElFTkSuQmCC'

export const icon = route({
  method: 'GET',
  path: '/favicon.ico',
  id: 'getIcon',
  summary: 'The icon of the service',
  tag: 'service',
  parameters: {},
  lenient: true,
  success: { 200: { description: 'PNG, 32 by 32 pixels', type: 'image/png' } },
  problems: [],
  handle: (exchange) =>
    conditional(exchange, { identity: exchange.path, pinned: false, stale: false }, () => ({
      type: 'image/png',
      body: Uint8Array.from(atob(png), (octet) => octet.charCodeAt(0)),
    })),
})

/** A response that changes only with a deploy. */
function fixed(exchange: Exchange, type: string, render: () => string): Promise<RouteAnswer> {
  const answered: Answered = { identity: exchange.path, pinned: false, stale: false }
  return conditional(exchange, answered, () => ({ type, body: render() }))
}
