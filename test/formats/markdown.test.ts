import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { markdown } from '../../src/formats/markdown.ts'
import { printable } from '../../src/domain/text/printable.ts'
import { messages } from '../../src/messages/languages.ts'
import { dated } from '../support/dates.ts'
import { feed, timeline, timelineEvent } from '../support/feed.ts'
import { hostileFeed, idsOf } from './hostile-feed.ts'

const written = (overrides: Partial<TimelineEvent>): string =>
  markdown.write(feed({ events: [timelineEvent(overrides)], bom: false }))

test('an event has its dates in words, the source’s own first, its cited words and their source', () => {
  const text = markdown.write(
    feed({
      events: [
        timelineEvent({
          when: dated('2020-02-01/2020-02-10', 'span'),
          statedDate: '2月上旬',
          measures: [{ label: { 'zh-Hans': '支部' }, value: 19, unit: { 'zh-Hans': '个' } }],
          place: 'town',
        }),
      ],
    }),
  )
  expect(text).toBe(`# 小镇纪事

- 第3版，2026-10-01T08:30:00Z
- 网页：<https://timelines.example/timelines/town-2020>
- NDJSON：<https://timelines.example/v1/timelines/town-2020/events.ndjson>

## 党支部成立

**2月上旬（2020年2月1日至10日）**

镇内成立19个临时党支部。

- EDTF：\`2020-02-01/2020-02-10\` · 持续一段时间
- 主题：疫情防控
- 人物、机构与地点：镇委
- 地点：小镇
- 数据：支部：19个
- 原文：“19个党支部成立”
- 来源：小镇日报，2020-03-13
- 固定链接：<https://timelines.example/timelines/town-2020/events/branches-formed>
`)
})

test('the head says filter, licence, what was set aside and where the rest is', () => {
  const plain = feed()
  const text = markdown.write(
    feed({
      timeline: timeline({ licence: { name: { en: 'CC BY 4.0' } }, credit: { en: 'The editors' } }),
      total: 9,
      setAside: 2,
      filter: 'Reopening, 2020-02 –',
      language: 'en',
      links: { ...plain.links, next: 'https://timelines.example/next?cursor=a_b' },
    }),
  )
  expect(text).toContain('9 events, 2 of them on this page')
  expect(text).toContain('2 events have no date, cannot')
  expect(text).toContain('- Filter: Reopening, 2020-02 –\n')
  expect(text).toContain('- Next page: <https://timelines.example/next?cursor=a_b>\n')
  expect(text).toContain('- Licence: CC BY 4.0\n- Credit: The editors\n')
})

test('the address in a note is a link, so that it leads there also where it is read as it is', () => {
  const next = 'https://timelines.example/events.md?from=2020-02&limit=2&cursor=a_b'
  const text = markdown.write(feed({ total: 9, language: 'en', links: { ...feed().links, next } }))
  expect(text).toContain(`on this page; the rest: <${next}>`)
  expect(text).not.toContain('\\&')
})

test.each([
  ['# no heading', '\\# no heading'],
  ['- no item', '\\- no item'],
  ['1. no item', '1\\. no item'],
  ['12) no item', '12\\) no item'],
  ['===', '\\==='],
  ['> no quote', '\\> no quote'],
  ['    no code', 'no code'],
  ['`no code`', '\\`no code\\`'],
  ['[no link](javascript:alert)', '\\[no link\\](javascript:alert)'],
  ['<img src=x>', '\\<img src=x\\>'],
  ['&copy;', '\\&copy;'],
])('the summary %j stays text', (summary, escaped) => {
  expect(written({ summary: { en: summary } })).toContain(`\n\n${escaped}\n\n`)
})

test('a title with line ends stays one heading', () => {
  expect(written({ title: { en: 'a\r\n# b\n\n- c' } })).toContain('\n## a \\# b - c\n')
})

test('any text stays text; cited words come back to the character', () => {
  let seen = 0
  fc.assert(
    fc.property(hostileFeed, (given) => {
      const text = markdown.write(given)
      const lines = text.split('\n')
      expect(lines.filter((line) => line.startsWith('# '))).toHaveLength(1)
      expect(lines.filter((line) => line.startsWith('## '))).toHaveLength(given.events.length)
      expect(lines.filter((line) => line !== '' && !ownLine.test(line))).toEqual([])
      const permalinks = lines.filter((line) => /^- \S+ ?<\S+\/events\/[a-z0-9-]+>$/.test(line))
      const name = messages[given.language].list.permalink + messages[given.language].events.colon
      expect(permalinks).toEqual(idsOf(given).map((id) => `- ${name}<${given.links.event(id)}>`))
      for (const { exact } of given.events.flatMap((event) => event.citations)) {
        if (exact === undefined) continue
        expect(quotations(lines)).toContain(printable(exact))
        seen++
      }
      expect(markdown.write(given)).toBe(text)
    }),
    { numRuns: 100, seed: 6 },
  )
  expect(seen).toBeGreaterThan(0)
})

test.each([
  ['zh-Hans', '“镇长说‘全员到岗’”'],
  ['zh-Hant', '「镇长说『全员到岗』」'],
] as const)('cited words have single marks inside in %s: %s', (language, quoted) => {
  const citations = [{ source: 'town-news', exact: '镇长说“全员到岗”' }]
  const text = markdown.write(feed({ events: [timelineEvent({ citations })], language }))
  expect(text).toContain(quoted)
})

const safe = String.raw`(?:\\[!-/:-@[-\x60{-~]|&#(?:10|13);|[^\\\x60*_[\]<>&#~|])`
const link = String.raw`<https://[^<> ]+>`

/** A heading, a date, a paragraph or an item, in which every special character is escaped. */
const ownLine = new RegExp(
  String.raw`^(?:#{1,2} (?:${safe})*|\*\*(?:${safe})+\*\*|(?![-+=]|\d+[.)])(?:${safe}|${link})+|- (?:EDTF[：:] ?\x60[^\x60]+\x60 · (?:${safe})+|(?:${safe}|${link})+\\?)| {2}(?![-+=]|\d+[.)])(?:${safe})+\\?)$`,
  'u',
)

/** What a CommonMark reader makes of the quotations: backslashes and references resolved. */
const quotations = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => {
    const match = /^- [^：:]+[：:] ?[“「](.*)[”」]$/su.exec(line)
    const quoted = match?.[1]
    if (quoted === undefined) return []
    return [
      quoted.replace(/\\([!-/:-@[-`{-~])|&#(\d+);/g, (_, character: string, code: string) =>
        code === undefined ? character : String.fromCodePoint(Number(code)),
      ),
    ]
  })
