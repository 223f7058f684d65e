// The timelines that clients must read right: the real one, one whose texts attack every reader,
// one of 10,000 events. `node test/clients/documents.ts <timeline>` prints one for publishing.
import { readFileSync } from 'node:fs'
import { printDay } from '../../src/domain/date/civil-day.ts'
import type { AuthoredEvent } from '../../src/domain/document/event.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'

const fusha = new URL('../../data/fusha-2020/timeline.json', import.meta.url)

export const documents: Readonly<Record<string, () => TimelineDocument>> = {
  'fusha-2020': () => JSON.parse(readFileSync(fusha, 'utf8')) as TimelineDocument,
  'clients-hostile': () => document('clients-hostile', 'Hostile; texts, 敌意\\', hostileEvents()),
  'clients-many': () => document('clients-many', '一万个事件', manyEvents(10_000)),
}

function document(id: string, title: string, events: AuthoredEvent[]): TimelineDocument {
  return {
    formatVersion: 1,
    id,
    title,
    language: 'zh-Hans',
    timeZone: 'Asia/Shanghai',
    authority: { domain: 'clients.example', date: '2026' },
    themes: [
      { id: 'plain', label: '复工复产', color: 0 },
      { id: 'hostile', label: '逗号,分号;反斜\\"引号":]]><b>', color: 1 },
    ],
    actors: [{ id: 'committee', kind: 'organization', name: '镇委' }],
    sources: [
      {
        id: 'news',
        title: '日报',
        published: '2020-03-13T07:45:00+08:00',
        language: 'zh-Hans',
      },
    ],
    events,
  }
}

function event(overrides: Partial<AuthoredEvent> & { id: string }): AuthoredEvent {
  return {
    date: '2020-02-10',
    kind: 'point',
    title: overrides.id,
    themes: ['plain'],
    actors: ['committee'],
    citations: [{ source: 'news', exact: '企业复工' }],
    ...overrides,
  }
}

/** Each title stands also in summary and cited words, which readers show in other places. */
const hostileTitles: Readonly<Record<string, string>> = {
  escapes: 'a;b,c:d"e"',
  backslashes: 'a\\b\\nc\\\\',
  'octets-74': 'x'.repeat(66),
  'octets-75': 'x'.repeat(67),
  'octets-76': 'x'.repeat(68),
  'chinese-74-75-76': `${'复'.repeat(22)}x`,
  'long-chinese': '全镇企业陆续复工，'.repeat(30),
  'single-letters': 'a b c d e '.repeat(20).trim(),
  emoji: '👩‍👩‍👧 🇨🇳 😀'.repeat(12),
  astral: '𠮷𠀀𪚥'.repeat(30),
  'right-to-left': 'שלום עולם, مرحبا',
  isolate: '\u2067שלום\u2069 ok',
  nul: 'a\0b',
  controls: 'a\u0001\u0008\u000b\u000c\u001b\u007fb',
  tab: 'a\tb',
  'carriage-return': 'a\rb\r\nc\nd',
  cdata: 'a]]>b<![CDATA[c&amp;d',
  formula: '=HYPERLINK("https://evil.example/","x")',
  'formula-at': '@SUM(1+1)',
  'end-event': 'END:VEVENT',
  injection: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:forged\r\nSUMMARY:forged',
  separators: 'x\u2028END:VEVENT\u2028BEGIN:VEVENT\u2028UID:forged\u0085SUMMARY:forged',
  markup: '<script>alert(1)</script>',
  parameter: ';VALUE=DATE:20200101',
}

const hostileDates: readonly Pick<AuthoredEvent, 'id' | 'date' | 'kind'>[] = [
  { id: 'leap-day', date: '2020-02-29', kind: 'point' },
  { id: 'over-new-year', date: '2019-12-28/2020-01-03', kind: 'span' },
  { id: 'days-31', date: '2020-03-01/2020-03-31', kind: 'span' },
  { id: 'days-32', date: '2020-03-01/2020-04-01', kind: 'span' },
  { id: 'one-of-a-set', date: '[2020-01-26,2020-01-28]', kind: 'point' },
  { id: 'instant', date: '2020-03-12T23:45:00Z', kind: 'point' },
  { id: 'as-of', date: '../2020-02-24', kind: 'asOf' },
  { id: 'since', date: '2020-01-24/..', kind: 'since' },
  { id: 'undated', date: '[..2020-03-13]', kind: 'undated' },
  { id: 'before-christ', date: '-0043-03-15', kind: 'point' },
  { id: 'last-day', date: '9999-12-31', kind: 'point' },
]

function hostileEvents(): AuthoredEvent[] {
  const texts = Object.entries(hostileTitles).map(([id, title]) =>
    event({
      id,
      title,
      summary: title,
      themes: ['plain', 'hostile'],
      citations: [{ source: 'news', exact: title }],
    }),
  )
  return [...texts, ...hostileDates.map(event)]
}

/** Eight a day from 2017 on. */
function manyEvents(count: number): AuthoredEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const title = `第${index}件：企业陆续复工，志愿者轮班值守`
    return event({ id: `event-${index}`, title, date: printDay(17_167 + (index >> 3)) })
  })
}

if (import.meta.main) {
  const [name = ''] = process.argv.slice(2)
  const build = documents[name]
  if (build === undefined) throw new Error(`one of ${Object.keys(documents).join(', ')}`)
  process.stdout.write(JSON.stringify(build()))
}
