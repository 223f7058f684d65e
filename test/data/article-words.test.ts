// Words of Chinese in a real text, cut into paragraphs and packed: each is found in every paragraph that
// has it, and in no other. The text is not part of the repository (fusha-2020.test.ts).
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { everything } from '../../src/domain/query/event-query.ts'
import { createPackedReader } from '../../src/edition/packed/packed-reader.ts'
import { createSegmentBuilder } from '../../src/edition/segment/builder.ts'
import { dated } from '../support/dates.ts'
import { memoryParts } from '../support/memory-parts.ts'
import { synthetic } from '../support/synthetic.ts'

const report = new URL('../../../shared/seed/article.txt', import.meta.url)

const words = ['疫情', '防控', '复工', '党员', '物资', '口罩', '支部', '党支部', '临时党支部']

test.skipIf(!existsSync(report))('nine words are found in 53 of 53 paragraphs', async () => {
  const paragraphs = readFileSync(report, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const { timeline, edition } = synthetic(0)
  const changed = { edition: 1, instant: edition.published }
  const memory = memoryParts()
  const builder = await createSegmentBuilder('c0ffee', timeline, memory)
  for (const [position, text] of paragraphs.entries())
    await builder.add({
      id: `p-${position}`,
      position,
      when: dated('2020-03-13', 'point'),
      title: { 'zh-Hans': text },
      themes: [],
      actors: [],
      measures: [],
      citations: [],
      links: [],
      status: 'confirmed',
      first: changed,
      changed,
    })
  const base = { root: await builder.finish(), places: [], drops: [] }
  const packed = { timeline, edition, kept: [], removed: [], base, adds: [] }
  const reader = createPackedReader(packed, memory.source)
  let hits = 0
  for (const word of words) {
    const query = { ...everything, terms: [word] }
    const { events, total } = await reader.answer(query, { limit: 100, after: null })
    const wanted = [...paragraphs.keys()].filter((n) => paragraphs[n]?.includes(word) === true)
    expect(events.map(({ id }) => id)).toEqual(wanted.map((n) => `p-${n}`))
    hits += total
  }
  expect(hits).toBe(53)
})
