// A list of several pages: every heading and its count at once, the events of a section when it
// comes near the viewport. The pages are in the order of the API, where sections mix. A gap reserves the height of missing events; reaching it by Tab fills it
// first. Loaded on demand.
import { below, type HeadingLevel } from '../../markup/heading.ts'
import { html } from '../../markup/html.ts'
import type { SectionId } from '../../domain/date/claims.ts'
import { listSectionOf, listSectionsOf } from '../../domain/query/counts.ts'
import { listSection } from '../../page/list/sections.ts'
import type { CardContext } from '../../page/context.ts'
import type { ShownEvent } from '../../page/view.ts'
import { shownEvent, type EventsAnswer } from '../api/answers.ts'
import type { draw } from '../view/draw.ts'
import { read } from '../api/service.ts'
import type { cards } from '../view/sections.ts'
import { longListStyle } from '../../page/style/generated.ts'
import { sharedStyle } from '../view/sheets.ts'
import type { LoadedList } from '../api/loaded-list.ts'

export interface LongListOptions {
  readonly target: Element
  readonly source: LoadedList
  readonly level: HeadingLevel
  readonly context: CardContext
  /** The functions of the main file. */
  readonly draw: typeof draw
  readonly cards: typeof cards
  /** Called with the reason if a page cannot be loaded, and whether a button has asked for it. */
  readonly fails: (error: unknown, isPressed: boolean) => void
  /** Called when a page has come. */
  readonly comes: () => void
}

export interface LongList {
  /** Loads and fills everything synchronously, for printing. */
  fillAll(): void
  /** Loads all pages if it must, fills up to the event, and returns its element. */
  reveal(event: string): Promise<Element | null>
  close(): void
}

const addStyle = sharedStyle(longListStyle)

/** Events added at a time, and how near to the viewport the end of a section must be for that. */
const step = 40
const near = '1200px'

/** Events per page, after the first page. */
const pageSize = 500

interface Section {
  readonly id: SectionId
  /** The index of its first event, of all sections together. */
  readonly first: number
  readonly list: Element
  readonly gap: HTMLElement
  /** How many events it has, or at most has. */
  count: number
  filled: number
  /** True while it is filled because the reader has come to its gap. */
  isEntered: boolean
}

export function fillSections(options: LongListOptions): LongList {
  const pages = pagesOf(options)
  const sections = drawSections(options)
  addStyle(options.target.getRootNode() as ShadowRoot)

  const append = (section: Section, max: number): void => {
    const { id, first, filled, count } = section
    const events = pages.of(id).slice(filled, Math.min(filled + max, count))
    const row = { section: id, events, from: first + filled }
    const template = document.createElement('template')
    options.draw(template, html`${options.cards(row, below(options.level), options.context)}`)
    section.gap.before(template.content)
    section.filled += events.length
    // A count may be an upper bound: where no page is left, what has come is all.
    if (pages.areOver()) section.count = Math.min(section.count, pages.of(id).length)
    reserve(section)
  }
  const fill = async (section: Section, max = step): Promise<void> => {
    const { id, filled, count } = section
    await pages.until(() => pages.of(id).length >= Math.min(filled + max, count))
    append(section, max)
  }
  /** Looks whether the gap is near; one that a failed page has left is not observed. */
  const watch = ({ filled, count, gap }: Section): void => {
    if (filled < count) observer.observe(gap)
  }
  const fillAndWatch = (section: Section) => fill(section).then(() => watch(section))

  const byGap = new Map<Element, Section>(sections.map((section) => [section.gap, section]))
  const observer = nearness((gap) => {
    observer.unobserve(gap)
    const section = byGap.get(gap)
    // A failed page leaves its gap, whose button tries again.
    if (section) fillAndWatch(section).catch((error: unknown) => options.fails(error, false))
  })
  for (const section of sections) {
    reserve(section)
    watch(section)
    listen(section, fillAndWatch, options.fails)
  }

  return {
    fillAll() {
      pages.allNow()
      for (const section of sections) append(section, section.count)
    },
    async reveal(event) {
      const { loaded } = options.source
      const isIt = ({ id }: ShownEvent) => id === event
      await pages.until(() => loaded.some(isIt))
      for (const section of sections) {
        const index = pages.of(section.id).findIndex(isIt)
        if (index < 0) continue
        const missing = index + 1 - section.filled
        if (missing > 0) await fill(section, missing)
        return section.list.children[index]?.querySelector('article') ?? null
      }
      return null
    },
    close: () => observer.disconnect(),
  }
}

