// The messages of the element in one language: those of event cards, and its own. The build makes
// one file per language (assets/widget.ts).
import type { CardMessages } from '../../messages/en/list.ts'
import type { WidgetMessages } from '../../messages/en/widget.ts'

export interface Words {
  readonly cards: CardMessages
  readonly widget: WidgetMessages
  /** Integrity of the rarely used parts in this language. */
  readonly more: string
}
