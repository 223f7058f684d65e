// One run of the element with fixed attributes: it loads, draws and, until it is stopped, filters.
import { writeFilter, writePairs, type Pairs } from '../address/canonical.ts'
import { below } from '../markup/heading.ts'
import { html, type Html } from '../markup/html.ts'
import { isOnChips, themeChips } from '../page/list/chips.ts'
import { axisOfShown, withExtents } from '../page/list/picture/pictured.ts'
import type { CardContext } from '../page/context.ts'
import { failPage, listen, takeBack, told, useMore } from './actions.ts'
import { draw } from './view/draw.ts'
import { filterInHash } from './hash.ts'
import { loadCounts, loadLong, loadMore, loadNames, loadWords } from './files.ts'
import { cards, sections } from './view/sections.ts'
import { elementContext } from './view/context.ts'
import { countText, footerOf, headerOf, picturePart, shell, titleOf } from './view/frame.ts'
import type { More } from './lazy/controls.ts'
import type { LongList } from './lazy/long-list.ts'
import type { ElementSettings } from './settings.ts'
import { sharedStyle } from './view/sheets.ts'
import { loadList, type LoadedList } from './api/loaded-list.ts'
import { failureOf } from './api/service.ts'
import { fail, place, tell, type Shown, type Stage } from './state.ts'
import { elementStyle } from '../page/style/generated.ts'
import type { Words } from './lazy/words.ts'

const addStyle = sharedStyle(elementStyle)

/**
 * Starts a run; returns the function that ends it. `isAnew`: nothing that was kept is shown.
 * @example const end = startDisplay(element, shadowRoot, settings, false)
 */
export function startDisplay(
  host: HTMLElement,
  root: ShadowRoot,
  settings: ElementSettings,
  isAnew: boolean,
): () => void {
  const ending = new AbortController()
  const { signal } = ending
  const load = (anew = false): void => void loadOnce(stage, anew)
  const stage: Stage = { host, root, settings, signal, draw, load, filter: chosenFilter(settings) }
  addEventListener(
    'hashchange',
    () => {
      followFilter(stage)
      followHash(stage)
    },
    { signal },
  )
  // Another element of the same timeline has changed the address, which no event tells.
  addEventListener('etl:filter', () => followFilter(stage), { signal })
  addEventListener('beforeprint', () => stage.shown?.longList?.fillAll(), { signal })
  load(isAnew)
  return () => {
    ending.abort()
    host.ariaBusy = null
    stage.shown?.longList?.close()
  }
}

async function loadOnce(stage: Stage, isAnew: boolean): Promise<void> {
  const { settings, root, filter } = stage
  const list = (pairs: Pairs) => loadList(settings, pairs, { loadNames, loadCounts }, { isAnew })
  const source = settings.timeline === '' ? null : list(filter)
  if (source && settings.sync && settings.filter.length > 0)
    stage.own ??= (filter === settings.filter ? source : list(settings.filter)).then(
      ({ query }) => writeFilter(query),
      () => settings.filter,
    )
  // Only the answer to the latest request is shown.
  const isOver = () => stage.signal.aborted || stage.filter !== filter
  // Awaited below; until then its failure must not count as unhandled.
  source?.catch(() => undefined)
  stage.host.ariaBusy = 'true'
  try {
    stage.words ??= await loadWords(settings.language)
    if (isOver()) return
    if (!root.querySelector('.etl')) prepare(stage, stage.words)
    if (source) await show(stage, await source, stage.words, isOver)
    else {
      const message = stage.words.widget.noTimeline
      fail(stage, { reason: message, failure: { message }, isFinal: true })
    }
  } catch (error) {
    const failure = await failureOf(error, settings.language, stage.words)
    if (!isOver()) fail(stage, failure)
  } finally {
    if (!isOver()) stage.host.ariaBusy = null
  }
}

/** Says below the child that it loads; the child stays until there is something to show. */
function prepare(stage: Stage, words: Words): void {
  drawShell(stage, html`<slot></slot>`)
  addStyle(stage.root)
  place(stage, '.load-state').textContent = words.widget.loading
}

function drawShell(stage: Stage, child?: Html): void {
  draw(stage.root, html`${child}${shell(stage.settings)}`)
  listen(stage)
}

