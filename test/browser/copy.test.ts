// Every button that copies, on every page and in the element, whatever a browser allows. What was
// copied is what pasting gives.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { pages } from '../../src/http/routes/pages.ts'
import { launchChromium } from '../support/chromium.ts'
import { isFull } from '../support/extent.ts'
import { focused } from './keyboard.ts'
import { hostPage, openService, openSite, type Site } from './site.ts'
import { seed } from './timelines.ts'
import { visit as visitPage } from './visit.ts'

/** How many buttons each page has of its own. */
const buttonsOf: Readonly<Record<string, number>> = {
  '/': 0,
  '/timelines/{timeline}': 0,
  '/timelines/{timeline}/embed': 0,
  '/timelines/{timeline}/events/{event}': 2,
  '/timelines/{timeline}/editions': 0,
  '/timelines/{timeline}/subscribe': 1,
  '/timelines/{timeline}/embed-code': 3,
}
const [without = [], copying = []] = [0, 1].map((least) =>
  Object.keys(buttonsOf).filter((path) => Math.sign(buttonsOf[path] ?? 0) === least),
)
const addressOf = (path: string, lang: string): string =>
  `${path.replace('{timeline}', 'fusha-2020').replace('{event}', 'traffic-police-recalled')}?lang=${lang}`

const said = {
  'zh-Hans': { copied: '已复制', failed: '浏览器不允许复制。文字已选中，请自行复制。' },
  'zh-Hant': { copied: '已複製', failed: '瀏覽器不允許複製。文字已選取，請自行複製。' },
  en: {
    copied: 'Copied',
    failed: 'Your browser does not allow copying. The text is selected for you to copy.',
  },
}
type Language = keyof typeof said

interface Condition {
  readonly name: string
  /** Makes it so. */
  readonly code: string
  /** By the clipboard, by the older way, which alone sends an event, or not at all. */
  readonly copies: 'new' | 'old' | 'no'
}

const refused = "async () => { throw new DOMException('refused', 'NotAllowedError') }"
/** Each is added to those before. */
const conditions: readonly Condition[] = [
  { name: 'with a clipboard', code: '', copies: 'new' },
  {
    name: 'where the clipboard is forbidden',
    code: `Object.defineProperty(navigator.clipboard, 'writeText', { value: ${refused} })`,
    copies: 'old',
  },
  {
    name: 'where all copying is forbidden',
    code: 'document.execCommand = () => false',
    copies: 'no',
  },
]
const insecure: Condition = { name: 'without TLS', code: '', copies: 'old' }

describe.skipIf('missing' in inject('chromium'))('copying', () => {
  let browser: Browser
  let service: Site
  let host: Site

  beforeAll(async () => {
    browser = await launchChromium()
    service = await openService([seed])
    host = await openSite(() => hostPage('<h1>Host</h1>'))
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([service.close(), host.close()])
  })

  const visit = (site: Site, path: string, use: (page: Page) => Promise<void>): Promise<void> =>
    visitPage(
      browser,
      site.origin + path,
      {
        origins: [site.origin, service.origin],
        before,
        reducedMotion: 'reduce',
        // As windows grant it to the page in front; without windows nobody does.
        permissions: ['clipboard-write'],
      },
      use,
    )

  /** Under names that are not those of this machine, and without TLS: browsers have no clipboard there. */
  const visitInsecurely = (
    site: Site,
    path: string,
    use: (page: Page) => Promise<void>,
  ): Promise<void> => {
    const reaching = { 'http://site.example': site.origin, [outside]: service.origin }
    const origins = Object.keys(reaching)
    const excused = /Cross-Origin-Opener-Policy header has been ignored/
    return visitPage(
      browser,
      `http://site.example${path}`,
      { origins, reaching, before, excused, reducedMotion: 'reduce' },
      async (page) => {
        expect(await page.evaluate('navigator.clipboard')).toBe(undefined)
        await use(page)
      },
    )
  }

  test('every page is looked at, and some copy', () => {
    expect(pages.map(({ path }) => path).toSorted()).toEqual(Object.keys(buttonsOf).toSorted())
    expect(copying).toHaveLength(3)
  })

  test.each(without)('%s has nothing to copy', async (path) => {
    await visit(service, addressOf(path, 'en'), async (page) => {
      expect(await page.locator('.copy-field, textarea').count()).toBe(0)
    })
  })

  test.each(copying)('%s has fields to select and no button without scripts', async (path) => {
    const options = { origins: [service.origin], javaScriptEnabled: false }
    await visitPage(browser, service.origin + addressOf(path, 'en'), options, async (page) => {
      expect(await page.locator('.copy-field textarea:visible').count()).toBe(buttonsOf[path])
      expect(await page.locator('.copy-field button:visible').count()).toBe(0)
    })
  })

  // Without TLS it is tried in Traditional Chinese.
  const languages = isFull ? (['zh-Hans', 'en'] as const) : (['zh-Hans'] as const)
  describe.each(languages)('in %s', (lang) => {
    test.each(copying)('%s copies each of its fields, and says so [fault 8.1]', async (path) => {
      await visit(service, addressOf(path, lang), async (page) => {
        for (const condition of conditions) {
          await page.evaluate(condition.code)
          await expectFields(page, path, condition, lang)
        }
      })
    })

    test('the element copies the citation of an event, and says so', async () => {
      await visit(host, '/', async (page) => {
        await openMenu(page, service.origin, lang)
        for (const condition of conditions) {
          await page.evaluate(condition.code)
          await expectCitation(page, condition, lang)
        }
        // What it could not copy is in nobody's way.
        await expectCitation(page, conditions.at(-1)!, lang)
      })
    })
  })

  test.each(copying)('%s copies each of its fields without TLS [fault 8.1]', async (path) => {
    await visitInsecurely(service, addressOf(path, 'zh-Hant'), (page) =>
      expectFields(page, path, insecure, 'zh-Hant'),
    )
  })

  test('the element copies the citation of an event without TLS', async () => {
    await visitInsecurely(host, '/', async (page) => {
      await openMenu(page, outside, 'zh-Hant')
      await expectCitation(page, insecure, 'zh-Hant')
    })
  })
})

