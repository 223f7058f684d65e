// The source of each row: one of the timeline, a new one that its columns describe, the row itself (a list
// of articles), or one for all rows, which a person names.
import { sameValue } from '../../domain/merge/same-value.ts'
import { parseEdtf } from '../../domain/date/edtf.ts'
import { publicationDay } from '../../domain/date/publication.ts'
import { printDay } from '../../domain/date/civil-day.ts'
import { isWebUrl, normalUrl } from '../../domain/document/link.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { byLanguage } from '../../domain/text/language-map.ts'
import type { Asker } from './asker.ts'
import { dayId, uniqueId, wordsId, type TakenIds } from './ids.ts'
import { cutList, foldName, nameSet, type NameSet } from './names.ts'
import { webAddresses, type RowValues } from './values.ts'

type Source = TimelineDocument['sources'][number]

/** What the columns of a row say of its source. */
export interface SourceCells {
  readonly at: number
  /** Names, ids or addresses of sources; null while it is open where the cell is cut. */
  readonly sources: readonly string[] | null
  /** Addresses of them. */
  readonly links: readonly string[]
  readonly publisher?: string | undefined
  readonly authors: readonly string[]
  /** EDTF; null while it is open or missing. */
  readonly published: string | null
  readonly title: string
  /** Of the row's date, if it is a day, month, year or instant. */
  readonly date: string | null
}

export interface ReadSources {
  /** By `at`: ids; null while they are open, or a reason why there is none. */
  readonly byRow: ReadonlyMap<number, readonly string[] | { readonly why: string } | null>
  /** New ones that rows name. */
  readonly sources: readonly Source[]
  readonly settled: readonly string[]
}

interface SourceContext {
  readonly document: TimelineDocument
  readonly asker: Asker
  /** True if a column names the source or its address. */
  readonly hasColumn: boolean
  /** True if rows have links or sources' addresses, so that each may be an article. */
  readonly mayBeArticles: boolean
  /** True if a column says when the source appeared: nothing else is then asked for. */
  readonly hasPublished: boolean
}

/** How the sources of a table are found, settled before its dates, which may count from their days. */
export interface SourceRule {
  /** The one source of all rows without a column for it, or `row`; null while it is open. */
  readonly common: Source | 'row' | null
  readonly isNew: boolean
}

/** Sources that are offered; another one is named by its id. */
const mostSources = 8

export function sourceRule({
  document,
  asker,
  hasColumn,
  mayBeArticles,
}: SourceContext): SourceRule {
  if (hasColumn) return { common: null, isNew: false }
  const { words } = asker
  const isNew = document.sources.length === 0 && !mayBeArticles && asker.given('source') === null
  if (isNew) return { common: newSource(document, asker), isNew }
  const shown = document.sources.slice(0, mostSources)
  const isId = (id: string) => document.sources.some((source) => source.id === id)
  const answer = asker.read(
    {
      id: 'source',
      words: words.questions.source,
      choices: [
        ...shown.map(({ id, title }) => ({
          value: id,
          words: Object.values(byLanguage(title, document.language))[0] ?? id,
        })),
        ...(mayBeArticles ? [{ value: 'row', words: words.choices.rowIsSource }] : []),
        { value: 'new', words: words.choices.newSource },
      ],
      ...(document.sources.length > shown.length && { free: words.free.sourceId }),
    },
    (given) => (given === 'row' || given === 'new' || isId(given) ? given : null),
  )
  if (answer === null) return { common: null, isNew: false }
  if (answer === 'row') return { common: 'row', isNew: false }
  const known = document.sources.find(({ id }) => id === answer)
  if (known !== undefined) return { common: known, isNew: false }
  const source = newSource(document, asker)
  // The same answers given again mean the source that they made the first time.
  const made = source === null ? undefined : document.sources.find((one) => isAsNew(one, source))
  return made === undefined ? { common: source, isNew: true } : { common: made, isNew: false }
}

const isAsNew = (source: Source, { title, published, publisher }: Source): boolean =>
  sameValue(source.title, title) &&
  source.published === published &&
  sameValue(source.publisher, publisher)

function newSource(document: TimelineDocument, asker: Asker): Source | null {
  const { words } = asker
  const title = asker.read(
    { id: 'source/title', words: words.questions.sourceTitle, choices: [], free: words.free.title },
    (answer) => (answer.length <= 500 ? answer : null),
  )
  const published = asker.read(
    {
      id: 'source/published',
      words: words.questions.sourcePublished,
      choices: [],
      free: words.free.published,
    },
    (answer) => (isPublication(answer, document.timeZone) ? answer : null),
  )
  const publisher = asker.ask({
    id: 'source/publisher',
    words: words.questions.sourcePublisher,
    choices: [{ value: 'none', words: words.choices.noPublisher }],
    free: words.free.name,
  })
  if (title === null || published === null || publisher === null) return null
  const taken = new Set(document.sources.map(({ id }) => id))
  return {
    id: sourceId(title, published, taken),
    title,
    ...(publisher !== 'none' && { publisher }),
    published,
    language: document.language,
  }
}

