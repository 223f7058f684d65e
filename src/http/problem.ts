// Every error of the service as data, and as application/problem+json (RFC 9457). Types are stable and
// each has a page with its meaning; a problem never repeats input from the client, except names of
// parameters (docs/api.md, "Errors").
import { messages, ruleInWords } from '../messages/languages.ts'
import { broken, type BrokenRule } from '../domain/broken-rule.ts'
import type { UiLanguage } from '../domain/text/ui-language.ts'
import { QueryTooBroad, type ConditionParameter } from '../edition/packed/segment-access.ts'
import { DamagedPart } from '../edition/segment/parts.ts'
import type { ProblemType } from '../messages/en/problem-types.ts'
import type { ReadFailure } from '../store/read/store.ts'
import { dataHeaders, noStore, writeHeaders } from './headers.ts'
import type { Responded } from './response/responder.ts'

export type { ProblemType } from '../messages/en/problem-types.ts'

/** The status of each type. */
export const problems: Readonly<Record<ProblemType, number>> = {
  'malformed-json': 400,
  'invalid-parameter': 400,
  'unknown-parameter': 400,
  'duplicate-parameter': 400,
  'missing-parameter': 400,
  'invalid-cursor': 400,
  'query-too-broad': 400,
  'digest-mismatch': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'segment-not-leased': 409,
  'segment-incomplete': 409,
  'cursor-expired': 410,
  'event-removed': 410,
  'timeline-gone': 410,
  'precondition-failed': 412,
  'content-too-large': 413,
  'uri-too-long': 414,
  'unsupported-media-type': 415,
  'invalid-timeline': 422,
  'invalid-part': 422,
  'precondition-required': 428,
  'rate-limited': 429,
  'internal-error': 500,
  'not-implemented': 501,
  'store-unavailable': 503,
  'publisher-overloaded': 503,
  misconfigured: 503,
}

/** One error: at a JSON pointer (RFC 6901) of the body, in what edits leave as it is, in a query parameter, or in a header. */
export interface ProblemError {
  readonly pointer?: string
  /** In the edition that is edited: a JSON pointer with ids for indexes. */
  readonly inEdition?: string
  readonly parameter?: string
  readonly header?: string
  /** The kind of a fault in a document (docs/data-model.md). */
  readonly reason?: string
  readonly broken: BrokenRule
}

export interface ProblemOptions {
  /** What happened, where it is more exact than the type. */
  readonly broken?: BrokenRule
  readonly errors?: readonly ProblemError[]
  readonly headers?: Readonly<Record<string, string>>
  /** Extension members, such as `edition`. */
  readonly members?: Readonly<Record<string, unknown>>
}

/** What a route answers instead of a response. */
export interface Problem extends ProblemOptions {
  readonly type: ProblemType
}

/** @example problem('not-found', { broken: broken('no-such-event') }) */
export const problem = (type: ProblemType, options: ProblemOptions = {}): Problem => ({
  type,
  ...options,
})

/** Cache lifetime by status, in seconds; other statuses are not cached. */
const cacheSeconds: Readonly<Record<number, number>> = { 404: 30, 405: 3600, 410: 30, 414: 3600 }

/** 2 to 5 seconds, at random, so that clients do not all retry at once. */
export const retryAfter = (): string => String(2 + Math.floor(Math.random() * 4))

/** An error in words, as its object in `errors` has it. */
export interface ErrorInWords {
  readonly pointer?: string
  readonly inEdition?: string
  readonly parameter?: string
  readonly header?: string
  readonly reason?: string
  readonly rule: string
  readonly values?: object
  readonly detail: string
  readonly hint?: string
  readonly proposals?: readonly string[]
}

/** A problem in words: the members of its JSON, and what its page says. */
export interface ProblemInWords {
  readonly title: string
  readonly status: number
  readonly detail: string
  /** Of the detail, where it is that of a rule. */
  readonly rule?: string
  readonly values?: object
  readonly errors?: readonly ErrorInWords[]
}

