// `jishi import`: reads a table, a calendar or a document of another program into a timeline: asks what is
// open, shows what it would write, and writes it whole or not at all.
import type { Command } from 'commander'
import { createReadStream } from 'node:fs'
import { basename, dirname, join, parse } from 'node:path'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { sameValue } from '../../domain/merge/same-value.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { completeCitations, type CitedText } from '../../extract/fill-citations/complete.ts'
import type { FoundTables } from '../../extract/files/found.ts'
import { importLimits } from '../../extract/files/limits.ts'
import { readFile } from '../../extract/files/read-file.ts'
import { noMemory, type ImportMemory } from '../../extract/table/again.ts'
import type { GivenAnswers } from '../../extract/question.ts'
import { planImport, type ImportResult } from '../../extract/table/plan.ts'
import { importWords } from '../../extract/words/words.ts'
import { refusalOf } from '../asking/agree.ts'
import { withAnswers, readAnswers, type AnswerFlags } from '../asking/answers-file.ts'
import { settleQuestions, promptToWrite } from '../asking/ask.ts'
import { openResult } from '../asking/open.ts'
import { tellUnasked } from '../asking/unasked.ts'
import { readImport, rememberImport } from '../document/draft-file.ts'
import { editedFile } from '../document/edited-text.ts'
import { loadInto } from '../document/into.ts'
import { readIfThere, writeFiles, type WrittenFile } from '../document/write-files.ts'
import { checkedRows, type CheckedPlan } from '../import/checked-rows.ts'
import { importJson, planLines, resultLines } from '../import/report.ts'
import { restOf } from '../import/rest.ts'
import { writtenDates, writtenTables } from '../import/written.ts'
import { withLanguage, type LanguageFlag } from '../options.ts'
import { done, endedWith, declined, reporting, type CommandResult } from '../outcome.ts'
import { progress } from '../terminal/console.ts'
import { whyUnread } from '../terminal/system-error.ts'
import { commandWords, say, spokenLanguage } from '../terminal/speech.ts'
import { commandLine } from '../terminal/command-line.ts'

interface ImportFlags extends LanguageFlag, AnswerFlags {
  readonly into: string
  readonly goodRows?: boolean
  readonly yes?: boolean
  readonly json?: boolean
}

export function addImportCommand(program: Command): void {
  const { help, options, arguments: args } = commandWords()
  withLanguage(withAnswers(program.command('import')))
    .description(help.import.about)
    .argument('<file>', args.file)
    .requiredOption('--into <folder>', options.intoFolder)
    .option('--good-rows', options.goodRows)
    .option('-y, --yes', options.yesToWrite)
    .option('--json', options.json)
    .addHelpText('after', help.import.more)
    .action(reporting(importFile))
}

/** A file that was read, and the timeline that it goes into. */
interface Task {
  readonly flags: ImportFlags
  /** As it was named; `-` for standard input. */
  readonly given: string
  readonly found: FoundTables
  /** Of the timeline. */
  readonly file: string
  /** Its content, as it was read. */
  readonly bytes: Uint8Array
  readonly document: TimelineDocument
  /** Of its sources, as far as they are at hand. */
  readonly texts: readonly CitedText[]
  readonly memory: ImportMemory
  readonly answers: GivenAnswers
}

async function importFile(given: string, flags: ImportFlags): Promise<CommandResult> {
  const words = importWords[flags.lang]
  const into = await loadInto(flags)
  if (!into.ok) return into.failure
  const { file, bytes, document, texts } = into.value
  const input = await readInput(given)
  if (!input.ok) return endedWith('usage', input.failure)
  const found = readFile(input.value)
  if (!found.ok) {
    const draft = commandLine('draft', given, '--into', flags.into)
    return endedWith('usage', `${given}: ${found.failure(words.files, draft)}`)
  }
  const answers = await readAnswers(flags)
  if (!answers.ok) return endedWith('usage', answers.failure)
  const memory = await memoryOf(given, file)
  const task = { flags, given, found: found.value, answers: answers.value }
  return review({ ...task, file, bytes, document, texts: texts.given, memory })
}

/** Not more than is read of a file: longer ones are refused with words, not with a full memory. */
async function readInput(given: string): Promise<Result<Uint8Array, string>> {
  const most = importLimits.megabytes * 1_000_000 + 1
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of given === '-' ? process.stdin : createReadStream(given)) {
      chunks.push(chunk as Buffer)
      size += (chunk as Buffer).length
      if (size >= most) break
    }
  } catch (error) {
    return failed(say().files.unreadable(given, whyUnread(given, error)))
  }
  return ok(Buffer.concat(chunks))
}

/** Of the rows with faults of an import, also of such a file: `events.csv.rest.csv`. */
const ofRest = /(?:\.[a-z]+\.rest)+$/i

/** A table that is downloaded again is the same one: `events (1).csv`, `events.xlsx`; so is its rest. */
const tableName = (given: string): string =>
  parse(given)
    .name.replace(ofRest, '')
    .replace(/ ?(?:\(\d{1,3}\)|copy|副本)$/i, '')

/** What comes from standard input is another table each time: nothing of it is remembered. */
const memoryOf = async (given: string, file: string): Promise<ImportMemory> =>
  given === '-' ? noMemory : ((await readImport(file, tableName(given))) ?? noMemory)

