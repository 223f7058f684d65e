// A packed edition beside its head, of a synthetic timeline: by default of a size that has several parts
// of events and of terms. More of both in .ci/run, with PACKED_EVENTS and PACKED_QUERIES, and in
// `npm run prove -- random`.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { everything, only, type EventQuery } from '../../src/domain/query/event-query.ts'
import { foldText } from '../../src/domain/text/fold.ts'
import { QueryTooBroad } from '../../src/edition/packed/segment-access.ts'
import { DamagedPart, type PartSource, type SegmentRoot } from '../../src/edition/segment/parts.ts'
import { kinds, queryOf } from '../bench/segments/kinds.ts'
import { memoryParts } from '../support/memory-parts.ts'
import { compareAnswers } from '../support/packed-comparison.ts'
import { packedAs, packSynthetic, type Readers } from '../support/packed-large.ts'
import { answered } from '../support/packed.ts'
import { randomQuery } from '../support/synthetic-queries.ts'
import { randomFrom, sizesFor } from '../support/synthetic.ts'

const events = Number(process.env['PACKED_EVENTS'] ?? 1000)
const queries = Number(process.env['PACKED_QUERIES'] ?? 60)

const memory = memoryParts()
const packing = packSynthetic(events, memory)

describe.each([0, 500])('a packed edition with %i edits', (edits) => {
  test('answers random queries as its head does', async () => {
    const { after } = await packing
    const readers = after(edits, memory.source)
    const { found, bounds } = await compareAnswers(readers, { events, queries, seed: edits + 1 })
    expect(found).toBeGreaterThan(0)
    expect(bounds).toBeLessThan(queries / 4)
  })
})

test('memberships and roles that changed since are those that count', async () => {
  const { after } = await packing
  const readers = after(20, memory.source, {
    actors: ({ memberOf = [], role, ...actor }) => ({
      ...actor,
      ...(memberOf.length === 0 && actor.id !== 'actor-7' && { memberOf: ['actor-7'] }),
      ...(role === undefined && { role: { 'zh-Hans': '主任' } }),
    }),
  })
  const { plain, packed } = readers
  const queries: Partial<EventQuery>[] = [{}, { actors: [only('actor-7')] }, { terms: ['主任'] }]
  for (const asked of queries) {
    const [query, slice] = [
      { ...everything, ...asked },
      { limit: 5, after: null },
    ]
    const { next: _next, ...expected } = await plain.answer(query, slice, { facets: true })
    expect(answered(await packed.answer(query, slice, { facets: true }))).toMatchObject(
      answered(expected),
    )
  }
})

test('a segment of form 1 is read as ever', async () => {
  // 60 events, as the builder of version 1.0.0 packed them.
  const { root, parts } = JSON.parse(
    readFileSync(new URL('../fixtures/segment-form-1.json', import.meta.url), 'utf8'),
  ) as { root: SegmentRoot; parts: Record<string, string | { base64: string }> }
  const stored = memoryParts()
  for (const [name, part] of Object.entries(parts))
    stored.parts.set(
      name,
      typeof part === 'string' ? part : Uint8Array.from(Buffer.from(part.base64, 'base64')),
    )
  for (const edits of [0, 12]) {
    const readers = packedAs(60, root).after(edits, stored.source)
    const { found } = await compareAnswers(readers, { events: 60, queries, seed: edits + 1 })
    expect(found).toBeGreaterThan(0)
  }
})

/** The most that a query may read when nothing is at hand, besides the head. */
const budgets = [
  { name: 'a list of 20', limit: 20, facets: false, operations: 7, keys: 30, bytes: 2e6 },
  {
    name: 'a list of 20 with facets',
    limit: 20,
    facets: true,
    operations: 9,
    keys: 32,
    bytes: 3e6,
  },
  { name: 'a list of 100', limit: 100, facets: false, operations: 8, keys: 110, bytes: 8e6 },
] as const

test.each(budgets)(
  '$name stays within its budget of reads, whatever is asked for',
  async (budget) => {
    const { after } = await packing
    const random = randomFrom(7)
    for (const [round, kind] of [1, 2, 3].flatMap((round) =>
      Object.keys(kinds).map((kind) => [round, kind] as const),
    )) {
      const { packed } = after(round === 3 ? 500 : 0, memory.source)
      memory.taken()
      const query = queryOf(kind, random, sizesFor(events))
      await packed.answer(query, { limit: budget.limit, after: null }, { facets: budget.facets })
      const taken = memory.taken()
      expect(taken.operations, kind).toBeLessThanOrEqual(budget.operations)
      expect(taken.keys, kind).toBeLessThanOrEqual(budget.keys)
      expect(taken.bytes, kind).toBeLessThanOrEqual(budget.bytes)
    }
  },
)

