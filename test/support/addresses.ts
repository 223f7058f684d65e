// An address that succeeds for each route of the table, on the timeline of document.ts.
import type { Route } from '../../src/http/route.ts'
import { routes } from '../../src/http/routes/table.ts'
import { document } from './document.ts'
import { publicUrl } from './memory-service.ts'

const { id: timeline, events } = document()

const values: Readonly<Record<string, string>> = {
  timeline,
  event: events[0]!.id,
  number: '1',
  segment: '2-u1',
  part: 'a0',
  type: 'not-found',
  release: 'v1',
  file: 'event-timeline.js',
}

const required: Readonly<Record<string, string>> = {
  since: '1',
  url: `${publicUrl}/timelines/${timeline}`,
}

/** For titles: the method and path of the table, then the rest. */
export type Titled = readonly [title: string, address: string, route: Route]

const titledOf = (route: Route): Titled => [
  `${route.method} ${route.path}`,
  addressOf(route),
  route,
]

/** Addresses of editions that are uploaded in parts, which that timeline has not (test/http/uploads.test.ts). */
const isOfUploads = ({ path }: Route): boolean => /\/(?:segments|parts)\b/.test(path)

/** What takes edits has its own tests (test/http/conformance/rfc5789.test.ts). */
const isOfEdits = ({ method }: Route): boolean => method === 'PATCH'

export const ofUploads = routes.filter(isOfUploads).map(titledOf)

const titled = routes.filter((route) => !isOfUploads(route) && !isOfEdits(route)).map(titledOf)

export const reads = titled.filter(([, , { method }]) => method === 'GET')
const changing = titled.filter(
  ([, , { method, surface }]) => method !== 'GET' && surface !== 'data',
)
const isConditional = ({ problems }: Route): boolean => problems.includes('precondition-required')

/** Writes of an edition: each names the one that it is based on. */
export const writes = changing.filter(([, , route]) => isConditional(route))

/** What changes no edition: no condition, no body. */
export const repairs = changing.filter(([, , route]) => !isConditional(route))

/** What is neither a read nor a write: calls of tools. */
export const others = titled.filter(
  ([, , { method, surface }]) => method !== 'GET' && surface === 'data',
)

/** Whether a route answers with a page for people. */
export const isPage = ({ refuse }: Route): boolean => refuse !== undefined

/** Path and query of a request to a route that succeeds. */
export function addressOf({ path, parameters }: Route): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueOf(name, path))
  const query = new URLSearchParams()
  for (const { name, required: isRequired } of Object.values(parameters)) {
    if (isRequired !== true) continue
    const value = required[name]
    if (value === undefined) throw new Error(`no value for the parameter ${name} of ${path}`)
    query.set(name, value)
  }
  return query.size === 0 ? filled : `${filled}?${query.toString()}`
}

function valueOf(name: string, path: string): string {
  const value = values[name]
  if (value === undefined) throw new Error(`no value for {${name}} of ${path}`)
  return value
}
