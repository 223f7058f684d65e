// Static files: the released widget, byte by byte and with its types, and what the build makes.
import { expect, test } from 'vitest'
import releases from '../../../src/widget/released/releases.json' with { type: 'json' }
import { readJson, type Host } from './host.ts'

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  ts: 'text/plain; charset=utf-8',
  json: 'application/json',
}

const released = Object.entries(releases).flatMap(([version, files]) =>
  Object.entries(files).map(
    ([name, integrity]) => [`/widget/${version}/${name}`, integrity] as const,
  ),
)

export function filesAreServed(host: Host): void {
  test.each(released)('%s is the released file, for every site and for ever', async (path, sum) => {
    const response = await host().fetch(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(types[path.split('.').at(-1) ?? ''])
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await integrityOf(response)).toBe(sum)
  })

  test('/widget/v1/ is the newest release', async () => {
    const [newest] = released.findLast(([path]) => path.endsWith('/event-timeline.js')) ?? ['']
    const [v1, own] = await Promise.all(
      ['/widget/v1/event-timeline.js', newest].map(async (path) =>
        integrityOf(await host().fetch(path)),
      ),
    )
    expect(v1).toBe(own)
  })

  test('the contract names this service, and so does the reference page', async () => {
    const { openapi, paths } = await readJson<{ openapi: string; paths: object }>(
      host(),
      '/openapi.json',
    )
    expect([openapi.slice(0, 4), Object.keys(paths).length > 30]).toEqual(['3.1.', true])
    const page = await (await host().fetch('/docs?lang=en')).text()
    expect(page).toContain(`curl &#39;${host().publicUrl}/v1/timelines`)
    expect(page).not.toContain('service.invalid')
  })

  test.each([
    '/widget/9.9.9/event-timeline.js',
    '/widget/v1/..%2fmanifest.json',
    '/reference/en.txt',
  ])('there is no %s, nor is a file told from another folder', async (path) => {
    expect((await host().fetch(path)).status).toBe(404)
  })
}

async function integrityOf(response: Response): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', await response.arrayBuffer()))
  return `sha384-${btoa(String.fromCodePoint(...hash))}`
}
