// What an import of a table would do, without the command.
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { writtenDates, writtenTables } from '../../src/cli/import/written.ts'
import { readFile } from '../../src/extract/files/read-file.ts'
import { noMemory, type ImportMemory } from '../../src/extract/table/again.ts'
import { planImport, type ImportPlan, type ImportResult } from '../../src/extract/table/plan.ts'
import { importWords } from '../../src/extract/words/words.ts'

export interface Importing {
  readonly into: TimelineDocument
  /** By the id of their question. */
  readonly answers?: object
  readonly memory?: ImportMemory
  readonly lang?: keyof typeof importWords
}

export function planOf(
  content: string,
  { into, answers = {}, memory = noMemory, lang = 'en' }: Importing,
): ImportPlan {
  const words = importWords[lang]
  const found = readFile(new TextEncoder().encode(content))
  if (!found.ok) throw new Error(found.failure(words.files, 'file'))
  return planImport(found.value.tables, {
    document: into,
    memory,
    answers: new Map(Object.entries(answers)),
    words,
    written: writtenTables(found.value.tables, into),
    dateWords: writtenDates,
  })
}

/** Ids of the questions that are open. */
export const askedBy = (content: string, importing: Importing): string[] =>
  planOf(content, importing).questions.map(({ id }) => id)

export function madeOf(content: string, importing: Importing): ImportResult {
  const { result, questions } = planOf(content, importing)
  if (result === null) throw new Error(`open: ${questions.map(({ id }) => id).join(', ')}`)
  return result
}
