// Publishes a collection that is too large for one request with the command line to the local service, in
// workerd; ends the service without warning in the middle of the upload, starts it again over the same
// folder, and runs the same command. Then every filter is compared, and the edition pulled back.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { buildAssets } from '../../src/assets/build.ts'
import { freePort } from '../../src/cli/dev/port.ts'
import { launchServer } from '../../src/cli/dev/server.ts'
import { localToken, writeSecrets } from '../../src/cli/dev/token.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import type { EditionEntry } from '../../src/edition/head.ts'
import { researchCollection } from '../support/collections.ts'
import { filtersOfCollection, wrongFilters } from '../support/filters.ts'

export interface PublishedInParts {
  readonly events: number
  readonly megabytes: string
  readonly violations: readonly string[]
}

const root = join(import.meta.dirname, '../..')

const linesOf = ({ events, ...rest }: TimelineDocument): string =>
  [rest, ...events].map((one) => `${JSON.stringify(one)}\n`).join('')

export async function runParts(count: number): Promise<PublishedInParts> {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-parts-'))
  const port = await freePort(8_950)
  const origin = `http://127.0.0.1:${port}`
  const { token } = localToken(folder, undefined)
  const secrets = await writeSecrets(folder, token, port)
  buildAssets(root)
  const launch = () =>
    launchServer({
      root,
      wrangler: join(root, 'node_modules/wrangler/bin/wrangler.js'),
      port,
      secrets,
      state: join(folder, 'state'),
    })
  const violations: string[] = []
  const collection = researchCollection(count)
  const text = linesOf(collection)
  const [file, again] = [join(folder, 'collection.ndjson'), join(folder, 'again.ndjson')]
  writeFileSync(file, text)
  const jishi = (...argv: readonly string[]) => runCommand([...argv, '--to', origin], token)
  let server = launch()
  try {
    await untilUp(origin)
    const first = jishi('publish', file, '--yes', '--wait', '1')
    await first.said(/^uploaded/m)
    server.kill()
    await server.ended
    if ((await first.ended) !== 4) violations.push(`a broken upload ends with ${await first.ended}`)
    server = launch()
    await untilUp(origin)
    const second = jishi('publish', file, '--yes')
    if ((await second.ended) !== 0) violations.push(`the same command again: ${second.output()}`)
    if (!second.output().includes('from before')) violations.push('everything was uploaded again')
    const local = { fetch: (path: string) => answered(origin + path), at: answered }
    const kept = await local.fetch(`/v1/timelines/${collection.id}/editions/1`)
    const { edition } = (await kept.json()) as { edition: EditionEntry }
    violations.push(...(await wrongFilters(local, collection, edition, filtersOfCollection)))
    const pull = jishi('pull', collection.id, '-o', again)
    if ((await pull.ended) !== 0) violations.push(`pull: ${pull.output()}`)
    else if (readFileSync(again, 'utf8') !== text) violations.push('pulled back otherwise')
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { events: count, megabytes: (Buffer.byteLength(text) / 1e6).toFixed(1), violations }
}

/** Asks again while the service asks for that: a machine that does much else is slow to read. */
async function answered(url: string): Promise<Response> {
  for (let tries = 60; ; tries--) {
    const answer = await fetch(url)
    if (answer.status !== 503 || tries === 0) return answer
    await answer.body?.cancel()
    await pause(500)
  }
}

/** A command in a process of its own. */
function runCommand(argv: readonly string[], token: string) {
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), ...argv], {
    env: { ...process.env, LC_ALL: 'C', PUBLISH_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  let isEnded = false
  void ended.then(() => (isEnded = true))
  return {
    ended,
    output: () => output,
    async said(words: RegExp): Promise<void> {
      while (!words.test(output)) {
        if (isEnded) throw new Error(output)
        await pause(5)
      }
    },
  }
}

async function untilUp(origin: string): Promise<void> {
  const end = performance.now() + 120_000
  for (;;) {
    const status = await fetch(`${origin}/health`).then(
      ({ status: own }) => own,
      () => 0,
    )
    if (status === 200) return
    if (performance.now() > end) throw new Error('the service does not come up')
    await pause(50)
  }
}
