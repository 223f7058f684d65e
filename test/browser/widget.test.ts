// The element on pages of others, in a real browser, against the whole service.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import fusha from '../../data/fusha-2020/timeline.json' with { type: 'json' }
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { launchChromium } from '../support/chromium.ts'
import { document, event } from '../support/document.ts'
import { payloads } from './payloads.ts'
import { hostPage, openService, openSite, release, type Site } from './site.ts'
import { allOut } from './timelines.ts'

const found = inject('chromium')
const seed = fusha as unknown as TimelineDocument
const hostile = document({
  id: 'hostile',
  events: payloads.map((payload, i) =>
    event({
      id: `hostile-${i}`,
      date: '2020-02-01',
      kind: 'point',
      title: { en: payload },
      summary: { en: payload },
    }),
  ),
})
const many = document({
  id: 'many',
  events: Array.from({ length: 10_000 }, (_, i) =>
    event({
      id: `many-${i}`,
      date: `${2010 + Math.floor(i / 1200)}-${String((Math.floor(i / 100) % 12) + 1).padStart(2, '0')}-15`,
      kind: 'point',
      title: { en: `Event ${i}` },
    }),
  ),
})

describe.skipIf('missing' in found)('the element', () => {
  let browser: Browser
  let service: Site
  let host: Site
  let body = ''
  let headers: Record<string, string> = {}

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed, hostile, many])
    host = await openSite(() => hostPage(body, headers))
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([service.close(), host.close()])
  })
  beforeEach(() => {
    service.requests.length = 0
    headers = {
      'content-security-policy': `default-src 'none'; script-src ${service.origin}; connect-src ${service.origin}; img-src data:; require-trusted-types-for 'script'; trusted-types event-timeline`,
    }
  })

  const script = () =>
    `<script type="module" src="${service.origin}/widget/v1/event-timeline.js"></script>`
  const element = (attributes = '', timeline = 'fusha-2020') =>
    `<event-timeline src="${service.origin}/timelines/${timeline}" loading="eager" lang="zh-Hans" ${attributes}><a href="/fallback">fallback</a></event-timeline>`

  /** Opens a page of the host, hands it to `use`, and expects that nothing complained. */
  async function visit(
    markup: string,
    use: (page: Page) => Promise<void>,
    path = '/',
  ): Promise<void> {
    body = script() + markup
    const context = await browser.newContext({ viewport: { width: 1000, height: 900 } })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(host.origin + path)
    await use(page)
    expect(complaints).toEqual([])
    await context.close()
  }

  const drawn = (page: Page) => page.locator('event-timeline article').first().waitFor()

  test('works under a strict policy with Trusted Types, and asks only its service', async () => {
    await visit(element(), async (page) => {
      await drawn(page)
      expect(await page.locator('event-timeline .event-count').textContent()).toBe('共31个事件')
      expect(
        await page.evaluate('document.cookie + localStorage.length + sessionStorage.length'),
      ).toBe('00')
    })
  })

  test('a visit loads the main file and its words; form and menu on first use', async () => {
    const loaded = () => service.requests.filter((path) => path.startsWith('/widget/'))
    await visit(element(), async (page) => {
      await drawn(page)
      await page.evaluate('scrollTo(0, document.body.scrollHeight)')
      await page.locator('event-timeline #report-published').waitFor()
      expect(new Set(loaded())).toEqual(
        new Set(['/widget/v1/event-timeline.js', `/widget/${release}/event-timeline.zh-Hans.js`]),
      )
      await page.locator('event-timeline .filter summary').click()
      await page.locator('event-timeline .filter form').waitFor()
      expect(loaded()).toContain(`/widget/${release}/event-timeline.zh-Hans.more.js`)
      await page.locator('event-timeline form [name=actor]').selectOption('feng-suhua')
      await page.locator('event-timeline form button').click()
      await expect.poll(() => page.locator('event-timeline article').count()).toBe(4)
      expect(await page.locator('event-timeline form [name=actor]').first().inputValue()).toBe(
        'feng-suhua',
      )
      expect(page.url()).toBe(`${host.origin}/`)
    })
  })

  test('the table behind the picture is drawn when it is opened', async () => {
    await visit(element(), async (page) => {
      await drawn(page)
      const table = page.locator('event-timeline .as-table table')
      expect(await table.count()).toBe(0)
      await page.locator('event-timeline .as-table summary').click()
      await table.waitFor()
      const rows = await table.locator('tbody tr').allTextContents()
      await page.goto(`${service.origin}/timelines/fusha-2020?lang=zh-Hans`)
      const own = page.locator('.as-table tbody tr')
      expect(rows).toEqual(await own.allTextContents())
    })
  })

  test('a limit ends the list, with the way to the whole', async () => {
    await visit(element('limit="5"'), async (page) => {
      await drawn(page)
      expect(await page.locator('event-timeline article').count()).toBe(5)
      expect(await page.locator('event-timeline .month-gap').count()).toBe(0)
      expect(await page.locator('event-timeline .footer a').first().textContent()).toContain('31')
    })
  })

  test('two elements of one timeline share their requests', async () => {
    await visit(element() + element(), async (page) => {
      await drawn(page)
      await expect
        .poll(() => page.locator('event-timeline').nth(1).locator('.event-count').textContent())
        .toBe('共31个事件')
      const asked = service.requests.filter((path) => path.startsWith('/v1/'))
      expect(asked).toHaveLength(2)
    })
  })

  test('says the same as the page of the service', async () => {
    await visit(element(), async (page) => {
      await drawn(page)
      await page.evaluate('scrollTo(0, document.body.scrollHeight)')
      await page.locator('event-timeline #report-published').waitFor()
      const own = await page.evaluate<string>(
        "[...document.querySelector('event-timeline').shadowRoot.querySelectorAll('article')].map((a) => a.innerText).join()",
      )
      const other = await page.context().newPage()
      await other.goto(`${service.origin}/timelines/fusha-2020?lang=zh-Hans`)
      expect(own.length).toBeGreaterThan(1000)
      expect(own).toBe(
        await other.evaluate(
          "[...document.querySelectorAll('article')].map((a) => a.innerText).join()",
        ),
      )
    })
  })

  test('filters within itself, tells so, and keeps the place of the keyboard', async () => {
    await visit(element(), async (page) => {
      await drawn(page)
      await page.evaluate(
        "globalThis.told = []; addEventListener('etl:filter', (e) => told.push(e.detail.filter)); addEventListener('etl:render', (e) => told.push(e.detail.total))",
      )
      const chip = page.locator('event-timeline .lane-name', { hasText: '奋战2020' })
      await chip.focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('event-timeline article').count()).toBe(allOut)
      expect(await page.evaluate('told')).toEqual([[['theme', 'all-out-2020']], allOut])
      expect(await chip.getAttribute('aria-current')).toBe('true')
      expect(
        await page.evaluate(
          "document.querySelector('event-timeline').shadowRoot.activeElement.textContent",
        ),
      ).toContain('奋战2020')
      expect(page.url()).toBe(`${host.origin}/`)
    })
  })

  test('with sync its filter is in the address, and Back undoes it', async () => {
    const hash = (page: Page) => page.evaluate<string>('location.hash')
    const count = (page: Page, timeline: string) =>
      page.locator(`event-timeline[src$="${timeline}"] .event-count`).textContent()
    const lane = (page: Page, timeline: string) =>
      page.locator(`event-timeline[src$="${timeline}"] .lane-name`).first()
    const both = element('sync="hash"') + element('sync="hash"', 'many')
    const steps = async (page: Page) => {
      await drawn(page)
      await lane(page, 'many').waitFor()
      const whole = await count(page, 'fusha-2020')
      const told = page.evaluate(
        'new Promise((done) => addEventListener("etl:filter", done, { once: true }))',
      )
      await lane(page, 'fusha-2020').click()
      await told
      const first = await hash(page)
      expect(first).toMatch(/^#fusha-2020\?theme=[a-z0-9-]+$/)
      await expect.poll(() => count(page, 'fusha-2020')).not.toBe(whole)
      const chosen = await count(page, 'fusha-2020')
      // The other element keeps to its own part.
      const all = await count(page, 'many')
      await page.locator('event-timeline[src$="many"] .bin').first().dispatchEvent('click')
      await expect.poll(() => hash(page)).toMatch(/^#fusha-2020\?theme=[a-z0-9-]+;many\?from=/)
      await expect.poll(() => count(page, 'many')).not.toBe(all)
      expect(await count(page, 'fusha-2020')).toBe(chosen)
      // A fragment of the page's own changes nothing.
      await page.evaluate('location.hash = "Contents"')
      await page.goBack()
      await expect.poll(() => hash(page)).toMatch(/;many\?/)
      await page.goBack()
      await expect.poll(() => count(page, 'many')).toBe(all)
      expect(await count(page, 'fusha-2020')).toBe(chosen)
      await page.goBack()
      await expect.poll(() => count(page, 'fusha-2020')).toBe(whole)
      expect(await hash(page)).toBe('')
      await page.goForward()
      await expect.poll(() => count(page, 'fusha-2020')).toBe(chosen)
      await page.reload()
      await drawn(page)
      expect(await count(page, 'fusha-2020')).toBe(chosen)
    }
    await visit(both, steps)
  })

  test('attributes filter as the query string does', async () => {
    await visit(element('theme="复工复产" from="2020-02" to="2020-02"'), async (page) => {
      await drawn(page)
      // What is said of the filter comes in a file of its own, after the events.
      const setAside = page.locator('event-timeline .notes .notice')
      await setAside.waitFor()
      expect(await setAside.textContent()).toContain('另有')
      expect(await page.locator('event-timeline .lane-name[aria-current]').textContent()).toContain(
        '复工复产',
      )
    })
  })

  test('an empty answer offers to clear the filter', async () => {
    await visit(element('q="没有这个词"'), async (page) => {
      const clear = page.locator('event-timeline .empty a')
      await clear.waitFor()
      expect(await page.locator('event-timeline article').count()).toBe(0)
      await clear.click()
      await drawn(page)
      expect(await page.locator('event-timeline .event-count').textContent()).toBe('共31个事件')
    })
  })

  test('opens the one menu for the event whose button was pressed', async () => {
    await visit(element(), async (page) => {
      await drawn(page)
      await page.locator('event-timeline .menu-button').nth(1).click()
      const menu = page.locator('event-timeline .menu')
      await expect
        .poll(() => menu.getByText('固定链接').getAttribute('href'))
        .toContain('/events/traffic-police-recalled')
      await page.keyboard.press('Escape')
      await menu.waitFor({ state: 'hidden' })
    })
  })

  test('goes to the event that the address names, also far down an unfilled list', async () => {
    await visit(
      element('', 'many'),
      async (page) => {
        await page.locator('event-timeline article.highlighted').waitFor()
        expect(await page.locator('event-timeline article.highlighted').getAttribute('id')).toBe(
          'many-7000',
        )
      },
      '/#many-7000',
    )
  })

  test('more events than have marks are bars by count, each of which leads to its window', async () => {
    await visit(element('', 'many'), async (page) => {
      await drawn(page)
      const asked = service.requests.filter((path) => path.startsWith('/v1/'))
      expect(asked.filter((path) => path.includes('/lanes'))).toHaveLength(1)
      expect(asked).toHaveLength(3)
      const bars = page.locator('event-timeline .bin')
      const titles = await bars.locator('title').allTextContents()
      await bars.nth(1).dispatchEvent('click')
      const count = page.locator('event-timeline .event-count')
      const [found] = /\d+$/.exec(titles[1] ?? '') ?? []
      await expect.poll(() => count.textContent()).toBe(`共${found}个事件`)
      expect(await page.locator('event-timeline .bin .pale').count()).toBe(titles.length - 1)
      await page.goto(`${service.origin}/timelines/many?lang=zh-Hans`)
      expect(titles).toEqual(await page.locator('.bin title').allTextContents())
    })
  })

  test('10,000 events: every month at once, few nodes, and more as one scrolls or tabs', async () => {
    await visit(element('', 'many'), async (page) => {
      await drawn(page)
      const nodes = () =>
        page.evaluate<number>(
          "document.querySelector('event-timeline').shadowRoot.querySelectorAll('*').length",
        )
      expect(await page.locator('event-timeline .month').count()).toBe(100)
      expect(await nodes()).toBeLessThanOrEqual(5000)
      const last = page.locator('event-timeline .month').last()
      await last.scrollIntoViewIfNeeded()
      await last.locator('article').first().waitFor()
      expect(await last.locator('h4').first().textContent()).toBe('Event 9900')
      const far = page.locator('event-timeline .month').nth(50)
      await far.locator('.month-gap button').focus()
      await expect
        .poll(() =>
          page.evaluate(
            "document.querySelector('event-timeline').shadowRoot.activeElement?.textContent",
          ),
        )
        .toBe('Event 5000')
    })
  })

  test('nothing of the host’s style leaks in', async () => {
    headers = {}
    await visit(
      `<style>html{font-size:62.5%}*{color:red;letter-spacing:9px;text-align:right}p,h4{display:none!important;font-size:40px!important}</style>${element()}`,
      async (page) => {
        await drawn(page)
        const style = await page.evaluate<string[]>(
          "(({ color, letterSpacing, fontSize }) => [color, letterSpacing, fontSize])(getComputedStyle(document.querySelector('event-timeline').shadowRoot.querySelector('.event-summary')))",
        )
        expect(style).toEqual(['rgb(29, 27, 24)', 'normal', '16px'])
      },
    )
  })

  test('a site that forbids its policy keeps the child', async () => {
    headers = {
      'content-security-policy': `default-src 'none'; script-src ${service.origin}; connect-src ${service.origin}; img-src data:; require-trusted-types-for 'script'; trusted-types other`,
    }
    body = script() + element()
    const page = await browser.newPage()
    await page.addInitScript(
      "globalThis.told = []; addEventListener('etl:error', ({ detail }) => told.push(detail.message))",
    )
    await page.goto(host.origin)
    await expect
      .poll(() => page.evaluate('told'))
      .toEqual([expect.stringContaining('createPolicy')])
    expect(await page.locator('a', { hasText: 'fallback' }).isVisible()).toBe(true)
    await page.close()
  })

  test('removed and put back, it works again and leaves nothing behind', async () => {
    await visit(element(), async (page) => {
      await drawn(page)
      for (let round = 0; round < 3; round++)
        await page.evaluate(
          "{ const e = document.querySelector('event-timeline'); e.remove(); document.body.append(e) }",
        )
      await drawn(page)
      expect(await page.locator('event-timeline header').count()).toBe(1)
      expect(await page.locator('link[rel=modulepreload]').count()).toBe(0)
    })
  })

  test(`${payloads.length} hostile texts stay inert`, async () => {
    for (const policy of [true, false]) {
      if (!policy) headers = {}
      let dialogs = 0
      await visit(element('', 'hostile'), async (page) => {
        page.on('dialog', async (dialog) => {
          dialogs++
          await dialog.dismiss()
        })
        await drawn(page)
        await page.evaluate('scrollTo(0, document.body.scrollHeight)')
        await expect.poll(() => page.locator('event-timeline article').count()).toBeGreaterThan(79)
        expect(await page.locator('event-timeline :is(img, iframe, object, script)').count()).toBe(
          0,
        )
      })
      expect(dialogs).toBe(0)
    }
  })
})
