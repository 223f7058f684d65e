// The contract, OpenAPI 3.1, generated from the table of routes and the schemas that the code uses.
// Generated when the static assets are built, so that the Worker does not include the generator.
import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { type Parameter, maxParameterLength } from '../http/request/query-string.ts'
import { problems, type ProblemType } from '../http/problem.ts'
import type { Described, DescribedBody, Route } from '../http/route.ts'

const version = '1.0.0'

/** JSON Schema of a valibot schema. Checks that JSON Schema cannot express are in the descriptions. */
export const jsonSchemaOf = (schema: v.GenericSchema): object =>
  toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' })

/**
 * The OpenAPI document for a table of routes.
 * @example describeService(routes) → { openapi: '3.1.0', paths: { '/v1/timelines': { get: … }, … }, … }
 */
export function describeService(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jishi 纪事',
      version,
      summary: 'Dated, sourced event timelines from the edge',
      description:
        'Every read also supports HEAD and OPTIONS. Entity tags and If-None-Match work on every read; Access-Control-Allow-Origin is * on reads.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    // Relative to the address of the contract (OpenAPI 3.1, 4.8.5).
    servers: [{ url: '/' }],
    tags: [
      { name: 'read', description: 'Timelines and events' },
      { name: 'formats', description: 'The same query for calendars, feed readers, spreadsheets' },
      { name: 'editions', description: 'The editions of a timeline and their changes' },
      { name: 'publish', description: 'For holders of a token' },
      { name: 'pages', description: 'HTML pages' },
      { name: 'service', description: 'About the service itself' },
    ],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      headers: headerTable,
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  }
}

function operation(route: Route): object {
  const isWrite = route.method !== 'GET'
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.tag],
    parameters: [
      ...pathParameters(route.path),
      ...Object.values(route.parameters).map(queryParameter),
      ...(isWrite ? preconditions : [conditionalRead]),
    ],
    ...(route.body === undefined ? {} : { requestBody: requestBody(route.body) }),
    ...(isWrite ? { security: [{ token: [] }] } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.success).map(([status, one]) => [status, success(one, isWrite)]),
      ),
      ...(isWrite || route.success[200] === undefined
        ? {}
        : { 304: { description: 'The client already has this response' } }),
      ...problemResponses(route.problems),
    },
  }
}

function pathParameters(path: string): object[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'number' ? { type: 'integer', minimum: 1 } : { type: 'string' },
    ...(examples[name ?? ''] === undefined ? {} : { example: examples[name ?? ''] }),
  }))
}

const examples: Readonly<Record<string, unknown>> = {
  timeline: 'fusha-2020',
  event: 'zhu-merit-award',
  number: 1,
  type: 'not-found',
}

function queryParameter({
  name,
  description,
  schema,
  repeatable,
  required,
  example,
}: Parameter): object {
  const one = { maxLength: maxParameterLength, ...withoutDialect(jsonSchemaOf(schema)) }
  return {
    name,
    in: 'query',
    description,
    required: required ?? false,
    schema: repeatable === true ? { type: 'array', items: one } : one,
    ...(repeatable === true ? { style: 'form', explode: true } : {}),
    ...(example === undefined ? {} : { example: repeatable === true ? [example] : example }),
  }
}

const header = (name: string, description: string): object => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
})

const conditionalRead = header(
  'If-None-Match',
  'The ETag of an earlier response; the answer is 304 if it is still current.',
)

const preconditions = [
  header(
    'If-Match',
    'The edition that this one replaces, in quotes: "3". Required except for the first edition.',
  ),
  header('If-None-Match', '* for the first edition.'),
]

function requestBody({ description, schema }: DescribedBody): object {
  const content = { 'application/json': { schema: withoutDialect(jsonSchemaOf(schema)) } }
  return { required: true, description, content }
}

function success({ description, type, schema }: Described, isWrite: boolean): object {
  const names = isWrite ? ['ETag', 'Location'] : ['ETag', 'Cache-Control', 'Link', 'Jishi-Edition']
  return {
    description,
    headers: Object.fromEntries(
      names.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
    ),
    ...(type === undefined
      ? {}
      : {
          content: {
            [type.split(';')[0] ?? type]:
              schema === undefined ? {} : { schema: withoutDialect(jsonSchemaOf(schema)) },
          },
        }),
  }
}

const headerTable = Object.fromEntries(
  Object.entries({
    ETag: 'Entity tag of the response; after a write, the edition in quotes.',
    'Cache-Control': 'How long the response may be cached.',
    Link: 'The same query in other formats (rel=alternate) and the contract (rel=service-desc).',
    Location: 'The edition that was published.',
    'Jishi-Edition': 'Number of the edition that the response was made from.',
    Allow: 'The methods that the address supports.',
    'Retry-After': 'Seconds to wait before another attempt.',
    'WWW-Authenticate': 'The challenge for a bearer token.',
  }).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
)

const problemHeaders: Readonly<Partial<Record<number, string>>> = {
  401: 'WWW-Authenticate',
  405: 'Allow',
  412: 'ETag',
  429: 'Retry-After',
  503: 'Retry-After',
}

/** Problems by status, including those that every route can have. */
function problemResponses(types: readonly ProblemType[]): Record<string, object> {
  const byStatus = new Map<number, ProblemType[]>()
  for (const type of new Set<ProblemType>([
    ...types,
    'method-not-allowed',
    'precondition-failed',
    'uri-too-long',
    'internal-error',
  ])) {
    const [status] = problems[type]
    byStatus.set(status, [...(byStatus.get(status) ?? []), type])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, several]) => [
      status,
      {
        description: several.map((type) => `${type}: ${problems[type][1]}`).join('; '),
        ...(problemHeaders[status] === undefined
          ? {}
          : {
              headers: {
                [problemHeaders[status]]: {
                  $ref: `#/components/headers/${problemHeaders[status]}`,
                },
              },
            }),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  )
}

const problemSchema = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status'],
  properties: {
    type: {
      type: 'string',
      format: 'uri',
      description: 'Ends in the name of the problem type; the address has a description.',
    },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON Pointer (RFC 6901) into the body' },
          parameter: { type: 'string' },
          header: { type: 'string' },
          reason: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
    edition: { description: 'Only with precondition-failed: the newest edition, or null.' },
  },
}

function withoutDialect(schema: object): object {
  const { $schema: _, ...rest } = schema as { $schema?: unknown }
  return rest
}
