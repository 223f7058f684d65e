// The choices of a merge in words.
import { resolveDate } from '../domain/date/when.ts'
import { valueKindOf, type ChangedDate } from '../domain/document/fields.ts'
import type { TimelineDocument } from '../domain/document/timeline.ts'
import type { MergeChoice, MergedDocuments, MergePlace, Side } from '../domain/merge/merge.ts'
import { byLanguage, type AuthoredText } from '../domain/text/language-map.ts'
import type { UiLanguage } from '../domain/text/ui-language.ts'
import { differencesInWords, partInWords, type Difference } from './changes.ts'
import { messages } from './languages.ts'
import { createLocalizer, type Localizer } from './localizer.ts'
import { reportMessages } from './report.ts'

/** One choice in words. */
export interface ChoiceWords {
  /** What is chosen, such as `Event Factories reopen (factories-reopen), Title`. */
  readonly about: string
  /** Null if no base is known. */
  readonly base: string | null
  readonly mine: string
  readonly theirs: string
  /** What uses it, and follows what is chosen. */
  readonly uses: readonly string[]
}

/** @example a title that both changed → { about: '… Title', base: 'A', mine: 'B', theirs: 'C' } */
export function choiceInWords(
  choice: MergeChoice,
  documents: MergedDocuments,
  language: UiLanguage,
): ChoiceWords {
  const { field, isOrder } = choice
  const localizer = localizerOf(documents, language)
  const { merge: words } = reportMessages[language]
  const { none } = messages[language].changes
  const said = (value: unknown): string => {
    if (isOrder && choice.id === null) return idsFrom(value, firstTurned(choice))
    if (value === null) return field === null ? words.absent : none
    return field === null ? partWords(value) : fieldWords(choice, value, documents, localizer)
  }
  const before = new Map<string, unknown>(Object.entries(choice.base ?? {}))
  const partWords = (value: unknown) => {
    const fields = Object.entries(value as object).flatMap(([name, now]) => {
      const old = before.get(name) ?? null
      if (name === 'id' || JSON.stringify(old) === JSON.stringify(now)) return []
      const one = { ...choice, field: name }
      return differencesOf(one, [old, now], documents, localizer).map(
        (difference) => `${difference.name} ${difference.after ?? none}`,
      )
    })
    return words.present(fields.join(messages[language].events.comma))
  }
  const sides = { mine: said(choice.mine), theirs: said(choice.theirs) }
  // The words of a citation do not tell its offsets.
  const isTold = sides.mine !== sides.theirs
  const told = (words: string, value: unknown) => (isTold ? words : JSON.stringify(value))
  return {
    about: aboutOf(choice, documents, localizer),
    base: documents.base === null ? null : said(choice.base),
    mine: told(sides.mine, choice.mine),
    theirs: told(sides.theirs, choice.theirs),
    uses: choice.uses.map((use) => aboutOf(use, documents, localizer)),
  }
}

function aboutOf(
  choice: MergePlace & Partial<Pick<MergeChoice, Side | 'base'>>,
  documents: MergedDocuments,
  localizer: Localizer,
): string {
  const { part, id, field, isOrder } = choice
  const { merge: words } = reportMessages[localizer.ui]
  if (id === null) return words.orderOf[part]
  const kind =
    part === 'event' ? words.event : partInWords({ part, change: 'changed' }, localizer.ui)
  const order = isOrder ? words.order : ''
  const value = choice.mine ?? choice.theirs ?? choice.base ?? null
  const { colon, comma } = messages[localizer.ui].events
  const where = field === null ? '' : `${colon}${nameOf(choice, value, localizer).join(comma)}`
  return `${kind} ${titleOf(choice, documents, localizer)} (${id})${where}${order}`
}

/** As in the newest document that has the part. */
function titleOf({ part, id }: MergePlace, documents: MergedDocuments, { text }: Localizer) {
  for (const document of [documents.theirs, documents.mine, documents.base]) {
    if (document === null) continue
    const named = namesOf(document).get(`${part} ${id}`)
    if (named !== undefined) return text(byLanguage(named, document.language))
  }
  return ''
}

const namesOf = (document: TimelineDocument): ReadonlyMap<string, AuthoredText> =>
  new Map([
    [`timeline ${document.id}`, document.title],
    ...document.events.map(({ id, title }) => [`event ${id}`, title] as const),
    ...document.themes.map(({ id, label }) => [`theme ${id}`, label] as const),
    ...document.actors.map(({ id, name }) => [`actor ${id}`, name] as const),
    ...document.sources.map(({ id, title }) => [`source ${id}`, title] as const),
  ])

/** The name of the field, with the language of a text beside it. */
function nameOf({ part, field }: MergePlace, value: unknown, localizer: Localizer): string[] {
  const change = { field: field ?? '', before: null, after: value }
  return [...new Set(differencesInWords(part, change, localizer).map(({ name }) => name))]
}

const fieldWords = (
  choice: MergeChoice,
  value: unknown,
  documents: MergedDocuments,
  localizer: Localizer,
): string =>
  differencesOf(choice, [null, value], documents, localizer)
    .map(({ after }) => after ?? messages[localizer.ui].changes.none)
    .join(' / ')

function differencesOf(
  { part, field }: MergeChoice,
  values: readonly [before: unknown, after: unknown],
  { mine }: MergedDocuments,
  localizer: Localizer,
): Difference[] {
  const isDate = valueKindOf(part, field ?? '') === 'date'
  const [before, after] = values.map((value) =>
    isDate && value !== null ? shownDate(value as ChangedDate, mine.timeZone) : value,
  )
  return differencesInWords(part, { field: field ?? '', before, after }, localizer)
}

/** An instant is shown by the clock of the timeline. */
function shownDate({ edtf, kind }: ChangedDate, timeZone: string): ChangedDate {
  const when = resolveDate({ date: edtf, kind, timeZone, attested: 0 })
  if (!when.ok || when.value.minute === undefined) return { edtf, kind }
  return { edtf, kind, earliest: when.value.earliest, minute: when.value.minute }
}

const mostIds = 12

/** The index from which on the two orders differ. */
function firstTurned({ mine, theirs }: MergeChoice): number {
  const [ours, others] = [mine, theirs] as [readonly string[], readonly string[]]
  return ours.findIndex((id, index) => id !== others[index])
}

const idsFrom = (value: unknown, start: number): string => {
  const ids = ((value ?? []) as readonly string[]).slice(start)
  return ids.slice(0, mostIds).join(', ') + (ids.length > mostIds ? ' …' : '')
}

function localizerOf({ base, mine, theirs }: MergedDocuments, language: UiLanguage): Localizer {
  const documents = [base, theirs, mine].filter((one) => one !== null)
  const named = {
    language: mine.language,
    themes: documents.flatMap((one) =>
      one.themes.map((theme) => ({ ...theme, label: byLanguage(theme.label, one.language) })),
    ),
    actors: documents.flatMap((one) =>
      one.actors.map(({ id, name }) => ({ id, name: byLanguage(name, one.language) })),
    ),
    sources: documents.flatMap((one) =>
      one.sources.map(({ id, title, published, language: tag }) => ({
        id,
        title: byLanguage(title, one.language),
        published,
        language: tag,
      })),
    ),
  }
  return createLocalizer(named, { ui: language, content: language })
}
