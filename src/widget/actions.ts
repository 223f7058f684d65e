// What clicks within the element do. Links lead to the page of the service; those of the filter, and
// marks, which lead to cards, are handled here, unless the reader wants a new tab or window: a fragment
// in a shadow tree leads nowhere by itself. The rest is loaded on demand (`more`).
import { loadMore } from './files.ts'
import type { More } from './lazy/controls.ts'
import { failureOf, isRefused } from './api/service.ts'
import { fail, place, tell, type Stage } from './state.ts'

export function listen(stage: Stage): void {
  const base = place(stage, '.etl')
  base.addEventListener('click', (event) => {
    const control = (event.target as Element).closest<HTMLElement>(
      ":is(.chips,.conditions,.filter,.notice,.empty) a,.event-meta a,a[href^='#'],.lane-name:not([href*='#']),.bin,.menu-button,.menu button,.retry",
    )
    if (!control || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    if (control.matches('.retry')) stage.load(true)
    else void useMore(stage, (more) => more.press(stage, control))
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
