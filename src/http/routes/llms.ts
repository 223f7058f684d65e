// The text of /llms.txt: the service in a few lines, for language models.
import { inLanguage } from '../../domain/text/language-map.ts'
import { markdownLine } from '../../formats/markdown.ts'
import { formats } from '../../formats/table.ts'
import { plural } from '../../messages/en/plural.ts'
import type { TimelineSummary } from '../../edition/summary.ts'

export function llmsText(publicUrl: string, timelines: readonly TimelineSummary[]): string {
  const api = `${publicUrl}/v1/timelines`
  return `# Jishi 纪事

> Timelines of dated, sourced events. Dates are as precise as their sources and no more (EDTF, ISO 8601-2); every event cites its source.

- Contract: ${publicUrl}/openapi.json (to read: ${publicUrl}/docs)
- All timelines: ${api}
- Events: ${api}/{timeline}/events?theme=&actor=&from=&to=&match=&q=&sort=&limit=
- In a filter a comma means any of, repeating a parameter means and, a leading hyphen none of; ids or labels in any language.
- Other formats of the same query: ${formats.map(({ extension }) => `events.${extension}`).join(', ')}
- The anchor of a date is only a key of the order. An event is counted in the month that holds date.named. Quote the date in words, or date.stated, the source's own words.

## Timelines

${timelines.map((timeline) => `- ${lineOf(timeline, api)}`).join('\n')}
`
}

/** `first` and `last` are null where no event has a date. */
function lineOf(timeline: TimelineSummary, api: string): string {
  const { id, title, language, events, first, last, edition } = timeline
  const name = markdownLine(inLanguage(title, 'en', language))
  const count = plural(events, 'event', 'events')
  const span =
    first === null || last === null ? [] : [first === last ? first : `${first} to ${last}`]
  return `[${name}](${api}/${id}): ${[count, ...span, `edition ${edition}`].join(', ')}`
}
