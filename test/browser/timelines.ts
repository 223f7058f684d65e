// The timelines of the browser tests and of the preview: the real one, and those that are awkward.
import fusha from '../../data/fusha-2020/timeline.json' with { type: 'json' }
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { actor, citation, document, event, measure, source } from '../support/document.ts'
import { payloads } from './payloads.ts'

export const seed = fusha as unknown as TimelineDocument

/** How many events of the seed have the theme all-out-2020. */
export const allOut = seed.events.filter(({ themes }) => themes.includes('all-out-2020')).length

export const one: TimelineDocument = { ...seed, id: 'one', events: seed.events.slice(1, 2) }

const arabic = 'عادت المصانع إلى العمل بعد العطلة'

export const rightToLeft = document({
  id: 'right-to-left',
  title: { ar: arabic },
  events: seed.events
    .slice(0, 6)
    .map(({ id, date, kind = 'point' }) =>
      event({ id, date, kind, title: { ar: arabic }, summary: { ar: arabic } }),
    ),
})

/** Events by the hundred in a month. */
const eventsOf = (id: string, length: number) =>
  Array.from({ length }, (_, i) =>
    event({
      id: `${id}-${i}`,
      date: `${2010 + Math.floor(i / 1200)}-${String((Math.floor(i / 100) % 12) + 1).padStart(2, '0')}-15`,
      kind: 'point',
      title: { en: `Event ${i}` },
    }),
  )

/** More than one answer holds. */
export const long = document({ id: 'long', events: eventsOf('long', 250) })

/** 10,000 events in 100 months. */
export const many = document({ id: 'many', events: eventsOf('many', 10_000) })

/** As many events as have titles, in two lanes of which one has a name without a blank. */
export const busy = document({
  id: 'busy',
  themes: [
    {
      id: 'word',
      label: { en: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk' },
      color: 0,
    },
    { id: 'other', label: { 'zh-Hans': '复工防疫动员大会'.repeat(10) }, color: 1 },
  ],
  events: Array.from({ length: 60 }, (_, i) =>
    event({
      id: `busy-${i}`,
      date: `2020-${String(1 + (i % 9)).padStart(2, '0')}-${String(10 + (i % 17))}`,
      kind: 'point',
      title: { en: `What happened in the town, and where: part ${i}` },
      themes: [i % 2 === 0 ? 'word' : 'other'],
    }),
  ),
})

/** Texts that try to become script, one in every place of an event and of what it names. */
export const hostileWith = (texts: readonly string[]): TimelineDocument =>
  document({
    id: 'hostile',
    title: { en: texts.slice(0, 3).join(' ') },
    description: { en: texts.slice(3, 6).join(' ') },
    credit: { en: texts.at(-1) ?? '' },
    themes: texts
      .slice(0, 12)
      .map((text, i) => ({ id: `theme-${i}`, label: { en: text }, color: i })),
    actors: [
      ...texts.map((text, i) =>
        actor({
          id: `actor-${i}`,
          name: { en: text },
          role: { en: text },
          aliases: { en: [text] },
        }),
      ),
      actor({ id: 'town', kind: 'place', name: { en: texts[0] ?? '' } }),
    ],
    sources: texts.map((text, i) =>
      source({ id: `source-${i}`, title: { en: text }, publisher: { en: text }, language: 'en' }),
    ),
    events: texts.map((text, i) =>
      event({
        id: `hostile-${i}`,
        date: '2020-02-01',
        kind: 'point',
        title: { en: text },
        summary: { en: text },
        note: { en: text },
        statedDate: text,
        themes: [`theme-${i % 12}`],
        actors: [`actor-${i}`],
        measures: [measure({ label: { en: text }, unit: text.slice(0, 40), sourceWords: text })],
        citations: [citation({ source: `source-${i}`, exact: text, prefix: text, suffix: text })],
        links: [{ url: 'https://timelines.example/', title: { en: text } }],
      }),
    ),
  })

export const hostile = hostileWith(payloads)
