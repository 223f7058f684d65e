// Which edition changed a part of a timeline, and when. All revisions of a timeline are compared by
// their editions, so that the clock of no machine matters.

export interface Revision {
  /** The number of an edition. */
  readonly edition: number
  /** When it was published, RFC 3339 in UTC with at most three digits of a second. */
  readonly instant: string
}

/** A revision whose instant a store of version 0.1 may no longer have: then it is null. */
export interface EarlyRevision {
  readonly edition: number
  readonly instant: string | null
}

/** A part of a timeline with the edition that last changed it. */
export type Revised<Part> = Part & { readonly changed: EarlyRevision }

/** The revisions of an event as it is read. */
export interface EventHistory {
  /** The edition in which it appeared first. */
  readonly first: EarlyRevision
  /** The newest change of the event or of anything that it names. */
  readonly revision: Revision
}

/**
 * How many editions are between the first and the newest revision of an event: SEQUENCE (RFC 5545,
 * 3.8.7.4). Never decreases.
 * @example first published in edition 2, changed in 5 → 3
 */
export const sequenceOf = ({ first, revision }: EventHistory): number =>
  revision.edition - first.edition

/**
 * The newest of the revisions. `own` wins if it is of the same edition.
 * @example newestOf({ edition: 2, … }, [{ edition: 1, … }, { edition: 4, … }]) → { edition: 4, … }
 */
export function newestOf(own: Revision, others: readonly (EarlyRevision | undefined)[]): Revision {
  let newest = own
  for (const other of others) {
    if (other === undefined || other.edition <= newest.edition) continue
    newest = { edition: other.edition, instant: other.instant ?? newest.instant }
  }
  return newest
}
