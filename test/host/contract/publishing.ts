// Publishing: one winner of every race, repeats that count once, and what is said visible is visible.
import { expect, test } from 'vitest'
import { document, event } from '../../support/document.ts'
import { publish, readJson, see, write, written, type Host } from './host.ts'

/** Who publishes at once on one base. */
const rivals = 10

const titled = (id: string, title: string) => document({ id, events: [event({ title })] })

interface Events {
  readonly edition: number
  readonly events: readonly { readonly title: Readonly<Record<string, string>> }[]
}

export function publishingWorks(host: Host): void {
  const titleOf = async (id: string): Promise<string> => {
    const { events } = await readJson<Events>(host(), `/v1/timelines/${id}/events`)
    return Object.values(events[0]?.title ?? {}).join()
  }
  const listed = async (): Promise<readonly string[]> => {
    const { timelines } = await readJson<{ timelines: { id: string }[] }>(host(), '/v1/timelines')
    return timelines.map(({ id }) => id)
  }

  test('the first edition is 201, and is read where the answer says', async () => {
    const answer = await write(host(), 'first', {
      method: 'PUT',
      base: 0,
      body: titled('first', 'One'),
    })
    expect(answer.status).toBe(201)
    const location = answer.headers.get('location') ?? ''
    expect(location).toBe(`${host().publicUrl}/v1/timelines/first/editions/1`)
    expect(await written(Promise.resolve(answer))).toMatchObject({
      tag: '"1"',
      outcome: 'created',
      visible: true,
    })
    expect(await titleOf('first')).toBe('One')
    expect((await host().fetch(location.slice(host().publicUrl.length))).status).toBe(200)
    await expect.poll(listed).toContain('first')
  })

  test('an edition that is said visible is read by the next request', async () => {
    for (const [base, title] of ['One', 'Two', 'Three', 'Four'].entries()) {
      const answer = await publish(host(), titled('visible', title), base)
      expect(answer).toMatchObject({ edition: { number: base + 1 }, visible: true })
      expect(await titleOf('visible')).toBe(title)
    }
  })

  test('the same publish again is the same edition', async () => {
    const one = titled('repeated', 'One')
    await publish(host(), one, 0)
    for (let n = 0; n < 3; n++)
      expect(await publish(host(), one, 0)).toMatchObject({
        status: 200,
        outcome: 'repeated',
        edition: { number: 1 },
      })
    const two = titled('repeated', 'Two')
    const answers = await Promise.all(Array.from({ length: 4 }, () => publish(host(), two, 1)))
    expect(answers.map(({ edition }) => edition?.number)).toEqual([2, 2, 2, 2])
    expect(answers.filter(({ outcome }) => outcome === 'created')).toHaveLength(1)
  })

  test.each([0, 1])('of many who publish at once on edition %i one wins', async (base) => {
    const id = `raced-${base}`
    if (base === 1) await publish(host(), titled(id, 'Before'), 0)
    const titles = Array.from({ length: rivals }, (_, index) => `Rival ${index}`)
    const answers = await Promise.all(
      titles.map((title) => publish(host(), titled(id, title), base)),
    )
    const winners = answers.filter(({ status }) => status < 300)
    const losers = answers.filter(({ status }) => status === 412)
    expect([winners.length, losers.length]).toEqual([1, rivals - 1])
    for (const { edition, tag } of [...winners, ...losers])
      expect([edition?.number, tag]).toEqual([base + 1, `"${base + 1}"`])
    expect(await titleOf(id)).toBe(titles[answers.findIndex(({ status }) => status < 300)])
  })

  test('an edition that was replaced is no base; a wrong token is none', async () => {
    await publish(host(), titled('guarded', 'One'), 0)
    await publish(host(), titled('guarded', 'Two'), 1)
    for (const base of [0, 1, 3])
      expect(await publish(host(), titled('guarded', 'Three'), base)).toMatchObject({
        status: 412,
        edition: { number: 2 },
      })
    for (const token of ['wrong', `${host().token}x`, host().token.slice(0, -1)]) {
      const refused = write(host(), 'guarded', { method: 'DELETE', base: 2, token })
      expect((await see(refused)).status).toBe(401)
    }
    expect(await titleOf('guarded')).toBe('Two')
  })

  test('a document with faults is refused, and leaves no trace', async () => {
    const broken = { ...document({ id: 'broken' }), title: '' }
    const refused = write(host(), 'broken', { method: 'PUT', base: 0, body: broken })
    expect((await see(refused)).status).toBe(422)
    expect((await host().fetch('/v1/timelines/broken')).status).toBe(404)
  })

  test('what is taken down is gone, leaves the list, and comes back whole', async () => {
    await publish(host(), titled('regretted', 'One'), 0)
    await expect.poll(listed).toContain('regretted')
    const down = await written(write(host(), 'regretted', { method: 'DELETE', base: 1 }))
    expect(down).toMatchObject({ status: 200, outcome: 'created', edition: { number: 2 } })
    for (const path of ['', '/events', '/events.ics', '/editions', '/editions/1'])
      expect((await host().fetch(`/v1/timelines/regretted${path}`)).status, path).toBe(410)
    await expect.poll(listed).not.toContain('regretted')
    const back = write(host(), 'regretted/head', { method: 'PUT', base: 2, body: { edition: 1 } })
    expect(await written(back)).toMatchObject({ status: 200, edition: { number: 3 } })
    expect(await titleOf('regretted')).toBe('One')
    await expect.poll(listed).toContain('regretted')
  })

  test('a roll back is a new edition with the old content', async () => {
    for (const [base, title] of ['One', 'Two'].entries())
      await publish(host(), titled('rolled', title), base)
    const back = write(host(), 'rolled/head', { method: 'PUT', base: 2, body: { edition: 1 } })
    expect(await written(back)).toMatchObject({ status: 200, edition: { number: 3, restores: 1 } })
    expect(await titleOf('rolled')).toBe('One')
    const old = await readJson<Events>(host(), '/v1/timelines/rolled/events?edition=2')
    expect(Object.values(old.events[0]?.title ?? {})).toEqual(['Two'])
  })
}
