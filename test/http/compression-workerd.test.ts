// Content coding where the service runs: what says that it is compressed is.
import { expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { compressesType } from '../../src/host/cloudflare/compression.ts'
import { get, publish } from '../support/service.ts'

test('the runtime sends what it says, in fewer octets', async () => {
  await publish(fusha as unknown as TimelineDocument)
  const base = '/v1/timelines/fusha-2020'
  const ours = formats.filter(({ mediaType }) => !compressesType(mediaType))
  const addresses = ours.map(({ extension }) => `${base}/events.${extension}`)
  for (const path of [...addresses, `${base}/editions.atom`]) {
    const response = await get(path, { 'accept-encoding': 'br, gzip' })
    expect(response.headers.get('content-encoding'), path).toBe('gzip')
    const text = await response.text()
    expect(text, path).toBe(await (await get(path)).text())
  }
})
