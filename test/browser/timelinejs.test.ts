// TimelineJS itself shows what the writer writes. Nothing is fetched but the library and the JSON.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { DateKind } from '../../src/domain/date/when.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { timelineJs } from '../../src/formats/timelinejs.ts'
import data from '../domain/date-vectors.json' with { type: 'json' }
import { launchChromium } from '../support/chromium.ts'
import { dated } from '../support/dates.ts'
import { feed, timeline, timelineEvent } from '../support/feed.ts'

const library = createRequire(import.meta.url).resolve('@knight-lab/timelinejs/dist/js/timeline.js')
const origin = 'http://timelinejs.example'
const host = `<!doctype html><meta charset="utf-8"><div id="timeline" style="width:100%;height:600px"></div>
<script src="/timeline.js"></script>
<script>
  window.timeline = new TL.Timeline('timeline', '/events.timelinejs.json', { font: null })
</script>`

/** The page with the feed in it, once the library says that it is ready. */
async function show(browser: Browser, given: FormatInput): Promise<Page> {
  const page = await browser.newPage()
  const answers: Record<string, { contentType: string; body: string }> = {
    '/': { contentType: 'text/html', body: host },
    '/timeline.js': { contentType: 'text/javascript', body: readFileSync(library, 'utf8') },
    '/events.timelinejs.json': {
      contentType: timelineJs.mediaType,
      body: timelineJs.write(given),
    },
  }
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url())
    const answer = url.origin === origin ? answers[url.pathname] : undefined
    return answer ? route.fulfill(answer) : route.abort()
  })
  await page.goto(origin)
  await page.waitForFunction('window.timeline.ready === true')
  return page
}

const textsOf = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).allTextContents()

describe.skipIf('missing' in inject('chromium'))('TimelineJS', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  test('shows a slide and a marker for each event, with its date in words', async () => {
    const vectors = data.vectors.filter(
      ({ edtf, kind, zh }) => zh && edtf[0] !== '-' && kind !== 'undated',
    )
    const events = vectors.map(({ edtf, kind }, position) =>
      timelineEvent({
        id: `event-${position}`,
        position,
        when: dated(edtf, kind as DateKind),
        title: { 'zh-Hans': `第${position}件` },
      }),
    )
    const page = await show(browser, feed({ events }))
    expect(events.length).toBeGreaterThan(10)
    const titles = events.map(({ title }) => title['zh-Hans'])
    const headlines = await textsOf(page, '.tl-slide .tl-headline')
    expect(new Set(headlines)).toEqual(new Set(['小镇纪事', ...titles]))
    expect(await page.locator('.tl-slide').count()).toBe(events.length + 1)
    expect(await page.locator('.tl-timemarker').count()).toBe(events.length)
    const dates = await textsOf(page, '.tl-slide:not(.tl-slide-titleslide) .tl-headline-date')
    expect(dates).toHaveLength(events.length)
    expect(new Set(dates)).toEqual(new Set(vectors.map(({ zh }) => zh)))
    await page.close()
  })

  test('places events on the days that the source gives', async () => {
    const event = timelineEvent({ when: dated('2020-02-01/2020-02-10', 'span') })
    const page = await show(browser, feed({ events: [event] }))
    const placed = await page.evaluate(`
      const [{ start_date, end_date }] = timeline.config.events
      const dayOf = ({ data }) =>
        [data.date_obj.getFullYear(), data.date_obj.getMonth() + 1, data.date_obj.getDate()]
      ;[dayOf(start_date), dayOf(end_date)]
    `)
    expect(placed).toEqual([
      [2020, 2, 1],
      [2020, 2, 10],
    ])
    await page.close()
  })

  test('shows hostile texts as text and runs none of them', async () => {
    const attack = '<img src=x onerror="window.hacked=1">&lt;b&gt; www.example.com'
    const plain = timeline()
    const themes = plain.themes.map((theme) => ({ ...theme, label: { 'zh-Hans': attack } }))
    const event = timelineEvent({
      title: { 'zh-Hans': attack },
      summary: { 'zh-Hans': attack },
      statedDate: attack,
      citations: [{ source: 'town-news', exact: attack }],
    })
    const page = await show(
      browser,
      feed({
        events: [event],
        timeline: {
          ...plain,
          themes,
          title: { 'zh-Hans': attack },
          description: { 'zh-Hans': attack },
        },
        filter: attack,
      }),
    )
    expect(await textsOf(page, '.tl-slide .tl-headline')).toEqual([attack, attack])
    expect(await textsOf(page, '.tl-timegroup-message')).toEqual([attack])
    expect(await textsOf(page, '.tl-slide blockquote')).toEqual([attack])
    expect(await page.locator('.tl-timeline img').count()).toBe(0)
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    await page.close()
  })
})
