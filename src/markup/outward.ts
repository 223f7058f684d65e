import { html, type Html } from './html.ts'

/** An external link, which the service does not endorse (`nofollow ugc`). */
export const outward = (url: string, label: string): Html =>
  html`<a href="${url}" rel="noopener nofollow ugc">${label}</a>`
