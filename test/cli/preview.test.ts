import { createHash } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDraft } from '../../src/cli/preview/draft.ts'
import { policyWithReload } from '../../src/cli/preview/reload.ts'
import { startPreview, type Preview } from '../../src/cli/preview/server.ts'
import { sourceFolder } from '../../src/cli/document/source-texts.ts'
import { document, event, sourceText } from '../support/document.ts'
import { ownFolder } from '../support/own.ts'
import { startJishi } from '../support/jishi.ts'

let folder = ''
let preview: Preview | undefined
let changes = 0

beforeEach(() => {
  folder = ownFolder()
  changes = 0
})

afterEach(async () => {
  await preview?.close()
  preview = undefined
})

/** Writes the draft as editors do: another file takes the place of the old one. */
function save(content: unknown): string {
  const path = join(folder, 'timeline.json')
  writeFileSync(`${path}.new`, typeof content === 'string' ? content : JSON.stringify(content))
  renameSync(`${path}.new`, path)
  return path
}

async function open(content: unknown = document()): Promise<Preview> {
  const path = save(content)
  const draft = await openDraft(path, [])
  const onChange = () => void changes++
  const folders = [sourceFolder(path)]
  preview = await startPreview({ draft, files: [path], folders, port: 0, assets: folder, onChange })
  return preview
}

