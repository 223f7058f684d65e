// What the element's renderers need besides a view.
import { createAddresses } from '../../address/addresses.ts'
import type { CardContext } from '../../page/context.ts'
import type { ListView } from '../../page/view.ts'
import type { TimelineAnswer } from '../api/answers.ts'
import { datesIn } from '../api/answers.ts'
import type { Words } from '../lazy/words.ts'

/**
 * Like `contextOf` of pages, of what the API has computed already: the colours of themes, the members
 * for whom an event is listed. All its addresses are absolute and in the element's language.
 */
export function elementContext(
  { base, speech }: Pick<ListView, 'base' | 'speech'>,
  timeline: TimelineAnswer,
  words: Words,
): CardContext {
  const addresses = createAddresses(base, timeline.id, speech.ui)
  return {
    timeline,
    words: words.cards,
    dates: datesIn(speech.ui),
    speech,
    addresses,
    absolute: addresses,
    taken: addresses,
    themes: byId(timeline.themes),
    actors: byId(timeline.actors),
    sources: byId(timeline.sources),
    through: ({ through = [] }) => through,
  }
}

const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]) =>
  new Map(things.map((thing) => [thing.id, thing]))
