// The text of our own title slides, which says more than the description: the filter and the edition of the
// request, what the answer lacks, the licence. Only the description can be edited.
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import { decodeReferences } from '../../extract/files/html.ts'
import { feedNotes } from '../../formats/feed/notes.ts'
import { messages } from '../../messages/languages.ts'

/** True for a text of a title slide that says what ours does, whatever an answer lacks. */
export function isSameSlide(text: string, own: string, language: UiLanguage): boolean {
  const notes = notesIn(language)
  const told = (slide: string): string =>
    slide
      .split('</p>')
      .filter((paragraph) => !notes.has(pattern(paragraph)))
      .join('</p>')
  return told(text) === told(own)
}

/** A sentence without its numbers and addresses. */
const pattern = (paragraph: string): string =>
  decodeReferences(paragraph.replaceAll(/<[^<>]{0,400}>/g, ''))
    .replaceAll(/https?:\/\/\S+?(?=[。）)]*$|\s)/g, 'URL')
    .replaceAll(/\d[\d,.]*/g, '#')
    .trim()

const knownNotes = new Map<UiLanguage, ReadonlySet<string>>()

/** What our slides say of events that an answer lacks, of one and of several. */
function notesIn(language: UiLanguage): ReadonlySet<string> {
  const known = knownNotes.get(language)
  if (known !== undefined) return known
  const links = { page: 'https://timeline.invalid/' }
  const sentences = [1, 2, 1000].flatMap((count) => [
    messages[language].timelineJs.leftOut(count),
    ...[false, true].flatMap((atMost) =>
      feedNotes({
        events: [],
        total: count,
        ...(atMost && { atMost }),
        setAside: count,
        language,
        links,
      }),
    ),
  ])
  const notes = new Set(sentences.map(pattern))
  knownNotes.set(language, notes)
  return notes
}
