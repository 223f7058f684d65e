import { describe, expect, it } from 'vitest'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import type { DateKind } from '../../src/domain/date/when.ts'
import { ics } from '../../src/formats/icalendar/ics.ts'
import { leftOut } from '../../src/formats/icalendar/calendar.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { dated } from '../support/dates.ts'
import { feed, pointOn, timeline, timelineEvent } from '../support/feed.ts'
import { readText, readTexts, textOf, valuesOf } from '../support/ics-octets.ts'

const calendar = (overrides: Partial<FormatInput> = {}) => readText(ics.write(feed(overrides)))

function event(overrides: Partial<TimelineEvent> = {}, of: Partial<FormatInput> = {}) {
  const { components } = calendar({ vague: true, ...of, events: [timelineEvent(overrides)] })
  expect(components.map(({ name }) => name)).toEqual(['VEVENT'])
  return components[0]!
}

const summary = (overrides: Partial<TimelineEvent>, of: Partial<FormatInput> = {}) =>
  textOf(event(overrides, of), 'SUMMARY')

const on = (edtf: string, kind: DateKind, statedDate?: string) => ({
  when: dated(edtf, kind),
  ...(statedDate === undefined ? {} : { statedDate }),
})

it('has the links of an event after what it says [fault 8.8]', () => {
  const links = [
    { url: 'https://other.example/report', title: { en: 'The report', 'zh-Hans': '报告' } },
    { url: 'https://other.example/bare' },
  ]
  const described = textOf(event({ links }, { language: 'en', content: 'en' }), 'DESCRIPTION')
  expect(described).toMatch(
    /\n\nThe report\nhttps:\/\/other\.example\/report\n\nhttps:\/\/other\.example\/bare\n\nhttps:\/\//,
  )
})

describe('the calendar', () => {
  it('is named after the timeline', () => {
    expect(textOf(calendar(), 'NAME')).toBe('小镇纪事')
    expect(textOf(calendar({ language: 'en' }), 'NAME')).toBe('The town')
  })

  it('shows the filter in its name', () => {
    expect(textOf(calendar({ filter: '复工复产, 2020-02 –' }), 'NAME')).toBe(
      '小镇纪事 · 复工复产, 2020-02 –',
    )
  })

  it('describes the timeline and says whose work it is', () => {
    const described = timeline({
      description: { 'zh-Hans': '小镇的两个月。' },
      credit: { 'zh-Hans': '小镇日报' },
      licence: { name: { en: 'CC BY 4.0' }, url: 'https://creativecommons.org/licenses/by/4.0/' },
    })
    expect(textOf(calendar({ timeline: described }), 'DESCRIPTION')).toBe(
      '小镇的两个月。\n小镇日报\nCC BY 4.0\nhttps://creativecommons.org/licenses/by/4.0/',
    )
  })

  it.each([
    ['zh-Hans', '有2个事件未列入日历：没有日期、日期不够明确、历时过长'],
    ['zh-Hant', '有2個事件未列入行事曆：沒有日期、日期不夠明確、歷時過長'],
    ['en', '2 events left out: without a date, or with one too vague or too long'],
  ] as const)('says in %s how many events it leaves out, and where they are', (language, words) => {
    const vague = feed({
      language,
      events: [
        timelineEvent(),
        timelineEvent(on('[..2020-03-13]', 'undated')),
        timelineEvent(on('202X', 'point')),
      ],
    })
    const written = readText(ics.write(vague))
    expect(leftOut(vague)).toBe(2)
    expect(written.components.length).toBe(1)
    expect(textOf(written, 'DESCRIPTION')).toContain(words)
    expect(textOf(written, 'DESCRIPTION')).toContain(
      'https://timelines.example/timelines/town-2020',
    )
  })

  it('leaves nothing out where vague dates are included', () => {
    const events = [timelineEvent(on('[..2020-03-13]', 'undated'))]
    expect(leftOut(feed({ events, vague: true }))).toBe(0)
    expect(textOf(calendar({ events, vague: true }), 'DESCRIPTION')).toBe('小镇纪事')
  })

  it('says how many events were set aside, and where the next ones are', () => {
    const next = 'https://timelines.example/v1/timelines/town-2020/events.ics?cursor=abc'
    const links = { ...feed().links, next }
    const description = textOf(calendar({ setAside: 3, total: 40, links }), 'DESCRIPTION')
    expect(description).toContain('3个')
    expect(description).toContain('40个')
    expect(description).toContain(next)
  })

  it('counts as its own on a page only the events that it has', () => {
    const events = [timelineEvent(), timelineEvent({ id: 'b' }), timelineEvent(on('1893', 'point'))]
    expect(textOf(calendar({ events, total: 12, language: 'en' }), 'DESCRIPTION')).toContain(
      '12 events, 2 of them on this page',
    )
  })

  it('has the colour of the theme that all events share, else of the first theme', () => {
    const reopening = timelineEvent({ themes: ['reopening'] })
    const prevention = timelineEvent({ themes: ['prevention'] })
    const color = (events: TimelineEvent[]) => textOf(calendar({ events }), 'COLOR')
    expect(color([reopening])).not.toBe(color([prevention]))
    expect(color([reopening, prevention])).toBe(color([prevention]))
    expect(color([])).toBe(color([prevention]))
  })

  it('leaves out withdrawn events without counting them', () => {
    const vague = timelineEvent({ ...on('[..2020-03-13]', 'undated'), status: 'withdrawn' })
    const events = [timelineEvent(), timelineEvent({ id: 'gone', status: 'withdrawn' }), vague]
    expect(leftOut(feed({ events }))).toBe(0)
    expect(calendar({ events }).components.length).toBe(1)
    expect(ics.write(feed({ events }))).not.toContain('CANCELLED')
  })

  it('comes in pieces that are the whole', () => {
    const pieces = [...ics.parts!(feed())]
    expect(pieces.length).toBe(4)
    expect(pieces.join('')).toBe(ics.write(feed()))
  })
})

