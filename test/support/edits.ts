// Random edits of documents, for properties of what two editors do to one timeline.
import * as fc from 'fast-check'
import type { AuthoredEvent } from '../../src/domain/document/event.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { citation, event, measure, source } from './document.ts'

/** Small numbers that an edit reads its place and its value from. */
type Dice = readonly [where: number, what: number, value: number]
type Edit = (document: TimelineDocument, dice: Dice) => TimelineDocument

const at = <Value>(values: readonly Value[], index: number): Value | undefined =>
  values.length === 0 ? undefined : values[index % values.length]

const replaced = <Value>(values: readonly Value[], index: number, now: readonly Value[]) => {
  const place = values.length === 0 ? 0 : index % values.length
  return [...values.slice(0, place), ...now, ...values.slice(place + 1)]
}

const moved = <Value>(values: readonly Value[], from: number, to: number): Value[] => {
  const rest = replaced(values, from, [])
  const value = at(values, from)
  return value === undefined ? rest : rest.toSpliced(to % (rest.length + 1), 0, value)
}

const toggled = (values: readonly string[], value: string, to: number): string[] =>
  values.includes(value)
    ? values.filter((one) => one !== value)
    : values.toSpliced(to % (values.length + 1), 0, value)

const without = <Part extends object>(part: Part, field: string): Part =>
  Object.fromEntries(Object.entries(part).filter(([name]) => name !== field)) as Part

const words = ['甲', '乙', '丙', '丁']
const word = (value: number) => at(words, value) ?? ''

/** Texts in every form: bare, in one language, in several. */
const textOf = (value: number) =>
  at(
    [
      word(value),
      { 'zh-Hans': word(value) },
      { 'zh-Hans': word(value), en: 'A' },
      { en: word(value) },
      { 'zh-Hans': '甲', en: word(value) },
    ],
    value,
  ) ?? ''

const ofEvent =
  (edit: (event: AuthoredEvent, what: number, value: number) => AuthoredEvent): Edit =>
  (document, [where, what, value]) => {
    const one = at(document.events, where)
    if (one === undefined) return document
    return { ...document, events: replaced(document.events, where, [edit(one, what, value)]) }
  }

const themes = ['prevention', 'reopening']
const actors = ['committee', 'enterprises', 'li-ming', 'town']
const citations = [
  citation(),
  citation({ supports: ['date'] }),
  citation({ exact: '108家企业复工' }),
  citation({ exact: '3月6日' }),
]
const dates = ['2020-02-01/2020-02-10', '2020-02-02', '2020-03', '../2020-02-24'] as const

