// The typed client (test/contract/client): its types are those of the contract, it casts nothing, and
// what it installs is locked. `.ci/run` type-checks and runs it. [fault 7.2]
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import lock from './client/package-lock.json' with { type: 'json' }
import { clientFolder, committedHeading, typesHeading } from './client-contract.ts'

interface Entry {
  readonly integrity?: string
  readonly resolved?: string
}

test('the committed types are those of the contract; if not, run `npm run contract:types` [fault 7.2]', () => {
  expect(committedHeading()).toBe(typesHeading())
})

test('the program has no cast', () => {
  const program = readFileSync(join(clientFolder, 'program.ts'), 'utf8').replaceAll(/\/\/.*/g, '')
  expect(program).not.toMatch(/\bas\b(?! *\w+ from)|\bany\b|@ts-|[\w\])]!/)
})

test('every entry of its lock has its integrity, and none names a registry', () => {
  const entries = Object.entries(lock.packages as Record<string, Entry>).filter(
    ([path]) => path !== '',
  )
  expect(entries.length).toBeGreaterThan(20)
  for (const [path, { integrity = '', resolved }] of entries)
    expect([path, integrity.slice(0, 7), resolved]).toEqual([path, 'sha512-', undefined])
})
