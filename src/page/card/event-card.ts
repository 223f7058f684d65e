// One event in a list. Tab order: permalink, citations, menu.
import { foldedCitations } from './citations.ts'
import { linkList } from './links.ts'
import { figureList } from './measures.ts'
import { heading, type HeadingLevel } from '../../markup/heading.ts'
import { html, type Html } from '../../markup/html.ts'
import { dateMarkup } from './date.ts'
import { everything, only, type EventQuery } from '../../domain/query/event-query.ts'
import { colorClass } from '../../picture/color.ts'
import { eventLinkOf, languageAttributes, textOf, type CardContext } from '../context.ts'
import { nofollow } from '../shell/crawlers.ts'
import type { ShownEvent } from '../view.ts'

export interface CardOptions {
  /** The level of the event's heading. */
  readonly level: HeadingLevel
  /** Index of the event in its list; gives ids that are short and unique there. */
  readonly number: number | Html
  /** True below the heading of its month, which gives the year. */
  readonly inMonth: boolean
  /** Renders the menu button and the menu that it opens. */
  readonly menu: (event: ShownEvent, number: number | Html) => Html
}

/**
 * A list item with the event's date, title, summary, figures, citations and menu.
 * @example eventCard(event, { level: 3, number: 0, inMonth: true, menu }, context) → <li class="event-card …">
 */
export function eventCard(event: ShownEvent, options: CardOptions, context: CardContext): Html {
  const { id, title, summary, themes } = event
  const language = languageAttributes(context, title)
  const { href, rel } = eventLinkOf(context)(id)
  const permalink = html`<a href="${href}"${rel}${language}>${textOf(context, title)}</a>`
  return html`
    <li class="event-card ${colorClass(context.themes.get(themes[0] ?? ''))}">
      <article id="${id}" aria-labelledby="_title-${options.number}" part="event" tabindex="-1">
        <p class="event-date" part="date">${dateMarkup(event, options.inMonth, context)}${context.extentOf?.(event)}</p>
        <div class="event-body">
          ${heading(options.level, html` id="_title-${options.number}" part="title"`, permalink)}
          ${event.status === 'disputed' && html`<p class="status-flag">${context.words.disputed}</p>`}
          ${summary && html`<p class="event-summary"${languageAttributes(context, summary)}>${textOf(context, summary)}</p>`}
          ${figureList(event.measures, context)}
          ${metaLine(event, context)}
          ${linkList(event, context)}
          <div class="event-tools">${foldedCitations(event, context)}${options.menu(event, options.number)}</div>
        </div>
      </article>
    </li>`
}

/** The event's themes, the names of its actors and place, and the members for whom it is listed. */
function metaLine(event: ShownEvent, context: CardContext): Html | false {
  const { themes, actors, place = '' } = event
  const { words } = context
  const members = actorLinks(context.through(event), context)
  const names = actorLinks([...new Set([...actors, place])], context)
  if (themes.length === 0 && names.length === 0) return false
  return html`
    <p class="event-meta">
      ${themes.map((id) => themeTag(id, context))}
      ${names.length > 0 && html`<span class="visually-hidden">${words.who}${words.colon}</span><span>${names}</span>`}
      ${members.length > 0 && html`<span>${words.through}${words.colon}${members}</span>`}
    </p>`
}

/**
 * Names that lead to the events of each. The lanes and the form do the same from the keyboard, so that
 * they are no stops on the way from event to event.
 */
const actorLinks = (actors: readonly string[], context: CardContext): readonly Html[] =>
  actors
    .flatMap((id) => context.actors.get(id) ?? [])
    .map(
      ({ id, name }, i) =>
        html`${i > 0 && context.words.and}<a${nofollow} tabindex="-1" href="${listUrl(context)(ofActor(id))}"${languageAttributes(context, name)}>${textOf(context, name)}</a>`,
    )

const ofActor = (id: string): EventQuery => ({ ...everything, actors: [only(id)] })

const listUrl = ({ listUrl: url, addresses }: CardContext) => url ?? addresses.timeline

function themeTag(id: string, context: CardContext): Html | false {
  const theme = context.themes.get(id)
  if (!theme) return false
  const language = languageAttributes(context, theme.label)
  const href = listUrl(context)({ ...everything, themes: [only(id)] })
  return html`<a class="theme-tag ${colorClass(theme)}" href="${href}" tabindex="-1"${language}>${textOf(context, theme.label)}</a>`
}

/** The menu button, described by the event's title; the attributes `target` say what it opens. */
export const menuButton = (number: number | Html, target: Html, { words }: CardContext): Html =>
  html`<button class="menu-button" part="menu" aria-describedby="_title-${number}"${target}>${words.menu}</button>`
