// The same events for all that are compared: one a day from 1998 on, in Chinese, each with a theme, an
// actor and its cited words; every seventh lasts three days.
import { civilDay, printDay } from '../../../src/domain/date/civil-day.ts'
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import { actor, document, event, source } from '../../support/document.ts'

/** Every title begins with the place of its event, counted from 1. */
export const titleOf = (position: number): string =>
  `第${position + 1}批企业复工，党员志愿者到岗值守`

const themes = [
  { id: 'prevention', label: '疫情防控', color: 0 },
  { id: 'reopening', label: '复工复产', color: 1 },
  { id: 'support', label: '物资保障', color: 2 },
  { id: 'volunteers', label: '志愿服务', color: 3 },
] as const

/** The theme that the filter asks for, and code that tells whether a title is of such an event. */
export const filtered = {
  theme: themes[1].id,
  isTitle: `(title) => Number(/\\d+/.exec(title)) % ${themes.length} === 2`,
} as const

const actors = [
  actor({ id: 'committee', kind: 'organization', name: '镇委' }),
  actor({ id: 'enterprises', kind: 'group', name: '镇内企业' }),
  actor({ id: 'volunteers', kind: 'group', name: '志愿者' }),
  actor({ id: 'town', kind: 'place', name: '小镇' }),
]

const summary =
  '镇内企业陆续复工，镇指挥部派出工作组驻点指导；各村设卡登记，志愿者轮班值守，并为独居老人送去物资。'

export const timelineOf = (count: number): TimelineDocument =>
  document({
    id: `events-${count}`,
    title: '小镇纪事',
    themes: [...themes],
    actors,
    sources: [source({ published: '2026-01-05T08:00:00+08:00' })],
    events: Array.from({ length: count }, (_, position) => chineseEvent(position)),
  })

function chineseEvent(position: number) {
  const first = civilDay(1998, 1, 1) + position
  const lasts = position % 7 === 6
  const last = first + 2
  return event({
    id: `event-${position}`,
    date: lasts ? `${printDay(first)}/${printDay(last)}` : printDay(first),
    kind: lasts ? 'span' : 'point',
    title: titleOf(position),
    summary,
    themes: [themes[position % themes.length]?.id ?? ''],
    actors: [actors[position % 3]?.id ?? ''],
    citations: [{ source: 'town-news', exact: `第${position + 1}批企业复工,志愿者轮班值守` }],
  })
}
