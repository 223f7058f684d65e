// The timeline that something is written into, which must have no fault before.
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import type { LanguageFlag } from '../options.ts'
import { endedWith, type CommandResult } from '../outcome.ts'
import { say } from '../terminal/speech.ts'
import { loadDocument, type CheckedDocument } from './load.ts'
import { isPresent } from './presence.ts'
import { faultyResult, reportOf } from './report.ts'
import { commandLine } from '../terminal/command-line.ts'

export interface Into extends Pick<CheckedDocument, 'file' | 'bytes' | 'texts'> {
  /** The content of the file, in its own order of fields. */
  readonly document: TimelineDocument
}

/** Fails with what the command ends with, where there is no timeline or it has faults. */
export async function loadInto({
  into,
  lang,
}: LanguageFlag & { readonly into: string }): Promise<Result<Into, CommandResult>> {
  const checked = await loadDocument(into)
  if (!checked.ok) {
    const isThere = await isPresent(into)
    const words = say().files.begin(checked.failure, commandLine('new', '<id>'))
    return failed(endedWith('usage', isThere ? checked.failure : words))
  }
  const { file, bytes, texts, document, value } = checked.value
  if (document === null) return failed(faultyResult(reportOf(checked.value), lang))
  return ok({ file, bytes, texts, document: value as TimelineDocument })
}