/** Tells of what comes near the viewport. */
const nearness = (use: (target: Element) => void): IntersectionObserver =>
  new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) use(target)
    },
    { rootMargin: near },
  )

interface Pages {
  /** The events of a section that are loaded, in order. */
  of(section: SectionId): readonly ShownEvent[]
  /** True if no page is left to load. */
  areOver(): boolean
  /** Loads page after page until it is enough, or all are there. */
  until(isEnough: () => boolean): Promise<void>
  /** Loads as many pages as it can, synchronously. */
  allNow(): void
}

function pagesOf({ source, comes }: Pick<LongListOptions, 'source' | 'comes'>): Pages {
  const { loaded, nextPage, query } = source
  const rest = { next: nextPage }
  const bySection = Map.groupBy(loaded, ({ when }) => listSectionOf(when, query.sort))
  /** Adds a page once, however many callers have waited for it. */
  const add = (page: EventsAnswer, from: string): void => {
    if (rest.next !== from) return
    const events = page.events.map(shownEvent)
    loaded.push(...events)
    for (const event of events) {
      const section = listSectionOf(event.when, query.sort)
      const known = bySection.get(section)
      if (known) known.push(event)
      else bySection.set(section, [event])
    }
    rest.next = page.links.next
  }
  return {
    of: (section) => bySection.get(section) ?? [],
    areOver: () => rest.next === undefined,
    async until(isEnough) {
      while (!isEnough() && rest.next !== undefined) {
        const from = rest.next
        add(await read<EventsAnswer>(inPages(from)), from)
        comes()
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
function drawSections({
  target,
  source,
  level,
  context,
  draw,
}: LongListOptions): readonly Section[] {
  const gap = html`<li class="month-gap"><button type="button" class="chip">${context.words.more}</button></li>`
  const counts = listSectionsOf(source.times, source.query.sort)
  draw(
    target,
    html`${counts.map(([id, count]) => listSection({ id, count, atMost: source.atMost }, level, context, [gap]))}`,
  )
  const gaps = [...target.querySelectorAll<HTMLElement>('.month-gap')]
  let first = 0
  return counts.flatMap(([id, count], i) => {
    const [gap, list] = [gaps[i], gaps[i]?.parentElement]
    const before = first
    first += count
    return gap && list ? [{ id, first: before, count, list, gap, filled: 0, isEntered: false }] : []
  })
}

/** Fills a section when its gap is focused or pressed; a button is focused before it is pressed. */
function listen(
  section: Section,
  fill: (section: Section) => Promise<void>,
  fails: LongListOptions['fails'],
): void {
  let isPressed = false
  for (const name of ['focusin', 'click'])
    section.gap.addEventListener(name, ({ type }) => {
      isPressed = type === 'click'
      enter(section, fill).catch((error: unknown) => fails(error, isPressed))
    })
}

/** Called when a gap is focused or pressed: fills it and moves the focus to the first event added. */
async function enter(section: Section, fill: (section: Section) => Promise<void>): Promise<void> {
  if (section.isEntered) return
  section.isEntered = true
  const before = section.filled
  try {
    await fill(section)
    section.list.children[before]?.querySelector('a')?.focus()
  } finally {
    section.isEntered = false
  }
}

/** Assumed height of an event, in pixels, before any has been measured. */
const defaultHeight = 150

function reserve({ gap, list, filled, count }: Section): void {
  if (filled >= count) return gap.remove()
  const measured = filled > 0 ? (list.clientHeight - gap.offsetHeight) / filled : 0
  gap.style.blockSize = `${Math.round((measured || defaultHeight) * (count - filled))}px`
}
