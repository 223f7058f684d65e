// Events in the form of the document, and the themes, actors and sources that come with them: everything is
// kept, ids too. What the timeline has under the same id stays as it is there.
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { byLanguage, type AuthoredText } from '../../domain/text/language-map.ts'
import { isLanguageTag } from '../../domain/text/text-schema.ts'
import type { ImportWords } from '../words/en.ts'
import type { Asker } from './asker.ts'
import { saidOtherwiseInEvents } from '../twice/derived.ts'
import type { OwnDateWords } from '../twice/follows.ts'
import { isRecord, mapTexts, says } from './compared.ts'
import type { ReadEvents, ReadRow } from './read-events.ts'
import type { OwnEvents, Table } from './table.ts'

type Json = Readonly<Record<string, unknown>>

interface OwnSetting {
  readonly document: TimelineDocument
  readonly asker: Asker
  readonly words: ImportWords
  readonly dateWords?: OwnDateWords | undefined
}

export function readOwnEvents(table: Table, own: OwnEvents, setting: OwnSetting): ReadEvents {
  const { document, words } = setting
  const language = languageOf(own, setting)
  const read = (part: unknown): unknown =>
    language === document.language
      ? part
      : mapTexts({ name: '', value: part }, (text) => byLanguage(text, language))
  const lists = (['themes', 'actors', 'sources'] as const).map((list) => ({
    list,
    given: own[list].map(read).filter(hasId),
    known: new Map(document[list].map((part) => [part.id, part as unknown as Json])),
  }))
  const settled = lists.flatMap(({ list, given, known }) => {
    const others = given.filter(
      (part) =>
        known.has(part.id) &&
        !says({ name: '', value: known.get(part.id) }, part, document.language),
    )
    return others.length === 0
      ? []
      : [
          words.settled.partsStay(
            list,
            others.map(({ id }) => id),
          ),
        ]
  })
  const [themes, actors, sources] = lists.map(({ given, known }) =>
    given.filter(({ id }) => !known.has(id)),
  )
  const answered = own.answered.flatMap((event, index) =>
    event === null ? [] : [{ at: table.rows[index]?.at ?? index + 1, event }],
  )
  return {
    rows: own.events.map((event, index) => rowOf(read(event), table, index, words)),
    leftOut: 0,
    settled: [
      ...settled,
      ...saidOtherwiseInEvents(answered, setting),
      ...(own.isPart ? [words.settled.partOfAll(own.events.length)] : []),
    ],
    ...(own.isPart && { isPart: own.isPart }),
    lost: [],
    // The check of the document that is made of them finds what is wrong with them.
    themes: themes as unknown as TimelineDocument['themes'],
    actors: actors as unknown as TimelineDocument['actors'],
    sources: sources as unknown as TimelineDocument['sources'],
  }
}

/** Of texts that are strings: as the file says, or a person; the timeline's while it is open. */
function languageOf({ language, ...parts }: OwnEvents, { document, asker }: OwnSetting): string {
  if (language === undefined || (language !== null && isLanguageTag(language)))
    return language ?? document.language
  if (!hasStrings(parts)) return document.language
  const { words } = asker
  const answer = asker.read(
    {
      id: 'language',
      words: words.questions.language,
      choices: [{ value: document.language, words: words.choices.ownLanguage(document.language) }],
      free: words.free.language,
    },
    (given) => (isLanguageTag(given) ? given : null),
  )
  return answer ?? document.language
}

function hasStrings(parts: unknown): boolean {
  let found = false
  mapTexts({ name: '', value: parts }, (text: AuthoredText) => {
    found ||= typeof text === 'string'
  })
  return found
}

const hasId = (value: unknown): value is Json & { readonly id: string } =>
  isRecord(value) && typeof value['id'] === 'string'

const isStrings = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

function rowOf(event: unknown, { rows }: Table, index: number, words: ImportWords): ReadRow {
  const { at = index + 1, cells = [] } = rows[index] ?? {}
  const row = { at, cells, key: '' }
  if (!hasId(event) || !isShaped(event))
    return { ...row, id: hasId(event) ? event.id : '', fields: {}, faults: [words.faults.noEvent] }
  const { id, ...fields } = event
  return { ...row, id, key: `id:${id}`, fields, faults: [] }
}

/** What is read before the check of the whole document. */
const isShaped = ({ date, title, themes, actors, citations }: Json): boolean =>
  typeof date === 'string' &&
  (typeof title === 'string' || isRecord(title)) &&
  isStrings(themes) &&
  isStrings(actors) &&
  Array.isArray(citations) &&
  citations.every((citation) => isRecord(citation) && typeof citation['source'] === 'string')
