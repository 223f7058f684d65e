// What is remembered beside a document: what it began from on each service, so that a publish undoes
// nothing that somebody else published meanwhile, and which event each row of an imported table is. May be
// deleted. Another file of its name, such as a draft that somebody wrote, is left alone.
import { basename, dirname, join } from 'node:path'
import * as v from 'valibot'
import { failed, ok, type Result } from '../../domain/result.ts'
import type { ImportMemory } from '../../extract/table/again.ts'
import { progress } from '../terminal/console.ts'
import { say } from '../terminal/speech.ts'
import { reasonOf } from '../terminal/system-error.ts'
import { replaceFile } from './replace.ts'
import { readIfThere } from './write-files.ts'

/** The edition that a document began from, or that it was merged into. */
export interface DraftBase {
  readonly timeline: string
  readonly edition: number
  /** Of its document: an edition with the same content is as good. */
  readonly digest: string
  /**
   * What the file held when it was merged into that edition. What an editor does in the file from then
   * on differs from this, and not from the edition, which the file never held.
   */
  readonly merged?: object
}

/** With any other field it is not ours. */
const Draft = v.strictObject({
  bases: v.optional(
    v.record(
      v.string(),
      v.object({
        timeline: v.string(),
        edition: v.number(),
        digest: v.string(),
        merged: v.exactOptional(v.looseObject({})),
      }),
    ),
    {},
  ),
  imports: v.optional(
    v.record(
      v.string(),
      v.object({
        answers: v.record(v.string(), v.string()),
        rows: v.record(
          v.string(),
          v.object({ key: v.string(), fields: v.record(v.string(), v.string()) }),
        ),
      }),
    ),
    {},
  ),
})

/** `draft.json` beside `timeline.json`, `town.draft.json` beside `town.json`; the same of NDJSON. */
export const draftFile = (file: string): string =>
  /^timeline\.(?:json|ndjson)$/.test(basename(file))
    ? join(dirname(file), 'draft.json')
    : `${file.replace(/\.(?:json|ndjson|jsonl)$/i, '')}.draft.json`

type Draft = v.InferOutput<typeof Draft>

/** Null where there is none; fails, with a message for people, where a file of its name is another, or cannot be read. */
async function readDraft(file: string): Promise<Result<Draft | null, string>> {
  const path = draftFile(file)
  const bytes = await readIfThere(path)
  if (!bytes.ok) return failed(say().files.forgotten(bytes.failure))
  if (bytes.value === null) return ok(null)
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes.value)
    const read = v.safeParse(Draft, JSON.parse(text))
    if (read.success) return ok(read.output)
  } catch {
    // Neither text nor JSON.
  }
  return failed(say().files.notRemembered(path))
}

/** Null, too, where it cannot be read, which is said: without it other editions and rows count as unknown. */
async function knownDraft(file: string): Promise<Draft | null> {
  const draft = await readDraft(file)
  if (draft.ok) return draft.value
  tellOnce(draft.failure)
  return null
}

const told = new Set<string>()

/** A command that reads what is remembered writes it, too, in most cases. */
function tellOnce(message: string): void {
  if (!told.has(message)) progress(message)
  told.add(message)
}

/** The base of a document for a service; null where none is known. */
export async function readBase(
  file: string,
  service: string,
  timeline: string,
): Promise<DraftBase | null> {
  const base = (await knownDraft(file))?.bases[service]
  return base?.timeline === timeline ? base : null
}

/** Remembers it. A folder that cannot be written to loses nothing else, and says what it loses. */
export const rememberBase = (file: string, service: string, base: DraftBase): Promise<void> =>
  editDraft(file, (draft) => ({ ...draft, bases: { ...draft?.bases, [service]: base } }))

async function editDraft(file: string, edited: (draft: Draft | null) => object): Promise<void> {
  const path = draftFile(file)
  const draft = await readDraft(file)
  if (!draft.ok) return tellOnce(draft.failure)
  try {
    await replaceFile(path, `${JSON.stringify(edited(draft.value), null, 2)}\n`)
  } catch (error) {
    tellOnce(say().files.forgotten(say().files.unwritable(path, reasonOf(error))))
  }
}

/** What is remembered of an imported table, by the name of its file; null of one that is new. */
export async function readImport(file: string, name: string): Promise<ImportMemory | null> {
  const draft = await knownDraft(file)
  const found = Object.entries(draft?.imports ?? {}).find(([known]) => known === name)?.[1]
  return found === undefined
    ? null
    : { answers: new Map(Object.entries(found.answers)), rows: new Map(Object.entries(found.rows)) }
}

export const rememberImport = (
  file: string,
  name: string,
  { answers, rows }: ImportMemory,
): Promise<void> =>
  editDraft(file, (draft) => {
    const memory = { answers: Object.fromEntries(answers), rows: Object.fromEntries(rows) }
    const others = Object.entries(draft?.imports ?? {})
    return { ...draft, imports: Object.fromEntries([...others, [name, memory]]) }
  })
