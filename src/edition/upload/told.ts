// What the service remembers of each uploaded part: enough to know at the commit that all parts belong
// together, without reading one of them again.
import type { Spanned } from '../../domain/date/claims.ts'
import type { OrderKey } from '../../domain/query/order.ts'

/** A part of events. */
export interface ToldEvents {
  readonly kind: 'e'
  /** The part of authored events that has the same ones. */
  readonly authored: string
  /** The ordinal of the first. */
  readonly first: number
  readonly events: number
  /** Those that are not withdrawn. */
  readonly listed: number
  /** Those that no edition had before this one. */
  readonly fresh: number
  /** By this edition: new events, changed ones, and withdrawn ones of both, which count here alone. */
  readonly added: number
  readonly changed: number
  readonly withdrawn: number
  /** The newest edition that changed any of them, or of what they name. */
  readonly edition: number
  readonly start: OrderKey
  readonly end: OrderKey
  /** `spanEnds` of those that are not withdrawn. */
  readonly span: readonly Spanned[]
  /** Sum of the `markOf` of all. */
  readonly marks: number
}

/** A part of events as they were written. */
export interface ToldAuthored {
  readonly kind: 'a'
  readonly first: number
  readonly events: number
}

export interface ToldTerms {
  readonly kind: 't'
  readonly first: string
  readonly last: string
  /** How many of the terms are ids of events, and the sum of their `markOf`. */
  readonly ids: number
  readonly marks: number
  /** The highest ordinal of all lists. */
  readonly highest: number
}

export interface ToldColumns {
  readonly kind: 'c'
  readonly events: number
}

export interface ToldFacets {
  readonly kind: 'f'
  readonly first: string
  readonly last: string
}

export interface ToldDays {
  readonly kind: 'd'
  /** Numbers of events of the parts of events. */
  readonly chunks: readonly number[]
  /** Events of all days. */
  readonly events: number
  /** Number of parts of wide dates. */
  readonly wide: number
}

export interface ToldWideDates {
  readonly kind: 'w'
  readonly highest: number
}

export interface ToldIds {
  readonly kind: 'v'
}

export type ToldPart =
  | ToldEvents
  | ToldAuthored
  | ToldTerms
  | ToldColumns
  | ToldFacets
  | ToldDays
  | ToldWideDates
  | ToldIds

/**
 * A number for an event and its place (FNV-1a). Events and index have the same sum of them only if the
 * index leads to the events that it names: a slip of the builder is seen, not a forgery.
 */
export function markOf(id: string, ordinal: number): number {
  let mark = 0x81_1c_9d_c5
  for (const unit of `${id}\n${ordinal}`)
    mark = Math.imul(mark ^ (unit.codePointAt(0) ?? 0), 0x01_00_01_93)
  return mark >>> 0
}
