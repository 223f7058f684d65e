import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json' with { type: 'json' }
import { monthOf } from '../../src/domain/date/month.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { compile } from '../../src/edition/compile.ts'
import { formats } from '../../src/formats/table.ts'
import { renderTimelinePage } from '../../src/page/timeline.ts'

const published = '2026-10-01T08:30:00.000Z'
const { timeline, events } = compile(fusha as unknown as TimelineDocument, null, published)

const countsOf = (ids: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(ids, (id) => id)].map(([id, { length }]) => [id, length]))

test.each(['zh-Hans', 'en'] as const)(
  'the page of fusha-2020 in %s, with everything in it, is at most 16,384 bytes of gzip',
  (ui) => {
    const page = renderTimelinePage({
      publicUrl: 'https://timelines.example',
      speech: { ui, content: ui, inAddress: false },
      timeline,
      edition: { number: 1, published },
      filter: [],
      events,
      total: events.length,
      setAside: 0,
      facets: {
        theme: countsOf(events.flatMap(({ themes }) => themes)),
        actor: countsOf(events.flatMap(({ actors }) => actors)),
        all: events.length,
        month: countsOf(events.map(({ when }) => monthOf(when.anchor))),
      },
      formats,
      continued: false,
    })
    expect(page.match(/<article /g)).toHaveLength(31)
    expect(page.match(/<blockquote/g)).toHaveLength(31)
    expect(gzipSync(page, { level: 9 }).length).toBeLessThanOrEqual(16_384)
  },
)
