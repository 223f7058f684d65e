// A chronicle that is too large for a head: its events are packed when it is published.
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { chronicle } from './large-material.ts'

const clause = '县里组织各乡镇核对名册，逐户登记，张榜公布，接受群众监督，并派人回访。'

/** Bullets over sixty years with long summaries, about 1.6 kB an event. */
export function largeDocument(bullets = 700): TimelineDocument {
  const { document } = chronicle(bullets)
  return {
    ...document,
    events: document.events.map((event, index) => ({
      ...event,
      date: event.date.replaceAll('2021', String(1961 + Math.floor((index * 60) / bullets))),
      summary: { 'zh-Hans': `第${index}条。${clause.repeat(8)}` },
    })),
  }
}
