// Laws of the merge as properties, with an oracle that knows nothing of it: what a document says,
// fact by fact.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AuthoredEvent } from '../../src/domain/document/event.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { mergeDocuments, type Side } from '../../src/domain/merge/merge.ts'
import { isFull } from '../support/extent.ts'
import { citation, document, event, measure } from '../support/document.ts'
import {
  factsOf,
  isChosen,
  isInOrder,
  rivals,
  settled,
  swapped,
  turnedPairs,
} from '../support/merges.ts'

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

const many = { numRuns: isFull ? 1000 : 150 }
const some = { numRuns: isFull ? 200 : 80 }

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
      many,
    )
    // Random histories that never met would prove nothing.
    expect(chosen).toBeGreaterThan(many.numRuns / 20)
    expect(chosen).toBeLessThan(many.numRuns * 0.9)
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
