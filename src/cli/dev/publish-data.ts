// Publishes the timelines of `data/` through the service's own API, each only where its document
// passes the local check and was never published: what was published since is not undone.
import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { failed, ok, type Result } from '../../domain/result.ts'
import { documentDigest } from '../../edition/digest.ts'
import { loadDocument, type LocatedFault } from '../document/load.ts'
import type { EditionLine, ServiceClient, ServiceFailure } from '../service/http-client.ts'

export interface PublishReport {
  /** The id of the document; the name of its folder where it has no fit one. */
  readonly timeline: string
  /** The document, relative to the root. */
  readonly file: string
  readonly outcome: Result<Outcome, ServiceFailure>
}

export type Outcome =
  | { readonly state: 'published' | 'unchanged'; readonly edition: number }
  | Superseded

/** The document is that of an older edition that is kept, and another stands since. */
export interface Superseded {
  readonly state: 'superseded'
  readonly current: EditionLine
  readonly older: number
}

/** The folders of `<root>/data` that hold a timeline, in the order of their names. */
export function timelineFolders(root: string): string[] {
  const data = join(root, 'data')
  if (!existsSync(data)) return []
  return readdirSync(data)
    .toSorted()
    .filter((name) => existsSync(join(data, name, 'timeline.json')))
}

export async function publishFolder(
  client: ServiceClient,
  root: string,
  folder: string,
): Promise<PublishReport> {
  const path = join(root, 'data', folder, 'timeline.json')
  const file = relative(root, path)
  const checked = await loadDocument(path)
  if (!checked.ok) return { timeline: folder, file, outcome: failed(refusal(checked.failure)) }
  const { value, document, faults } = checked.value
  if (document === null)
    return { timeline: folder, file, outcome: failed(refusal('the document has faults', faults)) }
  // What is sent is what the file holds, since its digest decides whether it is sent.
  return {
    timeline: document.id,
    file,
    outcome: await publish(client, document.id, value as object),
  }
}

async function publish(
  client: ServiceClient,
  timeline: string,
  document: object,
): Promise<PublishReport['outcome']> {
  const current = await client.edition(timeline)
  if (!current.ok) return current
  const base = current.value
  if (base !== null) {
    const digest = await documentDigest(document)
    if (base.digest === digest) return ok({ state: 'unchanged', edition: base.number })
    const kept = await client.editions(timeline)
    if (!kept.ok) return kept
    const [newest] = kept.value
    const older = kept.value.find((edition) => edition.digest === digest)
    if (newest !== undefined && older !== undefined)
      return ok({ state: 'superseded', current: newest, older: older.number })
  }
  const published = await client.publish({ timeline, document, base: base?.number ?? null })
  if (!published.ok) return published
  return ok({ state: 'published', edition: published.value.edition ?? (base?.number ?? 0) + 1 })
}

/** The local check refuses in the same form as the service. */
const refusal = (title: string, faults: readonly LocatedFault[] = []): ServiceFailure => ({
  status: 0,
  title,
  detail: null,
  faults: faults.map(({ pointer, line, message }) => ({
    at: line === undefined ? pointer : `${line}:${pointer}`,
    detail: message,
  })),
})