/** Over what is shown an answer is drawn whole, or not at all: a file that it needs may not come. */
async function show(
  stage: Stage,
  source: LoadedList,
  words: Words,
  isOver: () => boolean,
): Promise<void> {
  const { settings, root } = stage
  const view = viewOf(settings, source)
  const needed = filesFor(stage, view, words)
  if (stage.shown) await needed
  // Awaited below; until then its failure must not count as unhandled.
  else needed.catch(() => undefined)
  if (isOver()) return
  const { shown } = stage
  const plain = elementContext(view, source.timeline, words)
  const { events, counts } = source.picture ?? {}
  const axis = events ? axisOfShown(events, plain) : counts && source.counted?.axisOfCounts(counts)
  const context = withExtents(axis ?? null, plain)
  let tabled: Shown['tabled']
  const picture = picturePart(
    view,
    settings,
    (...told) => {
      tabled = told
      return false
    },
    context,
  )
  const isRetried = root.activeElement?.matches('.load-state *, .month-gap *')
  if (shown?.source.edition !== source.edition) {
    if (shown) renewTitle(stage, context)
    else {
      // Anew, in the place of the child: the frame below it would move.
      drawShell(stage)
      draw(place(stage, 'header'), headerOf(settings, context))
    }
    tell(stage, 'load', {
      timeline: settings.timeline,
      edition: source.edition,
      ...totalOf(source),
    })
  }
  shown?.longList?.close()
  place(stage, '.event-count').textContent = countText(source, settings, words)
  const filter = picture || themeChips(view, context.addresses.timeline, context)
  draw(place(stage, '.chips-place'), filter)
  if (isRetried) place(stage, '.chips-place a').focus()
  place(stage, '.load-state').hidden = true
  stage.shown = { source, view, context, tabled, longList: undefined }
  // Parts above the list are drawn before them, parts below after them, so that nothing shifts.
  const [more, fillSections] = await needed
  if (isOver()) return
  if (more) more.extend(stage)
  const isPicture = settings.layout === 'picture'
  if (!isPicture) stage.shown.longList = drawList(stage, source, { context, fillSections })
  draw(
    place(stage, '.footer'),
    footerOf(isPicture ? { ...view, events: [] } : view, source.edition, context),
  )
  tell(stage, 'render', { events: source.loaded.length, ...totalOf(source) })
  if (!shown) followHash(stage)
}

/** What draws form and notes, and a list of several pages; each false where it is not needed. */
function filesFor(
  stage: Stage,
  view: ReturnType<typeof viewOf>,
  words: Words,
): Promise<[more: More | false | void, fillSections: FillSections | false]> {
  const { settings, root, shown } = stage
  const isExtended = !isOnChips(view) || view.total === 0 || root.querySelector('form')
  const more = !!isExtended && loadMore(settings.language, words)
  return Promise.all([
    // A first list is shown without its form and notes rather than not at all.
    shown ? more : more && more.catch((error: unknown) => told(stage, error)),
    settings.layout !== 'picture' && view.nextPage !== undefined && loadLong(),
  ])
}

type FillSections = Awaited<ReturnType<typeof loadLong>>

/** The controls below it stay, and what is chosen there. */
function renewTitle(stage: Stage, context: CardContext): void {
  const header = place(stage, 'header')
  const template = document.createElement('template')
  draw(template, titleOf(stage.settings, context))
  for (const before of header.querySelectorAll('.title, .lead')) before.remove()
  header.prepend(template.content)
}

/** A list of several pages is filled by a file loaded on demand; any other is drawn whole. */
function drawList(
  stage: Stage,
  source: LoadedList,
  { context, fillSections }: DrawnWith,
): LongList | undefined {
  const target = place(stage, '.months')
  const level = below(stage.settings.level)
  const fails = (error: unknown, isPressed: boolean) => failPage(stage, error, isPressed)
  const comes = () => takeBack(stage)
  const options = { target, source, level, context, draw, cards, fails, comes }
  if (fillSections) return fillSections(options)
  draw(target, sections(source, level, context))
  return undefined
}

interface DrawnWith {
  readonly context: CardContext
  /** False for a list of one page. */
  readonly fillSections: FillSections | false
}

/** That of the address, if it has one; that of the attributes where the address is the page's own. */
const chosenFilter = ({ sync, timeline, filter }: ElementSettings): Pairs =>
  (sync ? filterInHash(location.hash, timeline) : null) ?? filter

/** Shows the filter of the address, to which the reader has gone back; a fragment of the page's own says none. */
function followFilter(stage: Stage): void {
  const { sync, timeline } = stage.settings
  if (!sync || stage.isApart || filterInHash(location.hash, timeline) === null) return
  const filter = chosenFilter(stage.settings)
  if (writePairs(filter) === writePairs(stage.filter)) return
  stage.filter = filter
  tell(stage, 'filter', { filter })
  stage.load()
}

function followHash(stage: Stage): void {
  if (location.hash !== '') void useMore(stage, (more) => more.followHash(stage))
}

/** As events tell it. */
const totalOf = ({ total, atMost }: LoadedList) => ({ total, ...(atMost && { atMost }) })

const viewOf = ({ base, language }: ElementSettings, source: LoadedList) => ({
  ...source,
  publicUrl: base,
  base,
  speech: { ui: language, content: language, inAddress: true },
  events: source.loaded,
})
