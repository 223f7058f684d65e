// `jishi new`: makes the folder of a timeline, with a document that is valid and has no events yet; with an
// article also its text and the table of its dates.
import type { Command } from 'commander'
import { join } from 'node:path'
import { isIdentifier } from '../../domain/document/identifier.ts'
import type { GivenAnswers } from '../../extract/question.ts'
import { authoringMessages, reportMessages } from '../../messages/report.ts'
import { readAnswers, withAnswers, type AnswerFlags } from '../asking/answers-file.ts'
import { settleQuestions, terminalPrompt } from '../asking/ask.ts'
import { openResult } from '../asking/open.ts'
import { tellUnasked } from '../asking/unasked.ts'
import { makeFolder, slugOf } from '../document/begin.ts'
import { isPresent } from '../document/presence.ts'
import { readArticle, type ReadArticle } from '../draft/article.ts'
import {
  beginningFields,
  beginningId,
  planBeginning,
  type BeginningPlan,
  type NewField,
} from '../draft/begin-plan.ts'
import { draftLines, rowJson } from '../draft/print.ts'
import { withLanguage, type LanguageFlag } from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { progress } from '../terminal/console.ts'
import { commandWords } from '../terminal/speech.ts'
import { reasonOf } from '../terminal/system-error.ts'
import { commandLine } from '../terminal/command-line.ts'

interface NewFlags extends LanguageFlag, AnswerFlags, Partial<Record<NewField, string>> {
  readonly from?: string
  readonly articleTitle?: string
  readonly publisher?: string
  readonly published?: string
  readonly in: string
  readonly json?: boolean
}

export function addNewCommand(program: Command): void {
  const { help, options, arguments: args } = commandWords()
  withLanguage(withAnswers(program.command('new')))
    .description(help.new.about)
    .argument('<id>', args.id)
    .option('--title <words>', options.title)
    .option('--language <tag>', options.language)
    .option('--time-zone <name>', options.timeZone)
    .option('--domain <name>', options.domain)
    .option('--from <article>', options.from)
    .option('--article-title <words>', options.articleTitle)
    .option('--publisher <name>', options.publisher)
    .option('--published <day>', options.published)
    .option('--in <folder>', options.in, 'data')
    .option('--json', options.json)
    .addHelpText('after', help.new.more)
    .action(reporting(makeTimeline))
}

async function makeTimeline(id: string, flags: NewFlags): Promise<CommandResult> {
  const words = authoringMessages[flags.lang].begin
  if (!isIdentifier(id)) return endedWith('usage', words.notAnId(id, slugOf(id)))
  const folder = join(flags.in, id)
  if (await isPresent(folder)) return endedWith('refused', words.taken(folder))
  const unused = flags.from === undefined ? articleOptions.filter(([name]) => flags[name]) : []
  if (unused.length > 0) progress(words.onlyWithArticle(unused.map(([, option]) => option)))
  const article =
    flags.from === undefined ? null : await readArticle(flags.from, { lang: flags.lang })
  if (article?.ok === false) return endedWith('usage', article.failure)
  const read = await readAnswers(flags)
  if (!read.ok) return endedWith('usage', read.failure)
  const task = {
    id,
    day: new Date().toISOString().slice(0, 10),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    article: article === null ? null : article.value,
    lang: flags.lang,
  }
  const { plan, asked } = await settleQuestions(
    (answers) => planBeginning(task, answers),
    withOptions(read.value, flags),
    { lang: flags.lang, prompt: terminalPrompt(flags) },
  )
  const isOpen = plan.document === null
  const result = isOpen
    ? openResult(plan.questions, flags.lang)
    : await write({ folder, flags, plan, article: task.article })
  return tellUnasked(result, { given: read.value, asked, isOpen }, flags.lang)
}

/** Of the article. */
const articleOptions = [
  ['articleTitle', '--article-title'],
  ['publisher', '--publisher'],
  ['published', '--published'],
] as const

/** What the command line says counts as an answer. */
function withOptions(answers: GivenAnswers, flags: NewFlags): GivenAnswers {
  const said = [
    ...beginningFields.map(({ field }) => [beginningId(field), flags[field]] as const),
    ['source/title', flags.articleTitle] as const,
    ['source/publisher', flags.publisher] as const,
    ['source/published', flags.published] as const,
  ]
  return new Map([
    ...answers,
    ...said.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  ])
}

interface Making {
  readonly folder: string
  readonly flags: NewFlags
  readonly plan: BeginningPlan
  readonly article: ReadArticle | null
}

async function write({ folder, flags, plan, article }: Making): Promise<CommandResult> {
  const { lang } = flags
  const words = authoringMessages[lang].begin
  const { drafted } = plan
  const files = new Map([['timeline.json', `${JSON.stringify(plan.document, null, 2)}\n`]])
  if (article !== null && drafted !== null) {
    files.set(join('sources', `${article.id}.txt`), article.text)
    files.set('draft.csv', drafted.table)
  }
  const made = await makeFolder(folder, files).catch(reasonOf)
  if (typeof made === 'string') return endedWith('usage', words.unwritable(folder, made))
  if (!made.ok) return endedWith('refused', words.taken(folder))
  const json = {
    timeline: plan.document?.id,
    folder,
    file: join(folder, 'timeline.json'),
    ...(drafted !== null && { marks: drafted.rows.map((row) => rowJson(row, lang)) }),
  }
  const lines = [
    ...(article === null || article.encoding === 'UTF-8'
      ? []
      : [`${article.path} ${reportMessages[lang].readAs(article.encoding)}`]),
    ...(drafted === null ? [] : draftLines(drafted.rows, lang)),
    ...nextSteps(folder, flags, drafted !== null),
  ]
  return done(lines.join('\n'), json)
}

function nextSteps(folder: string, { lang }: NewFlags, isDrafted: boolean): string[] {
  const { begin, draft } = authoringMessages[lang]
  const { made, next, steps } = begin
  const table = join(folder, 'draft.csv')
  const commands = [
    [commandLine('preview', folder), steps.preview],
    [commandLine('check', folder), steps.check],
    [commandLine('publish', folder), steps.publish],
  ] as const
  const width = Math.max(...commands.map(([command]) => command.length)) + 3
  return [
    made(join(folder, 'timeline.json'), join(folder, 'sources')),
    ...(isDrafted
      ? [draft.next(table), `  ${commandLine('import', table, '--into', folder)}`]
      : []),
    next,
    ...commands.map(([command, what]) => `  ${command.padEnd(width)}${what}`),
  ]
}
