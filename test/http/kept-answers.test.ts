import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createKeptAnswers } from '../../src/http/response/kept-answers.ts'
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

  test('are never more than the maximum, and are those that were asked for last', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 40 }))), (asked) => {
        const kept = createKeptAnswers(100, 50)
        const edition = {}
        // What the last requests have in sum, the latest first: each file counts once.
        let order: (readonly [name: number, size: number])[] = []
        for (const [name, size] of asked) {
          const known = order.find(([other]) => other === name)
          let isRendered = false
          void kept.get(edition, String(name), () => {
            isRendered = true
            return { type, body: new Uint8Array(size) }
          })
          expect(isRendered).toBe(known === undefined)
          const entry = known ?? ([name, size] as const)
          order = [entry, ...order.filter(([other]) => other !== name)]
          while (order.reduce((sum, [, one]) => sum + one, 0) > 100) order.pop()
        }
      }),
    )
  })
})
