// A reader pages through an older edition while a repair packs it anew.
import { expect, test } from 'vitest'
import { document, event } from '../support/document.ts'
import { createMemoryService, createMemoryStorage } from '../support/memory-service.ts'

const address = '/v1/timelines/town-2020'
const day = 86_400_000
const count = 150

const contentOf = (edited: number) =>
  document({
    events: Array.from({ length: count }, (_, index) =>
      event({
        id: `e${index}`,
        date: '2020-02-03',
        kind: 'point',
        title: index < edited ? `Title ${index}, edited` : `Title ${index}`,
        summary: 'x'.repeat(4000),
      }),
    ),
  })

interface Page {
  readonly status?: number
  readonly events?: readonly { readonly id: string }[]
  readonly links?: { readonly next?: string }
}

test('paging skips no event where the edition was packed anew since', async () => {
  const storage = createMemoryStorage()
  const service = await createMemoryService({ storage })
  await service.publish(contentOf(0))
  // Edition 2 lies over the first, which is then forgotten.
  for (let edited = 1; edited <= 10; edited++) {
    service.clock.now += edited === 1 ? 8 * day : 2000
    await service.publish(contentOf(edited), edited)
  }
  const first = (await (await service.fetch(`${address}/events?edition=5&limit=5`)).json()) as Page
  expect(first.events?.map(({ id }) => id)).toEqual(['e0', 'e1', 'e2', 'e3', 'e4'])
  const next = first.links?.next?.replace(/^https:\/\/[^/]+/, '') ?? ''
  const pageOf = async () => {
    const other = await createMemoryService({ storage })
    other.clock.now = service.clock.now + 5000
    return (await (await other.fetch(next)).json()) as Page
  }
  expect((await pageOf()).events?.[0]?.id).toBe('e5')
  const headers = { authorization: 'Bearer editor-token' }
  await service.fetch(`${address}/repair`, { method: 'POST', headers })
  // Ordinals are others now: the cursor is refused.
  expect(await pageOf()).toMatchObject({
    status: 400,
    type: 'https://timelines.example/problems/invalid-cursor',
  })
})
