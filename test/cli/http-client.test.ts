import { expect, onTestFinished, test } from 'vitest'
import type { ServiceOptions } from '../../src/cli/service/http-call.ts'
import { createServiceClient, type ServiceClient } from '../../src/cli/service/http-client.ts'
import {
  problem,
  startFakeService,
  type FakeOptions,
  type FakeService,
} from '../support/fake-service.ts'
import { patience } from '../support/patience.ts'

let service: FakeService

async function clientOf(
  options: FakeOptions,
  more: Pick<ServiceOptions, 'onPause' | 'signal'> = {},
): Promise<ServiceClient> {
  service = await startFakeService(options)
  const { origin, close } = service
  onTestFinished(close)
  return createServiceClient({ origin, token: 'secret', timeout: patience.wait, ...more })
}

const document = { formatVersion: 1, id: 'a', events: [] }

test('reads every part of the list of timelines, from the service that it was given alone', async () => {
  const part = (id: string, links: object) => JSON.stringify({ timelines: [{ id }], links })
  const client = await clientOf({
    refuse: (request, response) => {
      const isFirst = request.url === '/v1/timelines'
      const next = 'https://elsewhere.example/v1/timelines?cursor=x'
      response.end(isFirst ? part('a', { next }) : part('b', { next }))
      return true
    },
  })
  expect(await client.timelines()).toEqual({ ok: true, value: ['a', 'b'] })
  expect(service.calls).toEqual([
    'GET /v1/timelines',
    'GET /v1/timelines?cursor=x',
    'GET /v1/timelines?cursor=x',
  ])
})

test('knows no edition of a timeline that was never published', async () => {
  const client = await clientOf({})
  expect(await client.edition('a')).toEqual({ ok: true, value: null })
})

test('publishes the first edition only where there is none', async () => {
  const client = await clientOf({ token: 'secret' })
  const published = await client.publish({ timeline: 'a', document, base: null })
  expect(published).toMatchObject({ ok: true, value: { status: 201, edition: 1 } })
  expect(service.calls).toEqual(['PUT /v1/timelines/a *'])
})

test('publishes the next edition over the one it names', async () => {
  const client = await clientOf({ editions: new Map([['a', { number: 7, digest: 'x' }]]) })
  const published = await client.publish({ timeline: 'a', document, base: 7 })
  expect(published).toMatchObject({ ok: true, value: { status: 200, edition: 8 } })
  expect(service.calls).toEqual(['PUT /v1/timelines/a "7"'])
})

test('asks for a dry run in the query string', async () => {
  const client = await clientOf({})
  await client.publish({ timeline: 'a', document, base: null, dryRun: true })
  expect(service.calls).toEqual(['PUT /v1/timelines/a?dryRun=true *'])
})

test('tells the pointers and reasons of a problem document', async () => {
  const errors = [{ pointer: '/events/0/date', detail: 'must be EDTF' }, { detail: 'too small' }]
  const refuse: FakeOptions['refuse'] = (_, response) =>
    problem(response, 422, { title: 'Invalid timeline', detail: '2 faults', errors })
  const client = await clientOf({ refuse })
  expect(await client.publish({ timeline: 'a', document, base: null })).toMatchObject({
    ok: false,
    failure: {
      status: 422,
      title: 'Invalid timeline',
      detail: '2 faults',
      faults: [
        { at: '/events/0/date', detail: 'must be EDTF' },
        { at: '', detail: 'too small' },
      ],
    },
  })
})

test('repeats after 503 as often as it takes, and waits as long as it is told', async () => {
  let refusals = 2
  const refuse: FakeOptions['refuse'] = (_, response) =>
    refusals-- > 0 && problem(response, 503, { title: 'Unavailable' }, { 'retry-after': '0' })
  const client = await clientOf({ refuse })
  const published = await client.publish({ timeline: 'a', document, base: null })
  expect(published).toMatchObject({ ok: true, value: { edition: 1 } })
  expect(service.calls).toHaveLength(3)
})

