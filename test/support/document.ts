// A small valid authoring document and its parts, for tests that change a field or two.
import type { AuthoredActor } from '../../src/domain/document/actor.ts'
import type { Citation } from '../../src/domain/document/citation.ts'
import type { AuthoredEvent } from '../../src/domain/document/event.ts'
import type { AuthoredMeasure } from '../../src/domain/document/measure.ts'
import type { AuthoredSource } from '../../src/domain/document/source.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import type * as v from 'valibot'

/** The text that the citations of `document()` are taken from. */
export const sourceText =
  '镇报\n\n2月上旬,19个党支部成立。截至2月24日,108家企业复工。3月6日,李明到会。\n'

/** Two themes, four actors, one source and two events that pass every check. */
export function document(overrides: Partial<TimelineDocument> = {}): TimelineDocument {
  return {
    formatVersion: 1,
    id: 'town-2020',
    title: { 'zh-Hans': '小镇', en: 'The town' },
    language: 'zh-Hans',
    timeZone: 'Asia/Shanghai',
    authority: { domain: 'timelines.example', date: '2026' },
    themes: [
      { id: 'prevention', label: { 'zh-Hans': '防控', en: 'Prevention' }, color: 0 },
      { id: 'reopening', label: { 'zh-Hans': '复工', en: 'Reopening' }, color: 1 },
    ],
    actors: [
      actor({ id: 'committee', kind: 'organization', name: '镇委' }),
      actor({
        id: 'enterprises',
        kind: 'group',
        name: '企业',
        aliases: { 'zh-Hans': ['镇内企业'] },
      }),
      actor({ id: 'li-ming', kind: 'person', name: '李明', memberOf: ['committee'] }),
      actor({ id: 'town', kind: 'place', name: '小镇' }),
    ],
    sources: [source()],
    events: [
      event(),
      event({
        id: 'enterprises-reopen',
        date: '../2020-02-24',
        kind: 'asOf',
        statedDate: '截至2月24日',
        title: '企业复工',
        themes: ['reopening'],
        actors: ['enterprises'],
        measures: [measure()],
        citations: [citation({ exact: '截至2月24日,108家企业复工' })],
      }),
    ],
    ...overrides,
  }
}

export function event(overrides: Partial<AuthoredEvent> = {}): AuthoredEvent {
  return {
    id: 'branches-formed',
    date: '2020-02-01/2020-02-10',
    kind: 'span',
    title: { 'zh-Hans': '党支部成立', en: 'Party branches are formed' },
    themes: ['prevention'],
    actors: ['committee'],
    place: 'town',
    citations: [citation()],
    ...overrides,
  }
}

export function actor(overrides: Partial<v.InferOutput<typeof AuthoredActor>> = {}) {
  return { id: 'wang-fang', kind: 'person', name: '王芳', ...overrides } as const
}

export function source(overrides: Partial<v.InferOutput<typeof AuthoredSource>> = {}) {
  return {
    id: 'town-news',
    title: '镇报',
    published: '2020-03-13T07:45:00+08:00',
    language: 'zh-Hans',
    ...overrides,
  }
}

export function citation(overrides: Partial<Citation> = {}) {
  return { source: 'town-news', exact: '2月上旬,19个党支部成立', ...overrides }
}

export function measure(overrides: Partial<AuthoredMeasure> = {}): AuthoredMeasure {
  return { label: '企业', value: 108, unit: '家', sourceWords: '108家', ...overrides }
}
