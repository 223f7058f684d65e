// The check of documents that nobody would write: any JSON, anywhere in a document.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDocument } from '../../src/domain/check/rules.ts'
import { faultReasons, type Fault } from '../../src/domain/check/fault.ts'
import { valueOffsets } from '../../src/domain/document/json.ts'
import { document } from '../support/document.ts'

const faultsOf = (value: unknown): Fault[] => {
  const checked = checkDocument(value)
  return checked.ok ? [] : checked.failure
}

/** Any JSON value put in the place of some value of a valid document. */
const poisoned = fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 4 })).map(([seed, poison]) => {
  const pointers = [...valueOffsets(JSON.stringify(document())).keys()]
  const path = (pointers[seed % pointers.length] ?? '').split('/').slice(1)
  return replaced(document(), path, poison)
})

function replaced(
  value: unknown,
  [key, ...rest]: readonly string[],
  replacement: unknown,
): unknown {
  if (key === undefined) return replacement
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...Object(value) }
  Reflect.set(copy, key, replaced(Reflect.get(copy, key), rest, replacement))
  return copy
}

describe('whatever comes in', () => {
  const anything = fc.oneof(fc.jsonValue(), fc.object(), poisoned)

  it('nothing is thrown', () => {
    fc.assert(fc.property(anything, (value) => typeof checkDocument(value).ok === 'boolean'))
    let deep: unknown = 'x'
    for (let level = 0; level < 100_000; level++) deep = { events: [deep], title: deep }
    expect(checkDocument(deep).ok).toBe(false)
  })

  it('every pointer resolves, every reason is listed, and no fault is told twice', () => {
    let seen = 0
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), poisoned), (value) => {
        const pointers = new Set(valueOffsets(JSON.stringify(value)).keys())
        const faults = faultsOf(value)
        seen += faults.length
        for (const { pointer, reason } of faults) {
          expect(pointers).toContain(pointer)
          expect(faultReasons).toContain(reason)
        }
        expect(new Set(faults.map((fault) => JSON.stringify(fault))).size).toBe(faults.length)
      }),
    )
    expect(seen).toBeGreaterThan(100)
  })

  it('what is accepted is what came in', () => {
    let seen = 0
    fc.assert(
      fc.property(poisoned, (value) => {
        const checked = checkDocument(value)
        if (checked.ok) seen++
        expect(checked.ok ? checked.value : value).toEqual(value)
      }),
      { numRuns: 500 },
    )
    expect(seen).toBeGreaterThan(0)
  })
})
