// Questions to a large, packed timeline: each group as a plain oracle has it, within the budgets. 10,000
// events where QUESTION_EVENTS says so (`.ci/run`), fewer in `npm test`.
import { beforeAll, expect, inject, test } from 'vitest'
import { eventsOfTool, maxToolText } from '../../../src/http/mcp/find-events.ts'
import { callTool } from '../../support/mcp.ts'
import { createMemoryService, publicUrl, type MemoryService } from '../../support/memory-service.ts'
import { dayNumber, knownEvents, largeTimeline } from './large-timeline.ts'

const known = knownEvents(inject('questionEvents'))
const large = largeTimeline(known)

interface Asked {
  readonly from?: string
  readonly to?: string
  readonly theme?: string
  readonly actor?: string
  readonly q?: string
}

const windows: readonly (readonly [from: string, to: string])[] = [
  ['2003-05-17', '2003-05-17'],
  ['2004-02-29', '2004-02-29'],
  ['2000-01-01', '2000-01-10'],
  ['2005-11-28', '2005-12-04'],
  ['2007-08-01', '2007-08-31'],
  ['2002-01-01', '2002-12-31'],
  ['2009-12-31', '2010-01-20'],
]
const narrowings: readonly Omit<Asked, 'from' | 'to'>[] = [
  {},
  { theme: 'reopening' },
  { actor: 'committee' },
  { theme: 'prevention', q: 'flood' },
]

const questions: readonly Asked[] = [
  ...windows.flatMap(([from, to]) => narrowings.map((asked) => ({ from, to, ...asked }))),
  { q: 'flood', theme: 'reopening', actor: 'committee' },
  { from: '2011-01-01', to: '2011-12-31' },
]

const groups = ['surely', 'possibly', 'undated'] as const

function answerTo({ from, to, theme, actor, q }: Asked) {
  const selected = known.filter(
    (one) =>
      (theme === undefined || one.theme === theme) &&
      (actor === undefined || one.hasActor) &&
      (q === undefined || one.hasFlood),
  )
  if (from === undefined || to === undefined)
    return {
      surely: selected.filter(({ range }) => range !== null),
      possibly: [],
      undated: selected.filter(({ range }) => range === null),
      setAside: 0,
    }
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const touching = selected.filter(
    ({ range }) => range !== null && range[0] <= last && range[1] >= first,
  )
  return {
    surely: touching.filter(({ isSure }) => isSure(first, last)),
    possibly: touching.filter(({ isSure }) => !isSure(first, last)),
    undated: [],
    setAside: selected.filter(({ range }) => range === null).length,
  }
}

interface Found {
  readonly totals: Readonly<Record<string, number>>
  readonly next?: string
  readonly surely: readonly FoundEvent[]
  readonly possibly: readonly FoundEvent[]
  readonly undated: readonly FoundEvent[]
}
interface FoundEvent {
  readonly id: string
  readonly permalink: string
  readonly date: { readonly edtf: string; readonly words: string }
}

let service: MemoryService
beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(large)
})

test('there are 30 questions', () => expect(questions).toHaveLength(30))

const words = new Map(known.map((one) => [one.id, one.words]))
const dates = new Map(large.events.map(({ id, date }) => [id, date]))

test.each(questions)('%o', async (asked) => {
  const wanted = answerTo(asked)
  const met: Record<string, string[]> = { surely: [], possibly: [], undated: [] }
  let cursor: string | undefined
  do {
    const given = { timeline: 'large', lang: 'en', limit: eventsOfTool.max, ...asked }
    const { text, structuredContent } = await callTool(service, 'find_events', {
      ...given,
      ...(cursor !== undefined && { cursor }),
    })
    expect(text.length).toBeLessThanOrEqual(maxToolText)
    const found = structuredContent as unknown as Found
    expect(found.totals).toEqual({
      surely: wanted.surely.length,
      possibly: wanted.possibly.length,
      undated: wanted.undated.length,
      setAside: wanted.setAside,
    })
    for (const group of groups)
      for (const { id, permalink, date } of found[group]) {
        met[group]?.push(id)
        expect(date.edtf).toBe(dates.get(id))
        expect(date.words).toMatch(words.get(id)!)
        expect(text).toContain(date.words)
        expect(permalink).toBe(`${publicUrl}/timelines/large/events/${id}`)
        expect(text).toContain(`<${permalink}>`)
      }
    cursor = found.next
  } while (cursor !== undefined)
  for (const group of groups) {
    expect(met[group]?.toSorted()).toEqual(wanted[group].map(({ id }) => id).toSorted())
  }
})

test('describing it and listing it stay short', async () => {
  for (const [name, given] of [
    ['get_timeline', { timeline: 'large' }],
    ['list_timelines', {}],
  ] as const)
    expect((await callTool(service, name, given)).text.length).toBeLessThan(maxToolText)
})
