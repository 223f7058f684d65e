// The texts of a document's sources on disk: `sources/<source>.txt` beside the document, or named on the
// command line. Citations are looked up in them; they are never published.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { GivenSource } from '../../domain/check/citations.ts'
import { readLooseDocument } from '../../domain/check/loose-document.ts'
import { isIdentifier } from '../../domain/document/identifier.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { readText, type TextEncodingName } from '../../domain/text/read-text.ts'
import { importWords } from '../../extract/words/words.ts'
import { ruleInWords } from '../../messages/languages.ts'
import { shellWord } from '../terminal/command-line.ts'
import { whyUnread } from '../terminal/system-error.ts'
import { say, spokenLanguage } from '../terminal/speech.ts'

/** The text of a source on disk. Without `id` it is the text of the document's only source. */
export interface SourceFile {
  readonly id?: string
  readonly path: string
}

/** Reads `<id>=<path>`, or a path alone. */
export function parseSourceFile(argument: string): SourceFile {
  const split = argument.indexOf('=')
  const id = argument.slice(0, Math.max(split, 0))
  return isIdentifier(id) ? { id, path: argument.slice(split + 1) } : { path: argument }
}

export interface SourceTexts {
  readonly given: readonly (GivenSource & {
    readonly path: string
    readonly encoding: TextEncodingName
  })[]
  /** Files of the folder `sources` that are not named after a source. */
  readonly strange: readonly string[]
}

export const noTexts: SourceTexts = { given: [], strange: [] }

/** The folder in which the texts of a document's sources are found. */
export const sourceFolder = (file: string): string => join(dirname(file), 'sources')

/**
 * Texts that are named take the place of those in the folder. Fails, with a message for people, if a
 * text cannot be read or belongs to no source.
 */
export async function readSourceTexts(
  document: unknown,
  file: string,
  named: readonly SourceFile[],
): Promise<Result<SourceTexts, string>> {
  const known = sourceIds(document)
  const folder = sourceFolder(file)
  const names: readonly string[] = await readdir(folder).catch(() => [])
  const paths = new Map(
    known
      .filter((id) => names.includes(`${id}.txt`))
      .map((id) => [id, join(folder, `${id}.txt`)] as const),
  )
  const strange = names.filter(
    // Those that begin with a dot are of programs.
    (name) => !name.startsWith('.') && !known.some((id) => name === `${id}.txt`),
  )
  for (const { id = onlyOne(known), path } of named) {
    if (id === null)
      return failed(say().files.sourcesUnclear(known.length, `--source <id>=${shellWord(path)}`))
    if (!known.includes(id)) return failed(say().files.noSource(id, known))
    paths.set(id, path)
  }
  const given: SourceTexts['given'][number][] = []
  for (const [id, path] of paths) {
    const bytes = await readBytes(path)
    if (!bytes.ok) return bytes
    const read = readText(bytes.value)
    if (!read.ok) return failed(`${path} ${ruleInWords(read.failure, spokenLanguage()).detail}`)
    const { text, encoding } = read.value
    // A file that was cut off: nothing stands in it, and `cite` would take it for a corrected text.
    if (text.trim() === '')
      return failed(say().because(path, importWords[spokenLanguage()].files.empty))
    const sha256 = createHash('sha256').update(text, 'utf8').digest('hex')
    given.push({ id, path, text, encoding, sha256 })
  }
  return ok({ given, strange: strange.map((name) => join(folder, name)) })
}

const sourceIds = (document: unknown): string[] => [
  ...new Set(readLooseDocument(document).sources.flatMap(({ value: { id } }) => id ?? [])),
]

const onlyOne = (ids: readonly string[]): string | null =>
  ids.length === 1 ? (ids[0] ?? null) : null

export async function readBytes(path: string): Promise<Result<Uint8Array, string>> {
  try {
    return ok(await readFile(path))
  } catch (error) {
    return failed(say().files.unreadable(path, whyUnread(path, error)))
  }
}
