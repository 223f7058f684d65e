// An article of which only the month or the year is known: nobody has to invent its day.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsByPublication } from '../../src/cli/draft/rows-by-publication.ts'
import { printDay } from '../../src/domain/date/civil-day.ts'
import { daysOf, parseDate } from '../../src/domain/date/edtf-date.ts'
import { draftRows } from '../../src/extract/draft/rows.ts'
import { document } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { ownFolder, writeDocument } from '../support/own.ts'

const zh = { language: 'zh-Hans', timeZone: 'Asia/Shanghai' }
const en = { language: 'en', timeZone: 'Europe/London' }
const stated = (text: string, published: string, setting = zh) =>
  rowsByPublication(text, published, setting).map(({ mark: { words, date, readings } }) => [
    words,
    date ?? readings.map((one) => one.date).join(' | '),
    date === null ? 'open' : 'ready',
  ])

describe('of an article of a month', () => {
  test('what counts from its day is open, and lies between', () => {
    expect(stated('昨天开工。', '1948-12')).toEqual([['昨天', '[1948-11-30..1948-12-30]', 'open']])
    expect(stated('The hall opened yesterday.', '1948-12', en)).toEqual([
      ['yesterday', '[1948-11-30..1948-12-30]', 'open'],
    ])
  })

  test('what counts from its month is ready, and so is what is written out', () => {
    expect(stated('上月复课。1945年9月3日开学。', '1948-12')).toEqual([
      ['上月', '1948-11', 'ready'],
      ['1945年9月3日', '1945-09-03', 'ready'],
    ])
  })

  test('what lies before it lies before its last day', () => {
    expect(stated('近日整理旧档。', '1948-12')).toEqual([['近日', '[..1948-12-31]', 'ready']])
  })

  test('a day without a year may be of either, if only the year is known', () => {
    expect(stated('3月5日开学。', '1948')).toEqual([
      ['3月5日', '1948-03-05 | 1947-03-05 | 1949-03-05', 'open'],
    ])
  })
})

const sentences =
  '昨天开工。上周五停课。本月3日罢课。3月5日开学。去年12月迁校。近日整理。今年春天落成。除夕团聚。五天前复课。1月26日大年初二封校。1901年9月16日开学。'.match(
    /[^。]+。/g,
  ) ?? []

test('what is ready of a month or a year holds on every day of it', () => {
  const published = fc
    .tuple(fc.integer({ min: 1902, max: 2098 }), fc.option(fc.integer({ min: 1, max: 12 })))
    .map(([year, month]) => `${year}${month === null ? '' : `-${String(month).padStart(2, '0')}`}`)
  const one = fc.tuple(published, fc.subarray(sentences, { minLength: 1 }), fc.nat())
  let ready = 0
  fc.assert(
    fc.property(one, ([of, chosen, number]) => {
      const date = parseDate(of)
      if (!date.ok) throw new Error(of)
      const [first, last] = daysOf(date.value)
      const day = printDay(first + (number % (last - first + 1)))
      const text = chosen.join('')
      const known = draftRows(text, { ...zh, day })
      for (const { mark } of rowsByPublication(text, of, zh)) {
        const same = known.find((row) => row.mark.start === mark.start)?.mark
        if (mark.date === null || mark.kind === 'undated') continue
        ready++
        expect([mark.words, same?.readings.map((reading) => reading.date)]).toEqual([
          mark.words,
          expect.arrayContaining([mark.date]),
        ])
      }
    }),
  )
  expect(ready).toBeGreaterThan(10)
})

describe('jishi draft', () => {
  const draft = (folder: string, published: string) =>
    jishi(
      [
        `draft ${join(folder, 'chronicle.txt')} --into ${folder} --yes`,
        `--title 纪事 --publisher - --published ${published}`,
      ].flatMap((words) => words.split(' ')),
    )

  test.each(['1948-12', '1948'])('keeps %s as it is known', async (published) => {
    const folder = ownFolder()
    mkdirSync(join(folder, 'sources'))
    writeDocument(folder, document(), 'timeline.json')
    writeFileSync(join(folder, 'chronicle.txt'), '昨天开学。')
    const { code, stdout } = await draft(folder, published)
    expect(code).toBe(0)
    expect(stdout).toContain('open')
    const { sources } = JSON.parse(readFileSync(join(folder, 'timeline.json'), 'utf8')) as {
      sources: readonly object[]
    }
    expect(sources).toContainEqual(expect.objectContaining({ id: 'chronicle', published }))
    expect((await jishi(['check', folder])).code).toBe(0)
  })

  test.each(['1948-13', '194X', '1948~', '1948/1949', '近日'])(
    'asks again for %s',
    async (published) => {
      const folder = ownFolder()
      writeDocument(folder, document(), 'timeline.json')
      writeFileSync(join(folder, 'chronicle.txt'), '昨天开学。')
      const { code, stderr } = await draft(folder, published)
      expect(code).toBe(1)
      expect(stderr).toContain(`${published} is no day, month or year`)
    },
  )
})
