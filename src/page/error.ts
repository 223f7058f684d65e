// The page of a failure: what it means for the reader and where to go on. Nothing of the request in it.
import { html } from './html.ts'
import { renderPlainPage } from './plain-page.ts'
import type { ErrorView } from './view.ts'
import { pageWords } from './words/choose.ts'
import type { PageWords } from './words/words.ts'

export function renderErrorPage(view: ErrorView): string {
  const words = pageWords[view.speech.ui]
  const { title, text } = words.errors[kindOf(view.status)]
  return renderPlainPage({
    view,
    title,
    lead: text,
    path: '/',
    unlisted: true,
    canonical: false,
    content: html`<p class="pages"><a class="chip" href="/">${words.errorHome}</a></p>`,
  })
}

function kindOf(status: number): keyof PageWords['errors'] {
  if (status === 404) return 'notFound'
  if (status === 410) return 'gone'
  if (status === 503) return 'unavailable'
  return status >= 400 && status < 500 ? 'badRequest' : 'other'
}
