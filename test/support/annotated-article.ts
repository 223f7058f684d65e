// Articles with their dates annotated in the text, in test/extract/articles. The first line has language,
// publication and time zone. A statement stands in ⟦⟧: the words, ‹› around the part that must be found,
// then after | the date, other right dates after =, `no` where it puts nothing on a timeline, `span` where
// a month or year is all of it. ⟦words|-⟧ look like a date and are none; ⟦words|~⟧ may be found or left.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Annotation {
  /** In code points of the text; the end is exclusive. */
  readonly start: number
  readonly end: number
  readonly core: readonly [start: number, end: number]
  readonly words: string
  /** Right dates, the best first; of `-` and `~` none. */
  readonly dates: readonly string[]
  readonly sign: 'date' | '-' | '~'
  readonly isEvent: boolean
  readonly isSpan: boolean
}

export interface AnnotatedArticle {
  readonly name: string
  readonly language: string
  readonly published: string
  readonly timeZone: string
  readonly text: string
  readonly annotations: readonly Annotation[]
}

const folder = join(import.meta.dirname, '../extract/articles')

/** Words that may stand with a date or not. */
const outside = /^(?:(?:on|in|at|of|to|over) )?(?:the )?/i

export const codePoints = (text: string): number => Array.from(text).length

export const annotatedArticles: readonly AnnotatedArticle[] = readdirSync(folder)
  .toSorted()
  .map((file) => readArticle(file.replace(/\.txt$/, ''), readFileSync(join(folder, file), 'utf8')))

function readArticle(name: string, file: string): AnnotatedArticle {
  const [head = '', ...rest] = file.split('\n')
  const [language = '', published = '', timeZone = ''] = head.split(' ')
  let text = ''
  const annotations: Annotation[] = []
  for (const piece of rest
    .join('\n')
    .trimStart()
    .split(/(⟦[^⟧]*⟧)/)) {
    if (piece.startsWith('⟦'))
      annotations.push(readAnnotation(piece.slice(1, -1), codePoints(text)))
    text += piece.replace(/^⟦([^|]*)\|.*$/s, '$1').replaceAll(/[‹›]/g, '')
  }
  return { name, language, published, timeZone, text, annotations }
}

function readAnnotation(inner: string, start: number): Annotation {
  const [marked = '', date = '', ...more] = inner.split('|')
  const words = marked.replaceAll(/[‹›]/g, '')
  const core = /‹([^›]*)›/.exec(marked)?.[1] ?? words.replace(outside, '').replace(/[.）)]+$/, '')
  const from = start + codePoints(words.slice(0, words.indexOf(core)))
  const sign = date === '-' || date === '~' ? date : 'date'
  return {
    start,
    end: start + codePoints(words),
    core: [from, from + codePoints(core)],
    words,
    dates:
      sign === 'date'
        ? [date, ...more.filter((one) => one.startsWith('=')).map((one) => one.slice(1))]
        : [],
    sign,
    isEvent: sign === 'date' && !more.includes('no'),
    isSpan: more.includes('span'),
  }
}
