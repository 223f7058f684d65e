// Links to the formats of a filter: made once, with the query string of the filter in gaps.
import type { EventsAddress } from '../../address/addresses.ts'
import { renderings } from '../../domain/renderings.ts'
import {
  joinedMarkup,
  charactersOf,
  filled,
  gap,
  withGaps,
  type Gapped,
} from '../../markup/gaps.ts'
import { html, type Html } from '../../markup/html.ts'
import type { RenderContext } from '../context.ts'

/**
 * The links that `write` makes of the address of each format. `kind` tells them from others of the same addresses.
 * @example linksToFormats('footer', addresses.events(query), context, (address) => [html`<a href="${address('ics')}">iCalendar</a>`])
 */
export function linksToFormats(
  kind: string,
  address: EventsAddress,
  { timeline }: Pick<RenderContext, 'timeline'>,
  write: (address: (extension: string) => Html) => readonly Html[],
): Html {
  const [data = '', ...search] = address(null).split(/(?=\?)/)
  const behind = search.join('')
  const open = (extension: string): Html => {
    const whole = address(extension)
    return html`${whole.slice(0, whole.length - behind.length)}${gap('search')}`
  }
  const links = kept(timeline)(timeline, `${kind} ${data}`, () => withGaps(html`${write(open)}`))
  return joinedMarkup(filled(links, () => html`${behind}`))
}

const kept = renderings<Gapped>(charactersOf)