const page = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${preview!.origin}${path}`, { headers: { accept: 'text/html', ...headers } })

/** Whether saving is one change or two depends on the system and on its haste: what is served counts. */
const text = async (path: string): Promise<string> => (await page(path)).text()

const titled = (title: string) => document({ events: [event({ title })] })

test('a draft is served as the service would: pages, feeds, API', async () => {
  await open()
  const shown = await page('/timelines/town-2020?lang=en')
  expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await shown.text()).toContain('Party branches are formed')
  expect(await (await page('/')).text()).toContain('/timelines/town-2020')
  const feed = await fetch(`${preview!.origin}/v1/timelines/town-2020/events.ics`)
  expect(await feed.text()).toContain('BEGIN:VEVENT')
  expect((await page('/timelines/town-2020/editions')).status).toBe(200)
})

test('a page hears that the draft was saved, and then shows it', async () => {
  await open()
  const stream = await fetch(`${preview!.origin}/preview-changes?since=1`)
  const reader = stream.body!.getReader()
  save(titled('Anders'))
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: changed\n\n')
  await reader.cancel()
  expect(await (await page('/timelines/town-2020')).text()).toContain('Anders')
})

test('a page hears that the file was saved to which a link leads', async () => {
  mkdirSync(join(folder, 'elsewhere'))
  const target = join(folder, 'elsewhere/town.json')
  const path = join(folder, 'timeline.json')
  writeFileSync(target, JSON.stringify(document()))
  symlinkSync(target, path)
  const draft = await openDraft(path, [])
  const onChange = () => undefined
  preview = await startPreview({ draft, files: [path], port: 0, assets: folder, onChange })
  const stream = await fetch(`${preview.origin}/preview-changes?since=1`)
  const reader = stream.body!.getReader()
  writeFileSync(target, JSON.stringify(titled('Anders')))
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: changed\n\n')
  await reader.cancel()
})

test('a text beside the draft is looked into when it comes and when it changes [fault 9.3]', async () => {
  await open()
  const status = async () => (await page('/timelines/town-2020')).status
  mkdirSync(join(folder, 'sources'))
  writeFileSync(join(folder, 'sources/town-news.txt'), sourceText.replace('19个', '91个'))
  await expect.poll(status).toBe(422)
  expect(await text('/timelines/town-2020')).toContain('digits-differ')
  writeFileSync(join(folder, 'sources/town-news.txt'), sourceText)
  await expect.poll(status).toBe(200)
  rmSync(join(folder, 'sources'), { recursive: true })
  expect(await status()).toBe(200)
})

test('a page that was loaded before the draft was saved hears so at once', async () => {
  await open()
  save(titled('Anders'))
  await expect.poll(() => changes).toBeGreaterThan(0)
  const reader = (await fetch(`${preview!.origin}/preview-changes?since=1`)).body!.getReader()
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('changed')
  await reader.cancel()
})

test('the reloading script is the only one that the policy of the page takes besides its own', async () => {
  await open()
  const shown = await page('/timelines/town-2020')
  const policy = shown.headers.get('content-security-policy') ?? ''
  const script = /<script>(new EventSource[^<]*)<\/script><\/body>/.exec(await shown.text())?.[1]
  const hash = createHash('sha256')
    .update(script ?? '')
    .digest('base64')
  expect(policy).toContain(`'sha256-${hash}'`)
  expect(policy).toContain("connect-src 'self'")
  expect(policy).not.toContain('unsafe')
})

test('a draft with faults shows them, and the pages come back when they are mended', async () => {
  await open(titled('<b>Anders</b>'))
  save({ ...document({ events: [event({ themes: ['nix'] })] }), '<b>': 1 })
  const status = async () => (await page('/timelines/town-2020')).status
  await expect.poll(status).toBe(422)
  const broken = await text('/timelines/town-2020')
  expect(broken).toContain('/events/0/themes/0 (branches-formed) unknown-theme')
  expect(broken).toContain('&#60;b&#62;')
  expect(broken).not.toContain('<b>')
  expect(broken).toContain('new EventSource')
  // What a calendar has subscribed to is served on.
  expect((await fetch(`${preview!.origin}/v1/timelines/town-2020/events.ics`)).status).toBe(200)
  save('{ not json')
  await expect.poll(() => text('/')).toContain('malformed-json')
  save(document())
  await expect.poll(status).toBe(200)
})

test('takes no writes, and no calls under another name of this machine', async () => {
  await open()
  const written = await fetch(`${preview!.origin}/v1/timelines/town-2020`, { method: 'PUT' })
  expect(written.status).toBe(401)
  const rebound = await new Promise<number>((resolve) => {
    const headers = { host: 'evil.example' }
    request(`${preview!.origin}/`, { headers }, (answer) => resolve(answer.statusCode ?? 0)).end()
  })
  expect(rebound).toBe(421)
})

/** The status of a request that fetch cannot send. */
const statusOf = (path: string, method: string, headers: Record<string, string> = {}) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port, host } = new URL(preview!.origin)
    request({ hostname, port, path, method, headers: { host, ...headers } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

test('no other site reads a draft [fault B7]', async () => {
  await open()
  for (const path of ['/', '/v1/timelines/town-2020', '/v1/timelines/none', '/preview-changes']) {
    for (const site of ['cross-site', 'same-site'])
      expect(await statusOf(path, 'GET', { 'sec-fetch-site': site })).toBe(403)
  }
  for (const [method, path] of [
    ['GET', '/v1/timelines/town-2020'],
    ['OPTIONS', '/v1/timelines/town-2020'],
    ['GET', '/v1/timelines/none'],
  ] as const) {
    const { headers } = await fetch(preview!.origin + path, { method })
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})

test('odd requests are refused, and the preview stays [fault B7]', async () => {
  await open()
  expect(await statusOf('//', 'GET')).toBe(400)
  expect(await statusOf('/', 'TRACE')).toBe(400)
  expect(await statusOf('http://[', 'GET')).toBe(400)
  expect((await page('/')).status).toBe(200)
})

test('serves no file outside of the static ones', async () => {
  await open()
  writeFileSync(join(folder, 'x.js'), 'x')
  for (const path of ['/widget/v1/..%2f..%2f..%2fetc%2fpasswd', '/widget/v1/none.js'])
    expect((await fetch(preview!.origin + path)).status).toBe(404)
})

test('keeps what a policy allows', () => {
  expect(policyWithReload("default-src 'none'; connect-src 'none'; img-src data:", 1)).toMatch(
    /^default-src 'none'; connect-src 'self'; img-src data:; script-src 'sha256-[^ ]+'$/,
  )
})

test('jishi preview prints its address, and ends with 0 by its signal', async () => {
  const { child, ended } = startJishi(['preview', save(document()), '--port', '0'])
  const address = await new Promise<string>((resolve) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
  })
  expect(address).toMatch(/^http:\/\/localhost:\d+\/timelines\/town-2020$/)
  expect((await fetch(address)).status).toBe(200)
  child.kill('SIGTERM')
  expect((await ended).code).toBe(0)
})

test('a port that is taken is told with the one in its place', async () => {
  await open()
  const { port } = new URL(preview!.origin)
  const { child, ended } = startJishi(['preview', folder, '--port', port, '--json'])
  child.stdout!.once('data', () => child.kill('SIGINT'))
  const { code, stderr, stdout } = await ended
  const [line = ''] = stdout.split('\n')
  const other = new URL((JSON.parse(line) as { url: string }).url).port
  expect({ code, stderr }).toEqual({ code: 0, stderr: `port ${port} is taken, using ${other}\n` })
})
