// Questions with known answers, answered from the results of find_events: every needed word, every event
// in its group with its permanent address, and nothing more exact than the source.
import { beforeAll, describe, expect, test } from 'vitest'
import fusha from '../../../data/fusha-2020/timeline.json'
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import { callTool } from '../../support/mcp.ts'
import { createMemoryService, publicUrl, type MemoryService } from '../../support/memory-service.ts'
import { questions } from './questions.ts'

interface Found {
  readonly edition: number
  readonly totals: Record<'surely' | 'possibly' | 'undated' | 'setAside', number>
  readonly surely: FoundEvent[]
  readonly possibly: FoundEvent[]
  readonly undated: FoundEvent[]
  readonly next?: string
}

interface FoundEvent {
  readonly id: string
  readonly permalink: string
  readonly date: { edtf: string; words: string; earliest: string | null; latest: string | null }
  readonly citations: { exact?: string }[]
}

const groups = ['surely', 'possibly', 'undated'] as const

async function find(service: MemoryService, given: Record<string, unknown>) {
  const { text, structuredContent, isError } = await callTool(service, 'find_events', given)
  expect(isError, text).toBeUndefined()
  return { text, found: structuredContent as unknown as Found }
}

describe('fusha-2020', () => {
  let service: MemoryService
  beforeAll(async () => {
    service = await createMemoryService()
    await service.publish(fusha as TimelineDocument)
  })

  test('there are 30 questions', () => expect(questions).toHaveLength(30))

  test.each(questions)('$question', async (asked) => {
    const { text, found } = await find(service, { timeline: 'fusha-2020', ...asked.given })
    const ids = groups.map((group) => found[group].map(({ id }) => id).toSorted())
    expect(ids).toEqual(groups.map((group) => (asked[group] ?? []).toSorted()))
    expect(found.totals).toEqual({
      ...Object.fromEntries(groups.map((group) => [group, asked[group]?.length ?? 0])),
      setAside: asked.setAside ?? 0,
    })
    for (const words of asked.says ?? []) expect(text).toContain(words)
    for (const words of asked.never ?? []) expect(text).not.toContain(words)
  })

  test('no event is told more exactly than the timeline dates it, and each with passage and address', async () => {
    const { text, found } = await find(service, { timeline: 'fusha-2020', limit: 100, lang: 'en' })
    const dates = new Map(fusha.events.map(({ id, date }) => [id, date]))
    const passages = new Map(
      fusha.events.map(({ id, citations }) => [
        id,
        citations.map((one) => ('exact' in one ? one.exact : undefined)),
      ]),
    )
    const all = groups.flatMap((group) => found[group])
    expect(all).toHaveLength(fusha.events.length)
    for (const { id, permalink, date, citations } of all) {
      expect(date.edtf).toBe(dates.get(id))
      const isOneDay = /^\d{4}-\d\d-\d\d(?:T.*)?$/.test(date.edtf)
      expect(date.earliest === date.latest, id).toBe(isOneDay)
      expect(permalink).toBe(`${publicUrl}/timelines/fusha-2020/events/${id}`)
      expect(text).toContain(`- Permalink: <${permalink}>`)
      const quoted = passages.get(id) ?? []
      expect(citations.map(({ exact }) => exact)).toEqual(quoted)
    }
  })
})