test('long texts are found, and what only seems to hold them is not', async () => {
  const { after } = await packing
  const { plain, packed } = after(0, memory.source)
  const { events: all } = await plain.answer(everything, { limit: 100, after: null })
  const long = all
    .map(({ summary }) => foldText(summary?.['zh-Hans'] ?? ''))
    .find((text) => new Set(text).size > 60) as string
  for (const terms of [
    [long],
    [long, `${long}呂`],
    [long.slice(0, 30), long.slice(30), long.slice(10, 50)],
    [`${long.slice(0, 40)}呂`, long.slice(41)],
  ]) {
    const [query, slice] = [
      { ...everything, terms },
      { limit: 5, after: null },
    ]
    const { next: _next, ...expected } = await plain.answer(query, slice)
    expect(answered(await packed.answer(query, slice))).toMatchObject(answered(expected))
  }
})

test('a single character is too broad for a packed edition', async () => {
  const { after } = await packing
  const { packed } = after(0, memory.source)
  const slice = { limit: 20, after: null }
  await expect(packed.answer({ ...everything, terms: ['疫'] }, slice)).rejects.toThrow(
    QueryTooBroad,
  )
})

describe('a damaged part', () => {
  test('never gives a wrong answer, and is told', async () => {
    const { after } = await packing
    const random = randomFrom(3)
    let told = 0
    for (let round = 0; round < 200; round++) {
      const seed = Math.floor(random() * 1e6)
      const read = new Set<string>()
      const expected = await answerOf(after(0, recording(read)).packed, seed)
      // One that the answer needs.
      const names = [...read]
      const damaged = names[Math.floor(random() * names.length)] ?? ''
      const { packed } = after(0, damagedSource(damaged, random))
      const found = await answerOf(packed, seed)
      if (found === damaged) told++
      expect([damaged, expected], `seed ${seed}`).toContainEqual(found)
    }
    expect(told).toBeGreaterThan(100)
  })
})

/** The answer; or the name of the part that was told to be damaged, or that the query is too broad. */
async function answerOf(packed: Readers['packed'], seed: number): Promise<unknown> {
  const query = randomQuery(randomFrom(seed), sizesFor(events))
  try {
    const { next: _next, ...answer } = await packed.answer(
      query,
      { limit: 20, after: null },
      { facets: true },
    )
    return answer
  } catch (error) {
    if (error instanceof DamagedPart) return error.part
    if (error instanceof QueryTooBroad) return 'too broad'
    throw error
  }
}

/** All parts as they are; says which were read. */
const recording = (read: Set<string>): PartSource => {
  const noted = (names: readonly string[]) => names.forEach((name) => read.add(name))
  return {
    bytes(names) {
      noted(names)
      return memory.source.bytes(names)
    },
    texts(names) {
      noted(names)
      return memory.source.texts(names)
    },
  }
}

/** A part with one flipped bit, cut short, missing, or in the place of another one. */
function damagedSource(damaged: string, random: () => number): PartSource {
  const [way, where] = [Math.floor(random() * 4), random()]
  const kind = /[a-z](?=\d+$)/.exec(damaged)?.[0] ?? ''
  const others = [...memory.parts.keys()].filter((name) => name.includes(`/${kind}`))
  const other = others[Math.floor(random() * others.length)] ?? ''
  const damage = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null => {
    const at = Math.floor(where * bytes.length)
    if (way === 0) return bytes.map((byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte))
    return way === 1 ? bytes.slice(0, at) : null
  }
  const named = (name: string): string => (name === damaged && way === 3 ? other : name)
  return {
    async bytes(names) {
      const parts = await memory.source.bytes(names.map(named))
      return parts.map((part, index) =>
        names[index] === damaged && part !== null && way < 3 ? damage(part) : part,
      )
    },
    async texts(names) {
      const parts = await memory.source.texts(names.map(named))
      return parts.map((part, index) => {
        if (names[index] !== damaged || part === null || way === 3) return part
        const bytes = damage(Uint8Array.from(new TextEncoder().encode(part)))
        return bytes && new TextDecoder().decode(bytes)
      })
    },
  }
}
