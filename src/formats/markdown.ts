// Markdown (CommonMark 0.31.2) for people and language models: every event with its date in words,
// its cited words and their source. No text can become markup; links are autolinks.
import type { Citation } from '../domain/document/citation.ts'
import type { TimelineEvent } from '../domain/document/event.ts'
import type { FieldName } from '../domain/document/fields.ts'
import { countTimes, sectionsOf } from '../domain/query/counts.ts'
import { kindInWords } from '../messages/calendar/kinds.ts'
import { sectionInWords } from '../messages/calendar/sections.ts'
import { figureAsText, sourceInWords } from './attribution.ts'
import { statedDateInWords } from './feed/entry-content.ts'
import { feedNotes } from './feed/notes.ts'
import { messages } from '../messages/languages.ts'
import type { Messages } from '../messages/languages.ts'
import type { FormatInput, Format } from './format.ts'
import { printable } from '../domain/text/printable.ts'
import { createLocalizer, type Localizer } from '../messages/localizer.ts'

/**
 * The Markdown format.
 * @example markdown.write(input) → '# <title of the timeline>\n…\n## <title of the event>\n…'
 */
export const markdown: Format = {
  name: 'markdown',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  title: 'Markdown',
  limit: { default: 200, max: 500 },
  counted: true,
  write(feed) {
    const context = markdownContext(feed)
    const sections = feed.events.map((event) => eventInMarkdown(event, context))
    return [head(feed, context), ...sections].join('\n')
  },
}

/** What an event in Markdown needs besides the event. */
export type MarkdownInput = Pick<FormatInput, 'timeline' | 'language' | 'content' | 'through'> & {
  readonly links: Pick<FormatInput['links'], 'event'>
}

export interface MarkdownContext extends Localizer {
  readonly feed: MarkdownInput
  readonly messages: Messages
}

export const markdownContext = (feed: MarkdownInput): MarkdownContext => ({
  ...createLocalizer(feed.timeline, { ui: feed.language, content: feed.content }),
  feed,
  messages: messages[feed.language],
})

function head(feed: FormatInput, context: MarkdownContext): string {
  const { messages, text } = context
  const { events: words, markdown: names } = messages
  const { edition, filter, links, timeline, times } = feed
  const { description } = timeline
  const entry = (name: string, value: string) => name + words.colon + value
  const counts = sectionsOf(times ?? countTimes([]), false).map(
    ([id, count]) => `${sectionInWords(id, messages.list)} ${count}`,
  )
  return blocks([
    `# ${markdownLine(text(timeline.title))}`,
    description && paragraphs(text(description)),
    ...feedNotes(feed).map((note) => noteInMarkdown(note, links)),
    items([
      `${words.edition(edition.number)}${words.comma}${edition.published}`,
      filter !== '' && entry(names.filter, markdownLine(filter)),
      counts.length > 0 && entry(names.months, counts.join(words.and)),
      entry(names.page, autolink(links.page)),
      links.next !== undefined && entry(names.next, autolink(links.next)),
      entry('NDJSON', autolink(links.format('ndjson'))),
      ...rightsInMarkdown(context),
    ]),
  ])
}

/** A note whose address is a link: escaped, it would lead elsewhere where the text is read as it is. */
const noteInMarkdown = (note: string, { next, page }: FormatInput['links']): string => {
  const address = next ?? page
  return paragraphs(note).replace(markdownLine(address), () => autolink(address))
}

/** Licence and credit of the timeline, a line each. */
export function rightsInMarkdown({ feed, messages, text }: MarkdownContext): readonly string[] {
  const { events: words, markdown: names } = messages
  const { credit, licence } = feed.timeline
  const named = licence && markdownLine(text(licence.name)) + linkTo(licence.url)
  return [
    ...(named === undefined ? [] : [names.licence + words.colon + named]),
    ...(credit === undefined ? [] : [names.credit + words.colon + markdownLine(text(credit))]),
  ]
}

/**
 * An event with its date, its cited words, their source and its permanent address.
 * @example eventInMarkdown(event, context, '###') → '### <title of the event>\n\n**…'
 */
