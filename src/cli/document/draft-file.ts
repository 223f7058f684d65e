// What is remembered beside a document: what it began from on each service, so that a publish undoes
// nothing that somebody else published meanwhile, and which event each row of an imported table is. May be
// deleted.
import { readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import * as v from 'valibot'
import type { ImportMemory } from '../../extract/table/again.ts'

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

const Draft = v.looseObject({
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

async function readDraft(file: string): Promise<v.InferOutput<typeof Draft> | null> {
  try {
    const read = v.safeParse(Draft, JSON.parse(await readFile(draftFile(file), 'utf8')))
    return read.success ? read.output : null
  } catch {
    return null
  }
}

/** The base of a document for a service; null where none is known. */
export async function readBase(
  file: string,
  service: string,
  timeline: string,
): Promise<DraftBase | null> {
  const base = (await readDraft(file))?.bases[service]
  return base?.timeline === timeline ? base : null
}

/** Remembers it. A folder that cannot be written to loses nothing else. */
export async function rememberBase(file: string, service: string, base: DraftBase): Promise<void> {
  const draft = await readDraft(file)
  await writeDraft(file, { ...draft, bases: { ...draft?.bases, [service]: base } })
}

const writeDraft = (file: string, draft: object): Promise<void> =>
  writeFile(draftFile(file), `${JSON.stringify(draft, null, 2)}\n`).catch(() => undefined)

/** What is remembered of an imported table, by the name of its file; null of one that is new. */
export async function readImport(file: string, name: string): Promise<ImportMemory | null> {
  const draft = await readDraft(file)
  const found = Object.entries(draft?.imports ?? {}).find(([known]) => known === name)?.[1]
  return found === undefined
    ? null
    : { answers: new Map(Object.entries(found.answers)), rows: new Map(Object.entries(found.rows)) }
}

export async function rememberImport(
  file: string,
  name: string,
  { answers, rows }: ImportMemory,
): Promise<void> {
  const draft = await readDraft(file)
  const memory = { answers: Object.fromEntries(answers), rows: Object.fromEntries(rows) }
  const others = Object.entries(draft?.imports ?? {})
  await writeDraft(file, { ...draft, imports: Object.fromEntries([...others, [name, memory]]) })
}
