// Reading a text from a place on, without copying it.

export interface NameRead<Value> {
  readonly value: Value
  /** Where the reading ended. */
  readonly end: number
}

/** The match of a sticky expression at a place. */
export function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at
  return expression.exec(text)
}

/** What stands before a place, for expressions that end there; short, so that all stays linear. */
export const before = (text: string, at: number, length = 12): string =>
  text.slice(Math.max(0, at - length), at)
