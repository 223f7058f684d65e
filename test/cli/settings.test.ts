// The settings of a deployed service: each fault is named with its rule, and no value is repeated.
import { describe, expect, test } from 'vitest'
import { misconfiguredApp } from '../../src/http/misconfigured.ts'
import { readSettings } from '../../src/host/settings.ts'

const PUBLIC_URL = 'https://timelines.example'
const hash = 'a'.repeat(64)
const entry = { name: 'ci', sha256: hash, timelines: ['*'] }
const tokens = (...entries: readonly object[]) => JSON.stringify(entries)

const faultsOf = (environment: Parameters<typeof readSettings>[0]): string[] =>
  readSettings({ PUBLIC_URL, ...environment }).faults.map(
    ({ setting, detail }) => `${setting}: ${detail}`,
  )

test('have defaults', () => {
  expect(readSettings({ PUBLIC_URL: `${PUBLIC_URL}/`, PUBLISH_TOKENS: ' ' })).toEqual({
    settings: { publicUrl: PUBLIC_URL, tokens: [], publishInterval: 1000, chaosRate: 0 },
    faults: [],
  })
})

describe('PUBLIC_URL', () => {
  test.each([
    undefined,
    '',
    'timelines.example',
    'ftp://timelines.example',
    'https://timelines.example/base',
    'https://user:secret@timelines.example',
    'https://timelines.example?a=1',
    'https://',
  ])('is refused as %j [fault B13]', (address) => {
    const faults = faultsOf({ PUBLIC_URL: address })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^PUBLIC_URL: must be /)
  })
})

describe('PUBLISH_TOKENS', () => {
  test('never stands in a fault, whatever is wrong with it [fault B2]', () => {
    const secret = 'jishi_a-real-token-by-mistake'
    for (const text of [
      secret,
      `["${secret}"]`,
      tokens({ ...entry, sha256: secret }),
      tokens({ ...entry, name: 'x'.repeat(101), [secret]: 1 }),
      tokens({ ...entry, timelines: [secret] }),
      tokens({ ...entry, expires: secret }),
    ]) {
      const faults = faultsOf({ PUBLISH_TOKENS: text })
      expect(faults.length).toBeGreaterThan(0)
      expect(faults.join()).not.toContain(secret)
    }
  })

  test('names the entry, the field and the rule [fault B2]', () => {
    const second = { ...entry, name: 'two', sha256: 'the-token' }
    expect(faultsOf({ PUBLISH_TOKENS: tokens(entry, second) })).toEqual([
      'PUBLISH_TOKENS: [1].sha256 must be the SHA-256 of the token, 64 hexadecimal digits in lower case, not the token itself',
    ])
  })

  test('has one token once [fault B16]', () => {
    expect(faultsOf({ PUBLISH_TOKENS: tokens(entry, { ...entry, name: 'two' }) })).toHaveLength(1)
  })

  test.each([
    '2020-01-01T00:00:00+08',
    '2020-01-01',
    '2020-02-30T00:00:00Z',
    '2020-01-01T00:00:00',
    'soon',
    '',
  ])('has no entry that expires at %j [fault B3]', (expires) => {
    // An offset without minutes is ISO 8601, but no RFC 3339 and NaN for Date.
    const isRead = expires === '2020-01-01T00:00:00+08'
    expect(faultsOf({ PUBLISH_TOKENS: tokens({ ...entry, expires }) })).toHaveLength(isRead ? 0 : 1)
  })
})

test.each(['abc', '-1', '1e3', '1.5', 'Infinity'])('PUBLISH_INTERVAL is not %s', (interval) => {
  expect(faultsOf({ PUBLISH_INTERVAL: interval })).toHaveLength(1)
  expect(readSettings({ PUBLIC_URL, PUBLISH_INTERVAL: interval }).settings.publishInterval).toBe(
    1000,
  )
})

test.each(['5%', '-1', '1.1', 'yes'])('CHAOS_KV is not %s', (rate) => {
  expect(faultsOf({ CHAOS_KV: rate })).toEqual(['CHAOS_KV: must be a number from 0 to 1'])
})

test('every fault is told at once, by every address, with the reason [fault B13]', async () => {
  const { faults } = readSettings({ PUBLISH_TOKENS: '{', PUBLISH_INTERVAL: 'x' })
  const app = misconfiguredApp(faults.map(({ setting, detail }) => `${setting}: ${detail}`))
  for (const method of ['GET', 'PUT']) {
    const response = await app.fetch(new Request('https://a.example/health', { method }))
    expect(response.status).toBe(503)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { errors } = (await response.json()) as { errors: { detail: string }[] }
    expect(errors.map(({ detail }) => detail.split(':')[0])).toEqual([
      'PUBLIC_URL',
      'PUBLISH_TOKENS',
      'PUBLISH_INTERVAL',
    ])
  }
})
