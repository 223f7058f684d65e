// A packed edition with what its queries share.
import type { StoredEvent, TimelineEvent } from '../../domain/document/event.ts'
import { revisionsOf } from '../revisions.ts'
import { bitsBetween, noBits, setBit, without, type Bits } from '../segment/bits.ts'
import { withdrawnKey } from '../segment/keys.ts'
import { addPostings } from '../segment/postings.ts'
import { overlayOf, type Overlay, type PackedEdition } from './packed-edition.ts'
import type { SegmentAccess } from './segment-access.ts'

export interface Opened {
  readonly edition: PackedEdition
  readonly access: SegmentAccess
  readonly overlay: Overlay
  /** The edits since, with their revisions. */
  readonly adds: readonly TimelineEvent[]
  readonly revised: (event: StoredEvent) => TimelineEvent
  /** The events of the segment that are listed. */
  listed(): Promise<Bits>
  /** Those at ordinals of both, in the order asked for. */
  readonly eventsAt: (ordinals: readonly number[]) => Promise<readonly TimelineEvent[]>
}

export function openEdition(edition: PackedEdition, access: SegmentAccess): Opened {
  const overlay = overlayOf(edition.base.places)
  const revised = revisionsOf(edition.timeline)
  const adds = edition.adds.map(revised)
  let listed: Bits | undefined
  return {
    edition,
    access,
    overlay,
    adds,
    revised,
    async listed() {
      listed ??= await listedIn(edition, access)
      return listed
    },
    async eventsAt(ordinals) {
      const places = ordinals.map((ordinal) => overlay.at(ordinal))
      const bases = places.flatMap((place) => ('base' in place ? [place.base] : []))
      const read = (await access.eventsAt(bases)).values()
      return places.map((place) =>
        'base' in place
          ? revised(read.next().value as StoredEvent)
          : (adds[place.add] as TimelineEvent),
      )
    },
  }
}

async function listedIn({ base: { drops } }: PackedEdition, access: SegmentAccess): Promise<Bits> {
  const withdrawn = noBits(access.events)
  const term = (await access.terms([withdrawnKey])).get(withdrawnKey)
  if (term !== undefined) addPostings(term.list, withdrawn)
  for (const ordinal of drops) setBit(withdrawn, ordinal)
  return without(bitsBetween(access.events, 0, access.events), withdrawn)
}
