// Publishes the timelines of `data/` through the service's own API, each only if its document
// passes the local check, and only over editions that a start made: the work of others is not undone.
import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { failed, ok, type Result } from '../../domain/result.ts'
import { documentDigest } from '../../edition/digest.ts'
import { ruleInWords } from '../../messages/languages.ts'

import { rememberBase } from '../document/draft-file.ts'
import { loadDocument } from '../document/load.ts'
import { isStoreFailure, unexpected } from '../service/http-call.ts'
import type {
  EditionLine,
  EditionTag,
  ServiceClient,
  ServiceFailure,
} from '../service/http-client.ts'
import { say, spokenLanguage } from '../terminal/speech.ts'

export interface SeedResult {
  /** The id of the document; the name of its folder if the document is not valid. */
  readonly timeline: string
  /** The document, relative to the root. */
  readonly file: string
  readonly outcome: Result<Stand, ServiceFailure>
}

interface Stand {
  /** The current edition. */
  readonly edition: number
  readonly isNew?: boolean
  /** If the file was not published over the current edition: its line. */
  readonly superseded?: {
    readonly by: EditionLine
    /** The number of the kept edition that has the content of the file, if one has. */
    readonly older?: number
  }
}

/** The note of editions that a start makes, by which a later start knows them. */
export const startNote = 'npm start'

/** The timelines of `<root>/data`, in the order of their names, each as it is done. */
export async function* seed(client: ServiceClient, root: string): AsyncGenerator<SeedResult> {
  for (const file of globSync('data/*/timeline.json', { cwd: root }).toSorted()) {
    const checked = await loadDocument(join(root, file))
    const { value = null, document = null, faults = [] } = checked.ok ? checked.value : {}
    // The content of the file is sent unchanged, since its digest decides whether it is sent.
    const outcome =
      document !== null
        ? await publish(client, document.id, value as object)
        : failed({
            status: 0,
            title: checked.ok ? say().start.hasFaults : checked.failure,
            detail: null,
            faults: faults.map(({ pointer, line, broken }) => ({
              at: line === undefined ? pointer : `${line}:${pointer}`,
              detail: ruleInWords(broken, spokenLanguage()).detail,
            })),
          })
    if (document !== null && outcome.ok && outcome.value.superseded === undefined)
      await rememberBase(join(root, file), client.origin, {
        timeline: document.id,
        edition: outcome.value.edition,
        digest: await documentDigest(value as object),
      })
    yield { timeline: document?.id ?? basename(dirname(file)), file, outcome }
  }
}

async function publish(
  client: ServiceClient,
  timeline: string,
  document: object,
): Promise<SeedResult['outcome']> {
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
): Promise<SeedResult['outcome']> {
  const base = current?.number ?? null
  if (base !== null) {
    const digest = await documentDigest(document)
    if (current?.digest === digest) return ok({ edition: base })
    const listed = await client.editions(timeline)
    const kept = listed.ok || known === undefined ? listed : ok(known)
    if (!kept.ok) return kept
    const [by] = kept.value
    if (by === undefined) return failed(unexpected(200))
    const older = kept.value.find((edition) => edition.digest === digest)?.number
    if (older !== undefined || by.note !== startNote)
      return ok({
        edition: by.number,
        superseded: { by, ...(older === undefined ? {} : { older }) },
      })
  }
  const published = await client.publish({ timeline, document, base, note: startNote })
  return published.ok
    ? ok({ edition: published.value.edition ?? (base ?? 0) + 1, isNew: true })
    : published
}