/** @example problemInWords(problem('not-found'), 'en').title → 'There is nothing at this address' */
export function problemInWords(
  { type, broken: rule, errors }: Problem,
  language: UiLanguage,
): ProblemInWords {
  const words = messages[language].problems
  const told = errors?.map(({ broken: own, ...place }) => ({
    ...place,
    ...ruleAsData(own),
    ...ruleInWords(own, language),
    ...(own.proposals && { proposals: own.proposals }),
  }))
  const placed = told?.flatMap(({ parameter, header, pointer, inEdition, rule: name, detail }) => {
    if (pointer !== undefined || inEdition !== undefined) return []
    const place = parameter ?? header ?? (name === 'unknown-name' ? words.aParameter : undefined)
    return [place === undefined ? detail : words.at(place, detail)]
  })
  const listed = placed?.length ? placed.join(words.between) : words.types[type].detail
  return {
    title: words.types[type].title,
    status: problems[type],
    detail: rule === undefined ? listed : ruleInWords(rule, language).detail,
    ...(rule && ruleAsData(rule)),
    ...(told && { errors: told }),
  }
}

/** A rule for clients that have sentences of their own, such as the command line. */
const ruleAsData = ({ rule, values }: BrokenRule): Pick<ErrorInWords, 'rule' | 'values'> => ({
  rule,
  ...(Object.keys(values).length > 0 && { values }),
})

/** Where and how a problem is answered. */
export interface ProblemSurface {
  readonly publicUrl: string
  /** Method of the request. */
  readonly method: string
  readonly language: UiLanguage
}

/** Any origin may read the problems of reads; those of writes carry no CORS headers. */
export function problemResponse(
  problem: Problem,
  { publicUrl, method, language }: ProblemSurface,
): Responded {
  const { title, status, detail, ...told } = problemInWords(problem, language)
  const surface = safeMethods.has(method)
    ? { ...dataHeaders, 'cache-control': method === 'OPTIONS' ? noStore : problemCache(status) }
    : writeHeaders
  const type = `${publicUrl}/problems/${problem.type}`
  return {
    body: JSON.stringify({ type, title, status, detail, ...told, ...problem.members }),
    status,
    headers: {
      ...surface,
      'content-type': 'application/problem+json',
      'content-language': language,
      ...problem.headers,
    },
  }
}

/** Safe methods (RFC 9110, 9.2.1). */
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The Cache-Control of a problem. */
export function problemCache(status: number): string {
  const seconds = cacheSeconds[status]
  return seconds === undefined ? noStore : `public, max-age=${seconds}`
}

const broadCondition = (condition: ConditionParameter): ProblemError => ({
  parameter: condition,
  broken: broken(condition === 'q' ? 'too-broad' : 'names-too-broad'),
})

/** The problem of an error that reading a packed edition throws; undefined for any other error. */
export function thrownProblem(error: unknown): Problem | undefined {
  if (error instanceof QueryTooBroad)
    return problem(
      'query-too-broad',
      error.condition && { errors: [broadCondition(error.condition)] },
    )
  return error instanceof DamagedPart ? readProblem('unavailable') : undefined
}

/** The problem of a failed read of an edition, where its timeline could be read. */
export const editionProblem = (failure: ReadFailure): Problem =>
  failure === 'not-found'
    ? problem('not-found', { broken: broken('no-such-edition') })
    : readProblem(failure)

/** The problem of a failed read of the store; see `editionProblem` for that of an edition. */
export function readProblem(failure: ReadFailure): Problem {
  switch (failure) {
    case 'not-found':
      return problem('not-found', { broken: broken('no-such-timeline') })
    case 'gone':
      return problem('timeline-gone')
    case 'taken':
      return problem('timeline-gone', { broken: broken('edition-taken') })
    case 'expired':
      return problem('cursor-expired')
    case 'unavailable':
      return problem('store-unavailable', { headers: { 'retry-after': retryAfter() } })
  }
}