describe('the summary of an event', () => {
  it('is the title alone where the day says it all', () => {
    expect(summary({})).toBe('党支部成立')
    expect(summary(on('2020-02-25', 'point', '2月25日'))).toBe('党支部成立')
    expect(summary(on('2020-02-01/2020-02-10', 'span'))).toBe('党支部成立')
    expect(summary(on('2020-02', 'span'))).toBe('党支部成立')
  })

  it.each<[string, DateKind, string]>([
    ['../2020-02-24', 'asOf', '党支部成立（截至2020年2月24日）'],
    ['2020-01-24/..', 'since', '党支部成立（自2020年1月24日起）'],
    ['/2020-01-24', 'until', '党支部成立（至2020年1月24日为止）'],
    ['[2020-01-26..2020-01-27]', 'point', '党支部成立（2020年1月26日至27日间某日）'],
    ['2020-02-XX', 'point', '党支部成立（2020年2月）'],
    ['2020-01-26~', 'point', '党支部成立（约2020年1月26日）'],
    ['2020-02-01~/2020-02-10', 'span', '党支部成立（约2020年2月1日至2月10日）'],
    ['2020-03-13T07:45:00+08:00', 'point', '党支部成立（07:45）'],
    ['2020-03-07/2020-12-31', 'span', '党支部成立（2020年3月7日至12月31日）'],
    ['2020-02~', 'span', '党支部成立（约2020年2月整月）'],
    ['2020', 'span', '党支部成立（2020年全年）'],
    ['[..2020-03-13]', 'undated', '党支部成立（不晚于2020年3月13日）'],
  ])('has the words of the date %s, %s, which its days would not tell', (edtf, kind, expected) => {
    expect(summary(on(edtf, kind))).toBe(expected)
  })

  it('has the words of the source first where they are in its language [fault 2.3]', () => {
    expect(summary(on('../2020-02-24', 'asOf', '截至2月24日'))).toBe(
      '党支部成立（截至2月24日，截至2020年2月24日）',
    )
    expect(summary(on('2020-02-01/2020-02-10', 'span', '2月上旬'))).toBe(
      '党支部成立（2月上旬，2020年2月1日至10日）',
    )
    expect(summary(on('2020-02-01/2020-02-10', 'span', '2月上旬'), { language: 'en' })).toBe(
      'Party branches are formed (1–10 February 2020, 2月上旬)',
    )
  })

  it('leaves out words in another language that only repeat the date', () => {
    const english = (event: Partial<TimelineEvent>) =>
      summary({ title: { en: 'Enterprises reopen' }, ...event }, { language: 'en' })
    expect(english(on('../2020-02-24', 'asOf', '截至2月24日'))).toBe(
      'Enterprises reopen (as of 24 February 2020)',
    )
    expect(english(on('../2020-02-24', 'asOf', '2月下旬'))).toBe(
      'Enterprises reopen (as of 24 February 2020, 2月下旬)',
    )
  })

  it('does not repeat what the words of the source say', () => {
    expect(summary(on('2020-03-13T07:45:00+08:00', 'point', '3月13日 07:45'))).toBe(
      '党支部成立（3月13日 07:45）',
    )
  })

  it('has the whole date of a time beside words of the source, which may be of another day', () => {
    const instant = on('2020-03-13T23:45-05:00', 'point', '3月13日深夜')
    expect(summary(instant)).toBe('党支部成立（3月13日深夜，2020年3月14日 12:45）')
    expect(summary(instant, { language: 'en' })).toBe(
      'Party branches are formed (14 March 2020, 12:45, 3月13日深夜)',
    )
  })

  it('is one line and never empty', () => {
    expect(summary({ title: { 'zh-Hans': '一\r\n二\u2028三' } })).toBe('一 二 三')
    expect(summary({ title: { 'zh-Hans': '\0 \u0001' } })).toBe('branches-formed')
  })
})

