// Checks an authoring document: everything that can be checked without the texts of its sources, all
// faults in one run. Accepts any value and never throws.
import * as v from 'valibot'
import { dateFaults } from './dates.ts'
import { looseDocumentOf, readLooseDocument } from './loose-document.ts'
import { measureFaults, numberFaults } from './measures.ts'
import { formFaults, unknownFields } from './form.ts'
import { nameFaults } from './names.ts'
import { referenceFaults } from './references.ts'
import { wordingFaults } from './wording.ts'
import { excerptOf } from './excerpt.ts'
import { maxFaultsCounted, type Fault } from './fault.ts'
import { digitWarnings } from './uncited-numbers.ts'
import { privacyFaults, privacyWarnings } from './privacy.ts'
import type { Warning } from './warning.ts'
import { failed, ok, type Result } from '../result.ts'
import { TimelineDocument } from '../document/timeline.ts'

export type { Fault } from './fault.ts'

const rules = [referenceFaults, nameFaults, dateFaults, wordingFaults, measureFaults, privacyFaults]

/**
 * Finds every fault, or the first 1001 if there are more: a document of faults is not read to its end.
 * `json` is the text that the value was read from, where there is one: it shows digits that the value
 * has lost.
 * @example checkDocument([]) → failed([{ pointer: '', reason: 'wrong-type', … }])
 */
export function checkDocument(value: unknown, json = ''): Result<TimelineDocument, Fault[]> {
  const read = v.safeParse(TimelineDocument, value, { abortEarly: true })
  const { value: part, isCut } = read.success ? { value, isCut: false } : excerptOf(value)
  const parsed = read.success ? read : v.safeParse(TimelineDocument, part)
  if (!parsed.success && isCut)
    return failed(
      first([...formFaults(part, parsed.issues), ...unknownFields(part, TimelineDocument)]),
    )
  const draft = parsed.success ? looseDocumentOf(parsed.output) : readLooseDocument(value)
  const found = [
    ...(parsed.success ? [] : formFaults(value, parsed.issues)),
    ...unknownFields(value, TimelineDocument),
    ...rules.flatMap((rule) => rule(draft)),
  ]
  const known = new Set(found.map(({ pointer, reason }) => `${reason} ${pointer}`))
  const lost = numberFaults(json).filter(({ pointer }) => !known.has(`inexact-number ${pointer}`))
  const faults = [...found, ...lost]
  return parsed.success && faults.length === 0 ? ok(parsed.output) : failed(first(faults))
}

/** One more than are counted, to show that there are more. */
const first = (faults: readonly Fault[]): Fault[] => faults.slice(0, maxFaultsCounted + 1)

/**
 * What may be wrong, for the editor to decide, even if the document has faults elsewhere. A publish is
 * not refused for it, so that the service does not look for it. `document`: the same, if its form is right.
 * @example an event that says 109 and cites 108家 → [{ pointer: '/events/0/title', reason: 'uncited-digits', … }]
 */
export function warningsOf(value: unknown, document?: TimelineDocument): Warning[] {
  const draft = document === undefined ? readLooseDocument(value) : looseDocumentOf(document)
  return [...digitWarnings(draft), ...privacyWarnings(draft)]
}
