// Reads a kept edition with its document, or gives the result of a command that cannot.
import { failed, ok, type Result } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { readKeptDocument } from '../changes/comparison.ts'
import { endedWith, type CommandResult } from '../outcome.ts'
import { visible } from '../terminal/console.ts'
import type { EditionLine, EditionReply, ServiceClient } from './http-client.ts'
import { refusedBy } from './refusal.ts'
import { say } from '../terminal/speech.ts'

export interface ReadEdition {
  readonly line: EditionLine
  readonly document: TimelineDocument
}

export async function readEdition(
  client: ServiceClient,
  timeline: string,
  number: number,
): Promise<Result<ReadEdition, CommandResult>> {
  const kept = await keptEdition(client, timeline, number)
  return kept.ok ? understood(kept.value) : kept
}

export async function keptEdition(
  client: ServiceClient,
  timeline: string,
  number: number,
): Promise<Result<EditionReply, CommandResult>> {
  const kept = await client.keptEdition(timeline, number)
  return kept.ok
    ? kept
    : failed(refusedBy(kept.failure, say().service.unreadable({ timeline, edition: number })))
}

/** A newer service may keep documents that this version cannot read. */
export function understood({
  edition,
  document,
}: EditionReply): Result<ReadEdition, CommandResult> {
  if (document === null)
    return failed(endedWith('refused', say().large.incomparable(edition.number)))
  const read = readKeptDocument(document)
  return read.ok
    ? ok({ line: edition, document: read.value })
    : failed(endedWith('refused', say().service.incomparable(edition.number)))
}

/** The editions that are kept, newest first. */
export async function readEditions(
  client: ServiceClient,
  timeline: string,
): Promise<Result<readonly EditionLine[], CommandResult>> {
  const listed = await client.editions(timeline)
  return listed.ok
    ? listed
    : failed(refusedBy(listed.failure, say().service.editionsUnreadable(timeline)))
}

/** `edition 4 (by anna, 2026-10-01 08:30 UTC: Mend a date)` */
export function editionName({ number, by, published, note }: EditionLine): string {
  return say().edition({
    number,
    by: visible(by),
    time: minuteOf(published),
    ...(note === undefined ? {} : { note: visible(note) }),
  })
}

export const minuteOf = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`
