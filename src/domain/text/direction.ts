// Direction of text by the Unicode Bidirectional Algorithm (UAX #9). Pure.

/** The end of each line, and of what may be open in it. */
export const lineEnd = /[\n\r\u2028\u2029]/

/** What opens an embedding or isolate, and what closes it. */
const closers = /* @__PURE__ */ new Map([
  ['\u202a', '\u202c'],
  ['\u202b', '\u202c'],
  ['\u2066', '\u2069'],
  ['\u2067', '\u2069'],
  ['\u2068', '\u2069'],
])

/** A control of direction that could reorder digits or the text around it. */
export interface StrayControl {
  /** In UTF-16 units. */
  readonly offset: number
  readonly control: string
  /** What would have closed it; null for an override or what closes nothing. */
  readonly closer: string | null
}

/**
 * Overrides, which turn digits around; closers of nothing; embeddings and isolates that the line in
 * which they begin does not close.
 * @example strayControls('a\u2067b') → [{ offset: 1, control: '\u2067', closer: '\u2069' }]
 */
export function strayControls(text: string): StrayControl[] {
  // Most texts have none.
  if (!/[\u202a-\u202e\u2066-\u2069]/.test(text)) return []
  const stray: StrayControl[] = []
  let open: StrayControl[] = []
  for (let offset = 0; offset < text.length; offset++) {
    const control = text.charAt(offset)
    const closer = closers.get(control)
    if (closer !== undefined) open.push({ offset, control, closer })
    else if (lineEnd.test(control)) {
      stray.push(...open)
      open = []
    } else if (/[\u202d\u202e]/.test(control)) stray.push({ offset, control, closer: null })
    else if (/[\u202c\u2069]/.test(control) && !closes(open, control))
      stray.push({ offset, control, closer: null })
  }
  return [...stray, ...open].toSorted((a, b) => a.offset - b.offset)
}

/** Closes the innermost one if that is what the control closes. */
const closes = (open: StrayControl[], control: string): boolean =>
  open.at(-1)?.closer === control && open.pop() !== undefined

/**
 * The text without its stray controls, as it is shown. Editions of earlier versions have some.
 * @example withoutStrays('\u202e1234') → 1234
 */
export function withoutStrays(text: string): string {
  const stray = strayControls(text)
  if (stray.length === 0) return text
  const offsets = new Set(stray.map(({ offset }) => offset))
  return text
    .split('')
    .filter((_, offset) => !offsets.has(offset))
    .join('')
}

/** Letters written from right to left, and the controls of direction. */
const directed =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Bidi_Control}\u07c0-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** True if the text could change the order of what stands beside it, so that it must be isolated. */
export const isDirected = (text: string): boolean => directed.test(text)
