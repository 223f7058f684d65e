// Restarts: what was acknowledged stands, and publishing goes on where it stopped.
import { expect, test } from 'vitest'
import { document, event } from '../../support/document.ts'
import { publish, readJson, write, type Host } from './host.ts'

const titled = (id: string, title: string) => document({ id, events: [event({ title })] })

export function restartsLoseNothing(host: Host): void {
  const current = async (id: string): Promise<number> => {
    const { edition } = await readJson<{ edition: { number: number } }>(
      host(),
      `/v1/timelines/${id}`,
    )
    return edition.number
  }

  test('editions, copies, the list and what was taken down survive', async () => {
    for (const [base, title] of ['One', 'Two', 'Three'].entries())
      await publish(host(), titled('survivor', title), base)
    await publish(host(), titled('departed', 'One'), 0)
    await write(host(), 'departed', { method: 'DELETE', base: 1 })
    await host().restart()
    expect(await current('survivor')).toBe(3)
    const { editions } = await readJson<{ editions: { number: number }[] }>(
      host(),
      '/v1/timelines/survivor/editions',
    )
    expect(editions.map(({ number }) => number)).toEqual([3, 2, 1])
    for (const number of [1, 2, 3])
      await readJson(host(), `/v1/timelines/survivor/editions/${number}`)
    expect((await host().fetch('/v1/timelines/departed')).status).toBe(410)
    await expect
      .poll(async () => {
        const { timelines } = await readJson<{ timelines: { id: string }[] }>(
          host(),
          '/v1/timelines',
        )
        return timelines.map(({ id }) => id).filter((id) => /survivor|departed/.test(id))
      })
      .toEqual(['survivor'])
    expect(await publish(host(), titled('survivor', 'Late'), 2)).toMatchObject({
      status: 412,
      edition: { number: 3 },
    })
    expect(await publish(host(), titled('survivor', 'Four'), 3)).toMatchObject({
      status: 200,
      edition: { number: 4 },
    })
  })

  test('a publish that is cut off is whole or never was', async () => {
    const id = 'cut-off'
    await publish(host(), titled(id, 'One'), 0)
    const next = titled(id, 'Two')
    const begun = publish(host(), next, 1).catch(() => null)
    await host().restart()
    const reply = await begun
    expect(reply?.status === 200 ? await current(id) : 'unknown').toBeOneOf([2, 'unknown'])
    // The same again is the same edition, whatever became of the first.
    expect(await publish(host(), next, 1)).toMatchObject({ status: 200, edition: { number: 2 } })
    expect(await current(id)).toBe(2)
    const { events } = await readJson<{ events: { title: Record<string, string> }[] }>(
      host(),
      `/v1/timelines/${id}/events`,
    )
    expect(events.map(({ title }) => Object.values(title).join())).toEqual(['Two'])
  })
}
