import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freePort } from '../../src/cli/dev/port.ts'
import { cloneAround } from '../../src/cli/dev/running.ts'
import { createServiceClient } from '../../src/cli/service/http-client.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { document, event } from '../support/document.ts'
import { sampled } from '../support/extent.ts'
import { patience, until } from '../support/patience.ts'

const repository = join(import.meta.dirname, '../..')
const script = join(repository, 'test/support/fake-start.ts')
let clone = ''
let started: ChildProcess[] = []

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'jishi-start-'))
  symlinkSync(join(repository, 'node_modules'), join(clone, 'node_modules'))
  started = []
  writeTimeline(document({ id: 'a' }))
})

afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(clone, { recursive: true, force: true })
})

function writeTimeline(timeline: TimelineDocument, folder = timeline.id): void {
  mkdirSync(join(clone, 'data', folder), { recursive: true })
  writeFileSync(join(clone, 'data', folder, 'timeline.json'), JSON.stringify(timeline, null, 2))
}

/**
 * Below the ports that systems hand out, so that no server of another test takes it between the look
 * of the start and the moment when the service listens.
 */
const anyPort = (): number => 10_000 + Math.floor(Math.random() * 20_000)

interface Run {
  readonly child: ChildProcess
  readonly exit: Promise<number | null>
  text(): string
  /** Resolves once the output has it, and rejects when the process ends before. */
  saying(words: string): Promise<void>
}

const usual = (): Record<string, string> => ({
  PORT: String(anyPort()),
  PUBLISH_TOKEN: '',
  LC_ALL: 'C',
  CLONE: clone,
  // Only one test is about the deadline.
  DEADLINE: String(patience.wait),
})

function run(environment: Record<string, string> = {}, argv: readonly string[] = []): Run {
  const env = { ...process.env, ...usual(), ...environment }
  const child = spawn(process.execPath, [script, ...argv], {
    env,
    // As npm does.
    cwd: env.CLONE,
  })
  started.push(child)
  let output = ''
  let hasEnded = false
  const exit = once(child, 'close').then(([code]) => {
    hasEnded = true
    return code as number | null
  })
  const collect = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const saying = (words: string): Promise<void> =>
    until(`the start says "${words}"`, () => {
      const isSaid = output.includes(words)
      if (hasEnded && !isSaid) throw new Error(`ended without saying "${words}":\n${output}`)
      return isSaid
    })
  return { child, exit, text: () => output, saying }
}

/** At a port that nobody, such as another run of the tests, had taken by then. */
async function atFreePort(
  runAt: (port: number) => Promise<string>,
): Promise<{ readonly port: number; readonly text: string }> {
  const port = await freePort(anyPort())
  const text = await runAt(port)
  return text.includes(`port ${port} is taken`) ? atFreePort(runAt) : { port, text }
}

async function runOnce(
  environment: Record<string, string> = {},
  argv: readonly string[] = [],
): Promise<string> {
  const service = run(environment, argv)
  await service.saying('Ctrl-C')
  service.child.kill('SIGINT')
  expect(await service.exit).toBe(0)
  return service.text()
}

/** Starts, publishes a second edition through the API, and stops. */
async function publishElsewhere(timeline: TimelineDocument): Promise<void> {
  const service = run()
  await service.saying('Ctrl-C')
  const [origin = ''] = /http:\/\/localhost:\d+/.exec(service.text()) ?? []
  const token = readFileSync(join(clone, '.jishi/token'), 'utf8').trim()
  const client = createServiceClient({ origin, token })
  const published = await client.publish({ timeline: timeline.id, document: timeline, base: 1 })
  expect(published).toMatchObject({ ok: true, value: { edition: 2 } })
  service.child.kill('SIGINT')
  expect(await service.exit).toBe(0)
}

/** The current edition of each timeline in the state that the last start left. */
const keptEditions = (): [string, number][] => {
  const state = readFileSync(join(clone, '.wrangler/state/editions.json'), 'utf8')
  const editions = JSON.parse(state) as [string, { readonly number: number }][]
  return editions.map(([id, { number }]) => [id, number])
}

