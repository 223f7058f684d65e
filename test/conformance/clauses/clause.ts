// What a clause of a standard asks of the routes: a case that is tried on each route that it concerns.
import { compressesType } from '../../../src/host/cloudflare/compression.ts'
import type { Route } from '../../../src/http/route.ts'
import { addressOf, isPage } from '../../support/addresses.ts'
import { publicUrl, type MemoryService } from '../../support/memory-service.ts'

/** An answer that was read to its end. */
export interface Seen {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: number
  readonly text: string
}

/** A route under test, with what can be asked of it. */
export interface Subject {
  readonly route: Route
  /** Path and query of a request that succeeds. */
  readonly address: string
  /** Asks at the address, or at another one. */
  ask(asked?: Asked): Promise<Seen>
  /** The answer to a plain request, which is asked for once. */
  plain(): Promise<Seen>
}

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly address?: string
  readonly body?: string
}

export interface Clause {
  /** Standard and section. */
  readonly clause: string
  /** In the present tense: what the service does. */
  readonly says: string
  readonly of: (route: Route) => boolean
  /** Throws where the route does not do it. */
  readonly holds: (subject: Subject) => Promise<void>
}

export const isReadRoute = ({ method }: Route): boolean => method === 'GET'

/** `/health` says how it is now: it is never stored, so it has no tag. */
export const isTagged = (route: Route): boolean => isReadRoute(route) && route.path !== '/health'
export const isPageRoute = (route: Route): boolean => isReadRoute(route) && isPage(route)
export const isDataRoute = (route: Route): boolean => isReadRoute(route) && !isPage(route)

/** Reads that refuse a parameter which they do not know. */
export const isStrict = (route: Route): boolean => isDataRoute(route) && route.lenient !== true

/** Writes of an edition, each based on one, and repairs. */
export const needsToken = ({ method, surface }: Route): boolean =>
  method !== 'GET' && surface !== 'data'
export const isWriteRoute = (route: Route): boolean =>
  needsToken(route) && route.problems.includes('precondition-required')
export const takesJson = (route: Route): boolean =>
  isWriteRoute(route) && route.body !== undefined && route.body.type === undefined

/** Answers that the service compresses, since Cloudflare does not. */
export const isCompressedHere = ({ tag, path, success }: Route): boolean =>
  (tag === 'formats' || path.endsWith('/editions.atom')) &&
  ![success[200]?.type ?? ''].flat().some(compressesType)

export function subjectOf(service: MemoryService, route: Route): Subject {
  const address = addressOf(route)
  const ask = async (asked: Asked = {}): Promise<Seen> => {
    const { method = route.method, headers = {}, body } = asked
    const init = {
      method,
      headers,
      redirect: 'manual' as const,
      ...(body !== undefined && { body }),
    }
    return seen(await service.fetch(asked.address ?? address, init))
  }
  let first: Promise<Seen> | undefined
  return { route, address, ask, plain: () => (first ??= ask()) }
}

/** Read as bytes, since the runtime warns of text in pictures. */
async function seen(response: Response): Promise<Seen> {
  const content = await response.arrayBuffer()
  const type = response.headers.get('content-type') ?? ''
  const isText = /^text\/|json|xml|javascript/.test(type)
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    bytes: content.byteLength,
    text: isText ? new TextDecoder().decode(content) : '',
  }
}

/** The address with more in its query. */
export const withQuery = (address: string, query: string): string =>
  address + (address.includes('?') ? '&' : '?') + query

/** Headers of a write by the editor, as the base of edition 1 unless told otherwise. */
export const written = (
  changed: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  authorization: 'Bearer editor-token',
  'content-type': 'application/json',
  'if-match': '"1"',
  ...changed,
})

/** An address of this service as the path and query that the tests ask for. */
export const local = (url: string): string => {
  if (!url.startsWith(`${publicUrl}/`)) throw new Error(`${url} is elsewhere`)
  return url.slice(publicUrl.length)
}

/** Answers that several clauses look at, asked for once. */
export function askedOnce(
  ask: (subject: Subject) => Promise<readonly Seen[]>,
): (subject: Subject) => Promise<readonly Seen[]> {
  const known = new WeakMap<Subject, Promise<readonly Seen[]>>()
  return (subject) => {
    const answers = known.get(subject) ?? ask(subject)
    known.set(subject, answers)
    return answers
  }
}
