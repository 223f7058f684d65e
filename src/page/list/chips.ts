// The themes of a list as chips. They are links; the widget handles them without leaving the page.
import { relTo } from '../shell/crawlers.ts'
import { everything, withTheme, type EventQuery } from '../../domain/query/event-query.ts'
import type { AddressOptions } from '../../address/addresses.ts'
import { filterText } from '../../address/canonical.ts'
import { html, type Html } from '../../markup/html.ts'
import type { ColoredTheme } from '../../domain/document/theme.ts'
import { maxLanes } from '../../picture/limits.ts'
import { askedIn, ownLanes } from './picture/own-lanes.ts'
import { colorClass } from '../../picture/color.ts'
import type { Narrowing } from '../../messages/conditions.ts'
import { languageAttributes, textOf, type CardContext } from '../context.ts'
import type { ListView } from '../view.ts'
import { boundedText } from './total.ts'

/** The address of a list with this filter. */
export type QueryUrl = (query: EventQuery, options?: AddressOptions) => string

const current = (on: boolean): Html | false => on && html` aria-current="true"`

export function themeChips(
  view: Pick<ListView, 'query' | 'choices'>,
  url: QueryUrl,
  context: CardContext,
): Html {
  const { words } = context
  const { query, choices } = view
  const chosen = askedIn(query, 'theme')
  const link = (id: string | null) => {
    const themed = withTheme(query, id)
    return html` href="${url(themed)}"${relTo(themed)}`
  }
  const chip = (theme: ColoredTheme) => html`
    <a class="chip has-dot ${colorClass(theme)}" part="chip"${link(theme.id)}${current(chosen.includes(theme.id))}>
      <span${languageAttributes(context, theme.label)}>${textOf(context, theme.label)}</span>
      ${' '}<span class="chip-count">${boundedText(choices.theme.get(theme.id) ?? 0, choices.atMost)}</span>
    </a>`
  const all = [...context.themes.values()]
  const ids = all.map(({ id }) => id)
  const first = new Set([...chosen, ...ownLanes(ids, choices.theme, chosen)])
  const isOwn = ({ id }: ColoredTheme) => all.length <= maxLanes || first.has(id)
  const [own, others] = [all.filter(isOwn), all.filter((theme) => !isOwn(theme))]
  return html`
    <nav class="chips" part="filters" aria-label="${words.byTheme}">
      <a class="chip" part="chip"${link(null)}${current(query.themes.length === 0)}>
        ${words.all} <span class="chip-count">${boundedText(choices.all, choices.atMost)}</span>
      </a>
      ${own.map(chip)}
      ${others.length > 0 && html`<details><summary>${words.picture.more.theme(others.length)}</summary><div class="chips">${others.map(chip)}</div></details>`}
    </nav>`
}

/** True if the chips show the whole filter: nothing, or one theme. */
export function isOnChips({ query, pinnedEdition }: Narrowing): boolean {
  const [clause] = query.themes
  const theme =
    clause?.exclude === false && clause.any.length === 1 ? (clause.any[0] ?? null) : null
  return (
    pinnedEdition === undefined && filterText(query) === filterText(withTheme(everything, theme))
  )
}
