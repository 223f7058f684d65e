// What a timeline stands at before a write, and what to say when it moved on meanwhile.
import { setTimeout as pause } from 'node:timers/promises'
import { failed, ok, type Result } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { compareDocuments, readKeptDocument, type Comparison } from '../changes/comparison.ts'
import { comparisonJson, comparisonLines } from '../changes/print.ts'
import type { ServiceFailure } from './http-call.ts'
import type { EditionLine, KeptEdition, Published, ServiceClient } from './http-client.ts'
import { usageProblem, type Outcome } from '../outcome.ts'
import { isInteractive, confirm, visible } from '../terminal.ts'

/** The edition that a write replaces. */
export interface Standing {
  /** Null where there was never one. */
  readonly base: number | null
  /** Null where there is none, or where the timeline was taken down. */
  readonly kept: KeptEdition | null
}

/**
 * The current edition. The number that a timeline was taken down with is not told to readers; `probe`
 * is a write on no edition, whose refusal names it.
 */
export async function standingOf(
  client: ServiceClient,
  timeline: string,
  probe: () => Promise<Result<Published, ServiceFailure>>,
): Promise<Result<Standing, ServiceFailure>> {
  const current = await client.edition(timeline)
  if (current.ok) {
    if (current.value === null) return ok({ base: null, kept: null })
    const kept = await client.keptEdition(timeline, current.value.number)
    return kept.ok ? ok({ base: kept.value.edition.number, kept: kept.value }) : kept
  }
  if (current.failure.type !== 'timeline-gone') return current
  const probed = await probe()
  if (probed.ok) return current
  const base = probed.failure.current?.number
  return base === undefined ? failed(probed.failure) : ok({ base, kept: null })
}

/** `edition 4 (by anna, 2026-10-01 08:30 UTC: Mend a date)` */
export function editionName({ number, by, published, note }: EditionLine): string {
  const when = `${published.slice(0, 16).replace('T', ' ')} UTC`
  const why = note === undefined ? '' : `: ${visible(note)}`
  return `edition ${number} (by ${visible(by)}, ${when}${why})`
}

interface AskFlags {
  readonly yes?: boolean
  readonly json?: boolean
}

/** Null where a person has agreed, or can be asked. To be called before any work. */
export function askable({ yes = false, json = false }: AskFlags): Outcome | null {
  return yes || (!json && isInteractive())
    ? null
    : usageProblem('nobody can be asked here: agree beforehand with --yes')
}

/** Null where the write may go on. */
export async function consent(
  { yes = false }: AskFlags,
  question: string,
): Promise<Outcome | null> {
  if (yes || (await confirm(`${question} [y/N] `))) return null
  return { ending: 'refused', text: 'Nothing was changed.', json: { title: 'Nothing was changed' } }
}

export interface Conflict {
  readonly client: ServiceClient
  readonly timeline: string
  /** What the write was based on. */
  readonly base: { readonly number: number | null; readonly document: TimelineDocument | null }
  /** What the service has instead; null where it has none. */
  readonly current: number | null
  readonly lang: UiLanguage
  /** What did not happen, such as `not published`. */
  readonly what: string
  /** How to go on. */
  readonly goOn: readonly string[]
}

/** Tells a write that lost what changed meanwhile, and how to go on. */
export async function conflictOutcome(conflict: Conflict): Promise<Outcome> {
  const { base, current, lang, what, goOn, timeline } = conflict
  const newest = current === null ? null : await whenReadable(conflict, current)
  const comparison = newest === null ? null : compared(base.document, newest)
  const title = `${what}: ${meanwhile(newest?.edition ?? null, current)}`
  const since = base.number === null ? 'It has' : `Since edition ${base.number}`
  return {
    ending: 'conflict',
    text: [
      `conflict: ${title}`,
      ...(comparison === null
        ? []
        : [`${since}: ${comparisonLines(comparison, lang).join('\n  ')}`]),
      ...goOn,
    ].join('\n'),
    json: {
      title,
      timeline,
      base: base.number,
      current: newest?.edition ?? current,
      changes: comparison && comparisonJson(comparison, lang),
    },
  }
}

function meanwhile(line: EditionLine | null, current: number | null): string {
  if (line !== null) return `somebody published ${editionName(line)} meanwhile`
  if (current === null) return 'the service has no such edition to build on'
  return `the timeline stands at edition ${current} by now, which cannot be read here yet`
}

function compared(before: TimelineDocument | null, newest: KeptEdition): Comparison | null {
  const after = readKeptDocument(newest.document)
  return after.ok ? compareDocuments(before, after.value) : null
}

/** A new edition may take a minute until it can be read everywhere; this waits some seconds for it. */
async function whenReadable(
  { client, timeline }: Conflict,
  number: number,
): Promise<KeptEdition | null> {
  for (let tries = 5; tries > 0; tries--) {
    const kept = await client.keptEdition(timeline, number)
    if (kept.ok) return kept.value
    if (kept.failure.status !== 404) return null
    await pause(1_000)
  }
  return null
}
