// Where faults of edits are told: what was sent is pointed to, and what the edits leave of the edition is
// named as such, whether the events are in the head or in a segment that was uploaded.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueAt } from '../../src/domain/document/pointer.ts'
import { editableTexts } from '../../src/edition/edits.ts'
import { actor, citation, document, event, source } from '../support/document.ts'
import { createMemoryService, writing, type MemoryService } from '../support/memory-service.ts'
import { publishPacked } from '../support/upload.ts'
import '../support/seed.ts'

interface Told {
  readonly pointer?: string
  readonly inEdition?: string
  readonly reason: string
  readonly values?: { readonly holder?: string; readonly isInEdition?: true }
  readonly detail: string
}

const first = document({
  allowTerms: ['病假'],
  actors: [...document().actors, actor({ memberOf: ['li-ming'] })],
  sources: [source(), source({ id: 'paper', published: '2021' })],
  events: [
    ...document().events,
    event({ id: 'on-leave', title: '李明休病假' }),
    event({
      id: 'before',
      date: '[..2020-12-05]',
      kind: 'undated',
      citations: [citation({ source: 'paper' })],
    }),
  ],
})
const [theme, otherTheme] = first.themes
const [committee, , liMing, town, wangFang] = first.actors
const [news, paper] = first.sources
const [formed, reopened, onLeave, undated] = first.events

const send = async (service: MemoryService, edits: object, query = '?dryRun=true') => {
  service.clock.now += 10_000
  const answer = await service.fetch(`/v1/timelines/town-2020${query}`, {
    method: 'PATCH',
    headers: { ...writing(1), 'content-type': 'application/vnd.jishi.edits+json' },
    body: JSON.stringify(edits),
  })
  const { errors = [] } = (await answer.json()) as { errors?: readonly Told[] }
  return { status: answer.status, errors }
}

const services = async (): Promise<readonly MemoryService[]> => {
  const [whole, uploaded] = [await createMemoryService(), await createMemoryService()]
  await whole.publish(first)
  await publishPacked(uploaded, first)
  return [whole, uploaded]
}

/** What a place in the edition leads to: ids stand for indexes. */
function inDocument(place: string): unknown {
  const [, list = '', id = '', ...within] = place.split('/')
  const parts = (valueAt(first, `/${list}`) as readonly { readonly id: string }[] | undefined) ?? []
  return valueAt(
    parts.find((part) => part.id === id),
    ['', ...within].join('/'),
  )
}

const table: readonly (readonly [name: string, edits: object, told: readonly object[]])[] = [
  [
    'one event twice',
    { put: [formed, { ...formed, title: 'Other' }] },
    [{ pointer: '/put/1/id', values: { holder: '/put/0' }, detail: 'is the id of /put/0, too' }],
  ],
  [
    'one theme twice',
    { themes: [otherTheme, otherTheme] },
    [{ pointer: '/themes/1/id', values: { holder: '/themes/0' } }],
  ],
  [
    'an actor with the name of a later one',
    { actors: [{ ...committee, name: '小镇' }] },
    [
      {
        inEdition: '/actors/town/name',
        values: { holder: '/actors/0', what: 'actor' },
        detail: expect.stringContaining('the actor at /actors/0, too'),
      },
    ],
  ],
  [
    'an actor with the name of an earlier one',
    { actors: [{ ...town, name: '镇委' }] },
    [
      {
        pointer: '/actors/0/name',
        values: { holder: '/actors/committee', isInEdition: true, what: 'actor' },
        detail: expect.stringContaining('the actor at /actors/committee of the edition, too'),
      },
    ],
  ],
  [
    'a circle that is closed elsewhere',
    { actors: [{ ...committee, memberOf: ['wang-fang'] }] },
    [{ inEdition: '/actors/li-ming/memberOf/0', reason: 'membership-cycle' }],
  ],
  ['a title that is taken away', { texts: { title: null } }, [{ pointer: '/texts/title' }]],
  ['a theme without id', { themes: [{ label: 'Other' }] }, [{ pointer: '/themes/0' }]],
  ['no event', { put: [7, { id: 'new' }] }, [{ pointer: '/put/0' }, { pointer: '/put/1' }]],
  [
    'to drop what is put, and what is not there',
    { put: [formed], drop: [formed?.id, 'nothing'] },
    [{ pointer: '/drop/0', values: { holder: '/put/0' } }, { pointer: '/drop/1' }],
  ],
]

