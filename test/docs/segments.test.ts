// The worked example of docs/storage.md, byte by byte.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { StoredEvent } from '../../src/domain/document/event.ts'
import type { StoredTimeline } from '../../src/edition/head.ts'
import { createSegmentBuilder } from '../../src/edition/segment/builder.ts'
import { dated } from '../support/dates.ts'
import { memoryParts } from '../support/memory-parts.ts'

const docs = readFileSync(new URL('../../docs/storage.md', import.meta.url), 'utf8')

const changed = { edition: 1, instant: '2026-10-01T08:30:00.000Z' }

const timeline: StoredTimeline = {
  id: 'town-2020',
  title: { en: 'The town' },
  language: 'en',
  timeZone: 'Asia/Shanghai',
  authority: { domain: 'timelines.example', date: '2026' },
  changed,
  themes: [{ id: 'work', label: { en: 'Work' }, changed }],
  actors: [
    { id: 'mayor', name: { en: 'The mayor' }, changed },
    { id: 'hall', kind: 'place', name: { en: 'The hall' }, changed },
  ],
  sources: [
    { id: 'news', title: { en: 'News' }, published: '2020-03-13', language: 'en', changed },
  ],
}

const event = (id: string, position: number, date: string): StoredEvent => ({
  id,
  position,
  when: dated(date, 'point'),
  title: { 'zh-Hans': '复工' },
  themes: [],
  actors: [],
  measures: [],
  citations: [{ source: 'news' }],
  links: [],
  status: 'confirmed',
  first: changed,
  changed,
})

/** Without the label. */
function hexOf(part: string | Uint8Array): string {
  const bytes = Buffer.from(part)
  const content = [...bytes.subarray(bytes.indexOf(10) + 1)]
  return content.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
}

test('the worked example of a segment has the bytes that the builder writes', async () => {
  const memory = memoryParts()
  const builder = await createSegmentBuilder('c0ffee', timeline, memory)
  const first = event('a', 0, '2020-02')
  await builder.add({ ...first, themes: ['work'], actors: ['mayor'], place: 'hall' })
  await builder.add(event('b', 1, '2020-02-10'))
  const root = await builder.finish()
  expect(docs).toContain(JSON.stringify(root))
  for (const kind of ['d', 'w', 'c', 't', 'f']) {
    const hex = hexOf(memory.parts.get(`c0ffee/${kind}0`) ?? '')
    expect(docs.replaceAll('\n', ' ').includes(hex), `${kind}: ${hex}`).toBe(true)
  }
  const vocabulary = Buffer.from(memory.parts.get('c0ffee/v0') ?? '').toString()
  expect(docs).toContain(vocabulary.slice(vocabulary.indexOf('\n')))
  const lines = String(memory.parts.get('c0ffee/e0')).split('\n')
  expect(lines).toHaveLength(3)
  expect(docs).toContain(lines[0])
  for (const line of lines.slice(1)) expect(docs).toContain(line.slice(0, 33))
  const [label] = Buffer.from(memory.parts.get('c0ffee/w0') ?? '')
    .toString('latin1')
    .split('\n')
  expect(docs).toContain(`\`${label?.trimEnd()}\``)
})
