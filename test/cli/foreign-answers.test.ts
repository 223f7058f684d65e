// An answer of a proxy, a firewall or a wrong address is no verdict of the service: a timeline is not absent,
// a token not wrong, and no first edition is sent.
import type { IncomingMessage } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { document } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { listenOnLoopback } from '../support/loopback.ts'
import { startRealService } from '../support/real-service.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jishi-foreign-'))
  await writeFile(join(folder, 'timeline.json'), JSON.stringify(document({ id: 'town-2020' })))
})
afterAll(() => rm(folder, { recursive: true }))

let close: (() => Promise<void>) | undefined
afterEach(() => close?.())

const page = '<!doctype html><title>Sign in</title>'
/** That of another service, which has problems, too. */
const otherProblem = JSON.stringify({
  type: 'https://tools.ietf.org/html/rfc9110#section-15.5.5',
  title: 'Not Found',
})

async function stranger(status: number, body: string) {
  const calls: string[] = []
  const listening = await listenOnLoopback(({ method, headers }: IncomingMessage, response) => {
    calls.push(`${method}${headers.authorization === undefined ? '' : ' with a token'}`)
    response.writeHead(status, { 'content-type': 'text/html' }).end(body)
  })
  close = listening.close
  return { calls, origin: listening.origin, close: listening.close }
}

const question = 'Does something else stand at this address'

const commands: readonly (readonly string[])[] = [
  ['pull', 'town-2020'],
  ['pull', '--all', 'kept'],
  ['editions', 'town-2020'],
  ['diff', 'town-2020'],
  ['rollback', 'town-2020', '1', '--yes'],
  ['delete', 'town-2020', '--yes'],
  ['publish', '--yes'],
  ['publish', '--dry-run'],
]

const argvOf = ([name = '', ...others]: readonly string[]): string[] =>
  name === 'publish' ? [name, folder, ...others] : [name, ...others]

describe.each([
  [200, page],
  [401, page],
  [403, page],
  [404, page],
  [404, otherProblem],
  [410, page],
  [412, page],
  [422, page],
  [502, page],
] as const)('%i, with a body that is not of the service: %s', (status, body) => {
  it.each(commands)('%s %s ends with 4, and sends no token', async (...command) => {
    const { origin, calls } = await stranger(status, body)
    const { code, stderr } = await jishi(argvOf(command), { JISHI_URL: origin })
    expect({ code, stderr }).toMatchObject({ code: 4 })
    expect(stderr).toContain(question)
    expect(stderr).toContain(`answered ${status} in a form`)
    expect(new Set(calls)).toEqual(new Set(['GET']))
  })
})

it.each([
  ['publish', 404],
  ['publish', 200],
  ['delete', 200],
  ['delete', 302],
] as const)(
  '%s ends with 4 where only its write is answered by a stranger: %i',
  async (name, status) => {
    const service = await startRealService()
    ;({ close } = service)
    const variables = { JISHI_URL: service.origin }
    const publish = ['publish', folder, '--yes']
    if (name === 'delete') await jishi(publish, variables)
    service.gate = (request, response) => {
      if (request.method === 'GET') return false
      response.writeHead(status, { location: '/sign-in' }).end(page)
      return true
    }
    const argv = name === 'publish' ? publish : ['delete', 'town-2020', '--yes']
    const { code, stdout, stderr } = await jishi(argv, variables)
    expect({ code, stderr }).toMatchObject({ code: 4 })
    expect(stderr).toContain(question)
    expect(stdout).not.toContain('is taken down.')
  },
)

const ofService = JSON.stringify({
  type: 'https://other.example/problems/not-found',
  title: 'There is no such thing',
})

describe.each([
  [200, page],
  [401, ofService],
  [404, ofService],
  [503, page],
] as const)('a read that is redirected to a host that answers %i', (status, body) => {
  it.each(commands)(
    '%s %s tells the redirect, and no failure of the service',
    async (...command) => {
      const other = await stranger(status, body)
      const { close: closeOther } = other
      const service = await listenOnLoopback(({ url }, response) => {
        response.writeHead(302, { location: `${other.origin}${url}` }).end()
      })
      close = async () => void (await Promise.all([closeOther(), service.close()]))
      const { code, stderr } = await jishi(argvOf(command), { JISHI_URL: service.origin })
      expect({ code, stderr }).toMatchObject({ code: 4 })
      expect(stderr).toContain(`302 The service is at another address: it answered 302`)
      expect(stderr).toContain(other.origin)
      expect(stderr).toContain(question)
      expect(other.calls.every((call) => call === 'GET')).toBe(true)
    },
  )
})

it('follows a redirect to a host that is the service, and tells one that leads nowhere', async () => {
  const real = await startRealService()
  const to = { origin: real.origin }
  const service = await listenOnLoopback(({ url }, response) => {
    response.writeHead(307, { location: `${to.origin}${url}` }).end()
  })
  close = async () => void (await Promise.all([real.close(), service.close()]))
  await jishi(['publish', folder, '--yes'], { JISHI_URL: real.origin })
  const pull = () => jishi(['pull', 'town-2020'], { JISHI_URL: service.origin })
  expect(JSON.parse((await pull()).stdout)).toMatchObject({ id: 'town-2020' })
  to.origin = 'http://localhost:1'
  const { code, stderr } = await pull()
  expect(code).toBe(4)
  expect(stderr).toContain('with Location "http://localhost:1/')
  expect(stderr).not.toContain('The service does not answer')
})
