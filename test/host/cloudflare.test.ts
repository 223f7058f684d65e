// The contract on Cloudflare's host: `wrangler dev` with the bindings of wrangler.toml, ended without
// warning and started again over the same folder.
import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { freePort } from '../../src/cli/dev/port.ts'
import { launchServer } from '../../src/cli/dev/server.ts'
import { writeSecrets } from '../../src/cli/dev/token.ts'
import { patience } from '../support/patience.ts'
import { describeHost } from './contract/contract.ts'
import type { RunningHost } from './contract/host.ts'

const root = join(import.meta.dirname, '../..')

describeHost('Cloudflare', async (): Promise<RunningHost> => {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-host-'))
  const token = `jishi_${randomBytes(32).toString('base64url')}`
  const port = await freePort(0)
  const secrets = await writeSecrets(folder, token, port)
  appendFileSync(secrets, 'PUBLISH_INTERVAL=0\n')
  const launch = () =>
    launchServer({
      root,
      wrangler: join(root, 'node_modules/wrangler/bin/wrangler.js'),
      port,
      secrets,
      state: join(folder, 'state'),
    })
  const publicUrl = `http://localhost:${port}`
  let writers = 0
  const ask = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    // Each write from another address, so that the limit of writes is not met.
    headers.set('cf-connecting-ip', `2001:db8::${(++writers).toString(16)}`)
    return fetch(publicUrl + path, { ...init, headers, redirect: 'manual' })
  }
  const untilUp = () =>
    vi.waitFor(
      async () => {
        if (!(await ask('/health')).ok) throw new Error('the service does not come up')
      },
      { timeout: patience.wait },
    )
  let server = launch()
  await untilUp()
  return {
    publicUrl,
    token,
    fetch: ask,
    async restart() {
      server.kill()
      await server.ended
      server = launch()
      await untilUp()
    },
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
})
