// Publishes the timelines of `data/` through the service's own API, each only if its document
// passes the local check and was never published: newer editions are not undone.
import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { failed, ok, type Result } from '../../domain/result.ts'
import { documentDigest } from '../../edition/digest.ts'
import { loadDocument } from '../document/load.ts'
import type { EditionLine, ServiceClient, ServiceFailure } from '../service/http-client.ts'

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
  /** If the file has the content of an older edition: its number, and the current one's line. */
  readonly superseded?: { readonly older: number; readonly by: EditionLine }
}

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
            title: checked.ok ? 'the document has faults' : checked.failure,
            detail: null,
            faults: faults.map(({ pointer, line, message }) => ({
              at: line === undefined ? pointer : `${line}:${pointer}`,
              detail: message,
            })),
          })
    yield { timeline: document?.id ?? basename(dirname(file)), file, outcome }
  }
}

async function publish(
  client: ServiceClient,
  timeline: string,
  document: object,
): Promise<SeedResult['outcome']> {
  const current = await client.edition(timeline)
  if (!current.ok) return current
  const base = current.value?.number ?? null
  if (base !== null) {
    const digest = await documentDigest(document)
    if (current.value?.digest === digest) return ok({ edition: base })
    const kept = await client.editions(timeline)
    if (!kept.ok) return kept
    const [by] = kept.value
    const older = kept.value.find((edition) => edition.digest === digest)?.number
    if (by !== undefined && older !== undefined)
      return ok({ edition: by.number, superseded: { older, by } })
  }
  const published = await client.publish({ timeline, document, base })
  return published.ok
    ? ok({ edition: published.value.edition ?? (base ?? 0) + 1, isNew: true })
    : published
}
