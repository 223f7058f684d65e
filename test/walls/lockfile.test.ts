// What `npm ci` installs is what was locked: every package has its hash.
import { expect, test } from 'vitest'
import lock from '../../package-lock.json' with { type: 'json' }

interface Entry {
  readonly link?: boolean
  readonly integrity?: string
}

test('every entry of package-lock.json has its integrity', () => {
  const entries = Object.entries(lock.packages as Record<string, Entry>).filter(
    ([path, { link }]) => path !== '' && link !== true,
  )
  expect(entries.length).toBeGreaterThan(100)
  const without = entries.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'))
  expect(without.map(([path]) => path)).toEqual([])
})
