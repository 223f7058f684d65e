// The result of checking a document, for people and for programs.
import { maxFaultsCounted } from '../../domain/check/fault.ts'
import { readLooseDocument } from '../../domain/check/loose-document.ts'
import { findings } from '../../domain/check/find-quotation.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { messages, ruleInWords } from '../../messages/languages.ts'
import { reportMessages } from '../../messages/report.ts'
import type { CheckedDocument, LocatedFault, LocatedWarning } from './load.ts'
import { paint, visible } from '../terminal/console.ts'
import { isTooLarge, sizeOf, type EditionSize } from './size.ts'

/** Faults, then warnings, one line each; then what the document holds, and what was looked up. */
export function checkLines(checked: CheckedDocument, language: UiLanguage): string {
  const { file, faults, warnings, citations } = checked
  const words = reportMessages[language]
  const isLarge = isTooLarge(sizeOf(checked))
  const verdict = [
    ...(faults.length === 0 ? [] : [paint('red', countOf(faults, words.faults))]),
    ...(isLarge ? [paint('red', words.tooLargeVerdict)] : []),
    ...(faults.length === 0 && !isLarge ? [paint('green', words.noFault)] : []),
    ...(warnings.length === 0 ? [] : [paint('yellow', words.warnings(warnings.length))]),
  ].join(messages[language].events.comma)
  return [
    ...listLines(faults, language, { file, color: paint, tint: 'red' }),
    ...listLines(warnings, language, { file, color: paint, tint: 'yellow' }),
    ...(citations?.changed ?? []).map(
      ({ pointer, words: source }) => `${file}: ${pointer} ${words.otherWords(visible(source))}`,
    ),
    ...summaryLines(checked, language).map((line) => `${file}: ${line}`),
    `${file}: ${verdict}`,
  ].join('\n')
}

type Located = LocatedFault | LocatedWarning

/** Maximum lines of the list that have the same reason, and of those the same words. */
const mostAlike = { reason: 20, words: 3 } as const

/** What is shown of a long list, and how many more there are by reason: no kind hides another. */
function selected(found: readonly Located[], language: UiLanguage) {
  const counts = new Map<string, number>()
  const count = (key: string): number => {
    const next = (counts.get(key) ?? 0) + 1
    counts.set(key, next)
    return next
  }
  const left = new Map<string, number>()
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
  const { shown, left } = selected(found, language)
  const { file = '', color = plain, tint = 'red' } = style
  const advised = new Set<string>()
  return [
    ...shown.map((one) => {
      const { hint = '' } = ruleInWords(one.broken, language)
      const isNew = !advised.has(hint)
      advised.add(hint)
      return faultText(one, language, { ...style, isAdvised: isNew })
    }),
    ...left.map(
      ([reason, count]) =>
        `${file}: ${color(tint, reason)}: ${reportMessages[language].more(count)}`,
    ),
  ]
}

/** Beyond the faults that are counted nobody knows how many there are. */
const countOf = (faults: readonly unknown[], inWords: (count: number) => string): string =>
  faults.length > maxFaultsCounted ? `> ${inWords(maxFaultsCounted)}` : inWords(faults.length)

/** The same as JSON: file, faults, warnings, numbers of items, size, and how citations were found. */
export function checkJson(checked: CheckedDocument, language: UiLanguage): object {
  const { file, value, faults, warnings, citations, texts } = checked
  return {
    file,
    faults: faults.map((fault) => faultJson(fault, language)),
    warnings: warnings.map((warning) => faultJson(warning, language)),
    holds: value === null ? null : holdings(value),
    size: sizeJson(checked),
    citations: citations === null ? null : { found: citations.found, changed: citations.changed },
    texts: texts.given.map(({ id, path, encoding, sha256 }) => ({
      source: id,
      file: path,
      encoding,
      sha256,
    })),
  }
}

function sizeJson(checked: CheckedDocument): object | null {
  const size = sizeOf(checked)
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

function summaryLines(checked: CheckedDocument, language: UiLanguage): string[] {
  const { value, texts } = checked
  if (value === null) return []
  const words = reportMessages[language]
  const { citations: _citations, ...parts } = holdings(value)
  return [
    words.holds(parts),
    ...sizeLines(sizeOf(checked), language),
    ...texts.given
      .filter(({ encoding }) => encoding !== 'UTF-8')
      .map(({ path, encoding }) => `${path} ${words.readAs(encoding)}`),
    ...texts.strange.map((path) => `${path} ${words.strange}`),
    ...(passages(value) === 0 ? [] : [lookedUpLine(checked, language)]),
  ]
}

/** `118 of 118 quotations found in the sources`, or that there is no text to look them up in. */
export function lookedUpLine(
  { value, citations }: Pick<CheckedDocument, 'value' | 'citations'>,
  language: UiLanguage,
): string {
  const quoted = passages(value)
  const words = reportMessages[language]
  if (citations === null) return words.notLookedUp(quoted)
  const found = findings.reduce((sum, how) => sum + citations.found[how], 0)
  const otherwise = citations.found.context
  return words.lookedUp(found, quoted) + (otherwise === 0 ? '' : words.byWords(otherwise))
}

/** How large the edition is, and how much room is left. */
export function sizeLines(size: EditionSize | null, language: UiLanguage): string[] {
  if (size === null) return []
  const [used, max] = [size.used, size.max].map((bytes) => String(Math.ceil(bytes / 1024))) as [
    string,
    string,
  ]
  const words = reportMessages[language]
  const about = size.isEstimated ? words.about : ''
  if (isTooLarge(size)) return [about + words.tooLarge({ used, max, fits: size.fits })]
  return size.hasEvents ? [about + words.size({ used, max, more: size.more })] : []
}

/** How many citations have words, which can be looked up. */
const passages = (document: unknown): number =>
  readLooseDocument(document).events.flatMap(({ value }) =>
    (value.citations ?? []).filter((citation) => citation?.exact !== undefined),
  ).length

function holdings(document: unknown) {
  const { events, themes, actors, sources } = readLooseDocument(document)
  return {
    events: events.length,
    themes: themes.length,
    actors: actors.length,
    sources: sources.length,
    citations: events.reduce((sum, { value }) => sum + (value.citations?.length ?? 0), 0),
  }
}
