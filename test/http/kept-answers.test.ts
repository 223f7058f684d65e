import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createKeptAnswers, maxAskedOnce } from '../../src/http/response/kept-answers.ts'
import { encoded } from '../../src/domain/text/pieces.ts'

const type = 'text/plain'
const octets = (text: string) => encoded([text])

describe('rendered files', () => {
  test('are kept by edition and name', async () => {
    const kept = createKeptAnswers()
    const [one, other] = [{}, {}]
    let times = 0
    const ask = async (edition: object, name: string) =>
      (await kept.get(edition, name, () => ({ type, body: octets(`${name} ${++times}`) }))).body
    expect(await ask(one, 'a')).toEqual(octets('a 1'))
    expect(await ask(one, 'a')).toEqual(octets('a 1'))
    expect(await ask(one, 'b')).toEqual(octets('b 2'))
    expect(await ask(other, 'a')).toEqual(octets('a 3'))
    expect(await ask(one, 'a')).toEqual(octets('a 1'))
  })

  test('are rendered again where they are streams, long, or could not be rendered', async () => {
    const kept = createKeptAnswers(100, 10)
    const edition = {}
    const failing = (): Promise<never> => Promise.reject(new Error('a bug'))
    await expect(kept.get(edition, 'a', failing)).rejects.toThrow('a bug')
    let times = 0
    for (const body of [() => new Response('a').body!, () => octets('x'.repeat(11))])
      for (let i = 0; i < 2; i++)
        await kept.get(edition, 'a', () => {
          times++
          return { type, body: body() }
        })
    expect(times).toBe(4)
  })

  test('are not displaced by what is asked for once, and are by what is asked for again', async () => {
    const kept = createKeptAnswers(100, 50)
    const edition = {}
    const isRendered = async (name: string): Promise<boolean> => {
      let was = false
      await kept.get(edition, name, () => {
        was = true
        return { type, body: new Uint8Array(50) }
      })
      return was
    }
    const asked = async (...names: string[]) => {
      const rendered: boolean[] = []
      for (const name of names) rendered.push(await isRendered(name))
      return rendered
    }
    // The third is the first to displace another.
    expect(await asked('0', 'a', 'b', 'b', 'a')).toEqual([true, true, true, false, false])
    for (let i = 0; i < maxAskedOnce; i++) await isRendered(`filter ${i}`)
    expect(await asked('a', 'b', 'c', 'c', 'c')).toEqual([false, false, true, true, false])
    // Now a has made room for c, and so many were asked for since that nobody knows of a.
    expect(await asked('b', 'a')).toEqual([false, true])
    for (let i = 0; i < maxAskedOnce; i++) await isRendered(`filter ${i}`)
    expect(await asked('a', 'a', 'a')).toEqual([true, true, false])
  })

  test('are never more than the maximum, and those that were asked for last of what was admitted', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 40 }))), (asked) => {
        const kept = createKeptAnswers(100, 50)
        const edition = {}
        // What is kept, the latest first, and what was asked for when there was no room.
        let order: (readonly [name: number, size: number])[] = []
        const noted = new Set<number>()
        let wasFull = false
        const sizeOf = (files: typeof order) => files.reduce((sum, [, one]) => sum + one, 0)
        for (const [name, size] of asked) {
          const known = order.find(([other]) => other === name)
          let isRendered = false
          void kept.get(edition, String(name), () => {
            isRendered = true
            return { type, body: new Uint8Array(size) }
          })
          expect(isRendered).toBe(known === undefined)
          const entry = known ?? ([name, size] as const)
          if (known === undefined && wasFull && !noted.delete(name)) noted.add(name)
          else order = [entry, ...order.filter(([other]) => other !== name)]
          for (; sizeOf(order) > 100; wasFull = true) order.pop()
        }
      }),
    )
  })
})
