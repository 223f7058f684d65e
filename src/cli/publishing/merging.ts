// What publish does where the document began from another edition than the newest: merges both, asks
// what only a person can decide, and checks what comes out.
import { basename } from 'node:path'
import {
  mergeDocuments,
  type MergeChoice,
  type MergedDocuments,
  type Side,
} from '../../domain/merge/merge.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { documentDigest } from '../../edition/digest.ts'
import { choiceInWords } from '../../messages/choices.ts'
import { reportMessages } from '../../messages/report.ts'
import { compareDocuments } from '../changes/comparison.ts'
import { choiceLines, comparisonJson, comparisonLines } from '../changes/print.ts'
import { checkMade, type LocatedFault } from '../document/load.ts'
import { faultJson, listLines, lookedUpIn } from '../document/report.ts'
import type { CommandResult } from '../outcome.ts'
import { minuteOf, type ReadEdition } from '../service/kept.ts'
import { chooseSide, isInteractive, progress, visible } from '../terminal/console.ts'
import type { Origin } from './origin.ts'
import { otherwise, sameCommand, type Content, type PublishTask } from './task.ts'
import { say } from '../terminal/speech.ts'

/** What is merged with the newest edition. */
interface Rivals {
  readonly origin: Origin
  readonly mine: Content
  readonly newest: ReadEdition
}

export interface Merged {
  readonly content: Content
  readonly meanwhile: Meanwhile
}

/** What was published since the document began, for people and programs. */
export interface Meanwhile {
  readonly since: number | null
  readonly text: string
  readonly changes: object | null
}

/**
 * Fails, with nothing written, where a choice is open and nobody can be asked, or where the merged
 * document has faults.
 * @example await mergeWithNewest(task, disjoint edits) → ok({ content: with both, … })
 */
export async function mergeWithNewest(
  task: PublishTask,
  { origin, mine, newest }: Rivals,
): Promise<Result<Merged, CommandResult>> {
  const { flags } = task
  const documents = { base: origin.document, mine: mine.document, theirs: newest.document }
  const meanwhile = meanwhileOf(task, documents, origin)
  const open = { task, documents, meanwhile, newest }
  const isAskable = flags.yes !== true && flags.json !== true && isInteractive()
  const answers = new Map<string, Side>()
  let merged = mergeDocuments(documents)
  const isAsked = isAskable && merged.document === null
  if (isAsked) progress(`${titleOf(open)}\n${meanwhile.text}`)
  // Settling some choices may open others.
  while (merged.document === null) {
    const isSettled = isAskable && (await ask(merged.choices, open, answers))
    if (!isSettled) return failed(unmerged(open, merged.choices))
    merged = mergeDocuments(documents, answers)
  }
  const content = merged.document
  const checked = checkMade(content, task.texts)
  if (!checked.ok) return failed(unmerged(open, [], checked.failure))
  const digest = await documentDigest(content)
  // What was shown before the questions is not shown again.
  const text = isAsked ? '' : `${titleOf(open)}\n${meanwhile.text}`
  const { document, citations } = checked.value
  const lookedUp = lookedUpIn({ value: content, citations, texts: task.texts }, flags.lang)
  return ok({ content: { document, content, digest, lookedUp }, meanwhile: { ...meanwhile, text } })
}

function meanwhileOf(
  { flags: { lang } }: PublishTask,
  { base, theirs }: MergedDocuments,
  { edition }: Origin,
): Meanwhile {
  const { merge: words } = reportMessages[lang]
  if (base === null) return { since: edition, text: words.allChosen(edition), changes: null }
  const comparison = compareDocuments(base, theirs)
  return {
    since: edition,
    text: words.since(edition ?? 0) + comparisonLines(comparison, lang).join('\n  '),
    changes: comparisonJson(comparison, lang),
  }
}

interface Open {
  readonly task: PublishTask
  readonly documents: MergedDocuments
  readonly meanwhile: Meanwhile
  readonly newest: ReadEdition
}

/** True if everything was chosen. */
async function ask(
  choices: readonly MergeChoice[],
  { task, documents }: Open,
  answers: Map<string, Side>,
): Promise<boolean> {
  const { lang } = task.flags
  const { merge: words } = reportMessages[lang]
  for (const [index, choice] of choices.entries()) {
    const count = words.bothChanged({ index: index + 1, all: choices.length })
    const lines = choiceLines(choiceInWords(choice, documents, lang), lang).join('\n')
    const chosen = await chooseSide(`\n${count}${lines}\n${words.question}`)
    if (chosen === null) {
      progress('')
      return false
    }
    const { side, forAll } = chosen
    for (const { key } of forAll ? choices.slice(index) : [choice]) answers.set(key, side)
    if (forAll) return true
  }
  return true
}

function titleOf({ task: { flags }, newest }: Open): string {
  const { number, by, published, note } = newest.line
  return reportMessages[flags.lang].merge.meanwhile({
    number,
    by: visible(by),
    time: minuteOf(published),
    ...(note === undefined ? {} : { note: visible(note) }),
  })
}

/** Choices in a message for people. */
const mostShown = 20

/** Nothing was written: choices are open, or what comes out has faults. */
function unmerged(
  open: Open,
  choices: readonly MergeChoice[],
  faults: readonly LocatedFault[] = [],
): CommandResult {
  const { task, documents, meanwhile, newest } = open
  const { flags, connection, file, timeline } = task
  const { lang } = flags
  const { merge: words } = reportMessages[lang]
  const title = say().because(otherwise(), titleOf(open))
  const told = choices.map((choice) => ({
    choice,
    words: choiceInWords(choice, documents, lang),
  }))
  const rest = told.length - mostShown
  return {
    ending: 'conflict',
    text: [
      say().conflict(title),
      meanwhile.text,
      told.length === 0 ? words.hasFaults : words.toChoose(told.length),
      ...told
        .slice(0, mostShown)
        .flatMap((one) => choiceLines(one.words, lang).map((line) => `  ${line}`)),
      ...(rest > 0 ? [`  ${words.moreChoices(rest)}`] : []),
      ...listLines(faults, lang, { file: basename(file) }).map((line) => `  ${line}`),
      words.goOn,
      ...(told.length === 0 ? [] : [`  ${sameCommand(task)}   ${words.asksOnTerminal}`]),
      `  ${connection.command('pull', timeline, '-o', 'newest.json')}   ${words.getsNewest(file)}`,
    ].join('\n'),
    json: {
      title,
      timeline,
      base: meanwhile.since,
      current: newest.line,
      changes: meanwhile.changes,
      choices: told.map((one) => ({ ...one.choice, words: one.words })),
      ...(faults.length > 0 && { faults: faults.map((fault) => faultJson(fault, lang)) }),
    },
  }
}
