// The contract on the service in memory: the quickest host, and the smallest model of an adapter. A
// restart leaves what was under way to the end of it, as a second process beside the first would.
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { buildAssets } from '../../src/assets/build.ts'
import { createMemoryService, createMemoryStorage, publicUrl } from '../support/memory-service.ts'
import { describeHost } from './contract/contract.ts'

const root = join(import.meta.dirname, '../..')

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
}

function assetOf(path: string): Response {
  const file = join(root, '.assets', path.endsWith('/') ? `${path}index.html` : path)
  if (!existsSync(file)) return new Response(null, { status: 404 })
  const type = types[extname(file)] ?? 'application/octet-stream'
  return new Response(readFileSync(file), { headers: { 'content-type': type } })
}

describeHost('memory', async () => {
  buildAssets(root)
  const storage = createMemoryStorage()
  const assets = async ({ url }: Request) => assetOf(new URL(url).pathname)
  let service = await createMemoryService({ storage, assets })
  return {
    publicUrl,
    token: 'editor-token',
    fetch(path, init) {
      // Later, so that readers ask the store again.
      service.clock.now += 10_000
      return service.fetch(path, init)
    },
    async restart() {
      const { clock } = service
      service = await createMemoryService({ storage, assets })
      service.clock.now = clock.now
    },
    stop: async () => undefined,
  }
})
