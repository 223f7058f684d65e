// The result of checking a document, for people and for programs.
import { maxFaultsShown } from '../../domain/check/fault.ts'
import { readLooseDocument } from '../../domain/check/loose-document.ts'
import { findings, type Finding } from '../../domain/check/passage.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { ruleInWords } from '../../messages/languages.ts'
import type { CheckedDocument, LocatedFault } from './load.ts'
import { paint, visible } from '../terminal.ts'

/** One line per fault, `file:line:column: pointer reason: message`, and a summary. */
export function checkLines(checked: CheckedDocument, language: UiLanguage): string {
  const { file, faults } = checked
  const verdict =
    faults.length === 0 ? paint('green', 'no fault') : paint('red', count(faults.length, 'fault'))
  return [
    ...faults
      .slice(0, maxFaultsShown)
      .map((fault) => faultText(fault, language, { file, color: paint })),
    ...(faults.length > maxFaultsShown
      ? [`${file}: ${count(faults.length - maxFaultsShown, 'more fault')}: --json lists all`]
      : []),
    ...(checked.citations?.changed ?? []).map(
      ({ pointer, words }) => `${file}: ${pointer} note: the source has other words here: ${words}`,
    ),
    ...summaryLines(checked).map((line) => `${file}: ${line}`),
    `${file}: ${verdict}`,
  ].join('\n')
}

/** The same as JSON: file, faults, numbers of items, and how the citations were found. */
export function checkJson(
  { file, value, faults, citations, texts }: CheckedDocument,
  language: UiLanguage,
): object {
  return {
    file,
    faults: faults.map((fault) => faultJson(fault, language)),
    holds: value === null ? null : holdings(value),
    citations: citations === null ? null : { found: citations.found, changed: citations.changed },
    texts: texts.given.map(({ id, path, encoding, sha256 }) => ({
      source: id,
      file: path,
      encoding,
      sha256,
    })),
  }
}

/** `12:5: /events/0/date invalid-date: has no such day (hint)`, after the file if one is given. */
export function faultText(
  fault: LocatedFault,
  language: UiLanguage,
  { file = '', color = plain }: { readonly file?: string; readonly color?: typeof paint } = {},
): string {
  const { detail, hint } = ruleInWords(fault.broken, language)
  const place = fault.line === undefined ? '' : `:${fault.line}:${fault.column}`
  const advice = hint === undefined ? '' : ` (${hint})`
  const pointer = fault.pointer === '' ? '' : ` ${color('cyan', visible(fault.pointer))}`
  return `${file}${place}:${pointer} ${color('red', fault.reason)}: ${visible(detail)}${advice}`
}

/** A fault for programs, in the same words. */
export function faultJson({ broken, ...place }: LocatedFault, language: UiLanguage): object {
  const { detail: message, hint } = ruleInWords(broken, language)
  const { rule, proposals } = broken
  return { ...place, rule, message, ...(hint && { hint }), ...(proposals && { proposals }) }
}

const plain: typeof paint = (_, text) => text

function summaryLines(checked: CheckedDocument): string[] {
  const { value, texts } = checked
  if (value === null) return []
  const { citations: _citations, ...parts } = holdings(value)
  return [
    Object.entries(parts)
      .map(([what, number]) => count(number, what.slice(0, -1)))
      .join(', '),
    ...texts.given
      .filter(({ encoding }) => encoding !== 'UTF-8')
      .map(({ path, encoding }) => `${path} was read as ${encoding}`),
    ...texts.strange.map(
      (path) => `${path} is not the text of a source: write sources/<source>.txt`,
    ),
    lookedUpLine(checked),
  ]
}

/** `118 of 118 citations found in the sources: …`, or that there is no text to look them up in. */
export function lookedUpLine({ value, citations }: CheckedDocument): string {
  const quoted = passages(value)
  return citations === null
    ? `0 of ${count(quoted, 'quotation')} looked up: put the texts of the sources into sources/<source>.txt, or name them with --source`
    : foundWords(citations.found, quoted)
}

/** How many citations have words, which can be looked up. */
const passages = (document: unknown): number =>
  readLooseDocument(document).events.flatMap(({ value }) =>
    (value.citations ?? []).filter((citation) => citation?.exact !== undefined),
  ).length

function foundWords(found: Readonly<Record<Finding, number>>, quoted: number): string {
  const total = findings.reduce((sum, how) => sum + found[how], 0)
  const ways = findings.map((how) => `${found[how]} by ${how}`).join(', ')
  return `${total} of ${count(quoted, 'quotation')} found in the sources: ${ways}`
}

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

const count = (number: number, what: string): string =>
  `${number} ${what}${number === 1 ? '' : 's'}`
