// Merges two values that were both made from a third, by a shape that says which parts of them are
// merged each by itself. What both sides changed differently is a choice.
import { pointerOf } from '../document/pointer.ts'
import { placeInOrder } from './order.ts'
import { sameValue } from './same-value.ts'

/** How values are merged. Records and lists are merged by key, everything else as a whole. */
export type Shape = { readonly form: 'whole' } | RecordShape | ListShape

interface RecordShape extends Structured {
  readonly form: 'record'
  /** Keys in the order in which choices are told; others follow, sorted. */
  readonly order: readonly string[]
  readonly of: (key: string) => Shape
}

interface ListShape extends Structured {
  readonly form: 'list'
  readonly keyOf: (item: unknown) => string
  readonly of: Shape
}

interface Structured {
  /** Two sides that each delete another part may not leave nothing: then it is a choice. */
  readonly neverEmpty?: boolean
}

export type Side = 'mine' | 'theirs'

/** The same value in three documents; undefined where it is absent. */
export interface Three {
  /** What both sides began with; `notKnown` makes every difference a choice. */
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

export const notKnown: unique symbol = Symbol('not known')

/** A value of the merged document that differs from the base. */
export interface Taken {
  readonly path: readonly string[]
  /** True if it is the order of a list. */
  readonly isOrder: boolean
  readonly side: Side | 'both'
}

export interface Open {
  /** Stable: the same for the same place, whatever else is merged. */
  readonly key: string
  readonly path: readonly string[]
  /** True if the order of a list is chosen; the values are then the shared items in their order. */
  readonly isOrder: boolean
  readonly values: Three
}

/** The settled choices: key to side. */
export type Answers = ReadonlyMap<string, Side>

/** What decides beside the three values. */
export interface Deciding {
  readonly answers: Answers
  /** Keys of places that are chosen though only one side changed them. */
  readonly contested: ReadonlySet<string>
  /** What the value holds where a choice is open. */
  readonly meanwhile: Side
}

export interface ThreeWay {
  readonly value: unknown
  readonly taken: readonly Taken[]
  readonly open: readonly Open[]
}

/** @example a field that each side set differently → { open: [{ key: '/title', … }], … } */
export function mergeThree(shape: Shape, values: Three, deciding: Deciding): ThreeWay {
  const { answers, contested, meanwhile } = deciding
  const chosen = new Set([...contested, ...answers.keys()])
  const run: Run = { answers, chosen, around: aroundThem(chosen), meanwhile, taken: [], open: [] }
  const value = merge(run, shape, { path: [], ...values })
  return { value, taken: run.taken, open: run.open }
}

interface Run extends Omit<Deciding, 'contested'> {
  /** Keys of what is chosen in any case, and of what they are in. */
  readonly chosen: ReadonlySet<string>
  readonly around: ReadonlySet<string>
  readonly taken: Taken[]
  readonly open: Open[]
}

interface Node extends Three {
  readonly path: readonly string[]
}

function merge(run: Run, shape: Shape, node: Node): unknown {
  const { path, base, mine, theirs } = node
  const take = (side: Taken['side']) => {
    run.taken.push({ path, isOrder: false, side })
    return side === 'theirs' ? theirs : mine
  }
  if (sameValue(mine, theirs))
    return base === notKnown || sameValue(base, mine) ? mine : take('both')
  const key = pointerOf(path)
  if (run.chosen.has(key)) return chooseValue(run, node)
  const isOneWhole = shape.form === 'whole' || mine === undefined || theirs === undefined
  if (isOneWhole || !run.around.has(key)) {
    if (base !== notKnown && sameValue(base, mine)) return take('theirs')
    if (base !== notKnown && sameValue(base, theirs)) return take('mine')
  }
  if (isOneWhole) return chooseValue(run, node)
  const before = run.open.length
  const merged =
    shape.form === 'record' ? mergeRecords(run, shape, node) : mergeLists(run, shape, node)
  const isEmptied = shape.neverEmpty === true && Object.keys(merged).length === 0
  return isEmptied && run.open.length === before ? chooseValue(run, node) : merged
}

function mergeRecords(run: Run, { order, of }: RecordShape, node: Node): object {
  const sides = sidesOf(node, entriesOf)
  const present = new Set(sides.flatMap((side) => [...side.keys()]).toSorted())
  const keys = new Set([...order.filter((key) => present.has(key)), ...present])
  const merged = Array.from(keys, (key) => [key, merge(run, of(key), within(node, sides, key))])
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as object
}

function mergeLists(run: Run, { keyOf, of }: ListShape, node: Node): unknown[] {
  const sides = sidesOf(node, (list) => byKey(list, keyOf))
  const [known, ours, others] = sides
  const added = [...ours.keys(), ...others.keys()].toSorted()
  const merged = new Map<string, unknown>()
  for (const key of new Set([...known.keys(), ...added])) {
    const value = merge(run, of, within(node, sides, key))
    if (value !== undefined) merged.set(key, value)
  }
  const shared = mergeOrders(run, node, sides)
  const kept = new Set(merged.keys())
  return placeInOrder(shared, [[...ours.keys()], [...others.keys()]], kept).map((key) =>
    merged.get(key),
  )
}

/** The order of what both sides have. */
function mergeOrders(run: Run, { path, base }: Node, [known, ours, others]: Sides): string[] {
  const isShared = (key: string) => ours.has(key) && others.has(key)
  const [before, mine, theirs] = [known, ours, others].map((side) =>
    [...side.keys()].filter(isShared),
  ) as [string[], string[], string[]]
  if (sameValue(mine, theirs)) return mine
  const isKnown = base !== notKnown
  for (const side of ['mine', 'theirs'] as const) {
    if (!isKnown || !sameValue(before, side === 'mine' ? theirs : mine)) continue
    run.taken.push({ path, isOrder: true, side })
    return side === 'mine' ? mine : theirs
  }
  const values = {
    base: isKnown ? before.map((key) => known.get(key)) : notKnown,
    mine: mine.map((key) => ours.get(key)),
    theirs: theirs.map((key) => others.get(key)),
  }
  return choose(run, { path, isOrder: true, values }) === 'theirs' ? theirs : mine
}

function chooseValue(run: Run, { path, base, mine, theirs }: Node): unknown {
  const side = choose(run, { path, isOrder: false, values: { base, mine, theirs } })
  return side === 'theirs' ? theirs : mine
}

/** The side that was chosen. */
function choose({ answers, meanwhile, taken, open }: Run, choice: Omit<Open, 'key'>): Side {
  const { path, isOrder } = choice
  const key = pointerOf(path) + (isOrder ? orderEnd : '')
  const side = answers.get(key)
  if (side === undefined) open.push({ key, ...choice })
  else taken.push({ path, isOrder, side })
  return side ?? meanwhile
}

/** @example new Set(['/events/a/title']) → Set of '', '/events', '/events/a' */
function aroundThem(keys: ReadonlySet<string>): ReadonlySet<string> {
  const around = new Set<string>()
  for (const key of keys)
    for (
      let end = key.lastIndexOf('/');
      end >= 0;
      end = end === 0 ? -1 : key.lastIndexOf('/', end - 1)
    )
      around.add(key.slice(0, end))
  return around
}

/** The end of the key of an order; no escaped token (RFC 6901, 3) is like it. */
const orderEnd = '/~order'

type Items = ReadonlyMap<string, unknown>
type Sides = readonly [base: Items, mine: Items, theirs: Items]

const sidesOf = ({ base, mine, theirs }: Three, read: (value: unknown) => Items): Sides => [
  read(base),
  read(mine),
  read(theirs),
]

const within = ({ path, base }: Node, [known, ours, others]: Sides, key: string): Node => ({
  path: [...path, key],
  base: base === notKnown ? notKnown : known.get(key),
  mine: ours.get(key),
  theirs: others.get(key),
})

const entriesOf = (record: unknown): Items =>
  new Map(typeof record === 'object' && record !== null ? Object.entries(record) : [])

/** Of items with the same key, later ones get longer keys. */
function byKey(list: unknown, keyOf: (item: unknown) => string): Items {
  const items = new Map<string, unknown>()
  for (const item of Array.isArray(list) ? (list as unknown[]) : []) {
    let key = keyOf(item)
    while (items.has(key)) key += '+'
    items.set(key, item)
  }
  return items
}
