// What each language of the element comes with: the words of events, and what the element says of
// itself. The build makes a file of it for each language (assets/widget.ts).
import type { CardMessages, WidgetMessages } from '../../messages/tables.ts'

export interface Words {
  readonly cards: CardMessages
  readonly widget: WidgetMessages
  /** Integrity of the rarer parts in this language. */
  readonly more: string
}