/** State and command line as the system tells them; empty for a process that has ended. */
const processLine = (pid: number | undefined): string =>
  spawnSync('ps', ['-o', 'stat=,args=', '-p', String(pid)], { encoding: 'utf8' }).stdout

const isAlive = (pid: number): boolean => /^[^Z\s]/.test(processLine(pid))

async function untilGone(pids: readonly number[]): Promise<void> {
  expect(pids.length).toBeGreaterThan(1)
  await until(`${pids.join(' ')} are gone`, () => !pids.some(isAlive))
}

const processesOf = (service: Run): number[] =>
  (/runtime (\d+) wrangler (\d+)/.exec(service.text()) ?? []).slice(1).map(Number)

describe('publishing data', () => {
  test('publishes every timeline of data/, and nothing on a second start', async () => {
    writeTimeline(document({ id: 'b' }))
    const first = await runOnce()
    expect(first).toContain('✓ a  edition 1, published')
    expect(first).toContain('✓ b  edition 1, published')
    const second = await runOnce()
    expect(second).toContain('✓ a  edition 1, unchanged')
    expect(second).toContain('✓ b  edition 1, unchanged')
  })

  test('publishes the next edition of an edited timeline', async () => {
    await runOnce()
    writeTimeline(document({ id: 'a', credit: 'edited' }))
    expect(await runOnce()).toContain('✓ a  edition 2, published')
  })

  test('leaves alone what was published through the API since, and tells how to go back', async () => {
    await publishElsewhere(document({ id: 'a', credit: 'of the API' }))
    const text = await runOnce()
    expect(text).toContain('! a  not published: data/a/timeline.json')
    expect(text).toMatch(/edition 2 \(by anna, .+\) stands; the file is that of edition 1/)
    expect(text).toMatch(/npx jishi publish data\/a --to http:\/\/localhost:\d+\n/)
    expect(text).toMatch(/npx jishi rollback a 1 --to http:\/\/localhost:\d+\n/)
    expect(text).toContain('npm start -- --fresh')
    expect(keptEditions()).toEqual([['a', 2]])
  })

  test('never publishes over it, whatever the file is and which editions are kept [fault A5]', async () => {
    await publishElsewhere(document({ id: 'a', credit: 'of the API' }))
    writeTimeline(document({ id: 'a', credit: 'of the file' }))
    const text = await runOnce()
    expect(text).toContain('! a  not published: data/a/timeline.json')
    expect(text).toMatch(/edition 2 \(by anna, .+\) stands; npm start did not make it/)
    expect(text).toMatch(/npx jishi publish data\/a --to http:\/\/localhost:\d+\n/)
    expect(text).toMatch(/npx jishi pull a -o data\/a\/timeline.json --force --to http/)
    expect(keptEditions()).toEqual([['a', 2]])
  })

  test('--fresh forgets the editions of earlier starts', async () => {
    await publishElsewhere(document({ id: 'a', credit: 'of the API' }))
    expect(await runOnce({}, ['--fresh'])).toContain('✓ a  edition 1, published')
    expect(keptEditions()).toEqual([['a', 1]])
  })

  test('names file, line, pointer and reason of what the check finds, and serves the others', async () => {
    writeTimeline(document({ id: 'faulty', events: [event({ themes: ['nothing'] })] }))
    const service = run()
    await service.saying('Ctrl-C')
    expect(service.text()).toContain('✗ faulty  not published: data/faulty/timeline.json')
    expect(service.text()).toMatch(
      /\n {2}data\/faulty\/timeline.json:\d+:\d+: \/events\/0\/themes\/0 \(\S+\) unknown-theme: /,
    )
    expect(service.text()).toContain('✓ a ')
    service.child.kill('SIGINT')
    expect(await service.exit).toBe(1)
  })
})

