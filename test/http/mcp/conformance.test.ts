// POST /mcp against the clauses of the Model Context Protocol. docs/agents.md lists every title.
import { beforeAll, describe, expect, test } from 'vitest'
import fusha from '../../../data/fusha-2020/timeline.json'
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import {
  ask,
  askLegacy,
  callTool,
  meta,
  modernHeaders,
  modernRequest,
  modernVersion,
  post,
} from '../../support/mcp.ts'
import { createMemoryService, type MemoryService } from '../../support/memory-service.ts'

let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(fusha as TimelineDocument)
})

const errorOf = ({ status, body }: Awaited<ReturnType<typeof post>>) => [status, body?.error?.code]
const list = { timeline: 'fusha-2020' }
const versionKey = 'io.modelcontextprotocol/protocolVersion'
const capabilitiesKey = 'io.modelcontextprotocol/clientCapabilities'

describe('2026-07-28', () => {
  test('Overview, Requests: the id of the request is that of the response, a string or an integer', async () => {
    for (const id of ['a', '', 7, 0, -3]) {
      const { body } = await post(
        service,
        { ...modernRequest('tools/list'), id },
        modernHeaders('tools/list'),
      )
      expect(body?.id).toBe(id)
    }
    for (const id of [null, 1.5, {}, true])
      expect(
        errorOf(
          await post(service, { ...modernRequest('tools/list'), id }, modernHeaders('tools/list')),
        ),
      ).toEqual([400, -32600])
  })

  test('Overview, Result Responses: every result has resultType and says who serves', async () => {
    for (const [method, params] of [
      ['server/discover', {}],
      ['tools/list', {}],
      ['tools/call', { name: 'list_timelines' }],
      ['tools/call', { name: 'find_events', arguments: {} }],
    ] as const) {
      const { status, body } = await ask(service, method, params)
      expect(status).toBe(200)
      expect(body?.result?.['resultType']).toBe('complete')
      expect(body?.result?.['_meta']).toHaveProperty(
        ['io.modelcontextprotocol/serverInfo', 'name'],
        'jishi',
      )
    }
  })

  test('Overview, Error Codes: what is no JSON, and what is no message', async () => {
    for (const body of ['', '{', 'nonsense', '"\u{d800}"'])
      expect(errorOf(await post(service, body))).toEqual([400, -32700])
    for (const body of [
      'null',
      '1',
      '"x"',
      {},
      { jsonrpc: '1.0', id: 1, method: 'ping' },
      { jsonrpc: '2.0', id: 1 },
      { jsonrpc: '2.0', id: 1, method: 5 },
      { jsonrpc: '2.0', id: 1, method: 'ping', params: [] },
    ])
      expect(errorOf(await post(service, body))).toEqual([400, -32600])
  })

  test('Overview, Per-request protocol fields: a request that lacks one is refused with 400 and -32602', async () => {
    const without = (key: string): object => {
      const left = Object.fromEntries(Object.entries(meta).filter(([name]) => name !== key))
      return { jsonrpc: '2.0', id: 1, method: 'tools/list', params: { _meta: left } }
    }
    for (const body of [
      without(capabilitiesKey),
      without(versionKey),
      { jsonrpc: '2.0', id: 1, method: 'tools/list' },
      {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/list',
        params: { _meta: { ...meta, [versionKey]: 5 } },
      },
      {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/list',
        params: { _meta: { ...meta, [capabilitiesKey]: 'x' } },
      },
    ])
      expect(errorOf(await post(service, body, modernHeaders('tools/list')))).toEqual([400, -32602])
    // clientInfo is optional.
    expect(
      (
        await post(
          service,
          without('io.modelcontextprotocol/clientInfo'),
          modernHeaders('tools/list'),
        )
      ).status,
    ).toBe(200)
  })

  test('Versioning, Protocol Version Negotiation: another version is refused with the versions that there are', async () => {
    for (const version of ['1900-01-01', '2027-01-01', '2025-11-25', 'x']) {
      const body = {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/list',
        params: { _meta: { ...meta, [versionKey]: version } },
      }
      const headers = { ...modernHeaders('tools/list'), 'mcp-protocol-version': version }
      const answer = await post(service, body, headers)
      expect(errorOf(answer)).toEqual([400, -32022])
      expect(answer.body?.error?.data).toEqual({ supported: [modernVersion], requested: version })
    }
  })

  test('Discovery: versions, capabilities, instructions, and how long they hold', async () => {
    const { body } = await ask(service, 'server/discover')
    expect(body?.result).toMatchObject({
      supportedVersions: [modernVersion],
      capabilities: { tools: {} },
      ttlMs: 3_600_000,
      cacheScope: 'public',
    })
    expect(body?.result?.['instructions']).toContain('permalink')
  })

  test('Streamable HTTP, Security: any origin may call, but a service on loopback only loopback', async () => {
    const discover = modernRequest('server/discover')
    const from = (origin: string) => ({ ...modernHeaders('server/discover'), origin })
    expect((await post(service, discover, from('https://evil.example'))).status).toBe(200)
    for (const publicUrl of ['http://localhost:8787', 'http://127.0.0.1:8787', 'http://[::1]']) {
      const local = await createMemoryService({ publicUrl })
      const status = async (origin: string) => (await post(local, discover, from(origin))).status
      for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example', 'x'])
        expect([origin, await status(origin)]).toEqual([origin, 403])
      for (const origin of ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:9'])
        expect([origin, await status(origin)]).toEqual([origin, 200])
      expect((await post(local, discover, modernHeaders('server/discover'))).status).toBe(200)
    }
  })

  test('Streamable HTTP, Sending Messages: a notification is taken with 202 and no body', async () => {
    for (const headers of [{}, modernHeaders('notifications/cancelled')]) {
      const answer = await post(
        service,
        { jsonrpc: '2.0', method: 'notifications/cancelled', params: {} },
        headers,
      )
      expect([answer.status, answer.body]).toEqual([202, null])
    }
  })

  test('Streamable HTTP, Sending Messages: the answer is one JSON object, whatever Accept says', async () => {
    for (const accept of ['application/json, text/event-stream', 'text/event-stream', 'text/html'])
      for (const [method, params] of [
        ['tools/list', {}],
        ['tools/call', { name: 'find_events', arguments: list }],
      ] as const) {
        const name = 'name' in params ? params.name : undefined
        const answer = await post(service, modernRequest(method, params), {
          ...modernHeaders(method, name),
          accept,
        })
        expect(answer.headers.get('content-type')).toBe('application/json')
        expect(answer.headers.get('cache-control')).toBe('no-store')
      }
  })

  test('Streamable HTTP, Protocol Version Header: a method that there is not is answered with 404 and -32601', async () => {
    for (const method of [
      'initialize',
      'ping',
      'resources/list',
      'prompts/list',
      'subscriptions/listen',
      'constructor',
      '',
    ])
      expect(errorOf(await ask(service, method))).toEqual([404, -32601])
  })

  test('Streamable HTTP, Server Validation: headers that are missing or differ are refused with 400 and -32020', async () => {
    const body = modernRequest('tools/call', { name: 'list_timelines' })
    const right = modernHeaders('tools/call', 'list_timelines')
    const without = (name: string) =>
      Object.fromEntries(Object.entries(right).filter(([key]) => key !== name))
    for (const headers of [
      {},
      without('mcp-protocol-version'),
      without('mcp-method'),
      without('mcp-name'),
      { ...right, 'mcp-protocol-version': '2025-11-25' },
      { ...right, 'mcp-method': 'tools/list' },
      { ...right, 'mcp-method': 'Tools/Call' },
      { ...right, 'mcp-name': 'get_timeline' },
      { ...right, 'mcp-name': '=?base64?***?=' },
    ])
      expect([headers, ...errorOf(await post(service, body, headers))]).toEqual([
        headers,
        400,
        -32020,
      ])
    const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params: {} }
    expect(errorOf(await post(service, initialize, modernHeaders('initialize')))).toEqual([
      400, -32020,
    ])
  })

  test('Streamable HTTP, Value Encoding: Mcp-Name may be in Base64', async () => {
    const body = modernRequest('tools/call', { name: 'list_timelines' })
    const headers = modernHeaders('tools/call', `=?base64?${btoa('list_timelines')}?=`)
    expect((await post(service, body, headers)).status).toBe(200)
  })

  test('Streamable HTTP, Earlier Revisions: GET and DELETE are 405; ids of sessions and events are ignored', async () => {
    for (const method of ['GET', 'DELETE', 'PUT']) {
      const response = await service.fetch('/mcp', { method })
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
      await response.body?.cancel()
    }
    const answer = await post(service, modernRequest('tools/list'), {
      ...modernHeaders('tools/list'),
      'mcp-session-id': 'x',
      'last-event-id': 'y',
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('mcp-session-id')).toBeNull()
  })

  test('Tools, Listing Tools: the same tools in the same order, with schemas, and how long they hold', async () => {
    const [first, second] = [await ask(service, 'tools/list'), await ask(service, 'tools/list')]
    expect(first.body).toEqual(second.body)
    const tools = first.body?.result?.['tools'] as { name: string; inputSchema: object }[]
    expect(tools.map(({ name }) => name)).toEqual(['list_timelines', 'get_timeline', 'find_events'])
    for (const { inputSchema } of tools) expect(inputSchema).toHaveProperty('type', 'object')
    expect(first.body?.result).toMatchObject({ ttlMs: 3_600_000, cacheScope: 'public' })
    expect(errorOf(await ask(service, 'tools/list', { cursor: 'x' }))).toEqual([200, -32602])
  })

  test('Tools, Error Handling: an unknown tool is an error, a refused argument a result that says how to go on', async () => {
    for (const params of [{ name: 'publish' }, { name: 'constructor' }, {}])
      expect(errorOf(await ask(service, 'tools/call', params))).toEqual([200, -32602])
    for (const given of [[], 'x', 5])
      expect(
        errorOf(await ask(service, 'tools/call', { name: 'find_events', arguments: given })),
      ).toEqual([200, -32602])
    const refused = await callTool(service, 'find_events', { ...list, from: '2020-2-1' })
    expect(refused.isError).toBe(true)
    expect(refused.text).toContain('2020-02-01')
    expect(refused.structuredContent).toBeUndefined()
  })
})

describe('2025-11-25 and before', () => {
  test('JSON-RPC 2.0, 4: members that may be absent may be null', async () => {
    const message = (method: string, params: unknown) => ({ jsonrpc: '2.0', id: 1, method, params })
    for (const body of [
      message('ping', null),
      message('tools/list', null),
      message('tools/list', { cursor: null, _meta: null }),
      message('tools/call', { name: 'list_timelines', arguments: null }),
      message('tools/call', { name: 'find_events', arguments: { ...list, theme: null } }),
    ]) {
      const answered = await post(service, body)
      expect(answered.body?.error).toBeUndefined()
      expect(answered.body?.result?.isError).toBeUndefined()
    }
  })

  test('Lifecycle, Version Negotiation: the version asked for, or else the latest of its era', async () => {
    for (const [asked, told] of [
      ['2025-11-25', '2025-11-25'],
      ['2025-06-18', '2025-06-18'],
      ['2025-03-26', '2025-03-26'],
      ['1900-01-01', '2025-11-25'],
      [modernVersion, '2025-11-25'],
    ]) {
      const answer = await askLegacy(service, 'initialize', { protocolVersion: asked }, {})
      expect(answer.body?.result).toMatchObject({
        protocolVersion: told,
        capabilities: { tools: {} },
        serverInfo: { name: 'jishi' },
      })
      expect(answer.headers.get('mcp-session-id')).toBeNull()
    }
  })

  test('Lifecycle: initialized is taken, ping answered, and no later request needs a session', async () => {
    const initialized = { jsonrpc: '2.0', method: 'notifications/initialized' }
    expect((await post(service, initialized)).status).toBe(202)
    expect((await askLegacy(service, 'ping')).body?.result).toEqual({})
    const called = await askLegacy(service, 'tools/call', { name: 'list_timelines' })
    expect(called.body?.result?.content?.[0]?.text).toContain('fusha-2020')
    expect(called.body?.result).not.toHaveProperty('resultType')
  })

  test('Transports, Protocol Version Header: absent it is 2025-03-26, an unknown one is refused with 400', async () => {
    expect((await askLegacy(service, 'tools/list', {}, {})).status).toBe(200)
    for (const version of ['2025-01-01', 'x', '1'])
      expect(
        (await askLegacy(service, 'tools/list', {}, { 'mcp-protocol-version': version })).status,
      ).toBe(400)
  })

  test('Transports, Sending Messages: a response of the client is taken with 202', async () => {
    expect((await post(service, { jsonrpc: '2.0', id: 1, result: {} })).status).toBe(202)
  })

  test('JSON-RPC 2.0, 5.1: a method that there is not is -32601, within a 200', async () => {
    expect(errorOf(await askLegacy(service, 'server/discover'))).toEqual([200, -32601])
    expect(errorOf(await askLegacy(service, 'resources/list'))).toEqual([200, -32601])
  })

  test('2025-03-26, Batching: answers of a batch in a list; other versions have none, nor modern messages', async () => {
    const request = (id: number, method: string) => ({ jsonrpc: '2.0', id, method, params: {} })
    const note = { jsonrpc: '2.0', method: 'notifications/initialized' }
    const batch = [request(1, 'ping'), note, request(2, 'nonsense')]
    expect((await post(service, batch)).body).toEqual([
      { jsonrpc: '2.0', id: 1, result: {} },
      { jsonrpc: '2.0', id: 2, error: { code: -32601, message: 'Method not found' } },
    ])
    const none = { code: -32600, message: 'Invalid Request: not a message' }
    // JSON-RPC 2.0, 6: what is no message is answered in its place, and the others are served.
    const spoilt = [5, request(1, 'ping'), { ...request(3, 'ping'), jsonrpc: '1.0' }]
    expect((await post(service, spoilt)).body).toEqual([
      { jsonrpc: '2.0', error: none },
      { jsonrpc: '2.0', id: 1, result: {} },
      { jsonrpc: '2.0', id: 3, error: none },
    ])
    expect((await post(service, [note])).status).toBe(202)
    const many = Array.from({ length: 11 }, (_, id) => request(id, 'ping'))
    for (const [body, headers, why] of [
      [[], {}, 'an empty batch'],
      [many, {}, 'more than 10 messages'],
      [batch, { 'mcp-protocol-version': '2025-06-18' }, 'version 2025-06-18 has no batches'],
      [batch, { 'mcp-protocol-version': modernVersion }, 'has no batches'],
      [[modernRequest('tools/list')], {}, 'a message that names its version'],
    ] as const) {
      const answer = await post(service, body, headers)
      expect(errorOf(answer)).toEqual([400, -32600])
      expect(JSON.stringify(answer.body)).toContain(why)
    }
  })
})
