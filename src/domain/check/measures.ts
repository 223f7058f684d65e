// Checks of figures: ranges ascend, parts add up exactly, no number exceeds the safe integers. And of
// every number as it is written: none loses a digit.
import { broken } from '../broken-rule.ts'
import { placesOfNumbers } from '../document/json.ts'
import { addUpTo, isKept } from './decimal.ts'
import { plainFault, type Fault } from './fault.ts'
import type { AuthoredMeasure } from '../document/measure.ts'
import type { LooseDocument } from './loose-document.ts'

type Figure = Omit<AuthoredMeasure, 'parts'>

export function measureFaults(document: LooseDocument): Fault[] {
  return document.events.flatMap(({ pointer, value: event }) =>
    (event.measures ?? []).flatMap((measure, index) =>
      measure === undefined ? [] : faultsOfMeasure(`${pointer}/measures/${index}`, measure),
    ),
  )
}

/** The numbers of a document's JSON that would be stored as others. */
export function numberFaults(json: string): Fault[] {
  return placesOfNumbers(json, (literal) => !isKept(literal)).map((pointer) => ({
    pointer,
    reason: 'inexact-number',
    broken: broken('too-many-digits'),
  }))
}

function faultsOfMeasure(pointer: string, measure: AuthoredMeasure): Fault[] {
  const parts = measure.parts ?? []
  return [
    ...rangeFaults(pointer, measure),
    ...parts.flatMap((part, index) => rangeFaults(`${pointer}/parts/${index}`, part)),
    ...parts.flatMap((part, index) => unitFaults(`${pointer}/parts/${index}`, part, measure)),
    ...(parts.length === 0 ? [] : sumFaults(pointer, measure, parts)),
  ]
}

function rangeFaults(pointer: string, { value, valueTo }: Figure): Fault[] {
  const faults: Fault[] = []
  for (const [field, number] of [
    ['value', value],
    ['valueTo', valueTo],
  ] as const) {
    if (number === undefined || Math.abs(number) <= Number.MAX_SAFE_INTEGER) continue
    faults.push(plainFault(`${pointer}/${field}`, 'inexact-number'))
  }
  if (valueTo !== undefined && valueTo <= value)
    faults.push(plainFault(`${pointer}/valueTo`, 'empty-range'))
  return faults
}

function unitFaults(pointer: string, part: Figure, whole: Figure): Fault[] {
  if (part.unitCode === undefined || part.unitCode === whole.unitCode) return []
  return [plainFault(`${pointer}/unitCode`, 'mixed-units')]
}

function sumFaults(pointer: string, whole: Figure, parts: readonly Figure[]): Fault[] {
  const upper = ({ value, valueTo }: Figure) => valueTo ?? value
  const adds = addUpTo(
    parts.map(({ value }) => value),
    whole.value,
  )
  const addsAbove = addUpTo(parts.map(upper), upper(whole))
  return adds && addsAbove ? [] : [plainFault(`${pointer}/parts`, 'wrong-sum')]
}
