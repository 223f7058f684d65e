// Rows with faults go into a file of their own: their texts come back as they were, and what was mended in
// it is never written over.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { guardedCell, unguardedCell } from '../../src/domain/text/spreadsheet-cell.ts'
import { document, source } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'

let folder: string
let file: string
let rest: string
const at = (name: string): string => join(folder, name)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jishi-rest-'))
  file = at('events.csv')
  rest = at('events.csv.rest.csv')
  const sources = [source({ published: '2020-03-13' })]
  const empty = document({ themes: [], actors: [], events: [], sources })
  await writeFile(at('timeline.json'), JSON.stringify(empty))
  await writeFile(at('answers.json'), JSON.stringify({ source: 'town-news' }))
})
afterEach(() => rm(folder, { recursive: true }))

const importing = (table: string, ...flags: readonly string[]) =>
  jishi(['import', table, '--into', folder, '--answers', at('answers.json'), ...flags])

const titles = async (): Promise<unknown[]> => {
  const text = await readFile(at('timeline.json'), 'utf8')
  return (JSON.parse(text) as TimelineDocument).events.map(({ title }) => title)
}

const texts = ['+86 hotline, opened', '-3 degrees', '=x', "'=y", "''@z", ' @w', "it's"]
const tableOf = (date: string): string =>
  `date,title\n${texts.map((text) => `${date},"${text}"\n`).join('')}2020-02-05,Good\n`

describe('a cell that a spreadsheet would evaluate', () => {
  it('is the same text again, whatever it begins with', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '-', '＝', ' ', '\t', 'a', '1') })
    fc.assert(fc.property(text, (given) => unguardedCell(guardedCell(given)) === given))
    expect(guardedCell('=x')).toBe("'=x")
  })

  it('goes through the file of rows with faults unchanged, also twice', async () => {
    await writeFile(file, tableOf('13月'))
    expect(await importing(file, '--good-rows', '--yes')).toMatchObject({ code: 0 })
    const first = await readFile(rest, 'utf8')
    expect(first).toContain(`"13月","'+86 hotline, opened"`)
    const again = await importing(rest, '--good-rows', '--yes')
    expect(again).toMatchObject({ code: 0 })
    expect(await readFile(`${rest}.rest.csv`, 'utf8')).toBe(first)
    await writeFile(rest, first.replaceAll('"13月"', '2020-02-06'))
    expect(await importing(rest, '--yes')).toMatchObject({ code: 0 })
    expect(await titles()).toEqual(['Good', ...texts.map((text) => text.trim())])
  })
})

describe('the file of rows with faults', () => {
  const bad = 'date,title\n13月,Bad\n2020-02-05,Good\n'

  it('is asked for and named where the timeline has all other rows', async () => {
    await writeFile(file, bad)
    await importing(file, '--good-rows', '--yes')
    await rm(rest)
    const asked = await importing(file, '--good-rows')
    expect(asked).toMatchObject({ code: 1, stderr: expect.stringContaining('--yes') })
    await expect(readFile(rest)).rejects.toThrow('ENOENT')
    const written = await importing(file, '--good-rows', '--yes')
    expect(written).toMatchObject({ code: 0, stdout: expect.stringContaining(rest) })
    expect(written.stdout).not.toContain('Nothing to write')
    expect(await readFile(rest, 'utf8')).toContain('Bad')
    const again = await importing(file, '--good-rows', '--json')
    expect(JSON.parse(again.stdout)).toMatchObject({ ok: true, written: false, rest })
  })

  it('is not written over once it was mended, and nothing else is written', async () => {
    await writeFile(file, bad)
    await importing(file, '--good-rows', '--yes')
    const mended = (await readFile(rest, 'utf8')).replace('13月', '2020-03-01')
    await writeFile(rest, mended)
    for (const table of [bad, `${bad}2020-02-07,More\n`]) {
      await writeFile(file, table)
      const { code, stderr } = await importing(file, '--good-rows', '--yes')
      expect({ code, stderr }).toMatchObject({ code: 1 })
      expect(stderr).toContain(`${rest} is there already`)
      expect(await readFile(rest, 'utf8')).toBe(mended)
      expect(await titles()).toEqual(['Good'])
    }
  })

  it('is named where it cannot be read or written, and nothing else is written', async () => {
    await writeFile(file, bad)
    await mkdir(rest)
    const { code, stderr } = await importing(file, '--good-rows', '--yes')
    expect({ code, stderr }).toMatchObject({ code: 2 })
    expect(stderr).toContain(`${rest}: it is a folder`)
    await rm(rest, { recursive: true })
    // Where its draft would stand.
    await mkdir(`${rest}.${process.pid}.tmp`)
    const unwritten = await importing(file, '--good-rows', '--yes')
    expect(unwritten).toMatchObject({ code: 2, stderr: expect.stringContaining(`write ${rest}`) })
    expect(await titles()).toEqual([])
  })
})

