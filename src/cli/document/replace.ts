// Writes a file whole or not at all, in the place of the old one: what a link leads to is written, not the
// link, and keeps its permissions.
import { access, chmod, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { say } from '../terminal/speech.ts'
import { reasonOf } from '../terminal/system-error.ts'

/** The file that a path means, behind all links; the path itself where nothing is there. */
export const fileBehind = (path: string): Promise<string> => realpath(path).catch(() => path)

/** Where a new text is written until it takes the place of a file: on the same disk. */
export const draftOf = (file: string): string => `${file}.${process.pid}.tmp`

/**
 * Fails where a file must stay. To rename another over it takes the right to write the folder alone, and
 * would also put a file in the place of a device such as /dev/null.
 */
async function mayBeReplaced(file: string): Promise<void> {
  const old = await stat(file).catch(() => null)
  if (old === null) return
  if (!old.isFile()) throw refusal(old.isDirectory() ? 'EISDIR' : 'special')
  // Whoever took the right from everybody meant root, too, whom the system lets write all the same.
  if ((old.mode & 0o222) === 0) throw refusal('protected')
  await access(file, constants.W_OK)
}

/** With a code of the system, or one of our own beside them. */
const refusal = (code: keyof ReturnType<typeof say>['files']['reasons']): Error =>
  Object.assign(new Error(code), { code })

/** Why a file cannot be replaced, or made where it is not there, for people; null where it can. */
export async function whyUnwritable(path: string): Promise<string | null> {
  const file = await fileBehind(path)
  try {
    await mayBeReplaced(file)
    await access(dirname(file), constants.W_OK)
    return null
  } catch (error) {
    return say().files.unwritable(path, reasonOf(error))
  }
}

/** Both are on one disk; `file` is no link (`fileBehind`). */
export async function takePlace(draft: string, file: string): Promise<void> {
  await mayBeReplaced(file)
  const old = await stat(file).catch(() => null)
  if (old !== null) await chmod(draft, old.mode & 0o7777)
  await rename(draft, file)
}

/** Fails as the system does. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const file = await fileBehind(path)
  const draft = draftOf(file)
  await mayBeReplaced(file)
  try {
    await writeFile(draft, text)
    await takePlace(draft, file)
  } finally {
    await rm(draft, { force: true }).catch(() => undefined)
  }
}
