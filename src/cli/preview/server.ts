// Serves a draft on this machine through the app itself, and notifies open pages of changes. Shows
// faults instead of pages while the draft has some; refuses writes.
import { timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, statSync, watch, type FSWatcher } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, dirname, extname, join, resolve, sep } from 'node:path'
import { failed } from '../../domain/result.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { createApp, type App } from '../../http/app.ts'
import { negotiatedLanguage } from '../../http/request/language.ts'
import type { Previewed } from './draft.ts'
import { changesPath, faultPage, faultPolicy, policyWithReload, withReload } from './reload.ts'

export interface Preview {
  readonly origin: string
  close(): Promise<void>
}

export interface PreviewOptions {
  readonly draft: Previewed
  /** The files to watch. */
  readonly files: readonly string[]
  /** Folders of which every file is watched, where they exist: that of the texts of sources. */
  readonly folders?: readonly string[]
  /** 0 takes any free port. */
  readonly port: number
  /** The folder of static files. */
  readonly assets: string
  readonly onChange: () => void
}

/** Milliseconds to wait after a change, since editors may write a file in several steps. */
const settling = 80

export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { draft } = options
  const server = createServer()
  await new Promise<void>((done, fail) => {
    server.once('error', fail).listen(options.port, 'localhost', done)
  })
  const { port } = server.address() as AddressInfo
  const origin = `http://localhost:${port}`
  const app = previewApp(options, origin)
  const listeners = new Set<ServerResponse>()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response, { app, draft, origin, listeners }).catch((error: unknown) => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  const stopWatching = watchFiles(options, async () => {
    await draft.refresh()
    for (const listener of listeners) tell(listener)
    options.onChange()
  })
  return {
    origin,
    async close() {
      stopWatching()
      server.closeAllConnections()
      await new Promise((done) => {
        server.close(done)
      })
    },
  }
}

/**
 * Watches folders, because editors replace files instead of writing to them: also those in which files lie
 * that links lead to. Returns what ends it.
 */
function watchFiles(
  { files, folders = [] }: Pick<PreviewOptions, 'files' | 'folders'>,
  onChange: () => Promise<void>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const whole = new Map<string, FSWatcher>()
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      watchWhole()
      void onChange()
    }, settling)
  }
  // A folder of texts may be made, or removed, while the preview runs.
  const watchWhole = (): void => {
    for (const folder of folders) {
      const isThere = existsSync(folder)
      if (isThere && !whole.has(folder)) whole.set(folder, watch(folder, soon))
      if (!isThere) {
        whole.get(folder)?.close()
        whole.delete(folder)
      }
    }
  }
  watchWhole()
  const behind = files.filter((file) => existsSync(file)).map((file) => realpathSync(file))
  const byFolder = Map.groupBy([...files, ...behind, ...folders], (file) => dirname(resolve(file)))
  const watchers = Array.from(byFolder, ([folder, inside]) => {
    const names = new Set(inside.map((file) => basename(file)))
    return watch(folder, (_, name) => {
      if (name === null || names.has(name)) soon()
    })
  })
  return () => {
    clearTimeout(timer)
    for (const watcher of [...watchers, ...whole.values()]) watcher.close()
  }
}

const refuse = async () => failed({ reason: 'unavailable' } as const)

function previewApp({ draft, assets }: PreviewOptions, publicUrl: string): App {
  return createApp({
    store: draft.store,
    publisher: {
      publish: refuse,
      restore: refuse,
      takeDown: refuse,
      repair: refuse,
      edit: refuse,
      lease: refuse,
      upload: refuse,
      commitSegment: refuse,
      giveUp: refuse,
    },
    repairList: refuse,
    callerOf: () => 'this machine',
    isSecure: () => true,
    purge: () => undefined,
    mayWrite: async () => true,
    mayAsk: async () => true,
    compresses: () => true,
    acceptEncodingOf: () => '',
    tokens: [],
    equal: timingSafeEqual,
    assets: async (request) => assetOf(assets, new URL(request.url).pathname),
    publicUrl,
    build: 'preview',
    now: Date.now,
    log: (entry) => console.error(JSON.stringify(entry)),
  })
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
}

function assetOf(folder: string, path: string): Response {
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
  const isInside = file.startsWith(folder + sep)
  if (!isInside || !existsSync(file) || !statSync(file).isFile())
    return new Response(null, { status: 404 })
  const type = types[extname(file)] ?? 'application/octet-stream'
  return new Response(readFileSync(file), { headers: { 'content-type': type } })
}

interface Serving {
  readonly app: App
  readonly draft: Previewed
  readonly origin: string
  readonly listeners: Set<ServerResponse>
}

/** The reader's, like that of a page. */
const languageOf = ({ headers }: IncomingMessage): UiLanguage =>
  negotiatedLanguage(headers['accept-language'] ?? null)

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { app, draft, origin, listeners }: Serving,
): Promise<void> {
  // A site whose name now resolves to this machine must not read a draft (DNS rebinding).
  if (request.headers.host !== new URL(origin).host) {
    response.writeHead(421).end()
    return
  }
  // Nor may another site load parts of it, or guess from how they load (Fetch Metadata, 2.3).
  const site = request.headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') {
    response.writeHead(403).end()
    return
  }
  if (!URL.canParse(request.url ?? '/', origin) || forbiddenMethods.has(request.method ?? '')) {
    response.writeHead(400).end()
    return
  }
  const url = new URL(request.url ?? '/', origin)
  if (url.pathname === changesPath) {
    listen(response, listeners)
    if (url.searchParams.get('since') !== String(draft.version())) tell(response)
    return
  }
  const state = draft.state()
  const isBroken = !state.ok || state.value.document === null
  const served =
    isBroken && request.headers.accept?.includes('text/html') === true
      ? new Response(faultPage(state, languageOf(request)), { status: 422, headers: faultHeaders })
      : await app.fetch(
          new Request(url, { method: request.method ?? 'GET', headers: headersOf(request) }),
        )
  const headers = Object.fromEntries([...served.headers].filter(([name]) => !corsHeaders.has(name)))
  headers['cache-control'] = 'no-store'
  headers['cross-origin-resource-policy'] = 'same-origin'
  const policy = headers['content-security-policy']
  let body: string | Uint8Array = new Uint8Array(await served.arrayBuffer())
  if (headers['content-type'] === pageType && policy !== undefined) {
    headers['content-security-policy'] = policyWithReload(policy, draft.version())
    body = withReload(new TextDecoder().decode(body), draft.version())
  }
  response.writeHead(served.status, headers).end(body)
}

/** Methods that no Request can have (Fetch, 2.2.1). */
const forbiddenMethods: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK'])

/** A published timeline is for every site, a draft for none. */
const corsHeaders: ReadonlySet<string> = new Set([
  'access-control-allow-origin',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-expose-headers',
  'access-control-max-age',
])

const pageType = 'text/html; charset=utf-8'
const faultHeaders = { 'content-type': pageType, 'content-security-policy': faultPolicy }

/** Without conditional headers: the copy in the browser may lack a newer script. */
const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name.startsWith('if-') || value === undefined ? [] : [[name, String(value)]],
    ),
  )

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.flushHeaders()
  listeners.add(response)
  response.once('close', () => listeners.delete(response))
}

const tell = (listener: ServerResponse): void => void listener.write('data: changed\n\n')
