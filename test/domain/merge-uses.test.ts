// What one side removes and the other begins to use: a choice, whatever kind of reference it is.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLooseDocument } from '../../src/domain/check/loose-document.ts'
import { referenceFaults } from '../../src/domain/check/references.ts'
import { wordingFaults } from '../../src/domain/check/wording.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { mergeDocuments, type Side } from '../../src/domain/merge/merge.ts'
import { citation, document, event, source } from '../support/document.ts'
import { usingHistories } from '../support/edits.ts'
import { isFull } from '../support/extent.ts'
import { factsOf, isChosen, settled, swapped, type Rivals } from '../support/merges.ts'

const few = { numRuns: isFull ? 300 : 150 }

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
    expect(met).toBeGreaterThan(few.numRuns / 20)
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
        // Where every answer names one side, each place that was asked is as that side has it.
        const wanted = factsOf(three[side])
        const asks = asked.filter(({ isOrder }) => !isOrder).map(({ key }) => key)
        const asWanted = places.filter((place) =>
          asks.some((key) => place === key || place.startsWith(`${key}/`)),
        )
        expect(asWanted.map((place) => [place, now!.get(place)])).toEqual(
          asWanted.map((place) => [place, wanted.get(place)]),
        )
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

  test('is a stated date, too, whose passage goes with its source', () => {
    const cite = (source: string, exact = '2月上旬,19个党支部成立') => citation({ source, exact })
    const [news, paper] = [source({ id: 'town-news' }), source({ id: 'paper-0' })]
    const moved = {
      sources: [paper],
      events: [event({ id: 'e-1', citations: [cite('paper-0', '甲')] })],
    }
    const dated = event({
      id: 'e-1',
      citations: [cite('town-news'), cite('town-news', '甲')],
      statedDate: '2月',
    })
    const three = {
      base: document({
        sources: [news, paper],
        events: [event({ id: 'e-1', citations: [cite('town-news')] })],
      }),
      mine: document(moved),
      theirs: document({ sources: [news, paper], events: [dated] }),
    }
    const [choice] = mergeDocuments(three).choices
    expect(choice?.key).toBe('/sources/town-news')
    expect(choice?.uses.map(({ field }) => field)).toContain('statedDate')
    for (const side of ['mine', 'theirs'] as const)
      expect(contradictions(settled(three, side).document)).toEqual([])
  })

  test('is one membership of two that close a circle: the one that was chosen stays', () => {
    const joined = (member: string, group: string) =>
      document({
        actors: document().actors.map((one) =>
          one.id === member ? { ...one, memberOf: [...(one.memberOf ?? []), group] } : one,
        ),
      })
    const three = {
      base: document(),
      mine: joined('enterprises', 'town'),
      theirs: joined('town', 'enterprises'),
    }
    expect(mergeDocuments(three).choices).toHaveLength(1)
    for (const side of ['mine', 'theirs'] as const)
      expect(settled(three, side).document).toEqual(three[side])
  })
})
