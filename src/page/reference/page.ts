// `/docs`: the contract as a page, rendered when the static assets are built. The texts of the
// contract are in English and marked so; everything else is in the language of the page.
import { constantMarkup, html, type Html } from '../../markup/html.ts'
import { messages } from '../../messages/languages.ts'
import type { ReferenceMessages } from '../../messages/en/reference.ts'
import { jsonLink } from '../share/alternates.ts'
import { renderPlainPage } from '../shell/plain-page.ts'
import { referenceStyle } from '../style/generated.ts'
import type { PageView } from '../view.ts'
import type { Contract, NotedSchema } from './contract.ts'
import { operationSection, type ReferenceWords } from './operation.ts'
import { schemaAnchor, typeNotation } from './notation.ts'

export interface ReferenceView extends PageView {
  readonly contract: Contract
}

const style = constantMarkup(`<style>${referenceStyle}</style>`)

/** @example renderReferencePage({ publicUrl, speech, contract }) → <!doctype html>… */
export function renderReferencePage(view: ReferenceView): string {
  const { contract, speech, publicUrl } = view
  const say = messages[speech.ui].reference
  const words = { say, contract, publicUrl, english: inEnglish(speech.ui) }
  const groups = contract.tags.filter(({ name }) => operationsOf(contract, name).length > 0)
  return renderPlainPage({
    view,
    title: say.title,
    lead: say.intro,
    path: '/docs',
    head: html`${jsonLink(`${publicUrl}/openapi.json`)}${style}`,
    content: html`
      <p><a href="/openapi.json">${say.contract}</a> · <a href="/timeline.schema.json">${say.documentSchema}</a> · ${say.version(contract.info.version)}</p>
      <p class="small-print"${words.english}>${withCode(contract.info.description)}</p>
      <p class="small-print">${say.examples}</p>
      <nav aria-label="${say.contents}">
        <ul class="link-row">
          ${groups.map(({ name }) => html`<li><a class="chip" href="#tag-${name}">${groupName(say, name)}</a></li>`)}
          <li><a class="chip" href="#schemas">${say.schemas}</a></li>
          <li><a class="chip" href="#headers">${say.headers}</a></li>
        </ul>
      </nav>
      ${groups.map(({ name }) => groupSection(name, words))}
      ${schemasSection(words)}
      ${headersSection(words)}`,
  })
}

/** Text in which words between backticks are code (CommonMark, 6.1). */
const withCode = (text: string): Html =>
  html`${text.split('`').map((part, i) => (i % 2 === 0 ? html`${part}` : html`<code>${part}</code>`))}`

/** The attribute of a text of the contract; none on an English page. */
const inEnglish = (ui: string): Html | false => ui !== 'en' && html` lang="en"`

/** A tag without words of its own keeps its name. */
const groupName = (say: ReferenceMessages, tag: string): string =>
  Object.entries(say.tags).find(([name]) => name === tag)?.[1] ?? tag

const operationsOf = ({ paths }: Contract, tag: string) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { tags }]) => tags.includes(tag))
      .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )

function groupSection(tag: string, words: ReferenceWords): Html {
  const operations = operationsOf(words.contract, tag)
  return html`
    <section class="detail-section">
      <h2 id="tag-${tag}">${groupName(words.say, tag)}</h2>
      <ul class="operations">
        ${operations.map(
          ({ path, method, operation }) =>
            html`<li><a href="#${operation.operationId}"><code>${method} ${path}</code></a> <span${words.english}>${operation.summary}</span></li>`,
        )}
      </ul>
      ${operations.map((one) => operationSection(one, words))}
    </section>`
}

function schemasSection({ say, contract, english }: ReferenceWords): Html {
  return html`
    <section class="detail-section">
      <h2 id="schemas">${say.schemas}</h2>
      ${Object.entries(contract.components.schemas).map(
        ([name, schema]) => html`
          <section class="operation">
            <h3 id="${schemaAnchor(name)}"><code>${name}</code></h3>
            ${schema.description !== undefined && html`<p${english}>${schema.description}</p>`}
            ${schema.properties === undefined ? html`<p><code>${typeNotation(schema)}</code></p>` : membersTable(name, schema, say, english)}
          </section>`,
      )}
    </section>`
}

function membersTable(
  name: string,
  { properties = {}, required = [] }: NotedSchema,
  say: ReferenceMessages,
  english: Html | false,
): Html {
  return html`
    <table>
      <caption>${say.members(name)}</caption>
      <thead><tr><th scope="col">${say.name}</th><th scope="col">${say.type}</th><th scope="col">${say.meaning}</th></tr></thead>
      <tbody>
        ${Object.entries(properties).map(
          ([member, schema]) => html`
            <tr>
              <th scope="row"><code>${member}</code>${!required.includes(member) && html` <small>${say.optional}</small>`}</th>
              <td><code>${typeNotation(schema)}</code></td>
              <td${schema.description !== undefined && english}>${schema.description}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
}

const headersSection = ({ say, contract, english }: ReferenceWords): Html => html`
  <section class="detail-section">
    <h2 id="headers">${say.headers}</h2>
    <table>
      <caption>${say.headersIntro}</caption>
      <thead><tr><th scope="col">${say.name}</th><th scope="col">${say.meaning}</th></tr></thead>
      <tbody>
        ${Object.entries(contract.components.headers)
          .filter(
            ([name]) =>
              !name.endsWith('-Optional') ||
              !(name.replace('-Optional', '') in contract.components.headers),
          )
          .map(
            ([name, { description }]) =>
              html`<tr><th scope="row"><code>${name.replace('-Optional', '')}</code></th><td${english}>${description}</td></tr>`,
          )}
      </tbody>
    </table>
  </section>`
