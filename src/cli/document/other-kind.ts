// A file that is no document of a timeline: what it is, and which command reads it.
import { readText } from '../../domain/text/read-text.ts'
import { isDocument } from '../../extract/files/json-file.ts'
import { binaryKind, isZip } from '../../extract/files/kinds.ts'
import { isBlank, readFile } from '../../extract/files/read-file.ts'
import { importWords } from '../../extract/words/words.ts'
import { say, spokenLanguage } from '../terminal/speech.ts'
import { commandLine } from '../terminal/command-line.ts'

/**
 * Null for what is meant as a document, faults or not.
 * @example otherKind('events.csv', bytes, null) → 'events.csv is CSV, not the document of a timeline: …'
 */
export function otherKind(file: string, bytes: Uint8Array, value: unknown): string | null {
  const read = readText(bytes)
  // In whatever encoding: a document in UTF-16 is one that must be saved as UTF-8.
  const first = read.ok ? read.value.text.trimStart().charAt(0) : ''
  const isJson = first === '{' || first === '['
  if (isBlank(bytes) || (isJson && (value === null || isDocument(value)))) return null
  const found = readFile(bytes)
  if (found.ok)
    return say().files.otherKind(
      file,
      found.value.form,
      commandLine('import', file, '--into', '<folder>'),
    )
  // Bytes of no known kind are a document that is damaged.
  const isKnown = read.ok || binaryKind(bytes) !== null || isZip(bytes)
  return isJson || !isKnown
    ? null
    : `${file}: ${found.failure(importWords[spokenLanguage()].files, file)}`
}
