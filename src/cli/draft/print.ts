// The dates of an article for people and for programs: line, words, date and why.
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { markReason, type DraftRow } from '../../extract/draft/rows.ts'
import { authoringMessages } from '../../messages/report.ts'
import { paint, visible } from '../terminal/console.ts'
import { markWords } from './words.ts'

/** A line for each date, in columns, and how many there are. */
export function draftLines(rows: readonly DraftRow[], lang: UiLanguage): string[] {
  const words = authoringMessages[lang].draft
  const cells = rows.map(({ mark, line }) => [
    String(line),
    visible(mark.words),
    mark.date ?? words.open,
    [
      markReason(mark, markWords(lang)),
      ...(mark.state === 'open' ? [mark.readings.map(({ date }) => date).join(' | ')] : []),
    ]
      .filter((part) => part !== '')
      .join(': '),
  ])
  const widths = [0, 1, 2].map((column) =>
    Math.max(...[words.headings, ...cells].map((row) => widthOf(row[column] ?? ''))),
  )
  const line = (row: readonly string[], tint?: 'yellow') =>
    row
      .map((cell, column) => {
        const padded = cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))
        return tint !== undefined && column === 2 ? paint(tint, padded) : padded
      })
      .join('  ')
      .trimEnd()
  const ready = rows.filter(({ mark }) => mark.state === 'ready').length
  return [
    paint('dim', line(words.headings)),
    ...cells.map((row, index) =>
      rows[index]?.mark.state === 'open' ? line(row, 'yellow') : line(row),
    ),
    words.found(ready, rows.length - ready),
  ]
}

/** Columns of a terminal: Chinese characters and full-width signs take two. */
const widthOf = (text: string): number =>
  text.length +
  (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g)
    ?.length ?? 0)

export const rowJson = ({ mark, line, sentence }: DraftRow, lang: UiLanguage): object => {
  const { start, end, words, state, date, kind, isEvent, isAside, readings, rule } = mark
  return {
    line,
    start,
    end,
    words,
    state,
    date,
    kind,
    isEvent,
    isAside,
    rule: rule.rule,
    reason: markReason(mark, markWords(lang)),
    readings: readings.map((one) => ({ date: one.date, kind: one.kind })),
    sentence,
  }
}
