import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { actor, document, event } from '../support/document.ts'
import { jishi, startJishi, type Variables } from '../support/jishi.ts'
import { ownFolder, ownService, writeDocument } from '../support/own.ts'
import type { RealService } from '../support/real-service.ts'

let folder = ''
let real: RealService

beforeEach(async () => {
  folder = ownFolder()
  real = await ownService()
})

const file = (content: TimelineDocument, name?: string) => writeDocument(folder, content, name)

/** The document of the tests with another date of its first event. */
const redated = (date: string) =>
  document({ events: [event({ date }), document().events[1] ?? event()] })

const publish = (path: string, argv: readonly string[] = [], variables: Variables = {}) =>
  jishi(['publish', path, '--to', real.origin, '--wait', '5', ...argv], variables)

const isDryRun = (call: string): boolean => call.includes('?dryRun=true')
const writes = () => real.calls.filter((call) => !call.startsWith('GET') && !isDryRun(call))

interface Log {
  readonly editions: readonly { readonly number: number; readonly note?: string }[]
}
const log = async () =>
  (await (await real.service.fetch('/v1/timelines/town-2020/editions')).json()) as Log

describe('jishi publish', () => {
  test('publishes a first edition and says where readers see it', async () => {
    const { code, stdout, stderr } = await publish(file(document()), ['--yes', '--note', 'First'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('from nothing: this is its first edition')
    expect(stdout).toContain('2 events added')
    expect(stdout).toContain('Published as edition 1 of town-2020')
    expect(stdout).toContain(`Readers see it: ${real.origin}/timelines/town-2020`)
    expect((await log()).editions).toMatchObject([{ number: 1, note: 'First' }])
  })

  test('says of a first edition without events that it begins the timeline', async () => {
    const path = file(document({ events: [] }))
    const begins = 'begins the timeline, without events'
    expect((await publish(path, ['--yes'])).stdout).toContain(`to ${path}: ${begins}\n`)
    for (const command of ['editions', 'diff'])
      expect((await jishi([command, 'town-2020', '--to', real.origin])).stdout).toContain(begins)
  })

  test('shows in words what it changes before it writes', async () => {
    await publish(file(document()), ['--yes'])
    const themes = document().themes.map((theme) =>
      theme.id === 'reopening' ? { ...theme, label: { 'zh-Hans': '复产', en: 'Restart' } } : theme,
    )
    const changed = { ...redated('2020-02-02/2020-02-10'), themes }
    const { code, stdout } = await publish(file(changed), ['--yes', '--lang', 'zh-Hans'])
    expect(code).toBe(0)
    expect(stdout.split('\n').slice(1, 6)).toEqual([
      `改为 ${join(folder, 'town.json')}：修改1个事件，名称、来源等改动1项`,
      '  ~ 党支部成立 (branches-formed)',
      '      日期：2020年2月1日至10日 → 2020年2月2日至10日',
      '  ~ 主题 复产 (reopening)',
      '      名称：复工 → 复产',
    ])
    expect(writes().at(-1)).toBe('PUT /v1/timelines/town-2020 "1"')
  })

  test('takes the language of differences from the environment', async () => {
    const dryRun = ['--dry-run']
    const { stdout } = await publish(file(document()), dryRun, { LC_ALL: 'zh_TW.UTF-8' })
    expect(stdout).toContain('新增2個事件')
  })

  test('takes a tag close to a language that it has, and refuses others [fault 5.5]', async () => {
    const dryRun = (lang: string) => publish(file(document()), ['--dry-run', '--lang', lang])
    expect((await dryRun('zh_TW')).stdout).toContain('新增2個事件')
    expect((await dryRun('EN_us')).stdout).toContain('2 events added')
    expect((await dryRun('fr')).stderr).toContain('one of zh-Hans, zh-Hant, en')
  })

  test('changes nothing in a dry run, but asks the service whether it would', async () => {
    const { code, stdout } = await publish(file(document()), ['--dry-run'])
    expect(code).toBe(0)
    expect(stdout).toContain('2 events added')
    expect(stdout).toContain('Nothing was published. The service would take it.')
    expect(new Set(real.calls.filter(isDryRun))).toEqual(
      new Set(['PUT /v1/timelines/town-2020?dryRun=true *']),
    )
    expect(writes()).toEqual([])
    expect((await real.service.fetch('/v1/timelines/town-2020')).status).toBe(404)
  })

  test('tells in a dry run what the service would refuse', async () => {
    await publish(file(document()), ['--yes'])
    const moved = { ...document(), authority: { domain: 'other.example', date: '2026' } }
    const { code, stderr } = await publish(file(moved), ['--dry-run'])
    expect(code).toBe(1)
    expect(stderr).toContain('/authority  is fixed at the first edition')
  })

  test('compares without a token, but cannot ask the service', async () => {
    const { code, stdout } = await publish(file(document()), ['--dry-run'], { PUBLISH_TOKEN: '' })
    expect(code).toBe(0)
    expect(stdout).toContain('Without a token')
    expect(writes()).toEqual([])
  })

  test('publishes nothing where nothing differs', async () => {
    await publish(file(document()), ['--yes'])
    const { code, stdout } = await publish(file(document()), ['--yes'])
    expect(code).toBe(0)
    expect(stdout).toContain('Nothing to publish: edition 1 of town-2020 has the same content')
    expect(writes()).toHaveLength(1)
  })

  test('refuses a document with faults before it asks any service', async () => {
    const path = file(document({ actors: [actor()] }))
    const { code, stderr } = await publish(path, ['--yes'])
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /town\.json:\d+:\d+: \/events\/0\/actors\/0 \(branches-formed\) unknown-actor: /,
    )
    expect(real.calls).toEqual([])
  })

  test('writes nothing where nobody can be asked', async () => {
    const { code, stderr } = await publish(file(document()))
    expect(code).toBe(2)
    expect(stderr).toContain('agree beforehand with --yes')
    expect(real.calls).toEqual([])
  })

  test('prints one JSON value for programs', async () => {
    await publish(file(document()), ['--yes'])
    const { stdout } = await publish(file(redated('2020-02-02')), ['--dry-run', '--json'])
    expect(stdout).toContain('"ok": false')
    const published = await publish(file(redated('2020-02-02/2020-02-10')), ['--yes', '--json'])
    expect(JSON.parse(published.stdout)).toMatchObject({
      ok: true,
      ending: 'done',
      timeline: 'town-2020',
      base: 1,
      edition: 2,
      outcome: 'created',
      visible: true,
      changes: {
        added: [],
        changed: [
          {
            id: 'branches-formed',
            fields: [
              {
                field: 'date',
                words: [
                  { name: 'Date', before: '1–10 February 2020', after: '2–10 February 2020' },
                ],
              },
            ],
          },
        ],
      },
    })
  })
})

describe('a refused publish', () => {
  test.each([
    ['a wrong token', { PUBLISH_TOKEN: 'nonsense' }, 5, '401 A valid token is needed'],
    ['no token', { PUBLISH_TOKEN: '' }, 5, 'Set PUBLISH_TOKEN'],
    ['a token of another timeline', { PUBLISH_TOKEN: 'narrow-token' }, 5, 'not for this timeline'],
    ['an expired token', { PUBLISH_TOKEN: 'former-token' }, 5, 'has not expired'],
  ])('with %s ends with its code and a hint', async (_, variables, expected, words) => {
    const { code, stderr } = await publish(file(document()), ['--yes'], variables)
    expect(code).toBe(expected)
    expect(stderr).toContain(words)
  })

  test('by a service that is not there ends with 4', async () => {
    const argv = ['publish', file(document()), '--yes', '--to', 'http://localhost:1', '--wait', '0']
    const { code, stderr } = await jishi(argv)
    expect(code).toBe(4)
    expect(stderr).toContain('The service does not answer')
    expect(stderr).toContain('npm start')
  })

  test('by an overloaded service is repeated as the service asks, then given up', async () => {
    real.gate = ({ method }, response) => {
      if (method === 'GET') return false
      response.writeHead(429, { 'retry-after': '1', 'content-type': 'application/problem+json' })
      response.end(
        JSON.stringify({
          type: 'https://service.example/problems/rate-limited',
          title: 'Too many requests',
        }),
      )
      return true
    }
    const argv = ['publish', file(document()), '--yes', '--to', real.origin, '--wait', '2']
    const { code, stderr } = await jishi(argv)
    expect(code).toBe(4)
    expect(stderr).toContain('429 Too many requests; trying again in 1 s')
    expect(real.calls.filter((call) => !call.startsWith('GET'))).toHaveLength(2)
  })

  test.each([
    ['http://timelines.example', 'is reached by https'],
    ['timelines.example', 'must be an http or https address'],
    ['https://timelines.example/v1', 'only its origin'],
  ])('to %s is wrong use', async (address, words) => {
    const { code, stderr } = await jishi(['publish', file(document()), '--yes', '--to', address])
    expect(code).toBe(2)
    expect(stderr).toContain(words)
  })
})

describe('a connection that breaks', () => {
  test('before the service has the document is tried again', async () => {
    let breaks = 2
    real.gate = ({ method, socket }) => {
      if (method !== 'PUT' || breaks-- <= 0) return false
      socket.destroy()
      return true
    }
    const { code, stderr } = await publish(file(document()), ['--yes'])
    expect(code).toBe(0)
    expect(stderr).toContain('The service does not answer')
    expect((await log()).editions).toHaveLength(1)
  })

  test('after the service has published makes one edition', async () => {
    await publish(file(document()), ['--yes'])
    let breaks = 1
    real.gate = async ({ method, socket }, _, pass) => {
      if (method !== 'PUT' || breaks-- <= 0) return false
      await pass()
      socket.destroy()
      return true
    }
    const { code, stdout } = await publish(file(redated('2020-02-03/2020-02-10')), ['--yes'])
    expect(code).toBe(0)
    expect(stdout).toContain('Published as edition 2 of town-2020 (it was there already')
    expect((await log()).editions).toHaveLength(2)
    expect(writes().slice(1)).toEqual(Array(2).fill('PUT /v1/timelines/town-2020 "1"'))
  })

  test('for good leaves a publish that the next run finishes', async () => {
    await publish(file(document()), ['--yes'])
    real.gate = async ({ method, socket }, _, pass) => {
      if (method !== 'PUT') return false
      await pass()
      socket.destroy()
      return true
    }
    const mended = file(redated('2020-02-03/2020-02-10'))
    expect((await publish(mended, ['--yes', '--wait', '0'])).code).toBe(4)
    real.gate = undefined
    const { code, stdout } = await publish(mended, ['--yes'])
    expect(code).toBe(0)
    expect(stdout).toContain('Nothing to publish: edition 2')
  })
})

describe('two publishes at once', () => {
  test('have one winner; the other is told what changed meanwhile and how to go on', async () => {
    await publish(file(document()), ['--yes'])
    // Both have read edition 1 before either writes.
    let reached = 0
    const both = Promise.withResolvers<void>()
    real.gate = async ({ method }) => {
      if (method !== 'PUT') return false
      if (++reached === 2) both.resolve()
      await both.promise
      return false
    }
    const [one, other] = ['2020-02-02/2020-02-10', '2020-02-05/2020-02-10'].map((date, index) =>
      startJishi([
        'publish',
        file(redated(date), `${index}.json`),
        '--yes',
        '--onto',
        '1',
        '--to',
        real.origin,
      ]),
    )
    const ended = [await one!.ended, await other!.ended]
    expect(ended.map(({ code }) => code).toSorted()).toEqual([0, 3])
    const loser = ended.find(({ code }) => code === 3)!
    const winner = ended.find(({ code }) => code === 0)!
    const date = ended.indexOf(winner) === 0 ? '2–10 February 2020' : '5–10 February 2020'
    expect(loser.stderr).toContain(
      'conflict: not published: somebody published edition 2 (by editor',
    )
    expect(loser.stderr).toContain(`Date: 1–10 February 2020 → ${date}`)
    expect(loser.stderr).toContain('jishi pull town-2020 -o newest.json')
    expect((await log()).editions).toHaveLength(2)
  })

  test('of the same content both succeed, with one edition', async () => {
    await publish(file(document()), ['--yes'])
    const mended = redated('2020-02-02/2020-02-10')
    let isFirst = true
    real.gate = async ({ method }) => {
      if (method !== 'PUT' || !isFirst) return false
      isFirst = false
      await real.service.publish(document({ events: [event()] }), 1)
      await real.service.publish(mended, 2)
      return false
    }
    const { code, stdout } = await publish(file(mended), ['--yes'])
    expect(code).toBe(0)
    expect(stdout).toContain('Published as edition 3 of town-2020 (it was there already')
    expect((await log()).editions).toHaveLength(3)
  })

  test('are noticed beforehand where the document names its base', async () => {
    await publish(file(document()), ['--yes'])
    await publish(file(redated('2020-02-02/2020-02-10')), ['--yes'])
    const path = file(redated('2020-02-05/2020-02-10'))
    const { code, stdout } = await publish(path, ['--yes', '--onto', '1', '--json'])
    expect(code).toBe(3)
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      ending: 'conflict',
      base: 1,
      current: { number: 2, by: 'editor' },
      changes: { changed: [{ id: 'branches-formed' }] },
    })
    expect(writes()).toHaveLength(2)
  })
})