test('waits longer and longer where it is told no pause, or one that has passed', async () => {
  const asked = ['0', '-5', new Date(0).toUTCString()]
  const pauses: number[] = []
  const refuse: FakeOptions['refuse'] = (_, response) => {
    const next = asked.shift()
    return (
      next !== undefined &&
      problem(response, 503, { title: 'Unavailable' }, { 'retry-after': next })
    )
  }
  const client = await clientOf({ refuse }, { onPause: (_, pause) => pauses.push(pause) })
  expect(await client.edition('a')).toMatchObject({ ok: true })
  expect(pauses).toEqual([200, 400, 800])
})

test('waits until the instant that it is told', async () => {
  let refusals = 1
  const pauses: number[] = []
  const refuse: FakeOptions['refuse'] = (_, response) =>
    refusals-- > 0 &&
    problem(
      response,
      503,
      { title: 'Unavailable' },
      { 'retry-after': new Date(Date.now() + 3_000).toUTCString() },
    )
  const client = await clientOf({ refuse }, { onPause: (_, pause) => pauses.push(pause) })
  await client.edition('a')
  expect(pauses).toHaveLength(1)
  expect(pauses[0]).toBeGreaterThan(1_000)
})

test('gives up on 503 when it is told to wait beyond its patience', async () => {
  const waits = ['0', String(2 * patience.wait)]
  const refuse: FakeOptions['refuse'] = (_, response) =>
    problem(response, 503, { title: 'Unavailable' }, { 'retry-after': waits.shift() ?? '0' })
  const client = await clientOf({ refuse })
  expect(await client.edition('a')).toMatchObject({ ok: false, failure: { status: 503 } })
  expect(service.calls).toHaveLength(2)
})

test('does not repeat a refusal that no repetition mends', async () => {
  const refuse: FakeOptions['refuse'] = (_, response) =>
    problem(response, 412, { title: 'Precondition failed' })
  const client = await clientOf({ refuse })
  expect(await client.publish({ timeline: 'a', document, base: 1 })).toMatchObject({
    ok: false,
    failure: { status: 412 },
  })
  expect(service.calls).toHaveLength(1)
})

test('says so when an answer is not of the service', async () => {
  const client = await clientOf({
    refuse: (_, response) => {
      response.end('<html>captive portal</html>')
      return true
    },
  })
  expect(await client.edition('a')).toMatchObject({ ok: false, failure: { status: 200 } })
})

test('answers 0 for the health of a service that is not there', async () => {
  const once = 0
  const client = createServiceClient({ origin: 'http://localhost:1', timeout: once })
  expect(await client.health()).toBe(0)
  expect(await client.edition('a')).toMatchObject({ ok: false, failure: { status: 0 } })
})

test('sends no write and no token after a redirect [fault B16]', async () => {
  const elsewhere = await startFakeService()
  const client = await clientOf({
    refuse: ({ url }, response) => {
      response.writeHead(307, { location: `${elsewhere.origin}${url}` }).end()
      return true
    },
  })
  expect(await client.publish({ timeline: 'a', document, base: null })).toMatchObject({
    ok: false,
    failure: { status: 307, detail: expect.stringContaining(elsewhere.origin) },
  })
  expect(elsewhere.calls).toEqual([])
  await elsewhere.close()
})

test('reads no answer without an end [fault B16]', async () => {
  const megabyte = ' '.repeat(1_048_576)
  let sent = 0
  const client = await clientOf({
    refuse: (_, response) => {
      const more = (): void => {
        for (let open = true; open && !response.destroyed; sent++) open = response.write(megabyte)
      }
      response.on('drain', more)
      more()
      return true
    },
  })
  expect(await client.edition('a')).toMatchObject({
    ok: false,
    failure: { status: 200, detail: expect.stringContaining('bytes') },
  })
  expect(sent).toBeLessThan(200)
})

test('says that a connection broke off, and not by which code of a library', async () => {
  const breaking: FakeOptions = {
    refuse: (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
      response.write('{"a":', () => response.destroy())
      return true
    },
  }
  const stop = new AbortController()
  const told: unknown[] = []
  const onPause: ServiceOptions['onPause'] = ({ detail }) => {
    told.push(detail)
    stop.abort()
  }
  const client = await clientOf(breaking, { onPause, signal: stop.signal })
  await client.keptEdition('a', 1)
  expect(told).toEqual(['the connection broke off'])
})
