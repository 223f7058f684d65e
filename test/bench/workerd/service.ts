// Our service under plain workerd, over a key-value store of its own, with one timeline published.
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import { compatibilityDate, serve, type Serving } from './serve.ts'

/** The service from its bundle in a folder, with a document published. */
export async function servePublished(path: string, document: TimelineDocument): Promise<Serving> {
  const token = randomBytes(24).toString('hex')
  const sha256 = createHash('sha256').update(token).digest('hex')
  const tokens = [{ name: 'bench', sha256, timelines: ['*'] }]
  mkdirSync(join(path, 'objects'))
  writeFileSync(
    join(path, 'key-values.js'),
    readFileSync(join(import.meta.dirname, 'key-values.js')),
  )
  writeFileSync(join(path, 'tokens.json'), JSON.stringify(tokens))
  const service = await serve({
    folder: path,
    worker: `
      bindings = [
        (name = "TIMELINES", kvNamespace = "kv"),
        (name = "PUBLISHER", durableObjectNamespace = "Publisher"),
        (name = "REGISTRY", durableObjectNamespace = "Registry"),
        (name = "ASSETS", service = "kv"),
        (name = "PUBLIC_URL", text = "https://timelines.example"),
        (name = "PUBLISH_TOKENS", text = embed "tokens.json"),
      ],
      durableObjectNamespaces = [
        (className = "Publisher", uniqueKey = "publisher", enableSql = true),
        (className = "Registry", uniqueKey = "registry", enableSql = true),
      ],
      durableObjectStorage = (localDisk = "objects"),`,
    services: `
    (name = "objects", disk = (path = "${join(path, 'objects')}", writable = true)),
    (name = "kv", worker = (
      compatibilityDate = "${compatibilityDate()}",
      modules = [(name = "key-values.js", esModule = embed "key-values.js")],
    )),`,
  })
  const published = await fetch(`${service.origin}/v1/timelines/${document.id}`, {
    method: 'PUT',
    body: JSON.stringify(document),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-forwarded-proto': 'https',
      'if-none-match': '*',
    },
  })
  const report = await published.text()
  if (published.status !== 201)
    throw new Error(`publishing answered ${published.status}: ${report}`)
  return service
}
