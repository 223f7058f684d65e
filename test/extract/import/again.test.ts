// A table that was imported before: answers that hold for its next version, and rows that are known again.
import { describe, expect, it } from 'vitest'
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import { noMemory, type ImportMemory } from '../../../src/extract/table/again.ts'
import { document, source } from '../../support/document.ts'
import { askedBy, madeOf, planOf } from '../../support/import.ts'

const empty = document({
  themes: [],
  actors: [],
  events: [],
  sources: [source({ id: 's1', published: '2024-03-13' })],
})

interface Before {
  readonly document: TimelineDocument
  readonly memory: ImportMemory
}

const before: Before = { document: empty, memory: noMemory }

/** Imports into what an import before has made. */
const importing = ({ document: into, memory }: Before, answers: object = {}) => ({
  into,
  memory,
  answers,
})

const without = (made: Before, id: string): Before => ({
  ...made,
  document: {
    ...made.document,
    events: made.document.events.filter((event) => event.id !== id),
  },
})

describe('an answer for particular rows or names', () => {
  const table = (...rows: readonly string[]) => ['日期,标题,来源,人物', ...rows, ''].join('\n')

  it('is asked again for others', () => {
    const first = table('2020-02-05,甲,晚报,李明')
    const given = { published: '2020-03-13', 'new/actors': 'add' }
    const made = madeOf(first, importing(before, given))
    expect(askedBy(first, importing(made))).toEqual([])
    const more = table('2020-02-05,甲,晚报,李明', '2021-05-30,乙,日报,周山')
    expect(askedBy(more, importing(made))).toEqual(['new/actors', 'published'])
    const old = { ...made, memory: { ...made.memory, answers: new Map(Object.entries(given)) } }
    expect(askedBy(more, importing(old))).toEqual(['new/actors', 'published'])
  })

  it('is kept for those names', () => {
    const first = table('2020-02-05,甲,s1,李明；周山')
    const made = madeOf(first, importing(before, { 'new/actors': 'none' }))
    expect(askedBy(first, importing(made))).toEqual([])
    expect(askedBy(table('2020-02-05,甲,s1,李明；陆文'), importing(made))).toEqual(['new/actors'])
  })

  it('that sources appeared on the date of their row is told each time', () => {
    const made = madeOf(table('2020-02-05,甲,晚报,'), importing(before, { published: 'date' }))
    const more = table('2020-02-05,甲,晚报,', '2021-05-30,乙,日报,')
    expect(planOf(more, importing(made)).settled).toEqual([
      '1 new source appeared on the date of its row: 日报',
      'as answered before: published = date',
    ])
  })

  it('that a title is taken does not hold once an editor has written another', () => {
    const file = (title: string) =>
      JSON.stringify({
        title: { text: { headline: title } },
        events: [{ start_date: { year: 2020, month: 2, day: 5 }, text: { headline: 'A' } }],
      })
    const made = madeOf(file('T'), importing(before, { source: 's1', 'timeline/title': 'take' }))
    expect(made.document.title).toBe('T')
    const edited = { ...made, document: { ...made.document, title: 'Better' } }
    expect(askedBy(file('T'), importing(edited))).toEqual(['timeline/title'])
  })
})

describe('a row whose event was taken out of the timeline', () => {
  const rows = ['e1,2020-02-05,A', 'e2,2020-02-06,B']

  it.each([
    ['id', `id,date,title\n${rows.join('\n')}\n`],
    ['key', `key,date,title\n${rows.join('\n')}\n`],
    [
      'our own form',
      rows
        .map((row) => {
          const [id, date, title] = row.split(',')
          const citations = [{ source: 's1' }]
          return JSON.stringify({ id, date, title, themes: [], actors: [], citations })
        })
        .join('\n'),
    ],
  ])('is asked about by its %s', (_, table) => {
    const made = madeOf(table, importing(before, { source: 's1' }))
    const gone = without(made, made.added[1] ?? '')
    expect(askedBy(table, importing(gone))).toEqual(['deleted'])
    expect(madeOf(table, importing(gone, { deleted: 'no' })).added).toEqual([])
    expect(madeOf(table, importing(gone, { deleted: 'yes' })).added).toEqual([made.added[1]])
  })
})

describe('a table that gets ids', () => {
  const plain = 'date,title\n2020-02-05,A\n2020-02-06,B\n'
  const withIds = 'id,date,title\nx1,2020-02-05,A\nx2,2020-02-06,B\n'

  it('asks whether its events are those of equal words, once', () => {
    const first = madeOf(plain, importing(before, { source: 's1' }))
    expect(askedBy(withIds, importing(first))).toEqual(['known'])
    const second = madeOf(withIds, importing(first, { known: 'same' }))
    expect(second.document).toEqual(first.document)
    expect(askedBy(withIds, importing(second))).toEqual([])
    const changed = withIds.replace('2020-02-06,B', '2020-02-07,C')
    const third = madeOf(changed, importing(second))
    expect(third).toMatchObject({ added: [], withdrawn: [] })
    expect(third.document.events.map(({ date, title }) => [date, title])).toEqual([
      ['2020-02-05', 'A'],
      ['2020-02-07', 'C'],
    ])
  })
})

describe('a row that is back', () => {
  it.each(['id', 'key', 'mark'])('asks whether its event is still withdrawn: %s', (header) => {
    const both = `${header},date,title\ne1,2020-02-05,A\ne2,2020-02-06,B\n`
    const one = `${header},date,title\ne1,2020-02-05,A\n`
    const answers = { source: 's1', 'column/mark': 'none' }
    const first = madeOf(both, importing(before, answers))
    const second = madeOf(one, importing(first, { vanished: 'withdraw' }))
    expect(second.document.events[1]).toMatchObject({ status: 'withdrawn' })
    const known = { known: 'same' }
    expect(askedBy(both, importing(second, known))).toEqual(['returned'])
    const back = madeOf(both, importing(second, { ...known, returned: 'restore' }))
    expect(back.document).toEqual(first.document)
    expect(back.changed).toEqual([first.added[1]])
    const kept = madeOf(both, importing(second, { ...known, returned: 'keep' }))
    expect(kept.document).toEqual(second.document)
    expect(askedBy(both, importing(kept))).toEqual([])
  })
})
