// Merges the documents of two editors who began with the same edition: by part, id and field over the
// table of fields. Pure, and fit for a browser.
import type { PartKind } from '../document/fields.ts'
import { pointerOf } from '../document/pointer.ts'
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
  type ThreeWay,
} from './three-way.ts'
import { contradictionsBetween, followUses, type Contradiction, type FollowedUse } from './uses.ts'

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

/**
 * What both changed differently, or one removed and the other changed or began to use. Nothing is
 * preselected.
 */
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
  /** What is chosen with it: the places that use it, which follow the chosen side. */
  readonly uses: readonly MergePlace[]
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
  const { value, taken, open, uses } = mergeWithUses(whole, answers)
  return {
    document: open.length > 0 ? null : writeMerged(value, { base, mine, theirs }),
    changes: taken.map((one) => ({ ...placeOf(one, mine.id), side: one.side })),
    choices: open.map((choice) => ({
      ...choiceOf(choice, mine.id),
      uses: Array.from(uses.get(choice.key)?.values() ?? [], (path) =>
        placeOf({ path, isOrder: false }, mine.id),
      ),
    })),
  }
}

interface WithUses extends ThreeWay {
  readonly value: Fields
  /** Of what is chosen, by key: its uses, by their keys. */
  readonly uses: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>
}

interface Whole {
  readonly base: unknown
  readonly mine: Fields
  readonly theirs: Fields
}

/** What one side removed and the other began to use is chosen, too, and its uses follow that choice. */
function mergeWithUses(whole: Whole, given: Answers): WithUses {
  const answers = new Map(given)
  const contested = new Set<string>()
  const following = new Map<string, FollowedUse>()
  const uses = new Map<string, Map<string, readonly string[]>>()
  /** By the keys of cited passages, those of their sources. */
  const sources = new Map<string, string>()
  const contradictionsOf = contradictionsBetween(whole)
  const mergeTo = (meanwhile: Side) => {
    const merged = mergeThree(documentShape, whole, { answers, contested, meanwhile })
    return { ...merged, value: followUses(merged.value as Fields, following, whole) }
  }
  const settle = (
    { object, use, source, staysWith }: Contradiction,
    ledBefore: ReadonlyMap<string, FollowedUse>,
  ): void => {
    const [key, useKey] = [pointerOf(object), pointerOf(use)]
    addTo(uses, key, [[useKey, use]])
    if (source !== null) sources.set(key, pointerOf(source))
    // What follows another choice is as that one has it, whatever was answered here.
    const side = nearestIn(following, key)?.side ?? answers.get(key)
    // What follows one choice is not led elsewhere by another.
    if (nearestIn(ledBefore, useKey) !== undefined) answers.set(key, staysWith)
    else if (side === undefined) contested.add(key)
    else if (side !== staysWith && nearestIn(following, useKey) === undefined)
      following.set(useKey, { path: use, side })
  }
  for (;;) {
    const one = mergeTo('mine')
    // Where choices are open, either side may be chosen there.
    const others = one.open.length === 0 ? [] : [mergeTo('theirs')]
    const before = contested.size + following.size + answers.size
    const ledBefore = new Map(following)
    for (const found of [one, ...others].flatMap(({ value }) => contradictionsOf(value)))
      settle(found, ledBefore)
    if (contested.size + following.size + answers.size > before) continue
    for (const [passage, source] of sources)
      if (contested.has(source)) addTo(uses, source, uses.get(passage) ?? [])
    const open = one.open.filter(({ key }) => nearestIn(following, key) === undefined)
    return { ...one, open: askable(open, uses), uses }
  }
}

function addTo<Value>(
  lists: Map<string, Map<string, Value>>,
  key: string,
  entries: Iterable<readonly [string, Value]>,
): void {
  lists.set(key, new Map([...(lists.get(key) ?? []), ...entries]))
}

/** Without what follows another choice, and of choices with the same uses only the first. */
function askable(open: readonly Open[], uses: WithUses['uses']): readonly Open[] {
  const waiting = new Map([...uses.values()].flatMap((paths) => [...paths]))
  const led = new Set<string>()
  const first = open.filter(({ key }) => {
    const own = [...(uses.get(key)?.keys() ?? [])]
    if (nearestIn(waiting, key) !== undefined || own.some((use) => led.has(use))) return false
    for (const use of own) led.add(use)
    return true
  })
  return first.length > 0 ? first : open
}

/** What a map has for the key, or for the nearest place that it is within. */
function nearestIn<Value>(map: ReadonlyMap<string, Value>, key: string): Value | undefined {
  for (let end = key.length; end > 0; end = key.lastIndexOf('/', end - 1)) {
    const value = map.get(key.slice(0, end))
    if (value !== undefined) return value
  }
  return undefined
}

function placeOf({ path, isOrder }: Pick<Open, 'path' | 'isOrder'>, timeline: string): MergePlace {
  const [first = '', ...rest] = path
  const [id = null, field = null, ...within] = isPartList(first) ? rest : [timeline, first, ...rest]
  return { part: isPartList(first) ? partLists[first] : 'timeline', id, field, within, isOrder }
}

function choiceOf(open: Open, timeline: string): Omit<MergeChoice, 'uses'> {
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
