// The part of a document that is checked where its form has more faults than are counted, so that a
// megabyte of faults is answered as fast as a few of them.
import * as v from 'valibot'
import { maxDepth } from '../document/json.ts'
import { TimelineDocument } from '../document/timeline.ts'
import { maxFaultsCounted } from './fault.ts'
import { formFaults, unknownFields } from './form.ts'

/** Maximum values in a part of a document that is checked further once a fault is found. */
const maxValues = 5000

export interface Excerpt {
  readonly value: unknown
  /** True if something was left out. */
  readonly isCut: boolean
}

/**
 * A document with faults of form, up to the element with which there are more than are counted.
 * @example excerptOf({ events: [{}, …] }) → { value: { events: [{}, … ] }, isCut: true }
 */
export function excerptOf(document: unknown): Excerpt {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    return { value: document, isCut: false }
  let [count, isCut] = [0, false]
  const begun = (value: unknown): unknown => {
    const part = beginningOf(value)
    isCut ||= part.isCut
    return part.value
  }
  const fields = Object.entries(document).map(([key, field]: [string, unknown]) => {
    const item = itemOf(key)
    if (!Array.isArray(field) || item === undefined) return [key, begun(field)] as const
    const kept: unknown[] = []
    for (const element of field as unknown[]) {
      if (count > maxFaultsCounted) break
      const part = begun(element)
      kept.push(part)
      const { issues = [] } = v.safeParse(item, part)
      count += formFaults(part, issues).length + unknownFields(part, item).length
    }
    isCut ||= kept.length < field.length
    return [key, kept] as const
  })
  return isCut ? { value: Object.fromEntries(fields), isCut } : { value: document, isCut }
}

/** The schema of the elements of a list of the document. */
function itemOf(key: string): v.GenericSchema | undefined {
  const { themes, actors, sources, events } = TimelineDocument.entries
  const lists = new Map<string, v.GenericSchema>([
    ['themes', themes.item],
    ['actors', actors.item],
    ['sources', sources.item],
    ['events', events.item],
  ])
  return lists.get(key)
}

/** The value with only its first arrays, objects, texts and numbers. */
function beginningOf(value: unknown): Excerpt {
  let left = maxValues
  const begin = (inner: unknown, depth: number): unknown => {
    left--
    if (typeof inner !== 'object' || inner === null) return inner
    // No JSON that is read is deeper (document/json.ts).
    if (depth > maxDepth) {
      left = Math.min(left, 0) - 1
      return null
    }
    if (Array.isArray(inner)) {
      const kept: unknown[] = []
      for (const item of inner as unknown[]) {
        if (left <= 0) break
        kept.push(begin(item, depth + 1))
      }
      if (kept.length < inner.length) left = Math.min(left, 0) - 1
      return kept
    }
    const kept: [string, unknown][] = []
    const entries = Object.entries(inner)
    for (const [key, item] of entries) {
      if (left <= 0) break
      kept.push([key, begin(item, depth + 1)])
    }
    if (kept.length < entries.length) left = Math.min(left, 0) - 1
    return Object.fromEntries(kept)
  }
  const part = begin(value, 1)
  return left < 0 ? { value: part, isCut: true } : { value, isCut: false }
}
