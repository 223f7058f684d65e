// Messages of the answers to tools (src/http/mcp), which programs read for people.

export interface ToolMessages {
  /** Headings of the groups of events: in a window of days, and without one. */
  readonly surely: string
  readonly possibly: string
  readonly dated: string
  readonly undated: string
  /** Below a heading without events. */
  readonly none: string
  /** Fewer events of a group are in this part of the answer than it has. */
  readonly elsewhere: (shown: number, total: number) => string
  /** How to list the events that a window set aside. */
  readonly listUndated: string
  /** More events than this answer has; the cursor continues it. */
  readonly continues: (shown: number, total: number, cursor: string) => string
  /** How an answer is to be used; above the events. */
  readonly howToQuote: string
  readonly sources: string
  /** Of a list that is longer than what is shown. */
  readonly others: (count: number) => string
  /** The names of the timelines that there are, where one was asked for that is not there. */
  readonly known: (ids: string) => string
}
