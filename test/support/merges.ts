// Two editors of one timeline for properties of the merge, and an oracle that knows nothing of it: what a
// document says, fact by fact.
import * as fc from 'fast-check'
import type { AuthoredMeasure } from '../../src/domain/document/measure.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { mergeDocuments, type DocumentMerge, type Side } from '../../src/domain/merge/merge.ts'
import { histories } from './edits.ts'
import { documents } from './timelines.ts'

export interface Rivals {
  readonly base: TimelineDocument
  readonly mine: TimelineDocument
  readonly theirs: TimelineDocument
}

export const rivals: fc.Arbitrary<Rivals> = fc
  .tuple(documents, histories, histories)
  .map(([base, mine, theirs]) => ({ base, mine: mine(base), theirs: theirs(base) }))

type Json = Readonly<Record<string, unknown>>

/** What a document says: each fact under its place, texts by language and sets by member. */
export function factsOf(document: TimelineDocument): Map<string, string> {
  const facts = new Map<string, string>()
  const { themes, actors, sources, events, $schema: _, ...timeline } = document
  const say = (place: string, value: unknown) => facts.set(place, JSON.stringify(value))
  const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')
  function sayFields(place: string, fields: Json): void {
    for (const [field, value] of Object.entries(fields)) {
      const here = `${place}/${field}`
      if (texts.includes(field)) {
        const text = inLanguages(value, document.language)
        for (const [tag, words] of Object.entries(text)) say(`${here}/${tag}`, words)
      } else if (field === 'aliases')
        for (const [tag, names] of Object.entries(value as Record<string, string[]>))
          for (const name of names) say(`${here}/${tag}/${name}`, true)
      else if (['themes', 'actors', 'memberOf', 'allowTerms'].includes(field))
        for (const id of value as string[]) say(`${here}/${id}`, true)
      else if (field === 'citations')
        for (const one of value as { source: string; exact?: string }[])
          say(`${here}/${escaped(JSON.stringify([one.source, one.exact ?? null]))}`, one)
      else if (field === 'links')
        for (const { url, title } of value as { url: string; title: unknown }[])
          say(`${here}/${escaped(url)}`, inLanguages(title, document.language))
      else if (field === 'measures') {
        const figures = (value as AuthoredMeasure[]).map(({ label, unit, ...figure }) => ({
          ...figure,
          label: inLanguages(label, document.language),
          unit: inLanguages(unit ?? {}, document.language),
        }))
        if (figures.length > 0) say(here, figures)
      } else if (field !== 'status' || value !== 'confirmed') say(here, value)
    }
  }
  sayFields('', timeline)
  for (const [list, parts] of Object.entries({ themes, actors, sources, events }))
    for (const part of parts) {
      const { kind, date, ...rest } = part as Json & { id: string; kind?: string; date?: string }
      sayFields(`/${list}/${part.id}`, list === 'events' ? rest : part)
      if (list === 'events') say(`/events/${part.id}/date`, [date, kind ?? formKind(date ?? '')])
    }
  return facts
}

/** A bare string is in the language of its document. */
const inLanguages = (text: unknown, language: string) =>
  typeof text === 'string' ? { [language]: text } : (text as Json)

const texts = [
  'title',
  'summary',
  'description',
  'label',
  'name',
  'note',
  'role',
  'publisher',
  'credit',
  'rights',
]
const formKind = (date: string) =>
  date.startsWith('../')
    ? 'asOf'
    : date.endsWith('/..')
      ? 'since'
      : date.startsWith('[..')
        ? 'undated'
        : date.includes('/')
          ? 'span'
          : 'point'

/** Places and pairs of ids whose order one side has changed. */
export function turnedPairs({ base, mine, theirs }: Rivals): string[] {
  return (['themes', 'events'] as const).flatMap((list) => {
    const [known, ours, others] = [base, mine, theirs].map((one) => one[list].map(({ id }) => id))
    const common = known!.filter((id) => ours!.includes(id) && others!.includes(id))
    return common.flatMap((one, index) =>
      common
        .slice(index + 1)
        .filter((other) => ours!.indexOf(one) > ours!.indexOf(other))
        .map((other) => `${list} ${other} ${one}`),
    )
  })
}

export const isInOrder = (document: TimelineDocument, pair: string): boolean => {
  const [list, first, second] = pair.split(' ')
  const ids = document[list as 'events'].map(({ id }) => id)
  return ids.indexOf(first!) < ids.indexOf(second!)
}

export const swapped = ({ base, mine, theirs }: Rivals): Rivals => ({
  base,
  mine: theirs,
  theirs: mine,
})

/** Settles every choice with one side; settling some may open others. */
export function settled(three: Parameters<typeof mergeDocuments>[0], side: Side): Settled {
  const answers = new Map<string, Side>()
  let merged = mergeDocuments(three, answers)
  const asked = [...merged.choices]
  for (let rounds = 0; rounds < 9 && merged.choices.length > 0; rounds++) {
    for (const { key } of merged.choices) answers.set(key, side)
    merged = mergeDocuments(three, answers)
    asked.push(...merged.choices)
  }
  return { ...merged, asked }
}

interface Settled extends DocumentMerge {
  readonly asked: DocumentMerge['choices']
}

/** True if the place is one that is chosen, within one, or follows one. */
export const isChosen = (choices: DocumentMerge['choices'], place: string) =>
  choices.some(({ key, isOrder, uses }) =>
    [...(isOrder ? [] : [key]), ...uses.flatMap(placesOfUse)].some(
      (chosen) => place === chosen || place.startsWith(`${chosen}/`),
    ),
  )

/** With a citation go the words of its event that stand in it. */
function placesOfUse({
  part,
  id,
  field,
  within,
}: DocumentMerge['choices'][number]['uses'][number]) {
  const escaped = [...(field === null ? [] : [field]), ...within].map((token) =>
    token.replaceAll('~', '~0').replaceAll('/', '~1'),
  )
  const whole = `/${part}s/${id}`
  const words = field === 'citations' ? [`${whole}/statedDate`, `${whole}/measures`] : []
  return [[whole, ...escaped].join('/'), ...words]
}
