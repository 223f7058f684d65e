// What drafting an article would do: its text as a source of the timeline, and its dates as a table. Asks
// what only a person knows; writes nothing.
import { createHash } from 'node:crypto'
import { parseDay } from '../../domain/date/civil-day.ts'
import { isInstant } from '../../domain/date/instant.ts'
import { publicationDate } from '../../domain/date/publication.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { draftRows, draftTable, type DraftRow } from '../../extract/draft/rows.ts'
import { marksOf } from '../../extract/marks.ts'
import { answerTo, type GivenAnswers, type Question } from '../../extract/question.ts'
import { authoringMessages } from '../../messages/report.ts'
import { markWords } from './words.ts'

/** The text of an article, and where it goes. */
export interface Article {
  readonly text: string
  /** The id of its source. */
  readonly id: string
  /** Where nobody says it, that of the text. */
  readonly language?: string | undefined
}

export interface DraftPlan {
  readonly questions: readonly Question[]
  /** Null while something is open. */
  readonly drafted: Drafted | null
}

export interface Drafted {
  readonly document: TimelineDocument
  readonly source: Source
  /** True if the timeline had the source already, with this text. */
  readonly isKnown: boolean
  readonly rows: readonly DraftRow[]
  /** The table of dates, as CSV. */
  readonly table: string
}

export const sha256Of = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex')

export function planDraft(
  document: TimelineDocument,
  article: Article,
  answers: GivenAnswers,
  lang: UiLanguage,
): DraftPlan {
  const known = document.sources.find(({ id }) => id === article.id)
  const asked = questionsOf(article, document, lang).filter(
    ({ id }) => known === undefined || (id === publishedId && !isDay(known.published)),
  )
  const open = asked.filter((question) => valueOf(question, answers) === null)
  if (open.length > 0)
    return { questions: open.map((one) => withProblem(one, answers, lang)), drafted: null }
  const said = new Map(asked.map((question) => [question.id, valueOf(question, answers) ?? '']))
  const published = said.get(publishedId) ?? known?.published ?? ''
  const source = known ?? newSource(article, document, said)
  const next =
    known === undefined ? { ...document, sources: [...document.sources, source] } : document
  const day = publicationDate(published, document.timeZone)
  const { language } = source
  const rows = draftRows(article.text, { day, language, timeZone: document.timeZone })
  const table = draftTable(rows, article.id, markWords(lang))
  const isKnown = known !== undefined
  return { questions: [], drafted: { document: next, source, isKnown, rows, table } }
}

type Source = TimelineDocument['sources'][number]

function newSource(
  { id, text, language }: Article,
  document: TimelineDocument,
  said: GivenAnswers,
): Source {
  const publisher = said.get('source/publisher') ?? none
  return {
    id,
    title: said.get('source/title') ?? '',
    ...(publisher !== none && { publisher }),
    published: said.get(publishedId) ?? '',
    language: language ?? languageOf(text, document.language),
    sha256: sha256Of(text),
  }
}

const publishedId = 'source/published'
const isDay = (text: string): boolean => parseDay(text) !== null || isInstant(text)

/** Of a source without a publisher. */
const none = '-'

/** The first line, if it may be a title. */
export function titleLine(text: string): string | null {
  const first =
    text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? ''
  return first.length > 0 && first.length <= 80 && !/[。.]$/.test(first) ? first : null
}

function questionsOf(
  { text, language }: Article,
  document: TimelineDocument,
  lang: UiLanguage,
): readonly Question[] {
  const words = authoringMessages[lang].draft
  const first = titleLine(text)
  return [
    {
      id: 'source/title',
      words: words.asks.title,
      choices: first === null ? [] : [{ value: first, words: first }],
      free: words.free.title,
    },
    {
      id: 'source/publisher',
      words: words.asks.publisher,
      choices: [{ value: none, words: words.noPublisher }],
      free: words.free.publisher,
    },
    {
      id: publishedId,
      words: words.asks.published,
      choices: daysOf(text, language ?? languageOf(text, document.language), document.timeZone).map(
        (day) => ({ value: day, words: day }),
      ),
      free: words.free.published,
    },
  ]
}

/** Days that the text names in full near its top: one of them may be its own. */
function daysOf(text: string, language: string, timeZone: string): string[] {
  const top = text.slice(0, 400)
  const marks = marksOf(top, { day: '2000-01-01', language, timeZone })
  const days = marks.flatMap(({ date, rule }) =>
    date !== null && rule.rule === 'written' && parseDay(date) !== null ? [date] : [],
  )
  return [...new Set(days)].slice(0, 3)
}

function valueOf(question: Question, answers: GivenAnswers): string | null {
  const answer = answerTo(question, answers)?.trim() ?? null
  if (answer === null || answer === '') return null
  return question.id !== publishedId || isDay(answer) ? answer : null
}

function withProblem(question: Question, answers: GivenAnswers, lang: UiLanguage): Question {
  const answer = answers.get(question.id)
  if (answer === undefined || answer === '') return question
  return { ...question, problem: authoringMessages[lang].draft.notADay(answer) }
}

/** That of the timeline, if the text is written in its script. */
function languageOf(text: string, ofTimeline: string): string {
  const isHan = (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) > text.length / 8
  const fits = /^(?:zh|yue|lzh|ja)\b/.test(ofTimeline) === isHan
  return fits ? ofTimeline : isHan ? 'zh-Hans' : 'en'
}
