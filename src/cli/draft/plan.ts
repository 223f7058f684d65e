// What drafting an article would do: its text as a source of the timeline, and its dates as a table. Asks
// what only a person knows; writes nothing.
import { createHash } from 'node:crypto'
import { parseDay } from '../../domain/date/civil-day.ts'
import { isInstant } from '../../domain/date/instant.ts'
import { publicationDate } from '../../domain/date/publication.ts'
import { checkDocument } from '../../domain/check/rules.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { byLanguage } from '../../domain/text/language-map.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { draftTable, type DraftRow } from '../../extract/draft/rows.ts'
import { marksOf } from '../../extract/marks.ts'
import { answerTo, type GivenAnswers, type Question } from '../../extract/question.ts'
import { ruleInWords } from '../../messages/languages.ts'
import { authoringMessages } from '../../messages/report.ts'
import { faultyQuestions } from './faulty-answers.ts'
import { daysOfPublication, rowsByPublication } from './rows-by-publication.ts'
import { markWords } from './words.ts'

/** The text of an article, and where it goes. */
export interface Article {
  readonly text: string
  /** The id of its source. */
  readonly id: string
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
  const language = answers.get(languageId) ?? languageOf(article.text, document.language)
  const asked =
    known === undefined ? questionsOf(article.text, language, document.timeZone, lang) : []
  const open = asked.filter((question) => valueOf(question, answers) === null)
  if (open.length > 0)
    return { questions: open.map((one) => withProblem(one, answers, lang)), drafted: null }
  const said = new Map(asked.map((question) => [question.id, valueOf(question, answers) ?? '']))
  said.set(languageId, language)
  const published = publicationOf(known, said, answers)
  const source = known ?? newSource(article, document, said)
  const next =
    known === undefined ? { ...document, sources: [...document.sources, source] } : document
  const faulty = known === undefined ? faultySource(next, asked, answers, lang) : []
  if (faulty.length > 0) return { questions: faulty, drafted: null }
  const { timeZone } = document
  const setting = { language: source.language, timeZone }
  const rows = rowsByPublication(article.text, publicationDate(published, timeZone), setting)
  const table = draftTable(rows, article.id, markWords(lang))
  const isKnown = known !== undefined
  return { questions: [], drafted: { document: next, source, isKnown, rows, table } }
}

type Source = TimelineDocument['sources'][number]

/** Of a known source without a day an answer dates what counts from it, and nothing else. */
function publicationOf(
  known: Source | undefined,
  said: GivenAnswers,
  answers: GivenAnswers,
): string {
  if (known === undefined) return said.get(publishedId) ?? ''
  const answer = answers.get(publishedId)?.trim() ?? ''
  return !isDay(known.published) && isPublication(answer) ? answer : known.published
}

/**
 * What a source that the timeline has says otherwise than the answers, which change nothing of it.
 * @example a source of 2031-05-04, and `source/published` 2031-05-06 → ['published: 2031-05-04']
 */
export function deniedFacts(
  known: Source,
  { language, timeZone }: TimelineDocument,
  answers: GivenAnswers,
): readonly string[] {
  const texts = (text: Source['title'] | undefined): readonly string[] =>
    text === undefined ? [none] : Object.values(byLanguage(text, language))
  const facts = {
    title: texts(known.title),
    publisher: texts(known.publisher),
    // Where the source has no day, the answer dates what counts from it.
    published: isDay(known.published)
      ? [known.published, publicationDate(known.published, timeZone)]
      : [],
    language: [known.language],
  }
  return Object.entries(facts).flatMap(([field, values]) => {
    const answer = answers.get(`source/${field}`)?.trim() ?? ''
    const [value] = values
    return answer === '' || value === undefined || values.includes(answer)
      ? []
      : [`${field}: ${value}`]
  })
}

function newSource({ id, text }: Article, document: TimelineDocument, said: GivenAnswers): Source {
  const publisher = said.get('source/publisher') ?? none
  return {
    id,
    title: said.get('source/title') ?? '',
    ...(publisher !== none && { publisher }),
    published: said.get(publishedId) ?? '',
    language: said.get(languageId) ?? document.language,
    sha256: sha256Of(text),
  }
}

/** The questions, of the last source of a document, whose answers make it faulty. */
function faultySource(
  document: TimelineDocument,
  asked: readonly Question[],
  answers: GivenAnswers,
  lang: UiLanguage,
): readonly Question[] {
  const checked = checkDocument(document)
  if (checked.ok) return []
  const words = authoringMessages[lang].begin
  const language: Question = {
    id: languageId,
    words: words.asks.language,
    choices: ['zh-Hans', 'zh-Hant', 'en'].map((value) => ({ value, words: value })),
    free: words.other,
  }
  const placed = [...asked, language].map((question) => ({
    question,
    pointer: `/sources/${document.sources.length - 1}/${question.id.replace('source/', '')}`,
  }))
  const faulty = faultyQuestions(placed, checked.failure, answers, lang)
  // No answer mends others, such as a source too many.
  const others = checked.failure.map(({ broken }) => ruleInWords(broken, lang).detail).join('; ')
  return faulty.length > 0 ? faulty : asked.map((question) => ({ ...question, problem: others }))
}

const languageId = 'source/language'
const publishedId = 'source/published'
const isDay = (text: string): boolean => parseDay(text) !== null || isInstant(text)
/** A day, month or year. */
const isPublication = (text: string): boolean =>
  isInstant(text) || (/^-?\d{4}(?:-\d\d){0,2}$/.test(text) && daysOfPublication(text) !== null)

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
  text: string,
  language: string,
  timeZone: string,
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
      choices: daysOf(text, language, timeZone).map((day) => ({ value: day, words: day })),
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
  return question.id !== publishedId || isPublication(answer) ? answer : null
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
