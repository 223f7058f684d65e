// The result of checking a document, for people and for programs.
import { maxFaultsCounted } from '../../domain/check/fault.ts'
import { readLooseDocument } from '../../domain/check/loose-document.ts'
import { findings } from '../../domain/check/find-quotation.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { messages, ruleInWords } from '../../messages/languages.ts'
import { reportMessages } from '../../messages/report.ts'
import type { CheckedDocument, LocatedFault, LocatedWarning } from './load.ts'
import type { CommandResult } from '../outcome.ts'
import { paint, visible } from '../terminal/console.ts'
import { isInParts, isTooLarge, sizeOf, type EditionSize } from './size.ts'

export interface Holdings {
  readonly events: number
  readonly themes: number
  readonly actors: number
  readonly sources: number
  readonly citations: number
}

/** What was found in a document of any size. */
export interface CheckReport extends Pick<
  CheckedDocument,
  'file' | 'faults' | 'warnings' | 'citations' | 'texts'
> {
  /** Null of what is no JSON. */
  readonly holds: Holdings | null
  /** How many citations have words, which can be looked up. */
  readonly quoted: number
  readonly size: EditionSize | null
  /** How many more warnings there are than those, by reason. */
  readonly unlisted?: ReadonlyMap<string, number>
}

/** The report about a document that was read whole. */
export const reportOf = (checked: CheckedDocument): CheckReport => ({
  ...checked,
  holds: checked.value === null ? null : holdingsOf(checked.value),
  quoted: passages(checked.value),
  size: sizeOf(checked),
})

/** Faults, then warnings, one line each; then what the document holds, and what was looked up. */
export const checkLines = (checked: CheckedDocument, language: UiLanguage): string =>
  reportLines(reportOf(checked), language)

/** The same of a report. */
export function reportLines(report: CheckReport, language: UiLanguage): string {
  const { file, faults, warnings, citations, unlisted = new Map() } = report
  const words = reportMessages[language]
  const isLarge = isTooLarge(report.size)
  const warned = warningsIn(report)
  const verdict = [
    ...(faults.length === 0 ? [] : [paint('red', countOf(faults, words.faults))]),
    ...(isLarge ? [paint('red', words.tooLargeVerdict)] : []),
    ...(faults.length === 0 && !isLarge ? [paint('green', words.noFault)] : []),
    ...(warned === 0 ? [] : [paint('yellow', words.warnings(warned))]),
  ].join(messages[language].events.comma)
  return [
    ...listLines(faults, language, { file, color: paint, tint: 'red' }),
    ...listLines(warnings, language, { file, color: paint, tint: 'yellow', unlisted }),
    ...(citations?.changed ?? []).map(
      ({ pointer, words: source }) => `${file}: ${pointer} ${words.otherWords(visible(source))}`,
    ),
    ...summaryLines(report, language).map((line) => `${file}: ${line}`),
    `${file}: ${verdict}`,
  ].join('\n')
}

/** How many warnings there are. */
export const warningsIn = ({ warnings, unlisted }: CheckReport): number =>
  [...(unlisted?.values() ?? [])].reduce((sum, count) => sum + count, warnings.length)

type Located = LocatedFault | LocatedWarning

/** Maximum lines of the list that have the same reason, and of those the same words. */
const mostAlike = { reason: 20, words: 3 } as const

/** What is shown of a long list, and how many more there are by reason: no kind hides another. */
function selected(
  found: readonly Located[],
  language: UiLanguage,
  unlisted: ReadonlyMap<string, number>,
) {
  const counts = new Map<string, number>()
  const count = (key: string): number => {
    const next = (counts.get(key) ?? 0) + 1
    counts.set(key, next)
    return next
  }
  const left = new Map(unlisted)
  const shown = found.filter(({ reason, broken }) => {
    const { detail, hint } = ruleInWords(broken, language)
    const isShown =
      count(`${reason} ${detail} ${hint}`) <= mostAlike.words && count(reason) <= mostAlike.reason
    if (!isShown) left.set(reason, (left.get(reason) ?? 0) + 1)
    return isShown
  })
  return { shown, left: [...left] }
}

/**
 * A line for each, of a long list for some of each kind, and then how many more there are. What to do is
 * said once for all to which it applies.
 */
export function listLines(
  found: readonly Located[],
  language: UiLanguage,
  style: FaultStyle = {},
): string[] {
  const { file = '', color = plain, tint = 'red', unlisted = new Map() } = style
  const { shown, left } = selected(found, language, unlisted)
  const advised = new Set<string>()
  const { more, moreCounted } = reportMessages[language]
  const moreWords = (reason: string) => (unlisted.has(reason) ? moreCounted : more)
  return [
    ...shown.map((one) => {
      const { hint = '' } = ruleInWords(one.broken, language)
      const isNew = !advised.has(hint)
      advised.add(hint)
      return faultText(one, language, { ...style, isAdvised: isNew })
    }),
    ...left.map(
      ([reason, count]) => `${file}: ${color(tint, reason)}: ${moreWords(reason)(count)}`,
    ),
  ]
}

/** Beyond the faults that are counted nobody knows how many there are. */
const countOf = (faults: readonly unknown[], inWords: (count: number) => string): string =>
  faults.length > maxFaultsCounted ? `> ${inWords(maxFaultsCounted)}` : inWords(faults.length)

