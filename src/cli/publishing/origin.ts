// What a document began from: by `--onto`, by its base document, else by what is remembered beside it.
import { parseJson, decodeUtf8 } from '../../domain/document/json.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { documentDigest } from '../../edition/digest.ts'
import { readKeptDocument } from '../changes/comparison.ts'
import { readBase } from '../document/draft-file.ts'
import { documentOfLines, isOfLines } from '../document/lines-document.ts'
import { readBytes } from '../document/source-texts.ts'
import { endedWith, type CommandResult } from '../outcome.ts'
import { verdictOf, type ServiceFailure } from '../service/http-call.ts'
import { understood } from '../service/kept.ts'
import { refusedBy } from '../service/refusal.ts'
import type { Standing } from '../service/standing.ts'
import { otherwise, type PublishTask } from './task.ts'
import { say } from '../terminal/speech.ts'

/** What a document began from. */
export interface Origin {
  /** Null if the timeline had no edition, or if it is not known which one. */
  readonly edition: number | null
  /** Null if there was none, or if the edition is no longer kept. */
  readonly document: TimelineDocument | null
}

/** `newest`: the edition that stands. `unknown`: nothing says. */
export type FoundOrigin = 'newest' | 'unknown' | Origin

type Found = Promise<Result<FoundOrigin, CommandResult>>

/**
 * Fails if a base document cannot be read or is not that of the edition that `--onto` names, or if the
 * service does not give the edition. Reads no edition while the one that stands cannot be read.
 * @example await originFor(task, standing) // draft.json says edition 1, edition 2 stands
 * → ok({ edition: 1, document: … })
 */
export async function originFor(task: PublishTask, standing: Standing): Found {
  const { onto, baseDocument } = task.flags
  const given = baseDocument === undefined ? ok(undefined) : await readGiven(baseDocument)
  if (!given.ok) return given
  if (onto !== undefined) return named(task, standing, given.value)
  const newest = standing.kept?.edition ?? standing.unread
  if (newest === null) return ok('newest')
  return given.value === undefined
    ? remembered(task, standing, newest)
    : foundByContent(task, given.value, newest)
}

/** A base document; empty if there was none. */
type Given = { readonly digest: string; readonly document: TimelineDocument } | 'empty'

async function readGiven(file: string): Promise<Result<Given, CommandResult>> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return failed(endedWith('usage', bytes.failure))
  const text = decodeUtf8(bytes.value)
  if (text.ok && text.value.trim() === '') return ok('empty')
  const parsed = text.ok
    ? parseJson(isOfLines(file) ? documentOfLines(text.value) : text.value)
    : text
  const content = parsed.ok ? parsed.value : null
  const read =
    typeof content === 'object' && content !== null
      ? readKeptDocument(content)
      : failed('unknown-form')
  return read.ok
    ? ok({ digest: await documentDigest(content as object), document: read.value })
    : failed(endedWith('usage', say().published.notDocument(file)))
}

/** The edition of `--onto`. A base document stands in for it where it is no longer kept. */
async function named(task: PublishTask, { base, kept }: Standing, given: Given | undefined): Found {
  const { flags, connection, timeline } = task
  const { onto = 0 } = flags
  const before = given === undefined || given === 'empty' ? null : given
  if (kept === null || onto > kept.edition.number)
    return ok(onto === base ? 'newest' : { edition: onto, document: null })
  const read = onto === base ? ok(kept) : await connection.client.keptEdition(timeline, onto)
  if (!read.ok)
    return isAbsent(read.failure)
      ? ok({ edition: onto, document: before?.document ?? null })
      : failed(refusedBy(read.failure, otherwise()))
  if (given !== undefined && before?.digest !== read.value.edition.digest)
    return failed(endedWith('usage', say().published.notOfEdition(flags.baseDocument ?? '', onto)))
  if (onto === base) return ok('newest')
  const document = understood(read.value)
  return document.ok ? ok({ edition: onto, document: document.value.document }) : document
}

interface Tag {
  readonly number: number
  readonly digest: string
}

/** The edition with the content of the base document. A content that is not listed may never have been published. */
async function foundByContent(
  { connection, timeline }: PublishTask,
  given: Given,
  newest: Tag,
): Found {
  if (given === 'empty') return ok({ edition: null, document: null })
  if (newest.digest === given.digest) return ok('newest')
  const listed = await connection.client.editions(timeline)
  const found =
    listed.ok &&
    listed.value.find(({ digest, removes }) => digest === given.digest && removes !== true)
  return ok(found ? { edition: found.number, document: given.document } : 'unknown')
}

/** What draft.json remembers. */
async function remembered(
  { connection, file, timeline }: PublishTask,
  { kept }: Standing,
  newest: Tag,
): Found {
  const base = await readBase(file, connection.origin, timeline)
  // A service that was set up anew counts from 1 again.
  if (base === null || base.edition > newest.number) return ok('unknown')
  const { edition, digest, merged } = base
  if (merged !== undefined) {
    const read = readKeptDocument(merged)
    return ok(read.ok ? { edition, document: read.value } : 'unknown')
  }
  if (digest === newest.digest) return ok('newest')
  if (kept === null) return ok({ edition, document: null })
  const read = await connection.client.keptEdition(timeline, edition)
  if (!read.ok)
    return isAbsent(read.failure)
      ? ok({ edition, document: null })
      : failed(refusedBy(read.failure, otherwise()))
  if (read.value.edition.digest !== digest) return ok('unknown')
  const document = understood(read.value)
  return document.ok ? ok({ edition, document: document.value.document }) : document
}

/** No such edition, or no longer kept. */
const isAbsent = (failure: ServiceFailure): boolean =>
  [404, 410].some((status) => status === verdictOf(failure))