/** Another name of the service. */
const outside = 'http://timelines.example'

const before = "globalThis.copies = 0; addEventListener('copy', () => copies++)"

async function expectFields(
  page: Page,
  path: string,
  condition: Condition,
  lang: Language,
): Promise<void> {
  const fields = page.locator('.copy-field')
  expect(await fields.count()).toBe(buttonsOf[path])
  for (const field of await fields.all()) {
    const text = await field.locator('textarea').inputValue()
    await expectCopy(page, field, { text, condition, lang })
    // Of several fields the last alone says that it was copied.
    expect(await page.locator('.copy-field [role=status]:not(:empty)').count()).toBe(1)
  }
}

/** Puts the element into the page as a site does, and opens the menu of its first event. */
async function openMenu(page: Page, origin: string, lang: Language): Promise<void> {
  await page.evaluate(`(async () => {
    await import('${origin}/widget/v1/event-timeline.js')
    const one = Object.assign(document.createElement('event-timeline'), { lang: '${lang}' })
    one.setAttribute('src', '${origin}/timelines/fusha-2020')
    one.setAttribute('loading', 'eager')
    document.body.append(one)
  })()`)
  const button = page.locator('event-timeline article .menu-button').first()
  await button.waitFor()
  // Until all is drawn the list moves, and with it the menu, beside which a press would close it.
  await page.locator('event-timeline:not([aria-busy])').waitFor()
  await button.click()
}

async function expectCitation(page: Page, condition: Condition, lang: Language): Promise<void> {
  const entry = page.locator('event-timeline .menu li', { has: page.getByRole('status') })
  const text = (await entry.getByRole('button').getAttribute('data-copy')) ?? ''
  expect(text).toContain('/timelines/fusha-2020/events/')
  await expectCopy(page, entry, { text, condition, lang })
  expect(await entry.locator('textarea').count()).toBe(condition.copies === 'no' ? 1 : 0)
}

interface Copied {
  readonly text: string
  readonly condition: Condition
  readonly lang: Language
}

/** Presses the button; then the text can be pasted, or it is selected, and what happened is said. */
async function expectCopy(
  page: Page,
  place: Locator,
  { text, condition: { name, copies }, lang }: Copied,
): Promise<void> {
  const status = place.getByRole('status')
  // It is there before: what comes into it is read out.
  await status.evaluate((one) => Object.assign(one, { textContent: '' }) && undefined)
  await page.evaluate('copies = 0')
  await place.getByRole('button').click()
  const { copied, failed } = said[lang]
  const message = `${name}: ${text}`
  await expect.poll(() => status.textContent(), { message }).toBe(copies === 'no' ? failed : copied)
  expect(await page.evaluate('copies'), message).toBe(copies === 'old' ? 1 : 0)
  if (copies === 'no') expect(await page.evaluate(selected), message).toBe(text)
  else {
    expect((await focused(page))?.name, message).toMatch(/^button /)
    expect(await pasted(page), message).toBe(text)
  }
}

async function pasted(page: Page): Promise<string> {
  await page.evaluate(
    "document.body.append(Object.assign(document.createElement('textarea'), { id: 'pasted' }))",
  )
  const field = page.locator('#pasted')
  await field.press('Control+V')
  const text = await field.inputValue()
  await page.evaluate("document.querySelector('#pasted').remove()")
  return text
}

/** The selected text of the field that has the focus, also in the element. */
const selected = `(() => {
  let field = document.activeElement
  while (field.shadowRoot) field = field.shadowRoot.activeElement
  return field.value.slice(field.selectionStart, field.selectionEnd)
})()`
