// The example of an operation: an address that answers, and a command that asks it.
import type { ContractOperation, ContractParameter } from './contract.ts'

/** Path and query of an operation, made of the examples of what it requires. */
export function exampleAddress(path: string, operation: ContractOperation, origin: string): string {
  const values = new Map(operation.parameters.map((one) => [`${one.in} ${one.name}`, one]))
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(exampleOf(values.get(`path ${name}`))),
  )
  const query = operation.parameters
    .filter((one) => one.in === 'query' && (one.required || shown.has(one.name)))
    .map((one) => `${one.name}=${queryValue(exampleOf(one).replace(localOrigin, origin))}`)
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`
}

/** Where examples of addresses begin. */
const localOrigin = 'http://localhost:8787'

/** Without these, a reader would try the largest answer, or publish. */
const shown: ReadonlySet<string> = new Set(['limit', 'dryRun'])

const queryValue = (text: string): string =>
  encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2F', '/')

function exampleOf(parameter: ContractParameter | undefined): string {
  const example = parameter?.example
  return String(Array.isArray(example) ? example[0] : (example ?? true))
}

/** Whether a write replaces an edition, which it must name. Repairs do not. */
export const namesEdition = ({ security, parameters }: ContractOperation): boolean =>
  security.length > 0 && parameters.some(({ name }) => name === 'If-Match')

/** @example exampleCommand('GET', 'http://localhost:8787/health', operation) → curl 'http://…' */
export function exampleCommand(method: string, url: string, operation: ContractOperation): string {
  return [
    method === 'GET' ? `curl '${url}'` : `curl -X ${method} '${url}'`,
    ...(operation.security.length > 0 ? [`-H "Authorization: Bearer $PUBLISH_TOKEN"`] : []),
    ...(namesEdition(operation) ? [`-H 'If-Match: "1"'`] : []),
    ...(operation.requestBody === undefined
      ? []
      : [`-H 'Content-Type: ${typeOf(operation.requestBody)}'`, bodyOf(operation)]),
  ].join(' \\\n  ')
}

const typeOf = ({ content }: NonNullable<ContractOperation['requestBody']>): string =>
  Object.keys(content)[0] ?? ''

/** Small bodies; the others are documents. */
const bodies: ReadonlyMap<string, string> = new Map([
  ['editTimeline', '{ "texts": { "credit": "Jishi" } }'],
  ['restoreEdition', '{ "edition": 1 }'],
  ['callTools', '{ "jsonrpc": "2.0", "id": 1, "method": "tools/list" }'],
])

const bodyOf = ({ operationId }: ContractOperation): string => {
  const body = bodies.get(operationId)
  return body === undefined ? '--data-binary @timeline.json' : `-d '${body}'`
}
