// A bar of the picture of a long timeline leads to a list that has all events that it counts.
import { beforeAll, expect, test } from 'vitest'
import { document, event } from '../support/document.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'

let service: MemoryService

/** 200 events of the first months of 2020, of all degrees of certainty. */
beforeAll(async () => {
  service = await createMemoryService()
  const forms = (month: string, day: string) =>
    [
      [`2020-${month}-${day}`, 'point'],
      [`2020-${month}-${day}~`, 'point'],
      [`2020-${month}`, 'point'],
      [`2020-${month}/2020`, 'span'],
      [`2020-${month}-${day}/..`, 'since'],
      [`[..2020-03-${day}]`, 'undated'],
    ] as const
  // With so many years bars are months.
  const early = event({ id: 'early', date: '2016-01-01', kind: 'point' })
  const events = Array.from({ length: 200 }, (_, i) => {
    const at = forms(`0${1 + (i % 4)}`, String(1 + (i % 10)).padStart(2, '0'))
    const [date, kind] = at[i % at.length] ?? at[0]
    return event({ id: `e-${i}`, date, kind })
  })
  await service.publish(document({ events: [early, ...events] }))
})

const read = async (address: string): Promise<string> => {
  const response = await service.fetch(address)
  expect(response.status, address).toBe(200)
  return (await response.text()).replaceAll('&amp;', '&')
}

/** The address of each bar with events that the filter keeps, and their number. */
async function barsOf(filter: string): Promise<readonly (readonly [string, number])[]> {
  const html = await read(`/timelines/town-2020?${filter}&lang=en`)
  const figure = html.split('<figure')[1]?.split('</figure>')[0] ?? ''
  const bars = figure.matchAll(
    /<a class="bin"[^>]*href="([^"]*)"[^>]*><title>[^<]*: (\d+)(?:\/\d+)?</g,
  )
  return Array.from(bars, ([, href = '', kept]) => [href, Number(kept)] as const).filter(
    ([, kept]) => kept > 0,
  )
}

test.each([
  '',
  'match=certain',
  'undated=include',
  'match=certain&undated=include',
  'from=2020&to=2020&match=certain',
  'from=2020-02-04&to=2020-03-08',
  'from=2020-02-04&to=2020-03-08&match=certain',
])('under the filter %s', async (filter) => {
  const bars = await barsOf(filter)
  expect(bars.length).toBeGreaterThan(0)
  for (const [href, kept] of bars) {
    const html = await read(href)
    const total = /role="status">[^<]*?(\d+)/.exec(html)?.[1]
    expect(Number(total), href).toBeGreaterThanOrEqual(kept)
    const added = /match=|undated=/.test(href) || html.includes('id="_undated"')
    expect(added && !filter.includes('from='), href).toBe(false)
  }
})
