// Markdown (CommonMark 0.31.2) for people and language models: every event with its date in words,
// its cited words and their source. No text can become markup; links are autolinks.
import type { Citation } from '../domain/document/citation.ts'
import type { TimelineEvent } from '../domain/document/event.ts'
import { measureWords } from '../domain/words/measure-words.ts'
import type { UiLanguage } from '../domain/text/ui-language.ts'
import { statedDateInWords } from './feed/entry-content.ts'
import { feedNotes } from './feed/notes.ts'
import { feedWords, type FeedWords } from './feed-words.ts'
import type { Feed, Format } from './format.ts'
import { printable } from '../domain/text/printable.ts'
import { vocabularyOf, type Vocabulary } from './vocabulary.ts'

export const markdown: Format = {
  name: 'markdown',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  title: 'Markdown',
  limit: { usual: 200, most: 500 },
  write(feed) {
    const telling = {
      ...vocabularyOf(feed.timeline, feed.content),
      feed,
      words: feedWords[feed.language],
    }
    return [head(telling), ...feed.events.map((event) => section(event, telling))].join('\n')
  },
}

interface Telling extends Vocabulary {
  readonly feed: Feed
  readonly words: FeedWords
}

/** Names of lines that the other feeds do not have. */
const lineNames = {
  'zh-Hans': {
    filter: '筛选',
    page: '网页',
    next: '下一页',
    source: '来源',
    licence: '许可',
    credit: '署名',
  },
  'zh-Hant': {
    filter: '篩選',
    page: '網頁',
    next: '下一頁',
    source: '來源',
    licence: '授權',
    credit: '署名',
  },
  en: {
    filter: 'Filter',
    page: 'Page',
    next: 'Next page',
    source: 'Source',
    licence: 'Licence',
    credit: 'Credit',
  },
} as const satisfies Record<UiLanguage, object>

function head({ feed, words, say }: Telling): string {
  const { edition, filter, links, timeline } = feed
  const { credit, description, licence } = timeline
  const names = lineNames[feed.language]
  const entry = (name: string, value: string) => name + words.colon + value
  return blocks([
    `# ${oneLine(say(timeline.title))}`,
    description && paragraphs(say(description)),
    ...feedNotes(feed).map(paragraphs),
    items([
      `${words.edition(edition.number)}${words.comma}${edition.published}`,
      filter !== '' && entry(names.filter, oneLine(filter)),
      entry(names.page, autolink(links.page)),
      links.next !== undefined && entry(names.next, autolink(links.next)),
      entry('NDJSON', autolink(links.format('ndjson'))),
      licence && entry(names.licence, oneLine(say(licence.name)) + linkTo(licence.url)),
      credit && entry(names.credit, oneLine(say(credit))),
    ]),
  ])
}

function section(event: TimelineEvent, telling: Telling): string {
  const { feed, words, say, themeLabel, actorName } = telling
  const { actors, citations, links, measures, note, place, themes } = event
  const line = (name: keyof FeedWords['fields'], value: string) =>
    words.fields[name] + words.colon + value
  const names = (name: 'themes' | 'actors', values: readonly string[]) =>
    values.length > 0 && line(name, values.map(oneLine).join(words.and))
  const figures = measures.map((one) => measureWords(one, feed.language, say))
  return blocks([
    `## ${oneLine(say(event.title))}`,
    `**${oneLine(statedDateInWords(event, feed.language))}**`,
    event.status === 'disputed' && words.disputed,
    event.summary && paragraphs(say(event.summary)),
    items([
      `EDTF${words.colon}\`${event.when.edtf}\``,
      names('themes', themes.map(themeLabel)),
      names('actors', actors.map(actorName)),
      place !== undefined && line('place', oneLine(actorName(place))),
      ...figures.map((figure) => line('measures', oneLine(figure))),
      ...quotations(citations, telling),
      ...links.map(({ url, title }) =>
        line('links', (title ? `${oneLine(say(title))} ` : '') + autolink(url)),
      ),
      note && line('note', oneLine(say(note))),
      autolink(feed.links.event(event.id)),
    ]),
  ])
}

/** The words cited from one source, then its title, publisher and day. */
function quotations(citations: readonly Citation[], { feed, words, say, ...names }: Telling) {
  return [...Map.groupBy(citations, ({ source }) => source)].flatMap(([id, cited]) => {
    const source = names.source(id)
    const origin = [
      names.sourceTitle(id),
      ...(source?.publisher ? [say(source.publisher)] : []),
      ...(source ? [source.published.slice(0, 10)] : []),
    ]
    const from = origin.map(oneLine).join(words.comma) + linkTo(source?.url)
    return [
      ...cited.map(
        ({ exact }) => words.fields.citations + words.colon + words.quote(exactly(exact)),
      ),
      lineNames[feed.language].source + words.colon + from,
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

/** An absolute URL as an autolink (6.5), inside which nothing is markup or a character reference. */
const autolink = (url: string): string => `<${new URL(url).href}>`

const linkTo = (url: string | undefined): string => (url === undefined ? '' : ` ${autolink(url)}`)

/** The characters that begin or end inline markup anywhere (CommonMark 6, with GFM's ~ and |). */
const special = /[\\`*_[\]<>&#~|]/g

const escaped = (text: string): string => printable(text).replace(special, '\\$&')

const oneLine = (text: string): string => escaped(text.replace(/\s*[\r\n]+\s*/g, ' ').trim())

/** To the character: line ends stand as references (2.5), which are text and end no line. */
const exactly = (text: string): string =>
  escaped(text).replace(/[\r\n]/g, (end) => `&#${end.charCodeAt(0)};`)

/** The lines of the text as paragraphs, none of which begins a list or an underline. */
const paragraphs = (text: string): string =>
  text
    .split(/[\r\n]+/)
    .map((line) => oneLine(line).replace(/^(\d*)([-+=.)])/, '$1\\$2'))
    .filter(present)
    .join('\n\n')
