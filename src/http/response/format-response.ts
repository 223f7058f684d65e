// From what a request selects to what a format writer receives.
import { filterWords } from '../../domain/filter-words.ts'
import { inLanguage } from '../../domain/text/language-map.ts'
import { nearestUiLanguage } from '../../domain/text/ui-language.ts'
import { answer, type Answer } from '../../edition/head-reader.ts'
import type { Feed, FeedLinks, Format } from '../../formats/format.ts'
import { eventPage, formatUrls, nextEntries, pageUrl } from './links.ts'
import { one, writeQuery } from '../request/query-string.ts'
import type { Exchange } from '../request/exchange.ts'
import type { Selection } from '../request/selection.ts'

/** A selection to be shown in a format, under a file name below the timeline. */
export interface Shown {
  readonly format: Format
  readonly selection: Selection
  readonly file: string
  /** The answer where it is one event, not a query's. */
  readonly only?: Answer
}

export function feedOf(exchange: Exchange, shown: Shown): Feed {
  const { selection, only } = shown
  const { timeline, edition } = selection.edition.head
  const found = only ?? answer(selection.edition, selection.query, selection.part)
  const content = one(exchange.query, 'lang') ?? timeline.language
  const language = nearestUiLanguage(content)
  return {
    timeline,
    edition: { number: edition.number, published: edition.published },
    events: found.events,
    total: found.total,
    setAside: found.setAside,
    filter: filterWords(selection.query, timeline, language, content),
    language,
    content,
    // Who asks for one event wants it whatever its date.
    vague: only !== undefined || one(exchange.query, 'vague') === 'include',
    ...(one(exchange.query, 'bom') === '0' ? { bom: false } : {}),
    links: feedLinks(exchange.service.publicUrl, shown, found),
  }
}

function feedLinks(publicUrl: string, { selection, file, only }: Shown, found: Answer): FeedLinks {
  const { timeline } = selection.edition.head
  const base = `${publicUrl}/v1/timelines/${timeline.id}/${file}`
  const [single] = only?.events ?? []
  const next = nextEntries(selection, found.next)
  return {
    self: base + selection.search,
    subscription: base + writeQuery(selection.entries.filter(([name]) => name !== 'cursor')),
    ...(next === null ? {} : { next: base + writeQuery(next) }),
    page:
      single === undefined
        ? pageUrl(publicUrl, selection)
        : eventPage(publicUrl, timeline.id, single.id),
    format: formatUrls(publicUrl, selection),
    event: (id) => eventPage(publicUrl, timeline.id, id),
  }
}

/** RFC 6266: to be shown, with a name in ASCII and the title in UTF-8 (RFC 8187) for saving. */
export function disposition({ selection, format, only }: Shown): string {
  const { timeline } = selection.edition.head
  const extension = format.extension.replace(/^feed\./, '')
  const [single] = only?.events ?? []
  const plain = `${timeline.id}${single === undefined ? '' : `-${single.id}`}.${extension}`
  const title = inLanguage(single?.title ?? timeline.title, timeline.language, timeline.language)
  const name = title.toWellFormed().replaceAll(/["\\/:*?<>|\p{C}]/gu, ' ')
  return `inline; filename="${plain}"; filename*=UTF-8''${extendedValue(`${name}.${extension}`)}`
}

/** RFC 8187, 3.2.1: what is no attr-char, percent-encoded. */
const extendedValue = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