const edits: readonly Edit[] = [
  ofEvent((one, _, value) => ({ ...one, title: textOf(value) })),
  ofEvent((one, what, value) =>
    what % 3 === 0 ? without(one, 'summary') : { ...one, summary: textOf(value) },
  ),
  ofEvent((one, _, value) => without({ ...one, date: at(dates, value) ?? '2020' }, 'kind')),
  ofEvent((one, what, value) => ({
    ...one,
    themes: toggled(one.themes, at(themes, what) ?? '', value),
  })),
  ofEvent((one, what, value) => ({
    ...one,
    actors: toggled(one.actors, at(actors, what) ?? '', value),
  })),
  ofEvent((one, what, value) => ({ ...one, actors: moved(one.actors, what, value) })),
  ofEvent((one, what, value) => {
    const cited = at(citations, what) ?? citation()
    const others = one.citations.filter(({ exact }) => exact !== cited.exact)
    const kept = value % 3 === 0 && others.length > 0
    return { ...one, citations: kept ? others : [...others, cited] }
  }),
  ofEvent((one, what, value) => {
    const url = `https://links.example/${what % 3}`
    const others = (one.links ?? []).filter((link) => link.url !== url)
    const links = value % 3 === 0 ? others : [...others, { url, title: textOf(value) }]
    return { ...one, links }
  }),
  ofEvent((one, what, value) =>
    what % 4 === 0 ? without(one, 'measures') : { ...one, measures: [measure({ value })] },
  ),
  ofEvent((one, what) => ({ ...one, status: what % 2 === 0 ? 'confirmed' : 'disputed' })),
  ofEvent((one, what) => (what % 2 === 0 ? without(one, 'place') : { ...one, place: 'town' })),
  (document, [where]) => ({ ...document, events: replaced(document.events, where, []) }),
  (document, [where, what]) => ({ ...document, events: moved(document.events, where, what) }),
  (document, [where, what, value]) => {
    const id = `new-${what % 4}`
    if (document.events.some((one) => one.id === id)) return document
    const added = event({ id, title: textOf(value) })
    return {
      ...document,
      events: document.events.toSpliced(where % (document.events.length + 1), 0, added),
    }
  },
  (document, [, , value]) => ({ ...document, title: textOf(value) }),
  (document, [, what, value]) =>
    what % 2 === 0 ? without(document, 'description') : { ...document, description: textOf(value) },
  (document, [, , value]) => ({ ...document, timeZone: value % 2 === 0 ? 'UTC' : 'Asia/Tokyo' }),
  (document, [, what]) => ({ ...document, language: what % 2 === 0 ? 'en' : 'zh-Hans' }),
  (document, [, , value]) => ({
    ...document,
    allowTerms: toggled(document.allowTerms ?? [], word(value), 0),
  }),
  (document, [where, what]) => ({ ...document, themes: moved(document.themes, where, what) }),
  (document, [where, , value]) => ({
    ...document,
    actors: document.actors.map((one, index) =>
      index === where % document.actors.length ? { ...one, name: textOf(value) } : one,
    ),
  }),
  (document, [where, what, value]) => ({
    ...document,
    actors: document.actors.map((one, index) => {
      if (index !== where % document.actors.length) return one
      const language = what % 2 === 0 ? 'en' : 'zh-Hans'
      const names = toggled(one.aliases?.[language] ?? [], word(value), what)
      const others = without(one.aliases ?? {}, language)
      const aliases = names.length === 0 ? others : { ...others, [language]: names }
      return Object.keys(aliases).length === 0 ? without(one, 'aliases') : { ...one, aliases }
    }),
  }),
  (document, [where, what]) => ({
    ...document,
    actors: document.actors.map((one, index) =>
      index === where % document.actors.length
        ? { ...one, memberOf: toggled(one.memberOf ?? [], at(actors, what) ?? '', what) }
        : one,
    ),
  }),
  (document, [, what, value]) => ({
    ...document,
    sources: [
      source({ publisher: word(what), ...(value % 2 === 0 && { authors: [word(value)] }) }),
    ],
  }),
  (document, [, what]) => {
    const id = `paper-${what % 3}`
    const others = document.sources.filter((one) => one.id !== id)
    const isThere = others.length < document.sources.length
    return { ...document, sources: isThere ? others : [source({ id }), ...others] }
  },
]