/** Events of a segment are not read with edits: what they depend on stays as it is. */
const ground: readonly (readonly [
  name: string,
  edits: object,
  before: object,
  uploaded: object,
])[] = [
  [
    'a source that appeared earlier',
    { sources: [{ ...paper, published: '2020-02' }] },
    { inEdition: '/events/before/date', reason: 'after-source' },
    { pointer: '/sources/0/published', reason: 'fixed-by-events' },
  ],
  [
    'a place that becomes a person',
    { actors: [{ ...town, kind: 'person' }] },
    { inEdition: '/events/branches-formed/place', reason: 'not-a-place' },
    { pointer: '/actors/0/kind', reason: 'fixed-by-events' },
  ],
  [
    'a term that is not allowed any more',
    { texts: { allowTerms: null } },
    { inEdition: '/events/on-leave/title', reason: 'private-matter' },
    { pointer: '/texts/allowTerms', reason: 'fixed-by-events' },
  ],
]

const pick = <Value>(...values: readonly Value[]) => fc.subarray([...values], { minLength: 0 })
const twice = <Value>(values: readonly Value[]) => [...values, ...values.slice(0, 1)]

/** Parts of the edition under each other's names, without ids, twice, or of another kind. */
const wrongEdits = fc
  .record({
    themes: pick<unknown>(
      theme,
      { ...theme, label: '复工' },
      { ...otherTheme, label: '防控' },
      { label: 'x' },
      1,
    ),
    actors: pick<unknown>(
      { ...committee, name: '企业' },
      { ...committee, memberOf: ['wang-fang'] },
      { ...liMing, name: '王芳' },
      { ...town, kind: 'person' },
      { ...wangFang, aliases: { en: ['镇委'] } },
      { id: 'committee' },
    ),
    sources: pick<unknown>(
      { ...news, published: '2020' },
      { ...paper, published: '2019' },
      { id: 'news' },
      null,
    ),
    put: pick<unknown>(
      { ...formed, place: 'li-ming' },
      { ...reopened, citations: [citation({ source: 'nothing' })] },
      { ...onLeave, date: 'x' },
      { ...undated, date: '[..2022]' },
      { ...undated, id: 'new', themes: ['a', 'a'] },
      [],
    ),
    drop: pick('branches-formed', 'on-leave', 'nothing', 'new'),
    texts: fc.subarray([
      ['title', null],
      ['title', ''],
      ['licence', { url: 'x' }],
      ['credit', 7],
      ['allowTerms', null],
      ['allowTerms', ['']],
    ] as const),
    isTwice: fc.boolean(),
  })
  .map(({ themes, actors, sources, put, drop, texts, isTwice }) => ({
    themes: isTwice ? twice(themes) : themes,
    actors: isTwice ? twice(actors) : actors,
    sources,
    put: isTwice ? twice(put) : put,
    drop,
    texts: Object.fromEntries(texts),
  }))

describe('a fault of edits', () => {
  test.each(table)(
    'is told where it was sent, or as one of the edition: %s',
    async (_, edits, told) => {
      for (const service of await services()) {
        const { status, errors } = await send(service, edits)
        expect(status).toBe(422)
        expect(errors).toEqual(
          expect.arrayContaining(told.map((one) => expect.objectContaining(one) as object)),
        )
      }
    },
  )

  test.each(ground)(
    'is told of what depends on the edit: %s',
    async (_, edits, before, uploaded) => {
      const told = await Promise.all((await services()).map((service) => send(service, edits)))
      expect(told).toMatchObject([
        { status: 422, errors: expect.arrayContaining([expect.objectContaining(before)]) },
        { status: 422, errors: [uploaded] },
      ])
    },
  )

  test.each(editableTexts)('taking away %s is told at its place, if it is one', async (text) => {
    const { errors } = await send((await services())[0]!, { texts: { [text]: null } })
    const [own, others] = [
      errors.filter(({ inEdition }) => inEdition === undefined),
      errors.flatMap(({ inEdition }) => inEdition ?? []),
    ]
    for (const { pointer } of own) expect(pointer).toBe(`/texts/${text}`)
    for (const place of others) expect(inDocument(place)).toBeDefined()
    expect(errors.length > 0).toBe(text === 'title' || text === 'allowTerms')
  })

  test('is nowhere else, and so is what has the id or the name already', async () => {
    const [whole, uploaded] = await services()
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(wrongEdits, async (edits) => {
        for (const service of [whole!, uploaded!]) {
          for (const { pointer, inEdition, values, reason } of (await send(service, edits))
            .errors) {
            expect([pointer, inEdition]).toContain(undefined)
            const at = pointer === undefined ? inDocument(inEdition ?? '') : valueAt(edits, pointer)
            expect([reason, pointer, inEdition, at === undefined]).toEqual([
              reason,
              pointer,
              inEdition,
              false,
            ])
            seen.add(pointer === undefined ? 'edition' : 'edits')
            if (values?.holder === undefined) continue
            const { holder, isInEdition } = values
            expect([
              holder,
              (isInEdition ? inDocument(holder) : valueAt(edits, holder)) === undefined,
            ]).toEqual([holder, false])
            seen.add(isInEdition ? 'holder in the edition' : 'holder in the edits')
          }
        }
      }),
      { numRuns: 150 },
    )
    expect(seen.size).toBe(4)
  })
})
