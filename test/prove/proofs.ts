// The table of proofs: what is promised, at which seed and size, and what was seen.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { runDamages } from '../simulation/damage.ts'
import { loadMutant, mutants } from '../simulation/mutants.ts'
import { runOutage } from '../simulation/outage.ts'
import { runSchedules } from '../simulation/plans.ts'
import { rivals, runRaces } from '../simulation/race.ts'
import { runRepeats } from '../simulation/repeats.ts'
import { loadUploadMutant, uploadMutants } from '../simulation/uploads/mutants.ts'
import { runUploads } from '../simulation/uploads/schedule.ts'
import { loadSmall } from '../simulation/uploads/small.ts'
import { runFuzz } from './fuzz.ts'
import { runServiceHeals } from './heal-service.ts'
import { runKills } from './kill-start.ts'
import { ofPacked } from './packed/proofs.ts'
import { runCollections, runParts } from './parts.ts'
import type { Proof, Result } from './proof.ts'
import { ofSuites } from './suites.ts'
import { runMutants } from './teeth.ts'
import { missingForPosts, runPosts } from './wordpress/proof.ts'

const root = join(import.meta.dirname, '../..')
const seed = 20_200_313
const seconds = (milliseconds: number): string => `${Math.ceil(milliseconds / 1000)} s`

/** Within this a service that was ended without warning answers again, its start included. */
const restart = 60_000

