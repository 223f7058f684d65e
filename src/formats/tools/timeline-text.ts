// The answers of the tools list_timelines and get_timeline as Markdown, from the JSON of the API.
import type * as v from 'valibot'
import { nearestUiLanguage, type UiLanguage } from '../../domain/text/ui-language.ts'
import { toldSpan } from '../../messages/calendar/days.ts'
import { messages } from '../../messages/languages.ts'
import type { ActorJson, SourceJson, ThemeJson, TimelineFieldsJson } from '../json/timeline-json.ts'
import type { LocalizedText } from '../json/event-json.ts'
import { linkTo, markdownLine, paragraphs } from '../markdown.ts'

interface ListedTimeline {
  readonly id: string
  readonly title: LocalizedText
  readonly edition: number
  readonly published: string
  readonly events: number
  readonly first: string | null
  readonly last: string | null
  readonly links: Readonly<Record<string, string>>
}

/** Maximum lines of a list, so that an answer stays short enough to be read. */
export const maxListed = 200

/** A part of the list. */
export interface ListedTimelines {
  readonly timelines: readonly ListedTimeline[]
  /** Of all parts. */
  readonly total: number
  /** The cursor of the next part, if there is one. */
  readonly next?: string | undefined
}

/** `- <title>, id: events, span, edition, page`, a timeline a line. */
export function timelinesInMarkdown(
  { timelines, total, next }: ListedTimelines,
  language: UiLanguage,
): string {
  const { events: words, list, pages, tools } = messages[language]
  const lines = timelines.map(({ id, title, edition, events, first, last, links }) => {
    const span =
      first === null || last === null
        ? ''
        : pages.spans(...toldSpan({ first, last }, list.queries.date))
    const facts = [list.count(String(events)), span, words.edition(edition), `<${links['page']}>`]
    return `\`${id}\`${words.colon}${said(title)}${words.comma}${facts.filter((fact) => fact !== '').join(words.comma)}`
  })
  const rest = next === undefined ? '' : `\n${tools.goesOn(timelines.length, total, next)}\n`
  return `# ${pages.timelines}\n\n${items(lines, language)}\n${rest}`
}

export interface TimelineFacts extends v.InferOutput<typeof TimelineFieldsJson> {
  readonly edition: { readonly number: number; readonly published: string }
  readonly themes: readonly v.InferOutput<typeof ThemeJson>[]
  readonly actors: readonly v.InferOutput<typeof ActorJson>[]
  readonly sources: readonly v.InferOutput<typeof SourceJson>[]
  readonly links: Readonly<Record<string, string>>
}

/** What can be asked of a timeline: its themes, actors and sources with the ids that filters take. */
export function timelineInMarkdown(timeline: TimelineFacts, language: string): string {
  const ui = nearestUiLanguage(language)
  const { events: words, fields, list, markdown: names, tools } = messages[ui]
  const { actors, credit, description, edition, licence, links, sources, themes, timeZone } =
    timeline
  const counted = (id: string, count: number, ...texts: readonly (LocalizedText | undefined)[]) =>
    `\`${id}\`${words.colon}${texts.flatMap((text) => (text ? [said(text)] : [])).join(words.comma)}${words.comma}${list.count(String(count))}`
  return [
    `# ${said(timeline.title)}\n`,
    ...(description ? [`${paragraphs(inAll(description, '\n'))}\n`] : []),
    items(
      [
        `${words.edition(edition.number)}${words.comma}${edition.published}`,
        `${names.page}${words.colon}<${links['page']}>`,
        `${fields.timeZone}${words.colon}${timeZone}`,
        ...(licence
          ? [`${names.licence}${words.colon}${said(licence.name)}${linkTo(licence.url)}`]
          : []),
        ...(credit ? [`${names.credit}${words.colon}${said(credit)}`] : []),
      ],
      ui,
    ),
    `\n## ${fields.themes} (theme)\n`,
    items(
      byCount(themes).map(({ id, count, label }) => counted(id, count, label)),
      ui,
    ),
    `\n## ${fields.actors} (actor)\n`,
    items(
      byCount(actors).map(({ id, count, name, role }) => counted(id, count, name, role)),
      ui,
    ),
    `\n## ${tools.sources} (source)\n`,
    items(
      byCount(sources).map(({ id, count, title, publisher, published }) =>
        counted(id, count, title, publisher, published),
      ),
      ui,
    ),
    '',
  ].join('\n')
}

const byCount = <Named extends { readonly count: number }>(all: readonly Named[]): Named[] =>
  all.toSorted((a, b) => b.count - a.count)

/** A text, or all its languages. */
const said = (text: LocalizedText): string => markdownLine(inAll(text, ' / '))

const inAll = (text: LocalizedText, between: string): string =>
  typeof text === 'string' ? text : Object.values(text).join(between)

function items(lines: readonly string[], language: UiLanguage): string {
  const { tools } = messages[language]
  const others = lines.length - maxListed
  const shown = others > 0 ? [...lines.slice(0, maxListed), tools.others(others)] : lines
  return (shown.length === 0 ? [tools.none] : shown).map((line) => `- ${line}`).join('\n')
}
