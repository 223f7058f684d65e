// Which document a path means, and what there is in a folder that is no timeline's.
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { commandLine } from '../terminal/command-line.ts'
import { few } from '../terminal/few.ts'
import { say } from '../terminal/speech.ts'
import { isPresent } from './presence.ts'

/** The document that a path means: in a folder `timeline.json`, or if that is not there `timeline.ndjson`. */
export async function documentAt(path: string): Promise<string> {
  if (!(await isFolder(path))) return path
  const [file, ofLines] = [join(path, 'timeline.json'), join(path, 'timeline.ndjson')]
  return !(await isPresent(file)) && (await isPresent(ofLines)) ? ofLines : file
}

/**
 * Of a folder without a document: what it has in the place of one, as a sentence. Null of everything else.
 * @example await noDocumentIn('data') → 'data has no timeline.json; name one of the timelines in it: data/fusha-2020'
 */
export async function noDocumentIn(path: string): Promise<string | null> {
  if (!(await isFolder(path)) || (await isPresent(await documentAt(path)))) return null
  const names = await readdir(path).catch(() => null)
  // What cannot be looked into is told as the system tells it.
  if (names === null) return null
  const inside: string[] = []
  for (const name of names.toSorted()) {
    const one = join(path, name)
    if (!name.startsWith('.') && (await isOfTimeline(one))) inside.push(one)
  }
  return say().files.noDocument(path, inside.length, few(inside), commandLine('new', '<id>'))
}

async function isOfTimeline(path: string): Promise<boolean> {
  if (await isFolder(path)) return isPresent(await documentAt(path))
  return (
    /\.(?:json|ndjson|jsonl)$/i.test(path) && /"formatVersion"\s*:\s*\d/.test(await start(path))
  )
}

/** Every program writes the version among the first members. */
async function start(path: string): Promise<string> {
  const file = await open(path).catch(() => null)
  try {
    const read = await file?.read({ buffer: Buffer.alloc(4096) }).catch(() => undefined)
    return read === undefined ? '' : read.buffer.toString('utf8', 0, read.bytesRead)
  } finally {
    await file?.close()
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
