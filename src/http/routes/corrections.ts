// GET /v1/timelines/{timeline}/editions.atom: the corrections feed.
import { nearestUiLanguage } from '../../domain/text/ui-language.ts'
import { correctionsMediaType, writeCorrections } from '../../formats/feed/corrections.ts'
import { conditional } from '../response/conditional.ts'
import { keptChanges } from '../../store/read/kept-changes.ts'
import { eventPage } from '../response/links.ts'
import { one, writeQuery } from '../request/query-string.ts'
import * as parameters from '../request/parameters.ts'
import { readProblem } from '../problem.ts'
import type { Route } from '../route.ts'
import { chooseEdition } from '../request/selection.ts'

export const corrections: Route = {
  method: 'GET',
  path: '/v1/timelines/{timeline}/editions.atom',
  id: 'listCorrections',
  summary: 'What each edition changed, as an Atom feed',
  tag: 'editions',
  parameters: [parameters.lang],
  lenient: true,
  success: { 200: { description: 'Atom (RFC 4287)', type: correctionsMediaType } },
  problems: ['invalid-parameter', 'not-found', 'timeline-gone', 'store-unavailable'],
  async handle(exchange) {
    const chosen = await chooseEdition(exchange)
    if (!chosen.ok) return chosen.failure
    const { timeline, edition } = chosen.value.edition.head
    const editions = await keptChanges(exchange.service.store, chosen.value.edition)
    if (!editions.ok) return readProblem(exchange, editions.failure)
    const lang = one(exchange.query, 'lang')
    const content = lang ?? timeline.language
    const { publicUrl } = exchange.service
    return conditional(
      exchange,
      { ...chosen.value, identity: `corrections ${edition.number} ${lang ?? ''}` },
      () => ({
        type: correctionsMediaType,
        body: writeCorrections({
          timeline,
          edition,
          language: nearestUiLanguage(content),
          content,
          editions: editions.value,
          links: {
            self: `${publicUrl}${exchange.path}${writeQuery(lang === undefined ? [] : [['lang', lang]])}`,
            page: `${publicUrl}/timelines/${timeline.id}/editions`,
            edition: (number) => `${publicUrl}/v1/timelines/${timeline.id}/editions/${number}`,
            event: (id) => eventPage(publicUrl, timeline.id, id),
          },
        }),
      }),
    )
  },
}
