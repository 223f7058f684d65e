// The article that a draft is made of: read from disk, with the id that its source gets.
import { basename, extname } from 'node:path'
import { failed, ok, type Result } from '../../domain/result.ts'
import { readText, type TextEncodingName } from '../../domain/text/read-text.ts'
import { ruleInWords } from '../../messages/languages.ts'
import { isLikelyBig5 } from '../../extract/files/big5.ts'
import { importWords } from '../../extract/words/words.ts'
import { slugOf } from '../document/begin.ts'
import { readBytes } from '../document/source-texts.ts'
import type { LanguageFlag } from '../options.ts'
import type { Article } from './plan.ts'

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
  const read = readText(bytes.value)
  if (!read.ok) return failed(`${path} ${ruleInWords(read.failure, lang).detail}`)
  if (read.value.encoding === 'GB18030' && isLikelyBig5(bytes.value, read.value.text))
    return failed(`${path}: ${importWords[lang].files.big5}`)
  const id = source ?? slugOf(basename(path, extname(path))) ?? 'article'
  return ok({ path, id, ...read.value })
}
