// What people put into posts, and what a reader must then see.
import type { Locator, Page } from 'playwright-core'
import { patience } from '../../support/patience.ts'
import { document, event } from '../../support/document.ts'
import type { Post } from './site.ts'

export interface Case {
  readonly title: string
  readonly post: Post
  /** Ends when the reader sees it; throws if not within the patience of the suite. */
  readonly seen: (page: Page) => Promise<unknown>
}

const timeline = '/timelines/fusha-2020'
const awarded = 'zhu-merit-award'
const events = 31

/** Lower than the 1,000 pixels that WordPress gives at most. */
export const shortTimeline = document({ id: 'short', events: [event({})] })

/** An address on a line of its own, as the block editor saves it, and as the older one does. */
const block = (address: string): string =>
  `<!-- wp:embed {"url":"${address}"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${address}\n</div></figure>\n<!-- /wp:embed -->`
const line = (address: string): string => `before\n\n${address}\n\nafter`
const html = (code: string): string => `<!-- wp:html -->\n${code}\n<!-- /wp:html -->`

/** The codes of the embed-code page, in their order: element, frame. */
export async function casesOf(origin: string): Promise<readonly Case[]> {
  const [element = '', frame = ''] = await codesOf(`${origin}${timeline}/embed-code?lang=en`)
  const administrator = (content: string): Post => ({ content, role: 'administrator' })
  const author = (content: string): Post => ({ content, role: 'author' })
  const page = `${origin}${timeline}?lang=en`
  const short = `${origin}/timelines/${shortTimeline.id}?layout=compact&lang=en`
  const shared = `${origin}${timeline}?lang=en&from=singlemessage&isappinstalled=0`
  return [
    { title: 'address in a block', post: administrator(block(page)), seen: highest },
    // Outside blocks the theme leaves frames wider than a telephone, WordPress's own, too.
    { title: 'address on a line', post: administrator(line(page)), seen: asHighAsMayBe },
    { title: 'address of an author', post: author(block(page)), seen: highest },
    { title: 'address from WeChat', post: administrator(block(shared)), seen: highest },
    { title: 'address of a short timeline', post: administrator(block(short)), seen: asHighAsItIs },
    {
      title: 'address of an event',
      post: administrator(block(`${origin}${timeline}/events/${awarded}?lang=en`)),
      seen: showsEvent,
    },
    { title: 'element in a block', post: administrator(html(element)), seen: showsElement },
    { title: 'element in old text', post: administrator(line(element)), seen: showsElement },
    { title: 'frame in a block', post: administrator(html(frame)), seen: wholeFrame },
    { title: 'frame in old text', post: administrator(line(frame)), seen: wholeFrame },
    { title: 'element of an author', post: author(html(element)), seen: leavesLink },
  ]
}

async function codesOf(address: string): Promise<readonly string[]> {
  const page = await (await fetch(address)).text()
  const entities: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    amp: '&',
    '#39': "'",
  }
  return [...page.matchAll(/<textarea[^>]*>([^<]*)/g)].map(([, text = '']) =>
    text.replace(/&([a-z0-9#]+);/g, (whole, name: string) => entities[name] ?? whole),
  )
}

const frameOf = (page: Page) => page.frameLocator('.wp-block-post-content iframe')
const iframe = (page: Page) => page.locator('.wp-block-post-content iframe')
const heightOf = async (one: Locator): Promise<number> => (await one.boundingBox())?.height ?? 0

/** Looks until it holds; what it is otherwise is the message. */
async function until(page: Page, look: () => Promise<string | null>): Promise<void> {
  const end = Date.now() + patience.wait
  for (;;) {
    const missing = await look()
    if (missing === null) return
    if (Date.now() > end) throw new Error(missing)
    await page.waitForTimeout(50)
  }
}

/** WordPress gives at most 1,000 pixels, and hides the link when the frame has told its height. */
async function asHighAsMayBe(page: Page): Promise<void> {
  await iframe(page).scrollIntoViewIfNeeded()
  await until(page, async () => {
    const height = await heightOf(iframe(page))
    const isLinkShown = await page.locator('.wp-block-post-content blockquote').isVisible()
    if (height === 1_000 && !isLinkShown) return null
    return `the frame is ${height} high${isLinkShown ? ', its link is shown, too' : ''}`
  })
}

async function highest(page: Page): Promise<void> {
  await asHighAsMayBe(page)
  const shown = await frameOf(page).locator('article').count()
  if (shown !== events) throw new Error(`${shown} events`)
  await fits(page)
}

async function asHighAsItIs(page: Page): Promise<void> {
  await iframe(page).scrollIntoViewIfNeeded()
  await frameOf(page).locator('article').first().waitFor()
  await sameHeight(page)
}

/** The frame with the script of its code: nothing scrolls in it. */
async function wholeFrame(page: Page): Promise<void> {
  await iframe(page).scrollIntoViewIfNeeded()
  await frameOf(page).locator('article').last().waitFor()
  await sameHeight(page)
  const height = await heightOf(iframe(page))
  if (height < 2_000) throw new Error(`the frame is ${height} high`)
  await fits(page)
}

const sameHeight = (page: Page): Promise<void> =>
  until(page, async () => {
    const wanted = await heightOf(frameOf(page).locator('html'))
    const given = await heightOf(iframe(page))
    return Math.abs(wanted - given) < 6 ? null : `the frame is ${given} high, its content ${wanted}`
  })

async function showsEvent(page: Page): Promise<void> {
  await asHighAsMayBe(page)
  const shown = frameOf(page).locator(`#${awarded}.highlighted`)
  await shown.waitFor()
  await until(page, async () => {
    const [frame, box] = await Promise.all([iframe(page).boundingBox(), shown.boundingBox()])
    const isInView =
      frame && box && box.y >= frame.y && box.y + box.height <= frame.y + frame.height
    return isInView ? null : 'the event is not in view'
  })
}

async function showsElement(page: Page): Promise<void> {
  const element = page.locator('event-timeline')
  await element.scrollIntoViewIfNeeded()
  await element.locator('article').last().waitFor()
  const shown = await element.locator('article').count()
  if (shown !== events) throw new Error(`${shown} events`)
  const height = await heightOf(element)
  if (height < 2_000) throw new Error(`the element is ${height} high`)
  await fits(page)
}

/** Scripts and unknown tags of authors go; a link stays that leads to the timeline. */
async function leavesLink(page: Page): Promise<void> {
  const links = await page.locator(`.wp-block-post-content a[href*="${timeline}"]`).count()
  if (links !== 1) throw new Error(`${links} links`)
}

/** Neither in WordPress nor within the frame is there anything to scroll sideways. */
async function fits(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    const over = await frame.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    if (over > 0) throw new Error(`${over} px too wide: ${frame.url()}`)
  }
}
