// Extraction against articles of our own, annotated before the rules were tried on them
// (test/extract/articles; test/support/annotated-article.ts says how).
import { describe, expect, test } from 'vitest'
import { parseEdtf } from '../../src/domain/date/edtf.ts'
import { resolveDate } from '../../src/domain/date/when.ts'
import type { Mark } from '../../src/extract/mark.ts'
import { marksOf } from '../../src/extract/marks.ts'
import {
  annotatedArticles,
  type AnnotatedArticle,
  type Annotation,
} from '../support/annotated-article.ts'

/** First and last day that a date names; open ends stay open. */
function boundsOf(date: string | undefined): string {
  if (date === undefined) return 'none'
  const when = resolveDate({ date, timeZone: 'UTC', attested: 0 })
  if (!when.ok) return `not a date: ${date}`
  const { earliest, latest } = when.value
  if (/^(?:\.\.)?\//.test(date)) return `until ${latest}`
  return /\/(?:\.\.)?$/.test(date) ? `since ${earliest}` : `${earliest} to ${latest}`
}

const covers = (mark: Mark, { core, start, end }: Annotation): boolean =>
  mark.start <= core[0] && mark.end >= core[1] && mark.start >= start - 4 && mark.end <= end + 1

const touches = (mark: Mark, { start, end }: Annotation): boolean =>
  mark.start < end && mark.end > start

interface Judged {
  readonly mark: Mark
  readonly annotation: Annotation | null
  readonly isRight: boolean
}

/** Each mark with the statement that it finds; those on what may be left are not judged. */
function judge({ text, language, published, timeZone, annotations }: AnnotatedArticle): Judged[] {
  const marks = marksOf(text, { day: published.slice(0, 10), language, timeZone })
  const statements = annotations.filter(({ sign }) => sign === 'date')
  const free = annotations.filter(({ sign }) => sign === '~')
  return marks.flatMap((mark) => {
    const annotation = statements.find((one) => covers(mark, one)) ?? null
    if (annotation === null && free.some((one) => touches(mark, one))) return []
    const said = boundsOf(mark.readings[0]?.date)
    const isRight = annotation?.dates.some((date) => boundsOf(date) === said) ?? false
    return [{ mark, annotation, isRight }]
  })
}

const f1 = (right: number, said: number, all: number): number => (2 * right) / (said + all)

describe.each(['zh', 'en'])('the articles in %s', (language) => {
  const articles = annotatedArticles.filter((one) => one.language.startsWith(language))
  const statements = articles.flatMap(({ annotations }) =>
    annotations.filter(({ sign }) => sign === 'date'),
  )
  const judged = articles.flatMap((article) => judge(article))

  test('are annotated with dates of the profile', () => {
    const wrong = statements.flatMap(({ dates }) => dates.filter((date) => !parseEdtf(date).ok))
    expect(wrong).toEqual([])
    expect(articles.length).toBeGreaterThanOrEqual(7)
    expect(statements.length).toBeGreaterThan(120)
  })

  test('are read: value, whether it is an event, what is ready', () => {
    const right = judged.filter(({ isRight }) => isRight)
    expect(f1(right.length, judged.length, statements.length)).toBeGreaterThanOrEqual(0.955)
    const claimed = judged.filter(({ mark }) => mark.isEvent)
    const events = claimed.filter(({ annotation }) => annotation?.isEvent)
    const all = statements.filter(({ isEvent }) => isEvent)
    expect(f1(events.length, claimed.length, all.length)).toBeGreaterThanOrEqual(0.96)
    const ready = judged.filter(({ mark }) => mark.state === 'ready')
    expect(ready.filter(({ isRight }) => isRight).length / ready.length).toBeGreaterThanOrEqual(
      0.99,
    )
  })

  test('have no mark on what only looks like a date', () => {
    const found = articles.flatMap((article) => {
      const negatives = article.annotations.filter(({ sign }) => sign === '-')
      expect(negatives.length).toBeGreaterThanOrEqual(3)
      const { text, published, timeZone } = article
      const marks = marksOf(text, { day: published.slice(0, 10), language, timeZone })
      return marks.filter((mark) => negatives.some((one) => touches(mark, one)))
    })
    expect(found.map(({ words }) => words)).toEqual([])
  })
})
