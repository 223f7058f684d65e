// Messages that only the widget uses.

/** Messages that only the widget uses. */
export interface WidgetMessages {
  readonly loading: string
  readonly failed: string
  readonly retry: string
  readonly stale: string
  /** The element has no usable address. */
  readonly noTimeline: string
}
