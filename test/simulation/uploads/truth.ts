// What is known to be true of a timeline whose events are packed: what each edition says, which segments
// are leased, and since when nobody needs one. Finds what contradicts it.
import type { EditionReader } from '../../../src/edition/reader.ts'
import type { EditionLog } from '../../../src/store/publish/edition-log.ts'
import { leaseFor } from '../../../src/store/publish/leases.ts'
import { collectAfter } from '../../../src/store/publish/segments.ts'
import { forgetAfter } from '../../../src/store/publish/tasks.ts'
import type { SimulatedKv } from '../kv.ts'
import type { World } from '../world.ts'
import { nothing, textOf, timeline, type Content } from './content.ts'
import { small } from './small.ts'

export interface Truth {
  readonly violations: string[]
  /** What each edition says. */
  readonly contents: ReadonlyMap<number, Content>
  /** The editions of each publish, by its note. */
  readonly published: ReadonlyMap<string, number>
  violate(what: string): void
  /** What the edition of a publish will say, from the content of its base. */
  intend(note: string, told: (contents: ReadonlyMap<number, Content>) => Content): void
  /** The log, watched. */
  watch(log: EditionLog): EditionLog
  /** A lease was granted or renewed, as its publisher has it in writing. */
  leased(segment: string, asked: number): void
  /** Its publisher ends it: from now on it need not be there. An edition that names it ends it, too. */
  leaves(segment: string): void
  isLeased(segment: string): boolean
  /** Of a landed write: a part that was deleted must not be needed. */
  checkLanding(key: string, kv: SimulatedKv): void
  /** All of an edition. */
  check(reader: EditionReader): Promise<void>
}

/** Clocks of two machines differ by so many milliseconds at most, twice. */
const skew = 8_000

/** The segment that a stored copy names. */
export const segmentIn = (copy: string | undefined): string | undefined => {
  if (copy === undefined) return undefined
  const { head } = JSON.parse(copy.slice(copy.indexOf('\n') + 1)) as {
    head: { base: { root: { segment: string } } | null }
  }
  return head.base?.root.segment
}

/** Of a text in one language. */
const wordsOf = (text: object | string): string =>
  typeof text === 'string' ? text : Object.values(text).join()

export function createTruth(world: World): Truth {
  const violations: string[] = []
  const contents = new Map<number, Content>()
  const published = new Map<string, number>()
  const intents = new Map<string, (known: ReadonlyMap<number, Content>) => Content>()
  const leases = new Map<string, number>()
  const superseded = new Map<string, number>()
  let watched: EditionLog | null = null

  const uploadedIn = (log: EditionLog): ReadonlySet<string> =>
    new Set([...contents.keys()].flatMap((number) => log.head(number)?.base?.root.segment ?? []))

  return {
    violations,
    contents,
    published,
    violate: (what) => void violations.push(what),
    intend: (note, told) => void intents.set(note, told),
    watch(log) {
      watched = log
      return {
        ...log,
        append(record, tasks) {
          const before = uploadedIn(log)
          const appended = log.append(record, tasks)
          if (!appended.ok) return appended
          const { number, note = '' } = record.entry
          if (published.has(note)) violations.push(`twice: ${note}`)
          published.set(note, number)
          contents.set(number, intents.get(note)?.(contents) ?? nothing)
          const { base, adds } = record.head
          // Whether or not its publisher hears of it.
          if (base?.uploaded) leases.set(base.root.segment, 0)
          if (base?.uploaded && adds.length + base.drops.length > small.edits)
            violations.push(`too many edits over ${base.root.segment}`)
          const after = uploadedIn(log)
          for (const segment of before)
            if (!after.has(segment)) superseded.set(segment, world.now())
          return appended
        },
      }
    },
    leased(segment, asked) {
      leases.set(segment, Math.max(leases.get(segment) ?? 0, asked + leaseFor))
    },
    leaves: (segment) => void leases.set(segment, 0),
    isLeased: (segment) => world.now() < (leases.get(segment) ?? 0) - skew,
    checkLanding(key, kv) {
      const [kind, , segment = ''] = key.split('/')
      if (kind !== 'segment' || kv.stored.has(key)) return
      const now = world.now()
      for (const number of contents.keys()) {
        if (watched?.has(number) !== true) continue
        const isUploaded = watched.head(number)?.base?.root.segment === segment
        const copy = kv.stored.get(`edition/${timeline}/${number}`)?.value
        if (isUploaded || segmentIn(copy) === segment)
          violations.push(`deleted: a part that edition ${number} names`)
      }
      const lease = leases.get(segment) ?? 0
      if (lease > 0 && now < lease + collectAfter - skew)
        violations.push('deleted: a part of a lease')
      if (now < (superseded.get(segment) ?? 0) + forgetAfter - skew)
        violations.push('deleted: a part that readers may still need')
    },
    async check(reader) {
      const { timeline: own, edition } = reader.facts
      const events = new Map<string, string>()
      for await (const { id, title } of reader.all()) events.set(id, wordsOf(title))
      const told = { title: wordsOf(own.title), events }
      const wanted = contents.get(edition.number)
      if (wanted === undefined || textOf(told) !== textOf(wanted)) {
        violations.push(`torn: edition ${edition.number}`)
        return
      }
      const id = world.pick(['e0', 'e5', 'e11', ...events.keys()])
      const one = await reader.event(id)
      if ((one && wordsOf(one.title)) !== events.get(id)) violations.push(`torn: event ${id}`)
    },
  }
}
