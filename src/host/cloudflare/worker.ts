// The Worker: its bindings, and the app, which is created from them once per isolate.
import { createApp, type App } from '../../http/app.ts'
import { misconfiguredApp } from '../../http/misconfigured.ts'
import { partsWithChaos, withChaos } from '../../store/chaos.ts'
import { acceptEncodingOf, compressesType } from './compression.ts'
import { createListRepair, createPublisherClient } from './publisher-client.ts'
import type { PublisherEnv, PublisherObject } from './publisher-object.ts'
import { createStore } from '../../store/read/cached-store.ts'
import { createPartSource } from '../../store/read/part-source.ts'
import { readSettings, type HostVariables } from '../settings.ts'

export { PublisherObject as Publisher } from './publisher-object.ts'
export { Registry } from './registry-object.ts'

/** Bindings of wrangler.toml. Those that plain workerd does not offer are optional. */
export interface Env extends PublisherEnv, HostVariables {
  readonly PUBLISHER: DurableObjectNamespace<PublisherObject>
  readonly ASSETS: Fetcher
  readonly WRITE_LIMIT?: RateLimit
  readonly ASK_LIMIT?: RateLimit
  readonly VERSION?: WorkerVersionMetadata
}

let app: App | undefined

/** The contexts of the writes under way: what is cached is purged through them. */
const contexts = new WeakMap<Request, ExecutionContext>()

export default {
  fetch(request, env, context) {
    if (request.method !== 'GET') contexts.set(request, context)
    return (app ??= assemble(env)).fetch(request)
  },
} satisfies ExportedHandler<Env>

function assemble(env: Env): App {
  const { settings, faults } = readSettings(env)
  if (faults.length > 0) {
    log({ level: 'error', message: 'settings cannot be used', faults })
    return misconfiguredApp(faults.map(({ setting, detail }) => `${setting}: ${detail}`))
  }
  const partValues = partsWithChaos(env.TIMELINES, settings.chaosRate, Math.random)
  return createApp({
    store: createStore({
      kv: withChaos(env.TIMELINES, settings.chaosRate, Math.random),
      partsOf: (timeline) => createPartSource(partValues, timeline),
      now: Date.now,
      report: (event) => log({ level: 'warn', message: 'store fault', ...event }),
    }),
    publisher: createPublisherClient(env.PUBLISHER, reportFailure),
    repairList: createListRepair(env.REGISTRY, reportFailure),
    callerOf: ({ headers }) => headers.get('cf-connecting-ip') ?? 'unknown',
    isSecure: ({ url }) => url.startsWith('https:'),
    purge: purgeCache,
    mayWrite: async (key) => (await env.WRITE_LIMIT?.limit({ key }))?.success ?? true,
    mayAsk: async (key) => (await env.ASK_LIMIT?.limit({ key }))?.success ?? true,
    tokens: settings.tokens,
    equal: (a, b) => crypto.subtle.timingSafeEqual(a, b),
    compresses: compressesType,
    acceptEncodingOf,
    assets: (request) => env.ASSETS.fetch(request),
    publicUrl: settings.publicUrl,
    build: env.VERSION?.id.slice(0, 8) ?? 'dev',
    now: Date.now,
    log,
  })
}

/** Where there is no cache in front, as in local development, there is nothing to purge. */
function purgeCache(request: Request, tag: string): void {
  const context = contexts.get(request)
  const purged = context?.cache?.purge({ tags: [tag] })
  if (purged !== undefined) context?.waitUntil(purged.catch(reportFailure))
}

const reportFailure = (error: unknown): void => log({ level: 'error', message: String(error) })

/** One line of JSON, which Workers Logs index by field; `npm start` prints it in the terminal. */
function log(entry: Readonly<Record<string, unknown>>): void {
  console[entry['level'] === 'warn' ? 'warn' : 'error'](JSON.stringify(entry))
}
