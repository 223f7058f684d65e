import { timingSafeEqual } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { terminalLanguage } from '../../src/cli/terminal/speech.ts'
import { connect, originOf, tokenOf } from '../../src/cli/service/connection.ts'
import { announceService, cloneAround } from '../../src/cli/dev/running.ts'
import { localToken } from '../../src/cli/dev/token.ts'
import { sha256 } from '../../src/edition/digest.ts'
import { readSettings } from '../../src/host/settings.ts'
import { authenticate, mayPublish } from '../../src/http/token.ts'
import { jishi } from '../support/jishi.ts'
import { folderOfFile } from '../support/own.ts'

const folder = folderOfFile()

/** A folder of its own. */
function made(name: string): string {
  const path = join(folder, name)
  mkdirSync(path)
  return path
}

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
    // Blanks around a name are none of it.
    expect((await jishi(['token', ' anna ', '--into', file])).code).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe(before)
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
    expect(tokenOf(' given\n', 'https://timelines.example', null)).toBe('given')
  })

  test.each(['密码 abc', 'ab c', 'a\nb', 'a'.repeat(201)])('is never %j', async (token) => {
    expect(connect({ wait: 0, to: local }, { env: { PUBLISH_TOKEN: token } })).toMatchObject({
      ok: false,
      failure: {
        ending: 'usage',
        text: expect.stringMatching(/^error: PUBLISH_TOKEN.+ must be .+$/),
      },
    })
    const none = { tokens: [], equal: timingSafeEqual, now: () => 0 }
    expect(await authenticate(`Bearer ${token}`, none)).toEqual({ ok: false, failure: 'wrong' })
    const { code, stderr } = await jishi(['editions', 'a', '--to', local], { PUBLISH_TOKEN: token })
    expect([code, stderr.split('\n').length]).toEqual([2, 2])
  })

  test.each(['abc', 'a-b_c.d~e+f/g==', 'a'.repeat(200)])('may be %s', (token) => {
    expect(connect({ wait: 0, to: local }, { env: { PUBLISH_TOKEN: token } })).toMatchObject({
      ok: true,
    })
  })

  test('is made anew where the clone keeps none that can be sent', () => {
    const kept = join(folder, 'broken')
    mkdirSync(kept)
    writeFileSync(join(kept, 'token'), 'ab c\n')
    expect(localToken(kept, undefined)).toMatchObject({ made: true })
    expect(localToken(kept, undefined)).toMatchObject({ made: false })
  })

  test('is that of the clone around the folder, to its own service only [fault 9.5]', () => {
    const clone = join(folder, 'clone')
    const { token } = localToken(join(clone, '.jishi'), undefined)
    const sentTo = (origin: string, from = clone) => tokenOf('', origin, cloneAround(from))
    expect(sentTo(local)).toBeNull()
    const recall = announceService(clone, 8787)
    expect(sentTo(local, join(clone, 'data/town'))).toBe(token)
    expect(sentTo('http://127.0.0.1:8787')).toBe(token)
    expect(sentTo('http://localhost:9000')).toBeNull()
    expect(sentTo('https://timelines.example:8787')).toBeNull()
    // A copy of the clone has the files, and no service.
    const copy = join(folder, 'copy')
    cpSync(clone, copy, { recursive: true })
    expect(cloneAround(copy)).toEqual({ root: copy, ports: [] })
    expect(sentTo(local, copy)).toBeNull()
    recall()
    expect(sentTo(local)).toBeNull()
  })

  test('is none where .jishi is no folder of a clone', () => {
    const other = join(folder, 'other')
    mkdirSync(other)
    writeFileSync(join(other, '.jishi'), '')
    expect(() => cloneAround(other)).not.toThrow()
  })

  test('is of no process that has ended [fault 9.7]', () => {
    const clone = made('ended')
    announceService(clone, 8787)
    const file = join(clone, '.jishi/service-8787.json')
    const record = JSON.parse(readFileSync(file, 'utf8')) as object
    for (const other of [{ pid: 2 ** 22 + 1 }, { began: 'another boot 1' }, { clone: '1:1' }]) {
      writeFileSync(file, JSON.stringify({ ...record, ...other }))
      const isTold = process.platform === 'linux' || !('began' in other)
      expect(cloneAround(clone)?.ports).toEqual(isTold ? [] : [8787])
    }
    writeFileSync(file, 'nonsense')
    expect(cloneAround(clone)?.ports).toEqual([])
  })
})

describe('the service that a command calls', () => {
  const connected = (clone: string) => {
    vi.spyOn(process, 'cwd').mockReturnValue(clone)
    const connection = connect({ wait: 0 }, { env: {} })
    vi.restoreAllMocks()
    return connection
  }

  test('is the one of npm start in this clone, at whatever port [fault 9.5]', () => {
    const clone = made('one')
    announceService(clone, 9000)
    expect(connected(clone)).toMatchObject({
      ok: true,
      value: {
        origin: 'http://localhost:9000',
        place: `http://localhost:9000 (npm start of ${clone})`,
      },
    })
  })

  test('is none where none runs, and must be named where several do [fault 9.5]', () => {
    expect(connected(folder)).toMatchObject({
      failure: { ending: 'unavailable', text: expect.stringContaining('npm start') },
    })
    const clone = made('several')
    announceService(clone, 9000)
    announceService(clone, 9001)
    expect(connected(clone)).toMatchObject({
      failure: {
        ending: 'usage',
        text: expect.stringContaining('--to http://localhost:9000 or --to http://localhost:9001'),
      },
    })
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
])('%j speaks %s', (environment, language) => {
  expect(terminalLanguage(environment)).toBe(language)
})
