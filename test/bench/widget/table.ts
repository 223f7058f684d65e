// Figures as a Markdown table with their targets, and whether ours meet them.
import type { Figure, Measured } from './figures.ts'
import { element, page } from './subjects.ts'
import { limit } from './visit.ts'

export function table(figures: readonly Figure[], all: readonly Measured[]): string {
  const head = ['', 'target', ...all.map(({ subject }) => subject.name)]
  const lines = figures.map((figure) => [
    figure.name + (figure.unit === undefined ? '' : `, ${figure.unit}`),
    figure.target === undefined ? '' : `<= ${printed(figure.target.most)}`,
    ...all.map((measured) => cell(figure, measured, all)),
  ])
  return [head, head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** Targets that ours do not meet. */
export const missed = (figures: readonly Figure[], all: readonly Measured[]): readonly string[] =>
  figures.flatMap((figure) =>
    all
      .filter((measured) => verdict(figure, measured, all) === 'MISSED')
      .map(({ subject }) => `${subject.name}, ${figure.name}`),
  )

function cell(figure: Figure, measured: Measured, all: readonly Measured[]): string {
  const value = figure.read(measured, all)
  if (value === undefined) return ''
  const text = value === null ? `not within ${limit / 1000} s` : printed(value)
  return `${text} ${verdict(figure, measured, all) ?? ''}`.trim()
}

function verdict(
  figure: Figure,
  measured: Measured,
  all: readonly Measured[],
): 'met' | 'MISSED' | undefined {
  const { target, read } = figure
  const binds = target?.of === undefined ? [page, element] : [target.of]
  const value = read(measured, all)
  if (!target || value === undefined || !binds.includes(measured.subject)) return undefined
  return value !== null && value <= target.most ? 'met' : 'MISSED'
}

const printed = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 1 ? 3 : 0 })
