// Two timelines in the shape of real ones, of invented content: a research collection with 2.8 kB an
// event, and a list of dated articles, each with a source of its own.
import type { AuthoredEvent } from '../../src/domain/document/event.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { actor, document, source } from './document.ts'

const pick = <Value>(values: readonly Value[], index: number): Value =>
  values[index % values.length] as Value

const two = (number: number): string => String(number).padStart(2, '0')

const subjects = ['水利', '义仓', '乡约', '书院', '驿道', '盐课', '织造', '河工', '户籍'] as const
const verbs = ['奏请减免', '查勘', '捐修', '裁撤', '重建', '清丈', '刊印', '会商'] as const
const places = ['永宁', '安平', '临河', '石桥', '白塔', '枣园', '清源', '望都', '南关'] as const

/** Of about so many characters, none of it like another's. */
function prose(index: number, length: number): string {
  let text = ''
  for (let step = 0; text.length < length; step++) {
    const at = index * 31 + step * 7
    text += `${pick(places, at)}${pick(verbs, at + step)}${pick(subjects, at + 3 * step)}${at}事，`
  }
  return `${text.slice(0, length)}。`
}

/** Days, months, years, spans, and what is known only to lie before a day. */
function dateOf(index: number): string {
  const year = 1860 + Math.floor(index / 18)
  const [month, day] = [1 + (index % 12), 1 + (index % 28)]
  switch (index % 9) {
    case 2:
      return `${year}-${two(month)}`
    case 4:
      return `${year}`
    case 5:
      return `${year}-${two(month)}-${two(day)}/${year + 1}-02`
    case 7:
      return `../${year}-${two(month)}-${two(day)}`
    default:
      return `${year}-${two(month)}-${two(day)}`
  }
}

/** 2.8 kB of a document an event: a summary of 430 characters and three citations. */
export function researchCollection(count: number): TimelineDocument {
  const people = Array.from({ length: 120 }, (_, index) =>
    actor({
      id: `person-${index}`,
      name: `${pick(places, index)}人${index}`,
      memberOf: [`office-${index % 7}`],
    }),
  )
  const offices = Array.from({ length: 7 }, (_, index) =>
    actor({ id: `office-${index}`, kind: 'organization', name: `${pick(subjects, index)}局` }),
  )
  const events = Array.from({ length: count }, (_, index): AuthoredEvent => ({
    id: `record-${index}`,
    date: dateOf(index),
    title: { 'zh-Hans': prose(index, 22) },
    summary: { 'zh-Hans': prose(index, 430) },
    themes: [`theme-${index % 9}`, ...(index % 4 === 0 ? [`theme-${(index + 4) % 9}`] : [])],
    actors: [`person-${(index * 7) % 120}`, `office-${index % 7}`],
    citations: [0, 1, 2].map((turn) => ({
      source: `archive-${(index + turn) % 40}`,
      exact: prose(index + turn * 1000, 110),
    })),
  }))
  return document({
    id: 'collection',
    title: { 'zh-Hans': '县署档案汇编' },
    themes: subjects.map((label, index) => ({ id: `theme-${index}`, label: { 'zh-Hans': label } })),
    actors: [...offices, ...people],
    sources: Array.from({ length: 40 }, (_, index) =>
      source({ id: `archive-${index}`, title: `县署档案第${index}册`, published: '1931' }),
    ),
    events,
  })
}

/** A source and an event for each article. */
export function datedArticles(count: number): TimelineDocument {
  const published = (index: number): string =>
    `${2009 + Math.floor(index / 120)}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`
  const indices = Array.from({ length: count }, (_, index) => index)
  return document({
    id: 'articles',
    title: { 'zh-Hans': '报道目录' },
    themes: subjects.map((label, index) => ({ id: `theme-${index}`, label: { 'zh-Hans': label } })),
    actors: places.map((name, index) => actor({ id: `place-${index}`, kind: 'place', name })),
    sources: indices.map((index) =>
      source({
        id: `article-${index}`,
        title: prose(index, 24),
        published: published(index),
        url: `https://news.example/${index}`,
        authors: [`${pick(places, index)}记者`],
        publisher: `${pick(places, index * 5)}日报`,
      }),
    ),
    events: indices.map((index): AuthoredEvent => ({
      id: `article-${index}`,
      date: published(index),
      title: { 'zh-Hans': prose(index, 24) },
      summary: { 'zh-Hans': prose(index + 7, 90) },
      themes: [`theme-${index % 9}`],
      actors: [],
      place: `place-${(index * 5) % 9}`,
      citations: [{ source: `article-${index}`, exact: prose(index, 40) }],
    })),
  })
}
