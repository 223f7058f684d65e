// What an import tells: how the file was read, what is not kept, what would be written, and which rows
// have faults. For people line by line, and the same for programs.
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { byLanguage, type AuthoredText } from '../../domain/text/language-map.ts'
import type { FoundTables } from '../../extract/files/found.ts'
import type { ImportPlan, ImportResult } from '../../extract/table/plan.ts'
import { toldThings } from '../../extract/table/table.ts'
import { importWords } from '../../extract/words/words.ts'
import { compareDocuments } from '../changes/comparison.ts'
import { comparisonLines } from '../changes/print.ts'
import { sizeLines } from '../document/report.ts'
import { sizeOfDocument } from '../document/size.ts'
import { paint, visible } from '../terminal/console.ts'

/** Rows and events that a terminal lists; JSON has all. */
const most = 12

interface PlanContext {
  readonly given: string
  readonly found: FoundTables
  readonly lang: UiLanguage
}

/** How the file was read. */
export function planLines(plan: ImportPlan, { given, found, lang }: PlanContext): string[] {
  const words = importWords[lang]
  const kept = plan.columns.filter(({ field }) => field !== 'none')
  const left = plan.columns.filter(({ field, how }) => field === 'none' && how !== 'format')
  return [
    words.report.read({ name: given, form: found.form, encoding: found.encoding, rows: plan.rows }),
    ...kept.map(({ header, field, language }) => {
      const name = words.fields[field]
      return `  ${visible(words.report.column(header, language === undefined ? name : `${name} (${language})`))}`
    }),
    ...(left.length === 0
      ? []
      : [`  ${visible(words.report.notKept(left.map(({ header }) => header)))}`]),
    ...plan.settled.map((line) => `  ${visible(line)}`),
    ...plan.lost.map(({ what, at, count }) => {
      const report = toldThings.has(what) ? words.report.told : words.report.lost
      return `  ${report(words.lost[what], at, count)}`
    }),
  ]
}

interface ResultContext {
  readonly document: TimelineDocument
  readonly lang: UiLanguage
  readonly faults: readonly string[]
}

/** A theme, an actor or a source. */
interface NamedPart {
  readonly id: string
  readonly label?: AuthoredText
  readonly name?: AuthoredText
  readonly title?: AuthoredText
}

/** What would be written. */
export function resultLines(
  result: ImportResult,
  { document, lang, faults }: ResultContext,
): string[] {
  const words = importWords[lang].report
  const more = (count: number): string[] =>
    count > most ? [`  ${words.moreRows(count - most)}`] : []
  const added = result.document.events.filter(({ id }) => result.added.includes(id))
  const { themes, actors, sources } = result.document
  const named = (ids: readonly string[], parts: readonly NamedPart[]): string[] =>
    parts.flatMap(({ id, label, name, title }) => {
      const text = label ?? name ?? title ?? id
      return ids.includes(id) ? [Object.values(byLanguage(text, document.language))[0] ?? id] : []
    })
  const names = [
    ['themes', named(result.newThemes, themes)],
    ['actors', named(result.newActors, actors)],
    ['sources', named(result.newSources, sources)],
  ] as const
  return [
    words.counts({
      added: result.added.length,
      changed: result.changed.length,
      unchanged: result.unchanged.length,
      withdrawn: result.withdrawn.length,
      leftOut: result.leftOut,
      bad: result.bad.length,
    }),
    ...names.flatMap(([list, added]) =>
      added.length === 0 ? [] : [`  ${visible(words.names(list, added))}`],
    ),
    ...added.slice(0, most).map(({ id, date, kind, title }) => {
      const name = Object.values(byLanguage(title, document.language))[0] ?? ''
      return `  ${paint('green', '+')} ${date}${kind === undefined ? '' : ` ${kind}`}  ${visible(name)} ${paint('dim', `(${id})`)}`
    }),
    ...more(added.length),
    ...changedLines(result, document, lang),
    ...result.bad
      .slice(0, most)
      .map(({ at, reasons }) => `  ${paint('red', '!')} ${visible(words.badRow(at, reasons))}`),
    ...more(result.bad.length),
    ...faults.map((fault) => `  ${paint('red', '!')} ${visible(fault)}`),
    ...sizeLines(sizeOfDocument(result.document), lang).map((line) => `  ${line}`),
  ]
}

/** What differs in events that are there already, as `jishi publish` shows it. */
function changedLines(
  { document: after, added }: ImportResult,
  before: TimelineDocument,
  lang: UiLanguage,
): string[] {
  const comparison = compareDocuments(before, after)
  const isOld = ({ id }: { readonly id: string }): boolean => !added.includes(id)
  const withdrawn = comparison.withdrawn.filter(isOld)
  const part = { ...comparison, added: [], withdrawn, parts: [] }
  return comparisonLines(part, lang)
    .slice(1)
    .map((line) => `  ${line}`)
}

interface JsonContext extends Omit<PlanContext, 'lang'> {
  readonly file: string
}

export function importJson(plan: ImportPlan, { given, found, file }: JsonContext): object {
  const { result, columns, settled, lost, rows } = plan
  return {
    file: given,
    timeline: file,
    form: found.form,
    encoding: found.encoding,
    rows,
    columns: columns.map(({ header, field, language, how }) => ({ header, field, language, how })),
    settled,
    lost: lost.map(({ what, at, count }) => ({ what, rows: at, count })),
    result: result && {
      added: result.added,
      changed: result.changed,
      unchanged: result.unchanged,
      withdrawn: result.withdrawn,
      leftOut: result.leftOut,
      newThemes: result.newThemes,
      newActors: result.newActors,
      newSources: result.newSources,
      bad: result.bad.map(({ at, reasons }) => ({ row: at, reasons })),
    },
  }
}