export function eventInMarkdown(
  event: TimelineEvent,
  context: MarkdownContext,
  heading = '##',
): string {
  const { feed, messages, text, theme, actor, source } = context
  const { events: words } = messages
  const { actors, citations, links, measures, note, place, themes } = event
  const print = { ours: markdownLine, own: exactly }
  const line = (name: FieldName<'event'>, value: string) =>
    messages.fields[name] + words.colon + value
  const names = (name: 'themes' | 'actors', values: readonly string[]) =>
    values.length > 0 && line(name, values.map(markdownLine).join(words.and))
  const members = feed.through?.(event) ?? []
  const kind = kindInWords(event, source, feed.timeline.timeZone, messages.pages)
  return blocks([
    `${heading} ${markdownLine(text(event.title))}`,
    `**${markdownLine(statedDateInWords(event, context))}**`,
    event.status === 'disputed' && messages.feeds.disputed,
    event.summary && paragraphs(text(event.summary)),
    items([
      `EDTF${words.colon}\`${event.when.edtf}\` · ${kind}`,
      names('themes', themes.map(theme)),
      names('actors', actors.map(actor)),
      members.length > 0 &&
        messages.list.through +
          words.colon +
          members.map((id) => markdownLine(actor(id))).join(words.and),
      place !== undefined && line('place', markdownLine(actor(place))),
      ...measures.map((one) => line('measures', figureAsText(one, context, print))),
      ...quotations(citations, context),
      ...links.map(({ url, title }) =>
        line('links', (title ? `${markdownLine(text(title))} ` : '') + autolink(url)),
      ),
      note && line('note', linesOf(text(note)).join('\\\n  ')),
      messages.list.permalink + words.colon + autolink(feed.links.event(event.id)),
    ]),
  ])
}

/** The words cited from one source, if any, then the source with its addresses. */
function quotations(citations: readonly Citation[], context: MarkdownContext) {
  const { feed, messages, source } = context
  const { events: words, fields } = messages
  return [...Map.groupBy(citations, ({ source }) => source)].flatMap(([id, cited]) => {
    const known = source(id)
    const origin = known ? sourceInWords(known, context, feed.timeline.timeZone) : [id]
    const archived = known?.archivedUrl
    const from =
      origin.map(markdownLine).join(words.comma) +
      linkTo(known?.url) +
      (archived === undefined
        ? ''
        : words.beside(fields.archivedUrl + words.colon + autolink(archived)))
    return [
      ...cited.flatMap(({ exact }) =>
        exact === undefined ? [] : [fields.citations + words.colon + words.quote(exactly(exact))],
      ),
      words.source + words.colon + from,
    ]
  })
}

type Part = string | false | undefined

const present = (part: Part): part is string => typeof part === 'string' && part !== ''

const blocks = (parts: readonly Part[]): string =>
  parts
    .filter(present)
    .map((part) => `${part}\n`)
    .join('\n')

const items = (parts: readonly Part[]): string =>
  parts
    .filter(present)
    .map((part) => `- ${part}`)
    .join('\n')

/** An absolute URL as an autolink (6.5), in which nothing is markup or a character reference. */
const autolink = (url: string): string => `<${new URL(url).href}>`

export const linkTo = (url: string | undefined): string =>
  url === undefined ? '' : ` ${autolink(url)}`

/** The characters that begin or end inline markup anywhere (CommonMark 6, with GFM's ~ and |). */
const special = /[\\`*_[\]<>&#~|]/g

const escaped = (text: string): string => printable(text).replace(special, '\\$&')

/**
 * A text on one line, in which nothing is markup.
 * @example markdownLine('[x](y)\n# z') → \[x\](y) \# z
 */
export const markdownLine = (text: string): string =>
  escaped(
    text
      .split(/[\r\n]+/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(' '),
  )

/** Character by character: line breaks become references (2.5), which do not break the line. */
const exactly = (text: string): string =>
  escaped(text).replace(/[\r\n]/g, (end) => `&#${end.charCodeAt(0)};`)

/** The lines of the text as paragraphs. */
export const paragraphs = (text: string): string => linesOf(text).join('\n\n')

/** The lines of the text, escaped so that none begins a list or an underline. */
const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\r\n]+/)
    .map((line) => markdownLine(line).replace(/^(\d*)([-+=.)])/, '$1\\$2'))
    .filter(present)
