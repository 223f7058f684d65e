// What programs may build on, as lines that can be compared: docs/api.md, "Stability". A file of
// promised/ has the lines of one release. `node test/contract/promised.ts 1.1.0` writes that of the next.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readReleases, widgetFolder } from '../../src/assets/released.ts'
import { describeService } from '../../src/assets/contract/service.ts'
import { faultReasons } from '../../src/domain/check/fault.ts'
import { csvColumns } from '../../src/formats/csv.ts'
import { problems } from '../../src/http/problem.ts'
import { routes } from '../../src/http/routes/table.ts'
import type { JsonSchema } from '../support/json-schema.ts'

export interface Promised {
  /** What stays: an address, a parameter and its values, a member of an answer or of a body. */
  readonly keeps: readonly string[]
  /** What a request must have. It may become less, never more. */
  readonly asks: readonly string[]
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>
}
interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: JsonSchema
}
interface Operation {
  readonly parameters: readonly Parameter[]
  readonly requestBody?: Content & { readonly required?: boolean }
  readonly responses: Readonly<Record<string, Content>>
}
interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Readonly<Record<'schemas' | 'responses', Readonly<Record<string, unknown>>>>
}

/** Lines of this code. */
export function promisedNow(): Promised {
  const contract = describeService(routes) as unknown as Contract
  const found = { keeps: new Set<string>(), asks: new Set<string>() }
  const shapes = (way: 'in' | 'out') => shapesOf(contract, way, found)
  const [sent, answered] = [shapes('in'), shapes('out')]
  for (const [path, methods] of Object.entries(contract.paths))
    for (const [method, operation] of Object.entries(methods)) {
      if (!isPromised(path, method)) continue
      const route = `${method.toUpperCase()} ${path}`
      found.keeps.add(route)
      for (const parameter of operation.parameters) {
        const name = `${route} ${parameter.in} ${parameter.name}`
        found.keeps.add(name)
        if (parameter.required === true) found.asks.add(name)
        for (const value of valuesOf(parameter.schema)) found.keeps.add(`${name} = ${value}`)
      }
      if (operation.requestBody?.required === true) found.asks.add(`${route} body`)
      for (const [type, { schema }] of Object.entries(operation.requestBody?.content ?? {})) {
        found.keeps.add(`${route} body ${type}`)
        sent(schema, `${route} body`)
      }
      for (const [status, response] of Object.entries(operation.responses)) {
        if (!status.startsWith('2')) continue
        for (const [type, { schema }] of Object.entries(response.content ?? {})) {
          found.keeps.add(`${route} ${status} ${type}`)
          answered(schema, `${route} ${status}`)
        }
      }
    }
  for (const type of Object.keys(problems)) found.keeps.add(`problem ${type}`)
  for (const reason of faultReasons) found.keeps.add(`reason ${reason}`)
  for (const [place, column] of csvColumns.entries()) found.keeps.add(`CSV ${place} ${column}`)
  for (const line of elementLines()) found.keeps.add(line)
  return { keeps: [...found.keeps].toSorted(), asks: [...found.asks].toSorted() }
}

/** What sites write and listen to, and the files of each release. */
function elementLines(): string[] {
  const manifest = JSON.parse(readFileSync(join(widgetFolder, 'custom-elements.json'), 'utf8')) as {
    readonly modules: readonly { readonly declarations: readonly Readonly<Declaration>[] }[]
  }
  const [declaration] = manifest.modules.flatMap(({ declarations }) => declarations)
  const kinds = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'] as const
  const named = kinds.flatMap((kind) =>
    (declaration?.[kind] ?? []).map(({ name }) => `element ${kind} ${name}`),
  )
  const files = Object.entries(readReleases()).flatMap(([version, release]) =>
    Object.entries(release).map((file) => `element ${version} ${file.join(' ')}`),
  )
  return [...named, ...files]
}

type Declaration = Record<
  'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssProperties',
  readonly { readonly name: string }[] | undefined
>

/** Uploads and edits are too new to be promised (docs/api.md, "Stability"). */
const isPromised = (path: string, method: string): boolean =>
  method !== 'patch' && !/\/(?:segments|parts)\b/.test(path)

/** Reads the members of a schema; those of a named one once. */
function shapesOf(
  { components }: Contract,
  way: 'in' | 'out',
  found: { readonly keeps: Set<string>; readonly asks: Set<string> },
): (schema: JsonSchema, at: string) => void {
  const seen = new Set<string>()
  const read = (schema: JsonSchema, at: string): void => {
    const { $ref } = schema
    if (typeof $ref === 'string') {
      const name = $ref.split('/').at(-1)!
      found.keeps.add(`${way} ${at}: ${name}`)
      if (seen.has(name)) return
      seen.add(name)
      return read(components.schemas[name] as JsonSchema, name)
    }
    for (const type of [schema['type'] ?? []].flat())
      found.keeps.add(`${way} ${at}: ${type as string}`)
    for (const value of valuesOf(schema)) found.keeps.add(`${way} ${at} = ${value}`)
    const required = (schema['required'] ?? []) as readonly string[]
    for (const [name, member] of Object.entries((schema['properties'] ?? {}) as Schemas)) {
      const inner = `${at}.${name}`
      if (required.includes(name))
        (way === 'in' ? found.asks : found.keeps).add(`${way} ${inner} always`)
      read(member, inner)
    }
    for (const inner of ['items', 'additionalProperties'])
      if (typeof schema[inner] === 'object') read(schema[inner] as JsonSchema, `${at}[]`)
    for (const choice of (schema['anyOf'] ?? []) as JsonSchema[]) read(choice, at)
  }
  return read
}

type Schemas = Readonly<Record<string, JsonSchema>>

const valuesOf = ({ enum: values, const: only }: JsonSchema): string[] =>
  [...((values ?? []) as unknown[]), ...(only === undefined ? [] : [only])].map(String)

/** What is asked besides of a route, or of an object that has members, that was there already. */
export function newlyAsked({ keeps, asks }: Promised, now: readonly string[]): string[] {
  const isKnown = (line: string): boolean => {
    if (!line.startsWith('in '))
      return keeps.includes(line.replace(/ (?:body|path .*|query .*)$/, ''))
    const owner = line.slice(0, line.lastIndexOf('.') + 1)
    return keeps.some((one) => one.startsWith(owner))
  }
  return now.filter((line) => !asks.includes(line) && isKnown(line))
}

export const promisedFolder = join(import.meta.dirname, 'promised')

/** The lines of a file. */
export const readPromised = (text: string): Promised => {
  const of = (word: string) =>
    text.split('\n').flatMap((line) => (line.startsWith(word) ? [line.slice(word.length)] : []))
  return { keeps: of('keeps '), asks: of('asks ') }
}

const writePromised = ({ keeps, asks }: Promised): string =>
  [...keeps.map((line) => `keeps ${line}`), ...asks.map((line) => `asks ${line}`), ''].join('\n')

const [, script, version] = process.argv
if (script === import.meta.filename && version !== undefined)
  writeFileSync(join(promisedFolder, `${version}.txt`), writePromised(promisedNow()), {
    // What was promised is promised.
    flag: 'wx',
  })
