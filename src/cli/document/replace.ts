// Writes a file whole or not at all, in the place of the old one: what a link leads to is written, not the
// link, and keeps its permissions.
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'

/** The file that a path means, behind all links; the path itself where nothing is there. */
export const fileBehind = (path: string): Promise<string> => realpath(path).catch(() => path)

/** Where a new text is written until it takes the place of a file: on the same disk. */
export const draftOf = (file: string): string => `${file}.${process.pid}.tmp`

/** Both are on one disk; `file` is no link (`fileBehind`). */
export async function takePlace(draft: string, file: string): Promise<void> {
  const old = await stat(file).catch(() => null)
  if (old !== null) await chmod(draft, old.mode & 0o7777)
  await rename(draft, file)
}

/** Fails as the system does. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const file = await fileBehind(path)
  const draft = draftOf(file)
  try {
    await writeFile(draft, text)
    await takePlace(draft, file)
  } finally {
    await rm(draft, { force: true }).catch(() => undefined)
  }
}
