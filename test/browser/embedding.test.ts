// docs/embedding.md at work: each example on a page of another site, as it is written there.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { codeBlocks, codeWords, section, tableRows } from '../support/markdown.ts'
import { hostPage, openService, openSite, type Site } from './site.ts'
import { allOut, seed } from './timelines.ts'
import { visit as visitPage, type Visit } from './visit.ts'

const guide = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8')

/** What themes of content systems do to a page; the element must not notice. */
const aggressive = `<style>
* { box-sizing: content-box; letter-spacing: 3px; text-transform: uppercase; float: left }
body { font: 900 30px/3 cursive; color: red; text-align: right; word-spacing: 1em; visibility: visible }
a { color: lime !important; text-decoration: underline wavy !important; pointer-events: none }
p, li, h1, h2, h3, h4, article, header, footer, section { margin: 5em !important; display: none !important }
ol, ul { list-style: square !important; padding: 4em !important }
button, input, select { all: unset; background: url(data:,) !important; width: 900px !important }
summary::before, li::before { content: 'theme' !important }
details { display: none !important }
.etl, .content, .chip, .menu, .event-date, .event-body, .date, .title, .menu-button { display: none !important; position: fixed !important }
</style>`

describe.skipIf('missing' in inject('chromium'))('docs/embedding.md', () => {
  let browser: Browser
  let service: Site
  let host: Site
  let body = ''
  let headers: Record<string, string> = {}

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed])
    host = await openSite(() => hostPage(body, headers))
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([service.close(), host.close()])
  })

  /** The only example, or the one that is counted from 0, under a heading, of this service. */
  const example = (heading: string, index = 0): string => {
    const { code } = codeBlocks(section(guide, heading))[index] ?? { code: '' }
    expect(code, heading).not.toBe('')
    return code.replaceAll('https://timelines.example', service.origin)
  }
  const plain = () => example('The element')

  async function visit(
    markup: string,
    { policy, ...options }: Partial<Visit> & { policy?: string },
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    body = markup
    headers = policy === undefined ? {} : { 'content-security-policy': policy }
    const origins = [host.origin, service.origin]
    await visitPage(browser, `${host.origin}/`, { origins, ...options }, use)
  }

  const drawn = (page: Page) => page.locator('event-timeline article').first().waitFor()
  const inRoot = <Value>(page: Page, code: string): Promise<Value> =>
    page.evaluate<Value>(`((root) => ${code})(document.querySelector('event-timeline').shadowRoot)`)
  const count = (page: Page) => page.locator('event-timeline .event-count').first().textContent()

  test('every example is tried below', () => {
    expect(codeBlocks(guide)).toHaveLength(9)
  })

  test('the element stands on a plain page', async () => {
    await visit(plain(), {}, async (page) => {
      await drawn(page)
      expect(await count(page)).toBe('共31个事件')
    })
  })

  test('what the embed-code page offers to copy works, with its integrity', async () => {
    let element = ''
    let frame = ''
    await visitPage(
      browser,
      `${service.origin}/timelines/fusha-2020/embed-code?theme=all-out-2020&lang=en`,
      { origins: [service.origin] },
      async (page) => {
        await drawn(page)
        const fields = page.locator('textarea')
        element = await fields.nth(0).inputValue()
        frame = await fields.nth(1).inputValue()
      },
    )
    expect(element).toMatch(/integrity="sha384-[^"]+" crossorigin="anonymous"/)
    await visit(element, {}, async (page) => {
      await drawn(page)
      expect(await count(page)).toBe(`${allOut} events`)
    })
    await visit(frame, {}, async (page) => {
      expect(await page.frameLocator('iframe').locator('article').count()).toBeLessThanOrEqual(
        allOut,
      )
      await page.frameLocator('iframe').locator('article').first().waitFor()
      await expect
        .poll(async () => (await page.locator('iframe').boundingBox())?.height)
        .not.toBe(600)
    })
  })

  test('attributes of the table are those of the element', async () => {
    const [table = ''] = section(guide, 'The element').split('\n### ')
    const written = tableRows(table).flatMap(([names = '']) => codeWords(names))
    await visit(plain(), {}, async (page) => {
      await drawn(page)
      const observed = await page.evaluate<string[]>(
        "[...customElements.get('event-timeline').observedAttributes]",
      )
      // Colours change without loading again, which would lose the reader's filter.
      expect(written.toSorted()).toEqual([...observed, 'color-scheme'].toSorted())
    })
  })

  test('an example listens, and every event of the table is sent', async () => {
    const names = tableRows(section(guide, 'Events')).map(([name = '']) => name.replaceAll('`', ''))
    expect(names).toHaveLength(5)
    const before = `globalThis.told = {}; for (const name of ${JSON.stringify(names)}) addEventListener(name, ({ detail, composed }) => { told[name] = [composed, ...Object.keys(detail)] })`
    await visit(
      `${example('Events')}${plain()}`,
      { before, excused: /Failed to load|^<event-timeline> / },
      async (page) => {
        await drawn(page)
        await expect.poll(() => page.locator('#total').textContent()).toBe('31')
        await page.locator('event-timeline summary', { hasText: '原文' }).first().click()
        await page.locator('event-timeline .lane-name', { hasText: '奋战2020' }).click()
        await expect.poll(() => page.locator('#total').textContent()).toBe(`${allOut}`)
        await page.route('**/v1/**', (route) => route.abort())
        await page.locator('event-timeline .lane-name', { hasText: '疫情防控' }).click()
        await page.locator('event-timeline .load-state').getByRole('button').waitFor()
        const told = await page.evaluate<Record<string, [boolean, ...string[]]>>('told')
        for (const [name = '', detail = ''] of tableRows(section(guide, 'Events'))) {
          const keys = codeWords(detail)
          const [composed, ...sent] = told[name.replaceAll('`', '')] ?? [false]
          expect(composed, name).toBe(true)
          expect(keys, name).toEqual(expect.arrayContaining(sent))
        }
      },
    )
  })

  test('theming: properties and parts do what the example says', async () => {
    const style = `<style>${example('Theming')}</style>`
    await visit(style + plain(), { colorScheme: 'dark' }, async (page) => {
      await drawn(page)
      const [background, link, title, month, size] = await inRoot<string[]>(
        page,
        `[
          getComputedStyle(root.querySelector('.etl')).backgroundColor,
          getComputedStyle(root.querySelector('footer a')).color,
          getComputedStyle(root.querySelector('h2')).fontFamily,
          getComputedStyle(root.querySelector('[part~=month]')).position,
          getComputedStyle(root.querySelector('[part~=month]')).fontSize,
        ]`,
      )
      expect([background, link, month]).toEqual([
        'rgb(255, 255, 255)',
        'rgb(122, 31, 31)',
        'static',
      ])
      expect(title).toContain('Source Han Serif SC')
      expect(Number.parseFloat(size ?? '')).toBeCloseTo(1.3125 * 18)
    })
  })

  test('every property that is named is used, and every part is there', async () => {
    const text = section(guide, 'Theming')
    const properties = [...new Set(text.match(/--etl-[a-z-]*[a-z](?:-0)?/g))]
    const parts = codeWords(/^Parts: .*$/m.exec(text)?.[0] ?? '')
    expect(properties.length).toBeGreaterThan(9)
    expect(parts.length).toBeGreaterThan(14)
    await visit(plain(), {}, async (page) => {
      await drawn(page)
      await page.locator('event-timeline .menu-button').first().click()
      await page.locator('event-timeline .menu:popover-open').waitFor()
      await page.keyboard.press('Escape')
      await page.locator('event-timeline .filter summary').click()
      await page.locator('event-timeline .filter form').waitFor()
      const rules = await inRoot<string>(
        page,
        "[...root.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules]).map(({ cssText }) => cssText).join('')",
      )
      const packed = rules.replaceAll(/\s/g, '')
      expect(properties.filter((property) => !packed.includes(`var(${property}`))).toEqual([])
      const there = await inRoot<string[]>(
        page,
        "[...root.querySelectorAll('[part]')].flatMap(({ part }) => [...part])",
      )
      // What an answer without events has in place of the list, and what a filter beyond the chips adds.
      expect([...new Set([...there, 'empty', 'conditions'])].toSorted()).toEqual(parts.toSorted())
    })
  })

  test('a site with a strict policy: the directives suffice, and nothing complains', async () => {
    const policy = example('Sites with a strict policy').replaceAll('\n', ' ')
    // The icon of the host page is its own matter.
    await visit(plain(), { policy: `${policy}; img-src data:` }, async (page) => {
      await drawn(page)
      await page.locator('event-timeline .lane-name', { hasText: '奋战2020' }).click()
      await expect.poll(() => count(page)).toBe(`共${allOut}个事件`)
      await page.locator('event-timeline .menu-button').first().click()
      await page.locator('event-timeline .menu:popover-open a').first().waitFor()
    })
  })

  test('several languages stand side by side', async () => {
    const script = plain().split('\n')[0] ?? ''
    await visit(script + example('Several languages'), {}, async (page) => {
      const counts = page.locator('event-timeline .event-count')
      await expect.poll(() => counts.allTextContents()).toEqual(['共31个事件', '31 events'])
    })
  })

  test('the frame stands where no script of others may', async () => {
    await visit(
      example('The frame'),
      { policy: `default-src 'none'; img-src data:; frame-src ${service.origin}` },
      async (page) => {
        await page.frameLocator('iframe').locator('article').first().waitFor()
      },
    )
  })

  test('WordPress: the element looks the same whatever the theme does', async () => {
    const looks: string[] = []
    for (const style of ['', aggressive]) {
      await visit(
        style + example('WordPress'),
        { viewport: { width: 1000, height: 900 } },
        async (page) => {
          await page.evaluate(
            "document.querySelector('event-timeline').style.cssText = 'float: none; margin: 0; width: 900px'",
          )
          await drawn(page)
          expect(await count(page)).toBe(`共${allOut}个事件`)
          await page.locator('event-timeline .menu-button').first().click()
          await page.locator('event-timeline .menu:popover-open a').first().waitFor()
          looks.push(
            await inRoot<string>(
              page,
              `[...root.querySelectorAll('.etl, .etl *')].map((one) => {
              const { color, backgroundColor, font, display, letterSpacing, textTransform, textAlign, float, margin, padding, listStyle, width, textDecoration, wordSpacing, pointerEvents, position } = getComputedStyle(one)
              return [one.tagName, one.className, color, backgroundColor, font, display, letterSpacing, textTransform, textAlign, float, margin, padding, listStyle, width, textDecoration, wordSpacing, pointerEvents, position].join(' ')
            }).join('\\n')`,
            ),
          )
        },
      )
    }
    expect(looks[0]?.split('\n').length).toBeGreaterThan(60)
    expect(looks[1]?.split('\n')).toEqual(looks[0]?.split('\n'))
  })
})
