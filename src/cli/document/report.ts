// What the check of a document says, for people and for programs.
import { readDraft } from '../../domain/check/loose-document.ts'
import { findings, type Finding } from '../../domain/check/passage.ts'
import type { CheckedDocument, LocatedFault } from './load.ts'
import { paint, visible, type Color } from '../terminal.ts'

/** One line a fault, `file:line:column: pointer reason: message`, and a summary. */
export function reportLines(checked: CheckedDocument): string {
  const { file, faults } = checked
  const verdict =
    faults.length === 0 ? paint('green', 'no fault') : paint('red', count(faults.length, 'fault'))
  return [
    ...faults.map((fault) => faultLine(file, fault)),
    ...(checked.citations?.changed ?? []).map(
      ({ pointer, words }) => `${file}: ${pointer} note: the source has other words here: ${words}`,
    ),
    ...summaryLines(checked).map((line) => `${file}: ${line}`),
    `${file}: ${verdict}`,
  ].join('\n')
}

/** The same as JSON: file, ok, faults, what the document holds and how its citations were found. */
export function reportJson({ file, value, faults, citations }: CheckedDocument): object {
  return {
    file,
    faults,
    holds: value === null ? null : holdings(value),
    citations: citations === null ? null : { found: citations.found, changed: citations.changed },
  }
}

const faultLine = (file: string, fault: LocatedFault): string =>
  faultText(fault, file, { pointer: 'cyan', reason: 'red' })

interface FaultColors {
  readonly pointer: Color
  readonly reason: Color
}

/** `12:5: /events/0/date invalid-date: has no such day (mend)`, behind the file where one is given. */
export function faultText(fault: LocatedFault, file = '', colors?: FaultColors): string {
  const place = fault.line === undefined ? '' : `:${fault.line}:${fault.column}`
  const mend = 'mend' in fault && fault.mend !== undefined ? ` (${fault.mend})` : ''
  const painted = (of: keyof FaultColors, text: string) =>
    colors === undefined ? text : paint(colors[of], text)
  const pointer = fault.pointer === '' ? '' : ` ${painted('pointer', visible(fault.pointer))}`
  return `${file}${place}:${pointer} ${painted('reason', fault.reason)}: ${visible(fault.message)}${mend}`
}

function summaryLines({ value, citations }: CheckedDocument): string[] {
  if (value === null) return []
  const { events, themes, actors, sources, citations: cited } = holdings(value)
  return [
    [
      count(events, 'event'),
      count(themes, 'theme'),
      count(actors, 'actor'),
      count(sources, 'source'),
    ].join(', '),
    citations === null
      ? `the words of ${count(cited, 'citation')} were not looked up: give the text of a source with --source`
      : foundWords(citations.found, cited),
  ]
}

function foundWords(found: Readonly<Record<Finding, number>>, cited: number): string {
  const total = findings.reduce((sum, how) => sum + found[how], 0)
  const ways = findings.map((how) => `${found[how]} by ${how}`).join(', ')
  return `${total} of ${count(cited, 'citation')} found in the sources: ${ways}`
}

function holdings(document: unknown) {
  const { events, themes, actors, sources } = readDraft(document)
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
