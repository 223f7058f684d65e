// A small feed and its parts as a writer receives them, for tests that change a field or two.
import { parseDay, type CivilDay } from '../../src/domain/date/civil-day.ts'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import type { Timeline } from '../../src/domain/document/timeline.ts'
import type { When } from '../../src/domain/date/when.ts'
import type { FormatInput } from '../../src/formats/format.ts'

const base = 'https://timelines.example'

/** Two events of the timeline `town-2020`, in Chinese, without a filter. */
export function feed(overrides: Partial<FormatInput> = {}): FormatInput {
  const events = overrides.events ?? [
    timelineEvent(),
    timelineEvent({ id: 'enterprises-reopen', position: 1, when: pointOn('2020-02-24') }),
  ]
  return {
    timeline: timeline(),
    edition: { number: 3, published: '2026-10-01T08:30:00Z' },
    events,
    total: events.length,
    setAside: 0,
    filter: '',
    language: 'zh-Hans',
    content: overrides.language ?? 'zh-Hans',
    vague: false,
    links: {
      self: `${base}/v1/timelines/town-2020/events.ics`,
      subscription: `${base}/v1/timelines/town-2020/events.ics`,
      page: `${base}/timelines/town-2020`,
      format: (name) => `${base}/v1/timelines/town-2020/events.${name}`,
      event: (id) => `${base}/timelines/town-2020/events/${id}`,
    },
    ...overrides,
  }
}

export function timeline(overrides: Partial<Timeline> = {}): Timeline {
  return {
    id: 'town-2020',
    title: { 'zh-Hans': '小镇纪事', en: 'The town' },
    language: 'zh-Hans',
    timeZone: 'Asia/Shanghai',
    authority: { domain: 'timelines.example', date: '2026' },
    themes: [
      { id: 'prevention', label: { 'zh-Hans': '疫情防控', en: 'Prevention' }, color: 0 },
      { id: 'reopening', label: { 'zh-Hans': '复工复产', en: 'Reopening' }, color: 1 },
    ],
    actors: [
      { id: 'committee', kind: 'organization', name: { 'zh-Hans': '镇委', en: 'Town committee' } },
      { id: 'li-ming', kind: 'person', name: { 'zh-Hans': '李明', en: 'Li Ming' } },
      { id: 'town', kind: 'place', name: { 'zh-Hans': '小镇', en: 'The town' } },
    ],
    sources: [
      {
        id: 'town-news',
        title: { 'zh-Hans': '小镇日报' },
        published: '2020-03-13T07:45:00+08:00',
        language: 'zh-Hans',
      },
    ],
    ...overrides,
  }
}

/** An event of 26 January 2020 with one theme, one actor and one citation. */
export function timelineEvent(overrides: Partial<TimelineEvent> = {}): TimelineEvent {
  return {
    id: 'branches-formed',
    position: 0,
    when: pointOn('2020-01-26'),
    title: { 'zh-Hans': '党支部成立', en: 'Party branches are formed' },
    summary: {
      'zh-Hans': '镇内成立19个临时党支部。',
      en: 'Nineteen branches are formed in the town.',
    },
    themes: ['prevention'],
    actors: ['committee'],
    measures: [],
    citations: [{ source: 'town-news', exact: '19个党支部成立' }],
    links: [],
    status: 'confirmed',
    first: { edition: 3, instant: '2026-09-30T12:00:00.000Z' },
    changed: { edition: 3, instant: '2026-09-30T12:00:00.000Z' },
    revision: { edition: 3, instant: '2026-09-30T12:00:00.000Z' },
    ...overrides,
  }
}

/** The derived date of a point on one day, `2020-01-26`; other dates override what differs. */
export function pointOn(iso: string, overrides: Partial<When> = {}): When {
  const on = day(iso)
  const when: Omit<When, 'named'> = {
    edtf: iso,
    kind: 'point',
    earliest: on,
    latest: on,
    anchor: on,
    precision: 'day',
    approximate: false,
    uncertain: false,
    range: [on, on],
    sure: null,
    ...overrides,
  }
  const { kind, earliest, latest } = when
  const named = kind === 'undated' ? null : ([earliest ?? on, latest ?? on] as const)
  return { ...when, named, ...(overrides.named && { named: overrides.named }) }
}

/** The number of the civil day `2020-01-26`, which must exist. */
export function day(iso: string): CivilDay {
  const found = parseDay(iso)
  if (found === null) throw new RangeError(`no civil day: ${iso}`)
  return found
}
