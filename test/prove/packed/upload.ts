// A document of any size in lines, from the command line to the local service and back: killed in the
// middle of its upload and begun again, asked random questions, pulled. Nothing here holds all events.
import { createHash } from 'node:crypto'
import {
  createReadStream,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoredEvent } from '../../../src/domain/document/event.ts'
import { randomFrom } from '../../support/synthetic.ts'
import { localService, type RunningCommand } from '../local.ts'
import { judgeService } from './judge-service.ts'
import { materialOf, type Material } from './material.ts'
import { createOracle, type Oracle } from './oracle.ts'
import { randomQuestions } from './questions.ts'
import { judgeAll, noneJudged, type Judged } from './run.ts'

export interface Uploaded {
  readonly judged: Judged
  readonly violations: readonly string[]
  readonly megabytes: number
  /** Minutes of the publish that was killed, of the one that went on, and of the pull. */
  readonly minutes: readonly [killed: number, resumed: number, pulled: number]
  /** Megabytes of memory at the peak, of the publish that went on and of the pull. */
  readonly memory: readonly [publish: number, pull: number]
}

export async function uploadAndAsk(
  events: number,
  { questions, seed }: { readonly questions: number; readonly seed: number },
): Promise<Uploaded> {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-upload-'))
  const local = await localService(folder, 8_990)
  const [file, again] = [join(folder, 'events.ndjson'), join(folder, 'again.ndjson')]
  const violations: string[] = []
  const judged = noneJudged()
  try {
    const oracle = writeDocument(file, materialOf(events), { questions, seed })
    console.log(`  ${(statSync(file).size / 1e6).toFixed(0)} MB written`)
    await local.start()
    const killed = await watched(
      local.jishi('publish', file, '--yes', '--wait', '60'),
      /^uploaded/m,
    )
    console.log(`  killed after ${killed.minutes.toFixed(1)} min, ${killed.megabytes} MB`)
    const resumed = await watched(local.jishi('publish', file, '--yes', '--wait', '60'))
    if (resumed.code !== 0) violations.push(`the same command again: ${resumed.output}`)
    if (!resumed.output.includes('from before')) violations.push('everything was uploaded again')
    console.log(`  published after ${resumed.minutes.toFixed(1)} min, ${resumed.megabytes} MB`)
    await judgeAll(oracle, judgeService(local.origin, 'synthetic'), judged)
    console.log(`  ${judged.questions} questions, ${judged.wrong.length} wrong`)
    const pull = await watched(local.jishi('pull', 'synthetic', '-o', again))
    console.log(`  pulled after ${pull.minutes.toFixed(1)} min, ${pull.megabytes} MB`)
    if (pull.code !== 0) violations.push(`pull: ${pull.output}`)
    else if ((await hashOf(file)) !== (await hashOf(again)))
      violations.push('pulled back otherwise')
    return {
      judged,
      violations: [...violations, ...judged.wrong],
      megabytes: Math.round(statSync(file).size / 1e6),
      minutes: [killed.minutes, resumed.minutes, pull.minutes],
      memory: [resumed.megabytes, pull.megabytes],
    }
  } finally {
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Events stand in the document as they do in their order. */
function writeDocument(
  path: string,
  material: Material,
  { questions, seed }: { readonly questions: number; readonly seed: number },
): Oracle {
  const { timeline, events } = material
  const asked = randomQuestions(randomFrom(seed), material, questions)
  const addresses = asked.map((question) => ({ ...question, bySection: false }))
  const oracle = createOracle(timeline, addresses, events.length)
  const file = openSync(path, 'w')
  let lines = [JSON.stringify(frameOf(material))]
  const flush = (): void => {
    writeSync(file, lines.map((line) => `${line}\n`).join(''))
    lines = []
  }
  for (let position = 0; position < events.length; position++) {
    const event = harmless(events.at(position) as StoredEvent)
    oracle.take({ ...event, position })
    if (lines.push(JSON.stringify(authored(event))) === 1000) flush()
  }
  flush()
  closeSync(file)
  return oracle
}

/** Without the characters that by chance make words of illness with those beside them, such as 休克. */
const harmless = (event: StoredEvent): StoredEvent =>
  JSON.parse(JSON.stringify(event).replaceAll(/[伤傷休哮]/g, '伥')) as StoredEvent

function frameOf({ timeline }: Material): object {
  const { changed: _, themes, actors, sources, ...own } = timeline
  const bare = ({ changed: _changed, ...part }: { changed: unknown }) => part
  return {
    formatVersion: 1,
    ...own,
    themes: themes.map(bare),
    actors: actors.map(bare),
    sources: sources.map(bare),
  }
}

/** As its author wrote it. */
const authored = ({
  when,
  first: _f,
  changed: _c,
  position: _p,
  citations,
  ...event
}: StoredEvent) => ({
  ...event,
  date: when.edtf,
  kind: when.kind,
  citations: citations.map(({ source, exact }) => ({ source, ...(exact && { exact }) })),
})

/** Waits for its end, or kills it without warning as soon as it says something. */
async function watched(command: RunningCommand, until?: RegExp) {
  const begun = performance.now()
  let megabytes = 0
  const timer = setInterval(() => (megabytes = Math.max(megabytes, peakOf(command.pid))), 200)
  if (until !== undefined) {
    await command.said(until)
    process.kill(command.pid, 'SIGKILL')
  }
  const code = await command.ended
  clearInterval(timer)
  return {
    code,
    megabytes,
    minutes: (performance.now() - begun) / 60_000,
    output: command.output(),
  }
}

/** Megabytes that were resident at the peak; 0 for a process that has ended. */
function peakOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Math.round((Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024) / 1e6)
  } catch {
    return 0
  }
}

/** Of the lines of events: of the line before them only what it says is kept, not how it is written. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  let isHead = true
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer
    const end = bytes.indexOf('\n')
    if (!isHead) hash.update(bytes)
    else if (end >= 0) {
      isHead = false
      hash.update(bytes.subarray(end))
    }
  }
  return hash.digest('hex')
}
