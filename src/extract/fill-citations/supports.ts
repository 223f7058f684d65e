// What a cited passage supports of its event, as far as the words themselves tell.
import type { supportedFields } from '../../domain/document/citation.ts'
import type { AuthoredEvent } from '../../domain/document/event.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { byLanguage } from '../../domain/text/language-map.ts'

type SupportedField = (typeof supportedFields)[number]

/**
 * The date, where the passage has the stated date; figures, by the source's words for them; actors and
 * place, where it names one of them; the title, where the event has no other passage.
 * @example supportsOf('截至2月24日,108家', an event with statedDate 截至2月24日, …) → ['date', 'title']
 */
export function supportsOf(
  exact: string,
  event: AuthoredEvent,
  document: TimelineDocument,
): SupportedField[] {
  const has = (words: string | undefined): boolean => words !== undefined && exact.includes(words)
  const isOnly = event.citations.length === 1
  const measures = (event.measures ?? []).flatMap((measure) => [measure, ...(measure.parts ?? [])])
  const names = (id: string): readonly string[] => {
    const actor = document.actors.find((one) => one.id === id)
    if (actor === undefined) return []
    const aliases = Object.values(actor.aliases ?? {}).flat()
    return [...Object.values(byLanguage(actor.name, document.language)), ...aliases]
  }
  const told: readonly (readonly [SupportedField, boolean])[] = [
    ['date', has(event.statedDate)],
    ['title', isOnly],
    ['actors', event.actors.some((id) => names(id).some(has))],
    ['place', event.place !== undefined && names(event.place).some(has)],
    ['measures', measures.some(({ sourceWords }) => has(sourceWords))],
  ]
  return told.flatMap(([field, isTold]) => (isTold ? [field] : []))
}
