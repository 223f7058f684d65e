// The rarely used parts of the widget, loaded on first use: choosing a filter, its form, the menu
// of an event, going to the event that the page's fragment names.
import { conditionsBeside } from '../../page/list/conditions.ts'
import { filterForm } from '../../page/list/filter-form.ts'
import { lanesTable } from '../../page/list/picture/lanes-table.ts'
import { html, type Html } from '../../markup/html.ts'
import { citationText, menuItems } from '../../page/share/menu.ts'
import { emptyNote, membersNote, setAsideNote } from '../../page/list/notes.ts'
import type { RenderContext } from '../../page/context.ts'
import { controlStyle } from '../../page/style/generated.ts'
import type { EditionStamp, ListView, ShownEvent } from '../../page/view.ts'
import { writePairs, type Pairs } from '../../address/canonical.ts'
import type { EventQuery } from '../../domain/query/event-query.ts'
import type { ListMessages } from '../../messages/en/list.ts'
import { read } from '../api/service.ts'
import { hashWith } from '../hash.ts'
import { sharedStyle } from '../view/sheets.ts'
import { isFilter } from '../settings.ts'
import { place, tell, type Stage } from '../state.ts'

export interface More {
  /** A link of the filter or a button was pressed. */
  press(stage: Stage, control: HTMLElement): void | Promise<void>
  /**
   * The mark of an event was pressed: goes to its card, which the fragment then names, unless it would name
   * something else: an element of the page, a page of its router, or any where `<base>` makes links lead to
   * another address.
   */
  reach(stage: Stage, event: string): Promise<void>
  /** Draws the form, and notes about the filter. */
  extend(stage: Stage): void
  /** Draws the table behind the picture. */
  tabulate(stage: Stage): void
  /** Goes to the event that the page's fragment names, unless the page has such an element. */
  followHash(stage: Stage): Promise<void>
}

const addStyle = sharedStyle(controlStyle)

export const moreIn = (words: ListMessages): More => ({
  press(stage, control) {
    const { menu, copy } = control.dataset
    const href = control.getAttribute('href')
    if (href !== null) return change(stage, [...new URL(href).searchParams].filter(isFilter))
    if (menu !== undefined) openMenu(stage, control, menu, words)
    else if (copy !== undefined) void copyText(control, copy, words)
  },

  reach(stage, id) {
    const [page] = location.href.split('#')
    const isFree = document.baseURI.split('#')[0] === page && !/^#!?\//.test(location.hash)
    if (isFree && location.hash !== `#${id}` && !document.getElementById(id)) writeHash(`#${id}`)
    return goTo(stage, id, () => true)
  },

  extend(stage) {
    const { root, shown } = stage
    if (!shown) return
    const context = { ...shown.context, words }
    const isOpen = place(stage, '.filter').hasAttribute('open')
    const target = place(stage, '.controls-place')
    const notes = place(stage, '.notes')
    const refocus = refocusing(root, target)
    const isNoted = notes.contains(root.activeElement)
    addStyle(root)
    stage.draw(notes, notesOf(shown.view, context))
    stage.draw(target, controlsOf(shown.view, context))
    if (isOpen) place(stage, '.filter').setAttribute('open', '')
    refocus()
    if (isNoted) place(stage, '.chips-place a').focus()
    place(stage, 'form').addEventListener('submit', (event) => {
      event.preventDefault()
      const fields = [...new FormData(event.target as HTMLFormElement)] as [string, string][]
      void change(stage, fields.filter(isFilter))
    })
  },

  tabulate(stage) {
    const { shown } = stage
    if (!shown?.tabled) return
    const [lanes, data] = shown.tabled
    addStyle(stage.root)
    stage.draw(
      place(stage, '.as-table .scrolled'),
      lanesTable({ ...shown.context, words })(lanes, data),
    )
  },

  async followHash(stage) {
    const id = location.hash.slice(1)
    if (!stage.shown || !/^[a-z0-9-]{1,64}$/.test(id) || document.getElementById(id)) return
    const { base, timeline } = stage.settings
    const { edition } = stage.shown.source
    const url = `${base}/v1/timelines/${timeline}/events/${id}?edition=${edition}`
    await goTo(stage, id, () => exists(url))
  },
})

/** Goes to the card of an event; one that is not drawn yet is looked for where it is in the list. */
async function goTo(
  { root, shown }: Stage,
  id: string,
  isListed: () => boolean | Promise<boolean>,
): Promise<void> {
  const article =
    root.getElementById(id) ?? ((await isListed()) && (await shown?.longList?.reveal(id)))
  root.querySelector('.highlighted')?.classList.remove('highlighted')
  if (!article) return
  article.classList.add('highlighted')
  article.scrollIntoView()
}

