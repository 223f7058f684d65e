// What clicks within the element do. Links lead to pages of the service, at any modified click, in any
// document and whatever its `<base>` is; those of the filter, and marks whose cards are listed, are handled
// here, unless the reader wants a new tab, a window or a file. The rest is loaded on demand (`more`).
import { loadMore } from './files.ts'
import type { More } from './lazy/controls.ts'
import { failureOf, isRefused } from './api/service.ts'
import { fail, place, tell, type Stage } from './state.ts'

export function listen(stage: Stage): void {
  const base = place(stage, '.etl')
  base.addEventListener('click', (event) => {
    const target = event.target as Element
    const card = cardOf(stage, target.closest('.plot a,.ring'))
    const control = target.closest<HTMLElement>(
      ":is(.chips,.conditions,.filter,.notice,.empty) a,.event-meta a,a.lane-name:not([href*='#']),.bin,.menu-button,.menu button,.retry",
    )
    const isModified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (isModified && target.closest('a')) return
    if (card === undefined && !control) return
    event.preventDefault()
    if (control?.matches('.retry')) stage.load(true)
    else
      void useMore(stage, (more) =>
        control ? more.press(stage, control) : more.reach(stage, card ?? ''),
      )
  })
  // Toggling does not bubble.
  base.addEventListener(
    'toggle',
    ({ target }) => {
      const details = target as HTMLDetailsElement
      const article = details.closest('article')
      if (article) tell(stage, 'toggle', { event: article.id, open: details.open })
      else if (details.matches('.filter:not(:has(form))')) void extend(stage)
      else if (details.matches('.as-table:not(:has(table))'))
        void useMore(stage, (more) => more.tabulate(stage))
    },
    true,
  )
}

/** The event of a mark, if its card is in the list; the mark itself leads to the page of the event. */
function cardOf({ settings, shown }: Stage, mark: Element | null): string | undefined {
  if (!mark || !shown || settings.layout === 'picture') return undefined
  const href = mark.getAttribute('href')
  return shown.source.loaded.find(({ id }) => shown.context.addresses.event(id) === href)?.id
}

/** Loads the rarely used parts and uses them, unless the run has ended by then. */
export async function useMore(stage: Stage, use: (more: More) => unknown): Promise<void> {
  try {
    const more = stage.words && (await loadMore(stage.settings.language, stage.words))
    if (!more || stage.signal.aborted) return
    await use(more)
    takeBack(stage)
  } catch (error) {
    await told(stage, error)
  }
}

/** Says why something failed that a reader has asked for; it may not when all is loaded anew. */
export async function told(stage: Stage, error: unknown): Promise<void> {
  const failure = await failureOf(error, stage.settings.language, stage.words)
  if (stage.signal.aborted) return
  fail(stage, failure, true)
  stage.isTold = true
}

/** Takes back what `told` said, since what a reader asks for comes again. */
export function takeBack(stage: Stage): void {
  if (stage.isTold) place(stage, '.load-state').hidden = true
  stage.isTold = false
}

/**
 * Says why a further page of a list failed. One that is refused stays so, as where its edition is no
 * longer kept: pressing its button loads the list anew.
 */
export function failPage(stage: Stage, error: unknown, isPressed: boolean): void {
  if (isPressed && isRefused((error as { readonly status?: number }).status)) stage.load(true)
  else void told(stage, error)
}

export const extend = (stage: Stage): Promise<void> => useMore(stage, (more) => more.extend(stage))