const sourceId = (title: string, published: string, taken: TakenIds): string => {
  const slug = wordsId(title)
  return slug === null ? dayId(published, taken, 'source-') : uniqueId(slug, taken)
}

/** A day, month, year or instant that exists. */
export function isPublication(text: string, timeZone: string): boolean {
  const isForm =
    /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/.test(text)
  return isForm && parseEdtf(text).ok && publicationDay(text, timeZone).ok
}

/** The last day on which a source may have appeared, as the day from which cells are read. */
export function sourceDay(
  published: string | null | undefined,
  timeZone: string,
): string | undefined {
  if (published === null || published === undefined) return undefined
  const day = publicationDay(published, timeZone)
  return day.ok ? printDay(day.value) : undefined
}

/** Finds or makes the source of every row. */
export function readSources(
  rows: readonly SourceCells[],
  rule: SourceRule,
  context: SourceContext,
): ReadSources {
  const finder = new SourceFinder(rule, context)
  const byRow = new Map(rows.map((row) => [row.at, finder.sourcesOf(row)]))
  const { dated } = finder
  const { settled } = context.asker.words
  return {
    byRow,
    sources: finder.added,
    settled: dated.length === 0 ? [] : [settled.publishedAsDated(dated)],
  }
}

/** The names of sources in the cells of their column: by `at`; null while it is open where a cell is cut. */
export type SourceNames = ReadonlyMap<number, readonly string[] | null>

/**
 * Cells are cut at `;` `；` and line ends. At `、` and `|`, which titles have, too, they are cut where the
 * timeline has all the parts; otherwise a person says it.
 */
export function readSourceNames(
  rows: readonly RowValues[],
  header: string,
  { document, asker }: Pick<SourceContext, 'document' | 'asker'>,
): { readonly names: SourceNames; readonly settled: readonly string[] } {
  const known = nameSet(document.sources.flatMap((source) => keysOf(source, document.language)))
  const doubtful = new Map<string, number>()
  for (const row of rows)
    for (const piece of piecesOf(row.text('source'), known))
      if (partsOf(piece, known) === null) doubtful.set(piece, (doubtful.get(piece) ?? 0) + 1)
  const { words } = asker
  const examples = [...doubtful.keys()]
  const cells = [...doubtful.values()].reduce((sum, count) => sum + count, 0)
  const choices = (['one', 'several'] as const).map((value) => ({
    value,
    words: words.choices.cut[value],
  }))
  const all =
    cells === 0
      ? 'one'
      : asker.ask({
          id: `cut/${header}`,
          words: words.questions.cut(header, cells, examples),
          choices: [
            ...choices,
            ...(doubtful.size > 1 ? [{ value: 'each', words: words.choices.each }] : []),
          ],
        })
  const how = new Map(
    examples.map((piece) => [
      piece,
      all === 'each'
        ? asker.ask({
            id: `cut/${header}/${piece}`,
            words: words.questions.cut(header, doubtful.get(piece) ?? 1, [piece]),
            choices,
          })
        : all,
    ]),
  )
  const namesOf = (row: RowValues): readonly string[] | null => {
    const names = piecesOf(row.text('source'), known).map((piece) => {
      const answer = how.get(piece)
      if (answer === null) return null
      return answer === 'one' ? [piece] : (partsOf(piece, known) ?? cutList(piece, known))
    })
    return names.includes(null) ? null : [...new Set(names.flatMap((one) => one ?? []))]
  }
  return {
    names: new Map(rows.map((row) => [row.at, namesOf(row)])),
    settled:
      cells === 0 || (all !== 'one' && all !== 'several')
        ? []
        : [words.settled.cut(header, all, { count: cells, examples })],
  }
}

/** What a cell may name a source by, folded. */
const keysOf = ({ id, title, url }: Source, language: string): string[] =>
  [id, ...Object.values(byLanguage(title, language)), ...(url === undefined ? [] : [url])].map(
    foldName,
  )

/** An address alone is not cut. */
function piecesOf(cell: string, known: NameSet): readonly string[] {
  const text = cell.trim()
  const [address, ...more] = /^https?:\/\/\S+$/i.test(text) ? webAddresses(text) : []
  return address !== undefined && more.length === 0 ? [address] : cutList(text, known, /[;；\n]/g)
}

