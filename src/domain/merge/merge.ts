// Merges the documents of two editors who began with the same edition: by part, id and field over the
// table of fields. Pure, and fit for a browser.
import type { PartKind } from '../document/fields.ts'
import type { TimelineDocument } from '../document/timeline.ts'
import {
  documentShape,
  isPartList,
  partLists,
  readForMerge,
  shapeOfField,
  writeMerged,
  type Fields,
} from './shape.ts'
import {
  mergeThree,
  notKnown,
  type Answers,
  type Open,
  type Shape,
  type Side,
} from './three-way.ts'

export type { Side } from './three-way.ts'

/** Three documents of one timeline, each of which passed the check. */
export interface MergedDocuments {
  /** What both began with; null if it is no longer kept, and every difference is a choice. */
  readonly base: TimelineDocument | null
  readonly mine: TimelineDocument
  readonly theirs: TimelineDocument
}

/** A place of a document that is merged by itself. */
export interface MergePlace {
  readonly part: PartKind
  /** Null for the order of all parts of this kind. */
  readonly id: string | null
  /** Null for the whole part. */
  readonly field: string | null
  /** A language, or the key of an item, within the field. */
  readonly within: readonly string[]
  /** True if it is the order of a list. */
  readonly isOrder: boolean
}

/** What both changed differently, or one changed and the other deleted. Nothing is preselected. */
export interface MergeChoice extends MergePlace {
  /** Stable: the JSON Pointer of the place, with ids and languages for indexes. */
  readonly key: string
  /**
   * Values as in `FieldValues`, holding only what is chosen: a text in one language, one citation. Of a
   * whole part its fields; of an order the ids or items. Null means absent; `base` is also null
   * if it is not known.
   */
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

/** What is merged of one side. */
export interface MergedChange extends MergePlace {
  /** `both` if both made the same change. */
  readonly side: Side | 'both'
}

export interface DocumentMerge {
  /** Null while choices are open. The caller checks it: merged parts may contradict each other. */
  readonly document: object | null
  readonly changes: readonly MergedChange[]
  readonly choices: readonly MergeChoice[]
}

/**
 * Merges by part, id and field. Themes, actors, memberships, other names by language, citations (by
 * source and words) and links (by address) are sets; texts are merged by language; everything else
 * as a whole. Which side is which does not matter for the result.
 * @example a title changed by one side, a date by the other → { document: with both, choices: [] }
 */
export function mergeDocuments(
  { base, mine, theirs }: MergedDocuments,
  answers: Answers = new Map(),
): DocumentMerge {
  const whole = {
    base: base === null ? notKnown : readForMerge(base),
    mine: readForMerge(mine),
    theirs: readForMerge(theirs),
  }
  const { value, taken, open } = mergeThree(documentShape, whole, answers)
  return {
    document: open.length > 0 ? null : writeMerged(value as Fields, { base, mine, theirs }),
    changes: taken.map((one) => ({ ...placeOf(one, mine.id), side: one.side })),
    choices: open.map((choice) => choiceOf(choice, mine.id)),
  }
}

function placeOf({ path, isOrder }: Pick<Open, 'path' | 'isOrder'>, timeline: string): MergePlace {
  const [first = '', ...rest] = path
  const [id = null, field = null, ...within] = isPartList(first) ? rest : [timeline, first, ...rest]
  return { part: isPartList(first) ? partLists[first] : 'timeline', id, field, within, isOrder }
}

function choiceOf(open: Open, timeline: string): MergeChoice {
  const { key, values } = open
  const place = placeOf(open, timeline)
  const { part, id, field, within } = place
  const shown = (value: unknown): unknown => {
    if (value === undefined || value === notKnown) return null
    if (id === null) return (value as readonly { readonly id: string }[]).map((one) => one.id)
    return field === null ? value : around(shapeOfField(part, field), within, value)
  }
  return {
    key,
    ...place,
    base: shown(values.base),
    mine: shown(values.mine),
    theirs: shown(values.theirs),
  }
}

/** The value of a field that holds only what is within it. */
function around(shape: Shape, [key, ...within]: readonly string[], value: unknown): unknown {
  if (key === undefined || shape.form === 'whole') return value
  return shape.form === 'list' ? [value] : { [key]: around(shape.of(key), within, value) }
}