export const proofs: readonly Proof[] = [
  {
    name: 'T1',
    title:
      'random requests, bodies spoilt at every place among them: no 5xx, every answer as the contract says, none above 250 ms of CPU',
    unit: 'requests',
    seed: 20_200_126,
    run: () => runFuzz(1_000_000),
  },
  {
    name: 'T4',
    title: 'no torn read, no double winner, nothing acknowledged lost or never visible',
    unit: 'schedules',
    seed,
    async run({ code, history }) {
      const sum = await runSchedules(code, history, { seed, count: 10_000 })
      return {
        count: sum.schedules,
        violations: sum.violations,
        seen:
          `${sum.editions} editions, ${sum.repeated} repeated publishes, ${sum.refused} refused ones, ` +
          `${sum.lost} lost replies, ${sum.reads} reads, ${sum.crashes} crashes and ${sum.faults} faults ` +
          `in ${sum.steps} steps; the store held the newest edition ${seconds(sum.recovery)} of the ` +
          'simulated clock after the last fault at the latest, a write that landed 110 s late included',
      }
    },
  },
  {
    name: 'crowded',
    title:
      'several timelines are read at once in isolates that have no room for them, whose requests go on in any order: each is whole, its own, and there',
    unit: 'schedules',
    seed,
    async run({ code, history }) {
      const focus = { crowded: true, isNew: false, readers: 3, reads: 4, expires: true }
      const sum = await runSchedules(code, history, { seed, count: 1_000, focus })
      return {
        count: sum.schedules,
        violations: sum.violations,
        seen: `${sum.reads} reads of four timelines beside ${sum.editions} editions, ${sum.crashes} crashes and ${sum.faults} faults`,
      }
    },
  },
  {
    name: 'several',
    title:
      'several timelines are written at once, over one store and one list, by publishers that crash: T4 holds for each, and the list has a line of each',
    unit: 'schedules',
    seed,
    async run({ code, history }) {
      const focus = { several: true }
      const sum = await runSchedules(code, history, { seed, count: 2_000, focus })
      return {
        count: sum.schedules,
        violations: sum.violations,
        seen: `${sum.editions} editions of three timelines, ${sum.reads} reads, ${sum.crashes} crashes and ${sum.faults} faults`,
      }
    },
  },
  {
    name: 'heal',
    title: 'a value that is lost or damaged for good, or a store put back, is whole after a repair',
    unit: 'schedules',
    seed,
    async run({ code, history }) {
      const sum = await runSchedules(code, history, { seed, count: 2_000, focus: { heals: true } })
      return {
        count: sum.schedules,
        violations: sum.violations,
        seen: `${sum.editions} editions, ${sum.reads} reads, ${sum.crashes} crashes and ${sum.faults} faults before one harm each`,
      }
    },
  },
  {
    name: 'uploads',
    title:
      'large timelines: through leases, uploads, commits, edits, packing and collection by objects that end at any write, every edition is whole, what was acknowledged stays, and nothing else does',
    unit: 'schedules',
    seed,
    async run() {
      const { code, remove } = await loadSmall(root)
      const sum = await runUploads(code, { seed, count: 2_000 })
      remove()
      return {
        count: sum.schedules,
        violations: sum.violations,
        seen:
          `${sum.editions} editions, of which ${sum.uploads} were uploaded and ${sum.edits} are edits, ` +
          `${sum.reads} reads of whole editions, ${sum.refused} misleading requests refused, ` +
          `${sum.collected} parts deleted, ${sum.lost} lost replies, ${sum.crashes} crashes and ` +
          `${sum.faults} faults in ${sum.steps} steps`,
      }
    },
  },
  {
    name: 'heal-service',
    title:
      'each stored value of a running service deleted, flipped or swapped in turn: after `jishi repair` everything is served again, byte for byte',
    unit: 'harms',
    seed: null,
    async run() {
      const heals = await runServiceHeals()
      return {
        count: heals.harms,
        violations: heals.violations,
        seen: `${heals.addresses} addresses compared each time; after ${heals.felt} harms a new isolate could not serve all of them before the repair`,
      }
    },
  },
  {
    name: 'mutants',
    title: 'the same simulation notices each guard that is taken out of the protocol',
    unit: 'mutants',
    seed: 1,
    async run({ history }) {
      const missed: string[] = []
      const caught: string[] = []
      const take = (name: string, violates: RegExp, sum: Tried): void => {
        if (violates.test(sum.violations.join())) caught.push(`${name} (schedule ${sum.schedules})`)
        else missed.push(name)
      }
      for (const mutant of mutants) {
        const { code, remove } = await loadMutant(root, mutant)
        const options = { seed: 1, count: 600, ...(mutant.focus ? { focus: mutant.focus } : {}) }
        take(mutant.name, mutant.violates, await runSchedules(code, history, options))
        remove()
      }
      for (const mutant of uploadMutants) {
        const { code, remove } = await loadUploadMutant(root, mutant)
        const options = { seed: 1, count: 200, focus: mutant.focus ?? {} }
        take(mutant.name, mutant.violates, await runUploads(code, options))
        remove()
      }
      return {
        count: caught.length,
        violations: missed.map((name) => `not noticed: ${name}`),
        seen: `noticed: ${caught.join('; ')}`,
      }
    },
  },
  {
    name: 'aborts',
    title:
      'T4 on the real Durable Object in workerd, ended by abort or eviction while it publishes',
    unit: 'aborts',
    seed,
    run: () => runAborts(1_000),
  },
  {
    name: 'T5',
    title: `of ${rivals} who publish at once on one base one wins and ${rivals - 1} get 412`,
    unit: 'rounds',
    seed,
    async run({ code, history }) {
      const races = await runRaces(code, history, { seed, count: 200 })
      return {
        count: races.rounds,
        violations: races.violations,
        seen: `${races.winners} winners, ${races.refused} refused`,
      }
    },
  },
  {
    name: 'T6',
    title: 'a publish that is sent again, one to five times, is one edition',
    unit: 'publishes',
    seed,
    async run({ code, history }) {
      const repeats = await runRepeats(code, history, { seed, count: 1_000 })
      return {
        count: repeats.publishes,
        violations: repeats.violations,
        seen: `${repeats.editions} editions from ${repeats.requests} requests`,
      }
    },
  },
  {
    name: 'T7',
    title: 'a stored value with a flipped bit, cut short or swapped is never served',
    unit: 'corruptions',
    seed,
    async run({ code, history }) {
      const damages = await runDamages(code, history, { seed, count: 10_000 })
      return {
        count: damages.corruptions,
        violations: damages.violations,
        seen: `${damages.flipped} flipped, ${damages.truncated} cut short, ${damages.swapped} swapped`,
      }
    },
  },
  ...[0.9, 1].map((failing): Proof => {
    const share = failing === 1 ? 'all' : `${failing * 100} %`
    return {
      name: failing === 1 ? 'T8-all' : 'T8',
      title: `with ${share} of the gets failing or never returning, a warm isolate serves a whole edition; a cold one says 503 in time`,
      unit: 'reads, half of them cold',
      seed,
      async run({ code, history }) {
        const outage = await runOutage(code, history, { seed, count: 5_000, failing })
        return {
          count: outage.warm + outage.cold,
          violations: outage.violations,
          seen:
            `${outage.warm} of ${outage.warm} warm reads served; ${outage.unavailable} of ` +
            `${outage.cold} cold ones unavailable, after ${Math.round(outage.longest)} ms at most`,
        }
      },
    }
  }),
  {
    name: 'kills',
    title:
      'the process of `npm start` is killed while it publishes, started again, and its timeline repaired',
    unit: 'kills',
    seed,
    async run() {
      const kills = await runKills({ seed, count: 20 })
      console.log(`  ${JSON.stringify({ ...kills, violations: kills.violations.length })}`)
      const late = kills.longest > restart ? [`up after ${kills.longest} ms`] : []
      return {
        count: kills.kills,
        violations: [...kills.violations, ...late],
        seen: `a whole edition each time within ${seconds(restart)} of the new start, the same after a repair; the next publish worked each time`,
      }
    },
  },
  {
    name: 'collections',
    title:
      'a research collection of 1,600 records and a list of 1,500 dated articles are published by the command line to `npm start`: every filter is right',
    unit: 'events',
    seed: null,
    async run() {
      const { events, megabytes, violations } = await runCollections()
      return {
        count: events,
        violations,
        seen: `${megabytes.join(' and ')} MB; all pages of every filter and all counts as from one stored value`,
      }
    },
  },
  {
    name: 'parts',
    title:
      'a collection of 10 MB is published by the command line to `npm start`, whose process is killed during the upload and started again: the same command goes on',
    unit: 'events',
    seed: null,
    async run() {
      const { events, megabytes, violations } = await runParts(4400)
      return {
        count: events,
        violations,
        seen: `${megabytes.join()} MB; parts from before the kill were not sent again; every filter right, every event pulled back byte for byte`,
      }
    },
  },
  ...ofPacked,
  {
    name: 'wordpress',
    title:
      'a timeline in posts of a real WordPress: by its address, as the element and as the frame, at its right height',
    unit: 'posts read',
    seed: null,
    missing: missingForPosts,
    run: runPosts,
  },
  ...ofSuites,
  {
    name: 'T17',
    title:
      'tests notice at least 85 % of the wrong changes of dates, filters, conditional requests, escaping and publishing',
    unit: 'mutants',
    seed: null,
    run: runMutants,
  },
]

/** What schedules of a mutant came to. */
interface Tried {
  readonly schedules: number
  readonly violations: readonly string[]
}

/** The test of that name inside workerd, as often as told. */
async function runAborts(count: number): Promise<Result> {
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project=workerd',
      'test/store/aborts.test.ts',
      // So many rounds take longer than a test of the suite.
      `--testTimeout=${20 * 60_000}`,
    ],
    { cwd: root, env: { ...process.env, ABORTS: String(count) } },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  // workerd tells of every abort there.
  child.stderr.resume()
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  const tally = /aborts (\{.*\})/.exec(output)?.[1]
  if (code !== 0 || tally === undefined) {
    return { count, violations: [output.slice(-2_000)], seen: 'the test failed' }
  }
  console.log(`  ${tally}`)
  const { rounds } = JSON.parse(tally) as { rounds: number }
  return {
    count: rounds,
    violations: [],
    seen: 'after each the alarm alone brought to light what the log held, and the same publish again was the same edition',
  }
}
