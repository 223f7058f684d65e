import { timingSafeEqual } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { terminalLanguage } from '../../src/cli/options.ts'
import { connect, originOf, tokenOf } from '../../src/cli/service/connection.ts'
import { localToken } from '../../src/cli/dev/token.ts'
import { sha256 } from '../../src/edition/digest.ts'
import { readSettings } from '../../src/host/settings.ts'
import { authenticate, mayPublish } from '../../src/http/token.ts'
import { jishi } from '../support/jishi.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jishi-token-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The tokens that a service reads from its secret. */
const readTokens = (secret: string) =>
  readSettings({ PUBLIC_URL: 'https://a.example', PUBLISH_TOKENS: secret }).settings.tokens

interface Made {
  readonly token: string
  readonly entry: { readonly sha256: string }
}

describe('jishi token', () => {
  test('makes a token whose entry the service takes, for its timelines and its time', async () => {
    const argv = ['token', 'ci', '--timelines', 'a,b', '--expires', '2027-06-30', '--json']
    const { token, entry } = JSON.parse((await jishi(argv)).stdout) as Made
    const known = readTokens(JSON.stringify([entry]))
    const on = (day: string) =>
      authenticate(`Bearer ${token}`, {
        tokens: known,
        equal: timingSafeEqual,
        now: () => Date.parse(day),
      })
    const found = await on('2027-06-30T12:00:00Z')
    expect(found).toMatchObject({ ok: true, value: { name: 'ci' } })
    expect((await on('2027-07-01T00:00:00Z')).ok).toBe(false)
    const may = found.ok && ['a', 'b', 'c'].map((timeline) => mayPublish(found.value, timeline))
    expect(may).toEqual([true, true, false])
  })

  test('prints the token alone on standard output, and its entry beside', async () => {
    const { stdout, stderr } = await jishi(['token', 'anna'])
    expect(stdout).toMatch(/^jishi_[\w-]{43}\n$/)
    expect(stderr).toContain(`"sha256":"${await sha256(stdout.trim())}"`)
    expect(stderr).toContain('wrangler secret put PUBLISH_TOKENS')
    expect(stderr).not.toContain(stdout.trim())
  })

  test('adds the entry to a file, which never has the token', async () => {
    const file = join(folder, 'tokens.json')
    const tokens = [await jishi(['token', 'old', '--into', file])]
    tokens.push(await jishi(['token', 'new', '--into', file]))
    const text = readFileSync(file, 'utf8')
    expect(readTokens(text).map(({ name }) => name)).toEqual(['old', 'new'])
    for (const { stdout } of tokens) expect(text).not.toContain(stdout.trim())
  })

  test('adds no second entry of one name, since the edition log could not tell them apart [fault 9.8]', async () => {
    const file = join(folder, 'named.json')
    expect((await jishi(['token', 'anna', '--into', file])).code).toBe(0)
    const before = readFileSync(file, 'utf8')
    const second = await jishi(['token', 'anna', '--into', file])
    expect([second.code, second.stdout]).toEqual([2, ''])
    expect(second.stderr).toContain('anna-2')
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  test('leaves a file alone that is no list of entries', async () => {
    const file = join(folder, 'other.json')
    writeFileSync(file, '{"a":1}')
    expect((await jishi(['token', 'x', '--into', file])).code).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe('{"a":1}')
  })

  test.each([
    ['--expires', '2027-06-31'],
    ['--expires', 'soon'],
    ['--expires', '2020-01-01'],
    ['--expires', '2027-06-30T00:00:00'],
    ['--timelines', 'a,,b'],
    ['--timelines', 'Not an id'],
  ])('with %s %s is wrong use', async (option, value) => {
    expect((await jishi(['token', 'x', option, value])).code).toBe(2)
  })
})

test('an end that cannot be read has passed [fault B3]', async () => {
  const { token, entry } = JSON.parse((await jishi(['token', 'x', '--json'])).stdout) as Made
  for (const expires of ['2999-13-01T00:00:00Z', '', 'never']) {
    const tokens = [{ name: 'x', timelines: ['*'], ...entry, expires }]
    const found = await authenticate(`Bearer ${token}`, {
      tokens,
      equal: timingSafeEqual,
      now: () => 0,
    })
    expect(found.ok).toBe(false)
  }
})

describe('the token that is sent', () => {
  const local = 'http://localhost:8787'

  test('is PUBLISH_TOKEN, wherever it goes', () => {
    expect(tokenOf(' given\n', 'https://timelines.example', folder)).toBe('given')
  })

  test.each(['密码 abc', 'ab c', 'a\nb', 'a'.repeat(201)])('is never %j', async (token) => {
    expect(connect({ wait: 0 }, { env: { PUBLISH_TOKEN: token } })).toMatchObject({
      ok: false,
      failure: {
        ending: 'usage',
        text: expect.stringMatching(/^error: PUBLISH_TOKEN.+ must be .+$/),
      },
    })
    const none = { tokens: [], equal: timingSafeEqual, now: () => 0 }
    expect(await authenticate(`Bearer ${token}`, none)).toEqual({ ok: false, failure: 'wrong' })
    const { code, stderr } = await jishi(['editions', 'a'], { PUBLISH_TOKEN: token })
    expect([code, stderr.split('\n').length]).toEqual([2, 2])
  })

  test.each(['abc', 'a-b_c.d~e+f/g==', 'a'.repeat(200)])('may be %s', (token) => {
    expect(connect({ wait: 0 }, { env: { PUBLISH_TOKEN: token } })).toMatchObject({ ok: true })
  })

  test('is made anew where the clone keeps none that can be sent', () => {
    const kept = join(folder, 'broken')
    mkdirSync(kept)
    writeFileSync(join(kept, 'token'), 'ab c\n')
    expect(localToken(kept, undefined)).toMatchObject({ made: true })
    expect(localToken(kept, undefined)).toMatchObject({ made: false })
  })

  test('is that of the clone around the folder, to a service on this machine only', () => {
    const { token } = localToken(join(folder, '.jishi'), undefined)
    expect(tokenOf('', local, join(folder, 'data/town'))).toBe(token)
    expect(tokenOf(undefined, 'https://timelines.example', folder)).toBeNull()
  })
})

test.each([
  ['http://localhost:8787/', true],
  ['http://127.0.0.1:80', true],
  ['http://[::1]:8787', true],
  ['https://timelines.example', true],
  ['http://timelines.example', false],
  ['http://localhost.evil.example', false],
  ['https://user:secret@timelines.example', false],
  ['ftp://timelines.example', false],
])('the service at %s is spoken to: %s', (address, spoken) => {
  expect(originOf(address).ok).toBe(spoken)
})

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh-Hans'],
  [{ LANG: 'zh_HK.UTF-8' }, 'zh-Hant'],
  [{ LC_ALL: '', LANG: 'zh' }, 'zh-Hans'],
  [{ LC_ALL: 'C', LANG: 'zh_CN' }, 'en'],
  [{ LANG: 'fr_FR.UTF-8' }, 'en'],
  [{}, 'en'],
])('%j asks for differences in %s', (environment, language) => {
  expect(terminalLanguage(environment)).toBe(language)
})
