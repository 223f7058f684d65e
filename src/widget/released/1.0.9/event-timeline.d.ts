// Types of the element for sites written in TypeScript: its attributes, its events, and its tag in
// JSX.

/**
 * What was requested and is shown; every event bubbles, up to the window. With `atMost` the total is
 * an upper bound.
 */
export interface EventTimelineEvents {
  'etl:load': CustomEvent<{ timeline: string; edition: number; total: number; atMost?: true }>
  'etl:render': CustomEvent<{ events: number; total: number; atMost?: true }>
  'etl:filter': CustomEvent<{ filter: readonly (readonly [parameter: string, value: string])[] }>
  'etl:toggle': CustomEvent<{ event: string; open: boolean }>
  /** Without `status` there was no answer; `type` and `detail` are those of the problem (RFC 9457). */
  'etl:error': CustomEvent<{ message: string; status?: number; type?: string; detail?: string }>
}

export interface EventTimelineAttributes {
  /** Address of the timeline's page; a filter in it counts where no attribute names one. */
  src: string
  theme?: string | undefined
  actor?: string | undefined
  source?: string | undefined
  members?: 'include' | 'exclude' | undefined
  from?: string | undefined
  to?: string | undefined
  match?: 'possible' | 'certain' | undefined
  undated?: 'exclude' | 'include' | undefined
  q?: string | undefined
  sort?: 'date' | '-date' | '-updated' | undefined
  lang?: string | undefined
  /** 1 to 500, which more count as. */
  limit?: number | `${number}` | undefined
  layout?: 'auto' | 'compact' | 'picture' | undefined
  /** `hash`: the fragment of the page's address has the filter that readers choose. */
  sync?: 'hash' | undefined
  'color-scheme'?: 'light' | 'dark' | 'auto' | undefined
  loading?: 'lazy' | 'eager' | undefined
  'heading-level'?: 1 | 2 | 3 | 4 | '1' | '2' | '3' | '4' | undefined
}

/** The tag in JSX, for the `IntrinsicElements` of any framework. */
export interface EventTimelineElements {
  'event-timeline': EventTimelineAttributes & {
    id?: string | undefined
    class?: string | undefined
    className?: string | undefined
    slot?: string | undefined
    hidden?: boolean | undefined
    key?: string | number | null | undefined
    /** An object that receives the element, or a function that is called with it. */
    ref?: { current: EventTimeline | null } | ((element: EventTimeline | null) => void) | undefined
    /** The link that is shown until the timeline has loaded. */
    children?: unknown
  }
}

export declare class EventTimeline extends HTMLElement {
  /** Loads again with the attributes as they are, and nothing that was kept. */
  reload(): void
}

declare global {
  interface HTMLElementTagNameMap {
    'event-timeline': EventTimeline
  }
  interface HTMLElementEventMap extends EventTimelineEvents {}
  interface DocumentEventMap extends EventTimelineEvents {}
  interface WindowEventMap extends EventTimelineEvents {}
  interface ShadowRootEventMap extends EventTimelineEvents {}
  // Frameworks that read the global namespace, such as React up to 18.
  namespace JSX {
    interface IntrinsicElements extends EventTimelineElements {}
  }
}
