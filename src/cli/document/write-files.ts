// Writes what a command has shown and the user agreed to: every file whole, and only over what was read.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { failed, ok, type Result } from '../../domain/result.ts'
import { say } from '../terminal/speech.ts'
import { reasonOf } from '../terminal/system-error.ts'
import { draftOf, fileBehind, takePlace, whyUnwritable } from './replace.ts'

export interface WrittenFile {
  readonly file: string
  readonly text: string
  /** What it held when the text was made from it; null where it was not there. */
  readonly was: Uint8Array | null
}

/**
 * Writes nothing if a file is no longer what it was: while questions are open, people go on editing. The
 * first file takes its place last, so that it never names another that is missing. Null on success, else
 * a message for people.
 */
export async function writeFiles(files: readonly WrittenFile[]): Promise<string | null> {
  const drafts = await Promise.all(
    files.map(async (one) => {
      const place = await fileBehind(one.file)
      return { ...one, place, draft: draftOf(place) }
    }),
  )
  for (const { file } of files) {
    const why = await whyUnwritable(file)
    if (why !== null) return why
  }
  let at = ''
  try {
    for (const { file, draft, text } of drafts) {
      at = file
      await writeFile(draft, text)
    }
    for (const { file, was } of drafts) {
      at = file
      const now = await readIfThere(file)
      if (!now.ok) return now.failure
      if (!isSame(now.value, was)) return say().files.changed(file)
    }
    for (const { file, place, draft } of drafts.toReversed()) {
      at = file
      await takePlace(draft, place)
    }
    return null
  } catch (error) {
    return say().files.unwritable(at, reasonOf(error))
  } finally {
    for (const { draft } of drafts) await rm(draft, { force: true }).catch(() => undefined)
  }
}

const isSame = (now: Uint8Array | null, was: Uint8Array | null): boolean =>
  now === null || was === null ? now === was : Buffer.compare(now, was) === 0

/** Null where there is no such file; fails, with a message for people, where one cannot be read. */
export async function readIfThere(file: string): Promise<Result<Uint8Array | null, string>> {
  try {
    return ok(await readFile(file))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ok(null)
    return failed(say().files.unreadable(file, reasonOf(error)))
  }
}