describe('the token', () => {
  test('is made once, kept for its owner alone, and told where', async () => {
    expect(await runOnce()).toContain('.jishi/token (made just now')
    const file = join(clone, '.jishi/token')
    const token = readFileSync(file, 'utf8')
    expect(token).toMatch(/^jishi_[\w-]{43}\n$/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await runOnce()).not.toContain('made just now')
    expect(readFileSync(file, 'utf8')).toBe(token)
  })

  test.each(sampled(['密码 abc', 'ab c', 'a'.repeat(201)], 3))(
    '%s is refused in one line',
    async (token) => {
      const service = run({ PUBLISH_TOKEN: token })
      expect(await service.exit).toBe(2)
      expect(service.text()).toMatch(
        /^error: PUBLISH_TOKEN, or .jishi\/token, must be at most 200 letters.+\n$/,
      )
      expect(service.text()).not.toContain(token)
    },
  )

  test('is that of PUBLISH_TOKEN, and reaches the service as a hash, by no argument and by no environment', async () => {
    const service = run({ PUBLISH_TOKEN: 'given-token' })
    await service.saying('Ctrl-C')
    expect(service.text()).toContain(', published')
    expect(existsSync(join(clone, '.jishi/token'))).toBe(false)
    const [, wrangler] = processesOf(service)
    const commandLine = processLine(wrangler)
    expect(commandLine).toContain('--env-file=')
    expect(commandLine).not.toMatch(/given-token|sha256|[0-9a-f]{64}/)
    expect(service.text()).toContain('environment has PUBLISH_TOKEN: false')
  })
})

describe('the port', () => {
  test('is the one of PORT, which is also the public address', async () => {
    const { port, text } = await atFreePort((port) => runOnce({ PORT: String(port) }))
    expect(text).toContain(`vars PUBLIC_URL:http://localhost:${port}`)
    expect(text).toContain(`http://localhost:${port}/v1/timelines/a/events.ics`)
    expect(text).toContain(`webcal://localhost:${port}/v1/timelines/a/events.ics`)
  })

  test('is the one of --port before that of PORT', async () => {
    const { port, text } = await atFreePort((port) =>
      runOnce({ PORT: '1' }, ['--port', String(port)]),
    )
    expect(text).toContain(`http://localhost:${port}/docs`)
  })

  test('is another where it is taken, which is told', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const { port } = holder.address() as AddressInfo
    const text = await runOnce({ PORT: String(port) })
    holder.close()
    expect(text).toMatch(new RegExp(`port ${port} is taken, using \\d+`))
    expect(text).not.toContain(`http://localhost:${port}/docs`)
  })

  test('is refused where it is none', async () => {
    const service = run({ PORT: '99999' })
    expect(await service.exit).toBe(2)
    expect(service.text()).toContain('whole number from 0 to 65535')
  })

  test('is another for a second start in the same clone, which keeps data of its own', async () => {
    const first = run()
    await first.saying('Ctrl-C')
    const [, port = ''] = /http:\/\/localhost:(\d+)/.exec(first.text()) ?? []
    const second = run({ PORT: port })
    await second.saying('Ctrl-C')
    expect(second.text()).toContain(`port ${port} is taken`)
    expect(second.text()).toContain(`process ${first.child.pid} serves this clone`)
    expect(second.text()).toContain(', published')
    const ports = [port, /http:\/\/localhost:(\d+)/.exec(second.text())?.[1]].map(Number)
    expect(cloneAround(join(clone, 'data/a'))?.ports).toEqual(ports.toSorted((a, b) => a - b))
  })

  test('a copy of a clone that runs is another clone [fault 9.7]', async () => {
    const first = run()
    await first.saying('Ctrl-C')
    const copy = join(clone, 'copy')
    mkdirSync(copy)
    for (const name of ['.wrangler', '.jishi', 'data', 'node_modules'])
      cpSync(join(clone, name), join(copy, name), { recursive: true })
    const second = run({ CLONE: copy })
    await second.saying('Ctrl-C')
    expect(second.text()).not.toContain('serves this clone')
    expect(cloneAround(copy)?.ports).toHaveLength(1)
    first.child.kill('SIGKILL')
    await first.exit
    expect(cloneAround(clone)?.ports).toEqual([])
  })
})