describe('the file of events with faults', () => {
  it('of a calendar is read by the same columns', async () => {
    const event = (uid: string, start: string) =>
      `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART;VALUE=DATE:${start}\r\nDTEND;VALUE=DATE:20200303\r\nSUMMARY:${uid} opened\r\nDESCRIPTION:All of it\r\nEND:VEVENT\r\n`
    const calendar = at('society.ics')
    await writeFile(
      calendar,
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event('a', '20200301')}${event('b', '20201301')}END:VCALENDAR\r\n`,
    )
    expect(await importing(calendar, '--good-rows', '--yes')).toMatchObject({ code: 0 })
    const bad = `${calendar}.rest.csv`
    const mended = (await readFile(bad, 'utf8')).replace('20201301', '20200302')
    await writeFile(bad, mended)
    const { code, stdout, stderr } = await importing(bad, '--yes')
    expect({ code, stderr, stdout }).toMatchObject({ code: 0 })
    const { events } = JSON.parse(await readFile(at('timeline.json'), 'utf8')) as TimelineDocument
    expect(events).toMatchObject([
      { date: '2020-03-01/2020-03-02', title: 'a opened', summary: 'All of it' },
      { date: '2020-03-02', title: 'b opened', summary: 'All of it' },
    ])
  })

  it.each(['json', 'ndjson'])(
    'of our own form is one of it, with what came with them: %s',
    async (form) => {
      const event = (id: string, date: string) => ({
        id,
        date,
        title: id,
        themes: form === 'json' ? ['trade'] : [],
        actors: [],
        citations: [{ source: form === 'json' ? 'book' : 'town-news' }],
      })
      const events = [event('good', '2020-02-05'), event('bad', '2020-13')]
      const own = at(`events.${form}`)
      await writeFile(
        own,
        form === 'ndjson'
          ? events.map((one) => JSON.stringify(one)).join('\n')
          : JSON.stringify({
              themes: [{ id: 'trade', label: 'Trade' }],
              sources: [source({ id: 'book', title: 'Book', published: '2021' })],
              events: [
                events[1],
                { ...events[0], themes: [], citations: [{ source: 'town-news' }] },
              ],
            }),
      )
      expect(await importing(own, '--good-rows', '--yes')).toMatchObject({ code: 0 })
      expect(await titles()).toEqual(['good'])
      const bad = `${own}.rest.json`
      const written = await readFile(bad, 'utf8')
      expect(JSON.parse(written)).toMatchObject({
        reasons: [{ event: 'bad', reasons: [expect.stringContaining('date')] }],
        events: [events[1]],
      })
      await writeFile(bad, written.replace('2020-13', '2020-12'))
      const { code, stdout, stderr } = await importing(bad, '--yes')
      expect({ code, stderr, stdout }).toMatchObject({ code: 0 })
      expect(await titles()).toEqual(['good', 'bad'])
    },
  )
})
