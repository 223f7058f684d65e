// A timeline's folder as it begins: its document, as small as can be, and a place for the texts of its
// sources. Written whole or not at all, and never over anything.
import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { isPresent } from './presence.ts'

/** What the commands ask for of a new timeline. */
export interface Beginning {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly timeZone: string
  readonly domain: string
}

/** The document, in the order in which people read it; `day` is that on which the domain is held. */
export const beginningOf = (
  { id, title, language, timeZone, domain }: Beginning,
  day: string,
): TimelineDocument => ({
  $schema: '../timeline.schema.json',
  formatVersion: 1,
  id,
  title,
  language,
  timeZone,
  authority: { domain, date: day },
  themes: [],
  actors: [],
  sources: [],
  events: [],
})

/** A text that may become an id: `Our Town 2020` is our-town-2020; null where nothing is left of it. */
export function slugOf(text: string): string | null {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const slug = (words ?? []).join('-').slice(0, 64).replace(/-$/, '')
  return slug === '' ? null : slug
}

/** Makes the folder with these files; fails, with its path, where something has its name. */
export async function makeFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<Result<null, string>> {
  const made = join(dirname(folder), `.${basename(folder)}-${randomUUID()}`)
  try {
    await mkdir(made, { recursive: true })
    for (const [name, text] of files) {
      await mkdir(dirname(join(made, name)), { recursive: true })
      await writeFile(join(made, name), text)
    }
    await mkdir(join(made, 'sources'), { recursive: true })
    if (await isPresent(folder)) return failed(folder)
    await rename(made, folder)
    return ok(null)
  } finally {
    await rm(made, { recursive: true, force: true })
  }
}
