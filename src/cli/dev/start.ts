// What `npm start` does: serves a clone with `wrangler dev` and publishes `data/` through its own
// API. Ends on a signal, with wrangler, or if the service does not come up or falls silent; leaves no
// process behind.
import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { buildAssets } from '../../assets/build.ts'
import { isBearerToken } from '../../http/token.ts'

import { exitCodes, runProgram } from '../outcome.ts'
import type { Connection } from '../service/connection.ts'
import { storeTries } from '../service/guarded-write.ts'
import { createServiceClient, type ServiceClient } from '../service/http-client.ts'
import { onParentGone } from './parent.ts'
import { freePort } from './port.ts'
import { announceService } from './running.ts'
import { seed } from './seed.ts'
import { launchServer, type DevServer } from './server.ts'
import { takeState } from './state.ts'
import { localToken, writeSecrets } from './token.ts'
import { watchHealth } from './watch.ts'
import { addressLines, seedLines, tokenLine } from './welcome.ts'
import { withLanguage } from '../options.ts'
import { commandLine } from '../terminal/command-line.ts'
import { inWords } from '../terminal/help.ts'
import { commandWords, given, say, speakAs } from '../terminal/speech.ts'

export interface Clone {
  readonly root: string
  /** The script of wrangler. */
  readonly wrangler: string
  /** Milliseconds to wait for the service to become healthy, and later for a sign of life. */
  readonly deadline: number
}

interface StartSettings {
  readonly port: number
  /** Forget the local state first. */
  readonly fresh: boolean
}

const usualPort = 8787

/**
 * Serves until it is told to stop; sets `process.exitCode`.
 * @example await start({ root, wrangler, deadline: 60_000 }, ['--port', '9000', '--fresh'])
 */
export function start(clone: Clone, argv: readonly string[]): Promise<void> {
  speakAs(argv, process.env)
  const { start: help, options } = commandWords()
  const command = withLanguage(inWords(new Command('npm start --')))
    .description(help.about)
    .addOption(
      new Option('--port <number>', options.startPort)
        .env('PORT')
        .default(usualPort)
        .argParser(portNumber),
    )
    .option('--fresh', options.fresh, false)
    .addHelpText('after', help.more)
    .action(async (settings: StartSettings) => {
      process.exitCode = await serve(clone, settings)
    })
  return runProgram(command, argv)
}

/** An empty PORT counts as unset. */
function portNumber(text: string): number {
  const port = text === '' ? usualPort : /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return port
  throw new InvalidArgumentError(say().invalid.port)
}

async function serve(clone: Clone, settings: StartSettings): Promise<number> {
  const { root, wrangler } = clone
  const { start: words } = say()
  const ofEnvironment = given(process.env['PUBLISH_TOKEN']?.trim())
  if (ofEnvironment !== undefined && !isBearerToken(ofEnvironment)) {
    console.error(say().error(say().service.token))
    return exitCodes.usage
  }
  const port = await freePort(settings.port)
  if (settings.port !== 0 && port !== settings.port)
    console.log(words.portTaken(settings.port, port))
  const state = takeState(root, port, settings.fresh)
  if (state.takenBy !== null)
    console.log(words.cloneTaken(state.takenBy, relative(root, state.folder)))
  buildAssets(root)
  const token = localToken(join(root, '.jishi'), ofEnvironment)
  const secrets = await writeSecrets(join(root, '.jishi'), token.token, port)
  const server = launchServer({ root, wrangler, port, secrets, state: state.folder })
  const stop = stopOf(server)
  const origin = `http://localhost:${port}`
  const client = createServiceClient({
    origin,
    token: token.token,
    signal: stop.signal,
    storeTries,
  })
  const command: Connection['command'] = (...given) => commandLine(...given, '--to', origin)
  const connection = { client, origin, place: origin, command, hasToken: true, token: token.token }
  let isComplete = true
  let recall: (() => void) | undefined
  try {
    await untilHealthy(client, clone.deadline, stop)
    if (!stop.signal.aborted) recall = announceService(root, port)
    if (!stop.signal.aborted) isComplete = await publishAll(root, connection, stop)
    if (!stop.signal.aborted) {
      if (token.file !== null) console.log(tokenLine(relative(root, token.file), token.made))
      console.log(words.stop)
      await watchHealth(client, clone.deadline, stop)
    }
    const reason: unknown = stop.signal.reason
    if (typeof reason !== 'string') return isComplete ? 0 : 1
    console.error(words.stopped(reason))
    return 1
  } finally {
    recall?.()
    await server.stop()
    rmSync(secrets, { force: true })
    state.release()
  }
}

/** Publishes and reports; returns whether every timeline of `data/` is served. */
async function publishAll(
  root: string,
  connection: Connection,
  stop: AbortController,
): Promise<boolean> {
  const { origin } = connection
  const served: string[] = []
  let isComplete = true
  for await (const seeded of seed(connection, root)) {
    if (stop.signal.aborted) return false
    const { ok } = seeded.outcome
    for (const line of seedLines(seeded, connection)) (ok ? console.log : console.error)(line)
    if (ok) served.push(seeded.timeline)
    isComplete &&= ok
  }
  for (const line of addressLines(origin, served)) console.log(line)
  return isComplete
}

/** Waits for the service; at the deadline it stops with the reason. */
async function untilHealthy(
  client: ServiceClient,
  deadline: number,
  stop: AbortController,
): Promise<void> {
  const end = Date.now() + deadline
  while (!stop.signal.aborted) {
    const status = await client.health()
    if (status === 200) return
    if (Date.now() > end) stop.abort(say().start.notReady(deadline / 1000, status))
    else await pause(100)
  }
}

/**
 * Aborts with the reason why the service ended, or on a signal, with null. A second signal, more
 * than a second later, kills everything at once.
 */
function stopOf(server: DevServer): AbortController {
  const stop = new AbortController()
  void server.ended.then((reason) => stop.abort(reason))
  let first = 0
  const onSignal = (): void => {
    // In a terminal Ctrl-C arrives twice: from the terminal and forwarded by npm.
    if (first !== 0 && Date.now() - first > 1_000) server.kill()
    if (first === 0) first = Date.now()
    stop.abort(null)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  // npm forwards neither SIGHUP nor its own sudden death.
  if (process.env['npm_lifecycle_event'] !== undefined) onParentGone(onSignal)
  return stop
}
