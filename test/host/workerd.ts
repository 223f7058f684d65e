// The Worker in a plain workerd of its own, over a KV in this process. Tests inside workerd cannot
// stand for that: their plugin lets no request go on with what another has read.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { build } from 'esbuild'
import { root, serve, type Served, type Serving } from '../bench/workerd/serve.ts'

const token = 'editor-token'

export interface Deployment {
  /** The values of KV, by key, which anybody may harm. */
  readonly stored: Map<string, Stored>
  /** What a read finds: by default what is stored. */
  lookUp: (key: string) => Stored | undefined
  /** What a read of KV waits for before it is answered. */
  hold: (key: string) => Promise<unknown>
  /**
   * Goes on in a new process: its isolate has seen nothing, objects and KV are as they were.
   */
  restart(how?: Pick<Served, 'v8Flags' | 'isInspected'>): Promise<Serving>
  close(): Promise<void>
}

/** Publishes the edition after `base`, 0 for none, and waits until it is visible. */
export async function publish(
  { origin }: Serving,
  document: TimelineDocument,
  base: number,
): Promise<void> {
  const answer = await fetch(`${origin}/v1/timelines/${document.id}`, {
    method: 'PUT',
    body: JSON.stringify(document),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-forwarded-proto': 'https',
      ...(base === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${base}"` }),
    },
  })
  const text = await answer.text()
  if (!text.includes('"visible":true')) throw new Error(`${answer.status} ${text}`)
}

/** `publicUrl` is the address that the service believes in; with http it takes writes without TLS. */
export async function deploy(publicUrl = 'https://timelines.example'): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-host-'))
  const objects = join(folder, 'objects')
  mkdirSync(objects)
  const settings = readFileSync(join(root, 'wrangler.toml'), 'utf8')
  await build({
    entryPoints: [join(root, /^main = "(.+)"$/m.exec(settings)?.[1] ?? '')],
    outfile: join(folder, 'worker.js'),
    bundle: true,
    format: 'esm',
    external: ['cloudflare:*'],
  })
  const sha256 = createHash('sha256').update(token).digest('hex')
  writeFileSync(
    join(folder, 'tokens.json'),
    JSON.stringify([{ name: 'editor', sha256, timelines: ['*'] }]),
  )
  let running: Serving | undefined
  const stored = new Map<string, Stored>()
  const kv = createServer((request, response) => void serveKey(request, response, deployment))
  kv.listen(0, '127.0.0.1')
  await once(kv, 'listening')
  const { port } = kv.address() as AddressInfo
  const deployment: Deployment = {
    stored,
    lookUp: (key) => stored.get(key),
    hold: async () => undefined,
    async restart(how = {}) {
      await running?.stop()
      const services = `
        (name = "kv", external = (address = "127.0.0.1:${port}", http = ())),
        (name = "objects", disk = (path = "${objects}", writable = true)),`
      running = await serve({ folder, worker: workerWith(publicUrl), services, ...how })
      return running
    },
    async close() {
      await running?.stop()
      kv.closeAllConnections()
      kv.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return deployment
}

const workerWith = (publicUrl: string): string => `
  bindings = [
    (name = "TIMELINES", kvNamespace = "kv"),
    (name = "PUBLISHER", durableObjectNamespace = "Publisher"),
    (name = "REGISTRY", durableObjectNamespace = "Registry"),
    (name = "ASSETS", service = "kv"),
    (name = "PUBLIC_URL", text = "${publicUrl}"),
    (name = "PUBLISH_INTERVAL", text = "0"),
    (name = "PUBLISH_TOKENS", text = embed "tokens.json"),
  ],
  durableObjectNamespaces = [
    (className = "Publisher", uniqueKey = "publisher", enableSql = true),
    (className = "Registry", uniqueKey = "registry", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "objects"),`

/** A value of KV, with the header that carries its metadata. */
export interface Stored {
  readonly value: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** Workers KV as plain workerd asks for it: GET, PUT and DELETE of http://host/key, several by a POST. */
async function serveKey(
  request: IncomingMessage,
  response: ServerResponse,
  deployment: Deployment,
): Promise<void> {
  const { stored } = deployment
  const key = decodeURIComponent(new URL(request.url ?? '/', 'http://kv').pathname.slice(1))
  if (request.method === 'PUT') {
    const metadata = request.headers['cf-kv-metadata']
    const headers = typeof metadata === 'string' ? { 'cf-kv-metadata': metadata } : {}
    stored.set(key, { value: await buffer(request), headers })
  } else if (request.method === 'DELETE') stored.delete(key)
  else if (request.method === 'POST') {
    const { keys } = JSON.parse((await buffer(request)).toString()) as { keys: string[] }
    await Promise.all(keys.map((one) => deployment.hold(one)))
    const values = keys.map((one) => [one, deployment.lookUp(one)?.value.toString() ?? null])
    response.write(JSON.stringify(Object.fromEntries(values)))
  } else {
    await deployment.hold(key)
    const found = deployment.lookUp(key)
    response.writeHead(found === undefined ? 404 : 200, found?.headers)
    response.write(found?.value ?? '')
  }
  response.end()
}
