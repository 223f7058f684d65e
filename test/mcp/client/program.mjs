// Asks the service at an address what happened in Fusha in early February, with the official clients of
// both eras: `node program.mjs http://localhost:8787`. Throws where an answer is not what it must be.
import assert from 'node:assert/strict'
import * as modern from '@modelcontextprotocol/client'
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport as LegacyTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

const address = new URL('/mcp', process.argv[2])
const info = { name: 'oracle', version: '1.0.0' }

const modernClient = (mode) => ({
  client: new modern.Client(info, { versionNegotiation: { mode } }),
  transport: new modern.StreamableHTTPClientTransport(address),
})

const clients = {
  'client 2.4.0, negotiating': () => modernClient('auto'),
  'client 2.4.0, pinned to 2026-07-28': () => modernClient({ pin: '2026-07-28' }),
  'client 2.4.0, legacy': () => modernClient('legacy'),
  'sdk 1.32.2': () => ({
    client: new LegacyClient(info),
    transport: new LegacyTransport(address),
  }),
}

for (const [title, create] of Object.entries(clients)) {
  const { client, transport } = create()
  await client.connect(transport)
  const { tools } = await client.listTools()
  assert.deepEqual(
    tools.map(({ name }) => name),
    ['list_timelines', 'get_timeline', 'find_events'],
  )
  const call = (name, given) => client.callTool({ name, arguments: given })
  const timelines = await call('list_timelines', {})
  assert.equal(timelines.structuredContent.timelines[0].id, 'fusha-2020')
  const timeline = await call('get_timeline', { timeline: 'fusha-2020', lang: 'en' })
  assert.ok(timeline.content[0].text.includes('`zhu-yuchen`'))
  const found = await call('find_events', {
    timeline: 'fusha-2020',
    from: '2020-02-01',
    to: '2020-02-10',
    lang: 'en',
  })
  const { surely, possibly, undated, totals } = found.structuredContent
  assert.deepEqual([surely.length, possibly.length, undated.length, totals.setAside], [3, 6, 0, 10])
  assert.ok(found.content[0].text.includes('between 1 and 10 February 2020 (2月上旬)'))
  const refused = await call('find_events', { timeline: 'fusha-2020', from: '2020-2-1' })
  assert.equal(refused.isError, true)
  await assert.rejects(() => call('publish', {}))
  const version = client.getNegotiatedProtocolVersion?.() ?? ''
  await client.close()
  console.log(
    `${title}${version && `, ${version}`}: ${tools.length} tools; ${surely.length} events surely, ${possibly.length} possibly, ${totals.setAside} set aside`,
  )
}
