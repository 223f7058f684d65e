// RFC 9457: every problem has one shape, its type resolves, and none repeats what a client sent.
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { problems, type ProblemType } from '../../../src/http/problem.ts'
import { messages } from '../../../src/messages/languages.ts'
import { isPage, reads } from '../../support/addresses.ts'
import { citation, document, event } from '../../support/document.ts'
import { malformedReads } from '../../support/malformed.ts'
import {
  createMemoryService,
  publicUrl,
  writing,
  type MemoryService,
} from '../../support/memory-service.ts'

let service: MemoryService
const base = '/v1/timelines/town-2020'

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document())
})

describe('the shape', () => {
  test.each(Object.entries(problems))(
    '3.1: the type %s resolves and says the same',
    async (name, status) => {
      const response = await service.fetch(`/problems/${name}`)
      expect(response.status).toBe(200)
      const { title, detail } = messages.en.problems.types[name as ProblemType]
      expect(await response.text()).toBe(`${name} (${status})\n${title}.\n${detail}\n`)
      expect(status).toBeGreaterThanOrEqual(400)
    },
  )

  test.each(malformedReads)(
    '3: %s (%s) has the members of every problem and no others',
    async (_, address) => {
      const response = await service.fetch(base + address)
      const { type, ...rest } = await response.json<Record<string, unknown>>()
      const name = String(type).slice(`${publicUrl}/problems/`.length) as ProblemType
      const { title } = messages.en.problems.types[name]
      expect(rest).toMatchObject({ title, status: response.status, detail: expect.any(String) })
      const allowed = ['title', 'status', 'detail', 'rule', 'values', 'errors']
      expect(Object.keys(rest).filter((key) => !allowed.includes(key))).toEqual([])
      for (const error of (rest['errors'] ?? []) as Record<string, unknown>[]) {
        expect(error['detail']).toMatch(/\w/)
        expect(error['rule']).toMatch(/^[a-z-]+$/)
        const known = ['detail', 'parameter', 'rule', 'values', 'hint', 'proposals']
        expect(Object.keys(error).filter((key) => !known.includes(key))).toEqual([])
      }
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
    },
  )

  test.each(reads.filter(([, , route]) => isPage(route)))(
    'people who ask for %s are answered with a page of the same status',
    async (_, address) => {
      for (const query of ['lang=%ff', 'lang=*', 'lang=en&lang=en']) {
        const response = await service.fetch(`${address}?${query}`, {
          headers: { 'accept-language': 'en' },
        })
        expect([response.status, response.headers.get('content-type')]).toEqual([
          400,
          'text/html; charset=utf-8',
        ])
        expect(response.headers.get('cache-control')).toBe('no-store')
        expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
        expect(await response.text()).toContain('<html lang="en"')
      }
    },
  )
})

