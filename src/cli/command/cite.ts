// `jishi cite`: looks the quotations of a timeline up in the texts of its sources, and fills in where they
// stand, what stands around them, and what they support.
import type { Command } from 'commander'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { sameValue } from '../../domain/merge/same-value.ts'
import {
  completeCitations,
  type CompletedDocument,
  type QuotationPlace,
} from '../../extract/fill-citations/complete.ts'
import { answerTo, type GivenAnswers, type Question } from '../../extract/question.ts'
import { ruleInWords } from '../../messages/languages.ts'
import { authoringMessages } from '../../messages/report.ts'
import { refusalOf } from '../asking/agree.ts'
import { readAnswers, withAnswers, type AnswerFlags } from '../asking/answers-file.ts'
import { settleQuestions, promptToWrite } from '../asking/ask.ts'
import { openResult } from '../asking/open.ts'
import { tellUnasked } from '../asking/unasked.ts'
import { editedFile } from '../document/edited-text.ts'
import { loadDocument, type CheckedDocument } from '../document/load.ts'
import { faultyResult, reportOf, strangeLines } from '../document/report.ts'
import { writeFiles } from '../document/write-files.ts'
import { withLanguage, withSources, type LanguageFlag, type SourceFlags } from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { paint, visible } from '../terminal/console.ts'
import { commandWords } from '../terminal/speech.ts'

interface CiteFlags extends LanguageFlag, SourceFlags, AnswerFlags {
  readonly yes?: boolean
  readonly json?: boolean
}

export function addCiteCommand(program: Command): void {
  const { help, options, arguments: args } = commandWords()
  withLanguage(withSources(withAnswers(program.command('cite'))))
    .description(help.cite.about)
    .argument('<folder>', args.written)
    .option('-y, --yes', options.yesToWrite)
    .option('--json', options.json)
    .addHelpText('after', help.cite.more)
    .action(reporting(cite))
}

/** What is wrong with quotations is what this command is for. */
const ofQuotations: ReadonlySet<string> = new Set([
  'source-differs',
  'passage-absent',
  'passage-ambiguous',
  'digits-differ',
  'context-differs',
])

async function cite(path: string, flags: CiteFlags): Promise<CommandResult> {
  const { lang } = flags
  const words = authoringMessages[lang].cite
  const checked = await loadDocument(path, flags.source)
  if (!checked.ok) return endedWith('usage', checked.failure)
  const others = checked.value.faults.filter(({ reason }) => !ofQuotations.has(reason))
  if (others.length > 0) return faultyResult(reportOf({ ...checked.value, faults: others }), lang)
  const { texts } = checked.value
  const strange = strangeLines(texts, lang)
  if (texts.given.length === 0) return endedWith('refused', [...strange, words.noTexts].join('\n'))
  const answers = await readAnswers(flags)
  if (!answers.ok) return endedWith('usage', answers.failure)
  const planOf = (given: GivenAnswers) => planCite(checked.value, given, flags)
  const { plan, asked } = await settleQuestions(planOf, answers.value, {
    lang,
    prompt: await promptToWrite(checked.value.file, flags),
  })
  const told = { given: answers.value, asked, isOpen: plan.questions.length > 0 }
  const lines = [...strange, ...citeLines(plan.completed, flags)]
  const json = citeJson(plan.completed, flags)
  if (plan.questions.length > 0) {
    if (flags.json !== true) process.stdout.write(`${lines.join('\n')}\n`)
    return tellUnasked(openResult(plan.questions, lang, json), told, lang)
  }
  const result = await propose(checked.value, plan.completed, { flags, lines, json })
  return tellUnasked(result, told, lang)
}

interface CitePlan {
  readonly questions: readonly Question[]
  readonly completed: CompletedDocument
}

function planCite(
  { value, texts }: CheckedDocument,
  answers: GivenAnswers,
  { lang }: CiteFlags,
): CitePlan {
  const document = value as TimelineDocument
  const offered = completeCitations(document, texts.given, () => null).several
  const questions = offered.map((one): Question => ({
    id: questionId(one),
    words: authoringMessages[lang].cite.whichPlace(one.event, visible(one.words)),
    choices: one.places.map(({ start, before, words, after }) => ({
      value: String(start),
      words: `…${before}[${words}]${after}…`.replaceAll('\n', ' '),
    })),
  }))
  const said = new Map(questions.map((question) => [question.id, answerTo(question, answers)]))
  const completed = completeCitations(document, texts.given, (quotation) => {
    const answer = said.get(questionId(quotation))
    return answer === null || answer === undefined ? null : Number(answer)
  })
  return { questions: questions.filter(({ id }) => said.get(id) === null), completed }
}

const questionId = ({ event, index }: QuotationPlace): string => `place/${event}/${index}`

function citeLines(
  { looked, filled, lost, several, changed }: CompletedDocument,
  { lang }: CiteFlags,
): string[] {
  const words = authoringMessages[lang].cite
  return [
    ...changed.map((source) => words.changed(source)),
    ...lost.map(({ event, words: cited, why }) => {
      const { detail, hint } = ruleInWords(why, lang)
      const advice = hint === undefined ? '' : ` (${hint})`
      return `${event}: ${visible(cited)}\n  ${paint('red', why.rule)}: ${visible(detail)}${advice}`
    }),
    ...(lost.length === 0 ? [] : [words.lost(lost.length)]),
    words.looked(looked - lost.length - several.length, looked),
    ...(filled.length === 0 ? [] : [words.filled(filled.length)]),
  ]
}

const citeJson = (
  { looked, filled, lost, changed }: CompletedDocument,
  { lang }: CiteFlags,
): object => ({
  looked,
  filled,
  lost: lost.map(({ why, ...place }) => ({
    ...place,
    rule: why.rule,
    message: ruleInWords(why, lang).detail,
    ...(why.proposals && { proposals: why.proposals }),
  })),
  changed,
})

interface Shown {
  readonly flags: CiteFlags
  readonly lines: readonly string[]
  readonly json: object
}

async function propose(
  { file, bytes, value }: CheckedDocument,
  { document }: CompletedDocument,
  { flags, lines, json }: Shown,
): Promise<CommandResult> {
  const { cite: words, draft } = authoringMessages[flags.lang]
  if (flags.json !== true) process.stdout.write(`${lines.join('\n')}\n`)
  if (sameValue(value, document)) return done(words.nothing, { ...json, written: false })
  const refusal = await refusalOf({ flags, question: words.write(file), words: draft, json })
  if (refusal !== null) return refusal
  const text = editedFile(bytes, value as object, document)
  const unwritten = await writeFiles([{ file, text, was: bytes }])
  if (unwritten !== null) return endedWith('usage', unwritten)
  return done(words.written(file), { ...json, written: true })
}
