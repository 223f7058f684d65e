// What a tool is, and how its arguments become a request to the service's own routes: the same readers,
// names and refusals, so that a filter means here what it means everywhere.
import { broken } from '../../domain/broken-rule.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { nearestUiLanguage, type UiLanguage } from '../../domain/text/ui-language.ts'
import { messages } from '../../messages/languages.ts'
import { writeSearch } from '../../address/canonical.ts'
import { problem, problemInWords, type Problem, type ProblemError } from '../problem.ts'
import { lang } from '../request/parameters.ts'
import {
  fault,
  readQuery,
  type Asked,
  type ParameterFault,
  type Parameter,
  type Parameters,
} from '../request/query-string.ts'
import { filterFaults } from '../request/selection.ts'
import type { Exchange } from '../request/exchange.ts'
import type { Members } from './message.ts'

export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly inputSchema: object
  readonly outputSchema: object
  readonly call: (exchange: Exchange, given: Members) => Promise<Result<ToolAnswer, Problem>>
}

export interface ToolAnswer {
  /** Markdown. */
  readonly text: string
  readonly data: object
}

/** A tool's arguments as the parameters of a route, and the timeline that is part of its path. */
export type ToolExchange<Declared extends Parameters> = Exchange<
  Asked<Declared>,
  { readonly timeline: string }
>

/** The arguments of a tool: parameters of the query string, and whether a timeline is among them. */
interface Declaration<Declared extends Parameters> {
  readonly parameters: Declared
  readonly ofTimeline: boolean
}

/**
 * Reads arguments like a query string; absent, null and empty ones count as absent. `timeline` is
 * part of the path.
 * @example readArguments(exchange, { parameters: { from }, ofTimeline: true }, { timeline: 'a' })
 */
export async function readArguments<const Declared extends Parameters>(
  exchange: Exchange,
  { parameters, ofTimeline }: Declaration<Declared>,
  given: Members,
): Promise<Result<ToolExchange<Declared>, Problem>> {
  const { timeline, ...others } = given
  const { pairs, faults } = pairsOf(ofTimeline ? others : given, parameters)
  const search = writeSearch(pairs)
  const path = ofTimeline ? ['timeline'] : []
  const read = readQuery(search, parameters, false, path)
  const values = { timeline: typeof timeline === 'string' ? timeline : '' }
  const own = ofTimeline && values.timeline === '' ? timelineFault(timeline) : undefined
  const ownErrors = [...(own ? [own.error] : []), ...faults]
  if (!read.ok) {
    const asked = { ...exchange, values, query: undefined }
    const errors =
      'theme' in parameters ? await filterFaults(asked, read.failure) : read.failure.errors
    return failed(problem(own?.type ?? read.failure.type, { errors: [...ownErrors, ...errors] }))
  }
  if (ownErrors.length > 0)
    return failed(problem(own?.type ?? 'invalid-parameter', { errors: ownErrors }))
  // The handlers of routes look at the method and at conditions, of which a tool has none.
  const request = new Request(`${exchange.service.publicUrl}/v1/timelines${search}`)
  return ok({ ...exchange, request, values, query: read.value.asked, ignored: [] })
}

/** What is wrong with the timeline comes first: without it nothing can be asked. */
const timelineFault = (given: unknown): ParameterFault =>
  given === undefined || given === null || given === ''
    ? fault('missing-parameter', { parameter: 'timeline', broken: broken('required') })
    : fault('invalid-parameter', {
        parameter: 'timeline',
        broken: broken('wrong-type', { expected: 'string' }),
      })

/** Maximum values of one argument that is a list, as many as a query string may repeat a parameter. */
const maxValues = 20

function pairsOf(given: Members, parameters: Parameters) {
  const pairs: [string, string][] = []
  const faults: ProblemError[] = []
  for (const [name, value] of Object.entries(given)) {
    const known: Parameter | undefined = Object.hasOwn(parameters, name)
      ? parameters[name]
      : undefined
    // Several values of what may be given once are refused like a repeated parameter.
    const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, maxValues + 1) : [value]
    for (const one of list) {
      if (one === null || one === '') continue
      if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean')
        pairs.push([name, String(one)])
      // A name that is not known is told as such, whatever its value.
      else if (known === undefined) pairs.push([name, ''])
      else faults.push({ parameter: name, broken: broken('wrong-type', { expected: 'string' }) })
    }
  }
  return { pairs, faults }
}

/** The language of refusals: that of `lang`, if it can be read, else English. */
export function languageOfCall({ lang: asked }: Members): UiLanguage {
  const read =
    typeof asked === 'string' ? readQuery(writeSearch([['lang', asked]]), { lang }, true) : null
  return nearestUiLanguage(read?.ok ? (read.value.asked.lang ?? 'en') : 'en')
}

/** A problem as a text from which the next call can be put right. */
export function problemText(refused: Problem, language: UiLanguage): string {
  const { title, detail, errors = [] } = problemInWords(refused, language)
  const { at, between } = messages[language].problems
  const lines = errors.map(({ parameter, detail: words, hint, proposals = [] }) => {
    const told = parameter === undefined ? words : at(parameter, words)
    const others = proposals.filter(
      (proposal) => ![told, hint].some((text) => text?.includes(proposal)),
    )
    return [told, ...(hint === undefined ? [] : [hint]), ...others].join(between)
  })
  return [title, ...(lines.length === 0 ? [detail] : lines.map((line) => `- ${line}`))].join('\n')
}

const isText = { type: 'string' } as const

const timelineArgument = {
  ...isText,
  description: 'The id of the timeline, from list_timelines.',
} as const

/** The JSON Schema of arguments, from the declarations of the service's parameters. */
export const schemaOfArguments = (parameters: Parameters, ofTimeline: boolean): object => ({
  type: 'object',
  properties: {
    ...(ofTimeline && { timeline: timelineArgument }),
    ...Object.fromEntries(
      Object.values(parameters).map((parameter) => [parameter.name, schemaOf(parameter)]),
    ),
  },
  ...(ofTimeline && { required: ['timeline'] }),
  additionalProperties: false,
})

function schemaOf({ name, description, repeatable, schema }: Parameter): object {
  if (repeatable === true)
    return { anyOf: [isText, { type: 'array', items: isText, maxItems: maxValues }], description }
  if (name === 'limit' || name === 'edition') return { type: 'integer', minimum: 1, description }
  return { ...isText, ...('options' in schema && { enum: schema.options }), description }
}
