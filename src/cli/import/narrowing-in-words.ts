// What an address of ours narrows, in the words in which our files say it.
import { readCanonical } from '../../address/canonical.ts'
import type { Timeline } from '../../domain/document/timeline.ts'
import type { Languages } from '../../messages/localizer.ts'
import { queryInWords } from '../../messages/queries.ts'

/**
 * The filter and the edition of a page's address, which this service wrote; empty without any.
 * @example narrowingInWords('https://a.example/timelines/t?theme=work&edition=1', timeline, languages) → '复工复产、第1版'
 */
export function narrowingInWords(
  address: string,
  timeline: Timeline,
  languages: Languages,
): string {
  const pairs = [...new URL(address).searchParams]
  const edition = pairs.find(([name]) => name === 'edition')?.[1]
  const pinnedEdition = edition === undefined ? undefined : Number(edition)
  return queryInWords({ query: readCanonical(pairs), pinnedEdition }, timeline, languages)
}
