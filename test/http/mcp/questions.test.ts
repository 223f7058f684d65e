// Questions with known answers, answered from the results of find_events: every needed word, every event
// in its group with its permanent address, and nothing more exact than the source.
import { beforeAll, describe, expect, test } from 'vitest'
import fusha from '../../../data/fusha-2020/timeline.json'
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import { maxToolText } from '../../../src/http/mcp/find-events.ts'
import { event, document } from '../../support/document.ts'
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

describe('a timeline as large as the service takes today', () => {
  const days = 28
  const events = Array.from({ length: 1000 }, (_, index) => {
    const day = String((index % days) + 1).padStart(2, '0')
    const dates = [`2020-02-${day}`, `[2020-02-01..2020-02-${days}]`, '2020-02', '[..2020-02-24]']
    const date = dates[index % 4]!
    const kind = index % 4 === 3 ? 'undated' : 'point'
    return event({ id: `e-${index}`, date, kind, title: { en: `Event ${index}` } })
  })
  let service: MemoryService
  beforeAll(async () => {
    service = await createMemoryService()
    await service.publish(document({ id: 'large', events }))
  })

  test('every answer is within the budget, and following next gives each event once, in its group', async () => {
    const window = { from: '2020-02-03', to: '2020-02-09' }
    const isInside = ({ date }: { date: string }) =>
      /^2020-02-\d\d$/.test(date) && date >= window.from && date <= window.to
    const wanted = {
      surely: events.filter(isInside),
      possibly: events.filter(({ date }) => date.startsWith('[2020') || date === '2020-02'),
      undated: [],
    }
    const met: Record<string, string[]> = { surely: [], possibly: [], undated: [] }
    let cursor: string | undefined
    let calls = 0
    do {
      const { text, found } = await find(service, {
        timeline: 'large',
        ...window,
        limit: 100,
        ...(cursor !== undefined && { cursor }),
      })
      expect(text.length).toBeLessThanOrEqual(maxToolText)
      expect(found.totals).toEqual({
        surely: wanted.surely.length,
        possibly: wanted.possibly.length,
        undated: 0,
        setAside: 250,
      })
      for (const group of groups) met[group]?.push(...found[group].map(({ id }) => id))
      cursor = found.next
      calls++
    } while (cursor !== undefined && calls < 50)
    expect(calls).toBeGreaterThan(5)
    for (const group of groups)
      expect(met[group]?.toSorted()).toEqual(wanted[group].map(({ id }) => id).toSorted())
  })

  test('describing it and listing it stay short', async () => {
    for (const name of ['get_timeline', 'list_timelines']) {
      const given = name === 'get_timeline' ? { timeline: 'large' } : {}
      expect((await callTool(service, name, given)).text.length).toBeLessThan(maxToolText)
    }
  })
})
