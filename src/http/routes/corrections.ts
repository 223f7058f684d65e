// GET /v1/timelines/{timeline}/editions.atom: the corrections feed.
import { nearestUiLanguage } from '../../domain/text/ui-language.ts'
import { correctionsMediaType, writeCorrections } from '../../formats/feed/corrections.ts'
import { encoded } from '../../domain/text/pieces.ts'
import { keptChanges } from '../../store/read/kept-changes.ts'
import { codingNames } from '../headers.ts'
import { chooseBefore, editionCursors } from '../request/editions-page.ts'
import * as parameters from '../request/parameters.ts'
import { conditional, partialWithout } from '../response/conditional.ts'
import { addressesOf } from '../response/links.ts'
import { route } from '../route.ts'

export const corrections = route({
  method: 'GET',
  path: '/v1/timelines/{timeline}/editions.atom',
  id: 'listCorrections',
  summary: 'What each edition changed, as an Atom feed',
  tag: 'editions',
  parameters: { lang: parameters.lang, cursor: parameters.editionsCursor },
  lenient: true,
  success: {
    200: { description: 'Atom (RFC 4287)', type: correctionsMediaType, headers: codingNames },
  },
  problems: [
    'invalid-parameter',
    'invalid-cursor',
    'not-found',
    'cursor-expired',
    'timeline-gone',
    'store-unavailable',
  ],
  async handle(exchange) {
    const chosen = await chooseBefore(exchange)
    if (!chosen.ok) return chosen.failure
    const { service } = exchange
    const { reader, before } = chosen.value
    const { timeline, edition } = reader.facts
    const { lang } = exchange.query
    const content = lang ?? timeline.language
    const addresses = addressesOf(service, chosen.value)
    return conditional(
      exchange,
      {
        ...chosen.value,
        edition: edition.number,
        mediaType: correctionsMediaType,
        identity: `corrections ${edition.number} ${lang ?? ''} ${before ?? ''}`,
      },
      async () => {
        const kept = await keptChanges(service.store, reader, before)
        const { cursor, next } = editionCursors(reader, { before, next: kept.next })
        return {
          partial: partialWithout(kept.unread.map(({ number }) => number)),
          type: correctionsMediaType,
          body: encoded([
            writeCorrections({
              timeline,
              edition,
              language: nearestUiLanguage(content),
              content,
              editions: kept.editions,
              gone: kept.gone,
              large: kept.large,
              stated: kept.stated,
              unread: kept.unread.map(({ number }) => number),
              links: {
                self: addresses.corrections(lang, cursor),
                first: addresses.corrections(lang),
                next: next === undefined ? undefined : addresses.corrections(lang, next),
                // Page and feed have the same parts.
                page: (number) => addresses.editions(number, cursor),
                edition: addresses.edition,
                event: (id, number) => addresses.event(id, { edition: number }),
              },
            }),
          ]),
        }
      },
    )
  },
})
