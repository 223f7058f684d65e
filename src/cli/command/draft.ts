// `jishi draft`: keeps the text of an article as a source, and lists its dates in a table that a person goes
// through and imports.
import type { Command } from 'commander'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isIdentifier } from '../../domain/document/identifier.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { readText } from '../../domain/text/read-text.ts'
import type { GivenAnswers } from '../../extract/question.ts'
import { authoringMessages, reportMessages } from '../../messages/report.ts'
import { refusalOf } from '../asking/agree.ts'
import { readAnswers, withAnswers, type AnswerFlags } from '../asking/answers-file.ts'
import { settleQuestions, promptToWrite } from '../asking/ask.ts'
import { openResult } from '../asking/open.ts'
import { tellUnasked } from '../asking/unasked.ts'
import { editedFile } from '../document/edited-text.ts'
import { loadInto, type Into } from '../document/into.ts'
import { isPresent } from '../document/presence.ts'
import { sourceFolder } from '../document/source-texts.ts'
import { readIfThere, writeFiles, type WrittenFile } from '../document/write-files.ts'
import { readArticle, type ReadArticle } from '../draft/article.ts'
import { deniedFacts, planDraft, sha256Of, type Drafted } from '../draft/plan.ts'
import { draftLines, rowJson } from '../draft/print.ts'
import { withLanguage, type LanguageFlag } from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { visible } from '../terminal/console.ts'
import { commandWords } from '../terminal/speech.ts'
import { commandLine } from '../terminal/command-line.ts'

interface DraftFlags extends LanguageFlag, AnswerFlags {
  readonly into: string
  readonly title?: string
  readonly publisher?: string
  readonly published?: string
  readonly source?: string
  readonly language?: string
  readonly output?: string
  readonly yes?: boolean
  readonly json?: boolean
}

export function addDraftCommand(program: Command): void {
  const { help, options, arguments: args } = commandWords()
  withLanguage(withAnswers(program.command('draft')))
    .description(help.draft.about)
    .argument('<article>', args.article)
    .requiredOption('--into <folder>', options.intoFolder)
    .option('--title <words>', options.articleTitle)
    .option('--publisher <name>', options.publisher)
    .option('--published <day>', options.publishedToday)
    .option('--source <id>', options.sourceId)
    .option('--language <tag>', options.articleLanguage)
    .option('-o, --output <file>', options.table)
    .option('-y, --yes', options.yesToWrite)
    .option('--json', options.json)
    .addHelpText('after', help.draft.more)
    .action(reporting(draft))
}

async function draft(path: string, flags: DraftFlags): Promise<CommandResult> {
  const words = authoringMessages[flags.lang].draft
  const into = await loadInto(flags)
  if (!into.ok) return into.failure
  const { file, bytes, document } = into.value
  const article = await readArticle(path, flags)
  if (!article.ok) return endedWith('usage', article.failure)
  if (!isIdentifier(article.value.id)) return endedWith('usage', words.notAnId(article.value.id))
  const given = await givenAnswers(flags)
  if (!given.ok) return endedWith('usage', given.failure)
  const table = flags.output ?? join(dirname(file), 'draft.csv')
  const known = document.sources.find(({ id }) => id === article.value.id)
  if (known !== undefined && known.sha256 !== sha256Of(article.value.text))
    return endedWith('refused', words.otherText(known.id, commandLine('cite', flags.into)))
  const denied = known === undefined ? [] : deniedFacts(known, document, given.value.given)
  if (denied.length > 0)
    return endedWith('refused', words.otherFacts(article.value.id, denied.map(visible)))
  if (await isPresent(table)) return endedWith('refused', words.tableTaken(table))
  const textFile = join(sourceFolder(file), `${article.value.id}.txt`)
  const kept = await readIfThere(textFile)
  if (!kept.ok) return endedWith('usage', kept.failure)
  if (kept.value !== null && !isText(kept.value, article.value.text))
    return endedWith('refused', words.textTaken(textFile))
  const text = { file: textFile, text: article.value.text, was: kept.value }
  const timeline = { file, bytes, document }
  return propose({ flags, timeline, text, table, article: article.value, ...given.value })
}

const isText = (bytes: Uint8Array, text: string): boolean => {
  const read = readText(bytes)
  return read.ok && read.value.text === text
}

/** Answers on the command line, and those of a file. */
async function givenAnswers(
  flags: DraftFlags,
): Promise<Result<Pick<Task, 'answers' | 'given'>, string>> {
  const answers = await readAnswers(flags)
  if (!answers.ok) return failed(answers.failure)
  const { title, publisher, published, language } = flags
  const said = Object.entries({ title, publisher, published, language }).flatMap(([name, value]) =>
    value === undefined ? [] : [[`source/${name}`, value] as const],
  )
  return ok({ answers: answers.value, given: new Map([...answers.value, ...said]) })
}

interface Task {
  readonly flags: DraftFlags
  readonly timeline: Pick<Into, 'file' | 'bytes' | 'document'>
  /** That of the article, as it is kept. */
  readonly text: WrittenFile
  readonly table: string
  readonly article: ReadArticle
  readonly given: GivenAnswers
  /** Of those, the ones of the file. */
  readonly answers: GivenAnswers
}

/** Asks what is open, and goes on if nothing is. */
async function propose(task: Task): Promise<CommandResult> {
  const { flags, article, given } = task
  const { document } = task.timeline
  const { lang } = flags
  const prompt = await promptToWrite(task.timeline.file, flags)
  const { plan, asked } = await settleQuestions(
    (answers) => planDraft(document, article, answers, lang),
    given,
    { lang, prompt },
  )
  const { drafted, questions } = plan
  const result = drafted === null ? openResult(questions, lang) : await keep(task, drafted)
  const isOpen = drafted === null
  return tellUnasked(result, { given: task.answers, asked, isOpen }, lang)
}

/** Shows the dates, and writes if the user agrees. */
async function keep(task: Task, drafted: Drafted): Promise<CommandResult> {
  const { flags, article } = task
  const { lang } = flags
  const words = authoringMessages[lang].draft
  const files = filesOf(task, drafted)
  const names = files.map(({ file }) => file)
  const json = {
    source: drafted.source,
    encoding: article.encoding,
    files: names,
    marks: drafted.rows.map((row) => rowJson(row, lang)),
  }
  if (flags.json !== true) {
    const encoding =
      article.encoding === 'UTF-8'
        ? []
        : [`${article.path} ${reportMessages[lang].readAs(article.encoding)}`]
    process.stdout.write(`${[...encoding, ...draftLines(drafted.rows, lang)].join('\n')}\n`)
  }
  const refusal = await refusalOf({ flags, question: words.write(names.join(', ')), words, json })
  if (refusal !== null) return refusal
  // A timeline that was not made by `new` may lack it; where it cannot be made, writing tells.
  await mkdir(dirname(task.text.file), { recursive: true }).catch(() => undefined)
  const unwritten = await writeFiles(files)
  if (unwritten !== null) return endedWith('usage', unwritten)
  const lines = [
    words.written(names.join(', ')),
    words.next(task.table),
    `  ${commandLine('import', task.table, '--into', flags.into)}`,
  ]
  return done(lines.join('\n'), json)
}

/** The timeline first: it is written last. */
function filesOf({ timeline, text, table }: Task, drafted: Drafted): WrittenFile[] {
  const { file, bytes } = timeline
  const edited = editedFile(bytes, timeline.document, drafted.document)
  const document = { file, text: edited, was: bytes }
  return [
    ...(drafted.isKnown ? [] : [document]),
    text,
    { file: table, text: drafted.table, was: null },
  ]
}
