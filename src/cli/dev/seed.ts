// Publishes the timelines of `data/` through the service's own API, each only if its document
// passes the local check, and only over editions that a start made: the work of others is not undone.
import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { failed, ok, type Result } from '../../domain/result.ts'
import { documentDigest } from '../../edition/digest.ts'
import { ruleInWords } from '../../messages/languages.ts'
import { terminalLanguage } from '../options.ts'
import { loadDocument } from '../document/load.ts'
import { unexpected } from '../service/http-call.ts'
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
            title: checked.ok ? 'the document has faults' : checked.failure,
            detail: null,
            faults: faults.map(({ pointer, line, broken }) => ({
              at: line === undefined ? pointer : `${line}:${pointer}`,
              detail: ruleInWords(broken, terminalLanguage(process.env)).detail,
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
