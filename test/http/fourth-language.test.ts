// Words are made by who shows them: of a timeline that was published before, another language or a
// better word needs no republication, and changes no event.
import { beforeAll, describe, expect, test } from 'vitest'
import { document, event } from '../support/document.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'
import { englishMonths } from '../../src/messages/en/dates.ts'
import { madeUp, register, tag } from '../messages/made-up/messages.ts'
import { datesIn, shownEvent, type EventsAnswer } from '../../src/widget/api/answers.ts'

const dated = document({
  events: [
    event({ date: '2020-02~', kind: 'point' }),
    event({ id: 'by-march', date: '[..2020-02]', kind: 'undated' }),
    event({ id: 'at-noon', date: '2020-03-12T23:45Z', kind: 'point' }),
  ].map(({ statedDate: _, ...one }) => one),
})
const path = `/v1/timelines/${dated.id}`

/** A service of a later deploy, over what an earlier one has published. */
const deployed = (earlier: MemoryService) => createMemoryService({ reading: () => earlier.kv })

describe('a language that was added after a timeline was published', () => {
  let service: MemoryService
  beforeAll(async () => {
    const earlier = await createMemoryService()
    await earlier.publish(dated)
    const [first, ...others] = dated.events
    await earlier.publish({ ...dated, events: [{ ...first!, date: '2020-01' }, ...others] }, 1)
    register()
    service = await deployed(earlier)
  })
  const read = async (address: string, init?: RequestInit): Promise<string> => {
    const answer = await service.fetch(address, init)
    expect([address, answer.status]).toEqual([address, 200])
    return answer.text()
  }

  test.each([
    ['', ['⟦More filters⟧', '⟦2020-01 short⟧', '⟦[..2020-02]⟧', '⟦465 short⟧']],
    ['/events/at-noon', ['⟦Date⟧', '⟦465⟧']],
    ['/editions', ['⟦Date⟧⟦: ⟧', '⟦2020-02~⟧', '⟦2020-01⟧']],
    ['/subscribe', ['⟦Subscribe to calendar⟧']],
    ['/embed-code', ['⟦Preview⟧']],
    ['/embed', ['⟦2020-01 short⟧']],
  ])('is spoken by the page %s', async (page, said) => {
    const html = await read(`/timelines/${dated.id}${page}?lang=${tag}`)
    expect(html).toContain(`<html lang="${tag}">`)
    expect(html).toContain(`hreflang="${tag}"`)
    for (const words of said) expect(html).toContain(words)
    // Between tags there are texts of the timeline, marked messages, and signs, but no English.
    const { 1: body = '' } = /<body>([^]*)<\/body>/.exec(html) ?? []
    const unmarked = body
      .replaceAll(/<(script|style|textarea|code)[^]*?<\/\1>/g, '')
      .replaceAll(/<[^>]*>/g, '\n')
    expect(outsideOf(unmarked)).not.toMatch(/Filter|Events?\b|Date|Subscribe|Theme|Edition/)
  })

  test('is negotiated', async () => {
    const html = await read('/', { headers: { 'accept-language': `${tag}, en;q=0.5` } })
    expect(html).toContain(`<html lang="${tag}">`)
  })

  test.each(['atom', 'rss', 'feed.json', 'md', 'csv', 'timelinejs.json'])(
    'is spoken by events.%s',
    async (extension) => {
      expect(await read(`${path}/events.${extension}?lang=${tag}`)).toContain('⟦2020-01⟧')
    },
  )

  test('is spoken by the calendar, and by the name of its filter', async () => {
    const ics = await read(`${path}/events.ics?lang=${tag}&from=2020-02-01`)
    const unfolded = ics.replaceAll('\r\n ', '')
    expect(unfolded).toMatch(/SUMMARY:⟦.*\(07:45\)⟧/)
    expect(unfolded).toMatch(/NAME:.* · ⟦from ⟦2020-02-01⟧⟧/)
  })

  test('is spoken by the corrections feed', async () => {
    const feed = await read(`${path}/editions.atom?lang=${tag}`)
    expect(feed).toContain('⟦Edition 2⟧⟦: ⟧⟦1 event changed⟧')
    expect(feed).toContain('⟦2020-02~⟧')
  })

  test('comes to the element with the events', async () => {
    const { events } = JSON.parse(await read(`${path}/events`)) as EventsAnswer
    const dates = datesIn(tag as 'en')
    const words = events.map(shownEvent).map(({ when }) => [dates.full(when), dates.short(when)])
    expect(words).toContainEqual(['⟦2020-01⟧', '⟦2020-01 short⟧'])
    expect(words.flat().every((said) => said.startsWith('⟦'))).toBe(true)
    expect(madeUp.list.cited(2)).toMatch(/^⟦/)
  })
})

test('of a better word and one edit the edit is the one change', async () => {
  const earlier = await createMemoryService()
  await earlier.publish(dated)
  interface Listed {
    readonly id: string
    readonly sequence: number
    readonly date: { readonly words: string }
  }
  const listed = async (service: MemoryService) =>
    (await (await service.fetch(`${path}/events?lang=en`)).json<{ events: Listed[] }>()).events
  expect((await listed(earlier)).map(({ date }) => date.words)).toContain('c. February 2020')
  const months = englishMonths as unknown as string[]
  months[1] = 'Hornung'
  try {
    const [first, second, ...others] = dated.events
    const edited = { ...dated, events: [first!, { ...second!, title: '另一个' }, ...others] }
    const answer = await (await earlier.offer(edited, 1)).json<{ changes: { changed: object[] } }>()
    expect(answer.changes.changed).toMatchObject([{ id: second!.id }])
    const after = await listed(await deployed(earlier))
    expect(after.filter(({ sequence }) => sequence > 0).map(({ id }) => id)).toEqual([second!.id])
    expect(after.map(({ date }) => date.words)).toContain('c. Hornung 2020')
  } finally {
    months[1] = 'February'
  }
})

/** What is in no marked message; one may stand in another. */
function outsideOf(text: string): string {
  const left = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '')
  return left === text ? text : outsideOf(left)
}
