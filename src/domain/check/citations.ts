// Checks a document's citations against the text of a source, where that text is available.
import { broken } from '../broken-rule.ts'
import { faultOf, type Fault } from './fault.ts'
import { findings, findPassage, prepareText, type Finding } from './find-quotation.ts'
import { readLooseDocument, type LooseDocument } from './loose-document.ts'

export interface CitationReport {
  readonly faults: readonly Fault[]
  /** Number of passages found, by how they were found. */
  readonly found: Readonly<Record<Finding, number>>
  /** Passages whose wording in the source differs from the citation, with the source's wording. */
  readonly changed: readonly { readonly pointer: string; readonly words: string }[]
}

/** The text of a source, and its SHA-256 (UTF-8, LF line endings, lower-case hex). */
export interface GivenSource {
  readonly id: string
  readonly text: string
  readonly sha256: string
}

/**
 * Checks the citations of this source, even if the document has faults elsewhere.
 * @example a document that cites 'two', { text: 'one two', … } → { faults: [], … }
 */
export function checkCitations(document: unknown, given: GivenSource): CitationReport {
  const draft = readLooseDocument(document)
  const source = prepareText(given.text)
  const faults = sourceFaults(draft, given)
  const found: Record<Finding, number> = { offset: 0, exact: 0, folded: 0, context: 0 }
  const changed: { pointer: string; words: string }[] = []
  for (const { pointer, value: citation } of citationsOf(draft, given.id)) {
    const passage = findPassage(source, citation)
    if (passage.ok) {
      found[passage.value.how]++
      if (passage.value.how === 'context') changed.push({ pointer, words: passage.value.words })
    } else faults.push(faultOf(pointer, passage.failure))
  }
  return { faults, found, changed }
}

function citationsOf(draft: LooseDocument, source: string) {
  return draft.events.flatMap(({ pointer, value: event }) =>
    (event.citations ?? []).flatMap((citation, index) => {
      if (citation?.exact === undefined || citation.source !== source) return []
      const { exact } = citation
      return [{ pointer: `${pointer}/citations/${index}/exact`, value: { ...citation, exact } }]
    }),
  )
}

function sourceFaults(draft: LooseDocument, given: GivenSource): Fault[] {
  const stated = draft.sources.find(({ value }) => value.id === given.id)
  if (stated?.value.sha256 === undefined || stated.value.sha256 === given.sha256) return []
  const { sha256 } = given
  return [faultOf(`${stated.pointer}/sha256`, broken('source-differs', { sha256 }))]
}

/** Merges the reports on two different sources. */
export function addReports(a: CitationReport, b: CitationReport): CitationReport {
  const found = { ...a.found }
  for (const how of findings) found[how] += b.found[how]
  return { faults: [...a.faults, ...b.faults], found, changed: [...a.changed, ...b.changed] }
}

export const noCitations: CitationReport = {
  faults: [],
  found: { offset: 0, exact: 0, folded: 0, context: 0 },
  changed: [],
}
