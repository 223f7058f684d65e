// The root of a segment, which stands in the head.

/** What a head says of its segment; everything else is found from here. */
export interface SegmentRoot {
  readonly segment: string
  readonly form: number
  /** Withdrawn ones included. */
  readonly events: number
  /** The newest edition that changed any of the events, or of what they name. */
  readonly edition: number
  /** The first key of each part of terms. */
  readonly terms: readonly string[]
}
