// Checks real responses against the contract: status, media type, headers and JSON, and that the
// parameters of a successful request have the types that the contract gives them.
import { isForeign } from '../../src/http/request/foreign.ts'
import { describeService } from '../../src/assets/contract/service.ts'
import { routes } from '../../src/http/routes/table.ts'
import { faultsOf, resolved, type JsonSchema } from './json-schema.ts'

interface Described {
  readonly description: string
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>
  readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>
  readonly $ref?: string
}

interface Operation {
  readonly operationId: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly schema: JsonSchema
  }[]
  readonly responses: Readonly<Record<string, Described>>
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** The contract of this clone. */
export const contract = describeService(routes) as Contract
const strict = { root: contract, closed: true } as const

/** What the platform and HTTP itself add to a response. */
const ofHttp = /^(?:content-type|content-length|date|connection|keep-alive|transfer-encoding)$/

/** The routes in the order in which the service tries them. */
const known = routes.map(({ method, path }) => ({
  method,
  names: Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name),
  pattern: new RegExp(
    `^${path.replaceAll('.', String.raw`\.`).replaceAll(/\{\w+\}/g, '([^/]+)')}$`,
  ),
  operation: contract.paths[path]?.[method.toLowerCase()],
}))

/**
 * Throws if the response is not what the contract says. An address or a method that is in no route
 * has nothing to be compared with, and neither has a request that is too long to be read.
 */
export async function checkTraffic(request: Request, response: Response): Promise<void> {
  const { pathname, searchParams } = new URL(request.url)
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const path = decoded(pathname)
  const found = known.find((one) => one.method === method && one.pattern.test(path))
  if (found?.operation === undefined) return
  const { operation, names, pattern } = found
  const values = pattern.exec(path)?.slice(1) ?? []
  const faults = [
    ...(await responseFaults(operation, response, request.method === 'HEAD')),
    ...(response.ok ? requestFaults(operation, searchParams) : []),
    ...(response.ok ? pathFaults(operation, names, values) : []),
  ]
  if (faults.length === 0) return
  const where = `${request.method} ${request.url} (${operation.operationId}, ${response.status})`
  throw new Error(`${where} is not as the contract says:\n${faults.slice(0, 20).join('\n')}`)
}

/** As the router sees it; the path itself if it is not percent-encoded UTF-8. */
function decoded(path: string): string {
  try {
    return decodeURI(path.replaceAll(/%(?=2f)/gi, '%25'))
  } catch {
    return path
  }
}

async function responseFaults(
  operation: Operation,
  response: Response,
  isHead: boolean,
): Promise<string[]> {
  const told = operation.responses[response.status]
  if (told === undefined) return [`the status ${response.status} is not declared`]
  const described =
    told.$ref === undefined ? told : (resolved(contract, told.$ref) as unknown as Described)
  const type = response.headers.get('content-type')
  const essence = type?.split(';')[0] ?? ''
  const content = described.content?.[essence]
  const faults = headerFaults(described, response.headers)
  if (type === null ? described.content !== undefined : content === undefined)
    faults.push(`the media type ${type} is not declared`)
  const { schema } = content ?? {}
  const isRead =
    schema !== undefined && Object.keys(schema).length > 0 && schema['type'] !== 'string'
  if (isHead || !isRead) return faults
  const body: unknown = await response.clone().json()
  if (essence === 'application/problem+json') {
    const name = /[^/]*$/.exec((body as { type: string }).type)?.[0]
    if (!told.description.includes(`${name}:`)) faults.push(`the problem ${name} is not declared`)
  }
  return [...faults, ...faultsOf(body, schema, strict)]
}

function headerFaults({ headers = {} }: Described, sent: Headers): string[] {
  const told = new Map(
    Object.entries(headers).map(([name, { $ref }]) => [
      name.toLowerCase(),
      resolved(contract, $ref) as { required?: boolean; schema: JsonSchema },
    ]),
  )
  const missing = [...told].filter(([name, { required }]) => required === true && !sent.has(name))
  const unknown = [...sent].filter(([name]) => !ofHttp.test(name) && !told.has(name))
  return [
    ...missing.map(([name]) => `the header ${name} is missing`),
    ...unknown.map(([name]) => `the header ${name} is not declared`),
    ...[...sent].flatMap(([name, value]) =>
      faultsOf(read(value, told.get(name)?.schema ?? {}), told.get(name)?.schema ?? {}, strict).map(
        (fault) => `the header ${name}: ${fault}`,
      ),
    ),
  ]
}

/** Empty values count as absent; names that the route does not know are ignored by lenient routes. */
function requestFaults({ parameters }: Operation, asked: URLSearchParams): string[] {
  return parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap(({ name, schema }) => {
      const texts = asked
        .getAll(name)
        // What others append is no value of the parameter: pages and feeds ignore it.
        .filter((text) => text !== '' && !isForeign(name, text))
      const isList = schema['type'] === 'array'
      const one = isList ? (schema['items'] as JsonSchema) : schema
      const values = texts.map((text) => read(text, one))
      return (isList ? [values] : values).flatMap((value) =>
        faultsOf(value, schema, strict).map((fault) => `the parameter ${name}: ${fault}`),
      )
    })
}

const pathFaults = (
  { parameters }: Operation,
  names: readonly string[],
  values: readonly string[],
): string[] =>
  names.flatMap((name, index) => {
    const schema = parameters.find((one) => one.in === 'path' && one.name === name)?.schema ?? {}
    return faultsOf(read(values[index] ?? '', schema), schema, strict).map(
      (fault) => `the value of {${name}}: ${fault}`,
    )
  })

/** The text of a parameter or header as a value of the schema's type. */
function read(text: string, { type }: JsonSchema): unknown {
  if (type === 'integer' || type === 'number') return Number(text)
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}
