// The words of the widget in one language: those of events, and what it says of itself.
import type { CardWords } from '../../page/words/words.ts'

export interface Words {
  readonly cards: CardWords
  readonly widget: WidgetWords
  /** Integrity of the rarer parts in this language. */
  readonly more: string
}

/** What only the widget says. */
export interface WidgetWords {
  readonly loading: string
  readonly failed: string
  readonly retry: string
  readonly stale: string
}
