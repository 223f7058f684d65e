// One operation of the reference page: parameters, body, responses and an example.
import { nofollow } from '../shell/crawlers.ts'
import { html, type Html } from '../../markup/html.ts'
import type { ReferenceMessages } from '../../messages/en/reference.ts'
import {
  nameOf,
  type Contract,
  type ContractContent,
  type ContractOperation,
  type ContractParameter,
  type ContractResponse,
} from './contract.ts'
import { exampleAddress, exampleCommand, namesEdition } from './example.ts'
import { typeNotation } from './notation.ts'

export interface ReferenceWords {
  readonly say: ReferenceMessages
  readonly contract: Contract
  readonly publicUrl: string
  /** The attribute of a text in English. */
  readonly english: Html | false
}

interface PlacedOperation {
  readonly path: string
  /** In capitals. */
  readonly method: string
  readonly operation: ContractOperation
}

export function operationSection(
  { path, method, operation }: PlacedOperation,
  words: ReferenceWords,
): Html {
  const { say, publicUrl, english } = words
  const { operationId, summary, parameters, requestBody, security } = operation
  const address = exampleAddress(path, operation, publicUrl)
  // Few editions have parts: those that were uploaded.
  const canBeTried = method === 'GET' && !path.includes('{part}')
  return html`
    <section class="operation">
      <h3 id="${operationId}"><code>${method} ${path}</code></h3>
      <p${english}>${summary}</p>
      ${
        security.length > 0 &&
        html`<p class="small-print">${namesEdition(operation) ? say.token : say.tokenAlone}</p>`
      }
      ${parameters.length > 0 && parametersTable(operation, words)}
      ${
        requestBody &&
        html`
        <h4>${say.body}</h4>
        <p><span${english}>${requestBody.description}</span> ${contentNotation(requestBody.content)}</p>`
      }
      ${responsesTable(operation, words)}
      <h4>${say.example}</h4>
      <pre><code>${exampleCommand(method, publicUrl + address, operation)}</code></pre>
      ${canBeTried && html`<p><a href="${address}"${nofollow} aria-label="${say.tryIt}: ${operationId}">${say.tryIt}</a></p>`}
    </section>`
}

function parametersTable(
  { parameters, operationId }: ContractOperation,
  { say, english }: ReferenceWords,
): Html {
  return html`
    <table>
      <caption>${say.parametersOf(operationId)}</caption>
      <thead><tr><th scope="col">${say.name}</th><th scope="col">${say.type}</th><th scope="col">${say.meaning}</th></tr></thead>
      <tbody>
        ${parameters.map(
          (parameter) => html`
            <tr>
              <th scope="row"><code>${parameter.name}</code> <small>${placeOf(parameter, say)}</small></th>
              <td><code>${typeNotation(parameter.schema)}</code></td>
              <td><span${english}>${parameter.description}</span>${presetOf(parameter, say)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
}

const placeOf = ({ in: place, required }: ContractParameter, say: ReferenceMessages): string =>
  required && place !== 'path' ? `${say.places[place]}, ${say.required}` : say.places[place]

function presetOf({ schema }: ContractParameter, say: ReferenceMessages): Html | false {
  return (
    schema.default !== undefined &&
    html` ${say.preset} <code>${JSON.stringify(schema.default)}</code>`
  )
}

function responsesTable(
  { responses, operationId }: ContractOperation,
  { say, contract, english }: ReferenceWords,
): Html {
  return html`
    <table>
      <caption>${say.responsesOf(operationId)}</caption>
      <thead><tr><th scope="col">${say.status}</th><th scope="col">${say.type}</th><th scope="col">${say.meaning}</th></tr></thead>
      <tbody>
        ${Object.entries(responses).map(([status, told]) => {
          const { content, description, headers } = resolvedResponse(told, contract)
          return html`
            <tr>
              <th scope="row">${status}</th>
              <td>${content && contentNotation(content)}</td>
              <td><span${english}>${description}</span>${Number(status) < 300 && headers && html` <small>${say.headers}: ${Object.keys(headers).join(', ')}</small>`}</td>
            </tr>`
        })}
      </tbody>
    </table>`
}

/** With the description of the operation, where it has its own. */
const resolvedResponse = (told: ContractResponse, { components }: Contract): ContractResponse =>
  told.$ref === undefined ? told : { ...components.responses[nameOf(told.$ref)], ...told }

const contentNotation = (content: ContractContent): Html => html`
  ${Object.entries(content).map(
    ([type, { schema = {} }], i) => html`
      ${i > 0 && html`<br>`}<code>${type}</code>${schema.$ref !== undefined && html` <code>${typeNotation(schema)}</code>`}`,
  )}`
