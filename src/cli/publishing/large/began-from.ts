// Whether a document that is too large for one request began from the edition that stands: as `--onto`, its
// base document or what is remembered beside it says.
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { failed, ok, type Result } from '../../../domain/result.ts'
import { readBase } from '../../document/draft-file.ts'
import { endedWith, type CommandResult } from '../../outcome.ts'
import type { Connection } from '../../service/connection.ts'
import type { EditionReply } from '../../service/http-client.ts'
import { refusedBy } from '../../service/refusal.ts'
import type { Standing } from '../../service/standing.ts'
import { tellChecked } from '../../terminal/progress.ts'
import { say } from '../../terminal/speech.ts'
import { reasonOf } from '../../terminal/system-error.ts'
import { otherwise, type PublishFlags } from '../task.ts'
import { fewEdits } from './few-edits.ts'
import { prepareLarge } from './prepare.ts'

interface Begun {
  readonly flags: PublishFlags
  readonly connection: Connection
  readonly file: string
  readonly timeline: string
  /** Where the events of the base document are sorted. */
  readonly folder: string
}

/**
 * Also true where there is no edition, or one that took the timeline down. Fails if the base document cannot
 * be read, or is not that of the edition that `--onto` names.
 */
export async function beganFrom(
  begun: Begun,
  { base, kept }: Standing,
): Promise<Result<boolean, CommandResult>> {
  const { flags, connection, file, timeline } = begun
  const { onto, baseDocument } = flags
  const given = baseDocument === undefined ? ok(null) : await isOfEdition(baseDocument, kept, begun)
  if (!given.ok) return given
  if (onto !== undefined && base !== null && onto !== base) return ok(false)
  if (kept === null) return ok(true)
  if (onto !== undefined)
    return given.value === false
      ? failed(endedWith('usage', say().published.notOfEdition(baseDocument ?? '', onto)))
      : ok(true)
  if (given.value !== null) return ok(given.value)
  const remembered = await readBase(file, connection.origin, timeline)
  return ok(remembered?.digest === kept.edition.digest)
}

/** Of an empty file: false, since there was no document. */
async function isOfEdition(
  file: string,
  kept: EditionReply | null,
  { connection: { client }, folder, timeline }: Begun,
): Promise<Result<boolean, CommandResult>> {
  const empty = await isEmpty(file)
  if (!empty.ok) return failed(endedWith('usage', empty.failure))
  if (empty.value) return ok(false)
  const own = join(folder, 'base')
  await mkdir(own, { recursive: true })
  const read = await prepareLarge(file, { sources: [], onChecked: tellChecked(), folder: own })
  if (!read.ok) {
    const why = typeof read.failure === 'string' ? read.failure : say().published.notDocument(file)
    return failed(endedWith('usage', why))
  }
  if (kept === null || read.value.frame.id !== timeline) return ok(false)
  if (read.value.digest === kept.edition.digest) return ok(true)
  // An edition that edits made has a digest of its own.
  const differs = await fewEdits(client, read.value, kept)
  return differs.ok
    ? ok(differs.value?.size === 0)
    : failed(refusedBy(differs.failure, otherwise()))
}

async function isEmpty(file: string): Promise<Result<boolean, string>> {
  try {
    const { size } = await stat(file)
    return ok(size < 1000 && (await readFile(file, 'utf8')).trim() === '')
  } catch (error) {
    return failed(say().files.unreadable(file, reasonOf(error)))
  }
}
