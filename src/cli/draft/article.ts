// The article that a draft is made of: read from disk, with the id that its source gets.
import { basename, extname } from 'node:path'
import { failed, ok, type Result } from '../../domain/result.ts'
import { readText, type TextEncodingName } from '../../domain/text/read-text.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { ruleInWords } from '../../messages/languages.ts'
import { isLikelyBig5 } from '../../extract/files/big5.ts'
import { binaryKind, isZip } from '../../extract/files/kinds.ts'
import { importLimits } from '../../extract/files/limits.ts'
import { isBlank, isWebPage, readFile } from '../../extract/files/read-file.ts'
import { importWords } from '../../extract/words/words.ts'
import { slugOf } from '../document/begin.ts'
import { readBytes } from '../document/source-texts.ts'
import type { LanguageFlag } from '../options.ts'
import { say } from '../terminal/speech.ts'
import type { Article } from './plan.ts'
import { commandLine } from '../terminal/command-line.ts'

export interface ArticleFlags extends LanguageFlag {
  /** The id of its source. */
  readonly source?: string
}

export interface ReadArticle extends Article {
  readonly path: string
  readonly encoding: TextEncodingName
}

/** Fails with a message for people. */
export async function readArticle(
  path: string,
  { source, lang }: ArticleFlags,
): Promise<Result<ReadArticle, string>> {
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  const wrong = wrongKind(path, bytes.value, lang)
  if (wrong !== null) return failed(wrong)
  const read = readText(bytes.value)
  if (!read.ok) return failed(`${path} ${ruleInWords(read.failure, lang).detail}`)
  if (read.value.encoding === 'GB18030' && isLikelyBig5(bytes.value, read.value.text))
    return failed(`${path}: ${importWords[lang].files.big5}`)
  if (isWebPage(read.value.text)) return failed(`${path}: ${importWords[lang].files.html}`)
  const id = source ?? slugOf(basename(path, extname(path))) ?? 'article'
  return ok({ path, id, ...read.value })
}

/** A file that is no text, or that another command reads; null for one that may be an article. */
function wrongKind(path: string, bytes: Uint8Array, lang: UiLanguage): string | null {
  const words = importWords[lang].files
  if (isBlank(bytes)) return `${path}: ${words.empty}`
  const most = importLimits.articleMegabytes
  if (bytes.length > most * 1_000_000) return `${path}: ${words.tooLarge(most)}`
  const kind = binaryKind(bytes)
  if (kind !== null) return `${path}: ${words.binary[kind]}`
  const read = readText(bytes)
  const text = read.ok ? read.value.text : ''
  const isSure = isZip(bytes) || /^\s*BEGIN:VCALENDAR/.test(text)
  // A table of commas may be prose: only what no article can be is sent elsewhere.
  if (!isSure && !/^\s*[[{]/.test(text)) return null
  const found = readFile(bytes)
  if (!found.ok)
    return isSure ? `${path}: ${found.failure(words, commandLine('draft', path))}` : null
  const command = commandLine('import', path, '--into', '<folder>')
  return say().files.noArticle(path, found.value.form, command)
}
