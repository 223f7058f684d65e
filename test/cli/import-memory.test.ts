// What one import of a table leaves for the next, of the same table or of its rows with faults, and what is
// said where nothing is written.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { document, source } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'

let folder: string
const at = (name: string): string => join(folder, name)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jishi-memory-'))
  const sources = [source({ published: '2020-03-13' })]
  const empty = document({ language: 'en', themes: [], actors: [], events: [], sources })
  await writeFile(at('timeline.json'), JSON.stringify(empty))
})
afterEach(() => rm(folder, { recursive: true }))

interface Reply {
  readonly code: number
  readonly title?: string
  readonly settled?: readonly string[]
  readonly questions?: readonly { readonly id: string }[]
}

/** Writes a table, and imports it. */
async function importing(name: string, table: string | null, answers: object, ...flags: string[]) {
  if (table !== null) await writeFile(at(name), table)
  await writeFile(at('answers.json'), JSON.stringify(answers))
  const argv = ['import', at(name), '--into', folder, '--answers', at('answers.json')]
  const { code, stdout } = await jishi([...argv, '--json', '--yes', ...flags])
  return { ...(JSON.parse(stdout) as Reply), code }
}

const said = async (name: string, ...flags: string[]) =>
  (await jishi(['import', at(name), '--into', folder, '--yes', ...flags])).stdout

const events = async () =>
  (JSON.parse(await readFile(at('timeline.json'), 'utf8')) as TimelineDocument).events.map(
    ({ date, title }) => [date, title],
  )

const cited = { source: 'town-news' }

describe('an import that writes nothing', () => {
  const kept = (mark: string) => `keep,date,title\n${mark},2020-02-05,A\n,2020-02-06,B\n`

  it('has it all where nothing was left out', async () => {
    await importing('events.csv', 'date,title\n2020-02-05,A\n', cited)
    expect(await said('events.csv')).toContain('Nothing to write: the timeline has all of it')
  })

  it('says how many rows were left out, and by which column', async () => {
    await importing('events.csv', kept('no'), cited)
    const words = 'Nothing is new: 2 rows were left out. Rows are taken that have x in “keep”.'
    expect(await said('events.csv')).toContain(words)
    const chinese = await said('events.csv', '--lang', 'zh-Hans')
    expect(chinese).toContain('没有新内容：有2行未导入。“keep”一栏填有 x 的行才会导入。')
  })

  it('says both where some are there and others are left out', async () => {
    await importing('events.csv', kept('x'), cited)
    const words = 'the timeline has 1 event already, 1 row was left out.'
    expect(await said('events.csv')).toContain(words)
  })

  it('says that no row was taken where all have faults', async () => {
    await importing('events.csv', 'date,title\n13月,A\n', cited, '--good-rows')
    const again = await said('events.csv', '--good-rows')
    expect(again).toContain('Nothing is new: no row could be taken.')
    expect(again).toContain('1 row with faults')
  })
})

describe('answers of an earlier import', () => {
  const table = 'Date,title,mood\n3/4/2020,A,x\n'
  const answers = { ...cited, 'order/Date': 'dmy', 'column/mood': 'note' }

  it('are told, whatever they settle, and one that is given anew is not', async () => {
    const first = await importing('events.csv', table, answers)
    expect(first.settled?.join()).not.toContain('before')
    const line = (ids: readonly string[]) =>
      `as answered before: ${ids.map((id) => `${id} = ${answers[id as keyof typeof answers]}`).join('; ')}`
    const next = await importing('events.csv', `${table}5/6/2020,B,y\n`, {})
    expect(next).toMatchObject({ code: 0 })
    expect(next.settled?.at(-1)).toBe(line(['column/mood', 'source', 'order/Date']))
    const other = await importing('events.csv', null, { 'order/Date': 'dmy' })
    expect(other.settled?.at(-1)).toBe(line(['column/mood', 'source']))
  })

  it('are told while something else is open', async () => {
    await importing('events.csv', table, answers)
    const open = await importing('events.csv', 'Date,title,mood,tone\n3/4/2020,A,x,y\n', {})
    expect(open.questions?.map(({ id }) => id)).toEqual(['column/tone'])
    const later = await importing('events.csv', 'Date,title,mood\nsummer 2019,A,x\n', {})
    expect(later.questions).not.toEqual([])
    expect(later.settled?.at(-1)).toContain('column/mood = note')
  })
})

describe('the file of rows with faults', () => {
  const table = 'Date,title,mood\n3/4/2020,A,x\n13/4/2020,B,x\n13月,C,x\n'
  const answers = { ...cited, 'column/mood': 'note' }

  it.each(['events.csv', 'events (1).csv'])(
    'of %s knows what was answered, and what the table showed; other rows are not gone',
    async (name) => {
      await importing(name, table, answers, '--good-rows')
      const rest = `${name}.rest.csv`
      const mended = (await readFile(at(rest), 'utf8')).replace('13月', '5/4/2020')
      const read = await importing(rest, mended, {})
      expect({ code: read.code, questions: read.questions ?? [] }).toEqual({
        code: 0,
        questions: [],
      })
      expect(read.settled?.at(-1)).toContain('order/Date = dmy')
      expect(await events()).toEqual([
        ['2020-04-03', 'A'],
        ['2020-04-13', 'B'],
        ['2020-04-05', 'C'],
      ])
      // The table itself still has its rows, and one that is gone is asked about.
      const whole = await importing(name, table.replace('13月', '5/4/2020'), {})
      expect(whole).toMatchObject({ code: 0 })
      const less = await importing(name, 'Date,title,mood\n13/4/2020,B,x\n', {})
      expect(less.questions?.map(({ id }) => id)).toEqual(['vanished'])
    },
  )

  it('of such a file belongs to the same table', async () => {
    await importing('events.csv', table, answers, '--good-rows')
    const rest = await importing('events.csv.rest.csv', null, {}, '--good-rows')
    expect(rest).toMatchObject({ code: 0 })
    const again = 'events.csv.rest.csv.rest.csv'
    const mended = (await readFile(at(again), 'utf8')).replace('13月', '5/4/2020')
    expect(await importing(again, mended, {})).toMatchObject({ code: 0 })
    expect(await events()).toHaveLength(3)
  })

  it('alone remembers what a table showed: without faults it is asked again', async () => {
    await importing('events.csv', 'Date,title\n3/4/2020,A\n13/4/2020,B\n', cited)
    const next = await importing('events.csv', 'Date,title\n3/4/2020,A\n1/5/2020,B\n', {})
    expect(next.questions?.map(({ id }) => id)).toContain('order/Date')
  })
})
