// Checks that the source's own words for a date or a figure are part of a cited passage.
import type { AuthoredEvent } from '../document/event.ts'
import { plainFault, type Fault } from './fault.ts'
import type { LooseDocument, WellFormed, Located } from './loose-document.ts'

export function wordingFaults(document: LooseDocument): Fault[] {
  return document.events.flatMap(({ pointer, value: event }) => {
    // A citation that cannot be read might be the one that has the words.
    if (event.citations === undefined || event.citations.includes(undefined)) return []
    const passages = [...new Set(event.citations.flatMap((citation) => citation?.exact ?? []))]
    return sourceWords(event).flatMap(({ pointer: field, value: words }): Fault[] => {
      if (passages.some((passage) => passage.includes(words))) return []
      return [plainFault(pointer + field, 'uncited-words')]
    })
  })
}

function sourceWords(event: WellFormed<AuthoredEvent>): Located<string>[] {
  const words = [{ pointer: '/statedDate', value: event.statedDate }]
  for (const [index, measure] of (event.measures ?? []).entries()) {
    const pointer = `/measures/${index}`
    words.push({ pointer: `${pointer}/sourceWords`, value: measure?.sourceWords })
    for (const [place, part] of (measure?.parts ?? []).entries()) {
      words.push({ pointer: `${pointer}/parts/${place}/sourceWords`, value: part.sourceWords })
    }
  }
  return words.flatMap(({ pointer, value }) => (value === undefined ? [] : [{ pointer, value }]))
}
