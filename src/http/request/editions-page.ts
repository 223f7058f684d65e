// A part of the kept editions, newest first: page and feed begin before an edition that was shown.
import { writeCursor } from '../../address/cursor.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import type { EditionReader } from '../../edition/reader.ts'
import { problem, type Problem } from '../problem.ts'
import type { Exchange } from './exchange.ts'
import { editionsFilter } from './parameters.ts'
import { chooseEdition, type Chosen, type OfTimeline } from './selection.ts'

export interface ChosenBefore extends Chosen {
  /** Only editions before this one are shown; all where it is undefined. */
  readonly before: number | undefined
}

/** The current edition, and where its log is continued; a part that is no longer kept is a 410. */
export async function chooseBefore(
  exchange: Exchange<{ readonly cursor?: number | undefined }, OfTimeline>,
): Promise<Result<ChosenBefore, Problem>> {
  const { cursor: before } = exchange.query
  const chosen = await chooseEdition({ ...exchange, query: undefined })
  if (!chosen.ok) return chosen
  const { kept } = chosen.value.reader.facts
  return before === undefined || kept.some(({ number }) => number < before)
    ? ok({ ...chosen.value, before })
    : failed(problem('cursor-expired'))
}

/** The cursors of the part that begins before edition `before`, and of the next. */
export function editionCursors(
  { facts }: EditionReader,
  { before, next }: { readonly before?: number | undefined; readonly next?: number | undefined },
): { readonly cursor?: string | undefined; readonly next?: string | undefined } {
  const edition = facts.edition.number
  const cursorOf = (after: number | undefined) =>
    after === undefined ? undefined : writeCursor({ edition, after, filter: editionsFilter })
  return { cursor: cursorOf(before), next: cursorOf(next) }
}
