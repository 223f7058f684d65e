// An event: what happened, when, as precisely as the source says, and the citations for it. No I/O.
import * as v from 'valibot'
import { allow } from '../text/allowance.ts'
import { issueMessage } from '../broken-rule.ts'
import { Citation } from './citation.ts'
import { Identifier } from './identifier.ts'
import type { Text } from '../text/language-map.ts'
import { assignable, plainText, text, textLine } from '../text/text-schema.ts'
import { Link } from './link.ts'
import { AuthoredMeasure, type Measure } from './measure.ts'
import { dateKinds, type When } from '../date/when.ts'
import type { EarlyRevision, Revision } from './revision.ts'

/** `withdrawn` events are not listed; their permalink says that they were withdrawn. */
export const statuses = ['confirmed', 'disputed', 'withdrawn'] as const
export type EventStatus = (typeof statuses)[number]

/** Maximum actors per event. */
export const maxActors = 64

/** Maximum citations and maximum measures per event. */
export const maxCitations = 100
export const maxMeasures = 100

/** An event as an author writes it. */
export const AuthoredEvent = v.strictObject({
  id: Identifier,
  /** ISO 8601-2 (EDTF), in the profile of docs/dates.md. */
  date: v.pipe(v.string(), assignable),
  /** Absent where the form of the date decides it (`kindOf`). */
  kind: v.exactOptional(v.picklist(dateKinds)),
  /** The source's own words for the date, such as 2月上旬; must be part of a cited passage. */
  statedDate: v.exactOptional(plainText(100)),
  title: textLine(500),
  summary: v.exactOptional(text(5000)),
  themes: v.array(Identifier),
  actors: v.pipe(
    v.array(Identifier),
    v.maxLength(maxActors, issueMessage('too-many', { max: maxActors })),
  ),
  /** An actor of kind place. */
  place: v.exactOptional(Identifier),
  measures: v.exactOptional(
    v.pipe(
      v.array(AuthoredMeasure),
      v.maxLength(maxMeasures, issueMessage('too-many', { max: maxMeasures })),
    ),
  ),
  citations: v.pipe(
    v.array(Citation),
    v.minLength(1, issueMessage('no-citation')),
    v.maxLength(maxCitations, issueMessage('too-many', { max: maxCitations })),
  ),
  links: v.exactOptional(v.array(Link)),
  status: v.exactOptional(v.picklist(statuses)),
  note: v.exactOptional(text(5000)),
  allow,
})

export type AuthoredEvent = v.InferOutput<typeof AuthoredEvent>

/** An event of an edition: normalized, dated, numbered. */
export interface StoredEvent {
  readonly id: string
  /** Index in the document, from 0. */
  readonly position: number
  readonly when: When
  readonly statedDate?: string
  readonly title: Text
  readonly summary?: Text
  readonly themes: readonly string[]
  readonly actors: readonly string[]
  readonly place?: string
  readonly measures: readonly Measure[]
  readonly citations: readonly Citation[]
  readonly links: readonly { readonly url: string; readonly title?: Text }[]
  readonly status: EventStatus
  readonly note?: Text
  /** The edition in which it appeared first. */
  readonly first: EarlyRevision
  /** The edition that last changed the event itself. */
  readonly changed: Revision
}

/** An event as it is read. Of a packed edition, its position is its place in the total order. */
export interface TimelineEvent extends StoredEvent {
  /** The newest change of the event or of a theme, actor, place or source that it names. */
  readonly revision: Revision
}
