// The state of one run of the element: its host, its shadow root, its settings, its end.
import type { Html } from '../markup/html.ts'
import type { CardContext } from '../page/context.ts'
import type { TabledOptions } from '../page/list/picture/frame.ts'
import type { ListView } from '../page/view.ts'
import { createAddresses } from '../address/addresses.ts'
import { writePairs, writeSearch, type Pairs } from '../address/canonical.ts'
import type { LongList } from './lazy/long-list.ts'
import type { ElementSettings } from './settings.ts'
import type { ToldFailure } from './api/service.ts'
import { failureNote } from './view/frame.ts'
import type { LoadedList } from './api/loaded-list.ts'
import type { Words } from './lazy/words.ts'

export interface Stage {
  readonly host: HTMLElement
  readonly root: ShadowRoot
  readonly settings: ElementSettings
  /** Aborted when the run ends; removes listeners outside of the element. */
  readonly signal: AbortSignal
  /** Passed on, so that all files of the widget share one Trusted Types policy. */
  readonly draw: (target: Element, markup: Html) => void
  /** Loads with the current filter, and draws; `isAnew`: nothing that was kept. */
  readonly load: (isAnew?: boolean) => void
  filter: Pairs
  /** With `sync`: the filter of the attributes as the service understands it, if there is one. */
  own?: Promise<Pairs>
  /** True where the address could not take the filter, and so does not tell it. */
  isApart?: boolean
  words?: Words
  shown?: Shown
  /** True while it is told that something failed besides loading the list. */
  isTold?: boolean
}

/** What is shown at the moment. */
export interface Shown {
  readonly source: LoadedList
  readonly view: ListView
  readonly context: CardContext
  /** What the table behind the picture is made of, once it is opened. */
  readonly tabled: Parameters<TabledOptions['table']> | undefined
  /** Only for a list of several pages, once it is drawn. */
  longList: LongList | undefined
}

/** An element of the shell, which exists once `prepare` has drawn it. */
export const place = ({ root }: Stage, selector: string): HTMLElement =>
  root.querySelector(selector) as HTMLElement

/** Tells the page what happened: `etl:load`, `etl:render`, `etl:filter`, `etl:toggle`, `etl:error`. */
export const tell = ({ host }: Stage, name: string, detail: object): boolean =>
  host.dispatchEvent(new CustomEvent(`etl:${name}`, { detail, bubbles: true, composed: true }))

/** Tells the reader what failed, the page and, since whoever made it may not listen, the console. */
export function fail(
  stage: Stage,
  { reason, failure, isFinal }: ToldFailure,
  isPassing = !isFinal,
): void {
  const { root, words, shown, filter, settings } = stage
  stage.isTold = false
  const state = root.querySelector<HTMLElement>('.load-state')
  if (words && state) {
    // A filter that a reader has chosen, or the address has, can be taken back.
    const isOther = failure.status === 400 && writePairs(filter) !== writePairs(settings.filter)
    const way = isPassing ? 'retry' : isOther && ownAddress(settings)
    stage.draw(state, failureNote(reason, { isStale: !!shown, way }, words))
    state.hidden = false
  }
  // oxlint-disable-next-line no-console -- for whoever made the page
  console.error(`<event-timeline> ${failure.message}`)
  tell(stage, 'error', failure)
}

/** The page with the filter of the attributes. */
const ownAddress = ({ base, timeline, filter, language }: ElementSettings): string =>
  createAddresses(base, timeline).timeline() + writeSearch([...filter, ['lang', language]])