describe('an event', () => {
  it('has a description of summary, cited words, source and link', () => {
    expect(textOf(event(), 'DESCRIPTION')).toBe(
      [
        '镇内成立19个临时党支部。',
        '',
        '“19个党支部成立”',
        '— 小镇日报，2020-03-13',
        '',
        'https://timelines.example/timelines/town-2020/events/branches-formed',
      ].join('\n'),
    )
  })

  it('gathers the words of one source above its name, and tells where it is', () => {
    const sources = [
      {
        ...timeline().sources[0]!,
        publisher: { 'zh-Hans': '镇委' },
        url: 'https://news.example/a',
      },
      {
        id: 'radio',
        title: { 'zh-Hans': '电台' },
        published: '2020-03-01T20:00:00Z',
        language: 'zh-Hans',
      },
    ]
    const citations = [
      { source: 'town-news', exact: '甲' },
      { source: 'radio', exact: '乙' },
      { source: 'town-news', exact: '丙' },
    ]
    expect(
      textOf(event({ citations }, { timeline: timeline({ sources }) }), 'DESCRIPTION'),
    ).toContain(
      '“甲”\n“丙”\n— 小镇日报，镇委，2020-03-13\nhttps://news.example/a\n\n“乙”\n— 电台，2020-03-02\n\n',
    )
  })

  it('has themes, then actors, as categories in the language of the feed', () => {
    const found = event(
      { themes: ['reopening', 'prevention'], actors: ['li-ming'] },
      { language: 'en' },
    )
    expect(valuesOf(found, 'CATEGORIES').flatMap(readTexts)).toEqual([
      'Reopening',
      'Prevention',
      'Li Ming',
    ])
  })

  it('has no categories without themes and actors, and its place as location', () => {
    const found = event({ themes: [], actors: [], place: 'town' })
    expect(valuesOf(found, 'CATEGORIES')).toEqual([])
    expect(textOf(found, 'LOCATION')).toBe('小镇')
  })

  it('has its date as authored, whatever the calendar shows', () => {
    expect(textOf(event(on('2020-02-24~', 'point')), 'X-EDTF')).toBe('2020-02-24~')
    const set = event(on('[2020-01-26,2020-01-28]', 'point'))
    expect(valuesOf(set, 'X-EDTF')).toEqual(['[2020-01-26\\,2020-01-28]'])
  })

  it('keeps its identifier and revision when only other events and the edition change', () => {
    const written = (number: number, published: string) =>
      [...ics.parts!(feed({ edition: { number, published } }))][1]
    expect(written(3, '2026-10-01T08:30:00Z')).toBe(written(9, '2026-11-01T08:30:00Z'))
  })

  it('is the only one in its own calendar, which is dated even if vaguely', () => {
    const found = event({ id: 'aid', ...on('[..2020-03-13]', 'undated') })
    expect(textOf(found, 'UID')).toBe('aid.town-2020@timelines.example')
    expect(textOf(found, 'DTSTART')).toBe('20200313')
    expect(textOf(found, 'STATUS')).toBe('TENTATIVE')
  })

  it('stands in the order of the feed', () => {
    const events = ['c', 'a', 'b'].map((id) => timelineEvent({ id, when: pointOn('2020-02-01') }))
    const ids = calendar({ events }).components.map((found) => textOf(found, 'UID').split('.')[0])
    expect(ids).toEqual(['c', 'a', 'b'])
  })
})