describe('the end', () => {
  test.each(sampled(['SIGINT', 'SIGTERM', 'SIGHUP'] as const, 3))(
    '%s leaves no process',
    async (signal) => {
      const service = run()
      await service.saying('Ctrl-C')
      service.child.kill(signal)
      expect(await service.exit).toBe(0)
      await untilGone(processesOf(service))
      expect(existsSync(join(clone, '.wrangler/start.pid'))).toBe(false)
    },
  )

  test('a signal while the service comes up leaves no process', async () => {
    const service = run({ FAKE_WRANGLER: 'stuck' })
    await service.saying('wrangler')
    service.child.kill('SIGINT')
    expect(await service.exit).toBe(0)
    await untilGone(processesOf(service))
  })

  test('SIGKILL of the start leaves no process', async () => {
    const service = run()
    await service.saying('Ctrl-C')
    const pids = processesOf(service)
    expect(pids.filter(isAlive)).toEqual(pids)
    service.child.kill('SIGKILL')
    expect(await service.exit).toBeNull()
    await untilGone(pids)
  })

  test('a service that does not listen to SIGTERM is ended all the same', async () => {
    const service = run({ FAKE_WRANGLER: 'deaf' })
    await service.saying('Ctrl-C')
    service.child.kill('SIGTERM')
    expect(await service.exit).toBe(0)
    await untilGone(processesOf(service))
  })

  test('the sudden death of wrangler ends the start, takes the runtime along and is told', async () => {
    const service = run()
    await service.saying('Ctrl-C')
    const [, wrangler] = processesOf(service)
    process.kill(Number(wrangler), 'SIGKILL')
    expect(await service.exit).toBe(1)
    expect(service.text()).toContain('wrangler was ended by SIGKILL')
    await untilGone(processesOf(service))
  })

  test('a wrangler that does not come up ends the start with its code', async () => {
    const service = run({ FAKE_WRANGLER: 'dies' })
    expect(await service.exit).toBe(1)
    expect(service.text()).toContain('wrangler ended with code 3')
  })

  test('what the service logs as an error is shown [fault 6.8]', async () => {
    const { text, exit } = run({ FAKE_WRANGLER: 'errs' })
    expect(await exit).toBe(1)
    expect(text()).toContain('{"level":"error","message":"a bug"}')
  })

  test('a service that stays unwell is given up at the deadline', async () => {
    // Where even the answer that it is unwell takes longer than the deadline, a longer one will do.
    const givenUpAfter = async (seconds: number): Promise<Run> => {
      const service = run({ FAKE_WRANGLER: 'stuck', DEADLINE: String(seconds * 1000) })
      expect(await service.exit).toBe(1)
      expect(service.text()).toContain(`not ready after ${seconds} s`)
      return service.text().includes('nothing answers') ? givenUpAfter(2 * seconds) : service
    }
    const service = await givenUpAfter(1.5)
    expect(service.text()).toContain('the last answer was 500')
    await untilGone(processesOf(service))
  })
  test('a service that falls silent while its processes live on ends the start with words [fault A14]', async () => {
    const silentAfter = async (seconds: number): Promise<Run> => {
      const service = run({ DEADLINE: String(seconds * 1000) })
      await service.saying('Ctrl-C').catch(() => undefined)
      const [, wrangler] = processesOf(service)
      if (service.text().includes('Ctrl-C')) process.kill(Number(wrangler), 'SIGUSR2')
      expect(await service.exit).toBe(1)
      return service.text().includes('not ready after') ? silentAfter(2 * seconds) : service
    }
    const service = await silentAfter(2)
    expect(service.text()).toContain('the service has gone silent: nothing has answered for')
    await untilGone(processesOf(service))
  })
})