/** What an editor removes with every use of it, and what another begins to use: documents stay whole. */
const usingEdits: readonly Edit[] = [
  (document, [where]) => {
    const id = at(document.actors, where)?.id ?? ''
    return {
      ...document,
      actors: document.actors
        .filter((one) => one.id !== id)
        .map((one) => ({ ...one, memberOf: (one.memberOf ?? []).filter((group) => group !== id) })),
      events: document.events.map((one) => ({
        ...(one.place === id ? without(one, 'place') : one),
        actors: one.actors.filter((actor) => actor !== id),
      })),
    }
  },
  (document, [where]) => {
    const id = at(document.themes, where)?.id ?? ''
    return {
      ...document,
      themes: document.themes.filter((one) => one.id !== id),
      events: document.events.map((one) => ({
        ...one,
        themes: one.themes.filter((theme) => theme !== id),
      })),
    }
  },
  (document, [where]) => {
    const id = at(document.sources, where)?.id ?? ''
    const sources = document.sources.filter((one) => one.id !== id)
    const [other] = sources
    if (other === undefined) return document
    const events = document.events.map((one) => {
      const cited = one.citations.filter(({ source: cites }) => cites !== id)
      const bare = without(without(one, 'statedDate'), 'measures')
      if (cited.length === one.citations.length) return one
      return { ...bare, citations: cited.length > 0 ? cited : [citation({ source: other.id })] }
    })
    return { ...document, sources, events }
  },
  (document, [where, what, value]) =>
    ofEvent((one) => {
      const source = at(document.sources, what)?.id ?? ''
      const exact = at(['甲乙丙', '丁戊己', '庚辛'], value)!
      const others = one.citations.filter(
        (cited) => cited.source !== source || cited.exact !== exact,
      )
      return { ...one, citations: [...others, citation({ source, exact })] }
    })(document, [where, what, value]),
  ofEvent((one, what) => {
    const kept = one.citations.filter((_, index) => index !== what % one.citations.length)
    const bare = without(without(one, 'statedDate'), 'measures')
    return kept.length === 0 ? one : { ...bare, citations: kept }
  }),
  ofEvent((one, what) => {
    const words = at(one.citations, what)?.exact?.slice(0, 2)
    return words === undefined ? one : { ...one, statedDate: words }
  }),
  ofEvent((one, what) => {
    const words = at(one.citations, what)?.exact?.slice(1, 3)
    return words === undefined ? one : { ...one, measures: [measure({ sourceWords: words })] }
  }),
  (document, [where, what, value]) =>
    ofEvent((one) => {
      const id = at(document.actors, what)?.id
      return id === undefined || one.actors.includes(id)
        ? one
        : { ...one, actors: [...one.actors, id] }
    })(document, [where, what, value]),
  (document, [where, what, value]) =>
    ofEvent((one) => {
      const id = at(document.themes, what)?.id
      return id === undefined || one.themes.includes(id)
        ? one
        : { ...one, themes: [...one.themes, id] }
    })(document, [where, what, value]),
  (document, [where, what, value]) =>
    ofEvent((one) => {
      const place = at(document.actors, what)
      const isPlace = (place?.kind ?? 'place') === 'place'
      return place === undefined || !isPlace ? one : { ...one, place: place.id }
    })(document, [where, what, value]),
  (document, [where, what]) => {
    const { id } = at(document.actors, where) ?? {}
    if (document.events.some(({ place }) => place === id)) return document
    const kind = at(['person', 'place', 'organization'] as const, what)!
    return {
      ...document,
      actors: document.actors.map((one) => (one.id === id ? { ...one, kind } : one)),
    }
  },
  (document, [where, what]) => {
    const [one, group] = [at(document.actors, where), at(document.actors, what)]
    if (one === undefined || group === undefined || isMember(document, group.id, one.id))
      return document
    const memberOf = [...new Set([...(one.memberOf ?? []), group.id])]
    return {
      ...document,
      actors: document.actors.map((actor) => (actor === one ? { ...one, memberOf } : actor)),
    }
  },
  (document, [where, what]) => {
    const id = `paper-${what % 3}`
    if (document.sources.some((one) => one.id === id)) return document
    const others = document.sources.toSpliced(
      where % (document.sources.length + 1),
      0,
      source({ id }),
    )
    return { ...document, sources: others }
  },
]

const isMember = (document: TimelineDocument, member: string, group: string): boolean =>
  member === group ||
  (document.actors.find(({ id }) => id === member)?.memberOf ?? []).some((one) =>
    isMember(document, one, group),
  )

/** What one editor does, in up to eight edits. Some leave documents that do not pass the check. */
export const histories = historiesOf(edits)

/** Removals and uses alone; a document without broken references keeps none. */
export const usingHistories = historiesOf(usingEdits)

function historiesOf(
  of: readonly Edit[],
): fc.Arbitrary<(document: TimelineDocument) => TimelineDocument> {
  return fc
    .array(fc.tuple(fc.nat(of.length - 1), fc.nat(40), fc.nat(11), fc.nat(11)), { maxLength: 8 })
    .map((steps) => (document) => {
      let now = document
      for (const [edit, ...dice] of steps) now = of[edit]?.(now, dice) ?? now
      return now
    })
}
