// Answers that were given before: in a file for `--answers`, or on the command line.
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { parseJson } from '../../domain/document/json.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { readText } from '../../domain/text/read-text.ts'
import type { GivenAnswers } from '../../extract/question.ts'
import { commandWords, say } from '../terminal/speech.ts'
import { reasonOf } from '../terminal/system-error.ts'

export interface AnswerFlags {
  /** Path of a file of answers. */
  readonly answers?: string
}

/** For every command that may have to ask. */
export const withAnswers = (command: Command): Command =>
  command.option('--answers <file>', commandWords().options.answers)

/**
 * Reads a file of answers: an object of strings by the id of their question; null is no answer yet.
 * Fails with a message for people.
 */
export async function readAnswers({ answers }: AnswerFlags): Promise<Result<GivenAnswers, string>> {
  if (answers === undefined) return ok(new Map())
  const read = await readFile(answers).then(ok, (error: unknown) => failed(reasonOf(error)))
  if (!read.ok) return failed(say().files.unreadable(answers, read.failure))
  const text = readText(read.value)
  const parsed = text.ok ? parseJson(text.value.text) : text
  const value = parsed.ok ? parsed.value : null
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return failed(say().files.answersForm(answers))
  const given = Object.entries(value).filter(([, answer]) => answer !== null)
  const strange = given.find(([, answer]) => typeof answer !== 'string')
  return strange === undefined
    ? ok(new Map(given as [string, string][]))
    : failed(say().files.answerForm(answers, JSON.stringify(strange[0])))
}