export const notesOf = (view: ListView, context: RenderContext): Html => html`
  ${conditionsBeside(true, view, context.addresses.timeline, context)}
  ${membersNote(view, context.addresses.timeline, context)}
  ${setAsideNote(view, context.addresses.timeline, context)}
  ${view.total === 0 && emptyNote(view, context.addresses.timeline, context)}`

export const controlsOf = (view: ListView, context: RenderContext): Html =>
  filterForm(view, { url: context.addresses.timeline }, context)

export const menuOf = (
  event: ShownEvent,
  { query, edition }: { readonly query: EventQuery; readonly edition: EditionStamp },
  context: RenderContext,
): Html => html`
  ${menuItems(event, context.addresses.subscribe(query), context)}
  <li>
    <button type="button" data-copy="${citationText(event, edition, context)}">${context.words.copyCitation}</button>
    <p role="status"></p>
  </li>`

/** Returns a function that moves the focus to the control now in its place, or to the last one. */
function refocusing(root: ShadowRoot, target: Element): () => void {
  // Some are folded up.
  const controls = () =>
    [
      ...target.querySelectorAll<HTMLElement>(
        'a, button, summary, select, input:not([type=hidden])',
      ),
    ].filter((control) => control.checkVisibility())
  const index = controls().indexOf(root.activeElement as HTMLElement)
  return () => index >= 0 && (controls()[index] ?? controls().at(-1))?.focus()
}

async function change(stage: Stage, chosen: Pairs): Promise<void> {
  const { settings, host, signal } = stage
  // The header is empty before anything is shown.
  const refocus = refocusing(stage.root, place(stage, '.chips-place, header:empty'))
  const isOwn =
    settings.sync &&
    (isSame(chosen, settings.filter) || isSame(chosen, (await stage.own) ?? settings.filter))
  if (signal.aborted) return
  host.addEventListener('etl:render', refocus, { once: true, signal })
  const filter = isOwn ? settings.filter : chosen
  stage.filter = filter
  if (settings.sync) {
    const hash = hashWith(location.hash, settings.timeline, isOwn ? undefined : filter)
    stage.isApart = !writeHash(hash)
  }
  tell(stage, 'filter', { filter })
  stage.load()
}

/** Whether two filters say the same; the service has its own order, a form that of its fields. */
const isSame = (one: Pairs, other: Pairs): boolean => inOrder(one) === inOrder(other)
const inOrder = (filter: Pairs): string =>
  filter
    .map((pair) => writePairs([pair]))
    .toSorted()
    .join('&')

/**
 * A step of the browser's history, which Back undoes; the page does not scroll, as it would for a link.
 * Returns whether it could be written.
 */
function writeHash(hash: string): boolean {
  const [page] = location.href.split('#')
  try {
    history.pushState(history.state, '', page + hash)
    return true
  } catch {
    // Some documents have no address of their own, such as those of srcdoc.
    return false
  }
}

/** Fills the one menu for the event whose button was pressed, and opens it. */
function openMenu(stage: Stage, button: HTMLElement, id: string, words: ListMessages): void {
  const { shown, root } = stage
  const event = shown?.source.loaded.find((one) => one.id === id)
  if (!shown || !event) return
  addStyle(root)
  const {
    query,
    timeline: { edition },
  } = shown.source
  const menu = place(stage, '.menu')
  if (menu.matches(':popover-open')) {
    const isOwn = menu.dataset['event'] === id
    menu.hidePopover()
    if (isOwn) return
  }
  menu.dataset['event'] = id
  stage.draw(menu, menuOf(event, { query, edition }, { ...shown.context, words }))
  menu.showPopover({ source: button })
  // In a shadow tree the focus would be lost when Escape closes the menu around it.
  const keepFocus = () => menu.contains(root.activeElement) && button.focus()
  menu.addEventListener('beforetoggle', keepFocus, { once: true })
}

/**
 * If the clipboard API is missing (no TLS) or denied, it falls back to execCommand; if that fails,
 * too, the text stays there, selected for the reader to copy.
 */
async function copyText(button: HTMLElement, text: string, words: ListMessages): Promise<void> {
  const status = button.nextElementSibling as HTMLElement
  status.textContent = ''
  status.nextElementSibling?.remove()
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const field = document.createElement('textarea')
    field.readOnly = true
    field.value = text
    field.ariaLabel = button.textContent
    status.after(field)
    field.focus()
    field.select()
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else is left there
    if (!document.execCommand('copy')) {
      status.textContent = words.copyFailed
      return
    }
    field.remove()
    button.focus()
  }
  status.textContent = words.copied
}

/** Checked before a whole list is loaded: the fragment may mean something else on its page. */
const exists = (url: string): Promise<boolean> =>
  read(url).then(
    () => true,
    () => false,
  )
