// Answers that were given before: in a file for `--answers`, or on the command line.
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { parseJson } from '../../domain/document/json.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import type { GivenAnswers } from '../../extract/question.ts'

export interface AnswerFlags {
  /** Path of a file of answers. */
  readonly answers?: string
}

/** For every command that may have to ask. */
export const withAnswers = (command: Command): Command =>
  command.option('--answers <file>', 'answers to its questions: a JSON object, by their ids')

/**
 * Reads a file of answers: an object of strings by the id of their question; null is no answer yet.
 * Fails with a message for people.
 */
export async function readAnswers({ answers }: AnswerFlags): Promise<Result<GivenAnswers, string>> {
  if (answers === undefined) return ok(new Map())
  const text = await readFile(answers, 'utf8').catch(() => null)
  if (text === null) return failed(`cannot read ${answers}`)
  const parsed = parseJson(text.replace(/^\ufeff/, ''))
  const value = parsed.ok ? parsed.value : null
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return failed(`${answers} must be a JSON object: { "<question>": "<answer>" }`)
  const given = Object.entries(value).filter(([, answer]) => answer !== null)
  const strange = given.find(([, answer]) => typeof answer !== 'string')
  return strange === undefined
    ? ok(new Map(given as [string, string][]))
    : failed(`${answers}: the answer to ${JSON.stringify(strange[0])} must be a string or null`)
}
