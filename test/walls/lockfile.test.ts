// What `npm ci` installs is what was locked: every package has its hash.
import { expect, test } from 'vitest'
import lock from '../../package-lock.json' with { type: 'json' }
import ofClients from '../mcp/client/package-lock.json' with { type: 'json' }

interface Entry {
  readonly link?: boolean
  readonly integrity?: string
  readonly resolved?: string
}

test('every entry of package-lock.json has its integrity', () => {
  const entries = Object.entries(lock.packages as Record<string, Entry>).filter(
    ([path, { link }]) => path !== '' && link !== true,
  )
  expect(entries.length).toBeGreaterThan(100)
  const without = entries.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'))
  expect(without.map(([path]) => path)).toEqual([])
})

test('every entry of the lock of test/mcp/client has its integrity, and none names a registry', () => {
  const entries = Object.entries(ofClients.packages as Record<string, Entry>).filter(
    ([path]) => path !== '',
  )
  expect(entries.length).toBeGreaterThan(20)
  for (const [path, { integrity = '', resolved }] of entries)
    expect([path, integrity.slice(0, 7), resolved]).toEqual([path, 'sha512-', undefined])
})
