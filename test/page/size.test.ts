import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json' with { type: 'json' }
import { monthOf } from '../../src/domain/date/month.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { countBy } from '../../src/domain/query/counts.ts'
import { everything } from '../../src/domain/query/event-query.ts'
import { compile } from '../../src/edition/compile.ts'
import { formats } from '../../src/formats/table.ts'
import { renderTimelinePage } from '../../src/page/timeline.ts'

const published = '2026-10-01T08:30:00.000Z'
const { timeline, events } = compile(fusha as unknown as TimelineDocument, null, published)

test.each(['zh-Hans', 'en'] as const)(
  'the page of fusha-2020 in %s, with everything in it, is at most 16,384 bytes of gzip',
  (ui) => {
    const page = renderTimelinePage({
      publicUrl: 'https://timelines.example',
      speech: { ui, content: ui, inAddress: false },
      timeline,
      edition: { number: 1, published },
      query: everything,
      events,
      total: events.length,
      setAside: 0,
      choices: {
        theme: countBy(events, ({ themes }) => themes),
        actor: countBy(events, ({ actors }) => actors),
        all: events.length,
      },
      months: countBy(events, ({ when }) => [monthOf(when.anchor)]),
      formats,
      continued: false,
    })
    expect(page.match(/<article /g)).toHaveLength(31)
    expect(page.match(/<blockquote/g)).toHaveLength(31)
    expect(gzipSync(page, { level: 9 }).length).toBeLessThanOrEqual(16_384)
  },
)
