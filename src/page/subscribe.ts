// `/timelines/{t}/subscribe`: the calendar of a filtered view, client by client, and what to expect.
import { nofollow } from './shell/crawlers.ts'
import { queryAlternates } from './share/alternates.ts'
import { themeChips } from './list/chips.ts'
import { conditionsBeside } from './list/conditions.ts'
import { copyField } from './share/copy.ts'
import { copyScript } from './shell/scripts.ts'
import { html, type Html } from '../markup/html.ts'
import { createAddresses, queryString } from '../address/addresses.ts'
import { writeSearch } from '../address/canonical.ts'
import { renderPlainPage } from './shell/plain-page.ts'
import { textOf } from './context.ts'
import { pageContext } from './page-context.ts'
import { totalText } from './list/total.ts'
import type { SubscribeView } from './view.ts'
import { messages } from '../messages/languages.ts'
import type { PageMessages } from '../messages/en/pages.ts'

/** @example renderSubscribePage({ ...page, timeline, query, total, choices, calendar }) → <!doctype html>… */
export function renderSubscribePage(view: SubscribeView): string {
  const words = messages[view.speech.ui].pages
  const context = pageContext(view)
  const { query } = view
  const hasChips = view.timeline.themes.length > 1
  const address = context.taken.events(query)('ics')
  const title = textOf(context, view.timeline.title)
  return renderPlainPage({
    view,
    context,
    title: context.words.subscribe,
    lead: words.subscribeIntro,
    path: createAddresses('', view.timeline.id).subscribe(query),
    robots: queryString(query) === '' ? undefined : 'noindex, nofollow',
    head: queryAlternates(query, context),
    content: html`
      ${hasChips && themeChips(view, context.addresses.subscribe, context)}
      ${conditionsBeside(hasChips, view, context.addresses.subscribe, context)}
      <p class="small-print">${context.words.count(totalText(view))}</p>
      ${copyField(words.address, address, context)}
      <p class="link-row">
        <a class="chip" href="${webcal(address)}">${words.open}</a>
        <a class="chip" href="${context.addresses.events(query, { lang: context.taken.lang })('ics')}"${nofollow} download>.ics</a>
      </p>
      ${calendarNotes(view.calendar, words, hasChips)}
      <section class="detail-section">
        <h2>${words.refreshHeading}</h2>
        <p class="prose">${words.refreshIntro}</p>
        <ul class="clients">${(Object.keys(words.clients) as ClientName[]).map((name) => client(name, clientUrl(name, address, title), words))}</ul>
      </section>`,
    scripts: copyScript,
  })
}

/** The calendar applications, in the order of their messages. */
type ClientName = keyof PageMessages['clients']

/** The size of the calendar, and what it lacks. */
const calendarNotes = (
  { octets, events, leftOut, heldBack, tooLarge, unread }: SubscribeView['calendar'],
  words: PageMessages,
  hasChips: boolean,
): Html => html`
  <p class="small-print">${words.calendarSize(String(events), String(Math.ceil(octets / 1000)))}</p>
  ${leftOut > 0 && html`<p class="small-print">${words.calendarLeftOut(leftOut)}</p>`}
  ${heldBack > 0 && html`<p class="notice">${words.calendarFull(heldBack)}${hasChips && words.chooseTheme}</p>`}
  ${tooLarge > 0 && html`<p class="notice">${words.calendarTooLarge(tooLarge)}</p>`}
  ${unread > 0 && html`<p class="notice">${words.calendarUnread(unread)}${hasChips && words.chooseTheme}</p>`}`

function client(name: ClientName, url: string | undefined, words: PageMessages): Html {
  const { name: title, how, refresh } = words.clients[name]
  return html`
    <li>
      <h3>${title}</h3>
      ${url !== undefined && html`<a class="chip" href="${url}" rel="noopener external" aria-label="${words.open} ${title}">${words.open}</a>`}
      <p>${how}</p>
      <p class="small-print">${refresh}</p>
    </li>`
}

/** A link that subscribes in this client; undefined if the address must be pasted into it. */
function clientUrl(name: ClientName, address: string, title: string): string | undefined {
  switch (name) {
    case 'apple':
    case 'thunderbird':
      return webcal(address)
    case 'google':
      return `https://calendar.google.com/calendar/r${writeSearch([['cid', webcal(address)]])}`
    case 'outlook':
      return `https://outlook.live.com/calendar/0/addfromweb${writeSearch([
        ['url', address],
        ['name', title],
      ])}`
    case 'feishu':
    case 'dingtalk':
    case 'huawei':
    case 'xiaomi':
    case 'other':
      return undefined
  }
}

/** Not webcals: most clients know only webcal, and then request by https. */
const webcal = (address: string): string => address.replace(/^https?:/, 'webcal:')
