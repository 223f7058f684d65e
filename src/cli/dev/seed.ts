// Publishes the timelines of `data/` through the service's own API, each only if its document
// passes the local check, and only over editions that a start made: the work of others is not undone.
import { globSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import * as v from 'valibot'
import { failed, ok, type Result } from '../../domain/result.ts'
import { documentDigest } from '../../edition/digest.ts'

import { rememberBase } from '../document/draft-file.ts'
import { documentAt } from '../document/document-path.ts'
import type { CommandResult } from '../outcome.ts'
import { readToPublish, type WholeDocument } from '../publishing/to-publish.ts'
import type { Connection } from '../service/connection.ts'
import { isStoreFailure, unexpected } from '../service/http-call.ts'
import type {
  EditionLine,
  EditionTag,
  ServiceClient,
  ServiceFailure,
} from '../service/http-client.ts'
import { describe, faultLines, refusedBy } from '../service/refusal.ts'
import { say, spokenLanguage } from '../terminal/speech.ts'

export interface SeedResult {
  /** The id of the document; the name of its folder if the document is not valid. */
  readonly timeline: string
  /** The path of the document, as a command takes it. */
  readonly file: string
  /** Fails with lines for people. */
  readonly outcome: Result<Stand, readonly string[]>
}

interface Stand {
  /** The current edition. */
  readonly edition: number
  readonly isNew?: boolean
  /** If the file was not published over the current edition: its line. */
  readonly superseded?: Superseded
}

interface Superseded {
  readonly by: EditionLine
  /** The number of the kept edition that has the content of the file, if one has. */
  readonly older?: number
}

/** The note of editions that a start makes, by which a later start knows them. */
export const startNote = 'npm start'

/** The timelines of `<root>/data`, in the order of their names, each as it is done; whatever fails, the next follows. */
export async function* seed(connection: Connection, root: string): AsyncGenerator<SeedResult> {
  const files = globSync('data/*/timeline.{json,ndjson}', { cwd: root })
  for (const folder of [...new Set(files.map(dirname))].toSorted()) {
    const file = await documentAt(relative('', join(root, folder)))
    const timeline = basename(folder)
    yield await seedFile(connection, file).then(
      (seeded) => ({ timeline, file, ...seeded }),
      (error: unknown) => ({ timeline, file, outcome: failed([String(error)]) }),
    )
  }
}

type Seeded = Pick<SeedResult, 'outcome'> & Partial<Pick<SeedResult, 'timeline'>>

async function seedFile(connection: Connection, path: string): Promise<Seeded> {
  const read = await readToPublish(path, { source: [], lang: spokenLanguage() })
  if (!read.ok) return { outcome: failed(linesOf(read.failure)) }
  return 'inParts' in read.value
    ? seedInParts(connection, read.value.inParts)
    : seedWhole(connection, read.value.whole)
}

const linesOf = ({ text }: CommandResult): readonly string[] => text.split('\n')

async function seedWhole(
  { client, origin }: Connection,
  { document: { id: timeline }, value, file }: WholeDocument,
): Promise<Seeded> {
  // The content of the file is sent unchanged, since its digest decides whether it is sent.
  const content = value as object
  const outcome = await publish(client, timeline, content)
  if (!outcome.ok)
    return {
      timeline,
      outcome: failed([describe(outcome.failure), ...faultLines(outcome.failure)]),
    }
  const { edition, superseded } = outcome.value
  if (superseded === undefined) {
    const digest = await documentDigest(content)
    await rememberBase(file, origin, { timeline, edition, digest })
  }
  return { timeline, outcome }
}

const Published = v.object({ timeline: v.string(), edition: v.number(), outcome: v.string() })

/** As `jishi publish` does it, but over editions of a start alone. */
async function seedInParts(connection: Connection, file: string): Promise<Seeded> {
  const { publishLarge } = await import('../publishing/large/publish-large.ts')
  const flags = { wait: 0, json: true, yes: true, note: startNote, source: [] }
  const newer: { seeded?: Seeded } = {}
  const result = await publishLarge({
    flags: { ...flags, lang: spokenLanguage() },
    file,
    connection: ok(connection),
    decide: async ({ frame: { id: timeline }, digest }, { base, kept }) => {
      if (base === null || kept === null) return ok(true)
      const found = await supersededBy(connection.client, { timeline, digest })
      if (!found.ok) return failed(refusedBy(found.failure, say().undone.published))
      if (found.value !== null) newer.seeded = { timeline, outcome: supersededStand(found.value) }
      return ok(found.value === null)
    },
  })
  if (newer.seeded !== undefined) return newer.seeded
  const done = v.safeParse(Published, result.json)
  if (result.ending !== 'done' || !done.success) return { outcome: failed(linesOf(result)) }
  const { timeline, edition, outcome } = done.output
  return { timeline, outcome: ok({ edition, isNew: outcome !== 'unchanged' }) }
}

async function publish(
  client: ServiceClient,
  timeline: string,
  document: object,
): Promise<Result<Stand, ServiceFailure>> {
  const write = { client, timeline, document }
  const read = await client.edition(timeline)
  if (!read.ok && !isStoreFailure(read.failure)) return read
  const outcome = read.ok ? await publishOver(read.value, write) : read
  const isLost = read.ok && read.value === null && !outcome.ok && outcome.failure.status === 412
  if (read.ok && !isLost) return outcome
  // What the store has lost is written anew from the edition log, whose word counts in any case.
  const repaired = await client.repair(timeline)
  if (repaired.ok) return publishOver(repaired.value.edition, write, [repaired.value.edition])
  return repaired.failure.status === 404 ? publishOver(null, write) : repaired
}

interface SeedWrite {
  readonly client: ServiceClient
  readonly timeline: string
  readonly document: object
}

/** `known`: the editions of which is known where the log cannot be read. */
async function publishOver(
  current: EditionTag | null,
  { client, timeline, document }: SeedWrite,
  known?: readonly EditionLine[],
): Promise<Result<Stand, ServiceFailure>> {
  const base = current?.number ?? null
  if (base !== null) {
    const digest = await documentDigest(document)
    if (current?.digest === digest) return ok({ edition: base })
    const superseded = await supersededBy(client, { timeline, digest }, known)
    if (!superseded.ok) return superseded
    if (superseded.value !== null) return supersededStand(superseded.value)
  }
  const published = await client.publish({ timeline, document, base, note: startNote })
  return published.ok
    ? ok({ edition: published.value.edition ?? (base ?? 0) + 1, isNew: true })
    : published
}

interface SeededContent {
  readonly timeline: string
  /** Of the content of the file. */
  readonly digest: string
}

const supersededStand = (superseded: Superseded) =>
  ok({ edition: superseded.by.number, superseded })

/** Null where the newest edition is one of a start, and none has had the content of the file. */
async function supersededBy(
  client: ServiceClient,
  { timeline, digest }: SeededContent,
  known?: readonly EditionLine[],
): Promise<Result<Superseded | null, ServiceFailure>> {
  const listed = await client.editions(timeline)
  const kept = listed.ok || known === undefined ? listed : ok(known)
  if (!kept.ok) return kept
  const [by] = kept.value
  if (by === undefined) return failed(unexpected(200))
  const older = kept.value.find((edition) => edition.digest === digest)?.number
  if (older === undefined && by.note === startNote) return ok(null)
  return ok({ by, ...(older === undefined ? {} : { older }) })
}
