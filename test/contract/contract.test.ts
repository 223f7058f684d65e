// What a generated client needs of the contract: names, types with bounds, bodies, examples that fit.
import { describe, expect, test } from 'vitest'
import { describeService } from '../../src/assets/contract/service.ts'
import { namedSchemas } from '../../src/assets/contract/schemas.ts'
import { routes } from '../../src/http/routes/table.ts'
import { faultsOf, type JsonSchema } from '../support/json-schema.ts'

interface Value {
  readonly name: string
  readonly in: string
  readonly schema: JsonSchema
  readonly example?: unknown
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>
}
interface Operation {
  readonly operationId: string
  readonly security: readonly object[]
  readonly parameters: readonly Value[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content>>
}

const contract = describeService(routes) as {
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}
const operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
  ),
)
const parameters = operations.flatMap(([title, operation]) =>
  operation.parameters.map((one) => [`${one.name} of ${title}`, one] as const),
)
const of = (title: string): Operation => new Map<string, Operation>(operations).get(title)!
const named = (name: string) => ({ $ref: `#/components/schemas/${name}` })

test('every schema with a name is used, and every JSON answer has one [fault 7.2]', () => {
  expect(Object.keys(contract.components.schemas).toSorted()).toEqual(
    Object.keys(namedSchemas).toSorted(),
  )
  const answers = operations.flatMap(([title, { responses }]) =>
    Object.entries(responses).flatMap(([status, { content }]) =>
      title.includes('/v1/') && content?.['application/json'] && !title.endsWith('.json')
        ? [[`${title} ${status}`, content['application/json'].schema] as const]
        : [],
    ),
  )
  expect(answers.length).toBeGreaterThan(8)
  for (const [title, schema] of answers) expect(Object.keys(schema), title).toEqual(['$ref'])
})

test('bodies are what the routes read; DELETE has none [fault 7.1]', () => {
  const bodyOf = (title: string) => of(title).requestBody?.content?.['application/json']?.schema
  expect(bodyOf('PUT /v1/timelines/{timeline}')).toEqual(named('Document'))
  expect(bodyOf('PUT /v1/timelines/{timeline}/head')).toEqual(named('Rollback'))
  expect(of('DELETE /v1/timelines/{timeline}')).not.toHaveProperty('requestBody')
  const reads = operations.filter(([title]) => title.startsWith('GET'))
  for (const [title, { requestBody }] of reads) expect(requestBody, title).toBeUndefined()
})

test('reads need no token, writes do [fault 7.3]', () => {
  for (const [title, { security }] of operations)
    expect(security, title).toEqual(/^GET|\/mcp$/.test(title) ? [] : [{ token: [] }])
})

test('operations have different ids', () => {
  const ids = operations.map(([, { operationId }]) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:[A-Z][a-z]*)+$/)
})

describe('parameters', () => {
  test('numbers and booleans are such, with bounds [fault 7.2]', () => {
    const typeOf = (name: string) => parameters.find(([, one]) => one.name === name)?.[1].schema
    const counted = ['limit', 'edition', 'since', 'maxwidth', 'maxheight', 'number']
    for (const name of counted)
      expect(typeOf(name), name).toMatchObject({
        type: 'integer',
        minimum: 1,
        maximum: expect.any(Number),
      })
    for (const name of ['facets', 'dryRun'])
      expect(typeOf(name), name).toMatchObject({ type: 'boolean' })
  })

  test.each(parameters)('%s has a bound or a form, and fits its example', (_, one) => {
    const { schema, example } = one
    const items = (schema['items'] ?? schema) as JsonSchema
    const isBounded = ['$ref', 'enum', 'maximum', 'maxLength', 'pattern', 'const'].some(
      (keyword) => keyword in items,
    )
    expect(isBounded || items['type'] === 'boolean' || one.in === 'header').toBe(true)
    const options = { root: contract, closed: true }
    const { default: preset, examples = [] } = schema
    const shown = [example, preset, ...(examples as readonly unknown[])]
    const told = shown.filter((value) => value !== undefined)
    expect(told.flatMap((value) => faultsOf(value, schema, options))).toEqual([])
  })
})
