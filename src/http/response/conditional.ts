// Entity tags and conditional requests (RFC 9110, 8.8.3 and 13.1). A tag is made of the edition,
// the canonical query and the build, before anything is rendered; a 304 ends here.
import { fingerprint } from '../../address/fingerprint.ts'
import type { Staleness } from '../../store/read/store.ts'
import { acceptsGzip, isCompressible } from './coding.ts'
import {
  cacheTag,
  currentCache,
  dataHeaders,
  noStore,
  pinnedCache,
  readableHeaders,
} from '../headers.ts'
import { broken } from '../../domain/broken-rule.ts'
import { problem, type Problem } from '../problem.ts'
import type { Exchange } from '../request/exchange.ts'
import type { RouteAnswer } from '../route.ts'
import type { Responded } from './responder.ts'

export interface Answered {
  /** Everything that the response depends on besides the build: edition, canonical query, format. */
  readonly identity: string
  /** The number of the edition that the response is made from, if it is made from one timeline. */
  readonly edition?: number
  /** Its id, where it is not in the path. */
  readonly timeline?: string
  /** The media type, where the platform may leave the compression to us; then it is needed early. */
  readonly mediaType?: string
  /** True if the address names its edition. */
  readonly pinned: boolean
  /** Whether the store failed and this is an older copy; then its age in seconds. */
  readonly stale: Staleness
  /** Headers of this kind of response, default those of data; a Cache-Control here wins. */
  readonly surface?: Surface
}

type Surface = Readonly<Record<string, string>>

/** The body with its type and headers; rendered only if the client does not have it. */
export interface Rendered {
  readonly body: NonNullable<Responded['body']>
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
  /**
   * What is left out because the store failed. It is part of the tag, and nobody may store the
   * response: the next one may have all of it.
   */
  readonly partial?: string | undefined
}

/** `partial` of an answer that lacks what could not be read, by its names; undefined where that is nothing. */
export const partialWithout = (unread: readonly (string | number)[]): string | undefined =>
  unread.length === 0 ? undefined : `without ${unread.join()}`

/**
 * The rendered response; or, without rendering, 304 if the client already has it and 412 if
 * If-Match names another one.
 * @example conditional(exchange, { identity: 'timelines en', pinned: false, stale: false }, render)
 */
export async function conditional(
  { service, request, values }: Exchange,
  {
    identity,
    edition,
    timeline = values['timeline'] ?? '',
    mediaType,
    pinned,
    stale,
    surface = dataHeaders,
  }: Answered,
  render: () => Rendered | Promise<Rendered>,
): Promise<RouteAnswer> {
  const tags = tagsOf(identity, service.build)
  const wanted = request.headers.get('if-match')
  if (wanted !== null && !isWanted(wanted, tags))
    return problem('precondition-failed', { broken: broken('other-tag') })
  // Whoever cannot read the store does not know of a takedown.
  const isLasting = pinned && stale === false
  const validity: Record<string, string> = {
    etag: tags[0],
    'cache-control': surface['cache-control'] ?? (isLasting ? pinnedCache : currentCache),
  }
  if (stale !== false) {
    validity['cache-status'] = 'jishi; hit; detail=store-unavailable'
    // RFC 9111, 5.1: the time since the response was last validated at its origin, here the store.
    validity['age'] = String(stale)
  }
  const isOurs = mediaType !== undefined && !service.compresses(mediaType)
  if (isOurs) validity['vary'] = 'Accept-Encoding'
  const known = knownTag(request.headers.get('if-none-match'), tags)
  if (known !== undefined) {
    validity['etag'] = known
    return { body: null, status: 304, headers: { ...repeated(surface), ...validity } }
  }
  const { body, type, headers, partial } = await render()
  const whole = partial === undefined
  const [sent, sentZipped] = whole ? tags : tagsOf(`${identity} ${partial}`, service.build)
  validity['etag'] = sent
  if (!whole) {
    validity['cache-control'] = noStore
    validity['cache-status'] = 'jishi; fwd=miss; detail=store-unavailable'
  }
  if (isOurs && acceptsGzip(service.acceptEncodingOf(request)) && isCompressible(body)) {
    validity['etag'] = sentZipped
    validity['content-encoding'] = 'gzip'
  }
  return {
    body,
    headers: {
      ...surface,
      ...validity,
      'content-type': type,
      ...(edition === undefined
        ? {}
        : { 'jishi-edition': String(edition), 'cache-tag': cacheTag(timeline) }),
      ...headers,
    },
  }
}

/** The headers that a 304 repeats: Vary (RFC 9110, 15.4.5) and those of CORS (Fetch, 3.3). */
function repeated(surface: Surface): Surface {
  if (surface === dataHeaders) return readableHeaders
  return Object.fromEntries(
    Object.entries(surface).filter(([name]) => name === 'vary' || name in readableHeaders),
  )
}

/**
 * Where there is no entity tag, such as at the address of an action, no If-Match holds, and nothing may be
 * done (RFC 9110, 13.1.1); but `*` holds for what can be read.
 */
export function untagged({ request }: Pick<Exchange, 'request'>): Problem | undefined {
  const wanted = request.headers.get('if-match')
  if (wanted === null || (isRead(request) && wanted.trim() === '*')) return undefined
  return problem('precondition-failed', { broken: broken('no-tag') })
}

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'

type Tags = readonly [plain: string, zipped: string]

/** A strong tag for each representation: as it is, and compressed with gzip (RFC 9110, 8.8.3.3). */
function tagsOf(identity: string, build: string): Tags {
  const name = `${fingerprint(identity)}-${build}`
  return [`"${name}"`, `"${name}-gzip"`]
}

/** Strong comparison (RFC 9110, 13.1.1). */
const isWanted = (wanted: string, tags: Tags): boolean =>
  wanted.trim() === '*' || wanted.split(',').some((tag) => tags.includes(tag.trim()))

/**
 * The tag that the client has, of either representation, since both say the same. Weak comparison
 * (RFC 9110, 13.1.2), since a proxy that compresses makes the tag weak.
 */
function knownTag(known: string | null, tags: Tags): string | undefined {
  if (known === null) return undefined
  if (known.trim() === '*') return tags[0]
  const given = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.find((tag) => given.includes(tag))
}
