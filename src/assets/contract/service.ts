// The contract, OpenAPI 3.1, generated from the table of routes and the schemas that the code uses.
// Generated when the static assets are built, so that the Worker does not include the generator.
import * as v from 'valibot'
import packageJson from '../../../package.json' with { type: 'json' }
import { inPath } from './path-parameters.ts'
import { maxParameterLength, type Parameter } from '../../http/request/query-string.ts'
import type { DescribedBody, Route } from '../../http/route.ts'
import { maxClauses } from '../../address/filter.ts'
import { headerComponents, responseComponents, responsesOf } from './responses.ts'
import { jsonSchemaOf, outputSchemaOf, schemaComponents } from './schemas.ts'

/**
 * The OpenAPI document for a table of routes.
 * @example describeService(routes) → { openapi: '3.1.0', paths: { '/v1/timelines': { get: … }, … }, … }
 */
export function describeService(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) }
  }
  const contract = {
    openapi: '3.1.0',
    info: {
      title: 'Jishi 纪事',
      version: packageJson.version,
      summary: 'Dated, sourced event timelines from the edge',
      description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    // Relative to the address of the contract (OpenAPI 3.1, 4.8.5).
    servers: [{ url: '/' }],
    tags: contractTags,
    paths,
    components: {
      schemas: schemaComponents(),
      responses: responseComponents(),
      headers: headerComponents(),
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of a publisher (RFC 6750).',
        },
      },
    },
  }
  return { ...contract, components: onlyUsed(contract) }
}

const description = [
  'Every read also answers HEAD, with the same headers, and OPTIONS (204).',
  'A method that an address does not support is answered with 405, `method-not-allowed`, and `Allow`.',
  'Empty values of parameters count as absent.',
  'Answers may gain members; ignore those that you do not know. Bodies of requests may not have other members than those listed.',
].join(' ')

/** Groups of operations, in the order in which they are shown. */
export const contractTags = [
  { name: 'read', description: 'Timelines and events' },
  { name: 'formats', description: 'The same query for calendars, feed readers, spreadsheets' },
  { name: 'editions', description: 'The editions of a timeline and their changes' },
  { name: 'publish', description: 'For holders of a token' },
  { name: 'pages', description: 'HTML pages' },
  { name: 'service', description: 'About the service itself' },
] as const satisfies readonly { name: Route['tag']; description: string }[]

function operation(route: Route): object {
  // What any origin may call needs no token.
  const isWrite = route.method !== 'GET' && route.surface !== 'data'
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.tag],
    security: isWrite ? [{ token: [] }] : [],
    parameters: [
      ...pathParameters(route.path),
      ...Object.values(route.parameters).map(queryParameter),
      ...(route.unconditional === true ? [] : isWrite ? preconditions : conditionalRead),
    ],
    ...(route.body === undefined ? {} : { requestBody: requestBody(route.body) }),
    responses: responsesOf(route),
  }
}

function pathParameters(path: string): object[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => {
    const told = inPath[name]
    if (told === undefined) throw new Error(`no description of {${name}} in ${path}`)
    const { schema, ...rest } = told
    return { name, in: 'path', required: true, schema: jsonSchemaOf(schema), ...rest }
  })
}

function queryParameter(parameter: Parameter): object {
  const { name, schema, repeatable, required, example } = parameter
  const value = outputSchemaOf(schema)
  const bounded =
    value.type === 'string' && value.enum === undefined
      ? { ...value, maxLength: maxParameterLength }
      : value
  const preset = parameter.default === undefined ? {} : { default: told(parameter.default, schema) }
  return {
    name,
    in: 'query',
    description: parameter.description,
    required: required ?? false,
    schema:
      repeatable === true
        ? { type: 'array', items: bounded, maxItems: maxClauses }
        : { ...bounded, ...preset },
    ...(repeatable === true ? { style: 'form', explode: true } : {}),
    ...(example === undefined
      ? {}
      : { example: repeatable === true ? [example] : told(example, schema) }),
  }
}

/** A value as the contract shows it: a number or boolean if the parameter is read as one. */
const told = (text: string, schema: Parameter['schema']): unknown =>
  outputSchemaOf(schema).type === 'string' ? text : v.parse(schema, text)

const header = (name: string, description: string, schema: object): object => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', ...schema },
})

const conditionalRead = [
  header(
    'If-None-Match',
    'The ETag of an earlier response; the answer is 304 if it is still current.',
    {},
  ),
  header('If-Match', 'The answer is 412 unless this is the current ETag.', {}),
]

const preconditions = [
  header(
    'If-Match',
    'The edition that this one replaces, in quotes. Required except for the first edition.',
    { pattern: '^"[1-9][0-9]{0,8}"$', examples: ['"3"'] },
  ),
  header('If-None-Match', '* for the first edition.', { const: '*' }),
]

const requestBody = ({
  description,
  type = 'application/json',
  schema,
}: DescribedBody): object => ({
  required: true,
  description,
  content: {
    [type]: { schema: schema ? jsonSchemaOf(schema) : { type: 'string', format: 'binary' } },
  },
})

type Components = Readonly<Record<string, Readonly<Record<string, object>>>>

/** Without what nothing refers to, directly or through another component. */
function onlyUsed({ paths, components }: { paths: object; components: Components }): Components {
  const used = new Set<string>()
  const visit = (value: unknown): void => {
    for (const [, kind = '', name = ''] of JSON.stringify(value).matchAll(
      /"#\/components\/([^/"]+)\/([^/"]+)"/g,
    )) {
      const key = `${kind}/${name}`
      if (used.has(key)) continue
      used.add(key)
      visit(components[kind]?.[name])
    }
  }
  visit(paths)
  return Object.fromEntries(
    Object.entries(components).map(([kind, table]) => [
      kind,
      kind === 'securitySchemes'
        ? table
        : Object.fromEntries(Object.entries(table).filter(([name]) => used.has(`${kind}/${name}`))),
    ]),
  )
}