describe('nothing that a client sent is repeated', () => {
  /** A text that stands nowhere else, in a form that every place can carry. */
  const markers = fc.stringMatching(/^zq[a-z]{10}$/)

  const refuses = async (address: string, init: RequestInit, marker: string) => {
    const response = await service.fetch(address, init)
    // A form keeps what was typed, as text of its fields, and so do the links to other languages.
    const text = (await response.text())
      .replaceAll(/ value="[^"<>]*"| href="[?][^"<>]*"/g, '')
      .toLowerCase()
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(text).not.toContain(marker)
    for (const [name, value] of response.headers)
      expect(`${name}: ${value}`.toLowerCase()).not.toContain(marker)
  }

  test('of addresses and headers', async () => {
    let count = 0
    const addresses = (marker: string): string[] => [
      `/${marker}`,
      `/v1/timelines/${marker}`,
      `/timelines/${marker}/events/${marker}`,
      `${base}/events/${marker}.ics`,
      `${base}/events.${marker}`,
      // A name that is not plain could be any text, so it is not repeated.
      `${base}/events?${marker}%20x=1`,
      `${base}/editions?x/${marker}`,
      `/problems/${marker}`,
      `/docs?lang=${marker}`,
      `/widget/${marker}/${marker}`,
      `/oembed?url=${marker}`,
      `/oembed?url=${publicUrl}/timelines/town-2020&format=${marker}`,
      ...[
        'theme',
        'actor',
        'from',
        'to',
        'match',
        'undated',
        'sort',
        'limit',
        'cursor',
        'facets',
        'edition',
      ].flatMap((name) => [
        `${base}/events?${name}=${marker}`,
        `/timelines/town-2020?theme=${marker}&${name}=${marker}`,
      ]),
    ]
    await fc.assert(
      fc.asyncProperty(markers, async (marker) => {
        for (const address of addresses(marker)) {
          await refuses(
            address,
            {
              headers: { 'x-marker': marker, cookie: marker, origin: `https://${marker}.example` },
            },
            marker,
          )
          count++
        }
      }),
      { numRuns: 10, seed: 9457 },
    )
    expect(count).toBeGreaterThanOrEqual(300)
  })

  test('of writes: headers and the values of bodies', async () => {
    const good = writing(1)
    const bodies = (
      marker: string,
    ): [path: string, body: string, headers: Record<string, string>][] => [
      [base, '{}', { ...good, authorization: `Bearer ${marker}` }],
      [base, '{}', { ...good, authorization: `${marker} x` }],
      [base, '{}', { ...good, 'if-match': `"${marker}"` }],
      [base, '{}', { ...good, 'content-type': `text/${marker}` }],
      [base, '{}', { ...good, 'content-encoding': marker }],
      [`${base}?${marker}%20=1`, '{}', good],
      [`${base}?dryRun=${marker}`, '{}', good],
      [base, marker, good],
      [base, `{"a": ${marker}}`, good],
      [
        base,
        JSON.stringify({ [marker]: 1 })
          .replace('}', `, "${marker}": 2}`)
          .replace('1', `"${marker}"`),
        good,
      ],
      [`${base}/head`, JSON.stringify({ edition: marker, note: [marker], [marker]: marker }), good],
      [base, JSON.stringify(document({ id: marker })), good],
      [base, JSON.stringify(document({ language: marker, timeZone: marker })), good],
      [
        base,
        JSON.stringify(document({ authority: { domain: `${marker}.example`, date: marker } })),
        good,
      ],
      [base, JSON.stringify(document({ events: [event({ date: marker })] })), good],
      [base, JSON.stringify(document({ events: [event({ kind: marker as 'point' })] })), good],
      [base, JSON.stringify(document({ events: [event({ themes: [marker] })] })), good],
      [base, JSON.stringify(document({ events: [event({ actors: [marker, marker] })] })), good],
      [base, JSON.stringify(document({ events: [event({ place: marker })] })), good],
      [base, JSON.stringify(document({ events: [event({ statedDate: marker })] })), good],
      [
        base,
        JSON.stringify(
          document({ events: [event({ citations: [citation({ source: marker })] })] }),
        ),
        good,
      ],
      [
        base,
        JSON.stringify(document({ events: [event({ id: marker }), event({ id: marker })] })),
        good,
      ],
    ]
    let count = 0
    const repeated = new Set<string>()
    await fc.assert(
      fc.asyncProperty(markers, async (marker) => {
        for (const [path, body, headers] of bodies(marker)) {
          const response = await service.fetch(path, { method: 'PUT', body, headers })
          expect(response.status).toBeGreaterThanOrEqual(400)
          // A pointer names the members on the way to the fault; nothing else comes from the body.
          const text = JSON.stringify(await response.json(), (key, value: unknown) =>
            key === 'pointer' ? '' : value,
          )
          if (text.includes(marker)) repeated.add(text.replaceAll(marker, 'MARKER'))
          for (const [name, value] of response.headers)
            expect(`${name}: ${value}`.toLowerCase()).not.toContain(marker)
          count++
        }
      }),
      { numRuns: 5, seed: 9457 },
    )
    expect(count).toBeGreaterThanOrEqual(100)
    expect([...repeated]).toEqual([])
  })
})
