// Types of the element for sites written in TypeScript.

export interface EventTimelineEvents {
  'etl:load': CustomEvent<{ timeline: string; edition: number; total: number }>
  'etl:render': CustomEvent<{ events: number; total: number }>
  'etl:filter': CustomEvent<{ filter: readonly (readonly [parameter: string, value: string])[] }>
  'etl:toggle': CustomEvent<{ event: string; open: boolean }>
  'etl:error': CustomEvent<{ message: string }>
}

export declare class EventTimeline extends HTMLElement {
  /** Loads anew with the attributes as they are. */
  reload(): void
}

declare global {
  interface HTMLElementTagNameMap {
    'event-timeline': EventTimeline
  }
  interface HTMLElementEventMap extends EventTimelineEvents {}
}
