// GET /v1/timelines/{timeline}/editions.atom: the corrections feed.
import { nearestUiLanguage } from '../../domain/text/ui-language.ts'
import { correctionsMediaType, writeCorrections } from '../../formats/feed/corrections.ts'
import { keptChanges, partialOf } from '../../store/read/kept-changes.ts'
import { codingNames } from '../headers.ts'
import * as parameters from '../request/parameters.ts'
import { chooseEdition } from '../request/selection.ts'
import { conditional } from '../response/conditional.ts'
import { addressesOf } from '../response/links.ts'
import { route } from '../route.ts'

export const corrections = route({
  method: 'GET',
  path: '/v1/timelines/{timeline}/editions.atom',
  id: 'listCorrections',
  summary: 'What each edition changed, as an Atom feed',
  tag: 'editions',
  parameters: { lang: parameters.lang },
  lenient: true,
  success: {
    200: { description: 'Atom (RFC 4287)', type: correctionsMediaType, headers: codingNames },
  },
  problems: ['invalid-parameter', 'not-found', 'timeline-gone', 'store-unavailable'],
  async handle(exchange) {
    const chosen = await chooseEdition({ ...exchange, query: undefined })
    if (!chosen.ok) return chosen.failure
    const { service } = exchange
    const { reader } = chosen.value
    const { timeline, edition } = reader.facts
    const { lang } = exchange.query
    const content = lang ?? timeline.language
    const addresses = addressesOf(service, reader)
    return conditional(
      exchange,
      {
        ...chosen.value,
        edition: edition.number,
        mediaType: correctionsMediaType,
        identity: `corrections ${edition.number} ${lang ?? ''}`,
      },
      async () => {
        const kept = await keptChanges(service.store, reader)
        return {
          partial: partialOf(kept),
          type: correctionsMediaType,
          body: writeCorrections({
            timeline,
            edition,
            language: nearestUiLanguage(content),
            content,
            editions: kept.editions,
            unread: kept.unread.map(({ number }) => number),
            links: {
              self: addresses.corrections(lang),
              page: addresses.editions,
              edition: addresses.edition,
              event: addresses.event,
            },
          }),
        }
      },
    )
  },
})
