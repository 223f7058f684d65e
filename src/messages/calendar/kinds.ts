// What the date of an event claims, in words: a name of its kind.
import { isBoundedByReport } from '../../domain/date/stated.ts'
import type { DateKind } from '../../domain/date/kinds.ts'
import type { PageMessages } from '../en/pages.ts'

/**
 * The kind of an event's date. What is said of an undated one depends on its source.
 * @example (an event on [..1550], “before 1550”, …) → 'No day is given; no later than this'
 */
export function kindInWords(
  event: Parameters<typeof isBoundedByReport>[0] & { readonly when: { readonly kind: DateKind } },
  sourceOf: Parameters<typeof isBoundedByReport>[1],
  timeZone: string,
  { kinds, noLaterThanThis }: Pick<PageMessages, 'kinds' | 'noLaterThanThis'>,
): string {
  const { kind } = event.when
  return kind === 'undated' && !isBoundedByReport(event, sourceOf, timeZone)
    ? noLaterThanThis
    : kinds[kind]
}
