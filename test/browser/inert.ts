// Whether texts stayed texts: nothing ran, and nothing in the document could run.
import type { Page } from 'playwright-core'

/** Counts what runs; each payload calls `alert`. */
export const countRuns = 'globalThis.runs = 0; globalThis.alert = () => { runs++ }'

/** What could run, in the document and in every shadow root, and how often something did. */
export const dangers = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const all = (root) =>
      [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])])
    const elements = all(document)
    const attributes = elements.flatMap(({ attributes }) => [...attributes])
    return [
      ...attributes.filter(({ name }) => /^on|^srcdoc$/.test(name)).map(({ name }) => name),
      ...attributes.filter(({ value }) => /^\\s*javascript:/i.test(value)).map(({ value }) => value),
      ...elements.filter(({ tagName }) => /^(?:img|iframe|object|video|source|math)$/i.test(tagName)).map(({ outerHTML }) => outerHTML),
      ...[...document.scripts].filter(({ text }) => text.includes('alert(') && !text.trimStart().startsWith('{')).map(({ text }) => text),
      ...Array.from({ length: globalThis.runs }, () => 'ran'),
    ]
  })()`)
