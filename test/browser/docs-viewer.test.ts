// The viewer of the API reference in a browser: it shows the contract and asks nobody else.
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { buildAssets } from '../../src/assets/build.ts'
import { launchChromium } from '../support/chromium.ts'

const root = join(import.meta.dirname, '../..')
const contract = {
  openapi: '3.1.0',
  info: { title: 'A contract', version: '1' },
  paths: {
    '/v1/things': { get: { summary: 'All things', responses: { 200: { description: 'ok' } } } },
  },
}
// As strict as what the service sends with /docs.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"

const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', html: 'text/html' }
const server = createServer((request, response) => {
  const path = request.url === '/docs' ? '/docs-viewer/index.html' : (request.url ?? '')
  if (path === '/openapi.json') response.end(JSON.stringify(contract))
  else {
    const type = types[path.split('.').at(-1) ?? ''] ?? 'text/plain'
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy })
    response.end(readFileSync(join(root, '.assets', path)))
  }
})

describe.skipIf('missing' in inject('chromium'))('the viewer of the API reference', () => {
  let origin = ''

  beforeAll(async () => {
    buildAssets(root)
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  test('shows every operation under a strict policy, without a request to others', async () => {
    const browser = await launchChromium()
    const page = await browser.newPage()
    const requests: string[] = []
    const faults: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`${origin}/docs`)
    await page.getByText('All things').waitFor()
    await page.waitForLoadState('networkidle')
    await browser.close()

    expect(requests).toContain(`${origin}/openapi.json`)
    const others = requests.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))
    expect(others).toEqual([])
    expect(faults).toEqual([])
  })
})