/** Asks what is open, and proposes the result. */
async function review(task: Task): Promise<CommandResult> {
  const { flags, found, document, memory } = task
  const words = importWords[flags.lang]
  const written = writtenTables(found.tables, document)
  const isRest = ofRest.test(parse(task.given).name)
  const setting = { document, memory, words, written, isRest, dateWords: writtenDates }
  const planOf = (answers: GivenAnswers): CheckedPlan =>
    checkedRows((faults) => planImport(found.tables, { ...setting, answers, faults }), flags.lang)
  const prompt = task.given === '-' ? null : await promptToWrite(task.file, flags)
  const first = planOf(task.answers)
  if (first.rows === 0) return endedWith('usage', `${task.given}: ${words.files.noRows}`)
  // Who is asked sees first how the file was read.
  if (prompt !== null) {
    const isAsked = first.questions.length > 0
    if (isAsked) progress(planLines(first, { ...task, lang: flags.lang }).join('\n'))
  }
  const settled = await settleQuestions(planOf, task.answers, { lang: flags.lang, prompt })
  const { plan, asked } = settled
  const told = {
    given: task.answers,
    asked,
    isOpen: plan.result === null,
    remembered: memory.answers,
  }
  const lines = planLines(plan, { ...task, lang: flags.lang })
  if (plan.result === null) {
    if (flags.json !== true) process.stdout.write(`${lines.join('\n')}\n`)
    const open = openResult(plan.questions, flags.lang, importJson(plan, task))
    return tellUnasked(open, told, flags.lang)
  }
  return tellUnasked(await propose(task, plan, withPlaces(plan.result, task)), told, flags.lang)
}

/** What is new cites words of texts that are at hand: where they stand is filled in. */
function withPlaces(result: ImportResult, { texts }: Task): ImportResult {
  if (texts.length === 0) return result
  const only = new Set([...result.added, ...result.changed])
  const { document } = completeCitations(result.document, texts, () => null, only)
  return { ...result, document: { ...document, sources: result.document.sources } }
}

/** Shows the result, and writes it if the user agrees. */
async function propose(
  task: Task,
  plan: CheckedPlan,
  result: ImportResult,
): Promise<CommandResult> {
  const { flags, file, bytes, document, given } = task
  const words = importWords[flags.lang].report
  const rest = restFile(task, result)
  const json = importJson(plan, task)
  const lines = [
    ...planLines(plan, { ...task, lang: flags.lang }),
    ...resultLines(result, { document, lang: flags.lang, faults: plan.faults }),
  ]
  if (flags.json !== true) process.stdout.write(`${lines.join('\n')}\n`)
  if (plan.faults.length > 0) return declined(words.unwritten, json)
  if (result.bad.length > 0 && flags.goodRows !== true)
    return declined(words.badRows(result.bad.length, rest), json)
  const restFiles = await restToWrite(rest, result)
  if (!restFiles.ok) return restFiles.failure
  const isNew = !sameValue(document, result.document)
  const text = editedFile(bytes, document, result.document)
  const files = [...(isNew ? [{ file, text, was: bytes }] : []), ...restFiles.value]
  const bad = result.bad.length
  if (files.length > 0) {
    const names = files.map((one) => one.file).join(', ')
    const question = isNew
      ? words.write(names, result.document.events.length)
      : words.writeRest(bad, rest)
    const refusal = await refusalOf({ flags, question, words, json, canAsk: given !== '-' })
    if (refusal !== null) return refusal
    const unwritten = await writeFiles(files)
    if (unwritten !== null) return endedWith('usage', unwritten)
  }
  if (given !== '-') await rememberImport(file, tableName(given), result.memory)
  const told = [
    isNew ? words.written(file) : words.nothing(nothingWritten(plan, result)),
    ...(bad === 0 ? [] : [words.rest(bad, rest)]),
    ...(isNew
      ? [
          `${words.next} ${['preview', 'check', 'publish'].map((one) => commandLine(one, flags.into)).join('; ')}`,
        ]
      : []),
  ]
  return done(told.join('\n'), { ...json, rest: bad === 0 ? null : rest, written: isNew })
}

const nothingWritten = ({ columns }: CheckedPlan, { unchanged, leftOut, bad }: ImportResult) => ({
  unchanged: unchanged.length,
  leftOut,
  bad: bad.length,
  keep: columns.find(({ field }) => field === 'keep')?.header ?? null,
})

const restFile = ({ given, flags }: Task, result: ImportResult): string => {
  const name = `${given === '-' ? 'import' : basename(given)}.rest.${restOf(result).extension}`
  return join(given === '-' ? flags.into : dirname(given), name)
}

/** None where they are there as they would be written; fails where the file has others, perhaps mended. */
async function restToWrite(
  file: string,
  result: ImportResult,
): Promise<Result<readonly WrittenFile[], CommandResult>> {
  if (result.bad.length === 0) return ok([])
  const was = await readIfThere(file)
  if (!was.ok) return failed(endedWith('usage', was.failure))
  const { text } = restOf(result)
  if (was.value === null) return ok([{ file, text, was: null }])
  if (Buffer.from(was.value).equals(Buffer.from(text))) return ok([])
  const words = importWords[spokenLanguage()].report
  return failed(endedWith('refused', words.restTaken(file)))
}
