// Laws of the merge as properties, with an oracle that knows nothing of it: what a document says,
// fact by fact.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AuthoredEvent } from '../../src/domain/document/event.ts'
import type { AuthoredMeasure } from '../../src/domain/document/measure.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { readLooseDocument } from '../../src/domain/check/loose-document.ts'
import { referenceFaults } from '../../src/domain/check/references.ts'
import { wordingFaults } from '../../src/domain/check/wording.ts'
import { mergeDocuments, type DocumentMerge, type Side } from '../../src/domain/merge/merge.ts'
import { citation, document, event, measure, source } from '../support/document.ts'
import { histories, usingHistories } from '../support/edits.ts'
import { documents } from '../support/timelines.ts'

interface Rivals {
  readonly base: TimelineDocument
  readonly mine: TimelineDocument
  readonly theirs: TimelineDocument
}

const rivals: fc.Arbitrary<Rivals> = fc
  .tuple(documents, histories, histories)
  .map(([base, mine, theirs]) => ({ base, mine: mine(base), theirs: theirs(base) }))

type Json = Readonly<Record<string, unknown>>

/** What a document says: each fact under its place, texts by language and sets by member. */
function factsOf(document: TimelineDocument): Map<string, string> {
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
function turnedPairs({ base, mine, theirs }: Rivals): string[] {
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

const isInOrder = (document: TimelineDocument, pair: string): boolean => {
  const [list, first, second] = pair.split(' ')
  const ids = document[list as 'events'].map(({ id }) => id)
  return ids.indexOf(first!) < ids.indexOf(second!)
}

const swapped = ({ base, mine, theirs }: Rivals): Rivals => ({ base, mine: theirs, theirs: mine })

/** Settles every choice with one side; settling some may open others. */
function settled(three: Parameters<typeof mergeDocuments>[0], side: Side): Settled {
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
const isChosen = (choices: DocumentMerge['choices'], place: string) =>
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

const canonical = (value: TimelineDocument | object | null): unknown => {
  const said = value as TimelineDocument
  return {
    facts: [...factsOf(said)].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    terms: said.allowTerms ?? [],
    order: [said.themes, said.actors, said.sources, said.events].map((parts) =>
      parts.map((part) => [part.id, ...ordersIn(part)]),
    ),
  }
}

type AnyPart = { readonly id: string } & Partial<
  Pick<AuthoredEvent, 'themes' | 'actors' | 'citations' | 'links'> &
    Pick<TimelineDocument['actors'][number], 'memberOf' | 'aliases'>
>

/** The order of every list within a part; facts are the same in any. */
const ordersIn = (part: AnyPart): unknown[] => [
  ...[part.themes, part.actors, part.memberOf].map((ids) => ids ?? []),
  part.citations?.map(({ source, exact }) => [source, exact]) ?? [],
  part.links?.map(({ url }) => url) ?? [],
  ...Object.entries(part.aliases ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)),
]

const thousand = { numRuns: 1000 }
const some = { numRuns: 200 }
const few = { numRuns: 300 }

describe('a merge of two random histories', () => {
  test('loses nothing: every change of either side is in the result or in a choice', () => {
    let chosen = 0
    fc.assert(
      fc.property(rivals, (three) => {
        const open = mergeDocuments(three)
        chosen += Math.sign(open.choices.length)
        const result = settled(three, 'theirs').document as TimelineDocument
        const [was, ours, others, now] = [three.base, three.mine, three.theirs, result].map(factsOf)
        const expected = (place: string) => {
          const [before, mine, theirs] = [was, ours, others].map((facts) => facts!.get(place))
          return mine === before ? theirs : mine
        }
        const places = [...new Set([...was!.keys(), ...ours!.keys(), ...others!.keys()])]
        const lost = places.filter(
          (place) => now!.get(place) !== expected(place) && !isChosen(open.choices, place),
        )
        const invented = [...now!].filter(
          ([place, fact]) => ours!.get(place) !== fact && others!.get(place) !== fact,
        )
        const turned = [...turnedPairs(three), ...turnedPairs(swapped(three))].filter(
          (pair) =>
            !isInOrder(result, pair) &&
            open.choices.every(({ key }) => key !== `/${pair.split(' ')[0]}/~order`),
        )
        expect({ lost, invented, turned }).toEqual({ lost: [], invented: [], turned: [] })
      }),
      thousand,
    )
    // Random histories that never met would prove nothing.
    expect(chosen).toBeGreaterThan(100)
    expect(chosen).toBeLessThan(900)
  })

  test('does not depend on who is who, in content, order and choices', () => {
    fc.assert(
      fc.property(rivals, (three) => {
        const [one, other] = [mergeDocuments(three), mergeDocuments(swapped(three))]
        expect(other.document).toEqual(one.document)
        expect(other.choices.map(({ key }) => key)).toEqual(one.choices.map(({ key }) => key))
        expect(settled(swapped(three), 'mine').document).toEqual(settled(three, 'theirs').document)
      }),
      some,
    )
  })

  test('with one side that changed nothing is the other, to the letter', () => {
    fc.assert(
      fc.property(rivals, ({ base, mine, theirs }) => {
        expect(mergeDocuments({ base, mine, theirs: base }).document).toEqual(mine)
        expect(mergeDocuments({ base, mine: base, theirs }).document).toEqual(theirs)
        expect(mergeDocuments({ base, mine, theirs: mine }).document).toEqual(mine)
        expect(mergeDocuments({ base: null, mine, theirs: mine }).document).toEqual(mine)
      }),
      some,
    )
  })

  test('is a document whichever side every choice is settled with, and holds that side there', () => {
    fc.assert(
      fc.property(rivals, fc.constantFrom('mine', 'theirs'), (three, side) => {
        const { choices } = mergeDocuments(three)
        const result = settled(three, side).document as TimelineDocument
        const [now, wanted] = [factsOf(result), factsOf(three[side])]
        const places = [...new Set([...now.keys(), ...wanted.keys()])]
        for (const place of places.filter((one) => isChosen(choices, one)))
          expect([place, now.get(place)]).toEqual([place, wanted.get(place)])
      }),
      some,
    )
  })

  test('without a base leaves every difference to choose, so that one side alone comes out', () => {
    fc.assert(
      fc.property(rivals, fc.constantFrom('mine', 'theirs'), ({ mine, theirs }, side) => {
        const three = { base: null, mine, theirs }
        const same = JSON.stringify(canonical(mine)) === JSON.stringify(canonical(theirs))
        expect(mergeDocuments(three).choices.length > 0).toBe(!same)
        expect(canonical(settled(three, side).document)).toEqual(canonical({ mine, theirs }[side]))
      }),
      some,
    )
  })
})

/** Three events only, so that both sides meet. */
const usingRivals: fc.Arbitrary<Rivals> = fc
  .tuple(fc.constant(null), usingHistories, usingHistories)
  .map(([, mine, theirs]) => {
    const base = document({
      sources: ['town-news', 'paper-0'].map((id) => source({ id })),
      events: [1, 2, 3].map((number) =>
        event({ id: `e-${number}`, actors: ['li-ming'], citations: [citation()] }),
      ),
    })
    return { base, mine: mine(base), theirs: theirs(base) }
  })

const contradictions = (value: unknown) => {
  const draft = readLooseDocument(value)
  return [...referenceFaults(draft), ...wordingFaults(draft)]
}

/** True if the place is in a part that something else names. */
const isNeeded = ({ events, actors }: TimelineDocument, place: string) => {
  const [, list = '', id = ''] = place.split('/')
  const naming = {
    themes: events,
    sources: events,
    actors: [events, actors.map((one) => one.memberOf)],
  }
  return JSON.stringify(new Map<string, unknown>(Object.entries(naming)).get(list) ?? '').includes(
    `"${id}"`,
  )
}

describe('what one side removes and the other begins to use', () => {
  test('is chosen: whatever is chosen at each place, the document has no broken reference', () => {
    let met = 0
    fc.assert(
      fc.property(usingRivals, fc.array(fc.boolean(), { minLength: 1 }), (three, dice) => {
        expect([three.mine, three.theirs].flatMap(contradictions)).toEqual([])
        const answers = new Map<string, Side>()
        let merged = mergeDocuments(three)
        met += Math.sign(merged.choices.filter(({ uses }) => uses.length > 0).length)
        for (let rounds = 0; merged.document === null && rounds < 30; rounds++) {
          for (const [index, { key }] of merged.choices.entries())
            answers.set(key, dice[(index + rounds) % dice.length] === true ? 'mine' : 'theirs')
          merged = mergeDocuments(three, answers)
        }
        expect(contradictions(merged.document)).toEqual([])
      }),
      few,
    )
    expect(met).toBeGreaterThan(30)
  })

  test('is lost nowhere: it is in the result, or in a choice with what follows it', () => {
    fc.assert(
      fc.property(usingRivals, fc.constantFrom('mine', 'theirs'), (three, side) => {
        const { document: merged, asked } = settled(three, side)
        const result = merged as TimelineDocument
        const [was, ours, others, now] = [three.base, three.mine, three.theirs, result].map(factsOf)
        const places = [...new Set([...was!.keys(), ...ours!.keys(), ...others!.keys()])]
        const lost = places.filter((place) => {
          const [before, mine, theirs] = [was, ours, others].map((facts) => facts!.get(place))
          const expected = mine === before ? theirs : mine
          const isLost = now!.get(place) !== expected && !isChosen(asked, place)
          // A removal is undone where what was chosen instead needs the part.
          return isLost && !(expected === undefined && isNeeded(result, place))
        })
        expect(lost).toEqual([])
      }),
      few,
    )
  })

  test('does not depend on who is who', () => {
    fc.assert(
      fc.property(usingRivals, (three) => {
        const [one, other] = [mergeDocuments(three), mergeDocuments(swapped(three))]
        expect(other.document).toEqual(one.document)
        expect(other.choices.map(({ key }) => key)).toEqual(one.choices.map(({ key }) => key))
        expect(settled(swapped(three), 'mine').document).toEqual(settled(three, 'theirs').document)
      }),
      few,
    )
  })
})

const merge = (
  mine: Partial<TimelineDocument>,
  theirs: Partial<TimelineDocument>,
  base: TimelineDocument | null = document(),
) => mergeDocuments({ base, mine: document(mine), theirs: document(theirs) })

const [first, second] = document().events as [ReturnType<typeof event>, ReturnType<typeof event>]
const withFirst = (change: Partial<typeof first>) => ({ events: [{ ...first, ...change }, second] })

describe('a merge', () => {
  test('joins what two editors did to one event', () => {
    const { document: merged, choices } = merge(
      withFirst({ date: '2020-02-02/2020-02-10', themes: ['prevention', 'reopening'] }),
      withFirst({
        themes: [],
        title: { 'zh-Hans': '党支部成立', en: 'Branches are formed' },
        citations: [citation(), citation({ exact: '3月6日' })],
      }),
    )
    expect(choices).toEqual([])
    expect(merged).toEqual(
      document(
        withFirst({
          date: '2020-02-02/2020-02-10',
          themes: ['reopening'],
          title: { 'zh-Hans': '党支部成立', en: 'Branches are formed' },
          citations: [citation(), citation({ exact: '3月6日' })],
        }),
      ),
    )
  })

  test('lets choose where both changed the same field, with nothing preselected', () => {
    const open = merge(
      withFirst({ date: '2020-02-02/2020-02-10', title: { 'zh-Hans': '党支部成立', en: 'One' } }),
      withFirst({ date: '2020-02', kind: 'span', title: { 'zh-Hans': '党支部成立', en: 'Two' } }),
    )
    expect(open.document).toBeNull()
    expect(open.choices).toMatchObject([
      {
        key: '/events/branches-formed/date',
        part: 'event',
        id: 'branches-formed',
        field: 'date',
        base: { edtf: '2020-02-01/2020-02-10', kind: 'span' },
        mine: { edtf: '2020-02-02/2020-02-10', kind: 'span' },
        theirs: { edtf: '2020-02', kind: 'span' },
      },
      {
        key: '/events/branches-formed/title/en',
        base: { en: 'Party branches are formed' },
        mine: { en: 'One' },
        theirs: { en: 'Two' },
      },
    ])
  })

  test('takes the kind that a date has by its form for the same as one that is stated', () => {
    const { kind: _, ...plain } = first
    const { document: merged, choices } = merge(
      { events: [plain, second] },
      withFirst({ date: '2020-02-01/2020-02-09' }),
    )
    expect(choices).toEqual([])
    expect(merged).toEqual(document(withFirst({ date: '2020-02-01/2020-02-09' })))
  })

  test('lets choose between a deletion and a change, but not where only one side did anything', () => {
    expect(merge({ events: [second] }, {}).document).toEqual(document({ events: [second] }))
    const { choices } = merge({ events: [second] }, withFirst({ date: '2020-02-02' }))
    expect(choices).toMatchObject([
      {
        key: '/events/branches-formed',
        field: null,
        mine: null,
        theirs: { id: 'branches-formed' },
      },
    ])
  })

  test('lets choose between a removal and what the other side begins to use', () => {
    const actors = document().actors.filter(({ id }) => id !== 'li-ming')
    const three = [{ actors }, withFirst({ actors: ['committee', 'li-ming'] })] as const
    const { choices } = merge(...three)
    expect(choices).toMatchObject([
      {
        key: '/actors/li-ming',
        mine: null,
        theirs: { id: 'li-ming' },
        uses: [{ part: 'event', id: 'branches-formed', field: 'actors', within: ['li-ming'] }],
      },
    ])
    const [mine, theirs] = three.map(document)
    const settledWith = (side: Side) =>
      mergeDocuments(
        { base: document(), mine: mine!, theirs: theirs! },
        new Map([['/actors/li-ming', side]]),
      ).document
    expect(settledWith('mine')).toEqual(mine)
    expect(settledWith('theirs')).toEqual(theirs)
  })

  test('lets choose by field where both added the same id', () => {
    const [one, other] = [event({ id: 'new', place: 'town' }), event({ id: 'new', title: '会议' })]
    const { choices } = merge({ events: [first, one, second] }, { events: [first, second, other] })
    expect(choices.map(({ key }) => key)).toEqual(['/events/new/title/zh-Hans', '/events/~order'])
  })

  test('puts inserted events behind their left neighbour, sorted by id, in whichever order', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => event({ id })) as [
      typeof first,
      typeof first,
      typeof first,
    ]
    const [one, other] = [{ events: [first, b, a, second] }, { events: [second, first, c] }]
    const ids = ['enterprises-reopen', 'branches-formed', 'b', 'a', 'c']
    for (const merged of [merge(one, other), merge(other, one)])
      expect((merged.document as TimelineDocument).events.map(({ id }) => id)).toEqual(ids)
  })

  test('does not leave a text without any language, or an event without a citation', () => {
    const { choices } = merge(
      withFirst({ title: { 'zh-Hans': '党支部成立' } }),
      withFirst({ title: { en: 'Party branches are formed' } }),
    )
    expect(choices.map(({ key }) => key)).toEqual(['/events/branches-formed/title'])
  })

  test('takes figures as a whole, since two of them may be one', () => {
    const figures = (value: number) => ({
      events: [first, { ...second, measures: [measure({ value })] }],
    })
    expect(merge(figures(109), figures(110)).choices.map(({ key }) => key)).toEqual([
      '/events/enterprises-reopen/measures',
    ])
  })

  test('without a base prefers neither what is there nor what is not', () => {
    const { choices } = merge(withFirst({ place: 'town', themes: [] }), { events: [first] }, null)
    expect(choices.map(({ key, base }) => [key, base])).toEqual([
      ['/events/branches-formed/themes/prevention', null],
      ['/events/enterprises-reopen', null],
    ])
  })
})
