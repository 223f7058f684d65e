import { html, type Html } from './html.ts'

/** A link out of the service; what stands behind it is nobody's recommendation. */
export const outward = (url: string, label: string): Html =>
  html`<a href="${url}" rel="noopener nofollow ugc">${label}</a>`
