// A list of several pages: every heading and its count at once, the events of a month when it comes
// near the viewport. A gap reserves the height of missing events; reaching it by Tab fills it
// first. Loaded on demand.
import { below, type HeadingLevel } from '../../markup/heading.ts'
import { html } from '../../markup/html.ts'
import { monthLabel, monthSection } from '../../page/list/months.ts'
import type { CardContext } from '../../page/context.ts'
import { shownEvent, type EventsAnswer } from '../api/answers.ts'
import type { draw } from '../view/draw.ts'
import { read } from '../api/service.ts'
import type { cards } from '../view/sections.ts'
import { longListStyle } from '../../page/style/generated.ts'
import { sharedStyle } from '../view/sheets.ts'
import type { LoadedList } from '../api/loaded-list.ts'

export interface MonthsOptions {
  readonly target: Element
  readonly source: LoadedList
  readonly level: HeadingLevel
  readonly context: CardContext
  /** The functions of the main file. */
  readonly draw: typeof draw
  readonly cards: typeof cards
}

export interface Months {
  /** Loads and fills everything synchronously, for printing. */
  fillAll(): void
  /** Loads all pages if it must, fills up to the event, and returns its element. */
  reveal(event: string): Promise<Element | null>
  close(): void
}

const addStyle = sharedStyle(longListStyle)

/** Events added at a time, and how near to the viewport the end of a month must be for that. */
const step = 40
const near = '1200px'

/** Events per page, after the first page. */
const pageSize = 500

interface Month {
  readonly first: number
  readonly count: number
  readonly list: Element
  readonly gap: HTMLElement
  filled: number
}

export function fillMonths(options: MonthsOptions): Months {
  const pages = pagesOf(options.source)
  const { loaded } = options.source
  const months = drawMonths(options)
  addStyle(options.target.getRootNode() as ShadowRoot)

  const append = (month: Month, max: number): void => {
    const start = month.first + month.filled
    const added = loaded.slice(start, month.first + Math.min(month.filled + max, month.count))
    const template = document.createElement('template')
    options.draw(
      template,
      html`${options.cards(added, start, below(options.level), options.context)}`,
    )
    month.gap.before(template.content)
    month.filled += added.length
    reserve(month)
  }
  const fill = async (month: Month, max = step): Promise<void> => {
    await pages.upTo(month.first + Math.min(month.filled + max, month.count))
    append(month, max)
  }

  const byGap = new Map<Element, Month>(months.map((month) => [month.gap, month]))
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const month = byGap.get(target)
        if (!isIntersecting || !month) continue
        observer.unobserve(target)
        // A failed page leaves its gap, whose button tries again.
        const again = () => month.filled < month.count && observer.observe(target)
        fill(month).then(again, () => undefined)
      }
    },
    { rootMargin: near },
  )
  for (const month of months) {
    reserve(month)
    observer.observe(month.gap)
    month.gap.addEventListener('focusin', () => void enter(month, fill))
  }

  return {
    fillAll() {
      pages.allNow()
      for (const month of months) append(month, month.count)
    },
    async reveal(event) {
      if (!loaded.some(({ id }) => id === event)) await pages.upTo(Infinity)
      const index = loaded.findIndex(({ id }) => id === event)
      const month = months.find(({ first, count }) => index >= first && index < first + count)
      if (!month) return null
      const missing = index + 1 - month.first - month.filled
      if (missing > 0) await fill(month, missing)
      return month.list.children[index - month.first]?.querySelector('article') ?? null
    },
    close: () => observer.disconnect(),
  }
}

interface Pages {
  /** Loads page after page until `count` events are there, or all. */
  upTo(count: number): Promise<void>
  /** Loads as many pages as it can, synchronously. */
  allNow(): void
}

function pagesOf({ loaded, nextPage }: LoadedList): Pages {
  const rest = { next: nextPage }
  /** Adds a page once, however many callers have waited for it. */
  const add = (page: EventsAnswer, from: string): void => {
    if (rest.next !== from) return
    loaded.push(...page.events.map(shownEvent))
    rest.next = page.links.next
  }
  return {
    async upTo(count) {
      while (loaded.length < count && rest.next !== undefined) {
        const from = rest.next
        add(await read<EventsAnswer>(inPages(from)), from)
      }
    },
    allNow() {
      try {
        while (rest.next !== undefined) add(readNow(inPages(rest.next)), rest.next)
      } catch {
        // What has loaded is printed; the footer gives the total.
      }
    },
  }
}

/** Reads a page synchronously: a browser prints without waiting for a promise. */
function readNow(url: string): EventsAnswer {
  const request = new XMLHttpRequest()
  request.open('GET', url, false)
  request.send()
  return JSON.parse(request.status === 200 ? request.responseText : '') as EventsAnswer
}

function inPages(url: string): string {
  const page = new URL(url)
  page.searchParams.set('limit', `${pageSize}`)
  page.searchParams.delete('facets')
  return page.href
}

/** Draws the headings, and below each a gap with a button, so that Tab reaches it. */
function drawMonths({ target, source, level, context, draw }: MonthsOptions): readonly Month[] {
  const gap = html`<li class="month-gap"><button type="button" class="chip">${context.words.more}</button></li>`
  let after = 0
  const months = Array.from(source.months, ([id, count]) => {
    const first = after
    after += count
    const label = monthLabel({ id, events: source.loaded.slice(first, after) }, context)
    return { first, count, section: monthSection({ id, count, label }, level, [gap]) }
  })
  draw(target, html`${months.map(({ section }) => section)}`)
  return [...target.querySelectorAll<HTMLElement>('.month-gap')].flatMap((gap, i) => {
    const [month, list] = [months[i], gap.parentElement]
    return month && list ? [{ ...month, list, gap, filled: 0 }] : []
  })
}

/** Called when a gap gets the focus: fills it and moves the focus to the first event added. */
async function enter(month: Month, fill: (month: Month) => Promise<void>): Promise<void> {
  const before = month.filled
  await fill(month)
  month.list.children[before]?.querySelector('a')?.focus()
}

/** Assumed height of an event, in pixels, before any has been measured. */
const defaultHeight = 150

function reserve({ gap, list, filled, count }: Month): void {
  if (filled >= count) return gap.remove()
  const measured = filled > 0 ? (list.clientHeight - gap.offsetHeight) / filled : 0
  gap.style.blockSize = `${Math.round((measured || defaultHeight) * (count - filled))}px`
}