/** The same as JSON: file, faults, warnings, numbers of items, size, and how citations were found. */
export function reportJson(report: CheckReport, language: UiLanguage): object {
  const { file, holds, faults, warnings, unlisted, citations, texts } = report
  return {
    file,
    faults: faults.map((fault) => faultJson(fault, language)),
    warnings: warnings.map((warning) => faultJson(warning, language)),
    ...(unlisted !== undefined &&
      unlisted.size > 0 && { unlistedWarnings: Object.fromEntries(unlisted) }),
    holds,
    size: sizeJson(report.size),
    citations: citations === null ? null : { found: citations.found, changed: citations.changed },
    texts: texts.given.map(({ id, path, encoding, sha256 }) => ({
      source: id,
      file: path,
      encoding,
      sha256,
    })),
  }
}

/** How a command ends that needs a document without faults. */
export const faultyResult = (report: CheckReport, language: UiLanguage): CommandResult => ({
  ending: 'refused',
  text: reportLines(report, language),
  json: reportJson(report, language),
})

function sizeJson(size: EditionSize | null): object | null {
  if (size === null) return null
  const { used, max, more, isEstimated } = size
  return { used, max, more, ...(isEstimated && { estimated: true }) }
}

interface FaultStyle {
  readonly file?: string
  readonly color?: typeof paint
  readonly tint?: 'red' | 'yellow'
  /** Whether the line says what to do. */
  readonly isAdvised?: boolean
  /** How many more there are than those that are given, by reason. */
  readonly unlisted?: ReadonlyMap<string, number>
}

/** `file:12:5: /events/0/date (branches-formed) invalid-date: no such day (hint)` */
export function faultText(
  fault: LocatedFault | LocatedWarning,
  language: UiLanguage,
  { file = '', color = plain, tint = 'red', isAdvised = true }: FaultStyle = {},
): string {
  const { detail, hint } = ruleInWords(fault.broken, language)
  const place = fault.line === undefined ? '' : `:${fault.line}:${fault.column}`
  const advice = hint === undefined || !isAdvised ? '' : reportMessages[language].advice(hint)
  const pointer = fault.pointer === '' ? '' : ` ${color('cyan', visible(fault.pointer))}`
  const id = fault.id === undefined ? '' : ` (${fault.id})`
  return `${file}${place}:${pointer}${id} ${color(tint, fault.reason)}: ${visible(detail)}${advice}`
}

/** A fault or warning for programs, in the same words. */
export function faultJson(
  { broken, ...place }: LocatedFault | LocatedWarning,
  language: UiLanguage,
): object {
  const { detail: message, hint } = ruleInWords(broken, language)
  const { rule, proposals } = broken
  return { ...place, rule, message, ...(hint && { hint }), ...(proposals && { proposals }) }
}

const plain: typeof paint = (_, text) => text

function summaryLines(report: CheckReport, language: UiLanguage): string[] {
  const { holds, size, texts } = report
  if (holds === null) return []
  const words = reportMessages[language]
  const { citations: _citations, ...parts } = holds
  return [
    words.holds(parts),
    ...sizeLines(size, language),
    ...texts.given
      .filter(({ encoding }) => encoding !== 'UTF-8')
      .map(({ path, encoding }) => `${path} ${words.readAs(encoding)}`),
    ...lookedUpLines(report, language),
  ]
}

/** The same of a document that was read whole, each with its line end. */
export const lookedUpIn = (
  { value, ...looked }: Pick<CheckedDocument, 'value' | 'citations' | 'texts'>,
  language: UiLanguage,
): string =>
  lookedUpLines({ quoted: passages(value), ...looked }, language)
    .map((line) => `${line}\n`)
    .join('')

/**
 * The files beside the texts of sources that are none, which are not read; then `118 of 118 quotations
 * found in the sources`, or that there is no text to look them up in.
 */
export const lookedUpLines = (
  report: Pick<CheckReport, 'quoted' | 'citations' | 'texts'>,
  language: UiLanguage,
): readonly string[] => [
  ...strangeLines(report.texts, language),
  ...(report.quoted === 0 ? [] : [quotedLine(report, language)]),
]

export const strangeLines = (
  { strange }: CheckedDocument['texts'],
  language: UiLanguage,
): readonly string[] =>
  strange.map((path) => `${visible(path)} ${reportMessages[language].strange}`)

function quotedLine(
  { quoted, citations }: Pick<CheckReport, 'quoted' | 'citations'>,
  language: UiLanguage,
): string {
  const words = reportMessages[language]
  if (citations === null) return words.notLookedUp(quoted)
  const found = findings.reduce((sum, how) => sum + citations.found[how], 0)
  const otherwise = citations.found.context
  return words.lookedUp(found, quoted) + (otherwise === 0 ? '' : words.byWords(otherwise))
}

/** How large the edition is, and how much room is left. */
export function sizeLines(size: EditionSize | null, language: UiLanguage): string[] {
  if (size === null) return []
  const [used, frame, max] = [size.used, size.frame, size.max].map((bytes) =>
    String(Math.ceil(bytes / 1024)),
  ) as [string, string, string]
  const words = reportMessages[language]
  const about = size.isEstimated ? words.about : ''
  if (isTooLarge(size)) return [words.tooLarge({ used: frame, max })]
  if (isInParts(size)) return [about + words.inParts({ used, max })]
  return size.hasEvents ? [about + words.size({ used, max, more: size.more })] : []
}

const passages = (document: unknown): number =>
  readLooseDocument(document).events.flatMap(({ value }) =>
    (value.citations ?? []).filter((citation) => citation?.exact !== undefined),
  ).length

/** How many parts, events and citations there are. */
export function holdingsOf(document: unknown): Holdings {
  const { events, themes, actors, sources } = readLooseDocument(document)
  return {
    events: events.length,
    themes: themes.length,
    actors: actors.length,
    sources: sources.length,
    citations: events.reduce((sum, { value }) => sum + (value.citations?.length ?? 0), 0),
  }
}