/** Null where it is open whether the parts are sources of their own. */
function partsOf(piece: string, known: NameSet): readonly string[] | null {
  if (known.has(foldName(piece)) || isWebUrl(piece)) return [piece]
  const parts = cutList(piece, known, /[、|]/g)
  return parts.length === 1 || parts.every((part) => known.has(foldName(part))) ? parts : null
}

type FoundSource<Value> = Value | { readonly why: string } | null

class SourceFinder {
  readonly added: Source[] = []
  /** Titles of new ones that appeared on the date of their row. */
  readonly dated: string[] = []
  readonly #rule: SourceRule
  readonly #context: SourceContext
  readonly #index: SourceIndex

  constructor(rule: SourceRule, context: SourceContext) {
    this.#rule = rule
    this.#context = context
    this.#index = new SourceIndex(context.document)
    if (rule.isNew && rule.common !== null && rule.common !== 'row') this.#add(rule.common)
  }

  #add(source: Source): void {
    this.added.push(source)
    this.#index.add(source)
  }

  sourcesOf(row: SourceCells): FoundSource<readonly string[]> {
    const { common } = this.#rule
    if (common !== null && common !== 'row') return [common.id]
    if (row.sources === null) return null
    const { faults } = this.#context.asker.words
    const isItself = common === 'row' || row.links.length > 0
    const names = row.sources.length > 0 ? row.sources : isItself ? [row.title] : []
    if (names.length === 0 || names[0] === '') return { why: faults.noSource }
    const { links } = row
    if (links.length > 0 && links.length !== names.length)
      return { why: faults.addressesOfSources(links.length, names.length) }
    const ids = new Set<string>()
    for (const [index, name] of names.entries()) {
      const id = this.#sourceOf(row, name, links[index])
      if (typeof id !== 'string') return id
      ids.add(id)
    }
    return [...ids]
  }

  #sourceOf(row: SourceCells, name: string, link: string | undefined): FoundSource<string> {
    const { asker, document } = this.#context
    const url = link ?? (isWebUrl(name) ? normalUrl(name) : undefined)
    const stated = row.published ?? (this.#rule.common === 'row' ? row.date : null)
    const known = this.#index.find(name, { url, published: stated })
    if (known !== null) return known
    const published = stated ?? this.#askPublished(row)
    if (published === null)
      return asker.isOpen('published') ? null : { why: asker.words.faults.noPublished }
    const again = this.#index.find(name, { url, published })
    if (again !== null) return again
    const source: Source = {
      id: sourceId(name, published, this.#index.sources),
      title: name,
      ...(row.publisher !== undefined && { publisher: row.publisher }),
      ...(row.authors.length > 0 && { authors: [...row.authors] }),
      published,
      ...(url !== undefined && { url }),
      language: document.language,
    }
    this.#add(source)
    if (stated === null && asker.given('published') === 'date') this.dated.push(name)
    return source.id
  }

  /** Once for all rows whose new source has no day. */
  #askPublished(row: SourceCells): string | null {
    const { asker, document, hasPublished } = this.#context
    if (hasPublished) return null
    const { words } = asker
    const answer = asker.read(
      {
        id: 'published',
        words: words.questions.published,
        choices: [{ value: 'date', words: words.choices.publishedAsDated }],
        free: words.free.published,
      },
      (given) => (given === 'date' || isPublication(given, document.timeZone) ? given : null),
    )
    return answer === 'date' ? row.date : answer
  }
}

interface Described {
  readonly url?: string | undefined
  readonly published: string | null
}

/** Sources by what rows may name them by. */
export class SourceIndex {
  readonly sources = new Map<string, Source>()
  readonly #language: string
  readonly #byUrl = new Map<string, Source>()
  readonly #byName = new Map<string, Source[]>()

  constructor({ sources, language }: TimelineDocument) {
    this.#language = language
    for (const source of sources) this.add(source)
  }

  add(source: Source): void {
    this.sources.set(source.id, source)
    if (source.url !== undefined) this.#byUrl.set(normalUrl(source.url), source)
    for (const title of Object.values(byLanguage(source.title, this.#language))) {
      const key = foldName(title)
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), source])
    }
  }

  /** By its address, its id, or its title, where day and address do not speak against it. */
  find(name: string, { url, published }: Described): string | null {
    const byAddress = url === undefined ? undefined : this.#byUrl.get(url)
    if (byAddress !== undefined) return byAddress.id
    if (this.sources.has(name)) return name
    const same = (this.#byName.get(foldName(name)) ?? []).filter(
      (source) =>
        (published === null || source.published === published) &&
        (url === undefined || source.url === undefined),
    )
    return same.length === 1 ? (same[0]?.id ?? null) : null
  }
}
