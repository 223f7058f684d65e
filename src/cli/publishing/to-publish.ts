// Reads a document that is to be published: whole, or, where it is too large for one request, in parts.
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { isReadInParts } from '../document/large/size-of-file.ts'
import { documentAt } from '../document/document-path.ts'
import { loadReadOnly, type CheckedDocument } from '../document/load.ts'
import { faultyResult, reportOf } from '../document/report.ts'
import { isInParts, isTooLarge, sizeOf } from '../document/size.ts'
import type { LanguageFlag, SourceFlags } from '../options.ts'
import { endedWith, type CommandResult } from '../outcome.ts'

/** A document of one request, without faults. */
export interface WholeDocument extends CheckedDocument {
  readonly document: TimelineDocument
}

/** `inParts`: the path of a document that `publishLarge` reads, and checks. */
export type ToPublish = { readonly inParts: string } | { readonly whole: WholeDocument }

/**
 * Fails with what a command ends with where the document cannot be read, has faults or cannot be published
 * at any size.
 * @example await readToPublish('data/town', { source: [], lang: 'en' }) → ok({ whole: { document, … } })
 */
export async function readToPublish(
  path: string,
  { source, lang }: SourceFlags & LanguageFlag,
): Promise<Result<ToPublish, CommandResult>> {
  const file = await documentAt(path)
  if (await isReadInParts(file)) return ok({ inParts: file })
  const checked = await loadReadOnly(path, source)
  if (!checked.ok) return failed(endedWith('usage', checked.failure))
  const { document } = checked.value
  const size = sizeOf(checked.value)
  if (document === null || isTooLarge(size))
    return failed(faultyResult(reportOf(checked.value), lang))
  return ok(isInParts(size) ? { inParts: file } : { whole: { ...checked.value, document } })
}
