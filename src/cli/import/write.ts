// Writes what an import makes: every file whole, the timeline last, so that nothing is half done.
import { rename, rm, writeFile } from 'node:fs/promises'
import type { ImportResult } from '../../extract/table/plan.ts'
import { reasonsHeader } from '../../extract/table/mapping.ts'
import { say } from '../terminal/speech.ts'
import { reasonOf } from '../terminal/system-error.ts'

export interface WrittenFile {
  readonly file: string
  readonly text: string
}

/** Null on success, else a message for people; then every file is as it was. */
export async function writeAll(files: readonly WrittenFile[]): Promise<string | null> {
  const drafts = files.map(({ file, text }) => ({
    file,
    text,
    draft: `${file}.${process.pid}.tmp`,
  }))
  try {
    for (const { draft, text } of drafts) await writeFile(draft, text)
    for (const { draft, file } of drafts.toReversed()) await rename(draft, file)
    return null
  } catch (error) {
    for (const { draft } of drafts) await rm(draft, { force: true })
    return say().files.unwritable(files[0]?.file ?? '', reasonOf(error))
  }
}

/** The rows with faults as a table that can be mended and imported: its cells, and the reasons. */
export const restOf = (file: string, { headers, bad }: ImportResult): WrittenFile => ({
  file,
  text: `\ufeff${[
    [...headers, reasonsHeader],
    ...bad.map(({ cells, reasons }) => [
      ...headers.map((_, index) => cells[index] ?? ''),
      reasons.join('; '),
    ]),
  ]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n')}\r\n`,
})

/** A spreadsheet evaluates a cell that begins like a formula, so that it gets an apostrophe. */
const quoted = (cell: string): string =>
  `"${cell.replace(/^(?=[=+@\t\r]|-(?!\d))/, "'").replaceAll('"', '""')}"`
