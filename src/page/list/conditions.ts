// What narrows a view, in words, each condition with a link that removes it.
import { relTo } from '../shell/crawlers.ts'
import { html, type Html } from '../../markup/html.ts'
import { conditionsOf, type Condition, type Narrowing } from '../../messages/conditions.ts'
import { textMarkup, type RenderContext } from '../context.ts'
import { isOnChips, type QueryUrl } from './chips.ts'

/** The conditions, unless the chips above, where a list has any, show the whole filter. */
export const conditionsBeside = (
  hasChips: boolean,
  view: Narrowing,
  url: QueryUrl,
  context: RenderContext,
): Html | false => !(hasChips && isOnChips(view)) && conditionRow(view, url, context)

/** False if there are none. */
export function conditionRow(view: Narrowing, url: QueryUrl, context: RenderContext): Html | false {
  const { words } = context
  const names = {
    actors: context.timeline.actors,
    theme: (id: string) => context.themes.get(id)?.label ?? id,
    actor: (id: string) => context.actors.get(id)?.name ?? id,
    titleOfSource: (id: string) => context.sources.get(id)?.title ?? id,
  }
  const conditions = conditionsOf(view, names, words.queries)
  if (conditions.length === 0) return false
  return html`
    <p class="conditions" part="conditions">
      <span>${words.conditions}${words.colon}</span>
      ${conditions.map((condition) => removal(condition, url, context))}
    </p>`
}

function removal(
  { words, without, isIdle }: Condition,
  url: QueryUrl,
  context: RenderContext,
): Html {
  const { remove, colon, queries } = context.words
  const [before = '', after = ''] = isIdle ? queries.idle('\n').split('\n') : []
  const parts = words.map((part) =>
    typeof part === 'string' ? html`${part}` : textMarkup(context, part),
  )
  return html`
    <a class="chip" href="${url(without.query, { edition: without.pinnedEdition })}"${relTo(without.query)}>
      <span class="visually-hidden">${remove}${colon}</span><span>${before}${parts}${after}</span><span aria-hidden="true"> ×</span>
    </a>`
}
