// The text of /llms.txt: the service in a few lines, for language models.
import { inLanguage } from '../../domain/text/language-map.ts'
import { markdownLine } from '../../formats/markdown.ts'
import { formats } from '../../formats/all-formats.ts'
import { toldSpan } from '../../messages/calendar/days.ts'
import { enDates } from '../../messages/en/dates.ts'
import { enPages } from '../../messages/en/pages.ts'
import { plural } from '../../messages/en/plural.ts'
import type { TimelineSummary } from '../../edition/summary.ts'
import type { TimelinesPage } from '../request/timelines-page.ts'

export function llmsText(
  publicUrl: string,
  { shown, total, next }: Pick<TimelinesPage, 'shown' | 'total' | 'next'>,
): string {
  const api = `${publicUrl}/v1/timelines`
  const pages = `${publicUrl}/timelines`
  const rest = next === undefined ? [] : [`- ${total - shown.length} more: ${api}?cursor=${next}`]
  return `# Jishi 纪事

> Timelines of dated, sourced events. Dates are as precise as their sources and no more (EDTF, ISO 8601-2); every event cites its source.

- To read, as Markdown: ${pages}/{timeline}.md and ${pages}/{timeline}/events/{event}.md. Every event there has its date in words, the passage that its source has on it, the source, and its permanent address, which is the one to link.
- Filter: ${pages}/{timeline}.md?theme=&actor=&members=&source=&from=&to=&match=&undated=&q=&sort=&limit=&lang=
- Tools for agents (Model Context Protocol): ${publicUrl}/mcp, with list_timelines, get_timeline and find_events
- As JSON: ${api} and ${api}/{timeline}/events with the same filter. Contract: ${publicUrl}/openapi.json (to read: ${publicUrl}/docs)
- In a filter a comma means any of, repeating a parameter means and, a leading hyphen none of; ids or labels in any language.
- Other formats of the same query: ${formats.map(({ extension }) => `events.${extension}`).join(', ')}
- \`match=possible\`, the default, finds what may have been between two days; \`match=certain\` only what must have been. Events without a date are set aside and counted.
- The anchor of a date is only a key of the order. An event is counted in the month that holds date.named. Quote the date in words, or date.stated, the source's own words.

## Timelines

${[...shown.map((timeline) => `- ${lineOf(timeline, pages)}`), ...rest].join('\n')}
`
}

/** `first` and `last` are null where no event has a date. */
function lineOf(timeline: TimelineSummary, pages: string): string {
  const { id, title, language, events, first, last, edition } = timeline
  const name = markdownLine(inLanguage(title, 'en', language))
  const count = plural(events, 'event', 'events')
  const span =
    first === null || last === null ? [] : [enPages.spans(...toldSpan({ first, last }, enDates))]
  return `[${name}](${pages}/${id}.md): ${[count, ...span, `edition ${edition}`].join(', ')}`
}
