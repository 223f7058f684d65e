// docs/api.md and the contract against the tables of the code: nothing is left out on either side.
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { describeService } from '../../src/assets/contract/service.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { compressesType } from '../../src/host/cloudflare/compression.ts'
import type { Parameter } from '../../src/http/request/query-string.ts'
import * as parameterModule from '../../src/http/request/parameters.ts'
import { problems } from '../../src/http/problem.ts'
import { routes } from '../../src/http/routes/table.ts'
import { codeWords, section, tableRows } from '../support/markdown.ts'
import { readText, sources } from '../support/pages.ts'

const page = readText('docs/api.md')

/** Names in code marks in the first column of a section's tables. */
const named = (heading: string, column = 0): string[] =>
  tableRows(section(page, heading)).flatMap((row) => codeWords(row[column] ?? ''))

const isParameter = (value: unknown): value is Parameter =>
  typeof value === 'object' && value !== null && 'schema' in value && 'name' in value

describe('docs/api.md', () => {
  test('lists every route, and no other', () => {
    const extensions = formats.map(({ extension }) => `.${extension}`)
    const documented = (path: string): string => {
      const extension = extensions.find(
        (end) =>
          path.startsWith('/v1/') &&
          path.includes('/events') &&
          path.endsWith(end) &&
          !path.includes('editions'),
      )
      return extension === undefined ? path : `${path.slice(0, -extension.length)}.{extension}`
    }
    const wanted = new Set(routes.map(({ method, path }) => `${method} \`${documented(path)}\``))
    const told = new Set(
      Array.from(section(page, 'Routes').matchAll(/\b(?:GET|PUT|POST|PATCH|DELETE) `[^`]+`/g)).map(
        ([route]) => route,
      ),
    )
    expect(wanted.size).toBeGreaterThan(20)
    expect([...told].toSorted()).toEqual([...wanted].toSorted())
  })

  test('describes every parameter, and no other', () => {
    const wanted: Parameter[] = (Object.values(parameterModule) as unknown[]).filter(isParameter)
    const filterNames = Object.keys(parameterModule.filter)
    const used: ReadonlySet<unknown> = new Set(
      routes.flatMap(({ parameters }) => Object.values(parameters)),
    )
    expect(wanted.length).toBeGreaterThan(20)
    for (const parameter of wanted) expect(used, parameter.name).toContain(parameter)
    // Several lists have a `limit` and a `cursor` of their own.
    const names = [...new Set(wanted.map(({ name }) => name))]
    expect([...new Set(named('Filter'))].toSorted()).toEqual(names.toSorted())
    expect(named('Filter').slice(0, filterNames.length).toSorted()).toEqual(filterNames.toSorted())
  })

  test('tells the defaults of parameters that the contract has', () => {
    const told = tableRows(section(page, 'Filter')).flatMap(([name = '', does = '']) =>
      Array.from(does.matchAll(/`([^`]+)` \(default/g), ([, value]) => [codeWords(name)[0], value]),
    )
    expect(told.length).toBeGreaterThan(3)
    const { filter } = parameterModule
    expect(told).toEqual(
      Object.values(filter).flatMap((one) => ('default' in one ? [[one.name, one.default]] : [])),
    )
  })

  test('lists every problem with its status, and no other', () => {
    const told = tableRows(section(page, 'Errors'))
      .filter(([status = '']) => /^\d/.test(status))
      .map(([status, type]) => `${status} ${type}`)
    const wanted = Object.entries(problems).map(([type, status]) => `${status} \`${type}\``)
    expect(wanted.length).toBeGreaterThan(20)
    expect(told.toSorted()).toEqual(wanted.toSorted())
  })

  test('lists every format with its type and limits', () => {
    expect(formats.length).toBeGreaterThan(5)
    expect(tableRows(section(page, 'Formats'))).toEqual(
      formats.map(({ name, extension, mediaType, limit }) => [
        `\`${name}\``,
        `\`.${extension}\``,
        `\`${mediaType}\``,
        String(limit.default),
        String(limit.max),
      ]),
    )
  })

  test('names every format as one that Cloudflare compresses, or the service', () => {
    const [, network = '', service = ''] =
      /\*\*Compression\.\*\* (.*?)\. (The other formats.*?)\. /.exec(page) ?? []
    // TimelineJS is JSON.
    for (const { title, mediaType } of formats.filter(({ name }) => name !== 'timelinejs')) {
      const name = title.split(/ (?:2\.0|\()/)[0] ?? title
      const expected = compressesType(mediaType)
      const told = [network, service].map((sentence) => sentence.includes(name))
      expect(told, title).toEqual([expected, !expected])
    }
  })

  test('is not the only page that names every format', () => {
    const outputs = /\*\*One query, every output\.\*\*.*/.exec(readText('README.md'))?.[0]
    for (const { title } of formats) expect(outputs).toContain(title.split(/ (?:2\.0|\()/)[0])
  })

  test('describes every header that the code names', () => {
    const code = [...sources('src/http').values()].join('\n')
    const wanted = [
      ...Array.from(code.matchAll(/'([a-z]+(?:-[a-z]+)+)': (?!\[|\d)/g), ([, name = '']) => name),
      ...Array.from(code.matchAll(/validity\['([a-z-]+)'\]/g), ([, name = '']) => name),
    ]
    const told = codeWords(section(page, 'Headers')).map((word) => word.toLowerCase())
    expect(wanted.length).toBeGreaterThan(20)
    const untold = wanted.filter((name) => name !== 'content-type' && !told.includes(name))
    expect(untold).toEqual([])
  })

  test('docs/formats.md has a section for every format', () => {
    const headings =
      readText('docs/formats.md')
        .match(/^## .+$/gm)
        ?.join('\n') ?? ''
    for (const { extension } of formats) expect(headings).toContain(`.${extension}`)
  })
})

describe('/openapi.json', () => {
  const contract = describeService(routes) as {
    paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>
  }

  test('is a valid OpenAPI 3.1 document', async () => {
    const validator = new Validator()
    const result = await validator.validate(structuredClone(contract))
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
    expect(validator.version).toBe('3.1')
  })

  test('holds every route with every parameter', () => {
    const told = Object.entries(contract.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { parameters }]) => [
        `${method.toUpperCase()} ${path}`,
        parameters.filter((one) => one.in === 'query').map(({ name }) => name),
      ]),
    )
    expect(Object.fromEntries(told)).toEqual(
      Object.fromEntries(
        routes.map(({ method, path, parameters }) => [
          `${method} ${path}`,
          Object.keys(parameters),
        ]),
      ),
    )
  })
})
